"""Pictures of the pack, drawn in the colours of the theme (docs/drawings.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap

# The strings by which a drawing names its roles; see docs/drawings.md.
ROLES = {"figure": b"#FFFFFF", "warm": b"#F4B740", "ground": b"#000001"}


class Drawings:
    """Makes pixmaps of a pack's pictures; a picture that cannot be read is an empty one.

    Keeps the few that were drawn last, so that a page that shows again costs nothing.
    """

    def __init__(self, find: Callable[[str], Path | None], most: int = 12) -> None:
        self._find = find
        self._most = most
        self._made: dict[tuple[Path, int, int, tuple[str, ...]], QPixmap] = {}

    def pixmap(self, path: str, size: QSize, colours: Mapping[str, str]) -> QPixmap:
        """The picture at `path` in the pack, as large as fits in `size` px."""
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
    """The drawing with its roles in other colours, each replaced once."""
    marks = {role: f"\0{role}\0".encode() for role in ROLES}
    for role, standard in ROLES.items():
        if role in colours:
            svg = svg.replace(standard, marks[role]).replace(standard.lower(), marks[role])
    for role, mark in marks.items():
        svg = svg.replace(mark, colours.get(role, "").encode())
    return svg
