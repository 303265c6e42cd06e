"""The product looked at: the command it makes when nothing stands against it, and what is said at each field.

Nothing typed is ever changed here, and nothing is accepted quietly. What nobody recorded stays nothing, in words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app import wording
from app.clock import Reading
from app.read_models import product_form as form
from app.read_models.entered_volume import has_slipped, read_entered
from app.read_models.field_said import Bearing, Said, SaidAtFields
from app.read_models.process_moments import read_moments
from app.read_models.product_form import ProductText
from app.read_models.product_lots import LONGEST, LotReader
from injection_plan.commands import DescribeProduct
from injection_plan.figures import read_figure, value_of
from injection_plan.procedure import Procedure
from injection_plan.product import Cells, Harvest, Process
from injection_plan.rules.product import names_another
from injection_plan.times import local_time
from injection_plan.volume import Unreadable, Volume, total

DOMAIN = "product"
LONGEST_SITES = 2000
PERCENT = 100
A_SHARE = 1


@dataclass(frozen=True, slots=True)
class ProductCheck:
    """What came of looking at the page: the command, or nothing; and the sentence at each field.

    `loud` is said over the whole page: the label in hand is another participant's.
    """

    command: DescribeProduct | None
    said: dict[str, Said]
    loud: str = ""
    ready_at: datetime | None = None


def check_product(text: ProductText, procedure: Procedure, now: Reading) -> ProductCheck:
    """Look at the whole page as it stands, against protocol, participant and this moment."""
    look = _Look(text, procedure)
    prepared = look.prepared()
    harvest = look.harvest()
    today = local_time(now.utc, now.offset_minutes).date()
    rows = LotReader(text, today, look.fields)
    lots = rows.lots()
    times = read_moments(text, procedure, now, look.fields)
    lot, cells, released_by = look.lot(), look.cells(), look.short(form.RELEASED_BY)
    sample, label = look.sample(prepared), look.label()
    if prepared is None or look.fields.hold_back:
        return ProductCheck(None, look.fields.said, look.loud, times.ready)
    process = Process(
        harvest=harvest,
        lots=lots,
        started_at=times.started,
        ended_at=times.ended,
        cells=cells,
        sample=sample,
        released_by=released_by,
        label=label,
        confirmed=(*look.confirmed, *rows.confirmed),
    )
    command = DescribeProduct(prepared=prepared, lot=lot, ready_at=times.ready, process=process)
    return ProductCheck(command, look.fields.said, ready_at=times.ready)


def is_stored(command: DescribeProduct, procedure: Procedure) -> bool:
    """Say whether a command would only repeat what is stored."""
    known = procedure.product
    return known is not None and (known.prepared, known.lot, known.ready_at, known.process) == (
        command.prepared,
        command.lot,
        command.ready_at,
        command.process,
    )


class _Look:
    """One look at the page; it gathers what is said at each field and what was confirmed."""

    def __init__(self, text: ProductText, procedure: Procedure) -> None:
        self._text = text
        self._case = procedure
        self.fields = SaidAtFields()
        self.confirmed: list[str] = []
        self.loud = ""

    def wrong(self, where: str, key: str, **words: str | int) -> None:
        """Say what is wrong with a field."""
        self.fields.say(where, wording.say(DOMAIN, key, **words))

    def question(self, where: str, key: str, **words: str | int) -> None:
        """Ask whether a figure is right, unless somebody said so of exactly this text."""
        if self._text.is_confirmed(where):
            self.confirmed.append(where)
        else:
            self.fields.say(where, wording.say(DOMAIN, key, **words), Bearing.QUESTIONED)

    def volume(self, where: str) -> Volume | None:
        """Return the volume in a field; an empty field is nothing, and not wrong by itself."""
        typed = self._text.typed(where)
        if not typed.strip():
            return None
        read = read_entered(typed)
        if isinstance(read, Volume):
            return read
        self.fields.say(where, read)
        return None

    def dose(self, where: str) -> Volume | None:
        """Return a volume above nothing."""
        volume = self.volume(where)
        if volume is not None and not volume:
            self.wrong(where, "wrong.no_volume")
        return volume or None

    def prepared(self) -> Volume | None:
        """Return the prepared volume, without which there is no product."""
        if not self._text.prepared.strip():
            self.wrong(form.PREPARED, "wrong.prepared_missing")
        volume = self.dose(form.PREPARED)
        if volume is None:
            return None
        usual = self._case.protocol.limits.total
        filled = total(one.fill.drawn_up for one in self._case.syringes if one.fill is not None)
        words = {"volume": wording.volume(volume), "usual": wording.volume(usual)}
        if volume < filled:
            self.wrong(form.PREPARED, "wrong.less_than_filled", filled=wording.volume(filled))
        elif has_slipped(volume, usual):
            self.question(form.PREPARED, "question.prepared", **words)
        return volume

    def harvest(self) -> Harvest | None:
        """Return the harvest, which is recorded with sites and volume both; below the least it warns."""
        sites, volume = self._text.sites.strip(), self.dose(form.HARVEST)
        if volume is not None and not sites:
            self.wrong(form.SITES, "wrong.sites_missing")
        elif len(sites) > LONGEST_SITES:
            self.wrong(form.SITES, "wrong.too_long", most=LONGEST_SITES)
        elif sites and not self._text.harvest.strip():
            self.wrong(form.HARVEST, "wrong.harvest_missing")
        least = self._case.protocol.limits.harvest_least
        if volume is None:
            return None
        if least is not None:
            words = {"volume": wording.volume(volume), "least": wording.volume(least)}
            if has_slipped(volume, least):
                self.question(form.HARVEST, "question.harvest", **words)
            if volume < least:
                said = wording.say(DOMAIN, "warns.harvest", **words)
                self.fields.say(form.HARVEST, said, Bearing.WARNS)
        return Harvest(sites=sites, volume=volume) if 0 < len(sites) <= LONGEST_SITES else None

    def lot(self) -> str | None:
        """Return the product's lot."""
        return self.short(form.LOT)

    def short(self, where: str) -> str | None:
        """Return a few words, or nothing where nobody wrote any."""
        text = self._text.typed(where).strip()
        if len(text) > LONGEST:
            self.wrong(where, "wrong.too_long", most=LONGEST)
            return None
        return text or None

    def cells(self) -> Cells | None:
        """Return cell count and viability as they were reported; of the count nothing is read."""
        count, viability = self.short(form.CELLS), self._viability()
        if count is None and viability is None:
            return None
        return Cells(count=count, viability_percent=viability)

    def _viability(self) -> str | None:
        typed = self._text.viability.strip().removesuffix("%")
        if not self._text.viability.strip():
            return None
        read = read_figure(typed)
        if isinstance(read, Unreadable):
            key = "wrong.percent" if read is Unreadable.NOT_A_NUMBER else ""
            self.fields.say(form.VIABILITY, wording.say(DOMAIN, key) if key else wording.unreadable(read))
            return None
        if value_of(read) > PERCENT:
            self.wrong(form.VIABILITY, "wrong.above_hundred")
        elif value_of(read) <= A_SHARE:
            self.question(form.VIABILITY, "question.viability", percent=read)
        return read

    def sample(self, prepared: Volume | None) -> Volume | None:
        """Return what was taken for quality control, which may be nothing, and never more than was prepared."""
        volume = self.volume(form.SAMPLE)
        if volume is not None and prepared is not None and volume > prepared:
            self.wrong(form.SAMPLE, "wrong.sample_above", prepared=wording.volume(prepared))
        return volume

    def label(self) -> str | None:
        """Return the code on the product's label when it is this participant's; another's is said loudly."""
        code = self._text.label.strip()
        participant = self._case.participant
        if not code:
            return None
        if code == participant:
            said = wording.say(DOMAIN, "label.agrees", participant=participant)
            self.fields.say(form.LABEL, said, Bearing.AGREES)
        elif names_another(self._case.protocol.participant_code, participant, code[:LONGEST]):
            self.loud = wording.say(DOMAIN, "label.another", code=code[:LONGEST], participant=participant)
            self.wrong(form.LABEL, "label.not_this")
        else:
            self.wrong(form.LABEL, "label.no_code", participant=participant)
        return code


def open_problems(check: ProductCheck, names: Iterable[str]) -> tuple[str, ...]:
    """Return the fields that hold the page back, in the order in which it has them."""
    return tuple(name for name in names if name in check.said and check.said[name].holds_back)
