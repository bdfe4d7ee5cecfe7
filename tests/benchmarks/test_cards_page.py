"""The browser's page shows the same cards as the kiosk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.cards_page import write_cards_page
from benchmarks.programs import PACK

if TYPE_CHECKING:
    from pathlib import Path


def test_every_topic_and_the_quiz_have_a_card(tmp_path: Path) -> None:
    page = tmp_path / "cards.html"
    write_cards_page(PACK, page)
    text = page.read_text("utf-8")
    topics = list((PACK / "nl" / "topics").glob("*.md"))
    assert text.count("<button>") == len(topics) + 1
    assert text.count("<img ") == len(topics)
    assert "Waarom bewegen?" in text
