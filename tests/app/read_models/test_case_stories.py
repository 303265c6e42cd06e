"""From the checked form to the list of cases, the time-out and the question before going on; no window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.cases import new_session, resume_session
from app.edition import Edition
from app.journal import Journal
from app.read_models.case_list import case_lines, newest_interrupted
from app.read_models.resume import resume_question
from app.read_models.rooms import Room, room_of
from app.read_models.set_up_form import SetUp, next_step, text_of
from app.read_models.time_out_form import time_out_form
from app.session import Session
from injection_plan.anatomy import Hand
from injection_plan.commands import (
    ChooseNext,
    Command,
    ContinueCase,
    Give,
    HandOver,
    LeaveMarkUnread,
    Omit,
    PassTimeOut,
    Pause,
    RecordDifference,
    Void,
)
from injection_plan.people import Person
from injection_plan.procedure import Procedure
from injection_plan.terms import Injected, Occasion, Role
from injection_plan.volume import Volume
from tests.app.read_models.forms import GOOD, StillClock, check
from tests.app.read_models.preparing import prepare_rest
from tests.stories.people import shipped_protocol

EDITION = Edition(shipped_protocol(), "0" * 64, "tests")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path, reserve_bytes=4096) as opened:
        yield opened


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def session(journal: Journal, clock: StillClock) -> Session:
    """A new case, prepared as far as its first time-out."""
    made = new_session(journal, clock, "theatre 1", wanted().verifier, "01-0107", practice=False)
    set_up(made, wanted())
    prepare_rest(lambda command: done(made, command), lambda: stored(made))
    return made


def done(session: Session, command: Command) -> None:
    assert session.submit(command) is None, command


def set_up(session: Session, asked: SetUp) -> None:
    while step := next_step(asked, session.procedure, session.case, EDITION):
        done(session, step)


def wanted() -> SetUp:
    asked = check(GOOD).set_up
    assert asked is not None
    return asked


def stored(session: Session) -> Procedure:
    assert session.procedure is not None
    return session.procedure


def pass_time_out(session: Session, hand: Hand) -> None:
    assert session.submit(PassTimeOut(hand=hand, lines=shipped_protocol().time_out)) is None


def give(session: Session) -> str:
    current = stored(session).current
    assert current is not None
    assert current.planned is not None
    seen = stored(session).seen(current.code)
    assert session.submit(Give(aliquot=current.code, volume=current.planned, seen=seen)) is None
    return current.code


def leave_unread(session: Session) -> None:
    owed = stored(session).owed
    assert owed is not None
    assert owed.about is not None
    seen = stored(session).seen(owed.about)
    unread = LeaveMarkUnread(occasion=Occasion.AFTER, syringe=owed.syringe, about=owed.about, seen=seen)
    assert session.submit(unread) is None


def test_a_set_up_becomes_a_case_and_the_preparation_a_plan(session: Session) -> None:
    kinds = [entry.event.kind for entry in session.entries]
    assert kinds == [
        "opened", "team_named", "criteria_decided", "eligibility_signed_off", "day_checked",
        "product_described", "syringes_filled", "syringes_checked", "plan_drafted", "plan_approved",
    ]  # fmt: skip
    acted = [entry.stamp.acted_by.name for entry in session.entries]
    assert acted[2:4] == ["Mara Weiss", "Mara Weiss"]
    assert acted[6:8] == ["Hua Li", "Na Li"]
    assert acted[-1] == "Wei Zhang"
    assert {entry.stamp.entered_by.name for entry in session.entries} == {"Na Li"}
    assert room_of(stored(session)) is Room.TIME_OUT


def test_a_case_left_half_way_goes_on_with_the_first_step_that_is_missing(
    journal: Journal, clock: StillClock
) -> None:
    begun = new_session(journal, clock, "theatre 1", wanted().verifier, "01-0107", practice=False)
    opening = next_step(wanted(), None, begun.case, EDITION)
    assert opening is not None
    done(begun, opening)
    again = resume_session(journal, clock, "theatre 1", begun.case)
    text = text_of(stored(again), 60)
    assert (text.participant, text.performer) == ("01-0107", "")
    assert (text.arm, text.told_at, text.reference) == ("ADRC injection", "2026-11-19 14:05", "R-48-017")
    set_up(again, wanted())
    assert [entry.event.kind for entry in again.entries] == ["opened", "team_named"]
    assert text_of(stored(again), 60) == GOOD


def test_other_people_are_a_new_entry(session: Session) -> None:
    other = check(replace(GOOD, verifier="Min Chen")).set_up
    assert other is not None
    set_up(session, other)
    assert session.entries[-1].event.kind == "team_named"
    assert not stored(session).approved


def test_the_first_time_out_names_hand_people_and_every_line(session: Session) -> None:
    form = time_out_form(stored(session), session.entries)
    assert form is not None
    assert (form.hand, form.hand_name) == (Hand.RIGHT, "Patient's RIGHT")
    assert form.occasion == "Before the first hand"
    assert (form.performer, form.verifier) == ("Wei Zhang", "Na Li")
    assert form.planned == "18 passes, 5 mL still planned on this hand"
    assert form.lines == shipped_protocol().time_out
    first = form.lines[0]
    others = frozenset(line.line for line in form.lines[1:])
    assert form.missing(others) == (first,)
    assert form.why_not(others) == f"One line is missing: {first.text}"
    assert form.why_not(frozenset()).startswith("10 lines are missing")
    assert form.why_not(others | {first.line}) == ""
    assert session.submit(form.passed()) is None
    assert room_of(stored(session)) is Room.LIVE
    assert time_out_form(stored(session), session.entries) is None


def test_choosing_the_other_hand_asks_for_its_time_out(session: Session) -> None:
    pass_time_out(session, Hand.RIGHT)
    code = "LH-1-MCP-rad-dis"
    assert session.submit(ChooseNext(aliquot=code, seen=stored(session).seen(code))) is None
    form = time_out_form(stored(session), session.entries)
    assert form is not None
    assert (form.hand, form.occasion) == (Hand.LEFT, "Before the next hand")


def test_another_surgeon_and_another_day_ask_for_a_new_time_out(session: Session, clock: StillClock) -> None:
    pass_time_out(session, Hand.RIGHT)
    assert session.submit(HandOver(role=Role.PERFORMER, person=Person(name="Min Chen"))) is None
    form = time_out_form(stored(session), session.entries)
    assert form is not None
    assert (form.occasion, form.performer) == ("After the change of surgeon", "Min Chen")
    pass_time_out(session, Hand.RIGHT)
    clock.pass_time(timedelta(hours=7))
    assert session.submit(ContinueCase()) is None
    form = time_out_form(stored(session), session.entries)
    assert form is not None
    assert form.occasion == "On another day, before going on"


def test_a_case_stays_at_the_hands_while_a_mark_is_owed_or_it_is_paused(session: Session) -> None:
    pass_time_out(session, Hand.RIGHT)
    give(session)
    assert session.submit(HandOver(role=Role.PERFORMER, person=Person(name="Min Chen"))) is None
    assert room_of(stored(session)) is Room.LIVE
    leave_unread(session)
    assert room_of(stored(session)) is Room.TIME_OUT
    assert session.submit(Pause()) is None
    assert room_of(stored(session)) is Room.LIVE


def test_a_settled_case_goes_to_its_closing(session: Session) -> None:
    while (current := stored(session).current) is not None:
        seen = stored(session).seen(current.code)
        assert session.submit(Omit(aliquot=current.code, reason="test of the end", seen=seen)) is None
    assert room_of(stored(session)) is Room.CLOSE


def test_the_list_says_participant_state_progress_and_time(
    session: Session, journal: Journal, clock: StillClock
) -> None:
    pass_time_out(session, Hand.RIGHT)
    give(session)
    (line,) = case_lines(journal.cases(), clock.now())
    assert (line.participant, line.case, line.state) == ("01-0107", "01-0107-1", "injecting")
    assert line.progress == "1 of 36 given, 0 verified"
    assert line.last_entry == "today 10:30"
    assert line.action == "Resume"
    assert newest_interrupted([line]) == line
    clock.pass_time(timedelta(days=1))
    (line,) = case_lines(journal.cases(), clock.now())
    assert line.last_entry == "22 Nov 2026 10:30"


def test_a_draft_is_no_interrupted_case(journal: Journal, clock: StillClock) -> None:
    begun = new_session(journal, clock, "theatre 1", wanted().verifier, "01-0107", practice=False)
    set_up(begun, wanted())
    lines = case_lines(journal.cases(), clock.now())
    assert (lines[0].action, lines[0].progress) == ("Go on preparing", "no plan yet")
    assert newest_interrupted(lines) is None


def test_the_question_names_participant_last_stored_aliquot_and_time(
    session: Session, clock: StillClock
) -> None:
    pass_time_out(session, Hand.RIGHT)
    question = resume_question(stored(session), session.entries, clock.now())
    assert question.last_aliquot == "No aliquot is stored yet."
    give(session)
    clock.pass_time(timedelta(minutes=12))
    question = resume_question(stored(session), session.entries, clock.now())
    assert question.participant == "01-0107"
    assert question.last_aliquot == "Patient's RIGHT · thumb · radial side · toward fingertip, 0.5 mL"
    assert question.last_aliquot_time.startswith("today at 10:30:")
    assert question.last_aliquot_time.endswith(", 12 min ago")
    assert question.standing[0].startswith("1 of 36 planned aliquots are stored as given.")
    assert question.standing[1] == "A mark is owed: the nurse reads the plunger of syringe 1 first."
    assert question.next_aliquot == "Patient's RIGHT · thumb · ulnar side · toward fingertip, 0.5 mL"
    leave_unread(session)
    question = resume_question(stored(session), session.entries, clock.now())
    assert question.standing[1] == "No mark is owed."


def test_the_question_passes_over_what_was_voided_and_names_an_extra_pass(
    session: Session, clock: StillClock
) -> None:
    pass_time_out(session, Hand.RIGHT)
    first = give(session)
    leave_unread(session)
    clock.pass_time(timedelta(seconds=5))
    second = give(session)
    seen = stored(session).seen(second)
    assert session.submit(Void(about=second, injected=Injected.NO, reason="slip", seen=seen)) is None
    question = resume_question(stored(session), session.entries, clock.now())
    assert first == "RH-1-MCP-rad-dis"
    assert "radial side" in question.last_aliquot
    extra = RecordDifference(
        aliquot=None, syringe=1, volume=Volume(100), place="palm", happened_at=None, reason="asked for"
    )
    assert session.submit(extra) is None
    question = resume_question(stored(session), session.entries, clock.now())
    assert question.last_aliquot == "extra pass 1, 0.1 mL"
