"""Everything that can be found about a plan is one sentence with the thing in full words."""

import pytest

from app.read_models.finding_words import GATHERED, finding_words, gathered_words
from injection_plan.commands import NoteHandFinding
from injection_plan.hand_findings import HandFinding
from injection_plan.plan_checks import Finding, Found
from injection_plan.terms import EndsAt, FindingKind, Severity, Step
from injection_plan.volume import Volume
from tests.stories.case import Case

RING = HandFinding(where="RH-4", kind=FindingKind.MISSING, ends_at=EndsAt.DIP, note="amputated")
ABOUT = {
    Found.CRITERION_OPEN: "bmi",
    Found.CRITERION_AGAINST: "consent",
    Found.VALUE_CONTRADICTS: "age",
    Found.VALUE_MISSING: "hand_function",
    Found.DAY_NOT_CLEAR: "ulcer",
    Found.FOUND_AFTER_DECISION: "amputation",
    Found.FOUND_AFTER_ANSWER: "ulcer",
    Found.LOT_EXPIRED: "Reagent",
    Found.NOT_RECORDED: "cells",
    Found.NOT_FILLED: "3",
    Found.NOT_CHECKED: "3",
    Found.CHECK_DIFFERS: "3",
    Found.FILL_TOO_SMALL: "10",
    Found.SYRINGE_SHORT: "10",
    Found.TWICE: "RH-2-PIP-rad-dis",
    Found.MISSING: "RH-2-PIP-rad-dis",
    Found.FOREIGN: "RH-2-PIP-rad-dis",
    Found.FINGER_APART: "RH-2-PIP-rad-dis",
    Found.FINDING_UNANSWERED: "1",
    Found.FINDING_WITHDRAWN: "LH-5-PIP-uln-dis",
}


@pytest.fixture(scope="module")
def case() -> Case:
    return Case().with_team().do(NoteHandFinding(finding=RING))


def one(what: Found, about: str = "") -> Finding:
    return Finding(what, Severity.WARNS, Step.HANDS, about or ABOUT.get(what, ""), Volume(660))


@pytest.mark.parametrize("what", Found)
def test_each_is_one_sentence_without_a_code_or_an_open_field(case: Case, what: Found) -> None:
    sentence = finding_words(one(what), case.procedure)
    assert sentence.endswith(".")
    assert not set("{}_") & set(sentence)
    assert "RH-" not in sentence
    assert "LH-" not in sentence


@pytest.mark.parametrize(
    "what,sentence",
    [
        (Found.SHORT_BY, "The product is 0.66 mL short of plan and dead space."),
        (Found.NOT_FILLED, "Syringe 3 (Patient's RIGHT · middle) is not filled."),
        (
            Found.FINDING_UNANSWERED,
            (
                "Finding 1 (missing part, the finger ends at the DIP joint, Patient's RIGHT · ring): "
                "every pass there is planned."
            ),
        ),
        (
            Found.FINDING_WITHDRAWN,
            "Left out for a finding that was withdrawn: Patient's LEFT · little · ulnar side · toward fingertip.",
        ),
        (Found.CRITERION_OPEN, "The investigator has not decided the exclusion criterion “bmi”."),
    ],
)
def test_the_thing_is_named_in_full_words(case: Case, what: Found, sentence: str) -> None:
    assert finding_words(one(what), case.procedure) == sentence


@pytest.mark.parametrize("what", GATHERED)
def test_many_of_a_kind_are_one_sentence(case: Case, what: Found) -> None:
    sentence = gathered_words((one(what), one(what), one(what), one(what)), case.procedure)
    assert sentence.endswith(".")
    assert not set("{}_") & set(sentence)
    assert any(word in sentence for word in ("4", "3, 3", "10, 10", "cell count"))


def test_what_is_never_many_is_said_once(case: Case) -> None:
    sentence = gathered_words((one(Found.SHORT_BY),), case.procedure)
    assert sentence == finding_words(one(Found.SHORT_BY), case.procedure)
