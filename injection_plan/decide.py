"""Decide: one match over every command, to the rule that answers it with an event or a refusal."""

from __future__ import annotations

from typing import assert_never

from injection_plan import commands, events
from injection_plan.commands import Command
from injection_plan.events import Event
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure
from injection_plan.rules import (
    closing,
    correction,
    delivery,
    eligibility,
    gates,
    preparation,
    product,
    verification,
)
from injection_plan.rules.refusal import Refusal, Why


def decide(procedure: Procedure | None, command: Command, stamp: Stamp) -> Event | Refusal:
    """Return what a command makes happen in a case as it stands, or why it may not; nothing is changed."""
    if isinstance(command, commands.OpenCase):
        return preparation.open_case(command, stamp) if procedure is None else Refusal(Why.ALREADY_OPEN)
    if procedure is None:
        return Refusal(Why.NOT_OPEN)
    if refusal := gates.in_team(procedure, stamp):
        return refusal
    match command:
        case commands.NameTeam():
            return preparation.name_team(procedure, command)
        case commands.DraftPlan():
            return preparation.draft_plan(procedure, command, stamp)
        case commands.ApprovePlan():
            return preparation.approve_plan(procedure, command, stamp)
        case commands.PassTimeOut():
            return preparation.pass_time_out(procedure, command, stamp)
        case commands.ChooseNext():
            return delivery.choose_next(procedure, command, stamp)
        case commands.Give():
            return delivery.give(procedure, command, stamp)
        case commands.ReadMark():
            return verification.read_mark(procedure, command, stamp)
        case commands.LeaveMarkUnread():
            return verification.leave_mark_unread(procedure, command, stamp)
        case commands.Omit():
            return delivery.omit(procedure, command, stamp)
        case commands.RecordDifference():
            return delivery.record_difference(procedure, command, stamp)
        case commands.Void():
            return correction.void(procedure, command, stamp)
        case (
            commands.DateScreening()
            | commands.DecideCriteria()
            | commands.SignOffEligibility()
            | commands.CheckDay()
            | commands.NoteHandFinding()
            | commands.WithdrawHandFinding()
            | commands.DescribeProduct()
            | commands.FillSyringes()
            | commands.CheckSyringes()
            | commands.EnterHandling()
        ):
            return _before_the_plan(procedure, command, stamp)
        case _:
            return _about_the_case(procedure, command, stamp)


def _before_the_plan(
    procedure: Procedure,
    command: commands.DateScreening
    | commands.DecideCriteria
    | commands.SignOffEligibility
    | commands.CheckDay
    | commands.NoteHandFinding
    | commands.WithdrawHandFinding
    | commands.DescribeProduct
    | commands.FillSyringes
    | commands.CheckSyringes
    | commands.EnterHandling,
    stamp: Stamp,
) -> Event | Refusal:
    match command:
        case commands.DateScreening():
            return eligibility.date_screening(procedure, command, stamp)
        case commands.DecideCriteria():
            return eligibility.decide_criteria(procedure, command, stamp)
        case commands.SignOffEligibility():
            return eligibility.sign_off(procedure, command)
        case commands.CheckDay():
            return eligibility.check_day(procedure, command)
        case commands.NoteHandFinding():
            return preparation.note_hand_finding(procedure, command, stamp)
        case commands.WithdrawHandFinding():
            return preparation.withdraw_hand_finding(procedure, command, stamp)
        case commands.DescribeProduct():
            return product.describe_product(procedure, command, stamp)
        case commands.FillSyringes():
            return product.fill_syringes(procedure, command)
        case commands.CheckSyringes():
            return product.check_syringes(procedure, command)
        case commands.EnterHandling():
            return product.enter_handling(procedure, command)
        case _:
            assert_never(command)


def _about_the_case(
    procedure: Procedure,
    command: commands.ReadSyringeAloud
    | commands.PassSignOut
    | commands.Pause
    | commands.Resume
    | commands.ContinueCase
    | commands.NoteOccurrence
    | commands.TurnView
    | commands.HandOver
    | commands.Stop
    | commands.Reconcile
    | commands.Sign
    | commands.WriteAddendum
    | commands.Reopen
    | commands.CorrectParticipantCode
    | commands.NoteClockJump,
    stamp: Stamp,
) -> Event | Refusal:
    match command:
        case commands.ReadSyringeAloud():
            return preparation.read_syringe_aloud(procedure, command)
        case commands.PassSignOut():
            return closing.pass_sign_out(procedure, command)
        case commands.Pause():
            return delivery.pause(procedure, command)
        case commands.Resume():
            return delivery.resume(procedure, stamp)
        case commands.ContinueCase():
            return delivery.continue_case(procedure, stamp)
        case commands.NoteOccurrence():
            return gates.live(procedure) or events.OccurrenceNoted(text=command.text)
        case commands.TurnView():
            return gates.live(procedure) or events.ViewTurned(view=command.view)
        case commands.HandOver():
            return delivery.hand_over(procedure, command)
        case commands.Stop():
            return delivery.stop(procedure, command)
        case commands.Reconcile():
            return closing.reconcile(procedure, command, stamp)
        case commands.Sign():
            return closing.sign(procedure, command, stamp)
        case commands.WriteAddendum():
            return correction.write_addendum(procedure, command)
        case commands.Reopen():
            return correction.reopen(procedure, command)
        case commands.CorrectParticipantCode():
            return correction.correct_participant_code(procedure, command)
        case commands.NoteClockJump():
            return events.ClockJumped(by_ms=command.by_ms)
        case _:
            assert_never(command)
