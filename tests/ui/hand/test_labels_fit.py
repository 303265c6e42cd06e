"""The words over the fingers stay inside the frame and clear of each other, at their widest, in every view."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from app.drawing.fingers import finger_code
from app.drawing.hand_picture import hand_picture
from app.drawing.marks import FingerLabel
from app.drawing.shapes import Label, Run
from app.read_models.hands import captions
from injection_plan.anatomy import Digit, Finger, Hand
from injection_plan.views import EVERY_VIEW, View
from ui.hand import typeface

FINGERS = tuple(Finger(hand, digit) for hand in Hand for digit in Digit)
WIDEST = (FingerLabel("0.75", "of 0.75 mL"), FingerLabel("0.25", "of 1 mL"))
MEASURED = 100
CLEAR = 2.0


def width(run: Run) -> float:
    metrics = QFontMetricsF(typeface.font(run.weight, MEASURED))
    return metrics.horizontalAdvance(run.text) * run.size / MEASURED


def room_of(label: Label) -> QRectF:
    """Where the words of a centred label lie, in millimetres, y upward."""
    wide = sum(width(run) for run in label.runs)
    return QRectF(label.at[0] - wide / 2, label.at[1], wide, max(run.size for run in label.runs) * 0.73)


@pytest.mark.parametrize("words", WIDEST, ids=lambda words: words.rest)
@pytest.mark.parametrize("view", EVERY_VIEW, ids=lambda view: f"{view.face}-{view.standpoint}")
def test_no_word_leaves_the_frame_or_touches_another(
    qapp: QApplication, view: View, words: FingerLabel
) -> None:
    drawn = hand_picture({}, view, captions(), dict.fromkeys(FINGERS, words))
    codes = {finger_code(finger) for finger in FINGERS}
    rooms = [room_of(shape) for shape in drawn.shapes if isinstance(shape, Label) and shape.about in codes]
    assert len(rooms) == 2 * len(FINGERS)
    frame = QRectF(drawn.left, drawn.bottom, drawn.width, drawn.height)
    for room in rooms:
        assert frame.contains(room.adjusted(-CLEAR, -CLEAR, CLEAR, CLEAR)), room
    for one, other in combinations(rooms, 2):
        assert not one.adjusted(-CLEAR, 0, CLEAR, 0).intersects(other), (one, other)
