"""One finding about the plan as a button: shape, word and colour say how it bears; pressing it leads there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.drawing.palette import Theme
from app.drawing.shapes import Weight
from app.read_models.plan_summary import FindingLine
from injection_plan.terms import Severity
from ui.hand import typeface
from ui.theme import colour, pixels, worn_by

_LEAST: Final = 52
_SHAPE: Final = 26
_EDGE: Final = 12
_ARROW: Final = 26
_HEAD, _TEXT = 14, 16
_WORDS: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_INKS: Final = {
    Severity.BLOCKS: ("danger_panel", "danger", "danger_text"),
    Severity.WARNS: ("warning_panel", "warning_line", "warning_text"),
    Severity.NOTE: ("panel", "line", "quiet"),
}


class FindingRow(QAbstractButton):
    """Shows one finding; pressing it goes to the thing that it is about."""

    def __init__(self, line: FindingLine, parent: QWidget | None = None) -> None:
        """Show a finding."""
        super().__init__(parent)
        self.line = line
        # Not the height of the hint as the least one: a broad row needs fewer lines than that.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(line.spoken)

    def sizeHint(self) -> QSize:
        """Return a breadth of a few words, and the height of two lines."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """Return the least that shows the shape and a word."""
        return QSize(160, _LEAST)

    def hasHeightForWidth(self) -> bool:
        """Words wrap, so a narrow row is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at this width, in pixels."""
        room = QRect(0, 0, max(width - self._left() - _ARROW - _EDGE, 60), 2000)
        sentence = QFontMetrics(typeface.font(Weight.REGULAR, pixels(_TEXT)))
        height = sentence.boundingRect(room, int(_WORDS), self.line.sentence).height()
        return max(pixels(_LEAST), height + self._head_height() + 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, shape, words, and the arrow that says it leads somewhere."""
        theme, painter = worn_by(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink = _INKS[self.line.severity]
        pen = QPen(colour(theme, edge), 1)
        if self.hasFocus() or self.underMouse():
            pen = QPen(colour(theme, "focus"), 3 if self.hasFocus() else 2)
        painter.setPen(pen)
        painter.setBrush(colour(theme, ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 9, 9)
        size = pixels(_SHAPE)
        draw_severity(painter, QRectF(_EDGE, 10, size, size), theme, self.line.severity)
        inside = self.rect().adjusted(self._left(), 8, -_ARROW - _EDGE, -6)
        painter.setPen(colour(theme, ink))
        painter.setFont(typeface.font(Weight.BOLD, pixels(_HEAD)))
        painter.drawText(inside, int(_WORDS), self.line.bears)
        painter.setPen(colour(theme, "text" if self.line.severity is Severity.NOTE else ink))
        painter.setFont(typeface.font(Weight.REGULAR, pixels(_TEXT)))
        painter.drawText(inside.adjusted(0, self._head_height(), 0, 0), int(_WORDS), self.line.sentence)
        self._draw_arrow(painter, theme)

    def _left(self) -> int:
        return _EDGE + pixels(_SHAPE) + 12

    def _head_height(self) -> int:
        return QFontMetrics(typeface.font(Weight.BOLD, pixels(_HEAD))).height() + 1

    def _draw_arrow(self, painter: QPainter, theme: Theme) -> None:
        pen = QPen(colour(theme, "quiet"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tip = QPointF(self.width() - _EDGE - 4, self.height() / 2)
        painter.drawPolyline(QPolygonF([tip + QPointF(-6, -6), tip, tip + QPointF(-6, 6)]))


def draw_severity(painter: QPainter, box: QRectF, theme: Theme, severity: Severity) -> None:
    """Draw how a finding bears: an octagon with a bar blocks, a triangle with ! warns, a ring with i is a note."""
    painter.save()
    size = box.width()
    painter.setPen(Qt.PenStyle.NoPen)
    match severity:
        case Severity.BLOCKS:
            cut = size * 0.3
            octagon = (
                (cut, 0), (size - cut, 0), (size, cut), (size, size - cut),
                (size - cut, size), (cut, size), (0, size - cut), (0, cut),
            )  # fmt: skip
            painter.setBrush(colour(theme, "danger"))
            painter.drawPolygon(QPolygonF([box.topLeft() + QPointF(x, y) for x, y in octagon]))
            painter.setBrush(colour(theme, "on_danger"))
            painter.drawRoundedRect(
                QRectF(box.x() + size * 0.22, box.center().y() - size * 0.08, size * 0.56, size * 0.16),
                1.5,
                1.5,
            )
        case Severity.WARNS:
            painter.setBrush(colour(theme, "warning_text"))
            triangle = ((size / 2, size * 0.02), (size, size * 0.94), (0, size * 0.94))
            painter.drawPolygon(QPolygonF([box.topLeft() + QPointF(x, y) for x, y in triangle]))
            _sign(painter, box.adjusted(0, size * 0.18, 0, 0), theme, "warning_panel", "!")
        case Severity.NOTE:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(theme, "quiet"), 2))
            painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5))
            _sign(painter, box, theme, "quiet", "i")
    painter.restore()


def _sign(painter: QPainter, box: QRectF, theme: Theme, ink: str, sign: str) -> None:
    painter.setPen(colour(theme, ink))
    painter.setFont(typeface.font(Weight.BOLD, round(box.width() * 0.62)))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
