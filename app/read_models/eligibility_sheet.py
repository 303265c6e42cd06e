"""The eligibility sheet as it stands: each criterion, who decided it, what it means, the counts, and the sign-off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app import wording
from injection_plan.criteria import Criterion, CriterionKind
from injection_plan.eligibility import contradicts, speaks_for
from injection_plan.procedure import Procedure
from injection_plan.procedure.prepared import Decided
from injection_plan.rules.eligibility import open_criteria
from injection_plan.terms import Verdict

DOMAIN = "eligibility"


class Bearing(StrEnum):
    """How a line bears on the participant; each is a word, a shape and a colour."""

    OPEN = "open"
    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion as it stands; `otherwise` is the sentence where a value says the opposite, or nothing."""

    criterion: str
    kind: CriterionKind
    number: str
    place: str
    text: str
    unclear: str
    meaning: str
    bearing: Bearing
    state: str
    decided: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class SignOffState:
    """The sign-off: whether it stands and by whom, or what is missing before it."""

    bearing: Bearing
    signed: str
    told: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet."""

    lines: tuple[CriterionLine, ...]
    counts: str
    against: str
    sign_off: SignOffState

    @property
    def is_against(self) -> bool:
        """Whether anything decided stands against the participant."""
        return any(one.bearing is Bearing.AGAINST for one in self.lines)

    def line(self, criterion: str) -> CriterionLine | None:
        """Return the line of a criterion, or nothing for a name the sheet lacks."""
        return next((one for one in self.lines if one.criterion == criterion), None)


def eligibility_sheet(procedure: Procedure) -> Sheet:
    """Return the sheet of a case as it is stored."""
    lines = tuple(
        _line(procedure, one, place + 1, len(of_kind))
        for kind in CriterionKind
        for of_kind in [[one for one in procedure.protocol.criteria if one.kind is kind]]
        for place, one in enumerate(of_kind)
    )
    against = [one.number for one in lines if one.bearing is Bearing.AGAINST]
    return Sheet(lines, _counts(procedure), _against(against), _sign_off(procedure))


def group_name(kind: CriterionKind) -> str:
    """Return what stands above the criteria of a kind."""
    return wording.say(DOMAIN, f"group.{kind.value}")


def _line(procedure: Procedure, criterion: Criterion, place: int, of_all: int) -> CriterionLine:
    decided = procedure.prepared.decision(criterion.criterion)
    kind = criterion.kind.value
    return CriterionLine(
        criterion=criterion.criterion,
        kind=criterion.kind,
        number=wording.say(DOMAIN, f"number.{kind}", number=place),
        place=wording.say(DOMAIN, f"place.{kind}", number=place, all=of_all),
        text=criterion.text,
        unclear=criterion.unclear or "",
        meaning=wording.say(DOMAIN, f"meaning.{kind}"),
        bearing=_bearing(criterion, decided),
        state=_state(criterion, decided),
        decided=_decided(decided),
        otherwise=_otherwise(procedure, criterion, decided),
    )


def _bearing(criterion: Criterion, decided: Decided | None) -> Bearing:
    if decided is None:
        return Bearing.OPEN
    return Bearing.FOR if speaks_for(criterion, decided.decision.verdict) else Bearing.AGAINST


def _state(criterion: Criterion, decided: Decided | None) -> str:
    if decided is None:
        return wording.say(DOMAIN, "state.open")
    verdict = wording.verdict(decided.decision.verdict)
    bearing = _bearing(criterion, decided)
    return wording.say(
        DOMAIN, "state.decided", verdict=verdict, bearing=wording.say(DOMAIN, f"bearing.{bearing.value}")
    )


def _decided(decided: Decided | None) -> str:
    if decided is None:
        return ""
    stamp = decided.stamp
    time = wording.date_time(stamp.recorded, stamp.offset_minutes)
    return wording.say(DOMAIN, "decided.by", name=stamp.acted_by.name, time=time)


def _otherwise(procedure: Procedure, criterion: Criterion, decided: Decided | None) -> str:
    if decided is None or not contradicts(criterion, decided.decision, procedure.prepared.screened_on):
        return ""
    return wording.say(DOMAIN, "state.otherwise")


def _counts(procedure: Procedure) -> str:
    met = dict.fromkeys(CriterionKind, 0)
    of_all = dict.fromkeys(CriterionKind, 0)
    for one in procedure.protocol.criteria:
        of_all[one.kind] += 1
        decided = procedure.prepared.decision(one.criterion)
        met[one.kind] += decided is not None and decided.decision.verdict is Verdict.MET
    return wording.say(
        DOMAIN,
        "counts",
        inclusion=met[CriterionKind.INCLUSION],
        all_inclusion=of_all[CriterionKind.INCLUSION],
        exclusion=met[CriterionKind.EXCLUSION],
        all_exclusion=of_all[CriterionKind.EXCLUSION],
        open=len(open_criteria(procedure)),
    )


def _against(numbers: list[str]) -> str:
    if not numbers:
        return wording.say(DOMAIN, "against.nothing")
    return wording.say(DOMAIN, "against.some", numbers=", ".join(numbers))


def _sign_off(procedure: Procedure) -> SignOffState:
    stamp = procedure.prepared.signed_off
    if stamp is not None:
        time = wording.date_time(stamp.recorded, stamp.offset_minutes)
        signed = wording.say(DOMAIN, "sign.signed", name=stamp.acted_by.name, time=time)
        return SignOffState(Bearing.FOR, signed, wording.say(DOMAIN, "sign.falls"))
    waiting = len(open_criteria(procedure))
    if waiting:
        return SignOffState(Bearing.OPEN, "", wording.say(DOMAIN, "sign.waiting", count=waiting))
    return SignOffState(Bearing.OPEN, "", wording.say(DOMAIN, "sign.possible"))
