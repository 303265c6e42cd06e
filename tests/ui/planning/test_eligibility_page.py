"""The eligibility page by keys alone: decided line by line, nothing typed lost, nothing decided by a slip."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.clock import Reading
from app.read_models.eligibility_sheet import Bearing
from app.read_models.sheet_entries import Part
from app.settings import ThemeChoice
from injection_plan.commands import CheckDay, Command, DateScreening, DecideCriteria, SignOffEligibility
from injection_plan.eligibility import Decision
from injection_plan.terms import Verdict
from tests.stories.case import Case
from tests.ui.planning.recorded import is_unrecorded
from ui import theme
from ui.planning.eligibility_page import EligibilityPage

ENTER = Qt.Key.Key_Return


@dataclass
class Sheet:
    """The page on a case, stored as the path around it would, and what it uttered."""

    page: EligibilityPage
    case: Case
    wished: list[Command] = field(default_factory=list)

    def store(self, commands: tuple[Command, ...]) -> None:
        for command in commands:
            self.case.do(command)
            self.wished.append(command)
        self.show()

    def show(self) -> None:
        moment = self.case.moment
        self.page.show_case(
            self.case.procedure, Reading(moment.utc, moment.offset_minutes, moment.tick_ms, moment.run)
        )

    def go(self, criterion: str) -> None:
        """Walk down from the top by keys."""
        self.page.list.setFocus()
        QTest.keyClick(self.page.list, Qt.Key.Key_Home)
        while self.chosen != criterion:
            before = self.page.list.currentIndex().row()
            QTest.keyClick(self.page.list, Qt.Key.Key_Down)
            assert self.page.list.currentIndex().row() > before

    @property
    def chosen(self) -> str:
        entry = self.page.list.entry
        assert entry is not None
        return entry.criterion

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)

    def edit(self, criterion: str, measure: str, name: str) -> QLineEdit:
        return self.page.criteria.detail(criterion).table.rows[measure].edits[name]

    def words(self, within: QWidget) -> str:
        return " ".join(one.text() for one in within.findChildren(QLabel) if one.isVisible())

    def decision(self, criterion: str) -> Decision | None:
        decided = self.case.procedure.prepared.decision(criterion)
        return None if decided is None else decided.decision


@pytest.fixture
def sheet(qtbot: QtBot, qapp: QApplication) -> Sheet:
    theme.settle(qapp)
    page = EligibilityPage()
    theme.dress(page, theme.DESK)
    qtbot.addWidget(page)
    made = Sheet(page, Case().with_team())
    page.wished.connect(made.store)
    page.resize(1366, 560)
    made.show()
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    return made


def test_the_whole_sheet_is_decided_and_signed_off_by_keys(qtbot: QtBot, sheet: Sheet) -> None:
    assert sheet.page.head.investigator.text == "Practice surgeon"
    sheet.page.list.setFocus()
    for entry in sheet.page.list.entries:
        if entry.part is not Part.CRITERION:
            continue
        sheet.go(entry.criterion)
        met = entry.title.startswith("Inclusion")
        sheet.press(Qt.Key.Key_M if met else Qt.Key.Key_N)
    assert len(sheet.wished) == 25
    assert {one.bearing for one in sheet.page.list.entries if one.part is Part.CRITERION} == {Bearing.FOR}
    sheet.press(Qt.Key.Key_End)
    sheet.press(ENTER)
    QTest.keyClicks(sheet.page.sign_off.name.edit, "Practice surgeon")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(sheet.page.wished):
        QTest.keyClick(sheet.page.sign_off.name.edit, Qt.Key.Key_S, keys)
    assert isinstance(sheet.wished[-1], SignOffEligibility)
    assert "Signed off by Practice surgeon" in sheet.words(sheet.page.sign_off)


def test_a_value_is_typed_compared_and_decided_without_the_mouse(sheet: Sheet) -> None:
    sheet.go("bmi")
    sheet.press(ENTER)
    QTest.keyClicks(sheet.edit("bmi", "bmi", "value"), "16,5")
    assert "16.5 kg/m² is below 17 kg/m²: the text excludes." in sheet.words(sheet.page.criteria)
    sheet.press(Qt.Key.Key_Tab)
    QTest.keyClicks(sheet.edit("bmi", "bmi", "on"), "2026-02-20")
    detail = sheet.page.criteria.detail("bmi")
    detail.buttons[Verdict.NOT_MET].setFocus()
    sheet.press(Qt.Key.Key_N)
    assert sheet.wished == []
    assert "You decide not met: write the reason." in sheet.words(detail)
    assert QApplication.focusWidget() is detail.note
    QTest.keyClicks(detail.note, "measured in a cast")
    detail.buttons[Verdict.NOT_MET].click()
    made = sheet.decision("bmi")
    assert made is not None
    assert (made.note, made.values[0].value) == ("measured in a cast", "16.5")
    assert "A value says otherwise." in sheet.words(detail)


def test_a_row_of_the_list_is_spoken_as_a_whole(sheet: Sheet) -> None:
    spoken = sheet.page.list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Inclusion 1, not answered, Age 18-70 years old")


def test_enter_space_and_a_held_key_decide_nothing(sheet: Sheet) -> None:
    sheet.go("age")
    detail = sheet.page.criteria.detail("age")
    for button in detail.buttons.values():
        button.setFocus()
        for key in (ENTER, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            QTest.keyClick(button, key)
    assert sheet.wished == []
    for field_of_letters in (
        sheet.edit("age", "age", "value"),
        detail.note,
        sheet.page.head.investigator.edit,
    ):
        QTest.keyClicks(field_of_letters, "mn")
    assert sheet.wished == []
    sheet.page.list.setFocus()
    QTest.keyClick(sheet.page.list, Qt.Key.Key_X)
    assert sheet.chosen == "age"


def test_the_page_begins_at_the_name_and_the_day_that_are_due(sheet: Sheet) -> None:
    head = sheet.page.head
    sheet.page.point_at("")
    assert QApplication.focusWidget() is head.screened.edit
    head.investigator.edit.clear()
    sheet.page.point_at("")
    assert QApplication.focusWidget() is head.investigator.edit
    head.investigator.edit.setText("Wei Zhang")
    head.screened.edit.setText("2026-02-20")
    sheet.page.point_at("")
    assert QApplication.focusWidget() is sheet.page.list


def test_a_letter_pressed_on_arrival_decides_nothing(sheet: Sheet) -> None:
    head, choosing = sheet.page.head, sheet.page.list
    sheet.go("consent")
    for about in ("", "bmi"):
        head.screened.edit.setText("2026-02-20")
        sheet.page.point_at(about)
        assert QApplication.focusWidget() is choosing
        for key in (Qt.Key.Key_M, Qt.Key.Key_N):
            sheet.press(key)
    assert sheet.wished == []
    assert sheet.page.criteria.detail("bmi").told.startswith("Nothing was decided")
    sheet.press(Qt.Key.Key_Up)
    sheet.press(Qt.Key.Key_Down)
    sheet.press(Qt.Key.Key_N)
    assert sheet.decision("bmi") is not None
    sheet.page.point_at("age")
    head.investigator.edit.setFocus()
    while QApplication.focusWidget() is not choosing:
        sheet.press(Qt.Key.Key_Tab)
    sheet.press(Qt.Key.Key_M)
    assert sheet.decision("age") is not None
    sheet.page.point_at("skin_score")
    row = choosing.visualRect(choosing.currentIndex()).center()
    QTest.mouseClick(choosing.viewport(), Qt.MouseButton.LeftButton, pos=row)
    sheet.press(Qt.Key.Key_M)
    assert sheet.decision("skin_score") is not None


def test_the_name_of_who_decided_last_stands_at_the_head_again(qtbot: QtBot) -> None:
    page = EligibilityPage()
    qtbot.addWidget(page)
    Sheet(page, Case().with_team().eligible()).show()
    assert page.head.investigator.text == "Practice investigator"


def test_the_day_and_the_sign_off_are_seen_at_the_top_and_reached_by_key_and_click(
    qtbot: QtBot, sheet: Sheet
) -> None:
    head = sheet.page.head
    assert (head.day.words, head.sign_off.words) == (
        ("Today: not asked", "Alt+D"),
        ("Sign-off: open", "Alt+S"),
    )
    day = sheet.page.day
    assert day is not None
    with qtbot.waitSignal(head.day.clicked):
        QTest.keyClick(sheet.page.list, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is next(iter(day.rows.values())).clear
    QTest.mouseClick(head.sign_off, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is sheet.page.sign_off.name.edit
    sheet.case.eligible()
    sheet.show()
    assert head.day.words == ("Today: clear, 10:00", "Practice nurse · Alt+D")
    assert head.sign_off.words == ("Sign-off: 2 Mar 2026", "Practice investigator · Alt+S")


def test_the_buttons_say_what_a_verdict_means_for_the_participant(sheet: Sheet) -> None:
    for name, met, not_met in (
        ("age", "Met: lets in   M", "Not met: keeps the participant out   N"),
        ("bmi", "Met: keeps the participant out   M", "Not met: lets in   N"),
    ):
        sheet.go(name)
        buttons = sheet.page.criteria.detail(name).buttons
        assert (buttons[Verdict.MET].text(), buttons[Verdict.NOT_MET].text()) == (met, not_met)
        assert all(one.height() >= 56 and one.shortcut().isEmpty() for one in buttons.values())


def test_what_was_decided_without_a_value_says_so_in_the_detail(sheet: Sheet) -> None:
    for name, before, after in (
        ("bmi", "No value is entered yet.", "Decided without a value."),
        (
            "infection",
            "No day is entered: never, or not known.",
            "Decided without a day: never, or not known.",
        ),
    ):
        sheet.go(name)
        detail = sheet.page.criteria.detail(name)
        assert before in sheet.words(detail)
        sheet.press(Qt.Key.Key_N)
        assert after in sheet.words(detail)
        assert "do not decide it" not in sheet.words(detail)


def test_without_a_name_nothing_is_decided_and_the_name_is_asked_for(sheet: Sheet) -> None:
    sheet.page.head.investigator.edit.clear()
    sheet.go("consent")
    sheet.press(Qt.Key.Key_M)
    assert sheet.wished == []
    assert "before anything is decided" in sheet.page.head.investigator.problem
    assert QApplication.focusWidget() is sheet.page.head.investigator.edit
    QTest.keyClicks(sheet.page.head.investigator.edit, "Wei Zhang")
    assert sheet.page.head.investigator.problem == ""
    sheet.go("consent")
    sheet.press(Qt.Key.Key_M)
    assert isinstance(sheet.wished[0], DecideCriteria)
    assert sheet.wished[0].by.name == "Wei Zhang"


def test_what_is_typed_survives_other_lines_and_another_entry(sheet: Sheet) -> None:
    sheet.go("laboratory")
    QTest.keyClicks(sheet.edit("laboratory", "haemoglobin", "value"), "12.5 g/dL")
    QTest.keyClicks(sheet.page.criteria.detail("laboratory").note, "repeat")
    QTest.keyClicks(sheet.page.head.screened.edit, "2026-13")
    sheet.go("consent")
    sheet.press(Qt.Key.Key_M)
    sheet.show()
    sheet.go("laboratory")
    assert sheet.edit("laboratory", "haemoglobin", "value").text() == "12.5 g/dL"
    assert sheet.page.criteria.detail("laboratory").note.toPlainText() == "repeat"
    assert sheet.page.head.screened.text == "2026-13"
    entry = sheet.page.list.entry
    assert entry is not None
    assert entry.state == "typed, not decided"


def test_a_wrong_unit_is_refused_at_its_field(sheet: Sheet) -> None:
    sheet.go("laboratory")
    QTest.keyClicks(sheet.edit("laboratory", "haemoglobin", "value"), "12.5 g/dL")
    sheet.page.list.setFocus()
    sheet.press(Qt.Key.Key_N)
    assert sheet.wished == []
    row = sheet.page.criteria.detail("laboratory").table.rows["haemoglobin"]
    assert "Enter this value in g/L, grams per litre, not in g/dL." in sheet.words(row)
    assert QApplication.focusWidget() is row.edits["value"]
    assert "g/dL" in row.edits["value"].accessibleDescription()


def test_an_odd_value_is_confirmed_at_its_field_and_only_as_typed(sheet: Sheet) -> None:
    sheet.go("bmi")
    row = sheet.page.criteria.detail("bmi").table.rows["bmi"]
    QTest.keyClicks(row.edits["value"], "2.1")
    QTest.keyClicks(row.edits["on"], "2026-02-20")
    sheet.page.list.setFocus()
    sheet.press(Qt.Key.Key_M)
    assert sheet.wished == []
    assert QApplication.focusWidget() is row.right
    row.right.click()
    assert row.right.isHidden()
    row.edits["value"].setText("2.2")
    assert row.right.isVisible()
    row.right.click()
    sheet.page.list.setFocus()
    sheet.press(Qt.Key.Key_M)
    made = sheet.decision("bmi")
    assert made is not None
    assert (made.values[0].value, made.values[0].confirmed) == ("2.2", True)


def test_one_day_is_written_where_a_value_has_none(sheet: Sheet) -> None:
    sheet.go("laboratory")
    table = sheet.page.criteria.detail("laboratory").table
    table.rows["haemoglobin"].edits["value"].setText("120")
    table.rows["inr"].edits["value"].setText("1.1")
    table.rows["inr"].edits["on"].setText("2026-02-01")
    table.same_day.setText("2026-02-20")
    table.write_same_day()
    days = {name: row.edits["on"].text() for name, row in table.rows.items() if row.edits["on"].text()}
    assert days == {"haemoglobin": "2026-02-20", "inr": "2026-02-01"}
    assert "aptt_coagulation" not in table.rows


def test_the_screening_day_is_stored_when_the_field_is_left(sheet: Sheet) -> None:
    edit = sheet.page.head.screened.edit
    QTest.keyClicks(edit, "2026-04-20")
    QTest.keyClick(edit, ENTER)
    assert (sheet.wished, sheet.page.head.screened.problem) == ([], "That day has not come yet.")
    assert sheet.page.record() is None
    edit.setText("2026-02-20")
    QTest.keyClick(edit, ENTER)
    assert [type(one) for one in sheet.wished] == [DateScreening]
    assert sheet.page.record() == ()


def test_going_on_waits_for_what_is_typed_and_not_decided(sheet: Sheet) -> None:
    sheet.go("age")
    assert not is_unrecorded(sheet.page)
    QTest.keyClicks(sheet.edit("age", "age", "value"), "54")
    assert is_unrecorded(sheet.page)
    sheet.go("bmi")
    assert sheet.page.record() is None
    assert sheet.chosen == "age"
    assert "typed and not decided yet" in sheet.page.criteria.detail("age").told
    sheet.edit("age", "age", "value").clear()
    assert sheet.page.record() == ()


def test_the_same_decision_twice_is_one_entry(sheet: Sheet) -> None:
    sheet.go("consent")
    sheet.press(Qt.Key.Key_M)
    sheet.press(Qt.Key.Key_M)
    assert len(sheet.wished) == 1
    assert sheet.page.criteria.detail("consent").told == "This is what stands already."


def test_the_questions_of_the_day_by_keys(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.page.point_at("ulcer")
    day = sheet.page.day
    assert day is not None
    for line, row in day.rows.items():
        button: QAbstractButton = row.not_clear if line == "ulcer" else row.clear
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert sheet.page.record() is None
    with qtbot.waitSignal(day.stored):
        QTest.keyClick(day, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert sheet.wished == []
    note = day.rows["ulcer"].note
    assert note.problem == "Write what was found and decided."
    assert QApplication.focusWidget() is note.edit
    QTest.keyClicks(note.edit, "healed")
    with qtbot.waitSignal(sheet.page.wished):
        QTest.keyClick(note.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(sheet.wished[0], CheckDay)
    assert "Answered today by Practice nurse" in sheet.words(day)
    assert sheet.page.record() == ()
    sheet.case.wait(days=1)
    sheet.show()
    assert "That was not today" in sheet.words(day)
    assert {one.clear for one in day.answers} == {None}
    day.rows["allergy"].clear.setChecked(True)
    assert sheet.page.record() is None


def test_answers_of_the_day_are_recorded_when_going_on(sheet: Sheet) -> None:
    day = sheet.page.day
    assert day is not None
    for row in day.rows.values():
        row.clear.setChecked(True)
    recorded = sheet.page.record()
    assert recorded is not None
    assert [type(one) for one in recorded] == [CheckDay]


def test_a_finding_leads_to_its_line(sheet: Sheet) -> None:
    sheet.page.point_at("laboratory")
    assert sheet.chosen == "laboratory"
    assert QApplication.focusWidget() is sheet.page.list
    sheet.case.eligible()
    sheet.show()
    day = sheet.page.day
    assert day is not None
    sheet.page.point_at("contracture")
    assert QApplication.focusWidget() is day.rows["contracture"].clear
    sheet.case.do(DateScreening(on=sheet.case.moment.utc.date()))
    sheet.show()
    sheet.page.point_at("")
    assert QApplication.focusWidget() is sheet.page.sign_off.name.edit
    sheet.page.sign_off.button.click()
    assert sheet.page.sign_off.name.problem == "Type the investigator's full name."
    sheet.page.head.investigator.edit.clear()
    sheet.page.sign_off.button.click()
    assert QApplication.focusWidget() is sheet.page.head.investigator.edit


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("size", [(1366, 560), (1920, 876)])
def test_nothing_is_cut_and_everything_is_named(
    sheet: Sheet, qapp: QApplication, choice: ThemeChoice, size: tuple[int, int]
) -> None:
    theme.settle(qapp, choice)
    sheet.page.resize(*size)
    sheet.go("laboratory")
    detail = sheet.page.criteria.detail("laboratory")
    for row in detail.table.rows.values():
        row.edits["value"].setText("12.5 g/dL")
    sheet.press(Qt.Key.Key_M)
    QTest.qWait(1)
    for label in detail.findChildren(QLabel):
        if label.isVisible():
            wanted = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= wanted, label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
    assert detail.table.width() <= detail.width()
    for row in detail.table.rows.values():
        below = next(
            one for one in row.findChildren(QLabel) if "not in g/dL" in one.text() or "leave" in one.text()
        )
        edit = row.edits["value"]
        assert edit.mapTo(row, edit.rect().bottomLeft()).y() < below.mapTo(row, below.rect().topLeft()).y()
    for kind in (QLineEdit, QPlainTextEdit, QAbstractButton):
        for control in sheet.page.findChildren(kind):
            spoken = control.accessibleName() or (
                control.text() if isinstance(control, QAbstractButton) else ""
            )
            assert spoken, control
    theme.settle(qapp)
