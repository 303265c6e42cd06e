"""The eligibility sheet as it stands: each criterion, who decided it, what it means, the counts, and the sign-off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app import wording
from injection_plan.criteria import Criterion, CriterionKind, DateMeasure
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
    """One criterion as it stands; `otherwise` is the sentence where a value says the opposite, or nothing.

    `consequences` are the words of the two verdicts with what each means for the participant.
    """

    criterion: str
    kind: CriterionKind
    number: str
    place: str
    text: str
    unclear: str
    meaning: str
    consequences: tuple[tuple[Verdict, str], ...]
    bearing: Bearing
    without_value: bool
    state: str
    decided: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class SignOffState:
    """The sign-off: whether it stands and by whom, or what is missing before it; in short as a mark and who gave it."""

    bearing: Bearing
    signed: str
    told: str
    mark: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet; `against` says nothing while too little is decided for it to be read as a result."""

    lines: tuple[CriterionLine, ...]
    counts: str
    against: str
    without_value: str
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
    return Sheet(lines, _counts(procedure, lines), _against(lines), _without(lines), _sign_off(procedure))


def asks_for_figures(criterion: Criterion) -> bool:
    """Say whether a value is compared with the text; a day may honestly be missing, because there was none."""
    return any(not isinstance(one, DateMeasure) for one in criterion.measures)


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
        consequences=tuple((one, _consequence(criterion, one)) for one in Verdict),
        bearing=_bearing(criterion, decided),
        without_value=_is_without_value(criterion, decided),
        state=_state(criterion, decided),
        decided=_decided(decided),
        otherwise=_otherwise(procedure, criterion, decided),
    )


def _bearing(criterion: Criterion, decided: Decided | None) -> Bearing:
    if decided is None:
        return Bearing.OPEN
    return Bearing.FOR if speaks_for(criterion, decided.decision.verdict) else Bearing.AGAINST


def _consequence(criterion: Criterion, verdict: Verdict) -> str:
    word = wording.say(DOMAIN, "decide.met" if verdict is Verdict.MET else "decide.not_met")
    is_for = speaks_for(criterion, verdict)
    return wording.say(DOMAIN, "decide.lets_in" if is_for else "decide.keeps_out", verdict=word)


def _is_without_value(criterion: Criterion, decided: Decided | None) -> bool:
    return decided is not None and not decided.decision.values and asks_for_figures(criterion)


def _state(criterion: Criterion, decided: Decided | None) -> str:
    if decided is None:
        return wording.say(DOMAIN, "state.open")
    verdict = wording.verdict(decided.decision.verdict)
    bearing = wording.say(DOMAIN, f"bearing.{_bearing(criterion, decided).value}")
    state = wording.say(DOMAIN, "state.decided", verdict=verdict, bearing=bearing)
    is_without = _is_without_value(criterion, decided)
    return wording.say(DOMAIN, "state.without_value", state=state) if is_without else state


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


def _counts(procedure: Procedure, lines: tuple[CriterionLine, ...]) -> str:
    """Return how much is decided, and only once all of it is, how much of it is met."""
    decided = {"decided": len(lines) - len(open_criteria(procedure)), "all": len(lines)}
    if decided["decided"] < len(lines):
        is_so_far = decided["decided"] and not _numbers_against(lines)
        return wording.say(DOMAIN, "counts.so_far" if is_so_far else "counts.open", **decided)
    met = dict.fromkeys(CriterionKind, 0)
    of_all = dict.fromkeys(CriterionKind, 0)
    for one in procedure.protocol.criteria:
        of_all[one.kind] += 1
        stands = procedure.prepared.decision(one.criterion)
        met[one.kind] += stands is not None and stands.decision.verdict is Verdict.MET
    return wording.say(
        DOMAIN,
        "counts",
        inclusion=met[CriterionKind.INCLUSION],
        all_inclusion=of_all[CriterionKind.INCLUSION],
        exclusion=met[CriterionKind.EXCLUSION],
        all_exclusion=of_all[CriterionKind.EXCLUSION],
    )


def _numbers_against(lines: tuple[CriterionLine, ...]) -> list[str]:
    return [one.number for one in lines if one.bearing is Bearing.AGAINST]


def _against(lines: tuple[CriterionLine, ...]) -> str:
    """Return what stands against the participant; that nothing does is said only once everything is decided."""
    numbers = _numbers_against(lines)
    if numbers:
        return wording.say(DOMAIN, "against.some", numbers=", ".join(numbers))
    is_open = any(one.bearing is Bearing.OPEN for one in lines)
    return "" if is_open else wording.say(DOMAIN, "against.nothing", count=len(lines))


def _without(lines: tuple[CriterionLine, ...]) -> str:
    numbers = ", ".join(one.number for one in lines if one.without_value)
    return wording.say(DOMAIN, "sign.without_value", numbers=numbers) if numbers else ""


def _sign_off(procedure: Procedure) -> SignOffState:
    stamp = procedure.prepared.signed_off
    if stamp is not None:
        name = stamp.acted_by.name
        time = wording.date_time(stamp.recorded, stamp.offset_minutes)
        return SignOffState(
            Bearing.FOR,
            wording.say(DOMAIN, "sign.signed", name=name, time=time),
            wording.say(DOMAIN, "sign.falls"),
            wording.say(DOMAIN, "mark.signed", day=wording.local_date(stamp.recorded, stamp.offset_minutes)),
            name,
        )
    waiting = len(open_criteria(procedure))
    told = (
        wording.say(DOMAIN, "sign.waiting", count=waiting)
        if waiting
        else wording.say(DOMAIN, "sign.possible")
    )
    return SignOffState(Bearing.OPEN, "", told, wording.say(DOMAIN, "mark.sign_off_open"))
