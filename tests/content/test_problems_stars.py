"""Stars that no reader turns into bold would show as stars: an error wherever they stand."""

from __future__ import annotations

import pytest

from tests.content.builder import PackFolder
from tests.content.problem_support import (
    MANIFEST,
    QUIZ,
    TOPIC,
    Case,
    assert_only,
    problems_after,
)

PLACES = {
    "kernel": Case(TOPIC, "Bewegen doet goed. Dat", "Bewegen doet **goed**. Dat", 5, "stars"),
    "slide": Case(TOPIC, "Slide: Bewegen doet goed", "Slide: Bewegen doet **goed**", 16, "stars"),
    "notes": Case(TOPIC, "Zeg het rustig", "Zeg het **rustig**", 17, "stars"),
    "action": Case(TOPIC, "Vraag het na", "Vraag het **na**", 6, "stars"),
    "questions": Case(TOPIC, "Mag ik", "Mag **ik**", 7, "stars"),
    "topic title": Case(TOPIC, "Een kaart", "Een **kaart**", 3, "stars"),
    "never closed": Case(TOPIC, "Hier staat nog wat", "Hier staat **nog wat", 23, "stars"),
    "one star each": Case(TOPIC, "Vraag het na", "Vraag *het* na", 6, "stars"),
    "ask": Case(QUIZ, "Wat doet goed", "Wat doet **goed**", 4, "stars"),
    "option": Case(QUIZ, "Stil zitten", "Stil **zitten**", 12, "stars"),
    "why": Case(QUIZ, "Nee, want op de", "**Nee**, want op de", 14, "stars"),
    "pack title": Case(MANIFEST, '"Proef"', '"**Proef**"', 7, "stars"),
    "notice": Case(MANIFEST, "Dit is een", "Dit is **een**", 13, "stars"),
}


@pytest.mark.parametrize("case", PLACES.values(), ids=PLACES.keys())
def test_stars_are_an_error(pack: PackFolder, case: Case) -> None:
    assert_only(problems_after(pack, case), case, "error")


def test_stars_in_the_glossary_are_an_error(pack: PackFolder) -> None:
    pack.write("nl/glossary.toml", 'kaart = "Een **blad**."\n')
    pack.seal()
    assert_only(pack.problems(), Case("nl/glossary.toml", "", "", 1, "stars"), "error")


def test_a_star_alone_is_no_markup(pack: PackFolder) -> None:
    pack.replace(TOPIC, "Hier staat nog wat.", "Hier staat nog * wat. Dit is *wat.")
    pack.seal()
    assert pack.problems() == []
