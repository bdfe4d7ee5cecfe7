"""Spreads paragraphs over sheets of one size, and shortens what no line can hold."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.ui.widgets.flow import Flow, Paragraph, Style

# A word that is longer (a path, say) is shortened in its middle: nothing may break a word.
LONGEST_WORD = 34
LONGEST_TEXT = 160


def in_sheets(
    words: Sequence[Paragraph], style: Style, width: int, height: int
) -> list[list[Paragraph]]:
    """The paragraphs on as few sheets of a size in px as hold them in order.

    One that is higher than a sheet has a sheet of its own.
    """
    sheets: list[list[Paragraph]] = []
    for one in words:
        if sheets and Flow([*sheets[-1], one], style, width).height <= height:
            sheets[-1].append(one)
        else:
            sheets.append([one])
    return sheets


def shortened(text: str, longest_word: int = LONGEST_WORD) -> str:
    """A text in words that fit on any line of staff's screens, and not too many of them."""
    words = [_short(word, longest_word) for word in text.split()]
    text = " ".join(words)
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1].rstrip()}…"


def _short(word: str, longest: int) -> str:
    if len(word) <= longest:
        return word
    head = longest // 3
    return f"{word[:head]}…{word[head + 1 - longest :]}"
