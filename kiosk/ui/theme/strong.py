"""Strong words in a text that is set in lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextLayout, QTextOption

from kiosk.domain.pack import Run
from kiosk.ui.theme.fonts import STRONG


def layout_of(text: str, runs: Sequence[Run], font: QFont) -> QTextLayout:
    """A layout of `text`, which is the runs after one another, with the strong ones strong."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    ranges: list[QTextLayout.FormatRange] = []
    start = 0
    for run in runs:
        if run.bold:
            span = QTextLayout.FormatRange()
            span.start, span.length = start, len(run.text)
            # Loaded where a word is strong: its long lists of names cost the first frame 2 ms.
            from PySide6.QtGui import QTextCharFormat

            form = QTextCharFormat()
            form.setFontWeight(STRONG)
            span.format = form
            ranges.append(span)
        start += len(run.text)
    if ranges:
        layout.setFormats(ranges)
    return layout
