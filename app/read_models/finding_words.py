"""One sentence for everything that can be found about a plan, with the thing that it is about in full words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, assert_never

from app import wording
from app.read_models.found_form import kind_words
from injection_plan.criteria import CriterionKind
from injection_plan.plan_checks import Finding, Found
from injection_plan.procedure import Procedure
from injection_plan.volume import NOTHING

DOMAIN = "findings"

GATHERED: Final = (
    Found.CRITERION_OPEN,
    Found.VALUE_MISSING,
    Found.NOT_FILLED,
    Found.NOT_CHECKED,
    Found.CHECK_DIFFERS,
    Found.FILL_TOO_SMALL,
    Found.SYRINGE_SHORT,
    Found.NOT_RECORDED,
    Found.MISSING,
)
"""What is found in rows of the same kind, and said in one sentence where there are more than a few."""

FEW: Final = 3
"""How many of a kind are still said one by one."""


def finding_words(finding: Finding, procedure: Procedure) -> str:
    """Return the sentence for a finding about the plan of this case."""
    match finding.what:
        case (
            Found.NO_TEAM
            | Found.SHEET_NOT_SIGNED
            | Found.DAY_NOT_CHECKED
            | Found.NO_PRODUCT
            | Found.NOT_RELEASED
            | Found.LABEL_NOT_COMPARED
            | Found.PAST_ITS_TIME
            | Found.NO_PLAN
            | Found.NOTHING_PLANNED
            | Found.LOSS_UNKNOWN
        ):
            return _say(f"found.{finding.what.value}")
        case (
            Found.CRITERION_OPEN
            | Found.CRITERION_AGAINST
            | Found.VALUE_CONTRADICTS
            | Found.VALUE_MISSING
            | Found.FOUND_AFTER_DECISION
        ):
            return _say(f"found.{finding.what.value}", criterion=_criterion(procedure, finding.about))
        case Found.DAY_NOT_CLEAR | Found.FOUND_AFTER_ANSWER:
            return _say(f"found.{finding.what.value}", question=_question(procedure, finding.about))
        case Found.HARVEST_SHORT | Found.SHORT_BY:
            return _say(f"found.{finding.what.value}", volume=_volume(finding))
        case Found.LOT_EXPIRED:
            return _say("found.lot_expired", what=finding.about)
        case Found.NOT_RECORDED:
            return _say("found.not_recorded", what=_of_the_product(finding.about))
        case Found.NOT_FILLED | Found.NOT_CHECKED | Found.CHECK_DIFFERS:
            return _say(f"found.{finding.what.value}", syringe=_syringe(procedure, finding.about))
        case Found.FILL_TOO_SMALL | Found.SYRINGE_SHORT:
            syringe = _syringe(procedure, finding.about)
            return _say(f"found.{finding.what.value}", syringe=syringe, volume=_volume(finding))
        case Found.TWICE | Found.MISSING | Found.FOREIGN | Found.FINDING_WITHDRAWN:
            return _say(f"found.{finding.what.value}", aliquot=wording.place(finding.about))
        case Found.FINGER_APART:
            finger = wording.finger(procedure.protocol.aliquot(finding.about).path.finger)
            return _say("found.finger_apart", finger=finger, aliquot=wording.place(finding.about))
        case Found.FINDING_UNANSWERED:
            return _unanswered(procedure, finding.about)
        case _:
            assert_never(finding.what)


def gathered_words(findings: Sequence[Finding], procedure: Procedure) -> str:
    """Return one sentence for several findings of the same kind, each of them named or counted."""
    first = findings[0]
    match first.what:
        case (
            Found.NOT_FILLED
            | Found.NOT_CHECKED
            | Found.CHECK_DIFFERS
            | Found.FILL_TOO_SMALL
            | Found.SYRINGE_SHORT
        ):
            numbers = ", ".join(one.about for one in findings)
            return _say(f"many.{first.what.value}", numbers=numbers)
        case Found.NOT_RECORDED:
            names = ", ".join(_of_the_product(one.about) for one in findings)
            return _say("many.not_recorded", names=names)
        case Found.CRITERION_OPEN | Found.VALUE_MISSING | Found.MISSING:
            return _say(f"many.{first.what.value}", count=len(findings))
        case _:
            return finding_words(first, procedure)


def _say(key: str, **fields: str | int) -> str:
    return wording.say(DOMAIN, key, **fields)


def _volume(finding: Finding) -> str:
    return wording.volume(finding.volume or NOTHING)


def _criterion(procedure: Procedure, name: str) -> str:
    kind = procedure.protocol.criterion(name).kind
    key = "criterion.inclusion" if kind is CriterionKind.INCLUSION else "criterion.exclusion"
    return _say(key, name=wording.line_name(name))


def _question(procedure: Procedure, line: str) -> str:
    checked = procedure.prepared.day_check
    answers = checked.answers if checked is not None else ()
    text = next((one.text for one in answers if one.line == line), wording.line_name(line))
    return text.removesuffix(".")


def _of_the_product(name: str) -> str:
    return _say(f"product.{name}")


def _syringe(procedure: Procedure, number: str) -> str:
    finger = procedure.protocol.syringe(int(number)).finger
    return _say("syringe", number=number, finger=wording.finger(finger))


def _unanswered(procedure: Procedure, number: str) -> str:
    finding = procedure.prepared.findings[int(number) - 1].finding
    return _say(
        "found.finding_unanswered",
        number=number,
        what=kind_words(finding.kind, finding.ends_at),
        place=wording.place(finding.where),
    )
