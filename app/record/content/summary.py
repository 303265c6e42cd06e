"""The head of page 1: whose case, who acted, when; and the boxes with its figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from app import wording
from app.record.content.words import given_deliveries, happened_at, offset_of, say
from injection_plan.deviations import Deviation, DeviationKind
from injection_plan.events import Entry, HandedOver, OccurrenceNoted, TeamNamed
from injection_plan.people import Role
from injection_plan.procedure import Procedure, Standing
from injection_plan.volume import NOTHING, Volume, total

Fact = tuple[str, str]
"""A label and what stands beside it."""


@dataclass(frozen=True, slots=True)
class Box:
    """One figure of page 1: its title, the figure in large, a note under it; loud where it wants a look."""

    title: str
    figure: str
    note: str
    is_loud: bool = False


def facts(procedure: Procedure, entries: Iterable[Entry]) -> tuple[Fact, ...]:
    """Return the six labelled facts, in two columns of three: participant, centre, product; people, time."""
    entries = tuple(entries)
    return (
        (say("fact.participant"), procedure.participant),
        (say("fact.centre"), procedure.centre),
        (say("fact.product"), _product(procedure)),
        (say("fact.performer"), _holders(entries, Role.PERFORMER)),
        (say("fact.verifier"), _holders(entries, Role.VERIFIER)),
        (say("fact.injection"), _time(procedure)),
    )


def boxes(
    procedure: Procedure, entries: Iterable[Entry], found: tuple[Deviation, ...], corrections: int
) -> tuple[Box, ...]:
    """Return the boxes of page 1; adverse events were never asked for in this version, so they are never 0."""
    planned, given = procedure.planned, [one for one in procedure.planned if one.is_given]
    verified = sum(one.standing is Standing.VERIFIED for one in procedure.deliveries)
    left_out = [one for one in procedure.deliveries if one.standing is Standing.NOT_PLANNED]
    omitted = [one for one in found if one.kind is DeviationKind.OMISSION]
    extras = sum(one.is_given for one in procedure.deliveries if one.is_extra)
    note = say("box.aliquots.note", planned=len(planned), verified=verified)
    return (
        Box(
            say("box.given"),
            wording.volume(procedure.given_volume),
            say(
                "box.given.note",
                planned=wording.volume(total(one.planned or NOTHING for one in planned)),
                protocol=wording.volume(procedure.protocol.volume),
            ),
        ),
        Box(
            say("box.aliquots"),
            str(len(given)),
            note + (say("box.aliquots.extra", extras=extras) if extras else ""),
            is_loud=verified != len(given) + extras,
        ),
        Box(
            say("box.not_planned"),
            str(len(left_out)),
            _volume_note(one.planned for one in left_out),
            is_loud=bool(left_out),
        ),
        Box(
            say("box.deviations"),
            str(len(found)),
            say("box.deviations.note", omitted=len(omitted)) if found else say("box.none.deviations"),
            is_loud=bool(found),
        ),
        Box(
            say("box.corrections"),
            str(corrections),
            say("box.corrections.note" if corrections else "box.none.corrections"),
            is_loud=bool(corrections),
        ),
        _adverse_events(entries),
    )


def _volume_note(volumes: Iterable[Volume | None]) -> str:
    volume = total(one or NOTHING for one in volumes)
    return say("box.not_planned.note", volume=wording.volume(volume)) if volume else say("box.none.planned")


def _adverse_events(entries: Iterable[Entry]) -> Box:
    noted = sum(isinstance(entry.event, OccurrenceNoted) for entry in entries)
    note = say("box.adverse.noted", count=noted) if noted else say("box.adverse.note")
    return Box(say("box.adverse"), say("box.adverse.not_asked"), note, is_loud=bool(noted))


def _product(procedure: Procedure) -> str:
    product = procedure.product
    unknown = say("not_recorded")
    if product is None:
        return unknown
    offset = procedure.opened.offset_minutes
    ready = unknown if product.ready_at is None else _minute(product.ready_at, offset)
    return say("fact.product.text", lot=product.lot or unknown, ready=ready)


def _minute(when: datetime, offset: int) -> str:
    return f"{wording.local_date(when, offset)} {wording.short_time(when, offset)}"


def _holders(entries: tuple[Entry, ...], role: Role) -> str:
    """Return who held a role, one after the other, with the time from which each later one did."""
    words = say("not_named")
    for entry in entries:
        event = entry.event
        if isinstance(event, TeamNamed):
            words = (event.performer if role is Role.PERFORMER else event.verifier).name
        elif isinstance(event, HandedOver) and event.role is role:
            time = wording.short_time(entry.stamp.recorded, entry.stamp.offset_minutes)
            words = say("fact.handed_over", before=words, time=time, after=event.person.name)
    return words


def _time(procedure: Procedure) -> str:
    given = [(when, offset_of(one)) for one in given_deliveries(procedure) if (when := happened_at(one))]
    if not given:
        return say("fact.injection.none")
    (start, offset), (end, end_offset) = min(given), max(given)
    return say(
        _same_day(start, end, offset),
        date=wording.local_date(start, offset),
        start=wording.short_time(start, offset),
        end=wording.short_time(end, end_offset),
        last_date=wording.local_date(end, end_offset),
        span=wording.duration(_whole_minutes(end) - _whole_minutes(start)),
    )


def _whole_minutes(when: datetime) -> timedelta:
    """Return a moment cut to its minute, so that the span agrees with the two times printed beside it."""
    return timedelta(minutes=int(when.timestamp()) // 60)


def _same_day(
    start: datetime, end: datetime, offset: int
) -> Literal["fact.injection.text", "fact.injection.days"]:
    same = wording.local_date(start, offset) == wording.local_date(end, offset)
    return "fact.injection.text" if same else "fact.injection.days"
