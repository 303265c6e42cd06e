"""The sign-out at the closing: each line by itself, by keys, with words for what is not so; and nothing before it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
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
    assert asked.screen.told == "Every line is answered; 1 is not so."
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
    assert not asked.screen.go_on.isEnabled()
    assert "Patient's RIGHT · little" in asked.screen.told
    asked.type("a small haematoma")
    row.tick.setChecked(True)
    assert not row.not_so.isChecked()
    row.not_so.click()
    assert row.remark.text() == "a small haematoma"


def test_it_cannot_be_recorded_while_a_line_is_open_and_the_button_says_which(
    asked: Shown, desk: Desk
) -> None:
    before = len(desk.entries)
    button = asked.screen.go_on
    for row in rows(asked):
        assert not button.isEnabled()
        assert button.toolTip() == button.accessibleDescription() == asked.screen.told
        assert row.line.text in button.toolTip()
        record(asked)
        row.tick.setChecked(True)
    assert len(desk.entries) == before
    assert button.isEnabled()
    assert button.toolTip() == ""
    rows(asked)[0].not_so.click()
    assert not button.isEnabled()
    asked.screen.steps.buttons[Stage.RECONCILE].click()
    assert button.isEnabled()


def test_what_was_not_so_is_said_until_the_end(asked: Shown, desk: Desk) -> None:
    """Above every page and the signatures, in the steps and in the head: never a tick for what was not so."""
    time = sign_out_not_so(asked, "still a little pale, refills in 4 s")
    words = f"Sign-out {time} · 1 line not so: Patient's RIGHT · little, still a little pale, refills in 4 s"
    in_full = "little: The finger is perfused, and it does not bleed: not so. still a little pale"
    acts: tuple[Callable[[], object], ...] = (
        lambda: None,
        asked.screen.tabs["entries"].click,
        asked.screen.tabs["closing"].click,
        asked.reconcile,
        lambda: asked.sign(Role.PERFORMER),
        lambda: asked.sign(Role.VERIFIER),
    )
    for act in acts:
        act()
        QApplication.processEvents()
        assert words in asked.words
        assert "Sign-out\n1 not so" in asked.words
        assert "Sign-out: not so" in asked.words
        assert "✓ Sign-out" not in asked.words
    assert stage_of(desk.procedure) is Stage.SIGNED
    assert in_full in asked.words
    top = asked.screen.not_so.mapTo(asked.screen, QPoint()).y()
    for card in asked.screen.sign.cards.values():
        assert card.mapTo(asked.screen, QPoint()).y() > top


def test_a_long_remark_is_shortened_above_the_pages_and_stands_whole_with_the_sign_out(asked: Shown) -> None:
    sign_out_not_so(asked, "pale " * 390)
    assert asked.screen.not_so.words.endswith("pale …")
    assert len(asked.screen.not_so.words) < 200
    assert ("pale " * 390).strip() in asked.screen.not_so.toolTip()
    asked.screen.steps.buttons[Stage.SIGN_OUT].click()
    assert not asked.screen.not_so.isVisible(), "the page itself says it"
    assert ("pale " * 390).strip() in asked.words


def test_more_than_two_lines_that_are_not_so_are_counted(asked: Shown) -> None:
    for row in rows(asked)[:3]:
        row.not_so.click()
        row.remark.setText("no")
    for row in rows(asked)[3:]:
        row.tick.setChecked(True)
    assert asked.screen.told == "Every line is answered; 3 are not so."
    record(asked)
    assert "3 lines not so: " in asked.screen.not_so.words
    assert asked.screen.not_so.words.endswith("Patient's RIGHT · thumb, no; and 1 more")


def sign_out_not_so(shown: Shown, remark: str) -> str:
    """Answer all but the right little finger as the lines say, record it, and return the time of it."""
    for row in rows(shown):
        row.tick.setChecked(True)
    row = shown.screen.sign_out.rows[LITTLE]
    row.not_so.click()
    row.remark.setText(remark)
    record(shown)
    stamp = shown.desk.entries[-1].stamp
    return wording.short_time(stamp.recorded, stamp.offset_minutes)


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
    # What is put into a layout is shown a moment later, when Qt comes to it.
    asked.bot.waitUntil(lambda: "Sign-out\n" in asked.words)
    asked.reconcile()
    asked.sign(Role.VERIFIER)
    asked.screen.steps.buttons[Stage.SIGN_OUT].click()
    assert "Sign-out answered aloud: Practice nurse, 22 Nov 2026" in asked.words
    assert "the count is right: not so. one cannula is missing" in asked.words
    assert all(row.answer is None for row in rows(asked))
    asked.screen.steps.buttons[Stage.SIGN].click()
    assert asked.screen.sign.isVisible()
    assert "Sign-out answered aloud: Practice nurse, 22 Nov 2026" in asked.words
    asked.screen.steps.buttons[Stage.SIGN_OUT].click()
    answer_all(asked)
    record(asked)
    assert all(line.remark is None for line in passed(desk).lines)
    assert asked.screen.not_so.words == ""
    assert "✓ Sign-out answered aloud" in asked.words
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


def test_a_page_that_says_what_was_not_so_is_no_broader(shown: Shown, desk: Desk) -> None:
    desk.give_all_without_sign_out()
    shown.open(1366, 768)
    sign_out_not_so(shown, "pale " * 390)
    for stage in (Stage.RECONCILE, Stage.SIGN_OUT, Stage.RECONCILE):
        if stage in shown.screen.steps.buttons and shown.screen.steps.buttons[stage].isVisible():
            shown.screen.steps.buttons[stage].click()
        QApplication.processEvents()
        assert shown.screen.size().toTuple() == (1366, 768)
