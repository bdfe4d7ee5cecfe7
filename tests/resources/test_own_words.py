"""The Dutch pack says what the article says, in words of our own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.domain.text import words

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "resources" / "packs" / "bewegen-bij-ms" / "nl"
ARTICLE = ROOT.parent / "shared" / "source" / "article-nl.txt"

# So many words in a row are a sentence of somebody's; the source's README allows seven.
RUN = 6


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of words in a text, in small letters, whatever stands between them."""
    said = [word.lower() for word in words(text)]
    return {tuple(said[n : n + RUN]) for n in range(len(said) - RUN + 1)}


def whole(article: str) -> str:
    """The article without the hyphens of its narrow columns."""
    return re.sub(r"-\s*\n\s*", "", article)


@pytest.fixture(scope="module")
def article() -> str:
    if not ARTICLE.is_file():
        pytest.skip("the article is not beside this copy of the project: nothing to compare with")
    return ARTICLE.read_text("utf-8")


def test_a_sentence_that_was_copied_is_found(article: str) -> None:
    copied = " ".join(words(whole(article))[100 : 100 + RUN])
    assert runs(f"Volgens de arts: {copied}, zegt hij.") & runs(whole(article))
    assert not runs("Volgens de arts is dit een zin die er niet in staat.") & runs(article)
    assert words(whole("minder lichame-\nlijke zaken")) == ["minder", "lichamelijke", "zaken"]


@pytest.mark.parametrize("file", sorted(PACK.rglob("*.*")), ids=lambda file: file.name)
def test_no_six_words_in_a_row_are_the_articles(article: str, file: Path) -> None:
    """Kernel, pages, slide lines, notes, quiz, glossary, activities and what pictures show."""
    text = file.read_text("utf-8")
    assert len(words(text)) > RUN
    assert runs(text) & (runs(article) | runs(whole(article))) == set()
