"""How text is broken into lines."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from kiosk.ui.widgets.flow import Flow, Style, paragraph

pytestmark = pytest.mark.usefixtures("kit")


def last_line(text: str, width: int) -> str:
    flow = Flow((paragraph(text),), Style(_font(), 60), width)
    layout = flow._sets[-1].layout  # pyright: ignore[reportPrivateUsage] - nothing else tells lines
    line = layout.lineAt(layout.lineCount() - 1)
    return layout.text()[line.textStart() : line.textStart() + line.textLength()]


def _font() -> QFont:
    font = QFont("Atkinson Hyperlegible Next")
    font.setPixelSize(40)
    return font


@pytest.mark.parametrize("space", ["\u202f", "\u00a0"])
def test_a_question_mark_of_french_stays_with_its_word(space: str) -> None:
    """At no width does it stand alone: the word before it is too long to be taken along."""
    text = f"Pourquoi bouger{space}?"
    for width in range(170, 320, 10):
        assert last_line(text, width).strip() != "?", width


def test_a_short_last_word_takes_one_along() -> None:
    assert last_line("Er was eens een hele lange zin op", 400).split() != ["op"]
