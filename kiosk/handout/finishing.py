"""Adds to a PDF what Qt leaves out: bookmarks, language, facts about it; the same every time."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, cast
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    Fit,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from kiosk.handout.letters import repair
from kiosk.handout.printing import Bookmark

A4_HEIGHT_PT = 841.89


class About(NamedTuple):
    """What a PDF says of itself; `lost` is for `repair`."""

    title: str
    author: str
    subject: str
    language: str
    program: str
    day: date
    lost: Mapping[str, float]


def finished(raw: bytes, bookmarks: Sequence[Bookmark], about: About) -> bytes:
    """The PDF with outline, language and metadata; no moment and no chance stand in it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(raw)))
    repair(writer, about.lost)
    _outline(writer, bookmarks)
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(about.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    # Qt's own copy of these facts tells the moment at which it was written.
    if "/Metadata" in root:
        cast("StreamObject", root["/Metadata"].get_object()).set_data(_xmp(about).encode())
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


def _xmp(about: About) -> str:
    """The facts once more, as archives and screen readers look for them."""
    title, author, language = map(escape, (about.title, about.author, about.language))
    program, subject = escape(about.program, {'"': "&quot;"}), escape(about.subject)
    day = f"{about.day:%Y-%m-%d}T00:00:00Z"
    return f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmp:CreatorTool="{program}" xmp:CreateDate="{day}" xmp:ModifyDate="{day}"/>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def _outline(writer: PdfWriter, bookmarks: Sequence[Bookmark]) -> None:
    above: dict[int, IndirectObject] = {}
    for mark in bookmarks:
        level = mark.level if mark.level - 1 in above or not mark.level else 0
        fit = Fit.xyz(left=0, top=max(0.0, A4_HEIGHT_PT - mark.top + 12))
        parent = above.get(level - 1)
        above[level] = writer.add_outline_item(
            title=mark.title, page_number=mark.page, parent=parent, fit=fit
        )
    if bookmarks:
        writer.page_mode = "/UseOutlines"
