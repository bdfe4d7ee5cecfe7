"""Adds to a PDF what Qt leaves out: bookmarks, language, facts about it; the same every time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    Fit,
    IndirectObject,
    NameObject,
    TextStringObject,
)

from kiosk.handout.printing import Bookmark

A4_HEIGHT_PT = 841.89


class About(NamedTuple):
    """What a PDF says of itself."""

    title: str
    author: str
    subject: str
    language: str
    program: str
    day: date


def finished(raw: bytes, bookmarks: Sequence[Bookmark], about: About) -> bytes:
    """The PDF with outline, language and metadata; no moment and no chance stand in it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(raw)))
    _outline(writer, bookmarks)
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(about.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    # Qt's own copy of these facts, with the moment at which it was written.
    if "/Metadata" in root:
        del root["/Metadata"]
    day = f"D:{about.day:%Y%m%d}000000Z"
    writer.metadata = {
        "/Title": about.title,
        "/Author": about.author,
        "/Subject": about.subject,
        "/Creator": about.program,
        "/Producer": about.program,
        "/CreationDate": day,
        "/ModDate": day,
    }
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _outline(writer: PdfWriter, bookmarks: Sequence[Bookmark]) -> None:
    above: dict[int, IndirectObject] = {}
    for mark in bookmarks:
        level = mark.level if mark.level - 1 in above or not mark.level else 0
        fit = Fit.xyz(left=0, top=max(0.0, A4_HEIGHT_PT - mark.top + 12))
        parent = above.get(level - 1)
        above[level] = writer.add_outline_item(mark.title, mark.page, parent, fit=fit)
    if bookmarks:
        writer.page_mode = "/UseOutlines"
