"""What happened, in the past tense: each event a frozen fact, their union told apart by `kind`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from injection_plan.amounts import Amount, Dose
from injection_plan.anatomy import Hand
from injection_plan.answers import Allocation, DayAnswer, SignOutLine
from injection_plan.eligibility import Decision
from injection_plan.facts import Fact
from injection_plan.hand_findings import HandFinding
from injection_plan.people import Person, Stamp, Written
from injection_plan.plan import DeliveryCode, Plan
from injection_plan.product import Handling, Process, Short, SyringeCheck, SyringeFill, SyringeNumber
from injection_plan.protocol import AliquotCode, CheckLine, Protocol
from injection_plan.settling import MarkExplained, Settlement, SyringeLoss
from injection_plan.terms import Injected, Occasion, Role
from injection_plan.views import View


class Opened(Fact):
    """A case was opened for a participant under one version of the protocol, which it carries whole."""

    kind: Literal["opened"] = "opened"
    case: Short
    participant: Short
    centre: Short
    practice: bool
    allocation: Allocation
    protocol: Protocol
    protocol_digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    software: Short


class TeamNamed(Fact):
    """The two people of this case were named."""

    kind: Literal["team_named"] = "team_named"
    performer: Person
    verifier: Person


class ScreeningDated(Fact):
    """The day of the screening visit was entered, from which months are counted."""

    kind: Literal["screening_dated"] = "screening_dated"
    on: date


class CriteriaDecided(Fact):
    """The investigator, who is the one who acted, decided these criteria; a sign-off given before falls away."""

    kind: Literal["criteria_decided"] = "criteria_decided"
    decisions: Annotated[tuple[Decision, ...], Field(min_length=1)]


class EligibilitySignedOff(Fact):
    """The investigator, who is the one who acted, signed off the sheet with every criterion decided."""

    kind: Literal["eligibility_signed_off"] = "eligibility_signed_off"


class DayChecked(Fact):
    """What must be looked at again on the day was asked again, line by line."""

    kind: Literal["day_checked"] = "day_checked"
    answers: tuple[DayAnswer, ...]


class HandFindingNoted(Fact):
    """The performer found something on a hand; it gets the next number and leaves nothing out by itself."""

    kind: Literal["hand_finding_noted"] = "hand_finding_noted"
    finding: HandFinding


class HandFindingWithdrawn(Fact):
    """A finding was entered wrongly; it stays readable, with the reason."""

    kind: Literal["hand_finding_withdrawn"] = "hand_finding_withdrawn"
    number: Annotated[int, Field(ge=1)]
    reason: Written


class ProductDescribed(Fact):
    """The product as it arrived; what nobody recorded is nothing, never a guess. `ready_at` is its release."""

    kind: Literal["product_described"] = "product_described"
    prepared: Dose
    lot: Written | None
    ready_at: AwareDatetime | None
    process: Process = Process()


class SyringesFilled(Fact):
    """The syringes were drawn up, by the one who acted."""

    kind: Literal["syringes_filled"] = "syringes_filled"
    fills: tuple[SyringeFill, ...]


class SyringesChecked(Fact):
    """A second person, who is the one who acted, read these syringes without having been shown the first reading."""

    kind: Literal["syringes_checked"] = "syringes_checked"
    checks: Annotated[tuple[SyringeCheck, ...], Field(min_length=1)]


class HandlingEntered(Fact):
    """What the centre expects to lose in each syringe, and what it lays out."""

    kind: Literal["handling_entered"] = "handling_entered"
    handling: Handling


class PlanDrafted(Fact):
    """A plan was proposed; an approval given before falls away."""

    kind: Literal["plan_drafted"] = "plan_drafted"
    plan: Plan


class PlanApproved(Fact):
    """The performer approved the plan as it stood; `read` are the warnings that were ticked as read, in words."""

    kind: Literal["plan_approved"] = "plan_approved"
    read: Annotated[tuple[Written, ...], Field(max_length=100)] = ()


class TimeOutPassed(Fact):
    """Both people stopped before a hand and answered each line aloud."""

    kind: Literal["time_out_passed"] = "time_out_passed"
    hand: Hand
    lines: tuple[CheckLine, ...]


class SyringeReadAloud(Fact):
    """A syringe was taken up, and number, finger and fill mark were said and answered."""

    kind: Literal["syringe_read_aloud"] = "syringe_read_aloud"
    syringe: SyringeNumber
    text: Written


class SignOutPassed(Fact):
    """Both people answered each line of the sign-out aloud."""

    kind: Literal["sign_out_passed"] = "sign_out_passed"
    lines: tuple[SignOutLine, ...]


class ChosenNext(Fact):
    """The performer chose another aliquot to be the next."""

    kind: Literal["chosen_next"] = "chosen_next"
    aliquot: AliquotCode


class Given(Fact):
    """The performer confirmed an aliquot with its planned volume."""

    kind: Literal["given"] = "given"
    aliquot: AliquotCode
    syringe: SyringeNumber
    volume: Dose


class MarkRead(Fact):
    """The verifier read the plunger, blind; what it means is derived, never stored."""

    kind: Literal["mark_read"] = "mark_read"
    occasion: Occasion
    syringe: SyringeNumber
    about: DeliveryCode | None
    mark: Amount


class MarkNotRead(Fact):
    """The mark was not read before the plunger moved on; it cannot be made up afterwards."""

    kind: Literal["mark_not_read"] = "mark_not_read"
    occasion: Occasion
    syringe: SyringeNumber
    about: DeliveryCode | None
    reason: Written | None = None


class Omitted(Fact):
    """A planned aliquot was not given, for a reason; it is never a dose of nothing."""

    kind: Literal["omitted"] = "omitted"
    aliquot: AliquotCode
    reason: Written


class Differed(Fact):
    """What happened differed from the plan: another volume, place or time, or an extra pass.

    Without `aliquot` it was an extra pass. `place` is an aliquot code or a description; `happened_at` is UTC.
    """

    kind: Literal["differed"] = "differed"
    aliquot: AliquotCode | None
    syringe: SyringeNumber
    volume: Dose
    place: Written | None
    happened_at: AwareDatetime | None
    reason: Written


class Voided(Fact):
    """An entry was wrong. Whether product was injected decides what the aliquot is now.

    No: planned again. Yes: it stays given, with the volume, place or time put right. Not sure: unknown.
    """

    kind: Literal["voided"] = "voided"
    about: DeliveryCode
    injected: Injected
    reason: Written
    volume: Dose | None = None
    place: Written | None = None
    happened_at: AwareDatetime | None = None


class Paused(Fact):
    """The case was paused."""

    kind: Literal["paused"] = "paused"
    reason: Written | None = None


class Resumed(Fact):
    """The case went on after a pause; `another_day` after midnight or too many hours."""

    kind: Literal["resumed"] = "resumed"
    another_day: bool


class Continued(Fact):
    """The case was opened again after the program had ended in the middle of it."""

    kind: Literal["continued"] = "continued"
    another_day: bool


class OccurrenceNoted(Fact):
    """Something happened that no aliquot says: an event, in free text for now."""

    kind: Literal["occurrence_noted"] = "occurrence_noted"
    text: Written


class ViewTurned(Fact):
    """The hands were turned, on every window at once."""

    kind: Literal["view_turned"] = "view_turned"
    view: View


class HandedOver(Fact):
    """A role passed to another person."""

    kind: Literal["handed_over"] = "handed_over"
    role: Role
    person: Person


class Stopped(Fact):
    """The case was stopped; what was still planned is omitted with this reason."""

    kind: Literal["stopped"] = "stopped"
    reason: Written


class Reconciled(Fact):
    """The volumes were accounted for; each unexplained one is explained, or accepted by name.

    `marks` explains every mark that differs.
    """

    kind: Literal["reconciled"] = "reconciled"
    losses: tuple[SyringeLoss, ...]
    sample: Amount
    not_drawn_up: Amount
    settlements: tuple[Settlement, ...]
    marks: tuple[MarkExplained, ...] = ()


class Signed(Fact):
    """The person who acted put their name to the record, with the meaning they chose."""

    kind: Literal["signed"] = "signed"
    meaning: Written


class AddendumWritten(Fact):
    """Text was added to a signed case; it changes no number."""

    kind: Literal["addendum_written"] = "addendum_written"
    text: Written


class Reopened(Fact):
    """A signed case was opened for a correction: signatures fall, the revision rises."""

    kind: Literal["reopened"] = "reopened"
    reason: Written


class ParticipantCodeCorrected(Fact):
    """The participant code was wrong and is put right; the first one stays readable."""

    kind: Literal["participant_code_corrected"] = "participant_code_corrected"
    participant: Short
    reason: Written


class ClockJumped(Fact):
    """The workstation's clock was moved; the order of entries does not depend on it."""

    kind: Literal["clock_jumped"] = "clock_jumped"
    by_ms: int


Event = Annotated[
    Opened
    | TeamNamed
    | ScreeningDated
    | CriteriaDecided
    | EligibilitySignedOff
    | DayChecked
    | HandFindingNoted
    | HandFindingWithdrawn
    | ProductDescribed
    | SyringesFilled
    | SyringesChecked
    | HandlingEntered
    | PlanDrafted
    | PlanApproved
    | TimeOutPassed
    | SyringeReadAloud
    | SignOutPassed
    | ChosenNext
    | Given
    | MarkRead
    | MarkNotRead
    | Omitted
    | Differed
    | Voided
    | Paused
    | Resumed
    | Continued
    | OccurrenceNoted
    | ViewTurned
    | HandedOver
    | Stopped
    | Reconciled
    | Signed
    | AddendumWritten
    | Reopened
    | ParticipantCodeCorrected
    | ClockJumped,
    Field(discriminator="kind"),
]
"""Everything that can happen in a case."""


class Entry(Fact):
    """An event as it is stored: in which case, as its how-manieth, stamped by whom and when."""

    case: Short
    version: Annotated[int, Field(ge=1)]
    key: Annotated[str, Field(min_length=8, max_length=64)]
    stamp: Stamp
    event: Event
