"""The product as it was prepared: what was recorded of it, and what nobody recorded; its lots; the expected losses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app import wording
from app.read_models.preparation_summary.words import Told, doer, or_not_recorded, say, time_of
from app.read_models.volume_sentence import volume_sentence
from injection_plan.events import ProductDescribed
from injection_plan.people import Stamp
from injection_plan.plan_checks import Moment
from injection_plan.procedure import Procedure
from injection_plan.product import Handling, Harvest, Lot
from injection_plan.volume import NOTHING, Volume
from injection_plan.volume_plan import volume_plan


@dataclass(frozen=True, slots=True)
class LotRow:
    """One device or reagent: what it is, its number and its last day; loud where that day was past."""

    what: str
    number: str
    expires: str
    is_loud: bool


@dataclass(frozen=True, slots=True)
class ProductSummary:
    """The product line by line, its lots, what the centre expected to lose and laid out, and whether it was enough."""

    lines: tuple[Told, ...]
    lots: tuple[LotRow, ...]
    handling: tuple[Told, ...]
    covers: Told
    supplies: tuple[Told, ...]


def product_summary(procedure: Procedure) -> ProductSummary:
    """Return how the product came to be, as far as anybody recorded it."""
    product = procedure.product
    stamp = procedure.prepared.described
    if product is None or stamp is None:
        lines: tuple[Told, ...] = (Told(say("product.prepared"), say("not_recorded")),)
        lots: tuple[LotRow, ...] = ()
    else:
        lines = tuple(_lines(procedure, product, stamp))
        today = Moment(stamp.recorded, stamp.offset_minutes).today
        lots = tuple(_lot(one, today) for one in product.process.lots)
    handling = procedure.prepared.handling
    counts = {one.supply: str(one.count) for one in handling.supplies}
    return ProductSummary(
        lines=lines,
        lots=lots,
        handling=tuple(_handling(handling)),
        covers=_covers(procedure),
        supplies=tuple(
            Told(one.text, or_not_recorded(counts.get(one.supply))) for one in procedure.protocol.supplies
        ),
    )


def _lines(procedure: Procedure, product: ProductDescribed, stamp: Stamp) -> Iterator[Told]:
    yield from entered_of_product(procedure, product, stamp.offset_minutes)
    if product.ready_at is not None:
        yield Told(say("product.waited"), _waited(procedure, product.ready_at))
    yield Told(say("product.described"), doer(stamp).phrase)


def entered_of_product(procedure: Procedure, product: ProductDescribed, offset: int) -> Iterator[Told]:
    """Yield what was entered of a product, line by line, but for its lots; what nobody recorded says so."""
    process = product.process
    cells = process.cells
    yield Told(say("product.prepared"), wording.volume(product.prepared))
    yield Told(say("product.lot"), or_not_recorded(product.lot))
    yield _harvest(process.harvest, procedure.protocol.limits.harvest_least)
    yield Told(say("product.started"), _time(process.started_at, offset))
    yield Told(say("product.ended"), _time(process.ended_at, offset))
    yield Told(say("product.cells"), or_not_recorded(None if cells is None else cells.count))
    percent = None if cells is None else cells.viability_percent
    yield Told(
        say("product.viability"), or_not_recorded(None if percent is None else say("percent", figure=percent))
    )
    yield Told(say("product.sample"), _volume(process.sample))
    yield _released(product, offset)
    yield _label(process.label, procedure.participant)
    if process.confirmed:
        names = ", ".join(map(wording.line_name, process.confirmed))
        yield Told(say("product.confirmed"), names)


def entered_of_lots(product: ProductDescribed) -> Told:
    """Return the lots of a product in one line, each with its number and its last day."""
    lots = "; ".join(
        say("lot", what=one.what, number=one.number, expires=_expires(one)) for one in product.process.lots
    )
    return Told(say("product.lots"), lots or say("not_recorded"))


def entered_of_handling(procedure: Procedure) -> Iterator[Told]:
    """Yield what was entered of the expected losses and of what is laid out, line by line."""
    handling = procedure.prepared.handling
    counts = {one.supply: str(one.count) for one in handling.supplies}
    yield from _handling(handling)
    for one in procedure.protocol.supplies:
        yield Told(say("supply", supply=one.text), or_not_recorded(counts.get(one.supply)))


def _time(moment: datetime | None, offset: int) -> str:
    return or_not_recorded(None if moment is None else time_of(moment, offset))


def _volume(volume: Volume | None) -> str:
    return or_not_recorded(None if volume is None else wording.volume(volume))


def _harvest(harvest: Harvest | None, least: Volume | None) -> Told:
    if harvest is None:
        return Told(say("product.harvest"), say("not_recorded"))
    words = say("harvest", volume=wording.volume(harvest.volume), sites=harvest.sites)
    if least is None:
        return Told(say("product.harvest"), words)
    missing = least - harvest.volume
    if missing > NOTHING:
        fields = {"least": wording.volume(least), "missing": wording.volume(missing)}
        return Told(say("product.harvest"), say("harvest.short", harvest=words, **fields), is_loud=True)
    return Told(say("product.harvest"), say("harvest.least", harvest=words, least=wording.volume(least)))


def _released(product: ProductDescribed, offset: int) -> Told:
    by = or_not_recorded(product.process.released_by)
    text = say("released", time=_time(product.ready_at, offset), person=by)
    is_known = product.ready_at is not None and product.process.released_by is not None
    return Told(say("product.released"), text, is_loud=not is_known)


def _waited(procedure: Procedure, ready_at: datetime) -> str:
    """Return how long after the release the first and the last aliquot were given."""
    times = [
        one.happened_at or one.stamp.recorded
        for one in procedure.deliveries
        if one.is_given and one.stamp is not None
    ]
    if not times:
        return say("waited.nothing")
    first, last = (wording.duration(one - ready_at) for one in (min(times), max(times)))
    return say("waited", first=first, last=last)


def _label(label: str | None, participant: str) -> Told:
    if label is None:
        return Told(say("product.label"), say("not_recorded"), is_loud=True)
    if label != participant:
        return Told(say("product.label"), say("label.differs", label=label), is_loud=True)
    return Told(say("product.label"), say("label.matches", label=label))


def _lot(lot: Lot, today: date) -> LotRow:
    return LotRow(
        lot.what, lot.number, _expires(lot), is_loud=lot.expires is not None and lot.expires < today
    )


def _expires(lot: Lot) -> str:
    return or_not_recorded(None if lot.expires is None else wording.day(lot.expires))


def _handling(handling: Handling) -> Iterator[Told]:
    changes = None if handling.changes is None else str(handling.changes)
    yield Told(say("handling.priming"), _volume(handling.priming))
    yield Told(say("handling.changes"), or_not_recorded(changes))
    yield Told(say("handling.per_change"), _volume(handling.per_change))


def _covers(procedure: Procedure) -> Told:
    """Return what the plan page says that the volumes come to: also which syringes are short where others keep some."""
    volumes = volume_plan(procedure)
    is_short = bool(volumes.short_by or volumes.short)
    return Told(say("covers"), volume_sentence(procedure, volumes), is_loud=is_short)
