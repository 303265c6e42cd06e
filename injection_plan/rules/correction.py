"""Rules of putting right: void, re-open, addendum, a wrong participant code."""

from __future__ import annotations

import re

from injection_plan import commands, events
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure
from injection_plan.rules import gates
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.rules.table import Asked, against
from injection_plan.terms import Injected, Role


def void(procedure: Procedure, command: commands.Void, stamp: Stamp) -> events.Voided | Refusal:
    """Accept that an entry was wrong, with the answer to whether product was injected there."""
    refusal = gates.approved(procedure) or gates.in_role(procedure, stamp, Role.PERFORMER)
    if refusal := refusal or gates.plausible(procedure, stamp, command.happened_at):
        return refusal
    if why := against(procedure, command.about, Asked.VOID):
        return Refusal(why, command.about)
    if refusal := gates.current(procedure, command.about, command.seen):
        return refusal
    details = (command.volume, command.place, command.happened_at)
    delivery = procedure.delivery(command.about)
    if command.injected is Injected.YES and delivery is not None and delivery.is_given and not any(details):
        return Refusal(Why.VOLUME_NEEDED, command.about)
    corrects = command.injected is Injected.YES
    return events.Voided(
        about=command.about,
        injected=command.injected,
        reason=command.reason,
        volume=command.volume if corrects else None,
        place=command.place if corrects else None,
        happened_at=command.happened_at if corrects else None,
    )


def reopen(procedure: Procedure, command: commands.Reopen) -> events.Reopened | Refusal:
    """Open a signed case for a correction: its signatures fall and its revision rises."""
    return events.Reopened(reason=command.reason) if procedure.is_signed else Refusal(Why.NOT_SIGNED)


def write_addendum(procedure: Procedure, command: commands.WriteAddendum) -> events.AddendumWritten | Refusal:
    """Add text to a signed case, changing no number."""
    return events.AddendumWritten(text=command.text) if procedure.is_signed else Refusal(Why.NOT_SIGNED)


def correct_participant_code(
    procedure: Procedure, command: commands.CorrectParticipantCode
) -> events.ParticipantCodeCorrected | Refusal:
    """Put a wrong participant code right, with a reason, in a case that is not signed."""
    if refusal := gates.live(procedure):
        return refusal
    if re.fullmatch(procedure.protocol.participant_code, command.participant) is None:
        return Refusal(Why.CODE_DOES_NOT_FIT, command.participant)
    if command.participant == procedure.participant:
        return Refusal(Why.CODE_DOES_NOT_FIT, command.participant)
    return events.ParticipantCodeCorrected(participant=command.participant, reason=command.reason)
