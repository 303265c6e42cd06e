"""What the performer finds on a hand, as typed and chosen; and the list of what was found, by whom and when."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from app import wording
from app.read_models.hand_places import PlaceView, who_and_when
from injection_plan.commands import NoteHandFinding, WithdrawHandFinding
from injection_plan.hand_findings import HandFinding, finger_at
from injection_plan.procedure import Procedure
from injection_plan.procedure.prepared import HandFound
from injection_plan.terms import EndsAt, FindingKind

DOMAIN = "plan_hands"
KIND, ENDS_AT, NOTE, REASON = "kind", "ends_at", "note", "reason"
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class FoundText:
    """What is chosen and typed about one place and not recorded yet; nothing is chosen beforehand."""

    kind: FindingKind | None = None
    ends_at: EndsAt | None = None
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was begun."""
        return self.kind is None and self.ends_at is None and not self.note.strip()


@dataclass(frozen=True, slots=True)
class FoundChecked:
    """The command when nothing is wrong, else a sentence for each field."""

    command: NoteHandFinding | None
    problems: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WithdrawChecked:
    """The command that takes a finding back, or the sentence that says why there is none."""

    command: WithdrawHandFinding | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One finding: its number, what and where, who found it and when; `withdrawn` says why it was taken back."""

    number: int
    where: str
    what: str
    place: str
    note: str
    who: str
    withdrawn: str

    @property
    def spoken(self) -> str:
        """The whole line, as it is read aloud."""
        return ". ".join(
            part for part in (self.place, self.what, self.note, self.who, self.withdrawn) if part
        )


def check_found(text: FoundText, place: PlaceView) -> FoundChecked:
    """Return the command that puts a finding down when it is whole, else what stands against it at each field."""
    problems: dict[str, str] = {}
    is_missing = text.kind is FindingKind.MISSING
    if text.kind is None:
        problems[KIND] = wording.say(DOMAIN, "found.kind_missing")
    elif is_missing and not place.joints:
        problems[KIND] = wording.say(DOMAIN, "found.whole_finger")
    elif is_missing and text.ends_at not in place.joints:
        problems[ENDS_AT] = wording.say(DOMAIN, "found.joint_missing")
    if not text.note.strip():
        problems[NOTE] = wording.say(DOMAIN, "found.note_missing")
    elif len(text.note.strip()) > LONGEST:
        problems[NOTE] = wording.say(DOMAIN, "too_long", most=LONGEST)
    if problems or text.kind is None:
        return FoundChecked(None, problems)
    ends_at = text.ends_at if is_missing else None
    finding = HandFinding(where=place.where, kind=text.kind, ends_at=ends_at, note=text.note.strip())
    return FoundChecked(NoteHandFinding(finding=finding))


def check_withdrawal(number: int, reason: str) -> WithdrawChecked:
    """Return the command that takes a finding back, when there is a reason for it."""
    written = reason.strip()
    if not written:
        return WithdrawChecked(None, wording.say(DOMAIN, "withdraw.reason_missing"))
    if len(written) > LONGEST:
        return WithdrawChecked(None, wording.say(DOMAIN, "too_long", most=LONGEST))
    return WithdrawChecked(WithdrawHandFinding(number=number, reason=written))


def found_lines(procedure: Procedure) -> tuple[FoundLine, ...]:
    """Return everything that was found, in the order in which it was; what was taken back stays readable."""
    return tuple(_line(one) for one in procedure.prepared.findings)


def reasons_near(procedure: Procedure, where: str) -> tuple[FoundLine, ...]:
    """Return the standing findings on the finger of a place: those that a pass there may be left out for."""
    finger = finger_at(where)
    return tuple(
        _line(one) for one in procedure.prepared.standing_findings if finger_at(one.finding.where) == finger
    )


def as_a_reason(line: FoundLine) -> str:
    """Return a finding's words as they are offered for a reason, once a person picks that finding."""
    return wording.say(DOMAIN, "found.reason", what=line.what, note=line.note)


def already_found(lines: Iterable[FoundLine]) -> str:
    """Return findings as one line, each with its number."""
    return "; ".join(
        wording.say(DOMAIN, "leave.finding", number=one.number, what=as_a_reason(one), place=one.place)
        for one in lines
    )


def kind_words(kind: FindingKind, ends_at: EndsAt | None = None) -> str:
    """Return what was found, and where the finger ends if a part of it is missing."""
    words = wording.finding_kind(kind)
    if ends_at is None:
        return words
    return wording.say(DOMAIN, "found.ends_at", kind=words, joint=joint_words(ends_at))


def joint_words(joint: EndsAt) -> str:
    """Return a joint at which a finger may end."""
    return wording.say(DOMAIN, "found.joint", joint=joint.value)


def count_words(lines: Collection[FoundLine]) -> str:
    """Return the words over the list, with how many findings stand; none is said as what nobody entered, or left."""
    if not lines:
        return wording.say(DOMAIN, "tab.found_none")
    standing = sum(not one.withdrawn for one in lines)
    return wording.say(DOMAIN, "tab.found" if standing else "tab.found_withdrawn", count=standing)


def _line(one: HandFound) -> FoundLine:
    finding = one.finding
    withdrawn = "" if one.withdrawn is None else wording.say(DOMAIN, "withdrawn", reason=one.withdrawn)
    return FoundLine(
        number=one.number,
        where=finding.where,
        what=kind_words(finding.kind, finding.ends_at),
        place=wording.place(finding.where),
        note=" ".join(finding.note.split()),
        who=who_and_when(one.stamp),
        withdrawn=withdrawn,
    )
