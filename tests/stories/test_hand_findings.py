"""What is found on a hand: which places and joints there are, who notes it, and how it is taken back."""

import pytest
from pydantic import ValidationError

from injection_plan import commands
from injection_plan.anatomy import FINGERS, Digit, Finger, Hand
from injection_plan.hand_findings import HandFinding, finger_at, joints_of, passes_at
from injection_plan.rules.refusal import Why
from injection_plan.terms import EndsAt, FindingKind, Role
from tests.stories.case import Case

LITTLE = Finger(Hand.LEFT, Digit.LITTLE)
ULCER = HandFinding(where="LH-5-PIP-uln", kind=FindingKind.ULCER, note="4 mm, dry")


def missing(where: str, ends_at: EndsAt | None) -> HandFinding:
    return HandFinding(where=where, kind=FindingKind.MISSING, ends_at=ends_at, note="amputated")


def to_note(finding: HandFinding = ULCER) -> commands.NoteHandFinding:
    return commands.NoteHandFinding(finding=finding)


def to_withdraw(number: int) -> commands.WithdrawHandFinding:
    return commands.WithdrawHandFinding(number=number, reason="wrong hand")


@pytest.mark.parametrize("where", ["LH-5", "LH-5-PIP-uln", "LH-5-PIP-uln-dis"])
def test_a_place_is_a_finger_a_site_or_a_pass_and_lies_on_one_finger(where: str) -> None:
    assert finger_at(where) == LITTLE
    assert HandFinding(where=where, kind=FindingKind.OTHER, note="scar").where == where


def test_a_place_is_about_the_passes_that_lie_in_it() -> None:
    assert passes_at("LH-5-PIP-uln-dis") == ("LH-5-PIP-uln-dis",)
    assert passes_at("LH-5-PIP-uln") == ("LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")
    assert len(passes_at("LH-5")) == 4
    assert len(passes_at("RH-1")) == 2
    assert sum(len(passes_at(finger)) for finger in FINGERS) == 36


@pytest.mark.parametrize("where", ["LH-6", "LH", "left little", "LH-5-DIP-uln"])
def test_what_spells_no_place_is_refused(where: str) -> None:
    with pytest.raises(ValidationError):
        HandFinding(where=where, kind=FindingKind.ULCER, note="4 mm")


def test_a_finger_ends_at_a_joint_that_it_has() -> None:
    assert joints_of(Digit.THUMB) == (EndsAt.IP, EndsAt.MCP)
    assert joints_of(Digit.RING) == (EndsAt.DIP, EndsAt.PIP, EndsAt.MCP)
    assert missing("RH-4", EndsAt.DIP).ends_at is EndsAt.DIP
    assert missing("RH-1", EndsAt.IP).ends_at is EndsAt.IP


@pytest.mark.parametrize(
    "where,ends_at",
    [("RH-4", None), ("RH-4", EndsAt.IP), ("RH-1", EndsAt.DIP), ("RH-4-PIP-rad", EndsAt.DIP)],
)
def test_a_missing_part_is_one_of_a_whole_finger_from_its_joint_on(
    where: str, ends_at: EndsAt | None
) -> None:
    with pytest.raises(ValidationError):
        missing(where, ends_at)


def test_only_a_missing_part_ends_a_finger() -> None:
    with pytest.raises(ValidationError):
        HandFinding(where="RH-4", kind=FindingKind.ULCER, ends_at=EndsAt.DIP, note="4 mm")


def test_a_finding_is_kept_under_its_number_with_who_noted_it() -> None:
    case = Case().with_team().do(to_note()).do(to_note(missing("RH-4", EndsAt.DIP)))
    first, second = case.procedure.prepared.findings
    assert (first.number, first.finding) == (1, ULCER)
    assert (second.number, second.finding.ends_at) == (2, EndsAt.DIP)
    assert first.stamp.role is Role.PERFORMER
    assert case.procedure.prepared.finding(3) is None


def test_a_finding_decides_nothing_about_the_plan() -> None:
    case = Case().with_team().do(commands.DraftPlan(plan=Case().plan()))
    before = case.procedure.plan
    assert case.do(to_note()).procedure.plan == before


def test_a_finding_that_was_taken_back_stays_with_its_reason() -> None:
    case = Case().with_team().do(to_note()).do(to_note()).do(to_withdraw(1))
    first, second = case.procedure.prepared.findings
    assert first.withdrawn == "wrong hand"
    assert case.procedure.prepared.standing_findings == (second,)
    assert case.why(to_withdraw(1)) is Why.NO_SUCH_LINE
    assert case.why(to_withdraw(9)) is Why.NO_SUCH_LINE


def test_findings_are_the_performers_and_come_before_the_first_aliquot() -> None:
    case = Case().with_team().do(to_note())
    assert case.why(to_note(), Role.VERIFIER) is Why.NOT_YOUR_ROLE
    assert case.why(to_withdraw(1), Role.VERIFIER) is Why.NOT_YOUR_ROLE
    started = Case().ready().give()
    assert started.why(to_note()) is Why.ALREADY_STARTED
    assert started.why(to_withdraw(1)) is Why.ALREADY_STARTED
