"""The timeline: every aliquot and extra pass as a row, the drawing's accessible twin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app import wording
from app.read_models.blind import Blind
from injection_plan.procedure import Delivery, Procedure
from injection_plan.terms import Standing

DOMAIN = "live"


class Tone(StrEnum):
    """How a row is set: what is over, what waits for its mark, what is now, next, later or left out."""

    DONE = "done"
    OWED = "owed"
    NOW = "now"
    NEXT = "next"
    LATER = "later"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One row: when, which aliquot (short and in full), how much, what its mark says, and its standing in words."""

    code: str
    tone: Tone
    when: str
    phrase: str
    full_phrase: str
    volume: str
    mark: str
    standing: Standing
    standing_word: str

    @property
    def spoken(self) -> str:
        """The whole row as one sentence for a screen reader."""
        parts = (self.full_phrase, self.volume, self.standing_word, self.mark, self.when)
        return ", ".join(part for part in parts if part)


def timeline(procedure: Procedure, eyes: Blind) -> tuple[TimelineRow, ...]:
    """Return every row: what happened, as it happened; then what is now, next and later; then the not planned."""
    happened = sorted(
        (one for one in procedure.deliveries if one.stamp is not None), key=lambda one: one.acted
    )
    waiting = waiting_in_order(procedure)
    left_out = [one for one in procedure.deliveries if one.standing is Standing.NOT_PLANNED]
    rows = [_row(one, eyes, _tone_of_past(one)) for one in happened]
    for place, one in enumerate(waiting):
        tone = (Tone.NOW, Tone.NEXT)[place] if place < 2 else Tone.LATER
        rows.append(_row(one, eyes, tone))
    rows += [_row(one, eyes, Tone.LEFT_OUT) for one in left_out]
    return tuple(rows)


def waiting_in_order(procedure: Procedure) -> tuple[Delivery, ...]:
    """Return what is still to give, the one that is shown first, the others in the plan's order."""
    waiting = [one for one in procedure.planned if one.standing is Standing.PLANNED]
    current = procedure.current
    if current is None:
        return tuple(waiting)
    return (current, *(one for one in waiting if one.code != current.code))


def _tone_of_past(delivery: Delivery) -> Tone:
    if delivery.standing is Standing.MARK_OWED:
        return Tone.OWED
    return Tone.LEFT_OUT if delivery.standing in {Standing.OMITTED, Standing.UNKNOWN} else Tone.DONE


def _row(delivery: Delivery, eyes: Blind, tone: Tone) -> TimelineRow:
    volume = delivery.given if delivery.is_given else delivery.planned
    return TimelineRow(
        code=delivery.code,
        tone=tone,
        when=_when(delivery, tone),
        phrase=_phrase(delivery),
        full_phrase=wording.aliquot(delivery.code),
        volume="" if volume is None else wording.volume(volume),
        mark=mark_words(delivery, covered=delivery.syringe in eyes.covered),
        standing=delivery.standing,
        standing_word=wording.standing(delivery.standing),
    )


def _when(delivery: Delivery, tone: Tone) -> str:
    if tone in {Tone.NOW, Tone.NEXT}:
        return wording.say(DOMAIN, f"timeline.{tone.value}")
    if delivery.stamp is None:
        return ""
    if delivery.happened_at is not None:
        return wording.clock_time(delivery.happened_at, delivery.stamp.offset_minutes)
    return wording.stamp_time(delivery.stamp)


def _phrase(delivery: Delivery) -> str:
    phrase = wording.short_aliquot(delivery.code)
    if delivery.place is None:
        return phrase
    return wording.say(DOMAIN, "timeline.place", phrase=phrase, place=wording.where(delivery.place))


def mark_words(delivery: Delivery, *, covered: bool) -> str:
    """Return what a row says of its mark; a covered one says only that it was read."""
    match delivery.standing:
        case Standing.MARK_OWED:
            key = "mark.again" if delivery.readings else "mark.owed"
            return wording.say(DOMAIN, key)
        case Standing.VERIFIED | Standing.MARK_DIFFERS if covered or delivery.mark is None:
            return wording.say(DOMAIN, "mark.covered")
        case Standing.VERIFIED if delivery.mark is not None:
            return wording.say(DOMAIN, "mark.verified", mark=wording.number(delivery.mark))
        case Standing.MARK_DIFFERS if delivery.mark is not None and delivery.expected is not None:
            return wording.say(
                DOMAIN,
                "mark.differs",
                mark=wording.number(delivery.mark),
                expected=wording.number(delivery.expected),
            )
        case Standing.NOT_READ:
            return wording.say(DOMAIN, "mark.not_read")
        case Standing.OMITTED | Standing.NOT_PLANNED:
            return wording.standing(delivery.standing)
        case Standing.UNKNOWN:
            return wording.say(DOMAIN, "mark.unknown")
        case _:
            return ""
