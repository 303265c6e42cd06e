"""The hands on the screen: shows a picture, tells what was chosen on it, and never gives anything.

Everything but the travelling arrow is painted into a pixmap; a step of the animation copies it and draws one
triangle, so that the arrow costs next to nothing while the surgeon works.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.drawing.aim import Aim, aimed_at
from app.drawing.palette import Palette
from app.drawing.shapes import Arrow, Picture
from injection_plan.anatomy import PASSES
from ui.hand.paint import draw, placed
from ui.hand.still_layer import StillLayer, around

_TRAVEL_MS: Final = 2400
_STEPS: Final[dict[int, int]] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_ALONGSIDE: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class HandView(QWidget):
    """A picture of the hands, scaled with its aspect kept; a click or an arrow key chooses the nearest pass.

    With `set_aim` it chooses entry sites or fingers instead, or whichever of the three lies under the click.
    """

    pass_chosen = Signal(str)
    """The code of a pass that was chosen, whatever else may be."""
    place_chosen = Signal(str)
    """The code of whatever was chosen: a pass, an entry site or a finger."""

    def __init__(self, palette: Palette, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._picture: Picture | None = None
        self._arrows: tuple[Arrow, ...] = ()
        self._aim = Aim.PASS
        self._order: tuple[str, ...] = ()
        self._selected: str | None = None
        self._still = StillLayer()
        self._travelled = 0.5
        self._travel = QVariantAnimation(self)
        self._travel.setStartValue(0.0)
        self._travel.setEndValue(1.0)
        self._travel.setDuration(_TRAVEL_MS)
        self._travel.setLoopCount(-1)
        self._travel.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._travel.valueChanged.connect(self._move_arrow)
        self._moving = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_picture(self, picture: Picture) -> None:
        """Show a picture; an equal one changes nothing."""
        if picture == self._picture:
            return
        before, self._picture = self._picture, picture
        arrows_before, self._arrows = self._arrows, _arrows(picture)
        self._run()
        if before is None or not self.isVisible():
            self.update()
            return
        # Only what is different is asked to be painted: the rest of the two hands is most of the screen.
        self._still_pixmap(picture)
        self.update(self._still.changed)
        self._update_arrows(picture, arrows_before + self._arrows)

    def show_palette(self, palette: Palette) -> None:
        """Show the same picture in the inks of another theme."""
        self._palette = palette
        self.update()

    def set_aim(self, aim: Aim) -> None:
        """Say what a click chooses: passes, which is how it starts, entry sites, fingers, or any of them."""
        self._aim = aim

    def set_order(self, codes: tuple[str, ...], selected: str | None) -> None:
        """Say in which order the arrow keys walk the passes, and from which one they start.

        Where the order holds places of several kinds, left and right keep to the kind of the selected one, and up
        and down take every step: from a finger down to its entry sites and their passes.
        """
        self._order = codes
        self._selected = selected

    def set_moving(self, moving: bool) -> None:
        """Let the arrow travel along the current pass, or hold it still in the middle."""
        self._moving = moving
        self._run()

    @property
    def moving(self) -> bool:
        """Whether the arrow is travelling at this moment."""
        return self._travel.state() is QVariantAnimation.State.Running

    def point_of(self, place: QPointF) -> tuple[float, float]:
        """Return the millimetre point of the picture under a place of this widget."""
        back, possible = self._placing().inverted()
        assert possible  # a widget with no area is never clicked
        spot = back.map(place)
        return spot.x(), spot.y()

    def place_of(self, point: tuple[float, float]) -> QPointF:
        """Return the place of this widget at which a millimetre point of the picture is shown."""
        return self._placing().map(QPointF(*point))

    def sizeHint(self) -> QSize:
        """Return the size at which the words over the fingers can be read from the desk."""
        return QSize(920, 610)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which every pass can still be told from its neighbour."""
        return QSize(420, 280)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is nearest to the click, if anything is near."""
        if event.button() is not Qt.MouseButton.LeftButton or self._picture is None:
            event.ignore()
            return
        code = aimed_at(self._picture, self.point_of(event.position()), self._aim)
        if code is not None:
            self._choose(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the selection with the arrow keys; every other key is somebody else's."""
        step = _STEPS.get(event.key(), 0)
        if not step or not self._order:
            event.ignore()
            return
        walked = self._order
        if event.key() in _ALONGSIDE and self._selected in walked:
            walked = tuple(code for code in walked if code.count("-") == self._selected.count("-"))
        at = walked.index(self._selected) + step if self._selected in walked else 0
        self._choose(walked[at % len(walked)])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Copy the still part and draw the arrow on it."""
        painter = QPainter(self)
        if self._picture is None:
            painter.fillRect(self.rect(), QColor(self._palette.colour("background")))
        else:
            painter.drawPixmap(0, 0, self._still_pixmap(self._picture))
            self._paint_arrows(painter, self._picture)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._palette.colour("focus")), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        painter.end()

    def _still_pixmap(self, picture: Picture) -> QPixmap:
        return self._still.pixmap(picture, self._palette, self.size(), self.devicePixelRatioF(), self._into())

    def _update_arrows(self, picture: Picture, arrows: tuple[Arrow, ...]) -> None:
        for arrow in arrows:
            self.update(around(arrow.points, placed(picture, self._into())))

    def _paint_arrows(self, painter: QPainter, picture: Picture) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setTransform(placed(picture, self._into()), combine=True)
        painter.setClipRect(QRectF(picture.left, picture.bottom, picture.width, picture.height))
        for arrow in self._arrows:
            draw(painter, replace(arrow, travelled=self._travelled), self._palette)
        painter.restore()

    def _into(self) -> QRectF:
        return QRectF(self.rect()).adjusted(6, 6, -6, -6)

    def _placing(self) -> QTransform:
        return QTransform() if self._picture is None else placed(self._picture, self._into())

    def _choose(self, code: str) -> None:
        self._selected = code
        self.place_chosen.emit(code)
        if code in PASSES:
            self.pass_chosen.emit(code)

    def _move_arrow(self, travelled: float) -> None:
        self._travelled = travelled
        if self._picture is not None:
            self._update_arrows(self._picture, self._arrows)

    def _run(self) -> None:
        if self._moving and self._arrows:
            if not self.moving:
                self._travel.start()
        else:
            self._travel.stop()
            self._move_arrow(0.5)


def _arrows(picture: Picture) -> tuple[Arrow, ...]:
    return tuple(shape for shape in picture.shapes if isinstance(shape, Arrow))
