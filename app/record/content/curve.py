"""Given over time: the steps of what was given and what was measured, and the pauses, as points to be drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app import wording
from app.record.content.words import given_deliveries, happened_at, is_short, offset_of, say
from injection_plan.events import Continued, Entry, Paused, Resumed, Stopped
from injection_plan.procedure import Procedure
from injection_plan.volume import Volume

Step = tuple[int, int]
"""Seconds since the first aliquot, and microlitres in all from then on."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Two staircases and the pauses, in seconds since the first aliquot and microlitres; with the axes' words."""

    given: tuple[Step, ...]
    measured: tuple[Step, ...]
    pauses: tuple[tuple[int, int], ...]
    seconds: int
    most: int
    most_word: str
    first: str
    last: str
    legend_given: str
    legend_measured: str
    legend_pauses: str


def curve(procedure: Procedure, entries: Iterable[Entry]) -> Curve | None:
    """Return the course of a case, or nothing while nothing was given."""
    given = [(when, one.counted) for one in given_deliveries(procedure) if (when := happened_at(one))]
    if not given:
        return None
    measured = [
        (one.mark_stamp.recorded, one.measured)
        for one in procedure.deliveries
        if one.measured is not None and one.mark_stamp is not None
    ]
    start, end = min(when for when, _ in given), max(when for when, _ in (*given, *measured))
    pauses = tuple(_pauses(entries, start, end))
    of = {happened_at(one): offset_of(one) for one in given_deliveries(procedure)}
    tell = wording.clock_time if is_short(start, end) else wording.short_time
    most = max(procedure.protocol.volume, procedure.given_volume)
    offset = procedure.last.offset_minutes
    return Curve(
        given=_stairs(given, start),
        measured=_stairs(measured, start),
        pauses=pauses,
        seconds=max(_since(start, end), 1),
        most=most.microlitres,
        most_word=wording.volume(most),
        first=tell(start, of.get(start, offset)),
        last=tell(end, of.get(end, offset)),
        legend_given=say("curve.given"),
        legend_measured=say("curve.measured") if measured else "",
        legend_pauses=say("curve.pauses", count=len(pauses)) if pauses else "",
    )


def _since(start: datetime, when: datetime) -> int:
    return round((when - start).total_seconds())


def _stairs(amounts: list[tuple[datetime, Volume]], start: datetime) -> tuple[Step, ...]:
    steps, reached = [], 0
    for when, volume in sorted(amounts, key=lambda one: one[0]):
        reached += volume.microlitres
        steps.append((max(_since(start, when), 0), reached))
    return tuple(steps)


def _pauses(entries: Iterable[Entry], start: datetime, end: datetime) -> Iterable[tuple[int, int]]:
    """Yield the pauses that fall into the time of the injections, as seconds from and to."""
    begun: datetime | None = None
    for entry in entries:
        if isinstance(entry.event, Paused):
            begun = entry.stamp.recorded
        elif begun is not None and isinstance(entry.event, Resumed | Continued | Stopped):
            first, last = max(begun, start), min(entry.stamp.recorded, end)
            if first < last:
                yield _since(start, first), _since(start, last)
            begun = None
