"""Every aliquot and extra pass: planned, given and measured volume, marks, time, standing and the people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from app import wording
from app.read_models.blind import OPEN_EYES
from app.read_models.timeline import timeline
from app.record.content.words import explanations, happened_at, loud, measured_later, offset_of, say
from injection_plan.deviations import Correction, EntryVoided
from injection_plan.events import Entry
from injection_plan.procedure import Delivery, Procedure
from injection_plan.terms import Standing
from injection_plan.volume import NOTHING, Volume, total

CALM = frozenset({Standing.VERIFIED, Standing.PLANNED})
"""Standings that need no second look."""


@dataclass(frozen=True, slots=True)
class AliquotRow:
    """One row: texts for its columns, empty where there is nothing to say, and what stands under it in full."""

    number: str
    code: str
    phrase: str
    planned: str
    given: str
    measured: str
    before: str
    after: str
    readings: str
    time: str
    standing: str
    standing_kind: Standing
    notes: tuple[str, ...]
    is_loud: bool


@dataclass(frozen=True, slots=True)
class AliquotTable:
    """All rows as things happened, then what was not given; and the sums of the three volume columns."""

    rows: tuple[AliquotRow, ...]
    planned: str
    given: str
    measured: str


def aliquot_table(
    procedure: Procedure, entries: Iterable[Entry], corrected: Iterable[Correction] = ()
) -> AliquotTable:
    """Return every aliquot of the protocol and every extra pass, with the entries by which one was voided."""
    rows: list[AliquotRow] = []
    explained = explanations(procedure, entries)
    voids = {one.before.code: one.version for one in corrected if isinstance(one, EntryVoided)}
    for number, row in enumerate(timeline(procedure, OPEN_EYES), start=1):
        delivery = procedure.delivery(row.code)
        if delivery is not None:
            notes = tuple(_notes(procedure, delivery, explained))
            row_of = _row(procedure, delivery, number, (row.full_phrase, row.standing_word), notes)
            rows.append(_with_void(row_of, voids.get(row.code)))
    planned = total(one.planned or NOTHING for one in procedure.planned)
    measured = total(one.measured or NOTHING for one in procedure.deliveries)
    return AliquotTable(
        tuple(rows),
        wording.number(planned),
        wording.number(procedure.given_volume),
        wording.number(measured),
    )


def _row(
    procedure: Procedure, one: Delivery, number: int, said: tuple[str, str], notes: tuple[str, ...]
) -> AliquotRow:
    """Return the row of a delivery; `said` is its phrase, and the word for where it stands."""
    planned = one.planned if one.standing is not Standing.NOT_PLANNED else None
    when = happened_at(one)
    given = _number(one.given if one.is_given else None)
    differs = one.is_given and one.given != one.planned
    return AliquotRow(
        number=say("aliquot.no_number") if one.standing is Standing.NOT_PLANNED else str(number),
        code=one.code,
        phrase=said[0],
        planned=_number(planned),
        given=loud(given) if differs else given,
        measured=_measured(procedure, one),
        before=_number(one.before),
        after=_number(one.mark),
        readings="; ".join(wording.number(mark) for mark in one.readings),
        time="" if when is None else wording.clock_time(when, offset_of(one)),
        standing=said[1],
        standing_kind=one.standing,
        notes=notes,
        is_loud=differs or one.standing not in CALM or one.place is not None,
    )


def _with_void(row: AliquotRow, version: int | None) -> AliquotRow:
    """Return a row that says where it was put right, if an entry about it was voided."""
    if version is None:
        return row
    return replace(row, notes=(*row.notes[:1], say("aliquot.voided", version=version), *row.notes[1:]))


def _number(volume: Volume | None) -> str:
    return "" if volume is None else wording.number(volume)


def _measured(procedure: Procedure, one: Delivery) -> str:
    if one.measured is not None:
        mark = say("aliquot.joint_sign") if one.measured_with else ""
        return wording.number(one.measured) + mark
    return say("aliquot.with_later_sign") if measured_later(procedure, one) else ""


def _notes(procedure: Procedure, one: Delivery, explained: Mapping[str, str]) -> Iterator[str]:
    """Yield the code, as the worksheet has it, and everything that the columns do not say."""
    if not one.is_extra:
        yield one.code
    if one.stamp is not None:
        yield _people(one)
    if one.measured_with:
        others = "; ".join(wording.short_aliquot(code) for code in one.measured_with)
        yield say("aliquot.measured_with", others=others)
    if later := measured_later(procedure, one):
        yield say("aliquot.measured_later", aliquot=wording.short_aliquot(later.code))
    if one.standing is Standing.MARK_DIFFERS and one.expected is not None:
        yield say("aliquot.expected", mark=wording.volume(one.expected))
    if one.code in explained:
        yield explained[one.code]
    if one.place is not None:
        yield say("aliquot.place", place=wording.where(one.place))
    if one.happened_at is not None and one.stamp is not None:
        yield say("aliquot.late", time=wording.stamp_time(one.stamp))
    if one.reason is not None:
        yield say("aliquot.reason", reason=one.reason)


def _people(one: Delivery) -> str:
    """Return who gave and who read, and who entered it: once where the same person entered both."""
    stamp, read = one.stamp, one.mark_stamp
    if stamp is None:
        return ""
    key = "people.given" if one.is_given else "people.acted"
    acted, entered = stamp.acted_by.name, stamp.entered_by.name
    words = say(key, syringe=one.syringe, acted=acted, version=one.acted)
    if read is None:
        return say("people.entered", told=words, entered=entered)
    is_same = read.entered_by == stamp.entered_by
    if not is_same:
        words = say("people.entered", told=words, entered=entered)
    key = "people.not_read" if one.standing is Standing.NOT_READ else "people.read"
    both = say(key, given=words, read=read.acted_by.name, time=wording.stamp_time(read))
    key = "people.both_entered" if is_same else "people.entered"
    return say(key, told=both, entered=read.entered_by.name)
