"""Handouts for tests: made in memory, read back with another library than made them."""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kiosk.handout.writing import Kit, Wish, make_handout

if TYPE_CHECKING:
    from pypdf.generic import Destination

    from kiosk.domain.pack import Pack
    from kiosk.handout.job import Form

TODAY = date(2026, 11, 22)


class Handout:
    """A handout as a reader has it: its pages' text, its outline, its facts, its look."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = PdfReader(io.BytesIO(content))

    @cached_property
    def pages(self) -> list[str]:
        """The text of every page, on one line."""
        return [flat(page.extract_text()) for page in self.reader.pages]

    @cached_property
    def text(self) -> str:
        """The text of all pages, on one line."""
        return " ".join(self.pages)

    def lines(self) -> Iterator[str]:
        """Every line as it is printed."""
        for page in self.reader.pages:
            yield from page.extract_text().replace("\u00ad", "-").splitlines()

    def says(self, words: str) -> bool:
        """Whether a page says this; looks no further than the first that does."""
        return any(words in flat(page.extract_text()) for page in self.reader.pages)

    @property
    def language(self) -> str:
        return str(self.reader.root_object.get("/Lang"))

    @property
    def facts(self) -> dict[str, str]:
        facts = cast("dict[str, object]", self.reader.metadata or {})
        return {name: str(value) for name, value in facts.items()}

    def fonts(self) -> Iterator[tuple[str, bool]]:
        """The name of every font of every page, and whether its letters are in the file."""
        for page in self.reader.pages:
            resources: Any = page["/Resources"]
            for font in resources.get("/Font", {}).values():
                descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
                yield str(font["/BaseFont"]), "/FontFile2" in descriptor

    def images(self) -> list[int]:
        """The longer side, in dots, of every picture that is made of dots."""
        return list(self._images())

    def _images(self) -> Iterator[int]:
        for page in self.reader.pages:
            resources: Any = page["/Resources"]
            for one in resources.get("/XObject", {}).values():
                if one["/Subtype"] == "/Image":
                    yield max(int(one["/Width"]), int(one["/Height"]))

    def drawn(self) -> Iterator[bytes]:
        """What every page draws."""
        for page in self.reader.pages:
            contents = page.get_contents()
            assert contents is not None
            yield contents.get_data()

    def outline(self) -> list[tuple[int, str, int]]:
        """Level, title and page (from 0) of every bookmark."""
        return list(self._marks(cast("list[object]", self.reader.outline), 0))

    def _marks(self, entries: list[object], level: int) -> Iterator[tuple[int, str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from self._marks(cast("list[object]", entry), level + 1)
            else:
                mark = cast("Destination", entry)
                page = self.reader.get_destination_page_number(mark)
                yield level, str(mark.title), cast("int", page)

    def copied(self) -> str:
        """The text as a browser's reader copies it, without guesses at spaces."""
        with self._opened() as document:
            found = [document.getAllText(page).text() for page in range(document.pageCount())]
        return flat(" ".join(found))

    @contextmanager
    def _opened(self) -> Generator[QPdfDocument]:
        buffer = QBuffer()
        buffer.setData(QByteArray(self.content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(buffer)
        yield document
        document.close()

    def pictures(self, dots_a_mm: int = 2) -> Iterator[QImage]:
        """Every page as it prints on white paper, in grey."""
        with self._opened() as document:
            yield from _pictures(document, dots_a_mm)


def _pictures(document: QPdfDocument, dots_a_mm: int) -> Iterator[QImage]:
    size = QSize(210 * dots_a_mm, 297 * dots_a_mm)
    for number in range(document.pageCount()):
        paper = QImage(size, QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, document.render(number, size))
        painter.end()
        yield paper.convertToFormat(QImage.Format.Format_Grayscale8)


def ink(picture: QImage, left: int, top: int, right: int, bottom: int) -> float:
    """How much of an area is not white, 0 to 1; edges in dots."""
    rows = bytes(picture.constBits())
    wide = picture.bytesPerLine()
    cells = [rows[y * wide + left : y * wide + right] for y in range(top, bottom)]
    dark = sum(len(row) - row.count(255) for row in cells)
    return dark / max(1, (right - left) * (bottom - top))


def flat(text: str) -> str:
    """A text on one line, as somebody searches it."""
    return " ".join(text.replace("\u00ad", "").split())


def made(kit: Kit, pack: Pack, folder: Path, form: Form = "pages", language: str = "") -> Handout:
    return Handout(make_handout(pack, folder, Wish(form, language, TODAY), kit).content)
