"""The window with the screens that people see: what they ask of it, and the record it hands out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.practice_folder import practice_folder
from injection_plan.procedure import Procedure
from ui.application import Beginning, StartRequest, open_desk, open_window
from ui.guidance.nurse_screen import NurseScreen
from ui.planning.path_page import PathPage
from ui.planning.start_screen import StartScreen
from ui.review.screen import ReviewScreen
from ui.session_signals import SessionSignals
from ui.windows import Desk, NurseWindow
from ui.windows.case_pages import CasePages
from ui.windows.casework import signals_of
from ui.windows.paper_errands import Paper, print_to, write_to


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def practice(desk: Desk, qtbot: QtBot) -> NurseWindow:
    window = open_window(desk, StartRequest(Beginning.PRACTICE))
    qtbot.addWidget(window)
    window.show()
    return window


def stored(window: NurseWindow) -> Procedure:
    signals = signals_of(window)
    assert signals is not None
    assert signals.procedure is not None
    return signals.procedure


@pytest.mark.parametrize(
    "request_for,page", [(Beginning.CASES, StartScreen), (Beginning.FULL_PRACTICE, PathPage)]
)
def test_the_first_page_is_the_one_that_was_asked_for(
    desk: Desk, qtbot: QtBot, request_for: Beginning, page: type
) -> None:
    window = open_window(desk, StartRequest(request_for))
    qtbot.addWidget(window)
    assert isinstance(window.pages.currentWidget(), page)


def test_a_named_case_is_opened_and_an_unknown_one_is_said(
    desk: Desk, qtbot: QtBot, practice: NurseWindow
) -> None:
    practice.open_case_named("02-0001-1")
    page = practice.pages.currentWidget()
    assert page is not None
    assert "There is no case 02-0001-1" in "\n".join(label.text() for label in page.findChildren(QLabel))
    practice.open_case_named("PRACTICE-1")
    assert "PRACTICE-1" in practice.windowTitle()


def test_the_hands_and_the_closing_ask_the_window_for_their_errands(practice: NurseWindow) -> None:
    hands = practice.pages.currentWidget()
    assert isinstance(hands, NurseScreen)
    hands.asked.emit("full_screen")
    assert practice.isFullScreen()
    hands.asked.emit("reconcile")
    closing = practice.pages.currentWidget()
    assert isinstance(closing, ReviewScreen)
    closing.asked.emit("back")
    assert practice.pages.currentWidget() is hands


def test_the_record_is_written_where_it_was_asked_for(
    desk: Desk, practice: NurseWindow, tmp_path: Path
) -> None:
    target = tmp_path / "PRACTICE record.pdf"
    sentence = write_to(Paper.RECORD, desk.journal_of(practice=True), stored(practice), target)
    assert sentence.startswith("Saved and compared, ")
    pages = QPdfDocument()
    pages.load(str(target))
    assert f"{pages.pageCount()} pages" in sentence
    pages.close()


def test_a_record_that_cannot_be_written_says_why(desk: Desk, practice: NurseWindow) -> None:
    nowhere = practice_folder(desk.folder) / "no such folder" / "PRACTICE.pdf"
    assert "Saved" not in write_to(Paper.RECORD, desk.journal_of(practice=True), stored(practice), nowhere)


def test_printing_prints_every_page_of_the_record(desk: Desk, practice: NurseWindow, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    sentence = print_to(Paper.RECORD, printer, desk.journal_of(practice=True), stored(practice))
    pages = QPdfDocument()
    pages.load(str(tmp_path / "printed.pdf"))
    assert sentence == f"Sent to the printer: {pages.pageCount()} pages."
    assert pages.pageCount() > 1
    pages.close()


def test_closing_a_case_drops_everything_that_knew_it(qtbot: QtBot, practice: NurseWindow) -> None:
    for _ in range(2):
        practice.show_start()
        practice.open_practice()
    kinds = (CasePages, SessionSignals, NurseScreen)
    qtbot.waitUntil(lambda: all(len(practice.findChildren(kind)) == 1 for kind in kinds))
    assert stored(practice).case == "PRACTICE-3"
