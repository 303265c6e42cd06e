"""Who is recorded as having entered a Given: whoever holds its key or pedal, as the workstation is set."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cases import resume_session
from app.edition import Edition
from app.journal import Journal
from app.practice import Room, practice_nurse, practice_surgeon, ready_practice_case
from app.protocol_file import ReadProtocol, read_shipped_protocol
from app.read_models.settings_words import given_key_words
from app.read_models.step import step_view
from app.session import Session
from injection_plan.commands import HandOver, NoteOccurrence, Pause, Resume
from injection_plan.events import Given
from injection_plan.people import Person
from injection_plan.terms import Role
from tests.app.read_models.forms import StillClock


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = Journal.open(tmp_path, reserve_bytes=0)
    yield opened
    opened.close()


def session(journal: Journal, given_key: Role) -> Session:
    read = read_shipped_protocol()
    assert isinstance(read, ReadProtocol)
    room = Room(journal, StillClock(), "theatre 1", given_key)
    return ready_practice_case(room, Edition(read.protocol, read.digest, "test", practice=True))


def give(on: Session) -> None:
    assert on.procedure is not None
    command = step_view(on.procedure).give
    assert command is not None
    assert on.submit(command) is None


def entered(on: Session) -> str:
    return on.entries[-1].stamp.entered_by.name


@pytest.mark.parametrize(
    "role,person", [(Role.VERIFIER, practice_nurse()), (Role.PERFORMER, practice_surgeon())]
)
def test_a_given_is_entered_by_who_holds_its_key(journal: Journal, role: Role, person: Person) -> None:
    on = session(journal, role)
    give(on)
    given = on.entries[-1]
    assert isinstance(given.event, Given)
    assert given.stamp.entered_by == person
    assert given.stamp.acted_by == practice_surgeon()


def test_everything_else_is_entered_at_the_keyboard(journal: Journal) -> None:
    on = session(journal, Role.PERFORMER)
    for command in (Pause(), Resume(), NoteOccurrence(text="a cough")):
        assert on.submit(command) is None
        assert entered(on) == practice_nurse().name


def test_the_key_goes_over_with_the_role_and_stays_after_a_break(journal: Journal) -> None:
    on = session(journal, Role.PERFORMER)
    give(on)
    resumed = resume_session(journal, StillClock(), "theatre 1", on.case, given_key=Role.PERFORMER)
    assert resumed.submit(HandOver(role=Role.VERIFIER, person=Person(name="Kim Vo"))) is None
    assert resumed.holder == Person(name="Kim Vo")
    assert resumed.submit(HandOver(role=Role.PERFORMER, person=Person(name="Ana Ferreira"))) is None
    assert entered(resumed) == "Kim Vo"


@pytest.mark.parametrize("role,words", [(Role.VERIFIER, "Nurse"), (Role.PERFORMER, "Surgeon")])
def test_it_is_said_in_the_words_of_the_room(role: Role, words: str) -> None:
    assert given_key_words(role) == f"Space is held by: {words}"
