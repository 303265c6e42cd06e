"""What a press would have to wait for is made ready while nobody presses anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.windows.nurse import ClosingScreen, Theatre
from ui.windows.warm_up import BEFORE_MS, WarmUp


@pytest.fixture
def theatre(tmp_path: Path, qtbot: QtBot) -> Iterator[Theatre]:
    opened = Theatre(tmp_path, qtbot)
    opened.open()
    yield opened
    opened.end()


def closings(theatre: Theatre) -> list[ClosingScreen]:
    return theatre.window.pages.findChildren(ClosingScreen)


def test_the_closing_stands_ready_behind_the_hands(theatre: Theatre, qtbot: QtBot) -> None:
    theatre.window.open_practice()
    shown = theatre.page
    assert closings(theatre) == []
    qtbot.waitUntil(lambda: len(closings(theatre)) == 1)
    assert theatre.page is shown
    assert closings(theatre)[0].isHidden()


def test_nothing_is_made_ready_for_a_case_that_was_left(theatre: Theatre, qtbot: QtBot) -> None:
    done: list[int] = []

    def work() -> Iterator[None]:
        for number in range(200):
            done.append(number)
            yield

    theatre.window.open_practice()
    theatre.window.show_start()
    WarmUp(work(), theatre.window)
    qtbot.waitUntil(lambda: len(done) == 200)
    assert closings(theatre) == []


def test_a_press_goes_before_the_next_piece(theatre: Theatre, qtbot: QtBot) -> None:
    done: list[str] = []

    def work(name: str) -> Iterator[None]:
        done.append(name)
        yield

    first = WarmUp(work("put off"), theatre.window)
    WarmUp(work("in its turn"), theatre.window)
    for _ in range(BEFORE_MS // 10):
        QTest.qWait(10)
        first.put_off()
    qtbot.waitUntil(lambda: done == ["in its turn", "put off"])
