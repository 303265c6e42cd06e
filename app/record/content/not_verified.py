"""Every aliquot that was given, or may have been, and is not verified: what is known of it and why that is not all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from app import wording
from app.record.content.words import explanations, measured_later, say
from injection_plan.events import Entry, MarkNotRead
from injection_plan.people import Stamp
from injection_plan.procedure import Delivery, Procedure
from injection_plan.terms import Standing
from injection_plan.volume import NOTHING


def not_verified_lines(procedure: Procedure, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return one line for each, in the order in which they happened; nothing that was given is left out of it."""
    entries = tuple(entries)
    unread = {
        entry.event.about: entry.event.reason for entry in entries if isinstance(entry.event, MarkNotRead)
    }
    explained = explanations(procedure, entries)
    happened = sorted(procedure.deliveries, key=lambda one: one.acted)
    return tuple(
        say(
            "not_verified.line",
            time=wording.stamp_time(stamp),
            what=what + _why(one, explained.get(one.code), unread.get(one.code)),
            who=_said_by(one, stamp),
            version=one.acted,
        )
        for one in happened
        if (stamp := one.stamp) is not None and (what := _what(procedure, one))
    )


def _what(procedure: Procedure, one: Delivery) -> str:
    """Return what is to be said of a delivery; nothing where it is verified, or was certainly not given."""
    aliquot = wording.aliquot(one.code)
    match one.standing:
        case Standing.MARK_DIFFERS:
            return say("not_verified.differs", aliquot=aliquot, figures="; ".join(_figures(one)))
        case Standing.NOT_READ:
            return say("not_verified.not_read", aliquot=aliquot, figures=_given_and_later(procedure, one))
        case Standing.MARK_OWED:
            return say("not_verified.owed", aliquot=aliquot, figures=_given(one))
        case Standing.UNKNOWN:
            volume = wording.volume(one.given or one.planned or NOTHING)
            return say("not_verified.unknown", aliquot=aliquot, volume=volume)
        case Standing.VERIFIED | Standing.OMITTED | Standing.PLANNED | Standing.NOT_PLANNED:
            return ""
        case _:
            assert_never(one.standing)


def _given(one: Delivery) -> str:
    return say("not_verified.given", given=wording.volume(one.counted))


def _figures(one: Delivery) -> Iterator[str]:
    """Yield what was given, what the marks say was given, and which mark was read where which was expected."""
    yield _given(one)
    if one.measured is not None:
        key = "not_verified.measured_with" if one.measured_with else "not_verified.measured"
        others = " + ".join(wording.short_aliquot(code) for code in one.measured_with)
        yield say(key, measured=wording.volume(one.measured), others=others)
    if one.mark is not None and one.expected is not None:
        yield say("not_verified.marks", mark=wording.volume(one.mark), expected=wording.volume(one.expected))


def _given_and_later(procedure: Procedure, one: Delivery) -> str:
    later = measured_later(procedure, one)
    if later is None:
        return say("not_verified.never_measured", given=_given(one))
    return say("not_verified.with_later", given=_given(one), later=wording.short_aliquot(later.code))


def _why(one: Delivery, explained: str | None, unread: str | None) -> str:
    match one.standing:
        case Standing.MARK_DIFFERS:
            return (
                say("not_verified.open") if explained is None else say("deviation.reason", reason=explained)
            )
        case Standing.NOT_READ:
            return "" if unread is None else say("deviation.reason", reason=unread)
        case Standing.UNKNOWN:
            return "" if one.reason is None else say("deviation.reason", reason=one.reason)
        case _:
            return ""


def _said_by(one: Delivery, given: Stamp) -> str:
    """Return who gave it, and who read its mark or said that it was not read."""
    read = one.mark_stamp
    if read is None:
        return given.acted_by.name
    key = "not_verified.not_read_by" if one.standing is Standing.NOT_READ else "not_verified.read_by"
    return say(key, given=given.acted_by.name, read=read.acted_by.name)
