"""One thing of several to choose, drawn as a chip: a kind of finding with its sign as on the hands, or a joint."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.drawing.finding_shapes import finding_shapes
from app.drawing.shapes import Outline, Shape, Weight
from injection_plan.terms import FindingKind
from injection_plan.views import FIRST_VIEW
from ui.hand import typeface
from ui.hand.paint import draw
from ui.theme import colour, inks, pixels, worn_by

HEIGHT: Final = 44
_SIGN: Final = 26
_EDGE: Final = 12
_TEXT: Final = 15
_A_FINGER: Final = "RH-3"  # on which a sign is drawn to be taken off it


class KindChip(QAbstractButton):
    """A chip that is chosen or not; what is chosen is said by its edge, its ground and a screen reader alike."""

    def __init__(self, words: str, kind: FindingKind | None = None, parent: QWidget | None = None) -> None:
        """Show the words, and the sign of a kind of finding; nothing is chosen."""
        super().__init__(parent)
        self._shapes: tuple[Shape, ...] = (
            () if kind is None else finding_shapes(kind, _A_FINGER, 0, FIRST_VIEW)
        )
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for sign and words."""
        words = QFontMetrics(typeface.font(Weight.SEMIBOLD, pixels(_TEXT))).horizontalAdvance(self.text())
        sign = _SIGN + 8 if self._shapes else 0
        return QSize(words + sign + 2 * _EDGE + 2, pixels(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge, sign and words."""
        theme, painter = worn_by(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        edge = QPen(colour(theme, "primary" if is_on else "button_line"), 2.5 if is_on else 1)
        painter.setPen(edge)
        painter.setBrush(colour(theme, "selection" if is_on else "button"))
        around = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(around, 9, 9)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(theme, "focus"), 2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(around.adjusted(3, 3, -3, -3), 7, 7)
        self._draw_sign(painter)
        ink = "on_selection" if is_on else "button_text"
        painter.setPen(colour(theme, ink if self.isEnabled() else "button_off_text"))
        painter.setFont(typeface.font(Weight.SEMIBOLD, pixels(_TEXT)))
        left = _EDGE + (_SIGN + 6 if self._shapes else 0)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(self.rect()).adjusted(left, 0, 0, 0), int(align), self.text())

    def _draw_sign(self, painter: QPainter) -> None:
        around = next((one for one in self._shapes if isinstance(one, Outline)), None)
        if around is None:
            return
        corners = [around.path.start, *(end for _, _, end in around.path.cubics)]
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        low, high = min(y for _, y in corners), max(y for _, y in corners)
        scale = _SIGN / max(right - left, high - low)
        place = QTransform.fromTranslate(_EDGE + _SIGN / 2, self.height() / 2)
        place.scale(scale, -scale)
        place.translate(-(left + right) / 2, -(low + high) / 2)
        painter.save()
        painter.setTransform(place, combine=True)
        for shape in self._shapes:
            draw(painter, shape, inks(worn_by(self)))
        painter.restore()
