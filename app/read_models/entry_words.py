"""What each entry of a case says, in words: one phrasing for the screen, the record and every list of entries."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from app import wording
from app.read_models.blind import OPEN_EYES, Blind
from app.read_models.order_words import order_words
from app.read_models.preparation_words import (
    Preparing,
    allocation_words,
    fill_label,
    preparation_words,
    product_words,
)
from app.read_models.reconciled_words import reconciled_words
from injection_plan import events
from injection_plan.events import Entry
from injection_plan.product import SyringeFill
from injection_plan.terms import Injected, Occasion

DOMAIN = "closing"

_Preparing = (
    events.Opened
    | events.TeamNamed
    | events.ProductDescribed
    | events.SyringesFilled
    | events.PlanDrafted
    | events.PlanApproved
    | events.TimeOutPassed
    | events.HandedOver
)
_Delivering = (
    events.ChosenNext
    | events.Given
    | events.MarkRead
    | events.MarkNotRead
    | events.Omitted
    | events.Differed
    | events.Voided
)


def what_happened(entry: Entry, eyes: Blind = OPEN_EYES) -> str:
    """Return what an entry says, as one phrase without who and when; marks that are still covered are left out."""
    event, offset = entry.event, entry.stamp.offset_minutes
    match event:
        case (
            events.Opened()
            | events.TeamNamed()
            | events.ProductDescribed()
            | events.SyringesFilled()
            | events.PlanDrafted()
            | events.PlanApproved()
            | events.TimeOutPassed()
            | events.HandedOver()
        ):
            return _prepared(event, eyes, offset)
        case (
            events.ChosenNext()
            | events.Given()
            | events.MarkRead()
            | events.MarkNotRead()
            | events.Omitted()
            | events.Differed()
            | events.Voided()
        ):
            return _delivered(event, eyes, offset)
        case (
            events.ScreeningDated()
            | events.CriteriaDecided()
            | events.EligibilitySignedOff()
            | events.DayChecked()
            | events.HandFindingNoted()
            | events.HandFindingWithdrawn()
            | events.SyringesChecked()
            | events.HandlingEntered()
            | events.SyringeReadAloud()
            | events.SignOutPassed()
        ):
            return _preparation(event, eyes)
        case events.Paused():
            return _say("entry.paused") + _reason(event.reason)
        case events.Resumed():
            return _say("entry.resumed.another_day" if event.another_day else "entry.resumed")
        case events.Continued():
            return _say("entry.continued.another_day" if event.another_day else "entry.continued")
        case events.OccurrenceNoted():
            return _say("entry.occurrence_noted", text=event.text)
        case events.ViewTurned():
            return _say("entry.view_turned", view=wording.view(event.view))
        case events.Stopped():
            return _say("entry.stopped", reason=event.reason)
        case events.Reconciled():
            return reconciled_words(event)
        case events.Signed():
            return _say("entry.signed", meaning=event.meaning)
        case events.AddendumWritten():
            return _say("entry.addendum_written", text=event.text)
        case events.Reopened():
            return _say("entry.reopened", reason=event.reason)
        case events.ParticipantCodeCorrected():
            return _say(
                "entry.participant_code_corrected", participant=event.participant, reason=event.reason
            )
        case events.ClockJumped():
            return _clock_jumped(event)
        case _:
            assert_never(event)


def _preparation(event: Preparing, eyes: Blind) -> str:
    """Return what such an entry says; a check mark of a syringe that is covered stays covered."""
    if isinstance(event, events.SyringesChecked) and any(one.syringe in eyes.covered for one in event.checks):
        return _say("entry.checks.covered")
    return preparation_words(event)


def _prepared(event: _Preparing, eyes: Blind, offset: int) -> str:
    match event:
        case events.Opened():
            return _opened(event, offset)
        case events.TeamNamed():
            return _say("entry.team_named", performer=event.performer.name, verifier=event.verifier.name)
        case events.ProductDescribed():
            return _product(event, offset)
        case events.SyringesFilled():
            fills = "; ".join(_fill(fill, eyes) for fill in event.fills)
            return _say("entry.syringes_filled", fills=fills)
        case events.PlanDrafted():
            return _plan(event)
        case events.PlanApproved():
            read = " ".join(event.read)
            return _say("entry.plan_approved") + (_say("entry.warnings_read", read=read) if read else "")
        case events.TimeOutPassed():
            lines = "; ".join(line.text.removesuffix(".") for line in event.lines)
            return _say("entry.time_out_passed", hand=wording.hand(event.hand), lines=lines)
        case events.HandedOver():
            return _say("entry.handed_over", role=wording.role(event.role), person=event.person.name)
        case _:
            assert_never(event)


def _delivered(event: _Delivering, eyes: Blind, offset: int) -> str:
    match event:
        case events.ChosenNext():
            return _say("entry.chosen_next", aliquot=wording.aliquot(event.aliquot))
        case events.Given():
            return _say(
                "entry.given",
                aliquot=wording.aliquot(event.aliquot),
                volume=wording.volume(event.volume),
                syringe=event.syringe,
            )
        case events.MarkRead():
            return _mark_read(event, eyes)
        case events.MarkNotRead():
            words = _say(
                "entry.mark_not_read",
                syringe=event.syringe,
                occasion=_occasion(event.occasion, event.about),
            )
            return words + _reason(event.reason)
        case events.Omitted():
            return _say("entry.omitted", aliquot=wording.aliquot(event.aliquot), reason=event.reason)
        case events.Differed():
            return _differed(event, offset)
        case events.Voided():
            return _voided(event, offset)
        case _:
            assert_never(event)


def _say(key: str, **fields: str | int) -> str:
    return wording.say(DOMAIN, key, **fields)


def _reason(reason: str | None) -> str:
    return "" if reason is None else _say("entry.reason", reason=reason)


def _opened(event: events.Opened, offset: int) -> str:
    opened = _say(
        "entry.opened.practice" if event.practice else "entry.opened",
        case=event.case,
        participant=event.participant,
        centre=event.centre,
        protocol=event.protocol.protocol,
        version=event.protocol.version,
        software=event.software,
    )
    return "; ".join((opened, allocation_words(event.allocation, offset)))


def _product(event: events.ProductDescribed, offset: int) -> str:
    unknown = _say("entry.not_recorded")
    ready = unknown if event.ready_at is None else wording.date_time(event.ready_at, offset)
    prepared = wording.volume(event.prepared)
    words = _say("entry.product_described", prepared=prepared, lot=event.lot or unknown, ready=ready)
    return "; ".join((words, *product_words(event.process, offset)))


def _fill(fill: SyringeFill, eyes: Blind) -> str:
    drawn_up = wording.volume(fill.drawn_up)
    if fill.syringe in eyes.covered:
        return _say("entry.fill.covered", syringe=fill.syringe)
    mark = wording.volume(fill.mark)
    return _say("entry.fill", syringe=fill.syringe, drawn_up=drawn_up, mark=mark) + fill_label(fill)


def _plan(event: events.PlanDrafted) -> str:
    words = _say("entry.plan_drafted", count=len(event.plan.order), order=order_words(event.plan.order))
    left_out = [
        _say("entry.left_out", aliquot=wording.aliquot(one.aliquot), reason=one.reason)
        for one in event.plan.not_planned
    ]
    return "; ".join((words, *left_out))


def _occasion(occasion: Occasion, about: str | None) -> str:
    match occasion:
        case Occasion.AFTER if about is not None:
            return _say("entry.occasion.after", aliquot=wording.aliquot(about))
        case Occasion.AFTER | Occasion.START | Occasion.END:
            return wording.occasion(occasion)
        case _:
            assert_never(occasion)


def _mark_read(event: events.MarkRead, eyes: Blind) -> str:
    occasion = _occasion(event.occasion, event.about)
    if event.syringe in eyes.covered:
        return _say("entry.mark_read.covered", syringe=event.syringe, occasion=occasion)
    mark = wording.volume(event.mark)
    return _say("entry.mark_read", syringe=event.syringe, occasion=occasion, mark=mark)


def _put_right(place: str | None, happened_at: datetime | None, offset: int) -> str:
    """Return the place and the time that somebody put down, where they did."""
    words = "" if place is None else _say("entry.place", place=wording.where(place))
    if happened_at is not None:
        words += _say("entry.happened_at", time=wording.date_time(happened_at, offset))
    return words


def _differed(event: events.Differed, offset: int) -> str:
    words = _say(
        "entry.differed.extra" if event.aliquot is None else "entry.differed",
        aliquot="" if event.aliquot is None else wording.aliquot(event.aliquot),
        volume=wording.volume(event.volume),
        syringe=event.syringe,
    )
    return words + _put_right(event.place, event.happened_at, offset) + _reason(event.reason)


def _voided(event: events.Voided, offset: int) -> str:
    match event.injected:
        case Injected.NO:
            words = _say("entry.voided.no", aliquot=wording.aliquot(event.about))
        case Injected.NOT_SURE:
            words = _say("entry.voided.not_sure", aliquot=wording.aliquot(event.about))
        case Injected.YES:
            words = _say("entry.voided.yes", aliquot=wording.aliquot(event.about))
        case _:
            assert_never(event.injected)
    if event.volume is not None:
        words += _say("entry.volume", volume=wording.volume(event.volume))
    return words + _put_right(event.place, event.happened_at, offset) + _reason(event.reason)


def _clock_jumped(event: events.ClockJumped) -> str:
    key = "entry.clock_jumped.forward" if event.by_ms > 0 else "entry.clock_jumped.back"
    return _say(key, seconds=abs(event.by_ms) // 1000)
