"""What is asked, in the imperative; a command carries what the person saw when they asked it.

`seen` is the last version that touched the aliquot or its syringe, as `Procedure.seen` gives it: the nurse's
reading and the surgeon's press of another syringe do not make each other stale.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, Field

from injection_plan.amounts import Amount, Dose
from injection_plan.anatomy import Hand
from injection_plan.answers import Allocation, DayAnswer, SignOutLine
from injection_plan.eligibility import Decision
from injection_plan.facts import Fact
from injection_plan.hand_findings import HandFinding
from injection_plan.people import Person, Written
from injection_plan.plan import DeliveryCode, Plan
from injection_plan.product import Handling, Process, Short, SyringeCheck, SyringeFill, SyringeNumber
from injection_plan.protocol import AliquotCode, CheckLine, Protocol
from injection_plan.settling import MarkExplained, Settlement, SyringeLoss
from injection_plan.terms import Injected, Occasion, Role
from injection_plan.views import View


class OpenCase(Fact):
    """Open a case for a participant under this version of the protocol."""

    case: Short
    participant: Short
    centre: Short
    practice: bool
    allocation: Allocation
    protocol: Protocol
    protocol_digest: str
    software: Short


class NameTeam(Fact):
    """Name the performer and the verifier, two different people."""

    performer: Person
    verifier: Person


class DateScreening(Fact):
    """Enter the day of the screening visit."""

    on: date


class DecideCriteria(Fact):
    """Let the named investigator decide criteria, with the values they rest on."""

    decisions: Annotated[tuple[Decision, ...], Field(min_length=1)]
    by: Person


class SignOffEligibility(Fact):
    """Let the named investigator sign off the sheet as it was seen at this version of the case."""

    by: Person
    seen: int


class CheckDay(Fact):
    """Ask again what must be looked at on the day."""

    answers: tuple[DayAnswer, ...]


class NoteHandFinding(Fact):
    """Put down something found on a hand."""

    finding: HandFinding


class WithdrawHandFinding(Fact):
    """Take back a finding that was entered wrongly, with the reason."""

    number: int
    reason: Written


class DescribeProduct(Fact):
    """Enter the prepared volume, and whatever else of the product was recorded."""

    prepared: Dose
    lot: Written | None
    ready_at: AwareDatetime | None
    process: Process = Process()


class FillSyringes(Fact):
    """Enter what was drawn up into each syringe, the mark it starts at and its label; without `by` the nurse did it."""

    fills: tuple[SyringeFill, ...]
    by: Person | None = None


class CheckSyringes(Fact):
    """Enter what the named second person read on syringes, blind to the first reading."""

    checks: Annotated[tuple[SyringeCheck, ...], Field(min_length=1)]
    by: Person


class EnterHandling(Fact):
    """Enter the losses that the centre expects, and the counts of what it lays out."""

    handling: Handling


class DraftPlan(Fact):
    """Propose a plan; an approval given before falls away."""

    plan: Plan


class ApprovePlan(Fact):
    """Approve the plan as it was seen at this version of the case, with the warnings that were ticked as read."""

    seen: int
    read: Annotated[tuple[Written, ...], Field(max_length=100)] = ()


class PassTimeOut(Fact):
    """Record that each of these lines was answered aloud before this hand."""

    hand: Hand
    lines: tuple[CheckLine, ...]


class ReadSyringeAloud(Fact):
    """Record that a syringe was named aloud with its finger and fill mark, and answered."""

    syringe: SyringeNumber
    text: Written


class PassSignOut(Fact):
    """Record that each of these lines of the sign-out was answered aloud."""

    lines: tuple[SignOutLine, ...]


class ChooseNext(Fact):
    """Make another planned aliquot the next one."""

    aliquot: AliquotCode
    seen: int


class Give(Fact):
    """Confirm the aliquot that is shown, with its planned volume."""

    aliquot: AliquotCode
    volume: Dose
    seen: int


class ReadMark(Fact):
    """Enter the mark at which the plunger of a syringe stands."""

    occasion: Occasion
    syringe: SyringeNumber
    about: DeliveryCode | None
    mark: Amount
    seen: int


class LeaveMarkUnread(Fact):
    """Say that the mark was not read before the plunger moved on."""

    occasion: Occasion
    syringe: SyringeNumber
    about: DeliveryCode | None
    seen: int
    reason: Written | None = None


class Omit(Fact):
    """Leave a planned aliquot out, with the reason."""

    aliquot: AliquotCode
    reason: Written
    seen: int


class RecordDifference(Fact):
    """Record that what happened differed: another volume, place or time, or an extra pass."""

    aliquot: AliquotCode | None
    syringe: SyringeNumber
    volume: Dose
    place: Written | None
    happened_at: AwareDatetime | None
    reason: Written


class Void(Fact):
    """Void an entry, answering whether product was injected, with what is put right where it was."""

    about: DeliveryCode
    injected: Injected
    reason: Written
    seen: int
    volume: Dose | None = None
    place: Written | None = None
    happened_at: AwareDatetime | None = None


class Pause(Fact):
    """Pause the case."""

    reason: Written | None = None


class Resume(Fact):
    """Go on after a pause."""


class ContinueCase(Fact):
    """Go on with a case in whose middle the program had ended."""


class NoteOccurrence(Fact):
    """Note an event, in free text for now."""

    text: Written


class TurnView(Fact):
    """Turn the hands on every window."""

    view: View


class HandOver(Fact):
    """Pass a role to another person."""

    role: Role
    person: Person


class Stop(Fact):
    """Stop the case; what is still planned is omitted with this reason."""

    reason: Written


class Reconcile(Fact):
    """Account for the volumes, settling every one that stays unexplained, and every mark that differs."""

    losses: tuple[SyringeLoss, ...]
    sample: Amount
    not_drawn_up: Amount
    settlements: tuple[Settlement, ...]
    seen: int
    marks: tuple[MarkExplained, ...] = ()


class Sign(Fact):
    """Put one's name to the record as it stands at this version, with a meaning."""

    meaning: Written
    seen: int


class WriteAddendum(Fact):
    """Add text to a signed case."""

    text: Written


class Reopen(Fact):
    """Open a signed case for a correction."""

    reason: Written


class CorrectParticipantCode(Fact):
    """Put a wrong participant code right."""

    participant: Short
    reason: Written


class NoteClockJump(Fact):
    """Note that the workstation's clock was moved by so many milliseconds."""

    by_ms: int


Command = (
    OpenCase
    | NameTeam
    | DateScreening
    | DecideCriteria
    | SignOffEligibility
    | CheckDay
    | NoteHandFinding
    | WithdrawHandFinding
    | DescribeProduct
    | FillSyringes
    | CheckSyringes
    | EnterHandling
    | DraftPlan
    | ApprovePlan
    | PassTimeOut
    | ReadSyringeAloud
    | PassSignOut
    | ChooseNext
    | Give
    | ReadMark
    | LeaveMarkUnread
    | Omit
    | RecordDifference
    | Void
    | Pause
    | Resume
    | ContinueCase
    | NoteOccurrence
    | TurnView
    | HandOver
    | Stop
    | Reconcile
    | Sign
    | WriteAddendum
    | Reopen
    | CorrectParticipantCode
    | NoteClockJump
)
"""Everything that can be asked of a case."""
