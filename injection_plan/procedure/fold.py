"""The fold: a state and one more entry make the next state. An event that cannot be folded is a fault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from injection_plan import events
from injection_plan.anatomy import pass_of
from injection_plan.events import Entry
from injection_plan.procedure.delivering import differed, given, omitted, stopped
from injection_plan.procedure.marking import mark_not_read, mark_read
from injection_plan.procedure.prepared import Prepared
from injection_plan.procedure.preparing import gated, prepared
from injection_plan.procedure.standing import SyringeState
from injection_plan.procedure.state import Procedure, Reconciliation
from injection_plan.procedure.voiding import voided

KEEPS_SIGNATURES = (events.Signed, events.AddendumWritten, events.ClockJumped, events.Continued)
"""What may be stored without making a signature fall."""


class Unfoldable(ValueError):
    """An entry that does not fit the case: a fault of the program or of the journal, never of a person."""


def apply(procedure: Procedure | None, entry: Entry) -> Procedure:
    """Return the state after one more entry; raise `Unfoldable` where the entry does not fit."""
    event = entry.event
    if procedure is None:
        if not isinstance(event, events.Opened) or entry.version != 1 or entry.case != event.case:
            raise Unfoldable(f"entry {entry.version} of {entry.case} cannot be the first")
        return _opened(entry, event)
    if entry.case != procedure.case or entry.version != procedure.version + 1:
        raise Unfoldable(f"entry {entry.version} of {entry.case} does not follow {procedure.version}")
    try:
        after = _after(procedure, entry)
    except KeyError as missing:
        raise Unfoldable(f"entry {entry.version} of {entry.case} does not fit: {missing}") from missing
    kept = after.signatures if isinstance(event, KEEPS_SIGNATURES) else ()
    last_act = procedure.last_act if isinstance(event, events.ClockJumped) else entry.stamp
    return replace(after, version=entry.version, last=entry.stamp, last_act=last_act, signatures=kept)


def replay(entries: Iterable[Entry]) -> Procedure | None:
    """Return the state after all entries of a case, or nothing for a case that has none."""
    procedure: Procedure | None = None
    for entry in entries:
        procedure = apply(procedure, entry)
    return procedure


def _opened(entry: Entry, event: events.Opened) -> Procedure:
    return Procedure(
        case=event.case,
        participant=event.participant,
        centre=event.centre,
        practice=event.practice,
        protocol=event.protocol,
        protocol_digest=event.protocol_digest,
        version=entry.version,
        opened=entry.stamp,
        last=entry.stamp,
        last_act=entry.stamp,
        prepared=Prepared(event.allocation),
        syringes=tuple(SyringeState(syringe, entry.version) for syringe in event.protocol.syringes),
    )


def _after(procedure: Procedure, entry: Entry) -> Procedure:
    event = entry.event
    match event:
        case events.Opened():
            raise Unfoldable(f"case {procedure.case} is already open")
        case events.Given():
            return given(procedure, entry, event)
        case events.Differed():
            return differed(procedure, entry, event)
        case events.Omitted():
            return omitted(procedure, entry, event)
        case events.Voided():
            return voided(procedure, entry, event)
        case events.Stopped():
            return stopped(procedure, entry, event)
        case events.MarkRead():
            return mark_read(procedure, entry, event)
        case events.MarkNotRead():
            return mark_not_read(procedure, entry, event)
        case (
            events.TeamNamed()
            | events.ScreeningDated()
            | events.CriteriaDecided()
            | events.EligibilitySignedOff()
            | events.DayChecked()
            | events.HandFindingNoted()
            | events.HandFindingWithdrawn()
            | events.ProductDescribed()
            | events.SyringesFilled()
            | events.SyringesChecked()
            | events.HandlingEntered()
            | events.PlanDrafted()
        ):
            return prepared(procedure, entry, event)
        case (
            events.PlanApproved()
            | events.TimeOutPassed()
            | events.HandedOver()
            | events.SyringeReadAloud()
            | events.SignOutPassed()
        ):
            return gated(procedure, entry, event)
        case _:
            return _conducted(procedure, entry, event)


def _conducted(
    procedure: Procedure,
    entry: Entry,
    event: events.ChosenNext
    | events.Paused
    | events.Resumed
    | events.Continued
    | events.OccurrenceNoted
    | events.ViewTurned
    | events.Reconciled
    | events.Signed
    | events.AddendumWritten
    | events.Reopened
    | events.ParticipantCodeCorrected
    | events.ClockJumped,
) -> Procedure:
    match event:
        case events.ChosenNext():
            finger = pass_of(event.aliquot).finger
            return replace(procedure, chosen=event.aliquot, finger_in_hand=finger)
        case events.Paused():
            since = procedure.paused_since or entry.stamp
            return replace(procedure, paused=True, paused_since=since)
        case events.Resumed() | events.Continued():
            return _went_on(procedure, entry, event)
        case events.ViewTurned():
            return replace(procedure, view=event.view)
        case events.Reconciled():
            return replace(procedure, reconciliation=Reconciliation(event, entry.stamp))
        case events.Signed():
            return replace(procedure, signatures=(*procedure.signatures, (event, entry.stamp)))
        case events.Reopened():
            return replace(
                procedure,
                reconciliation=None,
                time_outs=frozenset(),
                briefed=False,
                revision=procedure.revision + 1,
                reopened=True,
            )
        case events.ParticipantCodeCorrected():
            return replace(procedure, participant=event.participant)
        case events.OccurrenceNoted() | events.AddendumWritten() | events.ClockJumped():
            return procedure
        case _:
            assert_never(event)


def _went_on(procedure: Procedure, entry: Entry, event: events.Resumed | events.Continued) -> Procedure:
    """Take in that the case goes on; on another day the time-outs fall, and the pause counts from then."""
    time_outs = frozenset() if event.another_day else procedure.time_outs
    since = entry.stamp if event.another_day else procedure.paused_since
    paused = procedure.paused and isinstance(event, events.Continued)
    return replace(
        procedure,
        paused=paused,
        paused_since=since if paused else None,
        time_outs=time_outs,
        briefed=procedure.briefed and not event.another_day,
    )
