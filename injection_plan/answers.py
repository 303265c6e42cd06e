"""What people answered: the randomisation system, the questions of the day, the lines of the sign-out."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field

from injection_plan.criteria import LineName
from injection_plan.facts import Fact
from injection_plan.people import Written
from injection_plan.product import Short


class Allocation(Fact):
    """What the randomisation system answered: which arm, who passed it on, when, and under what reference."""

    arm: Written
    told_by: Short
    told_at: AwareDatetime
    reference: Short


class DayAnswer(Fact):
    """One line that is asked again on the day: clear, or not, and then what was found and decided."""

    line: LineName
    text: Written
    clear: bool
    note: Written | None = None


class SignOutLine(Fact):
    """One line of the sign-out as it was answered; `remark` says what was not as the line says.

    A line about each finger is answered for one at a time; `line` then ends in the finger's code.
    """

    line: Annotated[str, Field(pattern=r"^[a-z0-9_]+(-[RL]H-[1-5])?$", max_length=80)]
    text: Written
    remark: Written | None = None
