"""The boxes of page 1: its figures in large, each with a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app import wording
from app.read_models.preparation_summary import SpokenSummary
from app.record.content.words import loud, say
from injection_plan.deviations import Deviation, DeviationKind
from injection_plan.events import Entry, OccurrenceNoted
from injection_plan.procedure import Procedure
from injection_plan.terms import Standing
from injection_plan.volume import NOTHING, Volume, total


class Elsewhere(StrEnum):
    """What a box points to on another page; on which, only the layout knows."""

    CORRECTIONS = "corrections"
    PREPARATION = "preparation"
    CHANGES = "changes"
    SIGN_OUT = "sign-out"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A line of page 1 that names another page: its words, what it points to, and how many things stand there."""

    key: str
    to: Elsewhere
    count: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """One figure of page 1: its title, the figure in large, a note under it; loud where it wants a look.

    `pointers` ask for the numbers of pages behind the note.
    """

    title: str
    figure: str
    note: str
    is_loud: bool = False
    pointers: tuple[Pointer, ...] = ()


def sign_out_pointer(spoken: SpokenSummary) -> Pointer | None:
    """Return what is to be looked at of the sign-out, a line that was not so or that nobody asked; else nothing."""
    if not spoken.signed_out:
        return None
    not_so = sum(one.is_loud for one in spoken.sign_out)
    if not spoken.sign_out:
        return Pointer("sign_out.not_yet" if spoken.is_due else "sign_out.not_asked", Elsewhere.SIGN_OUT)
    key = "sign_out.not_so_one" if not_so == 1 else "sign_out.not_so"
    return Pointer(key, Elsewhere.SIGN_OUT, not_so) if not_so else None


def boxes(
    procedure: Procedure,
    entries: Iterable[Entry],
    found: tuple[Deviation, ...],
    corrections: int,
    changes: int,
) -> tuple[Box, ...]:
    """Return the boxes of page 1; adverse events were never asked for in this version, so they are never 0.

    Corrections are those to what was recorded once the case went on; `changes` of the preparation are counted apart.
    """
    planned, given = procedure.planned, [one for one in procedure.planned if one.is_given]
    verified = sum(one.standing is Standing.VERIFIED for one in procedure.deliveries)
    omitted = [one for one in found if one.kind is DeviationKind.OMISSION]
    extras = sum(one.is_given for one in procedure.deliveries if one.is_extra)
    unlike = verified != len(given) + extras
    note = say("box.aliquots.note", planned=len(planned), verified=verified)
    return (
        _given(procedure),
        Box(
            say("box.aliquots"),
            loud(str(len(given))) if unlike else str(len(given)),
            note + (say("box.aliquots.extra", extras=extras) if extras else ""),
            is_loud=unlike,
        ),
        _not_planned(procedure),
        Box(
            say("box.deviations"),
            _counted(len(found)),
            say("box.deviations.note", omitted=len(omitted)) if found else say("box.none.deviations"),
            is_loud=bool(found),
        ),
        _corrections(corrections, changes),
        _adverse_events(entries),
    )


def _corrections(corrections: int, changes: int) -> Box:
    listed = (Pointer("box.on_page", Elsewhere.CORRECTIONS),) if corrections else ()
    prepared = (Pointer("box.changes_on_page", Elsewhere.CHANGES, changes),) if changes else ()
    return Box(
        say("box.corrections"),
        _counted(corrections),
        say("box.corrections.note" if corrections else "box.none.corrections"),
        is_loud=bool(corrections),
        pointers=(*listed, *prepared),
    )


def _not_planned(procedure: Procedure) -> Box:
    left_out = [one for one in procedure.deliveries if one.standing is Standing.NOT_PLANNED]
    return Box(
        say("box.not_planned"),
        _counted(len(left_out)),
        _volume_note(one.planned for one in left_out),
        is_loud=bool(left_out),
        pointers=(Pointer("box.why_on_page", Elsewhere.PREPARATION),) if left_out else (),
    )


def _counted(number: int) -> str:
    """Return how often something happened that should rather not have happened."""
    return loud(str(number)) if number else str(number)


def _given(procedure: Procedure) -> Box:
    """Return what was given, as it was said, and as the marks at the plunger say it, as far as they were read."""
    planned = total(one.planned or NOTHING for one in procedure.planned)
    notes = (
        say(
            "box.given.note",
            planned=wording.volume(planned),
            protocol=wording.volume(procedure.protocol.volume),
        ),
        _measured(procedure),
    )
    return Box(say("box.given"), wording.volume(procedure.given_volume), "\n".join(filter(None, notes)))


def _measured(procedure: Procedure) -> str:
    """Return the sum of what was measured, and for how many of the given aliquots it is known."""
    given = [one for one in procedure.deliveries if one.is_given]
    read = [one for one in procedure.deliveries if one.measured is not None]
    if not read:
        return say("box.given.not_measured") if given else ""
    covered = {one.code for one in read} | {code for one in read for code in one.measured_with}
    known = sum(one.code in covered for one in given)
    measured = wording.volume(total(one.measured or NOTHING for one in read))
    if known == len(given):
        return say("box.given.measured", measured=measured)
    return say("box.given.measured_partly", measured=measured, known=known, all=len(given))


def _volume_note(volumes: Iterable[Volume | None]) -> str:
    volume = total(one or NOTHING for one in volumes)
    return say("box.not_planned.note", volume=wording.volume(volume)) if volume else say("box.none.planned")


def _adverse_events(entries: Iterable[Entry]) -> Box:
    noted = sum(isinstance(entry.event, OccurrenceNoted) for entry in entries)
    note = say("box.adverse.noted", count=noted) if noted else say("box.adverse.note")
    return Box(say("box.adverse"), say("box.adverse.not_asked"), note, is_loud=bool(noted))
