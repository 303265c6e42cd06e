"""What the entries before the first injection say, in words: eligibility, findings, product, syringes, losses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import assert_never

from app import wording
from injection_plan import answers, events
from injection_plan.eligibility import Decision, MeasuredValue
from injection_plan.product import Handling, Lot, Process, SyringeFill

DOMAIN = "entries"

Preparing = (
    events.ScreeningDated
    | events.CriteriaDecided
    | events.EligibilitySignedOff
    | events.DayChecked
    | events.HandFindingNoted
    | events.HandFindingWithdrawn
    | events.SyringesChecked
    | events.HandlingEntered
    | events.SyringeReadAloud
    | events.SignOutPassed
)


def preparation_words(event: Preparing) -> str:
    """Return what one of these entries says, as one phrase without who and when.

    Of the eligibility sheet it names the criteria and what was decided, and no outcome score: those belong to the
    blinded assessor.
    """
    match event:
        case events.ScreeningDated():
            return _say("screening_dated", day=wording.day(event.on))
        case events.CriteriaDecided():
            decided = "; ".join(_decision(one) for one in event.decisions)
            return _say("criteria_decided", decisions=decided)
        case events.EligibilitySignedOff():
            return _say("eligibility_signed_off")
        case events.DayChecked():
            return _say("day_checked", lines="; ".join(_day(one) for one in event.answers))
        case events.HandFindingNoted():
            return _say("hand_finding_noted", finding=wording.hand_finding(event.finding))
        case events.HandFindingWithdrawn():
            return _say("hand_finding_withdrawn", number=event.number, reason=event.reason)
        case events.SyringesChecked():
            checks = "; ".join(
                _say("check", syringe=one.syringe, mark=wording.volume(one.mark)) for one in event.checks
            )
            return _say("syringes_checked", checks=checks)
        case events.HandlingEntered():
            return _say("handling_entered", handling="; ".join(_handling(event.handling)) or _unknown())
        case events.SyringeReadAloud():
            return _say("syringe_read_aloud", text=event.text)
        case events.SignOutPassed():
            return _say("sign_out_passed", lines="; ".join(_signed_out(one) for one in event.lines))
        case _:
            assert_never(event)


def product_words(process: Process, offset: int) -> Iterator[str]:
    """Yield what was recorded of how the product came to be; what nobody recorded is left out of the sentence."""
    if process.harvest is not None:
        volume = wording.volume(process.harvest.volume)
        yield _say("harvest", volume=volume, sites=process.harvest.sites)
    yield from (_lot(lot) for lot in process.lots)
    if process.started_at is not None:
        yield _say("process_started", time=_time(process.started_at, offset))
    if process.ended_at is not None:
        yield _say("process_ended", time=_time(process.ended_at, offset))
    if process.cells is not None and process.cells.count is not None:
        yield _say("cell_count", count=process.cells.count)
    if process.cells is not None and process.cells.viability_percent is not None:
        yield _say("viability", percent=process.cells.viability_percent)
    if process.sample is not None:
        yield _say("sample", volume=wording.volume(process.sample))
    if process.released_by is not None:
        yield _say("released_by", person=process.released_by)
    if process.label is not None:
        yield _say("label", label=process.label)


def fill_label(fill: SyringeFill) -> str:
    """Return the label of a filled syringe as a phrase behind its figures; nothing where none was recorded."""
    return "" if fill.label is None else _say("fill_label", label=fill.label)


def allocation_words(allocation: answers.Allocation, offset: int) -> str:
    """Return what the randomisation answered, who told it, when and under what reference."""
    return _say(
        "allocation",
        arm=allocation.arm,
        who=allocation.told_by,
        time=_time(allocation.told_at, offset),
        reference=allocation.reference,
    )


def _say(key: str, **fields: str | int) -> str:
    return wording.say(DOMAIN, key, **fields)


def _unknown() -> str:
    return _say("not_recorded")


def _time(moment: datetime, offset: int) -> str:
    return wording.date_time(moment, offset)


def _decision(decision: Decision) -> str:
    words = _say(
        "decision", criterion=wording.line_name(decision.criterion), verdict=wording.verdict(decision.verdict)
    )
    compared = [one for one in decision.values if not one.outcome_score]
    words += "".join(_value(one) for one in compared)
    return words if decision.note is None else words + _say("note", note=decision.note)


def _value(value: MeasuredValue) -> str:
    return _say("measured", measure=wording.line_name(value.measure), value=value_words(value))


def value_words(value: MeasuredValue) -> str:
    """Return an entered value with its unit, the laboratory's upper limit where it has one, and its day."""
    figure = "" if value.value is None else _say("value", value=value.value, unit=value.unit).rstrip()
    if value.upper_limit is not None:
        figure += _say("upper_limit", limit=value.upper_limit)
    day = "" if value.on is None else _say("value_day", day=wording.day(value.on))
    sure = _say("confirmed") if value.confirmed else ""
    return (figure + day + sure).removeprefix(", ")


def _day(answer: answers.DayAnswer) -> str:
    text = answer.text.removesuffix(".")
    return text if answer.clear else _say("not_clear", text=text, note=answer.note or "")


def _signed_out(line: answers.SignOutLine) -> str:
    text = line.text.removesuffix(".")
    return text if line.remark is None else _say("not_clear", text=text, note=line.remark)


def _lot(lot: Lot) -> str:
    words = _say("lot", what=lot.what, number=lot.number)
    return words if lot.expires is None else words + _say("expires", day=wording.day(lot.expires))


def _handling(handling: Handling) -> Iterator[str]:
    if handling.priming is not None:
        yield _say("priming", volume=wording.volume(handling.priming))
    if handling.changes is not None:
        yield _say("changes", count=handling.changes)
    if handling.per_change is not None:
        yield _say("per_change", volume=wording.volume(handling.per_change))
    for one in handling.supplies:
        yield _say("supply", supply=wording.line_name(one.supply), count=one.count)
