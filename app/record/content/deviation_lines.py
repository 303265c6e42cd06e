"""Every deviation as one line, and the events that were noted in free text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from app import wording
from app.record.content.words import say
from injection_plan.deviations import Deviation, DeviationKind
from injection_plan.events import Entry, OccurrenceNoted


def deviation_lines(found: Iterable[Deviation]) -> tuple[str, ...]:
    """Return what differed from the protocol: when, what, why and by whom, in the order of the entries."""
    return tuple(
        say(
            "deviation.line",
            time=wording.stamp_time(one.stamp),
            what=_what(one),
            why="" if one.reason is None else say("deviation.reason", reason=one.reason),
            who=one.stamp.acted_by.name,
            version=one.version,
        )
        for one in found
    )


def occurrence_lines(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the events that were noted in the case, as they were written down."""
    return tuple(
        say(
            "occurrence.line",
            time=wording.stamp_time(entry.stamp),
            text=entry.event.text,
            who=entry.stamp.acted_by.name,
            version=entry.version,
        )
        for entry in entries
        if isinstance(entry.event, OccurrenceNoted)
    )


def _what(one: Deviation) -> str:
    about = "" if one.code is None else wording.aliquot(one.code)
    planned = "" if one.planned is None else wording.volume(one.planned)
    given = "" if one.given is None else wording.volume(one.given)
    match one.kind:
        case DeviationKind.OTHER_VOLUME:
            return say("deviation.other_volume", aliquot=about, given=given, planned=planned)
        case DeviationKind.OTHER_PLACE:
            return say("deviation.other_place", aliquot=about, place=_place(one))
        case DeviationKind.EXTRA_PASS:
            return say("deviation.extra_pass", aliquot=about, given=given, place=_place(one))
        case DeviationKind.OMISSION:
            return say("deviation.omission", aliquot=about, planned=planned)
        case DeviationKind.STOP:
            return say("deviation.stop")
        case DeviationKind.ANOTHER_DAY:
            return say("deviation.another_day")
        case DeviationKind.FINGER_ABOVE_MOST:
            finger = "" if one.finger is None else wording.finger(one.finger)
            return say("deviation.finger_above_most", finger=finger, given=given, most=planned)
        case _:
            assert_never(one.kind)


def _place(one: Deviation) -> str:
    return say("place.not_recorded") if one.place is None else wording.where(one.place)
