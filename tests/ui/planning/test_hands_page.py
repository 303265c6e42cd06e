"""The hands step by keys and pointer: what is found, what is left out, the order, and that nothing typed is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.read_models.plan_order import Row
from app.settings import ThemeChoice
from injection_plan.commands import DraftPlan, NoteHandFinding, TurnView
from injection_plan.hand_findings import HandFinding
from injection_plan.plan import plan_as_the_protocol_says
from injection_plan.rules.refusal import Why
from injection_plan.terms import EndsAt, FindingKind
from injection_plan.views import Face, Standpoint
from tests.stories.case import Case
from tests.stories.people import shipped_protocol
from tests.ui.planning.prepared_case import Shown
from tests.ui.planning.recorded import is_unrecorded
from ui.planning.chip_row import OrderChip
from ui.planning.hands_page import HandsPage
from ui.theme import settle

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
ULCER = HandFinding(where="LH-5-PIP-uln", kind=FindingKind.ULCER, note="4 mm, dry")
ULNAR = ("LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")


@pytest.fixture
def case() -> Case:
    return Case().with_team()


@pytest.fixture
def page() -> HandsPage:
    return HandsPage()


@pytest.fixture
def shown(qtbot: QtBot, page: HandsPage, case: Case) -> Shown:
    return Shown(qtbot, page, case)


def order(case: Case) -> tuple[str, ...]:
    assert case.procedure.plan is not None
    return case.procedure.plan.order


def left_out(case: Case) -> list[tuple[str, str, int | None]]:
    assert case.procedure.plan is not None
    return [(one.aliquot, one.reason, one.finding) for one in case.procedure.plan.not_planned]


def note_by_keys(shown: Shown, kind: str, note: str, joint: str = "") -> None:
    shown.tab_to(kind)
    shown.press(Qt.Key.Key_Space)
    if joint:
        shown.tab_to(joint)
        shown.press(Qt.Key.Key_Space)
    shown.tab_to("In words")
    shown.type(note)
    shown.press(Qt.Key.Key_Tab)
    shown.press(Qt.Key.Key_Space)


def test_a_missing_fingertip_and_an_ulcer_are_entered_by_keys_alone(shown: Shown, page: HandsPage) -> None:
    page.point_at("")
    assert shown.focus is page.shown.hands
    shown.press(Qt.Key.Key_Right, times=4)
    assert page.place.title.text() == "Patient's RIGHT · ring"
    note_by_keys(shown, "missing part", "amputated in 2019", "DIP joint")
    page.shown.hands.setFocus()
    shown.press(Qt.Key.Key_Right, times=6)
    shown.press(Qt.Key.Key_Down, times=4)
    assert page.place.title.text() == "Patient's LEFT · little · ulnar side"
    note_by_keys(shown, "ulcer", "4 mm, dry")
    first, second = shown.case.procedure.prepared.findings
    assert (first.finding.where, first.finding.kind, first.finding.ends_at) == (
        "RH-4", FindingKind.MISSING, EndsAt.DIP,
    )  # fmt: skip
    assert (second.finding.where, second.finding.kind) == ("LH-5-PIP-uln", FindingKind.ULCER)
    for tick in page.place.leave.ticks.values():
        assert not tick.isChecked()
        shown.tab_to(tick.accessibleName())
        shown.press(Qt.Key.Key_Space)
    shown.tab_to("For which finding")
    shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_Tab)
    shown.press(Qt.Key.Key_Tab)
    assert is_unrecorded(page)
    shown.press(Qt.Key.Key_Space)
    assert page.place.leave.again_buttons[ULNAR[0]].hasFocus()
    assert not is_unrecorded(page)
    assert page.shown.totals == "34 of 36 planned, 9.5 mL · 2 not planned, 0.5 mL"
    assert left_out(shown.case) == [(code, "ulcer: 4 mm, dry", 2) for code in ULNAR]
    assert shown.refused == []


def test_a_page_that_is_only_looked_at_records_the_protocols_own_plan_once(
    shown: Shown, page: HandsPage
) -> None:
    assert page.shown.totals == "36 of 36 planned, 10 mL"
    assert page.record() == (DraftPlan(plan=plan_as_the_protocol_says(shipped_protocol())),)
    assert shown.record()
    assert page.record() == ()


def test_nothing_is_ticked_chosen_or_written_beforehand(shown: Shown, page: HandsPage) -> None:
    shown.case.do(NoteHandFinding(finding=ULCER))
    shown.show()
    for where in ("LH-5", "LH-5-PIP-uln", ULNAR[0]):
        page.select(where)
        assert page.place.leave.text.is_empty
        assert page.place.found.text.is_empty
    assert page.record() == (DraftPlan(plan=plan_as_the_protocol_says(shipped_protocol())),)


def test_a_pass_is_left_out_for_another_reason_and_planned_again(shown: Shown, page: HandsPage) -> None:
    page.select(ULNAR[0])
    (tick,) = page.place.leave.ticks.values()
    tick.click()
    page.place.leave.button.click()
    assert page.place.leave.reason.problem == "Write why it is left out."
    assert shown.uttered == []
    page.place.leave.reason.edit.setText("a scar lies there")
    page.place.leave.button.click()
    assert ULNAR[0] not in order(shown.case)
    assert page.place.leave.text.is_empty
    page.place.leave.again_buttons[ULNAR[0]].click()
    assert order(shown.case) == plan_as_the_protocol_says(shipped_protocol()).order


def test_leaving_the_very_first_pass_out_leaves_all_others_where_they_were(
    shown: Shown, page: HandsPage
) -> None:
    page.select("RH-1-MCP-rad-dis")
    for tick in page.place.leave.ticks.values():
        tick.click()
    page.place.leave.reason.edit.setText("ulcer")
    page.place.leave.button.click()
    assert order(shown.case) == plan_as_the_protocol_says(shipped_protocol()).order[1:]
    page.select(ULNAR[0])
    for tick in page.place.leave.ticks.values():
        tick.click()
    page.place.leave.reason.edit.setText("ulcer")
    page.place.leave.button.click()
    rest = plan_as_the_protocol_says(shipped_protocol()).order[1:]
    assert order(shown.case) == tuple(code for code in rest if code != ULNAR[0])


def test_what_is_typed_at_one_place_waits_while_another_is_looked_at(shown: Shown, page: HandsPage) -> None:
    page.select("RH-2")
    page.place.found.note.edit.setText("thin")
    page.select("LH-3")
    assert page.place.found.note.text == ""
    shown.case.do(NoteHandFinding(finding=ULCER))
    shown.show()
    page.select("RH-2")
    assert page.place.found.note.text == "thin"


def test_a_half_made_finding_stops_going_on_and_is_shown_where_it_was_begun(
    shown: Shown, page: HandsPage
) -> None:
    page.select("RH-2")
    page.place.found.note.edit.setText("thin")
    page.select("LH-3")
    assert page.record() is None
    assert page.selected == "RH-2"
    assert shown.focus.accessibleName() == "ulcer"
    page.place.found.kinds[FindingKind.ATROPHIC].click()
    assert shown.record()
    assert [type(one) for one in shown.uttered] == [NoteHandFinding, DraftPlan]
    assert page.place.found.text.is_empty


def test_a_missing_part_is_asked_of_the_whole_finger(shown: Shown, page: HandsPage) -> None:
    page.select("RH-4-PIP-rad")
    page.place.found.kinds[FindingKind.MISSING].click()
    page.place.found.note.edit.setText("amputated")
    page.place.found.button.click()
    assert shown.uttered == []
    wrong = [
        one.text() for one in page.findChildren(QLabel) if one.isVisible() and "whole finger" in one.text()
    ]
    assert wrong
    page.place.nearby["RH-4"].click()
    assert page.selected == "RH-4"
    assert page.place.found.note.text == ""


def test_picking_a_finding_writes_its_words_and_leaves_what_was_typed_alone(
    shown: Shown, page: HandsPage
) -> None:
    shown.case.do(NoteHandFinding(finding=ULCER))
    shown.show()
    page.select("LH-5")
    leave = page.place.leave
    for place, words in ((1, "ulcer: 4 mm, dry"), (0, ""), (1, "ulcer: 4 mm, dry")):
        leave.finding.setCurrentIndex(place)
        leave.finding.activated.emit(place)
        assert leave.reason.text == words
    leave.reason.edit.setText("too close to it")
    leave.finding.setCurrentIndex(0)
    leave.finding.activated.emit(0)
    assert leave.reason.text == "too close to it"


def test_a_finding_is_withdrawn_with_its_reason_and_stays_readable(shown: Shown, page: HandsPage) -> None:
    shown.case.do(NoteHandFinding(finding=ULCER))
    shown.show()
    page.parts.tabs["found"].click()
    assert page.parts.tabs["found"].text() == "Found: 1"
    page.found.withdraw_buttons[1].click()
    dialog = page.found.dialog
    assert dialog is not None
    dialog.confirm.click()
    assert "reason" in dialog.told.casefold()
    dialog.text.setPlainText("wrong hand")
    dialog.confirm.click()
    assert not dialog.isVisible()
    assert page.parts.tabs["found"].text() == "Found: none left"
    read = [one.text() for one in page.found.findChildren(QLabel) if one.isVisible()]
    assert "Withdrawn: wrong hand" in read


def test_the_table_and_the_hands_select_the_same(shown: Shown, page: HandsPage) -> None:
    page.parts.tabs["table"].click()
    page.table.setFocus()
    before = page.selected
    shown.press(Qt.Key.Key_Down)
    assert (before, page.selected) == (None, "RH-1-MCP-uln-dis")
    assert page.place.where == "RH-1-MCP-uln-dis"
    page.select(ULNAR[1])
    chosen = page.table.chosen
    page.select("LH-5")
    assert (chosen, page.table.chosen) == (ULNAR[1], None)
    assert len(page.table.rows) == 36


def test_the_table_says_what_is_not_planned_why_and_by_whom(shown: Shown, page: HandsPage) -> None:
    shown.case.do(DraftPlan(plan=shown.case.plan(ULNAR[0])))
    shown.show()
    row = next(one for one in page.table.rows if one.code == ULNAR[0])
    assert row.number == "–"
    assert row.standing == "not planned: ulcer (Practice surgeon, 2 Mar 2026 10:00)"
    assert page.table.rows[0].standing == "planned"


@pytest.mark.parametrize("modifier", [SHIFT, ALT])
def test_a_chip_is_moved_by_keys_and_the_numbers_follow(
    shown: Shown, page: HandsPage, modifier: Qt.KeyboardModifier
) -> None:
    elsewhere = QPushButton(page)
    elsewhere.setShortcut("Alt+Right")
    gone: list[bool] = []
    elsewhere.clicked.connect(lambda _: gone.append(True))
    elsewhere.show()
    page.parts.tabs["order"].click()
    row = page.order.rows[Row.RIGHT]
    row.chips[row.order[0]].setFocus()
    shown.press(Qt.Key.Key_Right, modifier)
    assert row.order == ("index", "thumb", "middle", "ring", "little")
    assert order(shown.case)[0] == "RH-2-PIP-rad-dis"
    assert shown.focus is row.chips["thumb"]
    shown.press(Qt.Key.Key_Left, modifier, times=2)
    assert order(shown.case) == plan_as_the_protocol_says(shipped_protocol()).order
    assert gone == []


def test_a_chip_is_dragged_to_its_place(shown: Shown, page: HandsPage) -> None:
    page.parts.tabs["order"].click()
    row = page.order.rows[Row.LEFT]
    chip = row.chips["little"]
    target = row.chips["thumb"].geometry().center() - chip.geometry().topLeft()
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())
    QTest.mouseMove(chip, chip.rect().center() - QPoint(40, 0))
    QTest.mouseMove(chip, QPoint(target.x() + 40, target.y()))
    QTest.mouseRelease(chip, Qt.MouseButton.LeftButton)
    assert row.order == ("little", "thumb", "index", "middle", "ring")
    assert order(shown.case)[18] == "LH-5-PIP-rad-dis"


def test_each_row_of_chips_orders_what_it_says(shown: Shown, page: HandsPage) -> None:
    page.parts.tabs["order"].click()
    for row, first in (
        (Row.HANDS, "LH-1-MCP-rad-dis"),
        (Row.SIDES, "LH-1-MCP-uln-dis"),
        (Row.DIRECTIONS, "LH-1-MCP-uln-dis"),
    ):
        chips = page.order.rows[row]
        chips.chips[chips.order[-1]].setFocus()
        shown.press(Qt.Key.Key_Left, SHIFT)
        assert order(shown.case)[0] == first
    assert order(shown.case)[2] == "LH-2-PIP-uln-prx"
    assert page.order.as_the_protocol_says.isEnabled()
    page.order.as_the_protocol_says.click()
    assert order(shown.case) == plan_as_the_protocol_says(shipped_protocol()).order
    assert not page.order.as_the_protocol_says.isEnabled()


def test_a_finger_that_was_moved_keeps_its_place_while_nothing_of_it_is_planned(
    shown: Shown, page: HandsPage
) -> None:
    page.parts.tabs["order"].click()
    page.order.rows[Row.RIGHT].chips["thumb"].setFocus()
    shown.press(Qt.Key.Key_Right, SHIFT, times=2)
    arranged = order(shown.case)
    page.select("RH-1")
    for tick in page.place.leave.ticks.values():
        tick.click()
    page.place.leave.reason.edit.setText("ulcer")
    page.place.leave.button.click()
    assert page.order.rows[Row.RIGHT].order[2] == "thumb"
    for code in ("RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis"):
        page.place.leave.again_buttons[code].click()
    assert order(shown.case) == arranged


def test_a_finger_of_which_half_is_planned_says_so_on_its_chip(shown: Shown, page: HandsPage) -> None:
    shown.case.do(DraftPlan(plan=shown.case.plan(*ULNAR)))
    shown.show()
    chip = page.order.rows[Row.LEFT].chips["little"].chip
    assert (chip.word, chip.count, chip.is_whole) == ("little", "2 of 4", False)


def test_the_hands_are_turned_for_every_window(shown: Shown, page: HandsPage) -> None:
    page.shown.turn_face.click()
    assert shown.case.procedure.view.face is Face.PALMAR
    page.shown.turn_standpoint.click()
    assert shown.case.procedure.view.standpoint is Standpoint.ACROSS
    assert [type(one) for one in shown.uttered] == [TurnView, TurnView]
    assert page.shown.turn_face.text() == "Backs up"


def test_a_finding_of_the_plan_leads_to_its_place(shown: Shown, page: HandsPage) -> None:
    shown.case.do(NoteHandFinding(finding=ULCER))
    shown.show()
    page.point_at("1")
    assert page.selected == "LH-5-PIP-uln"
    page.point_at(ULNAR[1])
    assert page.selected == ULNAR[1]


def test_once_injections_have_begun_the_page_says_so_and_changes_nothing(
    qtbot: QtBot, page: HandsPage
) -> None:
    Shown(qtbot, page, Case().ready().give())
    page.select("LH-5")
    assert not page.place.found.button.isEnabled()
    assert not page.order.isEnabled()
    assert page.record() == ()


def test_an_order_that_is_refused_leaves_the_chips_as_they_were(qtbot: QtBot, page: HandsPage) -> None:
    case = Case().ready()
    shown = Shown(qtbot, page, case)
    case.give()
    page.parts.tabs["order"].click()
    row = page.order.rows[Row.RIGHT]
    row.chips[row.order[0]].setFocus()
    shown.press(Qt.Key.Key_Right, SHIFT)
    assert shown.refused == [Why.ALREADY_STARTED]
    assert row.order[0] == "thumb"
    assert row.chips["thumb"].x() == 0


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[ThemeChoice]:
    settle(qapp, request.param)
    yield request.param
    settle(qapp)


@pytest.mark.parametrize("size", [(1366, 564), (1920, 876)])
def test_in_both_themes_everything_has_a_name_and_is_large_enough(
    qtbot: QtBot, page: HandsPage, theme: ThemeChoice, size: tuple[int, int]
) -> None:
    case = Case().with_team().do(NoteHandFinding(finding=ULCER))
    case.do(DraftPlan(plan=case.plan(ULNAR[0])))
    Shown(qtbot, page, case, size)
    page.select("LH-5")
    for tab in page.parts.tabs.values():
        tab.click()
        QApplication.processEvents()
        for widget in page.findChildren(QWidget):
            if not widget.isVisible() or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
                continue
            if widget.metaObject().className() in {"QScrollArea", "QWidget", "QStackedWidget"}:
                continue
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
            if isinstance(widget, (QPushButton, OrderChip)):
                assert widget.height() >= 44, widget.accessibleName()
            assert widget.mapTo(page, QPoint(widget.width(), 0)).x() <= page.width()
