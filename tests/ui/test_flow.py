"""How text is broken into lines."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from kiosk.ui.widgets.fitting import after_colon
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


def test_what_follows_a_colon_begins_a_line_where_that_costs_none() -> None:
    text, style = "Juist: Wat haalbaar en leuk is", Style(_font(), 60, balanced=True)
    whole = Flow((paragraph(text),), style, 10_000)
    two = after_colon(text, style, round(whole.widest * 0.85))
    assert (two.lines, first_line(two)) == (2, "Juist:")
    assert after_colon(text, style, 10_000).lines == 1
    narrow = round(whole.widest * 0.6)
    # Where what follows needs both lines, the heading does not grow to three.
    assert after_colon(text, style, narrow).lines == Flow((paragraph(text),), style, narrow).lines


def first_line(flow: Flow) -> str:
    layout = flow._sets[0].layout  # pyright: ignore[reportPrivateUsage] - nothing else tells lines
    line = layout.lineAt(0)
    return layout.text()[: line.textLength()].strip()


def test_a_short_first_part_takes_the_rest_of_its_word_along() -> None:
    for width in range(260, 520, 10):
        flow = Flow((paragraph("Vraag het aan de IT-dienst."),), Style(_font(), 60), width)
        layout = flow._sets[0].layout  # pyright: ignore[reportPrivateUsage] - as above
        ends = [layout.lineAt(at) for at in range(layout.lineCount() - 1)]
        cuts = [line.textStart() + line.textLength() for line in ends]
        assert not any(layout.text()[:cut].endswith(("-", "\u2011")) for cut in cuts), width


def test_a_longish_last_word_leaves_no_other_alone() -> None:
    text = "De hersenen zijn minder goed verbonden"
    flow = Flow((paragraph(text),), Style(_font(), 60), 320)
    assert lines_of(flow) == ["De hersenen zijn", "minder goed", "verbonden"]


def lines_of(flow: Flow) -> list[str]:
    layout = flow._sets[0].layout  # pyright: ignore[reportPrivateUsage] - nothing else tells lines
    lines = [layout.lineAt(at) for at in range(layout.lineCount())]
    ends = [(line.textStart(), line.textStart() + line.textLength()) for line in lines]
    return [layout.text()[start:end].strip() for start, end in ends]


def test_an_answer_begins_a_line_after_its_colon_where_that_costs_none() -> None:
    text = "Die richtige Antwort: Das Gehirn ist besser verbunden"
    style = Style(_font(), 52, colon=True)
    whole = Flow((paragraph(text),), style, 10_000)
    assert whole.lines == 1
    two = Flow((paragraph(text),), style, round(whole.widest * 0.85))
    assert (two.lines, lines_of(two)[0]) == (2, "Die richtige Antwort:")
    narrow = round(whole.widest * 0.4)
    plain = Flow((paragraph(text),), style._replace(colon=False), narrow)
    assert Flow((paragraph(text),), style, narrow).lines == plain.lines


@pytest.mark.parametrize(
    ("text", "apart", "together"),
    [
        (
            "Unsere Worte, nach einem Artikel von dr. Frederik Debruyne aus Antwerpen.",
            "dr. ",
            "dr.\u00a0",
        ),
        ("Quels avantages puis-je avoir en bougeant ?", "puis-je", "puis\u2011je"),
    ],
    ids=["a title and its name", "a word and its short last part"],
)
def test_what_belongs_together_stays_so_unless_that_costs_a_line(
    text: str, apart: str, together: str
) -> None:
    style, kept = Style(_font(), 60), 0
    first = apart.partition("-")[0] + "-" if "-" in apart else apart.strip()
    for width in range(300, 1200, 10):
        flow = Flow((paragraph(text),), style, width)
        held = Flow((paragraph(text.replace(apart, together)),), style, width)
        parted = any(line.endswith(first) for line in lines_of(flow))
        kept += any(together in line for line in lines_of(flow))
        assert not parted or flow.lines < held.lines, width
    assert kept
