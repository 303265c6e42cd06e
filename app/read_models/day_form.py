"""The questions of the day: asked again before the injection, each clear, or not clear and then what was decided."""

from __future__ import annotations

from dataclasses import dataclass, field

from app import wording
from app.clock import Reading
from app.read_models.eligibility_sheet import Bearing
from injection_plan.answers import DayAnswer
from injection_plan.commands import CheckDay
from injection_plan.plan_checks import Moment, is_today
from injection_plan.procedure import Procedure
from injection_plan.protocol import Protocol

DOMAIN = "eligibility"
LONGEST_NOTE = 2000


@dataclass(frozen=True, slots=True)
class AnswerText:
    """What was answered to one question; `clear` is nothing until it is answered."""

    line: str
    clear: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DayState:
    """Whether the questions were answered, by whom, when, and whether that was today; in short as a mark."""

    bearing: Bearing
    state: str
    told: str
    mark: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class DayChecked:
    """The command when everything is answered; else a sentence for each question that is not."""

    command: CheckDay | None
    problems: dict[str, str] = field(default_factory=dict)


def day_state(procedure: Procedure, now: Reading) -> DayState:
    """Return how the questions of the day stand."""
    checked = procedure.prepared.day_check
    not_asked = wording.say(DOMAIN, "mark.day_open")
    if checked is None:
        ask = wording.say(DOMAIN, "day_check.ask")
        return DayState(Bearing.OPEN, wording.say(DOMAIN, "day_check.open"), ask, not_asked)
    stamp = checked.stamp
    time = wording.date_time(stamp.recorded, stamp.offset_minutes)
    words = {"name": stamp.acted_by.name, "time": time}
    if not is_today(procedure, Moment(now.utc, now.offset_minutes)):
        told = wording.say(DOMAIN, "day_check.not_today", **words)
        return DayState(Bearing.OPEN, wording.say(DOMAIN, "day_check.again"), told, not_asked)
    told = wording.say(DOMAIN, "day_check.today", **words)
    unclear = sum(not one.clear for one in checked.answers)
    asked: dict[str, str | int] = {
        "time": wording.short_time(stamp.recorded, stamp.offset_minutes),
        "count": unclear,
    }
    who = stamp.acted_by.name
    if unclear:
        state = wording.say(DOMAIN, "day_check.unclear", count=unclear)
        return DayState(Bearing.AGAINST, state, told, wording.say(DOMAIN, "mark.day_unclear", **asked), who)
    clear = wording.say(DOMAIN, "mark.day_clear", **asked)
    return DayState(Bearing.FOR, wording.say(DOMAIN, "day_check.clear"), told, clear, who)


def stored_answers(procedure: Procedure, now: Reading) -> tuple[AnswerText, ...]:
    """Return today's answers; those of another day are not offered again, because everything is asked anew."""
    checked = procedure.prepared.day_check
    lines = procedure.protocol.day_check
    if checked is None or not is_today(procedure, Moment(now.utc, now.offset_minutes)):
        return tuple(AnswerText(one.line) for one in lines)
    return tuple(AnswerText(one.line, one.clear, one.note or "") for one in checked.answers)


def check_day(protocol: Protocol, answers: tuple[AnswerText, ...]) -> DayChecked:
    """Return the answers of the day, once every question is answered and what is not clear is explained."""
    texts = {one.line: one.text for one in protocol.day_check}
    problems: dict[str, str] = {}
    given = []
    for one in answers:
        note = one.note.strip() or None
        if one.clear is None:
            problems[one.line] = wording.say(DOMAIN, "wrong.day_unanswered")
        elif not one.clear and note is None:
            problems[one.line] = wording.say(DOMAIN, "wrong.day_note_missing")
        elif note is not None and len(note) > LONGEST_NOTE:
            problems[one.line] = wording.say(DOMAIN, "wrong.note_too_long", most=LONGEST_NOTE)
        else:
            given.append(DayAnswer(line=one.line, text=texts[one.line], clear=one.clear, note=note))
    return DayChecked(None, problems) if problems else DayChecked(CheckDay(answers=tuple(given)))
