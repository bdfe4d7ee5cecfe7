"""What a screen shows, as boxes, words and letters that a test can measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from kiosk.domain.text import words
from kiosk.ui.widgets.buttons import AnswerButton, StayButton, WordButton
from kiosk.ui.widgets.cards import QuizCard, TopicCard
from kiosk.ui.widgets.label import TextLabel
from tests.ui.support.kiosk import Kiosk
from tests.ui.support.tree import box_of, controls, labels

if TYPE_CHECKING:
    from kiosk.ui.widgets.flow import Style


class Sight(NamedTuple):
    """What one screen shows, as boxes in px of the window."""

    name: str
    controls: dict[str, QRect]
    labels: dict[str, QRect]
    cut: list[str]
    scrolling: list[str]
    word_count: int
    fonts: dict[str, int]
    lines: dict[str, Style]


def sight(kiosk: Kiosk, name: str) -> Sight:
    window = kiosk.window
    reading = [label for label in labels(window) if isinstance(label, TextLabel)]
    scrolling = (QAbstractScrollArea, QScrollBar)
    body = [label.text() for label in reading if label.accessibleIdentifier() == "topic.body"]
    return Sight(
        name,
        {one.accessibleIdentifier(): box_of(one, window) for one in controls(window)},
        {one.accessibleIdentifier(): box_of(one, window) for one in labels(window)},
        [cut_text(label) for label in reading if cut_text(label)],
        [type(one).__name__ for one in window.findChildren(QWidget) if isinstance(one, scrolling)],
        sum(len(words(text)) for text in body),
        fonts_of(kiosk),
        {label.accessibleIdentifier(): label.flow().style for label in reading},
    )


def fonts_of(kiosk: Kiosk) -> dict[str, int]:
    """The font sizes of all words that show, in px."""
    found: dict[str, int] = {}
    for one in (*labels(kiosk.window), *controls(kiosk.window)):
        if isinstance(one, TextLabel):
            found[one.accessibleIdentifier()] = one.flow().style.font.pixelSize()
        elif isinstance(one, (WordButton, AnswerButton, StayButton, TopicCard, QuizCard)):
            found[one.accessibleIdentifier()] = one.px
    return found


def cut_text(label: TextLabel) -> str:
    """What is wrong with how a text stands in its label, or nothing."""
    flow = label.flow()
    if not label.text():
        return f"{label.accessibleIdentifier()}: empty"
    if flow.height > label.height() or flow.widest > label.width() + 0.5:
        return f"{label.accessibleIdentifier()}: {flow.height} px of text in {label.height()}"
    return f"{label.accessibleIdentifier()}: a broken word" if flow.broken_word else ""
