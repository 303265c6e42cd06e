"""The product as it is typed, letter by letter, and the same form filled with what is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from app import wording
from app.clock import Reading
from injection_plan.procedure import Procedure
from injection_plan.product import Lot, Process
from injection_plan.times import local_time

SITES = "sites"
HARVEST = "harvest"
STARTED = "started_at"
ENDED = "ended_at"
PREPARED = "prepared"
LOT = "lot"
CELLS = "cells"
VIABILITY = "viability"
SAMPLE = "sample"
RELEASED_BY = "released_by"
READY = "ready_at"
LABEL = "label"
ANSWERS = (SITES, HARVEST, STARTED, ENDED, LABEL, PREPARED, LOT, CELLS, VIABILITY, SAMPLE, RELEASED_BY, READY)
"""The fields that stand once on the page, in its order; `ProductText` has each under this name."""

MOST_LOTS = 20
WHAT = "what"
NUMBER = "number"
EXPIRES = "expires"
LOT_PARTS = (WHAT, NUMBER, EXPIRES)


def lot_field(row: int, part: str) -> str:
    """Return the name of a field in a row of devices and reagents, counted from 1."""
    return f"lots.{row}.{part}"


@dataclass(frozen=True, slots=True)
class LotText:
    """One row of devices and reagents as it is typed."""

    what: str = ""
    number: str = ""
    expires: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all stands in the row."""
        return not (self.what.strip() or self.number.strip() or self.expires.strip())


@dataclass(frozen=True, slots=True)
class ProductText:
    """The whole page as it stands; `confirmed` are fields with the text that somebody said is right as it stands."""

    sites: str = ""
    harvest: str = ""
    lots: tuple[LotText, ...] = ()
    started_at: str = ""
    ended_at: str = ""
    prepared: str = ""
    lot: str = ""
    cells: str = ""
    viability: str = ""
    sample: str = ""
    released_by: str = ""
    ready_at: str = ""
    label: str = ""
    confirmed: frozenset[tuple[str, str]] = frozenset()

    def typed(self, name: str) -> str:
        """Return what stands in a field, a row's included; a name the page lacks is a fault."""
        if name in ANSWERS:
            return str(getattr(self, name))
        _, row, part = name.split(".")
        return str(getattr(self.lots[int(row) - 1], part))

    def is_confirmed(self, name: str) -> bool:
        """Say whether exactly this text was confirmed in this field."""
        return (name, self.typed(name)) in self.confirmed


def moment_text(moment: datetime | None, now: Reading) -> str:
    """Return a moment as a person types it, with its date, so that it means the same tomorrow; nothing for none."""
    return "" if moment is None else f"{local_time(moment, now.offset_minutes):%Y-%m-%d %H:%M}"


def stored_text(procedure: Procedure, now: Reading) -> ProductText:
    """Return the form as what is stored fills it; without a product every field is empty."""
    product = procedure.product
    if product is None:
        return ProductText()
    process = product.process
    harvest, cells = process.harvest, process.cells
    text = ProductText(
        sites=harvest.sites if harvest is not None else "",
        harvest=wording.number(harvest.volume) if harvest is not None else "",
        lots=tuple(_lot_text(lot) for lot in process.lots),
        started_at=moment_text(process.started_at, now),
        ended_at=moment_text(process.ended_at, now),
        prepared=wording.number(product.prepared),
        lot=product.lot or "",
        cells=(cells.count or "") if cells is not None else "",
        viability=(cells.viability_percent or "") if cells is not None else "",
        sample=wording.number(process.sample) if process.sample is not None else "",
        released_by=process.released_by or "",
        ready_at=moment_text(product.ready_at, now),
        label=process.label or "",
    )
    return _with_confirmed(text, process)


def kept(typed: ProductText, before: ProductText, stored: ProductText) -> ProductText:
    """Return the form after something was stored: what was typed since `before` stays, all else is as stored."""
    touched = {
        name: getattr(typed, name)
        for name in (*ANSWERS, "lots")
        if getattr(typed, name) != getattr(before, name)
    }
    return replace(stored, **touched, confirmed=typed.confirmed | stored.confirmed)


def _lot_text(lot: Lot) -> LotText:
    return LotText(lot.what, lot.number, lot.expires.isoformat() if lot.expires is not None else "")


def _with_confirmed(text: ProductText, process: Process) -> ProductText:
    known = {*ANSWERS, *(lot_field(row + 1, part) for row in range(len(text.lots)) for part in LOT_PARTS)}
    confirmed = ((name, text.typed(name)) for name in process.confirmed if name in known)
    return replace(text, confirmed=frozenset(confirmed))
