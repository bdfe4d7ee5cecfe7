"""Reads from a TrueType file which characters it can write, with no font engine running."""

from __future__ import annotations

import struct
from pathlib import Path

_UNICODE = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}


def font_characters(file: Path) -> frozenset[int]:
    """The code points that a font maps to a glyph.

    Raises OSError for a file that cannot be read, ValueError for one that is no font.
    """
    data = file.read_bytes()
    found: set[int] = set()
    try:
        for offset in _subtables(data):
            (form,) = struct.unpack_from(">H", data, offset)
            if form == 4:  # segments in the basic plane
                found |= _segments(data, offset)
            elif form == 12:  # groups in all planes
                found |= _groups(data, offset)
    except (struct.error, IndexError) as error:
        raise ValueError(f"not a TrueType font: {file}") from error
    if not found:
        raise ValueError(f"no character map that we can read: {file}")
    return frozenset(found)


def _subtables(data: bytes) -> list[int]:
    """Where the Unicode maps of a font begin."""
    (tables,) = struct.unpack_from(">H", data, 4)
    for number in range(tables):
        tag, _, start, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        if tag == b"cmap":
            (count,) = struct.unpack_from(">H", data, start + 2)
            rows = (struct.unpack_from(">HHL", data, start + 4 + 8 * n) for n in range(count))
            return [
                start + offset for platform, kind, offset in rows if (platform, kind) in _UNICODE
            ]
    return []


def _segments(data: bytes, offset: int) -> set[int]:
    (double,) = struct.unpack_from(">H", data, offset + 6)
    ends = offset + 14
    starts = ends + double + 2
    deltas = starts + double
    ranges = deltas + double
    found: set[int] = set()
    for place in range(0, double, 2):
        (end,) = struct.unpack_from(">H", data, ends + place)
        (start,) = struct.unpack_from(">H", data, starts + place)
        (delta,) = struct.unpack_from(">H", data, deltas + place)
        (step,) = struct.unpack_from(">H", data, ranges + place)
        for code in range(start, end + 1):
            glyph = code
            if step:
                (glyph,) = struct.unpack_from(
                    ">H", data, ranges + place + step + 2 * (code - start)
                )
            # A glyph of 0 means "missing"; the delta counts for all others.
            if (glyph or not step) and (glyph + delta) & 0xFFFF and code != 0xFFFF:
                found.add(code)
    return found


def _groups(data: bytes, offset: int) -> set[int]:
    (count,) = struct.unpack_from(">L", data, offset + 12)
    found: set[int] = set()
    for number in range(count):
        first, last, glyph = struct.unpack_from(">LLL", data, offset + 16 + 12 * number)
        if last > 0x10FFFF:
            raise ValueError("a character beyond Unicode")
        found.update(code for code in range(first, last + 1) if glyph + code - first)
    return found
