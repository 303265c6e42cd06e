"""The set-up of a case as typed: participant, centre, allocation and the two people; one sentence for each slip.

Nothing typed is ever changed here, and nothing is accepted quietly: the check answers with a set-up, or with a
sentence for every field that stands against it. For another arm than the treatment there is nothing to set up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime

from app import wording
from app.clock import Reading
from app.edition import Edition
from app.read_models.people_form import LEAST_NAME, LONGEST, is_practice_person, person_named
from app.read_models.ready_time import read_ready_time
from injection_plan.answers import Allocation
from injection_plan.commands import Command, NameTeam, OpenCase
from injection_plan.people import Person
from injection_plan.procedure import Procedure
from injection_plan.protocol import Protocol
from injection_plan.times import local_time

DOMAIN = "set_up"
OLDEST_DAYS = 3660

PARTICIPANT = "participant"
PARTICIPANT_AGAIN = "participant_again"
CENTRE = "centre"
ARM = "arm"
TOLD_BY = "told_by"
TOLD_AT = "told_at"
REFERENCE = "reference"
PERFORMER = "performer"
VERIFIER = "verifier"
OF_THE_CASE = (PARTICIPANT, PARTICIPANT_AGAIN, CENTRE, ARM, TOLD_BY, TOLD_AT, REFERENCE)
"""The fields that are fixed once the case is opened; people may still change."""


@dataclass(frozen=True, slots=True)
class SetUpText:
    """The form as it stands, letter by letter; `scanned` says that the code came from a scanner in one burst."""

    participant: str = ""
    participant_again: str = ""
    scanned: bool = False
    centre: str = ""
    arm: str = ""
    told_by: str = ""
    told_at: str = ""
    reference: str = ""
    performer: str = ""
    verifier: str = ""


@dataclass(frozen=True, slots=True)
class SetUp:
    """What the form says, checked; the allocation of a case that is open is on disk, and nothing here."""

    participant: str
    centre: str
    allocation: Allocation | None
    performer: Person
    verifier: Person


@dataclass(frozen=True, slots=True)
class Checked:
    """The set-up when nothing is wrong, else a sentence for each field in the order of the page.

    `nothing_to_inject` is the sentence for another arm, of which no case is kept.
    """

    set_up: SetUp | None
    problems: dict[str, str] = field(default_factory=dict)
    nothing_to_inject: str = ""


def text_of(stored: Procedure, offset_minutes: int) -> SetUpText:
    """Return the form of a case that is open, filled with what is on disk."""
    allocation = stored.prepared.allocation
    return SetUpText(
        participant=stored.participant,
        participant_again=stored.participant,
        centre=stored.centre,
        arm=allocation.arm,
        told_by=allocation.told_by,
        told_at=f"{local_time(allocation.told_at, offset_minutes):%Y-%m-%d %H:%M}",
        reference=allocation.reference,
        performer=stored.performer.name if stored.performer is not None else "",
        verifier=stored.verifier.name if stored.verifier is not None else "",
    )


def next_step(wanted: SetUp, stored: Procedure | None, case: str, edition: Edition) -> Command | None:
    """Return the next command that a set-up still needs, or nothing when all of it is on disk."""
    if stored is None:
        assert wanted.allocation is not None, "only a case that is open was checked without one"
        return OpenCase(
            case=case,
            participant=wanted.participant,
            centre=wanted.centre,
            practice=edition.practice,
            allocation=wanted.allocation,
            protocol=edition.protocol,
            protocol_digest=edition.digest,
            software=edition.software,
        )
    if (stored.performer, stored.verifier) != (wanted.performer, wanted.verifier):
        return NameTeam(performer=wanted.performer, verifier=wanted.verifier)
    return None


def check_set_up(
    text: SetUpText, protocol: Protocol, now: Reading, *, practice: bool = False, is_open: bool = False
) -> Checked:
    """Check a whole form against the protocol at this moment.

    The practice people are nobody in a real case. What is on disk of a case that `is_open` is not checked again.
    """
    problems: dict[str, str] = {}
    for where, why, words in _wrong(text, protocol, practice=practice):
        problems.setdefault(where, wording.say(DOMAIN, why, **words))
    told_at = read_ready_time(text.told_at, now, oldest_days=OLDEST_DAYS)
    if text.told_at.strip() and not isinstance(told_at, datetime):
        problems.setdefault(TOLD_AT, wording.say(DOMAIN, f"wrong.told_at_{told_at.value}"))
    if is_open:
        problems = {name: why for name, why in problems.items() if name not in OF_THE_CASE}
    nothing = ""
    if text.arm and text.arm != protocol.arms.treatment:
        nothing = wording.say(DOMAIN, "nothing_to_inject", arm=text.arm)
    performer, verifier = person_named(text.performer), person_named(text.verifier)
    if problems or nothing or performer is None or verifier is None:
        in_order = {one.name: problems[one.name] for one in fields(SetUpText) if one.name in problems}
        return Checked(None, in_order, nothing)
    allocation = None
    if not is_open and isinstance(told_at, datetime):
        allocation = Allocation(
            arm=text.arm, told_by=text.told_by.strip(), told_at=told_at, reference=text.reference.strip()
        )
    return Checked(SetUp(text.participant.strip(), text.centre.strip(), allocation, performer, verifier))


_Wrong = tuple[str, str, dict[str, str | int]]


def _wrong(text: SetUpText, protocol: Protocol, *, practice: bool) -> Iterator[_Wrong]:
    yield from _wrong_codes(text, protocol)
    for where, typed in (
        (CENTRE, text.centre),
        (ARM, text.arm),
        (TOLD_BY, text.told_by),
        (TOLD_AT, text.told_at),
        (REFERENCE, text.reference),
    ):
        if not typed.strip():
            yield where, f"wrong.missing.{where}", {}
        elif len(typed.strip()) > LONGEST:
            yield where, "wrong.too_long", {"most": LONGEST}
    yield from _wrong_people(text, practice=practice)


def _wrong_codes(text: SetUpText, protocol: Protocol) -> Iterator[_Wrong]:
    code, again = text.participant.strip(), text.participant_again.strip()
    if not code:
        yield PARTICIPANT, "wrong.missing.participant", {}
    elif re.fullmatch(protocol.participant_code, code) is None:
        yield PARTICIPANT, "wrong.participant_form", {"code": code}
    if text.scanned:
        return
    if not again:
        yield PARTICIPANT_AGAIN, "wrong.missing.participant_again", {}
    elif again != code:
        yield PARTICIPANT_AGAIN, "wrong.participant_differs", {}


def _wrong_people(text: SetUpText, *, practice: bool) -> Iterator[_Wrong]:
    for where, typed in ((PERFORMER, text.performer), (VERIFIER, text.verifier)):
        name = " ".join(typed.split())
        if len(name) < LEAST_NAME:
            yield where, f"wrong.missing.{where}", {}
        elif len(name) > LONGEST:
            yield where, "wrong.too_long", {"most": LONGEST}
        elif not practice and is_practice_person(name):
            yield where, "wrong.practice_person", {}
    performer, verifier = person_named(text.performer), person_named(text.verifier)
    if performer is not None and verifier is not None and performer.is_same_as(verifier):
        yield VERIFIER, "wrong.one_person", {}
