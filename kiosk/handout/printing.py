"""Lays a handout out on sheets and paints them on a paged device: a PDF or a printer."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QBuffer, QMarginsF, QUuid
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.domain.text import plain
from kiosk.handout.breaking import Placed, broken
from kiosk.handout.cover import Contents
from kiosk.handout.job import Form, Job
from kiosk.handout.pieces import Piece, Text
from kiosk.handout.reading import reading
from kiosk.handout.reviewing import reviewing
from kiosk.handout.sheet import COLUMN, FOOT_MARGIN, HEIGHT, MARGIN, UNITS_PER_INCH, mm
from kiosk.handout.speaking import speaking

FOOT_PT = 9.5
FOOT_GAP = mm(5)
# Room for "Bladzijde 10 van 120" at the trailing side of the foot.
NUMBER = mm(44)


class Bookmark(NamedTuple):
    """An entry of the outline: page from 0, distance of its place from the page's top in points."""

    title: str
    level: int
    page: int
    top: float


class Sheets:
    """A handout laid out: its pages, and where its bookmarks lead."""

    def __init__(self, job: Job, form: Form) -> None:
        self._job = job
        self.name = f"{job.version()} {form} {job.made()}"
        self._foot = _foot_lines(job)
        high = sum(line.height for line in self._foot)
        self._foot_y = HEIGHT - FOOT_MARGIN - high
        room = self._foot_y - FOOT_GAP - MARGIN
        pieces = _pieces(job, form, room)
        self.pages: list[list[Placed]] = broken(pieces, room)
        self.bookmarks = _bookmarks(self.pages)
        _number(self.pages, self.bookmarks)

    def paint(self, device: QPagedPaintDevice, resolution: int) -> bool:
        """Paint every page; `resolution` is the device's, in dots an inch. False: it refused."""
        painter = QPainter()
        if not painter.begin(device):
            return False
        painter.scale(resolution / UNITS_PER_INCH, resolution / UNITS_PER_INCH)
        for number, page in enumerate(self.pages, 1):
            if number > 1 and not device.newPage():
                painter.end()
                return False
            for piece, y in page:
                piece.paint(painter, MARGIN, MARGIN + y)
            self._paint_foot(painter, number)
        return painter.end()

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        y = self._foot_y
        for line in self._foot:
            line.paint(painter, MARGIN, y)
            y += line.height
        words = self._job.words("handout.page", number=number, count=len(self.pages))
        face = self._job.stationery.face(FOOT_PT, role="ink_soft", factor=1.35)
        text = Text(words, face, COLUMN)
        text.paint(painter, MARGIN + COLUMN - face.wide(words), self._foot_y)


def a4() -> QPageLayout:
    """A4, upright; the margins are the handout's own."""
    upright = QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), upright, QMarginsF(0, 0, 0, 0))


def pdf(sheets: Sheets) -> bytes:
    """The sheets as Qt writes them: no bookmarks and no language yet."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(a4())
    # Qt's own identifier is a random one.
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), sheets.name.encode()))
    if not sheets.paint(writer, UNITS_PER_INCH):
        raise OSError("the PDF cannot be painted")
    del writer
    buffer.close()
    return bytes(buffer.data().data())


def _pieces(job: Job, form: Form, room: int) -> list[Piece]:
    if form == "slides":
        return speaking(job, room)
    return reviewing(job) if form == "review" else reading(job, room)


def _foot_lines(job: Job) -> list[Text]:
    """Source, review state and day; they stand on every page beside its number."""
    face = job.stationery.face(FOOT_PT, role="ink_soft", factor=1.35)
    state = " · ".join((job.review().removesuffix("."), job.made()))
    return [Text(line, face, COLUMN - NUMBER) for line in (job.source(), state) if line]


def _bookmarks(pages: list[list[Placed]]) -> list[Bookmark]:
    found: list[Bookmark] = []
    for number, page in enumerate(pages):
        for piece, y in page:
            if piece.mark is not None:
                top = (MARGIN + y) * 72 / UNITS_PER_INCH
                found.append(Bookmark(plain(piece.mark.title), piece.mark.level, number, top))
    return found


def _number(pages: list[list[Placed]], bookmarks: list[Bookmark]) -> None:
    """Tell the table of contents its pages: its lines come in the order of the bookmarks."""
    left = list(bookmarks)
    for piece, _ in (placed for page in pages for placed in page):
        if isinstance(piece, Contents):
            place = next(
                at for at, one in enumerate(left) if one.title == plain(piece.target.title)
            )
            piece.page = left[place].page + 1
            left = left[place + 1 :]
