"""Many pictures on one sheet, small, in groups, each with its name under it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

# Sizes on the sheet in px: a sheet is looked at on a screen, at its own size.
SHEET_WIDTH = 2420
SIDE = 380
LONG_SIDE_PORTRAIT = 460
GAP = 20
NAME_HEIGHT = 30
TITLE_HEIGHT = 64
NAME_PX = 17
GROUP_PX = 26
# A pack of thousands of pages makes more than one sheet.
MOST_PICTURES = 240


class Ink(NamedTuple):
    """The colours of a sheet."""

    paper: QColor
    ink: QColor
    line: QColor


class _Small(NamedTuple):
    group: str
    name: str
    image: QImage


class ContactSheet:
    """Takes pictures one by one and keeps them small; `images()` puts them together."""

    def __init__(self, title: str, font: QFont, ink: Ink) -> None:
        self._title = title
        self._font = QFont(font)
        self._ink = ink
        self._pictures: list[_Small] = []

    def add(self, group: str, name: str, image: QImage) -> None:
        """Put a picture on the sheet; pictures of a group come one after the other."""
        small = image.scaled(
            SIDE,
            LONG_SIDE_PORTRAIT,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._pictures.append(_Small(group, name, small))

    def images(self) -> list[QImage]:
        """The sheets: one, or more where a pack has very many pages."""
        return [
            self._sheet(self._pictures[first : first + MOST_PICTURES])
            for first in range(0, len(self._pictures), MOST_PICTURES)
        ]

    def _sheet(self, pictures: list[_Small]) -> QImage:
        places, height = _places(pictures)
        sheet = QImage(SHEET_WIDTH, height, QImage.Format.Format_RGB32)
        sheet.fill(self._ink.paper)
        painter = QPainter(sheet)
        self._write(painter, QRect(GAP, GAP, SHEET_WIDTH, TITLE_HEIGHT), self._title, GROUP_PX + 6)
        group = ""
        for picture, place in zip(pictures, places, strict=True):
            if picture.group != group:
                group = picture.group
                box = QRect(GAP, place.y() - TITLE_HEIGHT, SHEET_WIDTH, TITLE_HEIGHT)
                self._write(painter, box, group, GROUP_PX)
            self._place(painter, picture, place)
        painter.end()
        return sheet

    def _place(self, painter: QPainter, picture: _Small, place: QPoint) -> None:
        painter.drawImage(place, picture.image)
        painter.setPen(self._ink.line)
        painter.drawRect(QRect(place, picture.image.size()).adjusted(-1, -1, 0, 0))
        under = place.y() + picture.image.height()
        box = QRect(place.x(), under, picture.image.width() + GAP, NAME_HEIGHT)
        self._write(painter, box, picture.name, NAME_PX)

    def _write(self, painter: QPainter, box: QRect, text: str, px: int) -> None:
        self._font.setPixelSize(px)
        painter.setFont(self._font)
        painter.setPen(self._ink.ink)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, middle, text)


def _places(pictures: list[_Small]) -> tuple[list[QPoint], int]:
    """Where each picture stands, and the height of the sheet; each group begins a row."""
    size = pictures[0].image.size()
    across = max(1, (SHEET_WIDTH - GAP) // (size.width() + GAP))
    step = size.height() + NAME_HEIGHT + GAP
    places: list[QPoint] = []
    y, column, group = GAP + TITLE_HEIGHT - step, 0, ""
    for picture in pictures:
        if picture.group != group:
            group, column = picture.group, 0
            y += step + TITLE_HEIGHT
        elif column == across:
            column = 0
            y += step
        places.append(QPoint(GAP + column * (size.width() + GAP), y))
        column += 1
    return places, y + step
