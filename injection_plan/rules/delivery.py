"""Rules of giving: give, choose the next, omit, what differed, pause, resume, hand over, stop."""

from __future__ import annotations

from injection_plan import commands, events
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure
from injection_plan.rules import gates
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.rules.table import Asked, against
from injection_plan.terms import Role, Standing


def give(procedure: Procedure, command: commands.Give, stamp: Stamp) -> events.Given | Refusal:
    """Accept the aliquot that is shown, once, by the performer, and only when nothing stands before it."""
    if refusal := may_give(procedure, command.aliquot):
        return refusal
    refusal = gates.in_role(procedure, stamp, Role.PERFORMER) or gates.locked_out(procedure, stamp)
    if refusal := refusal or gates.current(procedure, command.aliquot, command.seen):
        return refusal
    aliquot = procedure.protocol.aliquot(command.aliquot)
    if command.volume != aliquot.volume:
        return Refusal(Why.OTHER_VOLUME, command.aliquot)
    return events.Given(aliquot=command.aliquot, syringe=aliquot.syringe, volume=command.volume)


def may_give(procedure: Procedure, code: str) -> Refusal | None:
    """Return what stands against giving an aliquot now, whoever asks; the screen asks the same."""
    if refusal := gates.approved(procedure):
        return refusal
    if why := against(procedure, code, Asked.GIVE):
        return Refusal(why, code)
    if refusal := gates.owed(procedure.owed):
        return refusal
    if procedure.paused:
        return Refusal(Why.IS_PAUSED)
    hand = procedure.protocol.aliquot(code).path.finger.hand
    return None if hand in procedure.time_outs else Refusal(Why.NO_TIME_OUT, hand.value)


def choose_next(
    procedure: Procedure, command: commands.ChooseNext, stamp: Stamp
) -> events.ChosenNext | Refusal:
    """Let the performer make another planned aliquot the next; the choice is an entry."""
    refusal = gates.approved(procedure) or gates.in_role(procedure, stamp, Role.PERFORMER)
    if refusal := refusal or gates.owed(procedure.owed_after[0] if procedure.owed_after else None):
        return refusal
    delivery = procedure.delivery(command.aliquot)
    if delivery is None or delivery.standing is not Standing.PLANNED:
        return Refusal(against(procedure, command.aliquot, Asked.GIVE) or Why.NOT_PLANNED, command.aliquot)
    if procedure.current is not None and procedure.current.code == command.aliquot:
        return Refusal(Why.ALREADY_SHOWN, command.aliquot)
    if refusal := gates.current(procedure, command.aliquot, command.seen):
        return refusal
    return events.ChosenNext(aliquot=command.aliquot)


def omit(procedure: Procedure, command: commands.Omit, stamp: Stamp) -> events.Omitted | Refusal:
    """Accept that a planned aliquot is left out, with its reason."""
    if refusal := gates.approved(procedure) or gates.in_role(procedure, stamp, Role.PERFORMER):
        return refusal
    if why := against(procedure, command.aliquot, Asked.OMIT):
        return Refusal(why, command.aliquot)
    if refusal := gates.current(procedure, command.aliquot, command.seen):
        return refusal
    return events.Omitted(aliquot=command.aliquot, reason=command.reason)


def record_difference(
    procedure: Procedure, command: commands.RecordDifference, stamp: Stamp
) -> events.Differed | Refusal:
    """Accept what happened, whatever was planned: facts are not refused, only impossible times and slips."""
    refusal = gates.approved(procedure) or gates.in_role(procedure, stamp, Role.PERFORMER)
    if refusal := refusal or gates.plausible(procedure, stamp, command.happened_at):
        return refusal
    if command.aliquot is not None:
        delivery = procedure.delivery(command.aliquot)
        if delivery is None or delivery.standing is not Standing.PLANNED:
            why = against(procedure, command.aliquot, Asked.GIVE) or Why.NOT_PLANNED
            return Refusal(why, command.aliquot)
    if command.syringe not in {state.syringe.number for state in procedure.syringes}:
        return Refusal(Why.SYRINGE_MISSING, str(command.syringe))
    return events.Differed(
        aliquot=command.aliquot,
        syringe=command.syringe,
        volume=command.volume,
        place=command.place,
        happened_at=command.happened_at,
        reason=command.reason,
    )


def pause(procedure: Procedure, command: commands.Pause) -> events.Paused | Refusal:
    """Pause an open case; it is never refused in one, and a second pause adds its reason to the first."""
    return gates.live(procedure) or events.Paused(reason=command.reason)


def resume(procedure: Procedure, stamp: Stamp) -> events.Resumed | Refusal:
    """Go on after a pause; on another day it asks for a new time-out and is a deviation, never refused."""
    if refusal := gates.live(procedure):
        return refusal
    if not procedure.paused:
        return Refusal(Why.NOT_PAUSED)
    since = procedure.paused_since or procedure.last_act
    return events.Resumed(another_day=gates.is_another_day(procedure, since, stamp))


def continue_case(procedure: Procedure, stamp: Stamp) -> events.Continued | Refusal:
    """Go on with a case in whose middle the program had ended."""
    if refusal := gates.live(procedure):
        return refusal
    return events.Continued(another_day=gates.is_another_day(procedure, procedure.last_act, stamp))


def hand_over(procedure: Procedure, command: commands.HandOver) -> events.HandedOver | Refusal:
    """Pass a role to a person who does not hold the other one."""
    if refusal := gates.live(procedure):
        return refusal
    other = procedure.verifier if command.role is Role.PERFORMER else procedure.performer
    if other is None:
        return Refusal(Why.NO_TEAM)
    if other.is_same_as(command.person):
        return Refusal(Why.ONE_PERSON, command.person.name)
    return events.HandedOver(role=command.role, person=command.person)


def stop(procedure: Procedure, command: commands.Stop) -> events.Stopped | Refusal:
    """Stop an open case; it is never refused in one, only pointless where it is stopped already."""
    if refusal := gates.live(procedure):
        return refusal
    return Refusal(Why.IS_STOPPED) if procedure.stopped is not None else events.Stopped(reason=command.reason)
