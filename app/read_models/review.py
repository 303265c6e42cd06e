"""The closing of a case as it is shown: at which stage it stands, every aliquot, every entry, and the sums."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app import wording
from app.read_models.blind import OPEN_EYES, Blind, blind
from app.read_models.correction_form import may_void
from app.read_models.entry_words import what_happened
from app.read_models.pad import PadView, pad_view_of
from app.read_models.reconciled_words import settlement_line
from app.read_models.timeline import mark_words
from injection_plan.events import AddendumWritten, Entry
from injection_plan.procedure import Delivery, Procedure
from injection_plan.reconciliation import CaseBalance, reconciled_balance
from injection_plan.rules.closing import asks_for_sign_out
from injection_plan.settling import Settlement
from injection_plan.terms import TEAM, Role, Standing
from injection_plan.volume import NOTHING, Volume, total

DOMAIN = "closing"


class Stage(StrEnum):
    """The stages of closing, in order; before them, something is still to be done at the hands."""

    AT_THE_HANDS = "at the hands"
    END_MARKS = "end marks"
    SIGN_OUT = "sign-out"
    RECONCILE = "reconcile"
    SIGN = "sign"
    SIGNED = "signed"


def stage_of(procedure: Procedure) -> Stage:
    """Return the stage at which a case stands."""
    if procedure.is_signed:
        return Stage.SIGNED
    if procedure.owed is not None or not procedure.is_settled:
        return Stage.AT_THE_HANDS
    if procedure.end_marks_owed:
        return Stage.END_MARKS
    if asks_for_sign_out(procedure):
        return Stage.SIGN_OUT
    return Stage.RECONCILE if procedure.reconciliation is None else Stage.SIGN


def steps_of(procedure: Procedure) -> tuple[Stage, ...]:
    """Return the stages that the closing of a case goes through: without a sign-out there is no step for it."""
    wanted = {Stage.SIGN_OUT: bool(procedure.protocol.sign_out), Stage.AT_THE_HANDS: False}
    return tuple(stage for stage in Stage if wanted.get(stage, True))


def may_look_at(procedure: Procedure) -> frozenset[Stage]:
    """Return the other stages that may be looked at as a case stands: figures before, the sign-out once more."""
    others = {
        Stage.SIGN_OUT: {Stage.RECONCILE},
        Stage.RECONCILE: {Stage.SIGN_OUT},
        Stage.SIGN: {Stage.SIGN_OUT, Stage.RECONCILE},
    }
    return frozenset(others.get(stage_of(procedure), set())).intersection(steps_of(procedure))


def eyes_of(procedure: Procedure) -> Blind:
    """Return what this side may know: everything, once no mark is owed any more."""
    open_stages = {Stage.SIGN_OUT, Stage.RECONCILE, Stage.SIGN, Stage.SIGNED}
    return OPEN_EYES if stage_of(procedure) in open_stages else blind(procedure)


def end_marks(procedure: Procedure) -> tuple[PadView, ...]:
    """Return what is asked for each end mark that is owed, blind, by syringe."""
    views = (pad_view_of(procedure, owed) for owed in procedure.end_marks_owed)
    return tuple(view for view in views if view is not None)


def people_of(procedure: Procedure) -> tuple[tuple[Role, str], ...]:
    """Return the two people of the case with their roles."""
    named = ((role, procedure.person(role)) for role in TEAM)
    return tuple((role, person.name) for role, person in named if person is not None)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry as it is read: its number, when it was recorded, who acted and who entered it, and what it says."""

    number: int
    when: str
    who: str
    entered_by: str
    what: str


def entry_rows(entries: tuple[Entry, ...], eyes: Blind) -> tuple[EntryRow, ...]:
    """Return every entry, the newest first."""
    return tuple(_entry_row(entry, eyes) for entry in reversed(entries))


def _entry_row(entry: Entry, eyes: Blind) -> EntryRow:
    stamp = entry.stamp
    who = wording.say(DOMAIN, "dialog.person", role=wording.role(stamp.role), name=stamp.acted_by.name)
    return EntryRow(
        number=entry.version,
        when=wording.date_time(stamp.recorded, stamp.offset_minutes),
        who=who,
        entered_by=stamp.entered_by.name,
        what=what_happened(entry, eyes),
    )


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """One aliquot or extra pass as it is read, volumes in mL; `may_void` says that an entry could be wrong."""

    code: str
    phrase: str
    planned: str
    given: str
    when: str
    mark: str
    standing: Standing
    standing_word: str
    remark: str
    may_void: bool


def delivery_rows(procedure: Procedure, eyes: Blind) -> tuple[DeliveryRow, ...]:
    """Return every aliquot in the plan's order, then the extra passes."""
    return tuple(_delivery_row(procedure, one, eyes) for one in procedure.deliveries)


def _delivery_row(procedure: Procedure, one: Delivery, eyes: Blind) -> DeliveryRow:
    when = ""
    if one.stamp is not None:
        when = wording.clock_time(one.happened_at or one.stamp.recorded, one.stamp.offset_minutes)
    place = "" if one.place is None else wording.say(DOMAIN, "row.place", place=wording.where(one.place))
    return DeliveryRow(
        code=one.code,
        phrase=wording.aliquot(one.code),
        planned="" if one.planned is None else wording.number(one.planned),
        given=wording.number(one.counted) if one.is_given else "",
        when=when,
        mark=mark_words(one, covered=one.syringe in eyes.covered) if one.is_given else "",
        standing=one.standing,
        standing_word=wording.standing(one.standing),
        remark=" · ".join(part for part in (place, one.reason or "") if part),
        may_void=may_void(procedure, one.code),
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """Where the product went, line by line as (word, volume), what was settled how, and how many aliquots."""

    sums: tuple[tuple[str, str], ...]
    settled: tuple[str, ...]
    counts: tuple[tuple[str, str], ...]


def summary(procedure: Procedure) -> Summary | None:
    """Return what the signatures stand under, or nothing while the case is not reconciled."""
    balance = reconciled_balance(procedure)
    if balance is None or procedure.reconciliation is None:
        return None
    settlements = procedure.reconciliation.figures.settlements
    return Summary(_sums(balance), tuple(_settled(one) for one in settlements), counts(procedure))


def _sums(balance: CaseBalance) -> tuple[tuple[str, str], ...]:
    rows = balance.syringes
    unknown = sum(one.priming is None for one in rows)
    priming = wording.volume(total(one.priming or NOTHING for one in rows))
    if unknown:
        priming = wording.say(DOMAIN, "sum.unknown", volume=priming, count=unknown)
    left = wording.volume(total(one.left or NOTHING for one in rows))
    if not_read := sum(one.left is None for one in rows):
        left = wording.say(DOMAIN, "sum.not_read", volume=left, count=not_read)
    figures = {
        "prepared": wording.volume(balance.prepared),
        "given": wording.volume(total(one.given for one in rows)),
        "priming": priming,
        "left": left,
        "discarded": wording.volume(total(one.discarded for one in rows)),
        "spilled": wording.volume(total(one.spilled for one in rows)),
        "sample": wording.volume(balance.sample),
        "not_drawn_up": wording.volume(balance.not_drawn_up),
        "unexplained": wording.signed_volume(balance.unexplained_volume),
    }
    return tuple((wording.say(DOMAIN, f"sum.{name}"), volume) for name, volume in figures.items())


def _settled(one: Settlement) -> str:
    how = [] if one.explanation is None else [one.explanation]
    if one.accepted_by is not None:
        how.append(wording.say(DOMAIN, "sum.accepted", person=one.accepted_by.name))
    line, volume = settlement_line(one.line), wording.signed_volume(one.volume)
    return wording.say(DOMAIN, "sum.settled", line=line, volume=volume, how="; ".join(how))


def counts(procedure: Procedure) -> tuple[tuple[str, str], ...]:
    """Return how many aliquots of each standing there are, as (word, count); none of a kind is left out."""
    standings = [one.standing for one in procedure.deliveries]
    kinds = [one for one in Standing if one in standings]
    return tuple((wording.standing(kind), str(standings.count(kind))) for kind in kinds)


def given_words(procedure: Procedure, eyes: Blind) -> str:
    """Return what was given in all, as far as this side may know."""
    known: Volume = eyes.counted(procedure.deliveries)
    return wording.volume(known)


def addenda(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Return each addendum with who wrote it and when, oldest first."""
    return tuple(
        wording.say(
            DOMAIN,
            "addendum.line",
            text=entry.event.text,
            person=entry.stamp.acted_by.name,
            when=wording.date_time(entry.stamp.recorded, entry.stamp.offset_minutes),
        )
        for entry in entries
        if isinstance(entry.event, AddendumWritten)
    )
