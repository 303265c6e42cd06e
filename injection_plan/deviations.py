"""What differed from the protocol, and what was corrected: read off the entries for the first pages of the record.

A deviation stands as the case stands now: one whose entry was voided is gone, one that was put right says what
is right. What is unknown is neither given nor omitted, so it is no deviation; its row says that it is unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from injection_plan import events
from injection_plan.anatomy import Finger
from injection_plan.events import Entry
from injection_plan.people import Stamp
from injection_plan.procedure import Delivery, Procedure, apply
from injection_plan.procedure.edits import known
from injection_plan.reconciliation import finger_reached
from injection_plan.terms import Injected, Standing
from injection_plan.volume import Volume


class DeviationKind(StrEnum):
    """In which way what happened differs from the protocol."""

    OTHER_VOLUME = "other volume"
    OTHER_PLACE = "other place"
    EXTRA_PASS = "extra pass"  # noqa: S105 - a pass of the cannula
    OMISSION = "omission"
    STOP = "stop"
    ANOTHER_DAY = "another day"
    FINGER_ABOVE_MOST = "finger above most"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One difference from the protocol: `version` and `stamp` are those of the entry that made it so.

    `code` is the aliquot or extra pass, `finger` the finger that got too much; volumes are in microlitres. For a
    finger, `planned` is the most it may get and `given` what it got. What does not apply is nothing.
    """

    kind: DeviationKind
    version: int
    stamp: Stamp
    code: str | None = None
    finger: Finger | None = None
    planned: Volume | None = None
    given: Volume | None = None
    place: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class EntryVoided:
    """A void: the delivery before and after it; `after` is nothing for an extra pass that never was."""

    version: int
    stamp: Stamp
    reason: str
    injected: Injected
    before: Delivery
    after: Delivery | None


@dataclass(frozen=True, slots=True)
class ParticipantCodeChanged:
    """A participant code put right: the code before and after."""

    version: int
    stamp: Stamp
    reason: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CaseReopened:
    """A signed case opened for a correction: its revision before and after."""

    version: int
    stamp: Stamp
    reason: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class FiguresReplaced:
    """A case reconciled with other figures than before; the reason stands with what made it necessary."""

    version: int
    stamp: Stamp
    before: events.Reconciled
    after: events.Reconciled

    @property
    def reason(self) -> str:
        """Nothing of its own: a void, a late entry or a re-opening gave it."""
        return ""


Correction = EntryVoided | ParticipantCodeChanged | CaseReopened | FiguresReplaced
"""Whatever changed what had been recorded; `version`, `stamp` and `reason` say when, who and why."""


def deviations(entries: tuple[Entry, ...]) -> tuple[Deviation, ...]:
    """Return every deviation of a case as it stands after these entries, by the entry that made it so."""
    procedure: Procedure | None = None
    made_by: dict[str, Entry] = {}
    found: list[Deviation] = []
    for entry in entries:
        before, procedure = procedure, apply(procedure, entry)
        made_by |= dict.fromkeys(_acted_on(before, procedure), entry)
        found += _of_the_case(entry)
    if procedure is not None:
        for one in procedure.deliveries:
            found += _of_a_delivery(one, made_by)
        found += _of_the_fingers(procedure, made_by)
    return tuple(sorted(found, key=lambda one: one.version))


def corrections(entries: Iterable[Entry]) -> tuple[Correction, ...]:
    """Return every void, corrected code, re-opening and replaced figure of a case, in the order of its entries."""
    procedure: Procedure | None = None
    figures: events.Reconciled | None = None
    found: list[Correction] = []
    for entry in entries:
        before, procedure = procedure, apply(procedure, entry)
        if before is not None:
            found += _correction(before, entry, procedure)
        if isinstance(entry.event, events.Reconciled):
            if figures is not None and figures != entry.event:
                found.append(FiguresReplaced(entry.version, entry.stamp, figures, entry.event))
            figures = entry.event
    return tuple(found)


def _acted_on(before: Procedure | None, after: Procedure) -> Iterator[str]:
    """Yield the deliveries of which an entry changed the volume, the place, or whether they count as given."""
    if before is None:
        return
    for one in after.deliveries:
        was = before.delivery(one.code)
        if was is None or _facts(was) != _facts(one):
            yield one.code


def _facts(one: Delivery) -> tuple[object, ...]:
    return one.is_given, one.standing is Standing.OMITTED, one.given, one.place, one.reason


def _of_the_case(entry: Entry) -> Iterator[Deviation]:
    match entry.event:
        case events.Stopped(reason=reason):
            yield Deviation(DeviationKind.STOP, entry.version, entry.stamp, reason=reason)
        case events.Resumed(another_day=True) | events.Continued(another_day=True):
            yield Deviation(DeviationKind.ANOTHER_DAY, entry.version, entry.stamp)
        case _:
            return


def _of_a_delivery(one: Delivery, made_by: dict[str, Entry]) -> Iterator[Deviation]:
    for kind in _kinds(one):
        entry = made_by[one.code]
        yield Deviation(
            kind,
            entry.version,
            entry.stamp,
            code=one.code,
            planned=one.planned,
            given=one.given if one.is_given else None,
            place=one.place,
            reason=one.reason,
        )


def _kinds(one: Delivery) -> Iterator[DeviationKind]:
    if one.standing is Standing.OMITTED:
        yield DeviationKind.OMISSION
    elif one.is_given and one.is_extra:
        yield DeviationKind.EXTRA_PASS
    elif one.is_given:
        if one.given != one.planned:
            yield DeviationKind.OTHER_VOLUME
        if one.place is not None and one.place != one.code:
            yield DeviationKind.OTHER_PLACE


def _of_the_fingers(procedure: Procedure, made_by: dict[str, Entry]) -> Iterator[Deviation]:
    """Yield each finger above its most, at the entry that took it there."""
    most = procedure.protocol.limits.finger_most
    sums: Counter[Finger] = Counter()
    above: dict[Finger, Entry] = {}
    given = [one for one in procedure.deliveries if one.is_given]
    for one in sorted(given, key=lambda delivery: made_by[delivery.code].version):
        finger = finger_reached(procedure, one)
        sums[finger] += one.counted.microlitres
        if Volume(sums[finger]) > most:
            above.setdefault(finger, made_by[one.code])
    for finger, entry in above.items():
        yield Deviation(
            DeviationKind.FINGER_ABOVE_MOST,
            entry.version,
            entry.stamp,
            finger=finger,
            planned=most,
            given=Volume(sums[finger]),
        )


def _correction(before: Procedure, entry: Entry, after: Procedure) -> Iterator[Correction]:
    version, stamp = entry.version, entry.stamp
    match entry.event:
        case events.Voided(about=code, reason=reason, injected=injected):
            was = known(before.delivery(code), code)
            yield EntryVoided(version, stamp, reason, injected, was, after.delivery(code))
        case events.ParticipantCodeCorrected(reason=reason):
            yield ParticipantCodeChanged(version, stamp, reason, before.participant, after.participant)
        case events.Reopened(reason=reason):
            yield CaseReopened(version, stamp, reason, before.revision, after.revision)
        case _:
            return
