"""Text set in lines: measured before it is placed, painted as it was measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
)

from kiosk.domain.pack import Block, Run, Sentence
from kiosk.domain.text import SOFT_HYPHEN
from kiosk.ui.theme.strong import layout_of
from kiosk.ui.widgets.held import NO_BREAK, after_colon_held, end_held, part_held, title_held

BULLET = "•"
# A last word of so many letters stands alone rather than that it leaves one before it alone.
LONGISH_WORD = 7
# A letter of the font is at least so wide, in em; and of a word that must break so many letters
# stay together at either end.
NARROWEST_EM = 0.2
KEPT = 3
# Room between two items of a list, in lines.
LIST_APART = 0.2
# What a line may end with; a space of French before "?" (U+202F) is no place to break.
_BREAKS = frozenset(" \t\n\u2028\u00ad\u2010\u2013-/")


class Style(NamedTuple):
    """How text is set: its font and line height in px, whether its lines are made equally long

    or centred, the most characters that a line may have (0: any number), the room between two
    paragraphs in lines: their baselines stand 1.5 lines apart (access.md V7); and whether what
    follows a colon begins a line, where that costs none.
    """

    font: QFont
    line: int
    balanced: bool = False
    centred: bool = False
    most: int = 0
    apart: float = 0.5
    colon: bool = False

    @classmethod
    def of(
        cls,
        font: QFont,
        factor: float,
        *,
        balanced: bool = False,
        centred: bool = False,
        most: int = 0,
        apart: float = 0.5,
        colon: bool = False,
    ) -> Style:
        """A style whose line height is `factor` times the font size."""
        return cls(font, round(font.pixelSize() * factor), balanced, centred, most, apart, colon)


class Paragraph(NamedTuple):
    """Runs of text that are set together; a bullet has its mark before it."""

    runs: tuple[Run, ...]
    bullet: bool = False

    @property
    def text(self) -> str:
        """The plain text."""
        return "".join(run.text for run in self.runs)


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((Run(text),))


def paragraph_of(sentences: Sequence[Sentence], *, bullet: bool = False) -> Paragraph:
    """The sentences as one paragraph."""
    runs: list[Run] = []
    for sentence in sentences:
        if runs:
            runs.append(Run(" "))
        runs.extend(sentence.runs)
    return Paragraph(tuple(runs), bullet)


def paragraphs_of(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """The blocks of a page as paragraphs."""
    return tuple(paragraph_of(block.sentences, bullet=block.kind == "bullet") for block in blocks)


class Mark(NamedTuple):
    """The sentence that sounds now: of which paragraph, its place in it, its colours.

    Places count the characters that are seen: no soft hyphens.
    """

    paragraph: int
    start: int
    end: int
    ground: QColor
    ink: QColor


class _Set(NamedTuple):
    layout: QTextLayout
    x: float
    y: float
    bullet: bool


class Flow:
    """Paragraphs set in a width. `height` is their height in px, `widest` their longest line."""

    def __init__(self, paragraphs: Sequence[Paragraph], style: Style, width: int) -> None:
        self.style = style
        self.width = width
        self.lines = 0
        self.widest = 0.0
        self.broken_word = False
        self._sets: list[_Set] = []
        indent = 1.1 * style.font.pixelSize()
        y = 0.0
        for number, part in enumerate(paragraphs):
            if number:
                # Items of a list stand closer: they are one paragraph.
                close = part.bullet and paragraphs[number - 1].bullet
                y += style.line * (LIST_APART if close else style.apart)
            x = indent if part.bullet else 0.0
            layout = self._lay(part, width - x)
            self._sets.append(_Set(layout, x, y, part.bullet))
            y += layout.lineCount() * style.line
        self.height = round(y)

    def _lay(self, part: Paragraph, width: float) -> QTextLayout:
        hyphenated = _hyphenated(part, self.style.font, width)
        self.broken_word = self.broken_word or hyphenated is not part
        part = hyphenated
        layout = self._set(part, part.text, width)
        layout = self._held(layout, part, part_held(part.text), width)
        layout = self._held(layout, part, title_held(layout.text()), width)
        if self.style.colon:
            layout = self._held(layout, part, after_colon_held(layout.text()), width)
        # A short last word takes the word before it along.
        if layout.lineCount() > 1 and _ends_alone(layout):
            held = self._held(layout, part, end_held(layout.text()), width)
            layout = layout if _leaves_alone(held) else held
        self.lines += layout.lineCount()
        self.broken_word = self.broken_word or _splits_word(layout)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            self.widest = max(self.widest, line.naturalTextWidth())
            if self.style.centred:
                inset = (width - line.naturalTextWidth()) / 2
                line.setPosition(QPointF(inset, line.position().y()))
        return layout

    def _held(self, layout: QTextLayout, part: Paragraph, text: str, width: float) -> QTextLayout:
        """The paragraph with this text, which holds words together, unless that costs a line."""
        if layout.lineCount() == 1 or text == layout.text():
            return layout
        held = self._set(part, text, width)
        fits = held.lineCount() == layout.lineCount() and not _splits_word(held)
        return held if fits else layout

    def _set(self, part: Paragraph, text: str, width: float) -> QTextLayout:
        style = self.style
        layout = layout_of(text, part.runs, style.font)
        lines = _break(layout, style, width)
        while style.most and _longest(layout) > style.most:
            width -= style.font.pixelSize()
            lines = _break(layout, style, width)
        if style.balanced and lines > 1:
            low, high = width / lines, width
            while high - low > style.font.pixelSize() / 8:
                middle = (low + high) / 2
                if _break(layout, style, middle) <= lines and not _splits_word(layout):
                    high = middle
                else:
                    low = middle
            _break(layout, style, high)
        return layout

    def paint(
        self, painter: QPainter, x: float, y: float, colour: QColor, mark: Mark | None = None
    ) -> None:
        """Paint with the top left corner at (x, y), and show what sounds."""
        painter.setPen(colour)
        for number, part in enumerate(self._sets):
            if part.bullet:
                first = part.layout.lineAt(0)
                baseline = y + part.y + first.position().y() + first.ascent()
                painter.setFont(self.style.font)
                painter.drawText(QPointF(x, baseline), BULLET)
            marked = mark is not None and mark.paragraph == number
            ranges = [_marked(part.layout.text(), mark)] if marked and mark is not None else []
            part.layout.draw(painter, QPointF(x + part.x, y + part.y), ranges)


def _marked(text: str, mark: Mark) -> QTextLayout.FormatRange:
    """The stretch of a layout's text that a mark covers; the text may have soft hyphens."""
    places = [place for place, letter in enumerate(text) if letter != SOFT_HYPHEN]
    places.append(len(text))
    last = len(places) - 1
    span = QTextLayout.FormatRange()
    span.start = places[min(mark.start, last)]
    span.length = places[min(mark.end, last)] - span.start
    from PySide6.QtGui import QTextCharFormat  # as in layout_of

    form = QTextCharFormat()
    form.setBackground(mark.ground)
    form.setForeground(mark.ink)
    form.setFontUnderline(True)
    span.format = form
    return span


def _hyphenated(part: Paragraph, font: QFont, width: float) -> Paragraph:
    """The paragraph with places to break in words that are too long for a line.

    A word that its author gave soft hyphens breaks there and nowhere else.
    """
    metrics = QFontMetricsF(font)

    def fitted(word: str) -> str:
        if len(word) * font.pixelSize() * NARROWEST_EM < width or SOFT_HYPHEN in word:
            return word
        if metrics.horizontalAdvance(word) <= width:
            return word
        middle = SOFT_HYPHEN.join(word[KEPT - 1 : 1 - KEPT])
        return word[: KEPT - 1] + middle + word[1 - KEPT :]

    runs = [run._replace(text=" ".join(map(fitted, run.text.split(" ")))) for run in part.runs]
    return part if tuple(runs) == part.runs else part._replace(runs=tuple(runs))


def _ends_alone(layout: QTextLayout) -> bool:
    """Whether the last line is one word."""
    last = layout.lineAt(layout.lineCount() - 1)
    return " " not in layout.text()[last.textStart() :].strip()


def _leaves_alone(layout: QTextLayout) -> bool:
    """Whether a longish last word took its companion from one that now stands alone."""
    count, text = layout.lineCount(), layout.text()
    if count < 3 or len(text.replace(NO_BREAK, " ").rpartition(" ")[2]) < LONGISH_WORD:
        return False
    line = layout.lineAt(count - 2)
    return " " not in text[line.textStart() : line.textStart() + line.textLength()].strip()


def _break(layout: QTextLayout, style: Style, width: float) -> int:
    layout.beginLayout()
    count = 0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        leading = (style.line - line.ascent() - line.descent()) / 2
        line.setPosition(QPointF(0.0, count * style.line + leading))
        count += 1
    layout.endLayout()
    return count


def _longest(layout: QTextLayout) -> int:
    text = layout.text()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    cuts = [(line.textStart(), line.textStart() + line.textLength()) for line in lines]
    return max((len(text[start:end].rstrip()) for start, end in cuts), default=0)


def _splits_word(layout: QTextLayout) -> bool:
    """Whether a line ends inside a word: the text does not fit in the width as it should."""
    text = layout.text()
    for number in range(layout.lineCount() - 1):
        line = layout.lineAt(number)
        end = line.textStart() + line.textLength()
        before = text[end - 1 : end]
        if before not in _BREAKS:
            return True
    return False
