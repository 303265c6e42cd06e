"""What is played at the product: harvest, lots, times, what it is, its release, and its label scanned."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from app import wording
from app.clock import Reading
from app.read_models import product_form as form
from app.read_models.product_form import lot_field, moment_text
from injection_plan.times import local_time
from ui.planning.product_page import ProductPage
from ui.rehearsal.keyboard import OutOfReachError
from ui.rehearsal.seat import Seat

DOMAIN = "command_line"
NEAR = 4  # how many Tabs it takes from one field to the next at most: past a row's button and those below the rows
LASTS_DAYS = 200


class ProductPart:
    """Plays the product page through keys; when it ends the product is stored."""

    def __init__(self, seat: Seat, now: Reading) -> None:
        """Take the seat; every time that is typed lies a little before `now`."""
        self._seat = seat
        self._keyboard = seat.keyboard
        self._now = now

    def play(self) -> None:
        """Fill in the page from its first field to its last, and go on."""
        page = self._seat.page(ProductPage)
        texts = self._texts()
        for name in page.fields.names:
            if name in texts:
                self._keyboard.tab_to(page.fields.edit(name), NEAR)
                self._keyboard.write(texts[name])
                self._keyboard.tap(Qt.Key.Key_Return)
        self._seat.look("product")
        self._keyboard.confirm()
        product = self._seat.procedure().product
        if product is None or product.process.harvest is None:
            raise OutOfReachError(form.PREPARED)
        self._seat.tell(
            wording.say(
                DOMAIN,
                "play.product",
                harvest=wording.volume(product.process.harvest.volume),
                prepared=wording.volume(product.prepared),
            )
        )

    def _texts(self) -> dict[str, str]:
        return {
            form.SITES: wording.say(DOMAIN, "play.typed.sites"),
            form.HARVEST: "185",
            **self._lots(),
            form.STARTED: self._ago(hours=3),
            form.ENDED: self._ago(hours=1),
            form.PREPARED: "10",
            form.LOT: wording.say(DOMAIN, "play.typed.product_lot"),
            form.CELLS: wording.say(DOMAIN, "play.typed.cells"),
            form.VIABILITY: "92.5",
            form.SAMPLE: "0",
            form.RELEASED_BY: wording.say(DOMAIN, "play.typed.released_by"),
            form.READY: self._ago(minutes=40),
            form.LABEL: self._seat.procedure().participant,
        }

    def _lots(self) -> dict[str, str]:
        """Return two rows of devices and reagents, both good for a while yet."""
        day = local_time(self._now.utc, self._now.offset_minutes).date() + timedelta(days=LASTS_DAYS)
        rows = (("play.typed.device", "D-2041"), ("play.typed.reagent", "R-118"))
        typed: dict[str, str] = {}
        for row, (what, number) in enumerate(rows, start=1):
            typed[lot_field(row, form.WHAT)] = wording.say(DOMAIN, what)
            typed[lot_field(row, form.NUMBER)] = number
            typed[lot_field(row, form.EXPIRES)] = day.isoformat()
        return typed

    def _ago(self, *, hours: int = 0, minutes: int = 0) -> str:
        return moment_text(self._now.utc - timedelta(hours=hours, minutes=minutes), self._now)
