"""What is entered between the set-up and the time-out of a real case, by real people, in one go."""

from collections.abc import Callable
from datetime import UTC, datetime

from app.practice_answers import agreeing_checks, clear_day, decisions_in_favour, full_syringes
from injection_plan.commands import (
    ApprovePlan,
    CheckDay,
    CheckSyringes,
    Command,
    DecideCriteria,
    DescribeProduct,
    DraftPlan,
    FillSyringes,
    SignOffEligibility,
)
from injection_plan.people import Person
from injection_plan.plan import Plan, plan_as_the_protocol_says
from injection_plan.procedure import Procedure
from injection_plan.product import Process
from injection_plan.volume import Volume

INVESTIGATOR = Person(name="Mara Weiss")
FILLER = Person(name="Hua Li")
READY = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)

Submit = Callable[[Command], object]


def prepare_rest(submit: Submit, state: Callable[[], Procedure], plan: Plan | None = None) -> None:
    """Enter everything that an open case still needs, up to the approved plan."""
    protocol = state().protocol
    reader = state().verifier
    assert reader is not None
    submit(DecideCriteria(decisions=decisions_in_favour(protocol), by=INVESTIGATOR))
    submit(SignOffEligibility(by=INVESTIGATOR, seen=state().version))
    submit(CheckDay(answers=clear_day(protocol)))
    process = Process(released_by=INVESTIGATOR.name, label=state().participant)
    submit(DescribeProduct(prepared=Volume(10_000), lot="C800-2231", ready_at=READY, process=process))
    submit(FillSyringes(fills=full_syringes(protocol), by=FILLER))
    submit(CheckSyringes(checks=agreeing_checks(full_syringes(protocol)), by=reader))
    submit(DraftPlan(plan=plan or plan_as_the_protocol_says(protocol)))
    submit(ApprovePlan(seen=state().version))
