"""Looks at the pictures a pack names: there, plain, whole, of a lawful size, safe to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.content.report import FileReport
from kiosk.content.source import MOST_PICTURE
from kiosk.content.svg import svg_problem
from kiosk.domain.pack import Picture

if TYPE_CHECKING:
    from kiosk.content.probe import Probe
    from kiosk.content.source import Source

ENDINGS = (".svg", ".png", ".webp")
MOST_SVG = 2_000_000
MOST_MEGAPIXELS = 40

_PNG = b"\x89PNG\r\n\x1a\n"


class Pictures:
    """Checks each picture of a pack once, however many pages show it."""

    def __init__(self, source: Source, probe: Probe) -> None:
        self._source = source
        self._probe = probe
        self._known: dict[str, tuple[str, str]] = {}

    def picture(self, reference: str, alt: str, line: int, report: FileReport) -> Picture | None:
        """The picture that a text names; None and an error at `line` when it cannot be shown."""
        name, what, to_do = self._source.resolve(reference)
        if not what:
            what, to_do = self._trouble(name)
        if what:
            report.error(line, what, to_do)
            return None
        return Picture(self._source.real_name(name), alt)

    def _trouble(self, name: str) -> tuple[str, str]:
        if name not in self._known:
            what, to_do = self._look(name)
            self._known[name] = (f"the picture {name} {what}" if what else "", to_do)
        return self._known[name]

    def _look(self, name: str) -> tuple[str, str]:
        ending = name[name.rfind(".") :].lower()
        if ending not in ENDINGS:
            return "is of an unknown kind", "use .svg, .png or .webp"
        limit = MOST_SVG if ending == ".svg" else MOST_PICTURE
        size = self._source.size(name)
        if size > limit:
            return f"has {size // 1_000_000} MB", f"use one of at most {limit // 1_000_000} MB"
        data = self._source.data(name, limit, FileReport(name))
        if data is None:
            return "cannot be read", "make it readable for the kiosk"
        what = svg_problem(data) if ending == ".svg" else _pixels_problem(data, ending)
        if what:
            return what, "draw or save it again"
        what = self._probe.picture(self._source.path(name))
        return (what, "draw or save it again") if what else ("", "")


def _pixels_problem(data: bytes, ending: str) -> str:
    """What the head of a PNG or WebP says is wrong, before any decoder makes room for it."""
    size = _png_size(data) if ending == ".png" else _webp_size(data)
    if size is None:
        return f"is not a {ending[1:]} file"
    if not all(size):
        return "has no pixels"
    if size[0] * size[1] > MOST_MEGAPIXELS * 1_000_000:
        return f"has {size[0]} × {size[1]} pixels, more than {MOST_MEGAPIXELS} million"
    return ""


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[:8] != _PNG or data[12:16] != b"IHDR" or len(data) < 24:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _webp_size(data: bytes) -> tuple[int, int] | None:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    kind = data[12:16]
    if kind == b"VP8X":
        width, height = data[24:27], data[27:30]
        return int.from_bytes(width, "little") + 1, int.from_bytes(height, "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = data[26:28], data[28:30]
        return int.from_bytes(width, "little") & 0x3FFF, int.from_bytes(height, "little") & 0x3FFF
    return None
