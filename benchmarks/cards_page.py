"""Makes one web page of a pack's cards, for the browser that the kiosk is held against."""

from __future__ import annotations

import html
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

STYLE = """
body { margin: 0; background: Canvas; font: 44px sans-serif; display: grid; height: 100vh;
  grid-template-columns: repeat(3, 1fr); gap: 32px; padding: 40px; box-sizing: border-box; }
button { font: inherit; border: 5px solid; border-radius: 16px; }
button:active { background: Highlight; }
img { height: 160px; display: block; margin: auto; }
"""
"""System colours only: the look does not matter here, the amount of drawing does."""


def write_cards_page(pack: Path, page: Path) -> None:
    """Write `page`: every topic of the Dutch pack as a card with its picture, and the quiz."""
    cards = [_card(pack, topic) for topic in sorted((pack / "nl" / "topics").glob("*.md"))]
    cards.append("<button>Quiz</button>")
    body = "\n".join(cards)
    page.write_text(
        f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kaarten</title>'
        f"<style>{STYLE}</style>\n{body}\n</html>\n",
        "utf-8",
    )


def _card(pack: Path, topic: Path) -> str:
    front = tomllib.loads(topic.read_text("utf-8").split("+++")[1])
    picture = (pack / front["image"]).resolve().as_uri() if "image" in front else ""
    image = f'<img src="{picture}" alt="">' if picture else ""
    return f"<button>{image}{html.escape(front['title'])}</button>"
