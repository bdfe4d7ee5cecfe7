"""Errors of a topic's front matter and texts, each at its line."""

from __future__ import annotations

import pytest

from tests.content.builder import PackFolder
from tests.content.problem_support import (
    TOPIC,
    Case,
    assert_only,
    problems_after,
    unsealed,
    words,
)

ERRORS = {
    "kernel over 25 words": Case(
        TOPIC, "Bewegen doet goed. Dat is fijn.", words(26), 5, "the kernel has 26 words", "25"
    ),
    "page over 40 words": Case(
        TOPIC, "Hier staat nog wat.", words(41), 21, "this page has 41 words", "at most 40"
    ),
    "list counts too": Case(
        TOPIC, "- Loop wat.", f"- {words(39)}", 9, "this page has 47 words", "at most 40"
    ),
    "slide over 12 words": Case(
        TOPIC, "Slide: Bewegen doet goed.", f"Slide: {words(13)}", 16, "the slide line has 13", "12"
    ),
    "endless page": Case(
        TOPIC, "Hier staat nog wat.", "wat " * 1_500, 21, "this page is 6017 characters long", "---"
    ),
    "no topic id": Case(TOPIC, 'id = "een"\n', "", 2, "id is missing"),
    "topic id with a slash": Case(TOPIC, 'id = "een"', 'id = "../een"', 2, "'../een' is no id"),
    "no topic title": Case(TOPIC, 'title = "Een kaart"\n', "", 2, "title is missing"),
    "empty title": Case(TOPIC, '"Een kaart"', '" "', 3, "title is empty"),
    "no icon": Case(TOPIC, 'icon = "mdi6.run"\n', "", 2, "icon is missing"),
    "unknown icon": Case(TOPIC, "mdi6.run", "mdi6.nope", 4, "there is no icon 'mdi6.nope'"),
    "no kernel": Case(
        TOPIC, 'kernel = "Bewegen doet goed. Dat is fijn."\n', "", 2, "kernel is missing"
    ),
    "unknown topic key": Case(
        TOPIC, "icon =", 'accnt = "mos"\nicon =', 4, "'accnt' is unknown", "did you mean accent?"
    ),
    "unknown accent": Case(
        TOPIC, "icon =", 'accent = "roze"\nicon =', 4, "there is no accent 'roze'", "petrol"
    ),
    "minutes not whole": Case(
        TOPIC, "icon =", "minutes = 1.5\nicon =", 4, "minutes is not a whole number"
    ),
    "minutes of none": Case(
        TOPIC, "icon =", "minutes = 0\nicon =", 4, "minutes is outside 1 to 60"
    ),
    "loop in quotes": Case(TOPIC, "icon =", 'loop = "no"\nicon =', 4, "loop is not true or false"),
    "number in the action": Case(
        TOPIC, "Vraag het na.", "Zwem 20 minuten.", 6, "the action has a number", "no dose"
    ),
    "questions not a list": Case(
        TOPIC, '["Mag ik zwemmen?"]', '"Mag ik?"', 7, "questions is not a list of texts"
    ),
    "character the font lacks": Case(
        TOPIC, "- Zwem wat.", "- Zwem →.", 13, "the font lacks the character → (U+2192)"
    ),
    "character in the title": Case(TOPIC, "Een kaart", "Een → kaart", 3, "lacks the character →"),
    "character in the notes": Case(
        TOPIC, "En kijk rond.", "En → kijk.", 17, "lacks the character →"
    ),
    "invisible character": Case(
        TOPIC, "- Zwem wat.", "- Zwem\u202e wat.", 13, "the invisible character U+202E"
    ),
    "endless word": Case(TOPIC, "- Zwem wat.", f"- {'b' * 48}.", 13, "has 48 letters", "40"),
}


@pytest.mark.parametrize("case", ERRORS.values(), ids=ERRORS.keys())
def test_an_error_of_a_topic(pack: PackFolder, case: Case) -> None:
    assert_only(problems_after(pack, case), case, "error")


def test_titles_may_carry_soft_hyphens(pack: PackFolder) -> None:
    pack.replace(TOPIC, "Een kaart", "Een kaar\u00adtje")
    assert unsealed(pack) == []
