"""The head of page 1: whose case, who acted, when; six labelled facts in two columns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from app import wording
from app.record.content.words import (
    given_deliveries,
    happened_at,
    is_short,
    offset_of,
    say,
    zone,
)
from injection_plan.events import Entry, HandedOver, TeamNamed
from injection_plan.procedure import Procedure
from injection_plan.terms import Role

Fact = tuple[str, str]
"""A label and what stands beside it."""


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


def _product(procedure: Procedure) -> str:
    product = procedure.product
    unknown = say("not_recorded")
    if product is None:
        return unknown
    offset = procedure.opened.offset_minutes
    ready = unknown if product.ready_at is None else _minute(product.ready_at, offset)
    lot, person = product.lot or unknown, product.process.released_by
    if person is None or product.ready_at is None:
        return say("fact.product.text", lot=lot, ready=ready)
    return say("fact.product.released", lot=lot, ready=ready, person=person)


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
    to_the_second = is_short(start, end)
    tell = wording.clock_time if to_the_second else wording.short_time
    same_day = wording.local_date(start, offset) == wording.local_date(end, end_offset)
    same_zone = offset == end_offset
    first = tell(start, offset) if same_zone else f"{tell(start, offset)} {zone(start, offset)}"
    return say(
        "fact.injection.text" if same_day else "fact.injection.days",
        date=wording.local_date(start, offset),
        start=first,
        end=f"{tell(end, end_offset)} {zone(end, end_offset)}",
        last_date=wording.local_date(end, end_offset),
        span=_seconds(end - start) if to_the_second else _minutes(start, end),
    )


def _seconds(span: timedelta) -> str:
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    return (
        say("span.minutes", minutes=minutes, seconds=seconds)
        if minutes
        else say("span.seconds", seconds=seconds)
    )


def _minutes(start: datetime, end: datetime) -> str:
    """Return the span between two moments cut to their minutes, so that it agrees with the times printed beside it."""
    whole = [timedelta(minutes=int(when.timestamp()) // 60) for when in (start, end)]
    return wording.duration(whole[1] - whole[0])
