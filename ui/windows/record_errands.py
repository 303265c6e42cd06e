"""The record on its way out: saved where somebody says, or printed, page for page the same.

The record's room and its layout library are imported when a record is first asked for; they would delay the first
screen. No printer is a normal state: saving always works.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

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


def save_record(parent: QWidget, journal: Journal, procedure: Procedure) -> str:
    """Ask where the record goes and write it there; return the sentence that says what came of it, or nothing."""
    from app.record.pdf import record_name

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    target, _ = QFileDialog.getSaveFileName(
        parent,
        wording.say(DOMAIN, "record.save_title"),
        str(Path(folder) / record_name(procedure)),
        wording.say(DOMAIN, "record.kind"),
    )
    return write_to(journal, procedure, Path(target)) if target else ""


def write_to(journal: Journal, procedure: Procedure, target: Path) -> str:
    """Write the record to a file, opened again and compared, and return the sentence for it."""
    from app.record.checked_case import RecordRefused
    from app.record.pdf import write_record

    written = write_record(journal, procedure.case, target, session_procedure=procedure)
    if isinstance(written, RecordRefused):
        return written.sentence
    return wording.say(DOMAIN, "record.saved", pages=written.pages, path=str(written.path))


def print_record(parent: QWidget, journal: Journal, procedure: Procedure) -> str:
    """Open the system's print dialog and print the record's own pages; return the sentence, or nothing."""
    if not QPrinterInfo.availablePrinterNames():
        return wording.say(DOMAIN, "record.no_printer")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return ""
    return print_to(printer, journal, procedure)


def print_to(printer: QPrinter, journal: Journal, procedure: Procedure) -> str:
    """Print the record's pages on a printer that was chosen, and return the sentence for it."""
    from app.record.checked_case import RecordRefused
    from app.record.pdf import write_record

    with tempfile.TemporaryDirectory() as folder:
        written = write_record(journal, procedure.case, Path(folder), session_procedure=procedure)
        if isinstance(written, RecordRefused):
            return written.sentence
        content = QByteArray(written.path.read_bytes())
    source = QBuffer(content)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    pages = QPdfDocument()
    pages.load(source)
    printer.setDocName(wording.say(DOMAIN, "record.document", case=procedure.case))
    printed = _paint(pages, printer)
    pages.close()
    return wording.say(DOMAIN, "record.printed" if printed else "record.not_printed", pages=written.pages)


def _paint(pages: QPdfDocument, printer: QPrinter) -> bool:
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
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
