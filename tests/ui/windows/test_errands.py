"""What a key of the live screen asks of the window: the list of keys, the whole screen, the other view, the paper."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from app import wording
from injection_plan.views import EVERY_VIEW
from tests.app.journal.story import ROOT
from tests.ui.windows.live_window import LiveWindow
from ui.guidance.dialogs.choose import ChooseQuestion
from ui.guidance.dialogs.plain import TurnQuestion
from ui.review.screen import ReviewScreen
from ui.windows import paper_errands
from ui.windows.key_list import KeyList

CONTROL = Qt.KeyboardModifier.ControlModifier


def pages_in(path: Path) -> int:
    document = QPdfDocument()
    document.load(str(path))
    count = document.pageCount()
    document.close()
    return count


def test_f1_lists_the_keys_from_the_live_screen_and_escape_leads_back(live: LiveWindow) -> None:
    live.keys(" 0.")
    live.named_key(Qt.Key.Key_F1)
    shown = live.window.findChild(KeyList)
    assert shown is not None
    live.qtbot.waitUntil(shown.isActiveWindow)
    texts = {label.text() for label in shown.findChildren(QLabel)}
    assert {"Space", "N", "W", "O", "U", "C", "P", "E", "S", "V", "F11", "Ctrl+P", "F1"} <= texts
    live.named_key(Qt.Key.Key_Escape)
    assert not shown.isVisible()
    live.window.activateWindow()
    live.qtbot.waitUntil(live.window.isActiveWindow)
    assert live.screen.parts.pad.typed == "0."
    live.named_key(Qt.Key.Key_F1)
    assert live.window.findChildren(KeyList) == [shown]
    assert shown.isVisible()


def test_f11_fills_the_screen_from_the_live_screen_and_back(live: LiveWindow) -> None:
    live.named_key(Qt.Key.Key_F11)
    assert live.window.isFullScreen()
    live.named_key(Qt.Key.Key_F11)
    assert not live.window.isFullScreen()


def test_v_goes_around_all_four_views_asks_each_time_and_is_an_entry_each_time(live: LiveWindow) -> None:
    stored = live.on_disk()
    seen = [live.procedure.view]
    for number in range(1, len(EVERY_VIEW) + 1):
        live.keys("v")
        question = live.screen.question
        assert isinstance(question, TurnQuestion)
        assert live.procedure.view == seen[-1]
        live.qtbot.waitUntil(question.isActiveWindow)
        live.named_key(Qt.Key.Key_Return, CONTROL)
        live.qtbot.waitUntil(lambda: live.screen.question is None)
        seen.append(live.procedure.view)
        assert live.screen.parts.caption.text() == wording.view(seen[-1])
        assert live.on_disk() == [*stored, *["view_turned"] * number]
        live.window.activateWindow()
        live.qtbot.waitUntil(live.window.isActiveWindow)
    assert set(seen) == set(EVERY_VIEW)
    assert seen[0] == seen[-1]


def test_c_chooses_another_by_keys_alone_and_space_gives_that_one(live: LiveWindow) -> None:
    first = live.next
    live.keys("c")
    question = live.screen.question
    assert isinstance(question, ChooseQuestion)
    live.qtbot.waitUntil(question.isActiveWindow)
    for _ in range(5):
        live.named_key(Qt.Key.Key_Down)
    live.named_key(Qt.Key.Key_Return, CONTROL)
    live.qtbot.waitUntil(lambda: live.screen.question is None)
    chosen = live.next
    assert chosen != first
    assert live.on_disk()[-1] == "chosen_next"
    live.window.activateWindow()
    live.qtbot.waitUntil(live.window.isActiveWindow)
    live.keys(" ")
    assert [one.code for one in live.procedure.deliveries if one.is_given] == [chosen]


class NoPrinters:
    """A workstation without a printer."""

    @staticmethod
    def availablePrinterNames() -> list[str]:  # noqa: N802
        return []


class OnePrinter:
    """A workstation with a printer."""

    @staticmethod
    def availablePrinterNames() -> list[str]:  # noqa: N802
        return ["Theatre 3"]


def test_print_without_a_printer_says_so_and_that_saving_works(
    live: LiveWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_errands, "QPrinterInfo", NoPrinters)
    live.named_key(Qt.Key.Key_P, CONTROL)
    assert live.notice == f"Record {wording.say('cases', 'record.no_printer')}"


@pytest.mark.parametrize("accepted", [True, False])
def test_print_opens_the_systems_dialog_and_prints_every_page_or_none(
    live: LiveWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, accepted: bool
) -> None:
    printed = tmp_path / "printed.pdf"

    class Dialog(QPrintDialog):
        def __init__(self, printer: QPrinter, parent: QWidget) -> None:
            super().__init__(printer, parent)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(printed))
            printer.setResolution(72)

        def exec(self) -> int:
            return int(QPrintDialog.DialogCode.Accepted if accepted else QPrintDialog.DialogCode.Rejected)

    monkeypatch.setattr(paper_errands, "QPrinterInfo", OnePrinter)
    monkeypatch.setattr(paper_errands, "QPrintDialog", Dialog)
    live.keys(" ")
    live.named_key(Qt.Key.Key_P, CONTROL)
    assert printed.exists() == accepted
    if accepted:
        assert live.notice == f"Record Sent to the printer: {pages_in(printed)} pages."
        assert pages_in(printed) > 1
    else:
        assert live.notice == ""


def test_save_writes_the_record_where_it_was_asked_for(
    live: LiveWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offered: list[str] = []
    target = tmp_path / "PRACTICE of today.pdf"

    def answer(_parent: QWidget, _title: str, proposed: str, _kind: str) -> tuple[str, str]:
        offered.append(Path(proposed).name)
        return (str(target) if len(offered) > 1 else "", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    live.window.run_errand("reconcile")
    closing = live.window.pages.currentWidget()
    assert isinstance(closing, ReviewScreen)
    words = wording.say("closing", "button.save")
    (save,) = (button for button in closing.findChildren(QPushButton) if button.text() == words)
    save.click()
    assert live.notice == ""
    assert not target.exists()
    save.click()
    assert live.notice == f"Record Saved and compared, {pages_in(target)} pages: {target}"
    assert offered == ["PRACTICE_00-0000_PRACTICE-1_procedure-record_r1.pdf"] * 2


AT_THE_DOOR = """
import json, sys
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from main import main
from ui.application import application

def look():
    page = next(one for one in QApplication.topLevelWidgets() if one.isVisible())
    print(json.dumps([type(page).__name__, *(label.text() for label in page.findChildren(QLabel))]), flush=True)
    if sys.argv[2] == "escape":
        QTest.keyClick(page, Qt.Key.Key_Escape)

running = application()
QTimer.singleShot(300, look)
sys.exit(main(["--data", sys.argv[1], *sys.argv[3:]]))
"""


def at_the_door(folder: Path, then: str, *typed: str) -> subprocess.Popen[str]:
    """Start the whole program on a folder, and have it say what its first window says."""
    return subprocess.Popen(
        [sys.executable, "-c", AT_THE_DOOR, str(folder), then, *typed],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def first_window(program: subprocess.Popen[str]) -> tuple[str, str]:
    assert program.stdout is not None
    kind, *texts = json.loads(program.stdout.readline())
    return kind, "\n".join(texts)


def test_a_second_program_names_who_holds_the_folder_and_ends_with_status_3(tmp_path: Path) -> None:
    with at_the_door(tmp_path, "stay") as first:
        try:
            assert first_window(first)[0] == "NurseWindow"
            with at_the_door(tmp_path, "escape") as second:
                kind, said = first_window(second)
                assert second.wait(timeout=30) == 3
            assert kind == "ClosedPage"
            assert "has had this journal open" in said
            assert f"process {first.pid}" in said
            assert str(tmp_path) in said
        finally:
            first.kill()
