"""The rows of devices and reagents: what, its number and its last day, read or refused with one sentence."""

from __future__ import annotations

import re
from datetime import date

from app import wording
from app.read_models.field_said import Bearing, SaidAtFields
from app.read_models.product_form import EXPIRES, NUMBER, WHAT, LotText, ProductText, lot_field
from injection_plan.product import Lot

DOMAIN = "product"
LONGEST = 120
FAR_YEARS = 10
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def _last_day(typed: str) -> date | None:
    """Read a calendar day such as 2026-11-22; nothing where it is not written so or does not exist."""
    match = _DAY.fullmatch(typed.strip())
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


class LotReader:
    """Reads the rows of one form at one day; what is wrong is said through `fields`."""

    def __init__(self, text: ProductText, today: date, fields: SaidAtFields) -> None:
        """Look at the rows of this form."""
        self._text = text
        self._today = today
        self._fields = fields
        self.confirmed: list[str] = []

    def lots(self) -> tuple[Lot, ...]:
        """Return every row that is whole; a blank one is nobody's."""
        lots: list[Lot] = []
        for row, typed in enumerate(self._text.lots, start=1):
            lot = self._lot(row, typed, stored_row=len(lots) + 1)
            if lot is not None:
                lots.append(lot)
        return tuple(lots)

    def _lot(self, row: int, typed: LotText, *, stored_row: int) -> Lot | None:
        if typed.is_blank:
            return None
        what = self._short(lot_field(row, WHAT), typed.what, "lots.what_missing")
        number = self._short(lot_field(row, NUMBER), typed.number, "lots.number_missing")
        expires = self._day(lot_field(row, EXPIRES), typed.expires, lot_field(stored_row, EXPIRES))
        return Lot(what=what, number=number, expires=expires) if what and number else None

    def _short(self, where: str, typed: str, missing: str) -> str:
        text = typed.strip()
        if not text:
            self._fields.say(where, wording.say(DOMAIN, missing))
        elif len(text) > LONGEST:
            self._fields.say(where, wording.say(DOMAIN, "wrong.too_long", most=LONGEST))
            return ""
        return text

    def _day(self, where: str, typed: str, stored_where: str) -> date | None:
        if not typed.strip():
            return None
        day = _last_day(typed)
        if day is None:
            self._fields.say(where, wording.say(DOMAIN, "lots.no_day"))
        elif day < self._today:
            said = wording.say(DOMAIN, "lots.expired", day=wording.day(day))
            self._fields.say(where, said, Bearing.WARNS)
        elif day.year > self._today.year + FAR_YEARS:
            if self._text.is_confirmed(where):
                self.confirmed.append(stored_where)
            else:
                said = wording.say(DOMAIN, "lots.far", day=wording.day(day))
                self._fields.say(where, said, Bearing.QUESTIONED)
        return day
