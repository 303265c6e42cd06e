"""The eligibility sheet in a case: decided by name, signed off as seen, asked again on the day, and what is refused."""

from datetime import date, timedelta

import pytest

from injection_plan import commands, events
from injection_plan.answers import DayAnswer
from injection_plan.eligibility import Decision, MeasuredValue
from injection_plan.people import Person
from injection_plan.plan_checks import Found, plan_findings
from injection_plan.plan_checks import Moment as Looked
from injection_plan.rules.refusal import Why
from injection_plan.terms import Role, Verdict
from tests.stories.case import Case
from tests.stories.people import INVESTIGATOR

TODAY = date(2026, 3, 2)
OTHER = Person(name="Other investigator")


def decide(*decisions: Decision, by: Person = INVESTIGATOR) -> commands.DecideCriteria:
    return commands.DecideCriteria(decisions=decisions, by=by)


def bmi(
    verdict: Verdict, value: str | None = None, note: str | None = None, on: date | None = None
) -> Decision:
    values = () if value is None and on is None else (MeasuredValue(measure="bmi", value=value, on=on),)
    return Decision(criterion="bmi", verdict=verdict, values=values, note=note)


def found(case: Case) -> set[tuple[Found, str]]:
    now = Looked(case.moment.utc, case.moment.offset_minutes)
    return {(one.what, one.about) for one in plan_findings(case.procedure, now)}


def test_a_decision_carries_the_investigators_name() -> None:
    case = Case().with_team().do(decide(bmi(Verdict.NOT_MET, "21.5")))
    decided = case.procedure.prepared.decision("bmi")
    assert decided is not None
    assert (decided.stamp.acted_by, decided.stamp.role) == (INVESTIGATOR, Role.INVESTIGATOR)
    assert case.procedure.prepared.decision("age") is None


def test_the_last_decision_of_a_criterion_stands_and_takes_the_sign_off_back() -> None:
    case = Case().with_team().eligible()
    assert (Found.SHEET_NOT_SIGNED, "") not in found(case)
    case.do(decide(bmi(Verdict.MET, "16.5"), by=OTHER))
    decided = case.procedure.prepared.decision("bmi")
    assert decided is not None
    assert (decided.decision.verdict, decided.stamp.acted_by) == (Verdict.MET, OTHER)
    assert case.procedure.prepared.signed_off is None
    assert {(Found.CRITERION_AGAINST, "bmi"), (Found.SHEET_NOT_SIGNED, "")} <= found(case)


@pytest.mark.parametrize(
    "decision,why",
    [
        (Decision(criterion="shoe_size", verdict=Verdict.MET), Why.NO_SUCH_LINE),
        (
            Decision(
                criterion="bmi",
                verdict=Verdict.MET,
                values=(MeasuredValue(measure="age", value="54"),),
            ),
            Why.NO_SUCH_LINE,
        ),
        (
            Decision(
                criterion="bmi", verdict=Verdict.MET, values=(MeasuredValue(measure="bmi", value="16"),) * 2
            ),
            Why.NO_SUCH_LINE,
        ),
        (
            Decision(
                criterion="bmi",
                verdict=Verdict.MET,
                values=(MeasuredValue(measure="bmi", value="16", outcome_score=True),),
            ),
            Why.NO_SUCH_LINE,
        ),
        (bmi(Verdict.NOT_MET, "21", on=TODAY + timedelta(days=1)), Why.IN_THE_FUTURE),
        (bmi(Verdict.NOT_MET, "16"), Why.NOTE_NEEDED),
    ],
)
def test_what_a_decision_may_not_rest_on(decision: Decision, why: Why) -> None:
    assert Case().with_team().why(decide(decision)) is why


def test_a_reason_lets_the_investigator_decide_against_the_value() -> None:
    case = Case().with_team().do(decide(bmi(Verdict.NOT_MET, "16", "oedema-free weight is higher")))
    assert (Found.VALUE_CONTRADICTS, "bmi") in found(case)


def test_a_planned_surgery_lies_ahead_and_an_antibiotic_does_not() -> None:
    ahead = TODAY + timedelta(days=200)
    case = Case().with_team().do(commands.DateScreening(on=TODAY))

    def decision(criterion: str, measure: str) -> Decision:
        return Decision(
            criterion=criterion,
            verdict=Verdict.NOT_MET,
            values=(MeasuredValue(measure=measure, on=ahead),),
        )

    assert case.why(decide(decision("infection", "antibiotics"))) is Why.IN_THE_FUTURE
    case.do(decide(decision("anaesthesia", "planned_surgery")))


def test_the_screening_day_is_not_ahead_and_a_later_one_turns_what_a_day_says() -> None:
    case = Case().with_team()
    assert case.why(commands.DateScreening(on=TODAY + timedelta(days=1))) is Why.IN_THE_FUTURE
    case.do(commands.DateScreening(on=TODAY))
    values = (MeasuredValue(measure="antibiotics", on=date(2025, 11, 20)),)
    case.do(decide(Decision(criterion="infection", verdict=Verdict.NOT_MET, values=values)))
    assert (Found.VALUE_CONTRADICTS, "infection") not in found(case)
    case.do(commands.DateScreening(on=date(2026, 2, 20)))
    assert (Found.VALUE_CONTRADICTS, "infection") in found(case)


def test_a_sheet_is_signed_off_when_all_is_decided_as_it_was_seen_and_once() -> None:
    case = Case().with_team()

    def to_sign(seen: int) -> commands.SignOffEligibility:
        return commands.SignOffEligibility(by=INVESTIGATOR, seen=seen)

    assert case.why(to_sign(case.procedure.version)) is Why.CRITERIA_OPEN
    case.eligible()
    assert case.why(to_sign(case.procedure.version)) is Why.ALREADY_SIGNED_OFF
    case.do(commands.DateScreening(on=TODAY))
    assert case.why(to_sign(case.procedure.version - 1)) is Why.STALE
    case.do(to_sign(case.procedure.version))
    assert isinstance(case.last, events.EligibilitySignedOff)


def test_the_questions_of_the_day_are_all_answered_and_what_is_not_clear_is_explained() -> None:
    case = Case().with_team()
    lines = case.protocol.day_check
    clear = tuple(DayAnswer(line=one.line, text=one.text, clear=True) for one in lines)
    unclear = DayAnswer(line=lines[0].line, text=lines[0].text, clear=False)
    assert case.why(commands.CheckDay(answers=clear[1:])) is Why.LINES_MISSING
    assert case.why(commands.CheckDay(answers=(unclear, *clear[1:]))) is Why.NOTE_NEEDED
    told = unclear.model_copy(update={"note": "healed, no lesion left"})
    case.do(commands.CheckDay(answers=(told, *clear[1:])))
    assert (Found.DAY_NOT_CLEAR, "ulcer") in found(case)
    assert (Found.DAY_NOT_CHECKED, "") not in found(case)
    case.wait(days=1)
    assert (Found.DAY_NOT_CHECKED, "") in found(case)


def test_nothing_of_the_sheet_changes_once_something_is_given() -> None:
    case = Case().ready().give()
    for command in (
        commands.DateScreening(on=TODAY),
        decide(bmi(Verdict.NOT_MET)),
        commands.SignOffEligibility(by=INVESTIGATOR, seen=case.procedure.version),
        commands.CheckDay(answers=()),
    ):
        assert case.why(command) is Why.ALREADY_STARTED
