"""Errors of a page's Markdown and pictures, each at its line."""

from __future__ import annotations

import pytest

from tests.content.builder import PackFolder
from tests.content.problem_support import (
    QUIZ,
    TOPIC,
    Case,
    With,
    assert_only,
    assert_richer,
    problems_after,
    with_picture,
    with_second_topic,
)

ERRORS = {
    "HTML": Case(TOPIC, "- Zwem wat.", "<b>Zwem</b> wat.", 13, "HTML cannot stand in a page"),
    "HTML block": Case(
        TOPIC, "- Zwem wat.", "<script>x</script>\n", 13, "HTML cannot stand in a page"
    ),
    "link": Case(TOPIC, "- Zwem wat.", "- [Zwem](http://a.b) wat.", 13, "a link cannot stand"),
    "autolink": Case(TOPIC, "- Zwem wat.", "- Zwem <http://a.b>.", 13, "a link cannot stand"),
    "link definition": Case(
        TOPIC, "- Zwem wat.\n", "[x]: http://a.b\n\n- Zwem wat.\n", 13, "a definition of a link"
    ),
    "link definition in an item": Case(
        TOPIC, "- Loop wat.\n", "- Loop wat.\n\n  [x]: weg\n", 16, "a definition of a link"
    ),
    "table": Case(
        TOPIC, "- Zwem wat.\n- Loop wat.", "| a | b |\n|---|---|\n| c | d |", 13, "a table cannot"
    ),
    "quotation": Case(TOPIC, "- Zwem wat.\n- Loop wat.", "> Zwem wat.", 13, "a quotation cannot"),
    "code": Case(TOPIC, "- Zwem wat.", "- `Zwem` wat.", 13, "code cannot stand"),
    "code block": Case(
        TOPIC, "- Zwem wat.\n- Loop wat.", "```\nZwem\n```", 13, "a code block cannot"
    ),
    "numbered list": Case(
        TOPIC,
        "- Zwem wat.\n- Loop wat.",
        "1. Zwem wat.\n2. Loop wat.",
        13,
        "a numbered list cannot",
    ),
    "nested list": Case(TOPIC, "- Loop wat.", "  - Loop wat.", 14, "a list stands inside a list"),
    "italics": Case(TOPIC, "**goed**", "*goed*", 11, "italics cannot stand", "**bold**"),
    "rule": Case(TOPIC, "- Zwem wat.\n", "***\n\n- Zwem wat.\n", 13, "a rule cannot stand"),
    "two headings": Case(
        TOPIC, "- Zwem wat.\n", "# Nog een\n\n- Zwem wat.\n", 13, "one heading only", "---"
    ),
    "second level heading": Case(TOPIC, "# Nog een blad", "## Nog een blad", 21, "with one #"),
    "underlined heading": Case(TOPIC, "# Nog een blad", "Nog een blad\n===", 21, "with one #"),
    "no heading": Case(TOPIC, "# Nog een blad", "", 23, "this page has no heading"),
    "heading not first": Case(
        TOPIC,
        "# Nog een blad\n\nHier staat nog wat.",
        "Hier staat nog wat.\n\n# Blad",
        23,
        "the heading does not stand first",
    ),
    "page without text": Case(TOPIC, "Hier staat nog wat.", "", 21, "this page has no text"),
    "empty page": Case(TOPIC, "---\n# Nog", "---\n---\n# Nog", 21, "this page is empty"),
    "key of a page misspelled": Case(
        TOPIC, "- Loop wat.", "- Loop wat.\n\nNote: zeg het.", 16, "Note: is no key", "mean Notes:?"
    ),
    "slide twice": Case(
        TOPIC, "Notes: Zeg", "Slide: Nog een.\nNotes: Zeg", 17, "Slide: stands here twice"
    ),
    "text after slide": Case(
        TOPIC, "Notes: Zeg", "Zomaar.\nNotes: Zeg", 17, "text stands after Slide:"
    ),
    "empty slide": Case(TOPIC, "Slide: Bewegen doet goed.", "Slide:", 16, "Slide: is empty"),
    "no front matter": Case(TOPIC, "+++\nid", "id", 1, "does not begin with +++"),
    "front matter without end": Case(TOPIC, "+++\n# Bewegen", "# Bewegen", 1, "never closes"),
    "front matter not TOML": Case(
        TOPIC, 'icon = "mdi6.run"', 'icon = "mdi6.run', 4, "this is not TOML"
    ),
    "missing picture": Case(
        TOPIC, "icon =", 'image = "images/weg.png"\nalt = "Weg."\nicon =', 4, "there is no file"
    ),
}


WITH_PICTURES = {
    "picture without alt": With(
        with_picture,
        Case(TOPIC, "- Zwem wat.", "- Zwem.\n\n![](images/beeld.png)\n", 17, "no text"),
    ),
    "broken picture": With(
        with_picture, Case(TOPIC, "images/beeld.png", "images/stuk.png", 4, "is broken")
    ),
    "picture of another kind": With(
        with_picture, Case(TOPIC, "images/beeld.png", "images/lijst.txt", 4, "of an unknown kind")
    ),
    "topic picture without alt": With(
        with_picture, Case(TOPIC, 'alt = "Een beeld."\n', "", 2, "alt is missing")
    ),
    "absolute path": With(
        with_picture, Case(TOPIC, "images/beeld.png", "/etc/passwd", 4, "is absolute")
    ),
    "drive letter": With(
        with_picture, Case(TOPIC, "images/beeld.png", "C:/beeld.png", 4, "is absolute")
    ),
    "path that leaves": With(
        with_picture, Case(TOPIC, "images/beeld.png", "images/../../beeld.png", 4, "leaves the")
    ),
    "path with a backslash": With(
        with_picture, Case(TOPIC, '"images/beeld.png"', "'images\\beeld.png'", 4, "a backslash")
    ),
    "path with a zero byte": With(
        with_picture, Case(TOPIC, "images/beeld.png", "images/\\u0000.png", 4, "is not plain")
    ),
    "picture in other letters": With(
        with_picture,
        Case(TOPIC, "images/beeld.png", "images/Beeld.png", 4, "no file", "mean images/beeld.png?"),
    ),
    "two pictures on a page": With(
        with_picture,
        Case(
            TOPIC,
            "Hier staat nog wat.",
            "Hier.\n\n![Een](images/beeld.png)\n\n![Twee](images/beeld.png)",
            29,
            "one picture only",
        ),
    ),
    "missing question picture": With(
        with_picture, Case(QUIZ, "ask =", 'image = "images/x.png"\nalt = "X"\nask =', 4, "no file")
    ),
    "same id in two files": With(
        with_second_topic,
        Case("nl/topics/20-twee.md", '"twee"', '"een"', 2, "stands in 10-een.md too"),
    ),
}


def test_each_definition_of_a_link_is_named(pack: PackFolder) -> None:
    case = Case(TOPIC, "- Zwem wat.", "[x]: a\n[X]: b\n[y]: c\n\n- Zwem wat.", 0, "")
    found = problems_after(pack, case)
    assert [(p.line, p.severity) for p in found] == [(n, "error") for n in (13, 14, 15)]
    assert all("a definition of a link" in p.what for p in found)


@pytest.mark.parametrize("case", ERRORS.values(), ids=ERRORS.keys())
def test_an_error_of_a_page(pack: PackFolder, case: Case) -> None:
    assert_only(problems_after(pack, case), case, "error")


@pytest.mark.parametrize("case", WITH_PICTURES.values(), ids=WITH_PICTURES.keys())
def test_an_error_of_a_richer_pack(pack: PackFolder, case: With) -> None:
    assert_richer(pack, case, "error")
