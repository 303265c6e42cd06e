"""What is answered in a practice case that is prepared for a person: all in favour, and nothing invented beside."""

from __future__ import annotations

from app import wording
from app.read_models.sign_out_form import sign_out_form
from injection_plan.answers import DayAnswer, SignOutLine
from injection_plan.criteria import CriterionKind
from injection_plan.eligibility import Decision
from injection_plan.procedure import Procedure
from injection_plan.product import SyringeCheck, SyringeFill
from injection_plan.protocol import Protocol
from injection_plan.terms import Verdict

DOMAIN = "procedure"


def decisions_in_favour(protocol: Protocol) -> tuple[Decision, ...]:
    """Return a decision for every criterion that lets the participant in, without any value."""
    return tuple(
        Decision(
            criterion=one.criterion,
            verdict=Verdict.MET if one.kind is CriterionKind.INCLUSION else Verdict.NOT_MET,
            note=wording.say(DOMAIN, "practice.decided"),
        )
        for one in protocol.criteria
    )


def clear_day(protocol: Protocol) -> tuple[DayAnswer, ...]:
    """Return a clear answer to every question of the day."""
    return tuple(DayAnswer(line=one.line, text=one.text, clear=True) for one in protocol.day_check)


def full_syringes(protocol: Protocol) -> tuple[SyringeFill, ...]:
    """Return every syringe filled to its size, its start mark at its size: the untroubled case of the protocol."""
    return tuple(
        SyringeFill(syringe=one.number, drawn_up=one.size, mark=one.size) for one in protocol.syringes
    )


def agreeing_checks(fills: tuple[SyringeFill, ...]) -> tuple[SyringeCheck, ...]:
    """Return a second reading of every syringe that is the same as the first."""
    return tuple(SyringeCheck(syringe=one.syringe, mark=one.mark) for one in fills)


def plain_sign_out(procedure: Procedure) -> tuple[SignOutLine, ...]:
    """Return every line of the sign-out answered without a remark."""
    return tuple(SignOutLine(line=one.name, text=one.text) for one in sign_out_form(procedure).lines)
