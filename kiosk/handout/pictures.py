"""Pictures of the pack on white paper: drawings as vectors, photographs as fine as print asks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.domain.pack import Picture
from kiosk.handout.pieces import Drawn
from kiosk.handout.sheet import UNITS_PER_INCH
from kiosk.ui.theme.drawings import recoloured
from kiosk.ui.theme.theme import Theme

# What a printer shows of a photograph; more only makes the file larger.
DOTS_PER_INCH = 200


class Pictures:
    """Makes pieces of a pack's pictures. One that cannot be read costs itself and nothing else."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self._theme = theme

    def piece(self, picture: Picture | None, room: QSize, accent: str) -> Drawn | None:
        """A picture at the leading side of `room` (units), as large as fits; None without one."""
        if picture is None:
            return None
        file = self._folder.joinpath(*picture.path.split("/"))
        if file.suffix.lower() == ".svg":
            return self._drawing(file, room, accent)
        return _photograph(file, room)

    def _drawing(self, file: Path, room: QSize, accent: str) -> Drawn | None:
        try:
            svg = file.read_bytes()
        except OSError:
            return None
        renderer = QSvgRenderer(QByteArray(recoloured(svg, self._on_paper(accent))))
        if not renderer.isValid() or renderer.defaultSize().isEmpty():
            return None
        size = renderer.viewBoxF().size().scaled(QSizeF(room), Qt.AspectRatioMode.KeepAspectRatio)
        if size.isEmpty():
            return None

        def draw(painter: QPainter, x: float, y: float) -> None:
            painter.save()
            renderer.render(painter, QRectF(x, y, size.width(), size.height()))
            painter.restore()

        return Drawn(round(size.height()), draw)

    def _on_paper(self, accent: str) -> dict[str, str]:
        """The figure in the topic's colour on white, where the screen has it the other way round.

        A ground in the topic's colour would be a large area of ink.
        """
        figure = self._theme.colour("heading", accent).name()
        ground = self._theme.colour("plate").name()
        return self._theme.drawing(accent, figure=figure, ground=ground)


def _photograph(file: Path, room: QSize) -> Drawn | None:
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    natural = reader.size()
    if not natural.isValid() or natural.isEmpty():
        return None
    dots = room * (DOTS_PER_INCH / UNITS_PER_INCH)
    if natural.width() > dots.width() or natural.height() > dots.height():
        # The larger of both ways, for the camera may have been turned.
        side = QSize(max(dots.width(), dots.height()), max(dots.width(), dots.height()))
        reader.setScaledSize(natural.scaled(side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    size = image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    return _painted(image, size)


def _painted(image: QImage, size: QSize) -> Drawn:
    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.drawImage(QRectF(x, y, size.width(), size.height()), image)

    return Drawn(size.height(), draw)
