"""The protocol page: sections, rows and hands choose each other, by click and by key, and nothing can be changed."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.drawing.shapes import Ring, Role, Weight, along
from app.read_models.protocol_view import problems_view, protocol_picture, protocol_view
from injection_plan.views import FIRST_VIEW
from tests.app.drawing.drawn import tracks
from tests.stories.people import shipped_protocol
from ui.hand import typeface
from ui.planning.protocol_page import ProtocolPage

ORDER, SITES, SYRINGES, LIMITS = range(4)


@pytest.fixture
def page(qtbot: QtBot) -> ProtocolPage:
    protocol = shipped_protocol()
    shown = ProtocolPage(protocol_view(protocol, "0" * 64), partial(protocol_picture, protocol))
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    return shown


def code_of(page: ProtocolPage) -> str:
    row = page.table.row
    assert row is not None
    index = page.table.model().index(row, 1)
    return str(index.data())


def click(page: ProtocolPage, point: tuple[float, float]) -> None:
    assert page.hands is not None
    hands = page.hands.hands
    QTest.mouseClick(hands, Qt.MouseButton.LeftButton, pos=hands.place_of(point).toPoint())


def test_a_click_on_a_pass_shows_its_row_and_a_row_marks_its_pass(page: ProtocolPage) -> None:
    protocol = shipped_protocol()
    drawn = protocol_picture(protocol, FIRST_VIEW)
    for code in ("LH-5-PIP-uln-prx", "RH-1-MCP-rad-dis", "LH-3-PIP-rad-dis"):
        click(page, along(next(tracks(drawn, code)).points, 0.5)[0])
        assert code in code_of(page)
        assert page.table.visualRect(page.table.currentIndex()).isValid()
    assert page.hands is not None
    before = page.hands.hands.grab().toImage()
    page.table.choose(0)
    assert page.hands.hands.grab().toImage() != before


def test_keys_walk_the_order_on_the_hands_and_turn_them(page: ProtocolPage, qtbot: QtBot) -> None:
    assert page.hands is not None
    hands = page.hands.hands
    page.hands.hands.setFocus()
    QTest.keyClick(page.hands.hands, Qt.Key.Key_Down)
    assert page.table.row == 0
    QTest.keyClick(page.hands.hands, Qt.Key.Key_Right)
    assert page.table.row == 1
    before = hands.grab().toImage()
    QTest.keyClick(hands, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: hands.grab().toImage() != before)


def test_entry_sites_and_fingers_are_chosen_where_a_section_is_about_them(page: ProtocolPage) -> None:
    drawn = protocol_picture(shipped_protocol(), FIRST_VIEW)
    ring = next(
        s
        for s in drawn.shapes
        if isinstance(s, Ring) and s.about == "RH-4-PIP-uln" and s.role is Role.RING_PLANNED
    )
    page.sections.choose(SITES)
    click(page, ring.centre)
    assert code_of(page) == "RH-4-PIP-uln"
    page.sections.choose(SYRINGES)
    assert page.table.row is None
    click(page, ring.centre)
    assert code_of(page) == "Patient's RIGHT · ring"


def test_the_hands_stand_only_beside_what_is_about_them(page: ProtocolPage) -> None:
    assert page.hands is not None
    assert page.hands.isVisible()
    page.sections.setFocus()
    for _ in range(LIMITS):
        QTest.keyClick(page.sections, Qt.Key.Key_Down)
    assert page.hands.isHidden()
    cells = [page.table.model().index(row, 2).data() for row in range(page.table.model().rowCount())]
    assert cells.count("proposed") == 4


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_no_word_is_cut_in_any_section(page: ProtocolPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    for number in range(page.sections.model().rowCount()):
        page.sections.choose(number)
        QApplication.processEvents()
        head = page.table.horizontalHeader()
        for column in range(head.count()):
            # The small type of a head, with the padding of the style sheet.
            word = str(page.table.model().headerData(column, Qt.Orientation.Horizontal))
            small = typeface.font(Weight.MEDIUM, 14)
            assert QFontMetrics(small).horizontalAdvance(word) + 32 <= head.sectionSize(column), word
        for table in (page.table, page.sections):
            letters = table.fontMetrics()
            for row in range(table.model().rowCount()):
                for column in range(table.model().columnCount()):
                    words = str(table.model().index(row, column).data())
                    broad = table.columnWidth(column) - 38
                    needed = letters.boundingRect(0, 0, broad, 0, Qt.TextFlag.TextWordWrap, words)
                    assert needed.width() <= broad, words
                    assert needed.height() + 12 <= table.rowHeight(row), words
        assert page.table.horizontalScrollBar().maximum() == 0
    assert page.width() == size[0]


def test_it_is_left_by_its_key(page: ProtocolPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.sections, Qt.Key.Key_Escape)


def test_a_file_with_problems_shows_its_lines_without_hands(qtbot: QtBot) -> None:
    shown = ProtocolPage(problems_view(("a.yaml:3:4 limits.total - must be a whole number",)), None)
    qtbot.addWidget(shown)
    shown.show()
    assert shown.hands is None
    assert shown.table.model().index(0, 0).data() == "a.yaml:3:4 limits.total - must be a whole number"
    assert any("cannot be used" in label.text() for label in shown.findChildren(QLabel))


def test_everything_can_be_reached_and_is_named(page: ProtocolPage) -> None:
    assert page.hands is not None
    for widget in (page.sections, page.table, page.hands.hands):
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
