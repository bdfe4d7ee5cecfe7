"""Prints pages on the printer that the clinic set, through the system's own printing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPagedPaintDevice, QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

Paint = Callable[[QPagedPaintDevice, int], bool]


def find_printer(name: str) -> QPrinter | None:
    """The printer of this name; None where the system has no such printer.

    Asks the system, which may take long when it looks for printers: not for the screen's thread.
    """
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo()
    return None if info.isNull() else QPrinter(info, QPrinter.PrinterMode.HighResolution)


def print_pages(printer: QPrinter, layout: QPageLayout, title: str, paint: Paint) -> bool:
    """Give pages to a printer; False where it refused.

    `paint` gets the device, from the paper's own corner, and its resolution in dots an inch.
    """
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    printer.setDocName(title)
    return paint(printer, printer.resolution())
