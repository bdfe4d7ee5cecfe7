"""Finds the largest letters at which texts fit in a room, and where a heading is best broken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont

from kiosk.ui.widgets.flow import Flow, Style, paragraph


def largest_px(
    fits: Sequence[int],
    texts: Sequence[str],
    *,
    room: tuple[int, int],
    make: Style,
) -> int:
    """The largest of some font sizes at which every text fits in `room` (width, height) px.

    Words are never broken; when none fits, the smallest size is the answer.
    """
    factor = make.line / make.font.pixelSize()
    # A long text is the likeliest not to fit, and then no other need be set in that size.
    texts = sorted(texts, key=len, reverse=True)
    for px in sorted(set(fits), reverse=True):
        font = QFont(make.font)
        font.setPixelSize(px)
        style = Style.of(font, factor, balanced=make.balanced)
        flows = (Flow((paragraph(text),), style, room[0]) for text in texts)
        if all(not flow.broken_word and flow.height <= room[1] for flow in flows):
            return px
    return min(fits)


def after_colon(text: str, style: Style, width: int) -> Flow:
    """The text in a width in px; what follows a colon begins a line where that costs none."""
    whole = Flow((paragraph(text),), style, width)
    head, colon, rest = text.partition(": ")
    if not colon:
        return whole
    parts = (paragraph(head + colon.rstrip()), paragraph(rest))
    split = Flow(parts, style._replace(apart=0.0), width)
    return split if split.lines <= whole.lines and not split.broken_word else whole
