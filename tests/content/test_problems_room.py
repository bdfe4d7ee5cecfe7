"""What no screen has room for is refused or named at its line; what just fits is not."""

from __future__ import annotations

import pytest

from kiosk.problems import Problem
from tests.content.builder import PackFolder
from tests.content.problem_support import (
    MANIFEST,
    QUIZ,
    TOPIC,
    Case,
    With,
    assert_only,
    problems_after,
    unsealed,
    with_picture,
    words,
)


def row(count: int) -> str:
    """So many short words in one sentence."""
    return " ".join(["Wat", *["wat"] * (count - 1)]) + "."


def of_room(found: list[Problem]) -> list[Problem]:
    """The problems but for those of reading ease and long words, which have tests of their own."""
    others = ("in the mean", "reading ease", "glossary.toml", "at most 15")
    return [p for p in found if not any(other in f"{p.what} {p.to_do}" for other in others)]


ERRORS = {
    "title with a line break": Case(
        TOPIC, '"Een kaart"', '"Een\\nkaart"', 3, "the title has a line break", "one line"
    ),
    "title over 6 words": Case(
        TOPIC, "Een kaart", "a b c d e f g", 3, "the title has 7 words", "at most 6"
    ),
    "title over 40 characters": Case(
        TOPIC, "Een kaart", "bewegen " * 4 + "bewegende", 3, "the title has 41", "at most 40"
    ),
    "pack title with a line break": Case(
        MANIFEST, '"Proef"', '"Pro\\nef"', 7, "the title has a line break"
    ),
    "pack title over 6 words": Case(MANIFEST, "Proef", "a b c d e f g", 7, "has 7 words"),
    "subtitle over 12 words": Case(
        MANIFEST, "Een korte proef", row(13), 10, "the subtitle has 13 words", "at most 12"
    ),
    "notice over 60 words": Case(
        MANIFEST, "Dit is een proef.", words(61), 13, "the notice has 61 words", "at most 60"
    ),
    "title of the source over 20 words": Case(
        MANIFEST, "Een artikel", row(21), 16, "the title of the source has 21 words", "at most 20"
    ),
    "talk title over 6 words": Case(
        MANIFEST,
        "[review.nl]",
        '[talk.dag]\ntitle = "a b c d e f g"\ntopics = ["een"]\n\n[review.nl]',
        22,
        "the title has 7 words",
    ),
    "signs that no limit of words counts": Case(
        TOPIC,
        "Hier staat nog wat.",
        "Hier staat nog wat" + " –" * 45 + ".",
        23,
        "a text of 4 words has 46 signs",
        "write words",
    ),
    "sentence of an action over 40 words": Case(
        TOPIC, "Vraag het na.", row(41), 6, "a sentence has 41 words (“Wat wat", "at most 25"
    ),
    "question for the doctor over 40 words": Case(
        TOPIC, "Mag ik zwemmen?", row(41), 7, "a sentence has 41 words (“Wat wat", "at most 40"
    ),
    "sentence of the notice over 40 words": Case(
        MANIFEST, "Dit is een proef.", row(41), 13, "a sentence has 41 words", "at most 40"
    ),
}


WITH_PICTURES = {
    "words for a topic's picture": With(
        with_picture, Case(TOPIC, "Een beeld.", words(31), 5, "picture has 31 words", "at most 30")
    ),
    "words for a page's picture": With(
        with_picture,
        Case(TOPIC, "- Zwem wat.", f"![{words(31)}](images/beeld.png)\n", 15, "has 31 words"),
    ),
    "words for a question's picture": With(
        with_picture,
        Case(
            QUIZ,
            "ask =",
            f'image = "images/beeld.png"\nalt = "{words(31)}"\nask =',
            5,
            "has 31 words",
        ),
    ),
}


LONG = {
    "page": Case(
        TOPIC, "Hier staat nog wat.", row(26), 23, "a sentence has 26 words (“Wat wat", "at most 25"
    ),
    "page of one sentence": Case(
        TOPIC, "Hier staat nog wat.", row(40), 23, "a sentence has 40 words"
    ),
    "list": Case(TOPIC, "Zwem wat.", row(26), 13, "a sentence has 26 words"),
    "action": Case(TOPIC, "Vraag het na.", row(40), 6, "a sentence has 40 words"),
}


WARNINGS = {
    "heading": Case(TOPIC, "# Nog een blad", f"# Nog een {'b' * 21}", 21, "has 21 letters"),
    "ask": Case(QUIZ, "Wat doet goed?", f"Wat doet {'b' * 21}?", 4, "has 21 letters"),
    "option": Case(QUIZ, "Stil zitten", f"Stil {'b' * 21}", 12, "has 21 letters"),
    "title": Case(TOPIC, "Een kaart", f"Een {'b' * 15}", 3, "has 15 letters"),
    "pack title": Case(MANIFEST, "Proef", f"Een {'b' * 15}", 7, "has 15 letters"),
    "part of a title": Case(TOPIC, "Een kaart", f"b\u00ad{'b' * 15}\u00adb", 3, "has 15 letters"),
}


FITS = {
    "title of 6 words": (TOPIC, "Een kaart", "a b c d e f"),
    "title of 40 characters": (TOPIC, "Een kaart", "bewegen " * 4 + "bewegend"),
    "title over two lines of the file": (TOPIC, '"Een kaart"', '"""\nEen kaart"""'),
    "subtitle": (MANIFEST, "Een korte proef", row(12)),
    "notice": (MANIFEST, "Dit is een proef.", words(60)),
    "sentence of the notice": (MANIFEST, "Dit is een proef.", row(40)),
    "question for the doctor": (TOPIC, "Mag ik zwemmen?", row(40)),
    "source": (MANIFEST, "Een artikel", row(20)),
    "title with soft hyphens": (TOPIC, "Een kaart", f"{'b' * 14}\u00ad{'b' * 14}"),
    "title with a hyphen": (TOPIC, "Een kaart", f"{'b' * 14}-{'b' * 14}"),
    "heading": (TOPIC, "# Nog een blad", f"# Nog een {'b' * 20}"),
    "heading with soft hyphens": (TOPIC, "# Nog een blad", f"# Nog {'b' * 20}\u00ad{'b' * 19}"),
    "notes": (TOPIC, "Zeg het rustig.", row(60)),
}


@pytest.mark.parametrize("case", ERRORS.values(), ids=ERRORS.keys())
def test_what_cannot_fit_is_refused(pack: PackFolder, case: Case) -> None:
    assert_only(of_room(problems_after(pack, case)), case, "error")


@pytest.mark.parametrize(
    ("heading", "severities"),
    [
        (" ".join(["wat"] * 20), ["warning"]),
        (" ".join(["wat"] * 21), ["error", "warning"]),
        (" ".join(["woordjes"] * 13), ["warning"]),
        (" ".join(["woordjes"] * 14), ["error", "warning"]),
    ],
    ids=["20 words", "21 words", "116 characters", "125 characters"],
)
def test_a_heading_that_leaves_its_text_no_room_is_refused(
    pack: PackFolder, heading: str, severities: list[str]
) -> None:
    pack.replace(TOPIC, "# Nog een blad", f"# {heading}")
    found = [p for p in unsealed(pack) if "the heading has" in p.what]
    assert sorted(p.severity for p in found) == severities
    assert {p.line for p in found} == {21}


@pytest.mark.parametrize("case", WITH_PICTURES.values(), ids=WITH_PICTURES.keys())
def test_words_for_a_picture_have_a_limit(pack: PackFolder, case: With) -> None:
    case.prepare(pack)
    assert_only(of_room(problems_after(pack, case.case)), case.case, "error")


@pytest.mark.parametrize("case", WARNINGS.values(), ids=WARNINGS.keys())
def test_a_word_without_a_place_to_break_is_a_warning(pack: PackFolder, case: Case) -> None:
    found = [p for p in problems_after(pack, case) if "soft hyphen" in p.to_do]
    assert_only(found, case, "warning")


@pytest.mark.parametrize("change", FITS.values(), ids=FITS.keys())
def test_what_just_fits_is_no_problem(pack: PackFolder, change: tuple[str, str, str]) -> None:
    pack.replace(*change)
    assert of_room(unsealed(pack)) == []


@pytest.mark.parametrize("case", LONG.values(), ids=LONG.keys())
def test_a_sentence_as_long_as_a_page_may_be_is_a_warning(pack: PackFolder, case: Case) -> None:
    # DESIGN.md section 6 limits the words of a page; how long its sentences are is readability.
    found = problems_after(pack, case)
    assert_only([p for p in found if "a sentence has" in p.what], case, "warning")
    assert [p for p in found if p.severity == "error"] == []


@pytest.mark.parametrize("count", [16, 25, 26, 40])
def test_a_long_sentence_is_named_once(pack: PackFolder, count: int) -> None:
    found = problems_after(pack, Case(TOPIC, "Hier staat nog wat.", row(count), 0, ""))
    assert [p.severity for p in found if "a sentence has" in p.what] == ["warning"]


def test_a_title_in_another_language_has_the_same_limits(pack: PackFolder) -> None:
    pack.add_language("fr")
    pack.replace(MANIFEST, 'fr = "Essai subtitle"', f'fr = "{row(13)}"')
    (found,) = unsealed(pack)
    assert (found.file, found.line, found.severity) == (MANIFEST, 11, "error")
    assert "the subtitle has 13 words" in found.what
