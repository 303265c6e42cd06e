"""The same picture by the screen pen and the paper pen: 16-pixel block means agree, and one wrong mark is caught."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from reportlab.pdfgen.canvas import Canvas

from app.drawing.aim import focus_on_finger
from app.drawing.palette import Theme, palette
from app.drawing.shapes import Picture, Ring, Role, Track
from app.record.hand_figure import draw_picture
from injection_plan.anatomy import Digit, Finger, Hand
from injection_plan.views import Face, Standpoint, View
from tests.app.drawing.drawn import VIEWS, full_picture, picture
from ui.hand.paint import paint

LIMIT = 20.0
WIDTH = 1200
BLOCK = 16
FINE = 4
VIEW = View(Face.DORSAL, Standpoint.PATIENT)
Raster = NDArray[np.float64]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler's pdftoppm is not installed"),
]


def on_screen(drawn: Picture, theme: Theme) -> Raster:
    height = round(WIDTH * drawn.height / drawn.width)
    image = QImage(WIDTH, height, QImage.Format.Format_RGB888)
    image.fill(QColor(palette(theme).colour("background")))
    painter = QPainter(image)
    paint(painter, drawn, palette(theme), QRectF(0, 0, WIDTH, height))
    painter.end()
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(height, image.bytesPerLine())
    return rows[:, : 3 * WIDTH].reshape(height, WIDTH, 3).astype(np.float64)


def write(drawn: Picture, theme: Theme, pdf: Path) -> int:
    """Draw a picture on one page of its own size; return the page's height in points, which are pixels here."""
    height = round(WIDTH * drawn.height / drawn.width)
    canvas = Canvas(str(pdf), pagesize=(WIDTH, height), invariant=1)
    canvas.setFillColor(palette(theme).colour("background"))
    canvas.rect(0, 0, WIDTH, height, stroke=0, fill=1)
    reached = draw_picture(canvas, drawn, palette(theme), left=0, bottom=0, width=WIDTH)
    assert reached == pytest.approx(height, abs=1.0)
    canvas.save()
    return height


def on_paper(drawn: Picture, theme: Theme, folder: Path) -> Raster:
    height = write(drawn, theme, folder / "hands.pdf")
    # Poppler sets letters on whole pixels: drawn four times as fine and averaged, they stand where the page says.
    resolution = ["-r", str(72 * FINE), "-singlefile"]
    subprocess.run(["pdftoppm", *resolution, "hands.pdf", "hands"], cwd=folder, check=True)
    image = QImage(str(folder / "hands.ppm")).convertToFormat(QImage.Format.Format_RGB888)
    assert (image.width(), image.height()) == (FINE * WIDTH, FINE * height)
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(FINE * height, image.bytesPerLine())
    fine = rows[:, : 3 * FINE * WIDTH].reshape(height, FINE, WIDTH, FINE, 3)
    coarse: Raster = fine.mean(axis=(1, 3), dtype=np.float64)
    return coarse


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Raster:
    """The page of the usual view, drawn once for the tests that compare a wrong screen with it."""
    return on_paper(picture(VIEW), Theme.PRINT, tmp_path_factory.mktemp("paper"))


def worst_block(one: Raster, other: Raster) -> float:
    """The greatest mean absolute difference of any block, in grey levels, over the three channels."""
    rows, columns = one.shape[0] // BLOCK, one.shape[1] // BLOCK
    gap = np.abs(one - other)[: rows * BLOCK, : columns * BLOCK]
    return float(gap.reshape(rows, BLOCK, columns, BLOCK, 3).mean(axis=(1, 3)).max())


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.face}-{view.standpoint}")
def test_both_pens_draw_the_same_hands(view: View, tmp_path: Path) -> None:
    drawn = picture(view)
    assert worst_block(on_screen(drawn, Theme.PRINT), on_paper(drawn, Theme.PRINT, tmp_path)) <= LIMIT


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.face}-{view.standpoint}")
@pytest.mark.parametrize("selected", ["RH-2", "LH-3-PIP-rad", "LH-2-PIP-rad-dis"])
def test_both_pens_draw_the_same_numbers_and_findings(view: View, selected: str, tmp_path: Path) -> None:
    drawn = full_picture(view, selected)
    assert worst_block(on_screen(drawn, Theme.PRINT), on_paper(drawn, Theme.PRINT, tmp_path)) <= LIMIT


@pytest.mark.parametrize("role", [Role.NUMBER, Role.FINDING, Role.MISSING_GROUND, Role.FINDING_SIGN])
def test_one_lost_number_or_finding_is_caught(role: Role, tmp_path: Path) -> None:
    drawn = full_picture(VIEW)
    lost = next(
        s
        for s in drawn.shapes
        if role in {getattr(s, "role", None), *(r.role for r in getattr(s, "runs", ()))}
    )
    wrong = replace(drawn, shapes=tuple(s for s in drawn.shapes if s is not lost))
    assert worst_block(on_screen(wrong, Theme.PRINT), on_paper(drawn, Theme.PRINT, tmp_path)) > LIMIT


@pytest.mark.parametrize("theme", [Theme.SCREEN_DARK, Theme.SCREEN_LIGHT])
def test_both_pens_agree_in_the_inks_of_the_screen(theme: Theme, tmp_path: Path) -> None:
    drawn = picture(VIEW)
    assert worst_block(on_screen(drawn, theme), on_paper(drawn, theme, tmp_path)) <= LIMIT


def test_both_pens_clip_to_the_same_frame(tmp_path: Path) -> None:
    drawn = focus_on_finger(picture(VIEW), Finger(Hand.RIGHT, Digit.MIDDLE), 0.9)
    assert worst_block(on_screen(drawn, Theme.PRINT), on_paper(drawn, Theme.PRINT, tmp_path)) <= LIMIT


def test_one_wrongly_filled_ring_is_caught(paper: Raster) -> None:
    drawn = picture(VIEW)
    ring = next(s for s in drawn.shapes if isinstance(s, Ring) and s.role is Role.RING_PLANNED)
    wrong = tuple(replace(s, role=Role.RING_VERIFIED) if s == ring else s for s in drawn.shapes)
    assert worst_block(on_screen(replace(drawn, shapes=wrong), Theme.PRINT), paper) > LIMIT


def test_one_solid_pass_moved_by_half_a_millimetre_is_caught(paper: Raster) -> None:
    drawn = picture(VIEW)
    track = next(s for s in drawn.shapes if isinstance(s, Track) and s.role is Role.VERIFIED)
    aside = replace(track, points=tuple((x + 0.5, y) for x, y in track.points))
    wrong = tuple(aside if s == track else s for s in drawn.shapes)
    assert worst_block(on_screen(replace(drawn, shapes=wrong), Theme.PRINT), paper) > LIMIT


def test_paper_is_the_same_bytes_every_time(tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        write(picture(VIEW), Theme.PRINT, tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
