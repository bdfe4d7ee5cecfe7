"""Pictures of the pack, drawn in the colours of the theme (docs/drawings.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap


class Drawings:
    """Makes pixmaps of a pack's pictures; a picture that cannot be read is an empty one.

    Keeps the few that were drawn last, so that a page that shows again costs nothing.
    """

    def __init__(self, find: Callable[[str], Path | None], most: int = 12) -> None:
        self._find = find
        self._most = most
        self._made: dict[tuple[Path, int, int, tuple[str, ...]], QPixmap] = {}

    def pixmap(self, path: str, size: QSize, colours: Mapping[str, str]) -> QPixmap:
        """The picture at `path` in the pack, as large as fits in `size` px.

        `colours`: for each string by which a drawing names a role, the colour to draw it in.
        """
        file = self._find(path)
        if file is None or size.isEmpty():
            return QPixmap()
        key = (file, size.width(), size.height(), tuple(colours.values()))
        made = self._made.pop(key, None)
        if made is None:
            made = _draw(file, size, colours)
            while len(self._made) >= self._most:
                del self._made[next(iter(self._made))]
        self._made[key] = made
        return made

    def forget(self) -> None:
        """Draw every picture anew: its file may be another one."""
        self._made.clear()


def _draw(file: Path, size: QSize, colours: Mapping[str, str]) -> QPixmap:
    if file.suffix.lower() == ".svg":
        return _draw_svg(file, size, colours)
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    natural = reader.size()
    if not natural.isValid():
        return QPixmap()
    reader.setScaledSize(natural.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())


def _draw_svg(file: Path, size: QSize, colours: Mapping[str, str]) -> QPixmap:
    # Imported here: the first screen of a pack without drawings does without it.
    from PySide6.QtSvg import QSvgRenderer

    try:
        text = file.read_bytes()
    except OSError:
        return QPixmap()
    renderer = QSvgRenderer(QByteArray(recoloured(text, colours)))
    if not renderer.isValid():
        return QPixmap()
    fitted = renderer.defaultSize().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(fitted, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return QPixmap.fromImage(image)


def recoloured(svg: bytes, colours: Mapping[str, str]) -> bytes:
    """The drawing with the strings that are the keys of `colours` replaced, each once."""
    places = {mark: f"\0{number}\0".encode() for number, mark in enumerate(colours)}
    for mark, place in places.items():
        svg = svg.replace(mark.encode(), place).replace(mark.lower().encode(), place)
    for mark, place in places.items():
        svg = svg.replace(place, colours[mark].encode())
    return svg
