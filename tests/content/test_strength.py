"""Strength and caution are heard by whole words, whatever stands between the words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.claims import Claim
from kiosk.content.phrases import Phrases, spread
from kiosk.content.strength import LanguageWords, complaints, language_words

WORDS = Path(__file__).parents[2] / "resources" / "language"


@pytest.fixture(scope="module")
def dutch() -> LanguageWords:
    words = language_words(WORDS, "nl")
    assert words is not None
    return words


@pytest.mark.parametrize(
    ("phrase", "text", "said"),
    [
        ("mensen met MS", "Bij mensen met MS werkt het.", True),
        ("mensen met MS", "Bij MENSEN, met (MS)!", True),
        ("mensen met MS", "mensen met MS-klachten", False),
        ("rat", "ratten", False),
        ("rat", "De rat.", True),
        ("groei*", "Het groeit.", True),
        ("groei*", "Het ontgroeit ons.", False),
        ("beperkt maar groei*", "beperkt, maar groeiend", True),
        ("a.c", "abc", False),
        ("muis", "mu\u00adis", True),
    ],
)
def test_phrases_match_whole_words(phrase: str, text: str, said: bool) -> None:
    assert bool(Phrases([phrase]).said(spread(text))) == said


def test_no_phrases_are_never_said() -> None:
    assert not Phrases([])
    assert Phrases([]).said(spread("iets")) == ""


@pytest.mark.parametrize(
    ("strength", "hedge", "text", "count"),
    [
        ("people", "", "Bewegen is goed.", 1),
        ("people", "", "Bewegen is goed bij mensen met MS.", 0),
        ("people", "kan", "Bewegen is goed.", 2),
        ("people", "kan", "Bewegen kan goed zijn bij mensen met MS.", 0),
        ("animals", "", "Bij mensen met MS is er minder schade.", 1),
        ("animals", "lijkt", "Bij ratten lijkt het beter.", 0),
        ("open", "nog niet geweten", "Dat is nog niet bekend.", 0),
        ("open", "", "Dat is zeker zo.", 1),
        ("advice", "", "Zwemmen is goed, zegt de arts.", 0),
        ("scope", "", "Wat dan ook.", 0),
        ("general", "", "Bij mensen met MS is jongleren goed.", 2),
    ],
)
def test_a_text_carries_its_claim_or_not(
    dutch: LanguageWords, strength: str, hedge: str, text: str, count: int
) -> None:
    claim = Claim("C01", strength, hedge, 1)
    found = complaints(text, [claim], dutch)
    assert len(found) == count, found
    assert all("C01" in what for what, _ in found)


@pytest.mark.parametrize(
    ("language", "strength", "hedge", "text", "count"),
    [
        ("fr", "people", "", "Bouger aide.", 1),
        ("fr", "people", "kan", "Cela peut aider les personnes qui ont une SEP.", 0),
        ("fr", "animals", "", "On l’a vu chez l’animal.", 0),
        ("fr", "open", "onduidelijk", "Ce n'est pas clair.", 0),
        ("fr", "advice", "", "Demandez à votre médecin.", 1),
        ("fr", "general", "", "Les personnes qui ont une SEP jonglent.", 2),
        ("en", "people", "", "Moving helps.", 1),
        ("en", "people", "ondersteunen", "Studies in people with MS support it.", 0),
        ("en", "animals", "lijkt", "In rats it works better.", 1),
        ("en", "open", "nog niet geweten", "That is not yet known.", 0),
        ("en", "advice", "", "Ask your doctor.", 1),
        ("de", "people", "", "Bewegung hilft.", 1),
        ("de", "people", "beperkt maar groeiend", "Menschen mit MS: begrenzt, aber sie wächst.", 0),
        ("de", "animals", "", "Mäuse im Laufrad.", 0),
        ("de", "open", "", "Das ist sicher so.", 1),
        ("de", "advice", "kan", "Laut dem Arzt kann das helfen.", 0),
    ],
)
def test_each_language_has_its_own_words(
    language: str, strength: str, hedge: str, text: str, count: int
) -> None:
    words = language_words(WORDS, language)
    assert words is not None
    found = complaints(text, [Claim("C01", strength, hedge, 1)], words)
    assert len(found) == count, found


def test_claims_with_the_same_complaint_are_named_together(dutch: LanguageWords) -> None:
    claims = [Claim("C01", "people", "", 1), Claim("C02", "people", "", 2)]
    ((what, to_do),) = complaints("Niets.", claims, dutch)
    assert "C01, C02" in what
    assert "mensen met MS" in to_do


@pytest.mark.parametrize(
    ("other", "kept_apart"), [("people", False), ("scope", True), ("animals", True)]
)
def test_strengths_stand_together_only_where_the_text_carries_both(
    dutch: LanguageWords, other: str, kept_apart: bool
) -> None:
    text = "Het is gezien bij gezonde mensen, bij ratten en bij mensen met MS."
    claims = [Claim("C01", "general", "", 1), Claim("C02", other, "", 2)]
    for order in (claims, claims[::-1]):
        found = complaints(text, order, dutch)
        assert ["stands beside C01" in what for what, _ in found] == [True] * kept_apart


@pytest.mark.parametrize("text", ["", "[strength]\npeople = 3\n", "[[strength]]", "x = ["])
def test_a_poor_list_of_words_never_raises(tmp_path: Path, text: str) -> None:
    (tmp_path / "nl.toml").write_text(text)
    words = language_words(tmp_path, "nl_BE")
    assert words is None or complaints("Iets.", [Claim("C01", "people", "kan", 1)], words) == []
    assert language_words(tmp_path, "fr") is None
