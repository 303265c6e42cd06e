"""The sign-out at the closing: each line by itself, by keys, with words for what is not so; and nothing before it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from app import wording
from app.read_models.review import Stage, stage_of
from injection_plan.commands import RecordDifference, Stop
from injection_plan.events import SignOutPassed
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.terms import Injected, Role
from injection_plan.volume import Volume
from tests.ui.review.desk import Desk
from tests.ui.review.shown import CTRL, NO_KEY, Shown
from ui.review.sign_out_row import SignOutRow

LINES = 13
LITTLE = "perfusion-RH-5"


def rows(shown: Shown) -> list[SignOutRow]:
    return list(shown.screen.sign_out.rows.values())


def record(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Return, CTRL, shown.screen)


def answer_all(shown: Shown) -> None:
    for _ in rows(shown):
        shown.press(Qt.Key.Key_Y)


def passed(desk: Desk) -> SignOutPassed:
    last = desk.last()
    assert isinstance(last, SignOutPassed)
    return last


def extra_pass(place: str, syringe: int) -> RecordDifference:
    return RecordDifference(
        aliquot=None, syringe=syringe, volume=Volume(250), place=place, happened_at=None, reason="forgotten"
    )


@pytest.fixture
def asked(shown: Shown, desk: Desk) -> Shown:
    desk.give_all_without_sign_out()
    return shown.open()


def test_it_is_asked_before_the_figures_each_finger_in_a_row_of_its_own(asked: Shown) -> None:
    assert asked.screen.sign_out.isVisible()
    labels = [row.tick.text() for row in rows(asked)]
    assert len(labels) == LINES
    assert labels[1:3] == ["Patient's RIGHT · thumb", "Patient's RIGHT · index"]
    assert labels[10] == "Patient's LEFT · little"
    assert "The finger is perfused, and it does not bleed." in asked.words
    assert all(row.answer is None for row in rows(asked))
    assert asked.focus is rows(asked)[0].tick
    assert asked.screen.told.startswith("13 lines are not answered yet")


def test_y_answers_one_line_after_the_other_and_one_button_records_them(asked: Shown, desk: Desk) -> None:
    for number in range(LINES):
        assert sum(row.tick.isChecked() for row in rows(asked)) == number
        asked.press(Qt.Key.Key_Y)
    assert asked.screen.told == "Every line is answered."
    record(asked)
    assert [line.line for line in passed(desk).lines][:2] == ["counts", "perfusion-RH-1"]
    assert all(line.remark is None for line in passed(desk).lines)
    assert desk.entries[-1].stamp.role is Role.VERIFIER
    assert stage_of(desk.procedure) is Stage.RECONCILE
    assert asked.screen.reconcile.isVisible()


def test_what_is_not_so_is_put_in_words(asked: Shown, desk: Desk) -> None:
    for _ in range(5):
        asked.press(Qt.Key.Key_Y)
    asked.press(Qt.Key.Key_N)
    row = asked.screen.sign_out.rows[LITTLE]
    assert asked.focus is row.remark
    asked.type("cold, refills slowly")
    asked.press(Qt.Key.Key_Down)
    for _ in range(LINES - 6):
        asked.press(Qt.Key.Key_Y)
    record(asked)
    said = {line.line: line for line in passed(desk).lines}
    assert said[LITTLE].remark == "cold, refills slowly"
    assert said[LITTLE].text == "Patient's RIGHT · little: The finger is perfused, and it does not bleed."


def test_not_so_without_words_is_not_recorded_and_says_where(asked: Shown, desk: Desk) -> None:
    before = len(desk.entries)
    for row in rows(asked):
        row.tick.setChecked(True)
    row = asked.screen.sign_out.rows[LITTLE]
    row.not_so.click()
    assert not row.tick.isChecked()
    record(asked)
    assert len(desk.entries) == before
    assert asked.focus is row.remark
    assert row.remark.accessibleDescription() == "Say what is not as the line says."
    assert "Patient's RIGHT · little" in asked.screen.told
    asked.type("a small haematoma")
    row.tick.setChecked(True)
    assert not row.not_so.isChecked()
    row.not_so.click()
    assert row.remark.text() == "a small haematoma"


def test_recording_too_early_says_so_at_each_line_and_goes_to_the_first(asked: Shown, desk: Desk) -> None:
    before = len(desk.entries)
    rows(asked)[0].tick.setChecked(True)
    record(asked)
    assert len(desk.entries) == before
    assert asked.focus is rows(asked)[1].tick
    assert asked.words.count("Answer this line.") == LINES - 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_no_plain_key_records_it(asked: Shown, desk: Desk, key: Qt.Key) -> None:
    before = len(desk.entries)
    for row in rows(asked):
        row.tick.setChecked(True)
    for widget in (asked.screen.go_on, asked.screen):
        widget.setFocus()
        asked.press(key, on=widget)
    assert len(desk.entries) == before


def test_a_held_key_answers_one_line_and_there_is_no_button_for_all(asked: Shown) -> None:
    asked.press(Qt.Key.Key_Y)
    for _ in range(30):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Y, NO_KEY, "y", autorep=True)
        QApplication.sendEvent(asked.focus, held)
    assert sum(row.tick.isChecked() for row in rows(asked)) == 1
    buttons = set(asked.screen.sign_out.findChildren(QPushButton))
    assert buttons == {row.not_so for row in rows(asked)}


def test_what_was_answered_stays_while_the_case_is_shown_again(asked: Shown, desk: Desk) -> None:
    asked.press(Qt.Key.Key_Y)
    asked.screen.show_procedure(desk.procedure, desk.entries)
    asked.screen.tabs["entries"].click()
    asked.screen.tabs["closing"].click()
    assert rows(asked)[0].tick.isChecked()


def test_the_figures_can_be_typed_before_but_not_reconciled_and_the_page_says_why(
    asked: Shown, desk: Desk
) -> None:
    asked.press(Qt.Key.Key_Y)
    asked.screen.steps.buttons[Stage.RECONCILE].click()
    assert asked.screen.reconcile.isVisible()
    asked.fill_figures()
    record(asked)
    assert desk.procedure.reconciliation is None
    assert asked.screen.told == wording.refusal(Refusal(Why.NO_SIGN_OUT))
    asked.screen.steps.buttons[Stage.SIGN_OUT].click()
    assert rows(asked)[0].tick.isChecked()
    asked.screen.start_typing()
    answer_all(asked)
    record(asked)
    assert asked.screen.reconcile.product.sample.text() == "0"
    record(asked)
    assert desk.procedure.reconciliation is not None


def test_who_and_when_is_shown_afterwards_and_it_may_be_said_again(asked: Shown, desk: Desk) -> None:
    asked.press(Qt.Key.Key_N)
    asked.type("one cannula is missing")
    asked.press(Qt.Key.Key_Down)
    answer_all(asked)
    record(asked)
    assert "Sign-out\n" in asked.words
    asked.reconcile()
    asked.sign(Role.VERIFIER)
    asked.screen.steps.buttons[Stage.SIGN_OUT].click()
    assert "✓ Sign-out answered aloud: Practice nurse, 22 Nov 2026" in asked.words
    assert "the count is right: not so. one cannula is missing" in asked.words
    assert all(row.answer is None for row in rows(asked))
    asked.screen.steps.buttons[Stage.SIGN].click()
    assert asked.screen.sign.isVisible()
    assert "✓ Sign-out answered aloud: Practice nurse, 22 Nov 2026" in asked.words
    asked.screen.steps.buttons[Stage.SIGN_OUT].click()
    answer_all(asked)
    record(asked)
    assert all(line.remark is None for line in passed(desk).lines)
    assert not desk.procedure.signatures
    assert stage_of(desk.procedure) is Stage.SIGN


def test_a_stopped_case_asks_only_of_the_fingers_that_got_product(shown: Shown, desk: Desk) -> None:
    desk.give()
    desk.read()
    desk.do(Stop(reason="the participant asked to stop"))
    while desk.procedure.end_marks_owed:
        desk.leave_unread()
    shown.open()
    assert [row.line.name for row in rows(shown)] == ["counts", "perfusion-RH-1", "dressings", "watch"]
    answer_all(shown)
    record(shown)
    assert stage_of(desk.procedure) is Stage.RECONCILE


def test_a_finger_that_got_product_since_is_named(shown: Shown, desk: Desk) -> None:
    desk.do(Stop(reason="pain before the first"))
    while desk.procedure.end_marks_owed:
        desk.leave_unread()
    desk.sign_out()
    shown.open()
    desk.do(extra_pass("RH-2-PIP-rad-dis", syringe=2))
    while desk.procedure.owed is not None or desk.procedure.end_marks_owed:
        desk.leave_unread()
    shown.screen.steps.buttons[Stage.SIGN_OUT].click()
    assert "Got product since, and not asked about yet: Patient's RIGHT · index." in shown.words


def test_a_protocol_without_a_sign_out_has_no_step_for_it(shown: Shown, desk: Desk) -> None:
    desk.give_all_without_sign_out()
    protocol = desk.procedure.protocol.model_copy(update={"sign_out": ()})
    object.__setattr__(desk.procedure, "protocol", protocol)
    shown.open()
    assert shown.screen.reconcile.isVisible()
    steps = [one.text() for one in shown.screen.steps.findChildren(QLabel) if one.isVisible()]
    assert steps == ["✓ End marks", "2 Reconcile", "3 Sign", "4 Signed"]
    assert not any(button.isVisible() for button in shown.screen.steps.buttons.values())


@pytest.mark.parametrize("size", [(1366, 700), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_off(shown: Shown, desk: Desk, size: tuple[int, int]) -> None:
    desk.give_all_without_sign_out()
    shown.open(*size)
    shown.screen.sign_out.rows[LITTLE].say_not_so()
    QApplication.processEvents()
    assert shown.screen.size().toTuple() == size
    for row in rows(shown):
        for part in (row.tick, row.not_so):
            assert part.height() >= 44
            assert part.width() >= part.minimumSizeHint().width()
    inside: QWidget = shown.screen.sign_out._scroll.viewport()
    assert rows(shown)[0].width() <= inside.width()


def test_a_voided_aliquot_asks_for_its_finger_no_longer(shown: Shown, desk: Desk) -> None:
    """Where it turned out that nothing was injected into a finger, nobody is asked about that finger."""
    desk.give()
    desk.read()
    desk.do(Stop(reason="pain"))
    while desk.procedure.end_marks_owed:
        desk.leave_unread()
    shown.open()
    assert len(rows(shown)) == 4
    shown.screen.tabs["aliquots"].click()
    shown.screen.aliquots.table.selectRow(0)
    shown.press(Qt.Key.Key_Return, on=shown.screen.aliquots.table)
    dialog = shown.dialog
    dialog.answers[Injected.NO].setChecked(True)  # type: ignore[attr-defined]
    shown.type("the plunger never moved", dialog.reason)  # type: ignore[attr-defined]
    shown.press(Qt.Key.Key_Return, CTRL, dialog)
    assert len(rows(shown)) == 3
