"""Sheets of paper being filled from the top: marks are put down, and a new sheet begins where one is full."""

from __future__ import annotations

from app.drawing.shapes import Align
from app.record.pages.glyphs import printable
from app.record.pages.marks import Line, Mark, Style, Words
from app.record.pages.setting import set_lines
from app.record.pages.styles import RULE, UPRIGHT, Paper


class Sheets:
    """The pages of a record while they are being laid out; `y` in points from the top says how far the last is."""

    def __init__(self, top: float, next_top: float, paper: Paper = UPRIGHT) -> None:
        """Begin the first page at `top`; the others begin at `next_top`, below their running head."""
        self.paper = paper
        self.pages: list[list[Mark]] = [[]]
        self.y = top
        self._next_top = next_top

    @property
    def left_over(self) -> float:
        """How much of the last page is still free, in points."""
        return self.paper.bottom - self.y

    def put(self, *marks: Mark) -> None:
        """Put marks on the last page."""
        self.pages[-1].extend(marks)

    def turn(self) -> None:
        """Begin another page."""
        self.pages.append([])
        self.y = self._next_top

    def need(self, height: float) -> bool:
        """Begin another page if less than `height` points are free; say whether one was begun."""
        if self.left_over >= height:
            return False
        self.turn()
        return True

    def say(
        self, x: float, y: float, text: str, style: Style, align: Align = Align.START, *, struck: bool = False
    ) -> None:
        """Put down one line of text, its baseline at `y`."""
        self.put(Words(x, y, printable(text), style, align, struck))

    def rule(self, y: float, colour: str = RULE, width: float = 0.5) -> None:
        """Put down a line from margin to margin."""
        self.put(Line(((self.paper.left, y), (self.paper.right, y)), width, colour))

    def write(self, text: str, style: Style) -> None:
        """Write a text from margin to margin in as many lines and pages as it takes."""
        for line in set_lines(text, style, self.paper.across):
            self.need(style.leading)
            self.y += style.leading
            self.put(Words(self.paper.left, self.y - style.leading * 0.24, line, style))
