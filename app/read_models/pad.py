"""The nurse's pad: which syringe is read, after what; and what she typed, read exactly or refused with a sentence.

The pad is empty. It is bound to what it asks at the first digit: what was typed for one mark is never moved to
another.
"""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from injection_plan.commands import LeaveMarkUnread, ReadMark
from injection_plan.procedure import Owed, Procedure
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.rules.verification import owed_marks, seen_mark
from injection_plan.terms import Occasion
from injection_plan.volume import Volume, read_volume

DOMAIN = "live"
MARK_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class PadView:
    """What the pad asks: the owed mark, in words, with what its answer must carry back."""

    owed: Owed
    seen: int
    most: Volume
    headline: str
    question: str
    about: str
    is_second: bool


def pad_view(procedure: Procedure) -> PadView | None:
    """Return what the pad asks now, or nothing while no mark is owed."""
    marks = owed_marks(procedure)
    return _view(procedure, marks[0]) if marks else None


def pad_view_of(procedure: Procedure, owed: Owed) -> PadView | None:
    """Return what the pad asks for one of several end marks, or nothing where it is no longer owed."""
    return _view(procedure, owed) if owed in owed_marks(procedure) else None


def _view(procedure: Procedure, owed: Owed) -> PadView:
    state = procedure.syringe(owed.syringe)
    second = state.first_reading is not None
    fill = state.fill
    about = wording.finger(state.syringe.finger)
    if owed.occasion is Occasion.AFTER and owed.about is not None:
        about = wording.aliquot(owed.about)
    return PadView(
        owed=owed,
        seen=seen_mark(procedure, owed),
        most=min(fill.drawn_up, state.syringe.size) if fill is not None else state.syringe.size,
        headline=wording.say(DOMAIN, "pad.again" if second else "pad.read", number=owed.syringe),
        question=wording.say(DOMAIN, f"pad.question.{owed.occasion.value}"),
        about=about,
        is_second=second,
    )


def answer(view: PadView, typed: str) -> ReadMark | str:
    """Return the command for what was typed on the pad, or the sentence that says why it is refused."""
    mark = read_volume(typed, decimals=MARK_DECIMALS)
    if not isinstance(mark, Volume):
        return wording.unreadable(mark)
    if mark > view.most:
        return wording.refusal(Refusal(Why.MORE_THAN_FILLED, str(view.owed.syringe)))
    owed = view.owed
    return ReadMark(occasion=owed.occasion, syringe=owed.syringe, about=owed.about, mark=mark, seen=view.seen)


def not_read(view: PadView) -> LeaveMarkUnread:
    """Return the command that says this mark was not read."""
    owed = view.owed
    return LeaveMarkUnread(occasion=owed.occasion, syringe=owed.syringe, about=owed.about, seen=view.seen)
