"""The two sheets of the syringes by keys: scanned, filled, and read by another person who is shown nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.settings import ThemeChoice
from injection_plan.commands import CheckSyringes, DescribeProduct, DraftPlan, EnterHandling, FillSyringes
from injection_plan.people import Person
from injection_plan.product import Handling, SyringeCheck, SyringeFill
from tests.stories.case import Case, ul
from tests.stories.people import NURSE, SURGEON
from tests.ui.planning.recorded import is_unrecorded
from tests.ui.planning.stepping import Step, cut, everything_readable, scan, settle_layout, shown_on, type_in
from ui.planning.fill_sheet import FillSheet
from ui.planning.reading_sheet import ReadingSheet
from ui.planning.syringes_page import FILL, READ, SyringesPage
from ui.theme import settle

CTRL = Qt.KeyboardModifier.ControlModifier
MARKS = tuple(810 + 10 * number for number in range(1, 11))
"""Fill marks that stand nowhere else: 0.82 to 0.91 mL."""


@pytest.fixture
def step(qtbot: QtBot) -> Step[SyringesPage]:
    return opened(qtbot, Case().with_product())


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK])
def themed(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    settle(qapp, request.param)
    yield
    settle(qapp)


def opened(qtbot: QtBot, case: Case, width: int = 1366, height: int = 560) -> Step[SyringesPage]:
    page = SyringesPage()
    qtbot.addWidget(page)
    return shown_on(page, case, width, height)


def filled() -> Case:
    fills = tuple(
        SyringeFill(syringe=number, drawn_up=ul(mark + 63), mark=ul(mark), label=f"QX{number}7")
        for number, mark in enumerate(MARKS, start=1)
    )
    return Case().with_product().do(FillSyringes(fills=fills, by=NURSE))


def fill(step: Step[SyringesPage], **typed: str) -> None:
    for name, text in typed.items():
        type_in(step.page.fill.edits[name.replace("__", ".")], text)


def read(step: Step[SyringesPage], checker: str = "", **marks: str) -> None:
    step.page.show_sheet(READ)
    if checker:
        type_in(step.page.read.edits["checker"], checker)
    for name, text in marks.items():
        type_in(step.page.read.edits[name.replace("__", ".")], text)


def said_of(step: Step[SyringesPage], number: int) -> str:
    return step.page.fill.tables.lines[number].said


def read_of(step: Step[SyringesPage], number: int) -> str:
    return step.page.read.tables.lines[number].said


def record_by_key(qtbot: QtBot, sheet: FillSheet | ReadingSheet) -> None:
    """Press the key that is written on a sheet's button, and wait until the button has gone down and up."""
    with qtbot.waitSignal(sheet.record.clicked):
        QTest.keyClick(sheet, Qt.Key.Key_S, CTRL)


def test_a_scanner_walks_down_the_labels(step: Step[SyringesPage]) -> None:
    edits = step.page.fill.edits
    edits["label.1"].setFocus()
    for number in range(1, 11):
        assert edits[f"label.{number}"].hasFocus()
        scan(f"C800-2231/{number}")
    assert [row.label for row in step.page.fill.text.fills][::9] == ["C800-2231/1", "C800-2231/10"]


def test_a_syringe_scanned_twice_is_said_at_its_field_and_the_next_scan_replaces_it(
    step: Step[SyringesPage],
) -> None:
    edits = step.page.fill.edits
    edits["label.1"].setFocus()
    scan("A1")
    scan("A1")
    assert said_of(step, 2) == "This label is on syringe 1 already."
    assert edits["label.2"].hasFocus()
    assert edits["label.2"].text() == "A1"
    scan("A2")
    assert said_of(step, 2) == "empty"
    assert edits["label.3"].hasFocus()


def test_another_participants_label_is_said_and_not_recorded(step: Step[SyringesPage]) -> None:
    fill(step, filler="Na Li", drawn_up__4="1", mark__4="1")
    step.page.fill.edits["label.4"].setFocus()
    scan("01-0108")
    assert "another participant's: this case is 01-0107" in said_of(step, 4)
    assert not step.go_on()
    assert step.stored == []


def test_fills_are_recorded_and_the_second_sheet_follows(qtbot: QtBot, step: Step[SyringesPage]) -> None:
    fill(step, filler="Na Li")
    type_in(step.page.fill.all_drawn_up, "1")
    type_in(step.page.fill.all_mark, "0,95")
    fill(step, mark__3="0.9")
    QTest.mouseClick(step.page.fill.copy, Qt.MouseButton.LeftButton)
    assert step.page.fill.in_all == "10 mL of 10 mL prepared"
    assert step.page.fill.text.fills[2].mark == "0.9"
    record_by_key(qtbot, step.page.fill)
    assert len(step.stored) == 1
    state = step.case.syringe(3)
    assert state.fill == SyringeFill(syringe=3, drawn_up=ul(1000), mark=ul(900))
    assert state.filled is not None
    assert state.filled.acted_by == Person(name="Na Li")
    assert step.page.sheet == READ
    assert step.page.read.edits["checker"].hasFocus()


def test_enter_and_space_record_no_sheet(step: Step[SyringesPage]) -> None:
    fill(step, filler="Na Li", drawn_up__1="1", mark__1="1")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(step.page.fill.record, key)
        QTest.keyClick(step.page.fill.edits["mark.1"], key)
    assert step.stored == []


def test_what_is_wrong_is_said_and_gone_to(step: Step[SyringesPage]) -> None:
    fill(step, label__2="A2", drawn_up__3="05", mark__3="1")
    assert "missing after the zero" in said_of(step, 3)
    assert said_of(step, 2) == "empty"
    step.page.show_sheet(READ)
    assert not step.go_on()
    assert step.page.sheet == FILL
    assert step.page.fill.edits["filler"].hasFocus()
    assert said_of(step, 2) == "Type what was drawn up."


def test_a_slip_is_confirmed_by_its_button(step: Step[SyringesPage]) -> None:
    fill(step, filler="Na Li", drawn_up__1="1", mark__1="0.02")
    line = step.page.fill.tables.lines[1].line
    assert line.sentence == "0.02 mL in a syringe of 1 mL: was another unit meant?"
    assert not step.go_on()
    QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert step.go_on()
    fill(step, mark__1="0.03")
    assert line.button.isVisible()


def test_what_is_recorded_is_said_beside_each_button(qtbot: QtBot, step: Step[SyringesPage]) -> None:
    sheet, second = step.page.fill, step.page.read
    assert (sheet.recorded.words, second.recorded.words) == ("Not recorded yet", "Not recorded yet")
    fill(step, filler="Hua Li", drawn_up__1="1", mark__1="0.9")
    assert sheet.recorded.words == "Not recorded yet"
    record_by_key(qtbot, sheet)
    assert sheet.recorded.words == "Recorded 10:00: filled by Hua Li"
    read(step, "Wei Zhang", reading__1="0.9")
    assert second.recorded.words == "Not recorded yet"
    record_by_key(qtbot, second)
    assert second.recorded.words == "Recorded 10:00: read by Wei Zhang"
    step.page.show_sheet(FILL)
    fill(step, mark__1="0.8")
    assert sheet.recorded.words.endswith("Hua Li What was typed since is not recorded yet.")
    assert "the second reading by Wei Zhang falls" in said_of(step, 1)
    fill(step, mark__1="0.9")
    assert said_of(step, 1) == "agrees"
    step.case.wait(days=1)
    step.show()
    assert sheet.recorded.words == "Recorded 2 Mar 2026 10:00: filled by Hua Li"


def test_a_mark_that_leaves_nothing_for_the_priming_is_asked_about_once_for_all(
    step: Step[SyringesPage],
) -> None:
    step.case.do(EnterHandling(handling=Handling(priming=ul(66))))
    step.show()
    sheet = step.page.fill
    fill(step, filler="Na Li", drawn_up__1="1", mark__1="1", drawn_up__2="1", mark__2="0.9")
    assert "Syringe 1: the fill mark equals what was drawn up" in sheet.unprimed.sentence
    fill(step, drawn_up__3="1", mark__3="1")
    assert "Syringe 1, 3:" in sheet.unprimed.sentence
    assert not step.go_on()
    QTest.keyClick(sheet.unprimed.button, Qt.Key.Key_Return)
    assert not step.go_on()
    QTest.mouseClick(sheet.unprimed.button, Qt.MouseButton.LeftButton)
    assert sheet.unprimed.sentence == ""
    fill(step, drawn_up__4="0.9", mark__4="0.9")
    assert "Syringe 4:" in sheet.unprimed.sentence
    fill(step, mark__4="0.8")
    assert step.go_on()
    assert step.case.syringe(3).fill == SyringeFill(syringe=3, drawn_up=ul(1000), mark=ul(1000))


def test_a_name_of_the_team_can_be_pressed(step: Step[SyringesPage]) -> None:
    pressed = {one.accessibleName(): one for one in step.page.fill.filler.findChildren(QAbstractButton)}
    QTest.mouseClick(pressed["Practice surgeon did it"], Qt.MouseButton.LeftButton)
    assert step.page.fill.text.filler == "Practice surgeon"


def test_the_second_sheet_gives_nothing_of_the_first_away(qtbot: QtBot) -> None:
    step = opened(qtbot, filled())
    assert step.page.sheet == READ
    secrets = [f"{mark / 1000:g}" for mark in MARKS] + [f"{(mark + 63) / 1000:g}" for mark in MARKS]
    secrets += [f"QX{number}7" for number in range(1, 11)] + ["9.28", "8.65"]

    def look() -> None:
        words = everything_readable(step.page)
        assert any("thumb" in one for one in words)
        assert [(secret, one) for secret in secrets for one in words if secret in one] == []

    look()
    read(step, "Practice surgeon", reading__1="1", reading__2="0.03", reading__3="1.1")
    assert not step.go_on()
    look()
    read(step, reading__1="0.5", reading__2="0.7", reading__3="0.6")
    for number in range(4, 11):
        read(step, **{f"reading__{number}": "0.4"})
    assert step.go_on()
    assert {read_of(step, number) for number in range(1, 11)} == {
        "Does not agree. Read it again, or have it filled again."
    }
    look()


def test_after_a_reading_that_agrees_nothing_of_it_stands_on_the_second_sheet_either(qtbot: QtBot) -> None:
    step = opened(qtbot, filled())
    read(step, "Practice surgeon", reading__1="0.82", reading__2="0.8")
    record_by_key(qtbot, step.page.read)
    assert isinstance(step.stored[0], CheckSyringes)
    assert read_of(step, 1) == "agrees, read by Practice surgeon"
    assert "Does not agree" in read_of(step, 2)
    assert step.page.read.edits["reading.1"].text() == ""
    assert not any("0.8" in one for one in everything_readable(step.page))
    step.page.show_sheet(FILL)
    assert said_of(step, 1) == "agrees"
    assert "filled 0.83 mL (Practice nurse), read 0.8 mL (Practice surgeon)" in said_of(step, 2)


def test_either_the_reading_or_the_fill_is_made_again(qtbot: QtBot) -> None:
    step = opened(qtbot, filled())
    read(step, "Practice surgeon", reading__1="0.7", reading__2="0.7")
    assert step.go_on()
    read(step, reading__1="0.82")
    assert step.go_on()
    assert read_of(step, 1) == "agrees, read by Practice surgeon"
    step.page.show_sheet(FILL)
    fill(step, mark__2="0.7")
    assert step.go_on()
    assert said_of(step, 2) == "not read yet"
    assert step.case.syringe(1).checked is not None


def test_the_one_who_filled_does_not_read(qtbot: QtBot) -> None:
    step = opened(qtbot, filled())
    read(step, "practice nurse", reading__4="0.84")
    record_by_key(qtbot, step.page.read)
    assert "practice nurse filled syringe 4" in step.page.read.checker.field.line.sentence
    assert step.page.read.edits["checker"].hasFocus()
    assert step.stored == []


def test_a_reading_begun_before_the_syringe_was_filled_anew_is_not_taken(qtbot: QtBot) -> None:
    step = opened(qtbot, filled())
    read(step, "Practice surgeon", reading__1="0.82")
    step.page.show_sheet(FILL)
    fill(step, mark__1="0.8")
    assert not step.go_on()
    assert step.page.sheet == READ
    assert "filled anew since you typed" in read_of(step, 1)
    step.page.show_sheet(FILL)
    record_by_key(qtbot, step.page.fill)
    assert len(step.stored) == 1
    assert not step.go_on()
    assert "filled anew since you typed" in read_of(step, 1)
    read(step, reading__1="")
    read(step, reading__1="0.8")
    assert step.go_on()
    assert read_of(step, 1) == "agrees, read by Practice surgeon"


def test_enter_leads_from_one_reading_to_the_next(qtbot: QtBot) -> None:
    step = opened(qtbot, filled())
    step.page.read.edits["reading.1"].setFocus()
    scan("0.82")
    assert step.page.read.edits["reading.2"].hasFocus()
    step.page.show_sheet(FILL)
    step.page.fill.edits["drawn_up.1"].setFocus()
    step.page.fill.edits["drawn_up.1"].selectAll()
    scan("1")
    assert step.page.fill.edits["mark.1"].hasFocus()


def test_enter_behind_the_last_line_leads_to_no_button(qtbot: QtBot) -> None:
    step = opened(qtbot, filled())
    for which, edit in ((READ, step.page.read.edits["reading.10"]), (FILL, step.page.fill.edits["mark.10"])):
        step.page.show_sheet(which)
        edit.setFocus()
        edit.selectAll()
        scan("1")
        assert edit.hasFocus()


def test_the_page_says_whether_anything_on_it_is_not_recorded(qtbot: QtBot) -> None:
    step = opened(qtbot, filled())
    assert not is_unrecorded(step.page)
    step.page.read.edits["reading.1"].setText("0.8")
    assert is_unrecorded(step.page)
    step.page.read.edits["reading.1"].clear()
    step.page.fill.edits["mark.1"].setText("0.9")
    assert is_unrecorded(step.page)


def test_a_likely_slip_of_a_reading_is_confirmed_by_its_button(qtbot: QtBot) -> None:
    step = opened(qtbot, filled())
    read(step, "Practice surgeon", reading__1="0.02")
    QTest.mouseClick(step.page.read.tables.lines[1].line.button, Qt.MouseButton.LeftButton)
    assert step.go_on()
    assert step.stored == [
        CheckSyringes(checks=(SyringeCheck(syringe=1, mark=ul(20)),), by=Person(name="Practice surgeon"))
    ]


def test_what_is_typed_stays_when_the_page_is_shown_again(step: Step[SyringesPage]) -> None:
    fill(step, filler="Na Li", label__1="A1", drawn_up__2="x")
    step.page.read.edits["checker"].setText("Wei Zhang")
    step.case.do(EnterHandling(handling=Handling(priming=ul(66))))
    step.case.do(FillSyringes(fills=(SyringeFill(syringe=3, drawn_up=ul(900), mark=ul(900)),), by=SURGEON))
    step.show()
    rows = step.page.fill.text.fills
    assert (rows[0].label, rows[1].drawn_up, rows[2].mark) == ("A1", "x", "0.9")
    assert (step.page.fill.text.filler, step.page.read.text.checker) == ("Na Li", "Wei Zhang")


def test_the_page_leads_to_what_a_finding_is_about(qtbot: QtBot) -> None:
    case = Case().with_product()
    case.do(FillSyringes(fills=case.fills()[:3], by=NURSE))
    checks = tuple(SyringeCheck(syringe=number, mark=ul(mark)) for number, mark in ((1, 1000), (2, 900)))
    case.do(CheckSyringes(checks=checks, by=SURGEON))
    step = opened(qtbot, case)
    for about, sheet, name in (
        ("1", FILL, "mark.1"), ("2", READ, "reading.2"), ("3", READ, "reading.3"), ("4", FILL, "drawn_up.4"),
        ("", FILL, "filler"), ("99", FILL, "mark.1"),
    ):  # fmt: skip
        step.page.point_at(about)
        edits = step.page.fill.edits | step.page.read.edits
        assert (step.page.sheet, edits[name].hasFocus()) == (sheet, True), about


def test_before_the_product_and_before_any_fill_the_page_says_what_comes_first(qtbot: QtBot) -> None:
    step = opened(qtbot, Case().with_team())
    fill(step, filler="Na Li", drawn_up__1="1", mark__1="1")
    assert not step.go_on()
    assert any("The product comes first" in one for one in everything_readable(step.page))
    step.case.do(DescribeProduct(prepared=ul(10_000), lot=None, ready_at=None))
    step.show()
    read(step)
    assert any("No syringe is recorded as filled yet" in one for one in everything_readable(step.page))
    assert not step.page.read.edits["reading.1"].isEnabled()
    assert step.go_on()


def test_with_everything_recorded_the_button_leads_to_the_second_sheet(qtbot: QtBot) -> None:
    case = filled()
    case.do(DraftPlan(plan=case.plan()))
    step = opened(qtbot, case)
    step.page.show_sheet(FILL)
    record_by_key(qtbot, step.page.fill)
    assert (step.page.sheet, step.stored) == (READ, [])
    record_by_key(qtbot, step.page.read)
    assert step.stored == []


def test_a_page_that_was_shown_nothing_has_nothing_to_store(qtbot: QtBot) -> None:
    page = SyringesPage()
    qtbot.addWidget(page)
    assert page.record() == ()
    page.point_at("1")
    page.fill.record.click()
    page.read.record.click()


@pytest.mark.usefixtures("themed")
@pytest.mark.parametrize("width,height", [(1366, 560), (1920, 872)])
def test_nothing_is_cut_and_everything_is_big_enough_and_named(qtbot: QtBot, width: int, height: int) -> None:
    case = filled()
    case.do(CheckSyringes(checks=(SyringeCheck(syringe=1, mark=ul(500)),), by=SURGEON))
    step = opened(qtbot, case, width, height)
    for sheet in (FILL, READ):
        step.page.show_sheet(sheet)
        fill(step, label__2="QX17", mark__3="0.02", drawn_up__4="1 L")
        step.page.fill.ask()
        read(step, "Practice nurse", reading__1="0.02", reading__2="05")
        step.page.show_sheet(sheet)
        settle_layout()
        assert cut(step.page) == []
        for one in step.page.findChildren(QLineEdit) + step.page.findChildren(QAbstractButton):
            if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert one.accessibleName() or not isinstance(one, QLabel | QLineEdit), one
                assert one.height() >= 44, one.accessibleName()
