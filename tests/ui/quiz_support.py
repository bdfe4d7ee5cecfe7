"""How a test answers the quiz of `pack_of`, and what is said then."""

from __future__ import annotations

from tests.ui.support.kiosk import Kiosk

# Where the right answer of question n of `pack_of` stands.
RIGHT = {1: 2, 2: 3, 3: 1}


def answer(kiosk: Kiosk, *, right: bool) -> None:
    place = RIGHT[int(kiosk.name("quiz.question").split()[3])]
    kiosk.press(f"quiz.option.{place if right else place % 3 + 1}")


def said(kiosk: Kiosk, key: str, **values: str) -> str:
    """The interface's words for a key, which are there."""
    words = kiosk.strings("nl")(key, **values)
    assert words
    assert "{" not in words
    return words
