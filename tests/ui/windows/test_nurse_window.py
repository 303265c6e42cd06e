"""One case through the nurse's window, on a real journal: list, form, time-out, hands, power cut, resume."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.journal import Journal
from app.practice_folder import practice_folder
from injection_plan.commands import EnterHandling, Give, HandOver, Omit, Pause, Resume
from injection_plan.people import Person
from injection_plan.procedure import Procedure
from injection_plan.product import Handling
from injection_plan.terms import Phase, Role, Step
from injection_plan.volume import Volume
from tests.app.read_models.forms import GOOD
from tests.app.read_models.preparing import prepare_rest
from tests.ui.windows.nurse import ClosingScreen, LiveScreen, Theatre
from ui.checks.checklist import TimeOutPage
from ui.checks.deliberate import DeliberateButton
from ui.checks.tick_box import TickBox
from ui.planning.case_table import CaseTable
from ui.planning.path_page import PathPage
from ui.planning.resume_question import ResumeQuestionPage
from ui.planning.set_up_page import SetUpPage
from ui.planning.start_screen import StartScreen
from ui.windows.casework import casework, signals_of


@pytest.fixture
def theatre(tmp_path: Path, qtbot: QtBot) -> Iterator[Theatre]:
    opened = Theatre(tmp_path, qtbot)
    opened.open()
    yield opened
    opened.end()


def prepare(theatre: Theatre) -> None:
    theatre.window.open_new_case()
    fill_in(theatre)
    path_of(theatre).go_on_wanted.emit()
    go_through_the_path(theatre)


def path_of(theatre: Theatre) -> PathPage:
    assert isinstance(theatre.page, PathPage)
    return theatre.page


def set_up_of(theatre: Theatre) -> SetUpPage:
    page = path_of(theatre).findChild(SetUpPage)
    assert page is not None
    return page


def fill_in(theatre: Theatre) -> None:
    set_up_of(theatre).show_text(GOOD)


def go_through_the_path(theatre: Theatre) -> None:
    """Enter what every step asks for, and go on from the approved plan."""
    signals = signals_of(theatre.window)
    if signals is None or signals.procedure is None:
        return
    prepare_rest(signals.submit, lambda: procedure_of(theatre))
    if procedure_of(theatre).approved:
        path_of(theatre).step_wanted.emit(Step.PLAN)
        path_of(theatre).go_on_wanted.emit()


def procedure_of(theatre: Theatre) -> Procedure:
    signals = signals_of(theatre.window)
    assert signals is not None
    assert signals.procedure is not None
    return signals.procedure


def pass_time_out(theatre: Theatre) -> LiveScreen:
    assert isinstance(theatre.page, TimeOutPage)
    theatre.tick_all()
    button = theatre.page.findChild(DeliberateButton)
    assert button is not None
    button.click()
    page = theatre.page
    assert isinstance(page, LiveScreen)
    return page


def give(screen: LiveScreen) -> None:
    procedure = screen.shown[-1]
    current = procedure.current
    assert current is not None
    assert current.planned is not None
    screen.wished.emit(Give(aliquot=current.code, volume=current.planned, seen=procedure.seen(current.code)))


def press_y(theatre: Theatre) -> None:
    assert isinstance(theatre.page, ResumeQuestionPage)
    with theatre.qtbot.waitSignal(theatre.page.wished):
        QTest.keyClick(theatre.page, Qt.Key.Key_Y)


def test_an_empty_list_invites(theatre: Theatre) -> None:
    assert isinstance(theatre.page, StartScreen)
    assert "No case yet" in theatre.texts()
    assert theatre.window.windowTitle() == "Injection guidance"


def test_a_case_goes_from_the_form_through_the_time_out_to_the_hands(theatre: Theatre) -> None:
    prepare(theatre)
    assert isinstance(theatre.page, TimeOutPage)
    assert "Patient's RIGHT" in theatre.texts()
    screen = pass_time_out(theatre)
    assert screen.shown[-1].phase is Phase.TIME_OUT
    assert theatre.window.windowTitle() == "Participant 01-0107 · 01-0107-1"
    assert theatre.kinds()[-1] == "time_out_passed"
    assert theatre.window.practice_band.words == ""


def test_leaving_the_form_loses_nothing_that_was_typed(theatre: Theatre) -> None:
    theatre.window.open_new_case()
    page = path_of(theatre)
    fill_in(theatre)
    theatre.window.show_start()
    theatre.window.open_new_case()
    assert path_of(theatre) is not page
    assert set_up_of(theatre).text == GOOD
    assert theatre.lines() == ()


def test_not_recorded_stays_until_a_later_entry_is_stored(theatre: Theatre) -> None:
    prepare(theatre)
    screen = pass_time_out(theatre)
    theatre.journal.full = True
    give(screen)
    band = theatre.window.unrecorded_band
    words = (
        "The disk is full. Nothing was stored for it. "
        "Do not inject again: make room, then press the key once more."
    )
    assert band.words == f"NOT RECORDED {words}"
    assert theatre.kinds()[-1] == "time_out_passed"
    assert screen.unstored == [words]
    screen.wished.emit(Pause())
    assert band.words.startswith("NOT RECORDED")
    theatre.journal.full = False
    assert band.words.startswith("NOT RECORDED")
    give(screen)
    assert theatre.kinds()[-1] == "given"
    assert band.words == ""


def test_a_pause_stands_across_the_window_until_the_case_goes_on(theatre: Theatre) -> None:
    prepare(theatre)
    screen = pass_time_out(theatre)
    band = theatre.window.paused_band
    assert band.words == ""
    screen.wished.emit(Pause())
    assert band.words == "PAUSED Nothing is given until the case goes on (P)."
    assert band.property("look") == "paused"
    theatre.window.show_start()
    assert band.words == ""
    theatre.window.ask_about_interrupted()
    assert band.words == ""
    press_y(theatre)
    assert band.words.startswith("PAUSED")
    signals = signals_of(theatre.window)
    assert signals is not None
    signals.submit(Resume())
    assert band.words == ""


def test_on_the_list_going_on_is_loud_and_practice_is_no_ones_code(theatre: Theatre) -> None:
    page = theatre.page
    assert isinstance(page, StartScreen)
    assert loud(page) == ["New case   Ctrl+N"]
    prepare(theatre)
    pass_time_out(theatre)
    theatre.window.open_practice()
    theatre.window.show_start()
    table = page.findChild(CaseTable)
    assert table is not None
    assert table.line is not None
    assert (table.line.participant, table.line.practice) == ("01-0107", False)
    assert loud(page) == ["Resume: 01-0107"]
    shown = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    assert sorted(shown) == ["01-0107", "PRACTICE"]
    table.selectRow(shown.index("PRACTICE"))
    assert loud(page) == []
    assert "Resume: PRACTICE" in [button.text() for button in page.findChildren(QPushButton)]


def loud(page: StartScreen) -> list[str]:
    buttons = page.findChildren(QPushButton)
    return [one.text() for one in buttons if one.property("look") == "primary" and not one.isHidden()]


@pytest.mark.parametrize("form,lines", [("whole", 10), ("short", 4)])
def test_every_line_of_a_time_out_is_in_sight_on_a_small_screen(
    theatre: Theatre, form: str, lines: int
) -> None:
    if form == "whole":
        prepare(theatre)
    else:
        theatre.window.open_practice()
        signals = signals_of(theatre.window)
        assert signals is not None
        person = Person(name="Practice surgeon 2")
        assert signals.submit(HandOver(role=Role.PERFORMER, person=person))
        assert theatre.window.practice_band.words.startswith("PRACTICE")
    page = theatre.page
    assert isinstance(page, TimeOutPage)
    QTest.qWait(50)
    boxes = page.findChildren(TickBox)
    assert len(boxes) == lines
    for box in boxes:
        assert box.visibleRegion().boundingRect() == box.rect(), box.text()
        assert box.height() >= box.heightForWidth(box.width()), box.text()


def test_a_form_whose_step_was_not_stored_goes_on_where_it_stopped(theatre: Theatre) -> None:
    theatre.journal.full = True
    prepare(theatre)
    assert theatre.window.unrecorded_band.words.startswith("NOT RECORDED")
    assert set_up_of(theatre).text == GOOD
    theatre.journal.full = False
    path_of(theatre).go_on_wanted.emit()
    go_through_the_path(theatre)
    assert isinstance(theatre.page, TimeOutPage)
    assert theatre.kinds().count("opened") == 1
    assert theatre.window.unrecorded_band.words == ""


def test_what_is_refused_is_said_by_the_screen_that_asked(theatre: Theatre) -> None:
    prepare(theatre)
    screen = pass_time_out(theatre)
    give(screen)
    give(screen)
    assert [refusal.why.value for refusal in screen.refused] == ["mark_is_owed"]


def test_from_the_time_out_one_may_look_at_the_hands_and_is_led_back(theatre: Theatre) -> None:
    prepare(theatre)
    first = theatre.page
    assert isinstance(first, TimeOutPage)
    first.left.emit()
    assert isinstance(theatre.page, LiveScreen)
    assert theatre.window.due_band.words == (
        "TIME-OUT IS DUE Nothing can be given on Patient's RIGHT before it."
    )
    button = theatre.window.due_band.findChild(QPushButton)
    assert button is not None
    button.click()
    assert isinstance(theatre.page, TimeOutPage)
    assert theatre.window.due_band.words == ""


def test_a_settled_case_goes_to_its_closing(theatre: Theatre) -> None:
    prepare(theatre)
    screen = pass_time_out(theatre)
    while (current := screen.shown[-1].current) is not None:
        procedure = screen.shown[-1]
        screen.wished.emit(Omit(aliquot=current.code, reason="too sore", seen=procedure.seen(current.code)))
        if isinstance(theatre.page, TimeOutPage):
            pass_time_out(theatre)
        if isinstance(theatre.page, ClosingScreen):
            break
    assert isinstance(theatre.page, ClosingScreen)
    assert theatre.page.shown[-1].phase is Phase.SETTLED


def test_after_a_power_cut_it_names_participant_aliquot_and_time_and_asks(theatre: Theatre) -> None:
    prepare(theatre)
    give(pass_time_out(theatre))
    theatre.end()
    theatre.open()
    theatre.window.ask_about_interrupted()
    assert isinstance(theatre.page, ResumeQuestionPage)
    said = theatre.texts()
    assert "01-0107" in said
    assert "Patient's RIGHT · thumb · radial side · toward fingertip, 0.5 mL" in said
    assert "Patient's RIGHT · thumb · ulnar side · toward fingertip, 0.5 mL" in said
    assert "A mark is owed: the nurse reads the plunger of syringe 1 first." in said
    assert "today at 10:3" in said
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(theatre.page, key)
    assert isinstance(theatre.page, ResumeQuestionPage)
    press_y(theatre)
    assert isinstance(theatre.page, LiveScreen)
    assert theatre.kinds()[-2:] == ["given", "continued"]


def test_the_question_can_be_left_and_the_case_stays_in_the_list(theatre: Theatre) -> None:
    prepare(theatre)
    give(pass_time_out(theatre))
    theatre.end()
    theatre.open()
    theatre.window.ask_about_interrupted()
    page = theatre.page
    assert isinstance(page, ResumeQuestionPage)
    page.left.emit()
    assert isinstance(theatre.page, StartScreen)
    (line,) = theatre.lines()
    assert (line.action, line.progress) == ("Resume", "1 of 36 given, 0 verified")
    opening = theatre.page.findChildren(QPushButton)
    assert "Resume: 01-0107" in [button.text() for button in opening]


def test_a_draft_is_taken_up_at_the_first_step_that_misses_something(theatre: Theatre) -> None:
    theatre.window.open_new_case()
    fill_in(theatre)
    theatre.window.work.leave()
    theatre.window.open_new_case()
    submitted = 0

    def stop_after_one(*_: object) -> None:
        nonlocal submitted
        submitted += 1
        theatre.journal.full = submitted == 1

    casework(theatre.window).watching.connect(lambda signals: signals.changed.connect(stop_after_one))
    path_of(theatre).go_on_wanted.emit()
    assert theatre.kinds() == ["opened"]
    theatre.journal.full = False
    theatre.end()
    theatre.open()
    (line,) = theatre.lines()
    assert line.action == "Go on preparing"
    theatre.window.open_case(line)
    assert path_of(theatre).now is Step.SET_UP
    assert set_up_of(theatre).text == replace(GOOD, performer="", verifier="")
    fill_in(theatre)
    path_of(theatre).go_on_wanted.emit()
    assert path_of(theatre).now is Step.ELIGIBILITY
    go_through_the_path(theatre)
    assert isinstance(theatre.page, TimeOutPage)
    assert theatre.kinds().count("opened") == 1


def test_from_the_time_out_one_may_go_back_to_the_plan_and_a_change_takes_the_approval_back(
    theatre: Theatre,
) -> None:
    prepare(theatre)
    page = theatre.page
    assert isinstance(page, TimeOutPage)
    page.plan_wanted.emit()
    assert path_of(theatre).now is Step.PLAN
    assert procedure_of(theatre).approved
    path_of(theatre).go_on_wanted.emit()
    page = theatre.page
    assert isinstance(page, TimeOutPage)
    page.plan_wanted.emit()
    signals = signals_of(theatre.window)
    assert signals is not None
    signals.submit(EnterHandling(handling=Handling(priming=Volume(66))))
    assert not procedure_of(theatre).approved
    assert path_of(theatre).told == "This changed an approved plan: the approval of Wei Zhang is taken back."
    assert isinstance(theatre.page, PathPage)


def test_for_another_arm_there_is_nothing_to_inject_and_no_case_is_kept(theatre: Theatre) -> None:
    theatre.window.open_new_case()
    set_up_of(theatre).show_text(replace(GOOD, arm="Standard treatment"))
    path_of(theatre).go_on_wanted.emit()
    assert "Standard treatment: there is nothing to inject, and no case is kept." in theatre.texts()
    assert theatre.lines() == ()


def test_practice_says_so_in_title_and_band_and_lives_apart(theatre: Theatre) -> None:
    theatre.window.open_practice()
    screen = theatre.page
    assert isinstance(screen, LiveScreen)
    assert theatre.window.windowTitle() == "PRACTICE · Participant 00-0000 · PRACTICE-1"
    assert theatre.window.practice_band.words.startswith("PRACTICE")
    give(screen)
    assert theatre.kinds()[-1] == "given"
    assert theatre.journal.cases() == ()
    theatre.window.show_start()
    assert [line.practice for line in theatre.lines()] == [True]
    assert theatre.window.practice_band.words == ""


def test_full_practice_leaves_every_gate_to_the_person(theatre: Theatre) -> None:
    theatre.window.open_full_practice()
    assert theatre.window.practice_band.words.startswith("PRACTICE")
    page = set_up_of(theatre)
    assert (page.text.performer, page.text.verifier) == ("Practice surgeon", "Practice nurse")
    (performer,) = [one for one in page.findChildren(QLineEdit) if one.text() == "Practice surgeon"]
    assert performer.isReadOnly()


def test_practice_held_by_another_program_is_said_and_real_cases_go_on(theatre: Theatre) -> None:
    prepare(theatre)
    with Journal.open(practice_folder(theatre.folder), reserve_bytes=4096):
        theatre.window.show_start()
        assert "has had this journal open" in theatre.texts()
        assert "01-0107" in [line.participant for line in theatre.desk.lines_without_practice()]
        theatre.window.open_practice()
        assert isinstance(theatre.page, StartScreen)


def test_f11_fills_the_screen_and_f1_lists_the_keys(theatre: Theatre) -> None:
    theatre.come_forward()
    QTest.keyClick(theatre.window, Qt.Key.Key_F11)
    assert theatre.window.isFullScreen()
    QTest.keyClick(theatre.window, Qt.Key.Key_F11)
    assert not theatre.window.isFullScreen()
    theatre.window.show_keys()
    listed = theatre.window.findChildren(QLabel)
    assert {"Space", "F11", "Ctrl+P"} <= {label.text() for label in listed}
