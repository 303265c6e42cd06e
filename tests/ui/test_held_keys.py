"""A held key answers once, on every page: also where the window system hands its repetitions on as new presses."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.held_keys import HeldKeys

NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def watched(qtbot: QtBot, qapp: QApplication) -> Iterator[QApplication]:
    keys = HeldKeys(qapp)
    yield qapp
    qapp.removeEventFilter(keys)


def send(
    widget: QWidget, kind: QEvent.Type, key: Qt.Key, text: str, moment: int, *, told: bool = False
) -> None:
    event = QKeyEvent(kind, key, NO_KEY, text, told)
    event.setTimestamp(moment)
    QApplication.sendEvent(widget, event)


def hold(widget: QWidget, key: Qt.Key, text: str, *, times: int) -> None:
    """As X holds a key: press, then release and press of one moment again and again, and one release at the end."""
    send(widget, QEvent.Type.KeyPress, key, text, 1_000)
    for moment in range(1_500, 1_500 + 40 * times, 40):
        send(widget, QEvent.Type.KeyRelease, key, text, moment)
        send(widget, QEvent.Type.KeyPress, key, text, moment)
    send(widget, QEvent.Type.KeyRelease, key, text, 9_000)


class Counting(QCheckBox):
    """Counts the presses that reach it."""

    presses = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.presses += 1
        super().keyPressEvent(event)


def counting(qtbot: QtBot) -> Counting:
    """Give one that has the focus: a text field of another window that still had it would be typed into."""
    line = Counting()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    return line


@pytest.mark.parametrize(
    "key, text", [(Qt.Key.Key_Y, "y"), (Qt.Key.Key_Space, " "), (Qt.Key.Key_Return, "\r")]
)
def test_a_held_key_answers_once(watched: QApplication, qtbot: QtBot, key: Qt.Key, text: str) -> None:
    line = counting(qtbot)
    hold(line, key, text, times=20)
    assert line.presses == 1


def test_two_presses_by_a_finger_are_two(watched: QApplication, qtbot: QtBot) -> None:
    line = counting(qtbot)
    for moment in (1_000, 1_200):
        send(line, QEvent.Type.KeyPress, Qt.Key.Key_Y, "y", moment)
        send(line, QEvent.Type.KeyRelease, Qt.Key.Key_Y, "y", moment + 60)
    assert line.presses == 2


def test_a_held_letter_goes_on_in_a_text_field(watched: QApplication, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    hold(field, Qt.Key.Key_A, "a", times=4)
    assert field.text() == "aaaaa"
