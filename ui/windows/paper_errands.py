"""A paper of a case on its way out: saved where somebody says, or printed, page for page the same.

The papers' rooms and their layout library are imported when a paper is first asked for; they would delay the first
screen. No printer is a normal state: saving always works.
"""

from __future__ import annotations

import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from app import wording
from app.journal import Journal
from injection_plan.procedure import Procedure

DOMAIN = "cases"
MOST_DOTS_PER_INCH = 300
POINTS_PER_INCH = 72


class Paper(StrEnum):
    """What can be handed out of a case."""

    RECORD = "record"
    PLAN_SHEET = "plan_sheet"
    WORKSHEET = "worksheet"


class Written(Protocol):
    """A paper that stands on disk: where, and of how many pages."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def pages(self) -> int:
        """How many pages it has."""


def save_paper(paper: Paper, parent: QWidget, journal: Journal, procedure: Procedure) -> str:
    """Ask where a paper goes and write it there; return the sentence that says what came of it, or nothing."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    target, _ = QFileDialog.getSaveFileName(
        parent,
        wording.say(DOMAIN, f"paper.{paper.value}.save_title"),
        str(Path(folder) / _name_of(paper, procedure)),
        wording.say(DOMAIN, "record.kind"),
    )
    return write_to(paper, journal, procedure, Path(target)) if target else ""


def _name_of(paper: Paper, procedure: Procedure) -> str:
    from app.record.papers.writing import paper_name
    from app.record.pdf import record_name

    return record_name(procedure) if paper is Paper.RECORD else paper_name(paper.value, procedure)


def write_to(paper: Paper, journal: Journal, procedure: Procedure, target: Path) -> str:
    """Write a paper to a file, opened again and compared, and return the sentence for it."""
    written = _written(paper, journal, procedure, target)
    if isinstance(written, str):
        return written
    return wording.say(DOMAIN, "record.saved", pages=written.pages, path=str(written.path))


def _written(paper: Paper, journal: Journal, procedure: Procedure, target: Path) -> Written | str:
    """Write a paper, or return the sentence that says why there is none."""
    from app.record.checked_case import RecordRefused
    from app.record.papers.refused import PaperRefused
    from app.record.papers.writing import write_plan_sheet, write_worksheet
    from app.record.pdf import write_record

    case = procedure.case
    if paper is Paper.RECORD:
        record = write_record(journal, case, target, session_procedure=procedure)
        return record.sentence if isinstance(record, RecordRefused) else record
    write = write_plan_sheet if paper is Paper.PLAN_SHEET else write_worksheet
    sheet = write(journal, case, target, session_procedure=procedure)
    return sheet.sentence if isinstance(sheet, PaperRefused) else sheet


def print_paper(paper: Paper, parent: QWidget, journal: Journal, procedure: Procedure) -> str:
    """Open the system's print dialog and print a paper's own pages; return the sentence, or nothing."""
    if not QPrinterInfo.availablePrinterNames():
        return wording.say(DOMAIN, "record.no_printer")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return ""
    return print_to(paper, printer, journal, procedure)


def print_to(paper: Paper, printer: QPrinter, journal: Journal, procedure: Procedure) -> str:
    """Print a paper's pages on a printer that was chosen, and return the sentence for it."""
    with tempfile.TemporaryDirectory() as folder:
        written = _written(paper, journal, procedure, Path(folder))
        if isinstance(written, str):
            return written
        content = QByteArray(written.path.read_bytes())
    source = QBuffer(content)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    pages = QPdfDocument()
    pages.load(source)
    printer.setDocName(wording.say(DOMAIN, f"paper.{paper.value}.document", case=procedure.case))
    printed = _paint(pages, printer)
    pages.close()
    return wording.say(DOMAIN, "record.printed" if printed else "record.not_printed", pages=written.pages)


def _paint(pages: QPdfDocument, printer: QPrinter) -> bool:
    printer.setFullPage(True)
    printer.setPageOrientation(_lying(pages))
    painter = QPainter()
    if pages.status() is not QPdfDocument.Status.Ready or not painter.begin(printer):
        return False
    dots = min(printer.resolution(), MOST_DOTS_PER_INCH)
    for number in range(pages.pageCount()):
        if number and not printer.newPage():
            painter.end()
            return False
        points: QSizeF = pages.pagePointSize(number)
        image = pages.render(number, (points * (dots / POINTS_PER_INCH)).toSize())
        to_scale = points * (printer.resolution() / POINTS_PER_INCH)
        painter.drawImage(QRectF(0, 0, to_scale.width(), to_scale.height()), image)
    return painter.end()


def _lying(pages: QPdfDocument) -> QPageLayout.Orientation:
    """Return how the paper lies: a worksheet lies on its long edge."""
    size = pages.pagePointSize(0)
    is_wide = size.width() > size.height()
    return QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
