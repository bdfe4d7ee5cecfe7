"""Every error and warning of DESIGN.md section 6, each at its file and line and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from kiosk.content.report import MOST_IN_A_FILE, FileReport
from kiosk.problems import Problem, exit_code
from tests.content.builder import PackFolder

MANIFEST = "pack.toml"
TOPIC = "nl/topics/10-een.md"
QUIZ = "nl/quiz.toml"


def words(count: int) -> str:
    """So many short words as sentences of at most ten."""
    text = ["wat"] * count
    rows = [" ".join(text[start : start + 10]) for start in range(0, count, 10)]
    return " ".join(f"{row.capitalize()}." for row in rows)


class Case(NamedTuple):
    """A change to the clean pack and the one problem it makes."""

    file: str
    old: str
    new: str
    line: int
    what: str
    to_do: str = ""


class With(NamedTuple):
    """A case on a pack that got something more first."""

    prepare: Callable[[PackFolder], None]
    case: Case


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
    "question over 12 words": Case(
        QUIZ, "Wat doet goed?", words(13), 4, "the question has 13 words", "at most 12"
    ),
    "option over 6 words": Case(
        QUIZ, '"Bewegen"', '"een twee drie vier vijf zes zeven"', 7, "the answer has 7 words", "6"
    ),
    "why under 8 words": Case(
        QUIZ, "Ja, want op de kaart staat dat bewegen goed doet.", words(7), 9, "has 7 words", "8"
    ),
    "why over 16 words": Case(
        QUIZ, "Nee, want op de kaart staat dat bewegen goed doet.", words(17), 14, "has 17 words"
    ),
    "no pack id": Case(MANIFEST, 'id = "proef"\n', "", 1, "id is missing", "add id = …"),
    "no version": Case(MANIFEST, 'version = "1.0"\n', "", 1, "version is missing"),
    "no title": Case(MANIFEST, '[title]\nnl = "Proef"\n', "", 1, "title is missing"),
    "newer schema": Case(MANIFEST, "schema = 1", "schema = 2", 1, "schema 2, newer than", "update"),
    "schema of another kind": Case(
        MANIFEST, "schema = 1", 'schema = "1"', 1, "schema is not a whole number"
    ),
    "schema true": Case(MANIFEST, "schema = 1", "schema = true", 1, "schema is not a whole number"),
    "schema zero": Case(MANIFEST, "schema = 1", "schema = 0", 1, "schema is outside 1 to 1"),
    "no languages": Case(MANIFEST, 'languages = ["nl"]\n', "", 1, "languages is missing"),
    "empty languages": Case(MANIFEST, '["nl"]', "[]", 4, "languages is empty"),
    "language leaves the folder": Case(
        MANIFEST, '["nl"]', '["../nl"]', 4, "'../nl' is no language"
    ),
    "language twice": Case(MANIFEST, '["nl"]', '["nl", "nl"]', 4, "nl stands here twice"),
    "unknown manifest key": Case(
        MANIFEST,
        'version = "1.0"',
        'version = "1"\nlanguage = "nl"',
        4,
        "'language' is unknown",
        "did you mean languages?",
    ),
    "unknown source key": Case(
        MANIFEST,
        "organisation =",
        'organization = "x"\norganisation =',
        18,
        "'organization'",
        "did you mean organisation?",
    ),
    "title in a language not listed": Case(
        MANIFEST, 'nl = "Proef"', 'nl = "Proef"\nfr = "Essai"', 8, "the key 'fr' is unknown"
    ),
    "year that is none": Case(MANIFEST, "year = 2024", 'year = "x"', 19, "year is not a year"),
    "review without a name": Case(
        MANIFEST, 'reviewed_by = "Een arts"\n', "", 21, "reviewed_by is missing"
    ),
    "review day that is none": Case(
        MANIFEST, "2026-01-02", '"gisteren"', 23, "reviewed_on is not a day"
    ),
    "review that ends before it begins": Case(
        MANIFEST, '"2028-01-02"', "2025-01-02", 24, "review_by is before reviewed_on"
    ),
    "talk about a topic that is not there": Case(
        MANIFEST,
        "[review.nl]",
        '[talk.a]\ntitle = "A"\ntopics = ["twee"]\n\n[review.nl]',
        23,
        "there is no topic 'twee'",
    ),
    "not TOML": Case(MANIFEST, 'id = "proef"', "id = proef", 2, "this is not TOML", "quote"),
    "brackets in brackets": Case(
        MANIFEST, 'id = "proef"', f"id = {'[' * 13}{']' * 13}", 2, "too deep in one another"
    ),
    "dots without end": Case(
        MANIFEST, 'id = "proef"', f"id{'.a' * 13} = 1", 2, "a key has too many dots"
    ),
    "endless page": Case(
        TOPIC, "Hier staat nog wat.", "wat " * 1_500, 21, "this page is 6017 characters long", "---"
    ),
    "key twice": Case(MANIFEST, 'id = "proef"', 'id = "a"\nid = "b"', 3, "a key stands here twice"),
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
    "character in the quiz": Case(
        QUIZ, '"Stil zitten"', '"Stil → zitten"', 12, "lacks the character"
    ),
    "character in the manifest": Case(
        MANIFEST, '"Een korte proef"', '"Een → proef"', 10, "lacks the character →"
    ),
    "invisible character": Case(
        TOPIC, "- Zwem wat.", "- Zwem\u202e wat.", 13, "the invisible character U+202E"
    ),
    "endless word": Case(TOPIC, "- Zwem wat.", f"- {'b' * 48}.", 13, "has 48 letters", "40"),
    "HTML": Case(TOPIC, "- Zwem wat.", "<b>Zwem</b> wat.", 13, "HTML cannot stand in a page"),
    "HTML block": Case(
        TOPIC, "- Zwem wat.", "<script>x</script>\n", 13, "HTML cannot stand in a page"
    ),
    "link": Case(TOPIC, "- Zwem wat.", "- [Zwem](http://a.b) wat.", 13, "a link cannot stand"),
    "autolink": Case(TOPIC, "- Zwem wat.", "- Zwem <http://a.b>.", 13, "a link cannot stand"),
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
    "unknown quiz key": Case(
        QUIZ, 'ask = "Wat', 'aks = "x"\nask = "Wat', 4, "'aks' is unknown", "did you mean ask?"
    ),
    "unknown option key": Case(
        QUIZ, "correct = true", "correct = true\nwhyy = 1", 9, "'whyy' is unknown", "mean why?"
    ),
    "question without a topic": Case(QUIZ, 'topic = "een"\n', "", 1, "topic is missing"),
    "question about no topic": Case(
        QUIZ, 'topic = "een"', 'topic = "eeen"', 3, "there is no topic 'eeen'", "did you mean een?"
    ),
    "correct not written": Case(QUIZ, "correct = false\n", "", 11, "correct is missing"),
    "none correct": Case(QUIZ, "correct = true", "correct = false", 1, "0 answers are correct"),
    "two correct": Case(QUIZ, "correct = false", "correct = true", 1, "2 answers are correct"),
    "same answers": Case(QUIZ, '"Stil zitten"', '"bewegen"', 1, "two answers are the same"),
}


def _with_picture(pack: PackFolder) -> None:
    pack.add_picture()
    pack.add_picture("images/stuk.png")
    pack.write("images/lijst.txt", "x")
    pack.replace(TOPIC, "icon =", 'image = "images/beeld.png"\nalt = "Een beeld."\nicon =')
    pack.seal()


def _with_claims(pack: PackFolder) -> None:
    pack.add_claims()


def _with_second_topic(pack: PackFolder) -> None:
    text = pack.read(TOPIC).replace('id = "een"', 'id = "twee"')
    pack.write("nl/topics/20-twee.md", text)
    pack.seal()


def _with_long_quiz(pack: PackFolder) -> None:
    text = pack.read(QUIZ)
    pack.write(QUIZ, "\n".join(text.replace('"q1"', f'"q{n}"') for n in range(3)))
    right, wrong = text.split("[[question.option]]")[1:]
    head = text.split("[[question.option]]")[0]
    other = "[[question.option]]".join([head, wrong, right]).replace('"q1"', '"q9"')
    longer = text.replace('"q1"', '"q8"').replace('"Stil zitten"', '"Zit"')
    pack.write(QUIZ, "\n".join([text, other, longer]))
    pack.seal()


MORE_ERRORS = {
    "picture without alt": With(
        _with_picture,
        Case(TOPIC, "- Zwem wat.", "- Zwem.\n\n![](images/beeld.png)\n", 17, "no text"),
    ),
    "broken picture": With(
        _with_picture, Case(TOPIC, "images/beeld.png", "images/stuk.png", 4, "is broken")
    ),
    "picture of another kind": With(
        _with_picture, Case(TOPIC, "images/beeld.png", "images/lijst.txt", 4, "of an unknown kind")
    ),
    "topic picture without alt": With(
        _with_picture, Case(TOPIC, 'alt = "Een beeld."\n', "", 2, "alt is missing")
    ),
    "absolute path": With(
        _with_picture, Case(TOPIC, "images/beeld.png", "/etc/passwd", 4, "is absolute")
    ),
    "drive letter": With(
        _with_picture, Case(TOPIC, "images/beeld.png", "C:/beeld.png", 4, "is absolute")
    ),
    "path that leaves": With(
        _with_picture, Case(TOPIC, "images/beeld.png", "images/../../beeld.png", 4, "leaves the")
    ),
    "path with a backslash": With(
        _with_picture, Case(TOPIC, '"images/beeld.png"', "'images\\beeld.png'", 4, "a backslash")
    ),
    "path with a zero byte": With(
        _with_picture, Case(TOPIC, "images/beeld.png", "images/\\u0000.png", 4, "is not plain")
    ),
    "picture in other letters": With(
        _with_picture,
        Case(TOPIC, "images/beeld.png", "images/Beeld.png", 4, "no file", "mean images/beeld.png?"),
    ),
    "two pictures on a page": With(
        _with_picture,
        Case(
            TOPIC,
            "Hier staat nog wat.",
            "Hier.\n\n![Een](images/beeld.png)\n\n![Twee](images/beeld.png)",
            29,
            "one picture only",
        ),
    ),
    "missing question picture": With(
        _with_picture, Case(QUIZ, "ask =", 'image = "images/x.png"\nalt = "X"\nask =', 4, "no file")
    ),
    "same id in two files": With(
        _with_second_topic,
        Case("nl/topics/20-twee.md", '"twee"', '"een"', 2, "stands in 10-een.md too"),
    ),
    "same question id": With(
        _with_long_quiz, Case(QUIZ, 'id = "q9"', 'id = "q1"', 17, "the id 'q1' stands here twice")
    ),
    "claim that no page covers": With(
        _with_claims,
        Case(
            "claims.toml",
            "schema = 1\n",
            'schema = 1\n[[claim]]\nid = "C02"\nstrength = "scope"\ntext = "x"\n',
            3,
            "no page in nl covers the claim C02",
        ),
    ),
    "page without claims": With(
        _with_claims, Case(TOPIC, "Claims: C01\nSlide", "Slide", 9, "this page has no claims")
    ),
    "unknown claim": With(
        _with_claims,
        Case(TOPIC, "Claims: C01", "Claims: C01, C1", 16, "no claim 'C1'", "mean C01?"),
    ),
    "kernel drops the strength": With(
        _with_claims,
        Case(
            TOPIC,
            'doen voor mensen met MS."\naction',
            'doen."\naction',
            5,
            "the kernel: the words do not carry the strength “people” of C01",
            "mensen met MS",
        ),
    ),
    "kernel drops the hedge": With(
        _with_claims,
        Case(
            TOPIC,
            'kernel = "Bewegen kan goed doen',
            'kernel = "Bewegen doet goed',
            5,
            "the kernel: the words drop the caution “kan” of C01",
        ),
    ),
    "slide drops the strength": With(
        _with_claims,
        Case(
            TOPIC,
            "Slide: Bewegen kan goed doen voor mensen met MS.",
            "Slide: Het kan goed doen.",
            17,
            "the slide line: the words do not carry",
        ),
    ),
    "notes drop the hedge": With(
        _with_claims,
        Case(
            TOPIC,
            "Notes: Bewegen kan goed doen",
            "Notes: Bewegen doet goed",
            18,
            "the notes: the words drop the caution",
        ),
    ),
    "answer drops the strength": With(
        _with_claims,
        Case(
            QUIZ,
            'Bewegen kan goed doen voor mensen met MS, zegt men."\nclaims',
            'Bewegen kan goed doen voor elke mens, zegt men."\nclaims',
            9,
            "this answer: the words",
        ),
    ),
    "wrong answer drops the strength": With(
        _with_claims,
        Case(
            QUIZ,
            'Bewegen kan goed doen voor mensen met MS, zegt men."\nagainst',
            'Bewegen kan goed doen voor elke mens, zegt men."\nagainst',
            15,
            "this answer: the words",
        ),
    ),
    "answer without claims": With(
        _with_claims,
        Case(QUIZ, 'claims = ["C01"]\n', "", 7, "this answer has no claims", "claims ="),
    ),
    "wrong answer without claim": With(
        _with_claims,
        Case(QUIZ, 'against = "C01"\n', "", 13, "this answer has no claims", "against"),
    ),
    "against on the right answer": With(
        _with_claims,
        Case(QUIZ, 'claims = ["C01"]', 'claims = ["C01"]\nagainst = "C01"', 11, "on the correct"),
    ),
    "claims on a wrong answer": With(
        _with_claims,
        Case(QUIZ, 'against = "C01"', 'against = "C01"\nclaims = ["C01"]', 17, "on a wrong answer"),
    ),
    "unknown claim of an answer": With(
        _with_claims, Case(QUIZ, 'claims = ["C01"]', 'claims = ["C01", "C7"]', 10, "no claim 'C7'")
    ),
    "unknown strength": With(
        _with_claims,
        Case("claims.toml", '"people"', '"peolpe"', 7, "there is no strength 'peolpe'"),
    ),
    "claim twice": With(
        _with_claims,
        Case(
            "claims.toml",
            "[[claim]]",
            '[[claim]]\nid = "C01"\nstrength = "scope"\ntext = "x"\n\n[[claim]]',
            9,
            "the claim C01 stands here twice",
        ),
    ),
}

MORE_WARNINGS = {
    "caution without words": With(
        _with_claims, Case("claims.toml", 'hedge = "kan"', 'hedge = "ooit"', 4, "“ooit” of C01")
    ),
    "question picture without alt": With(
        _with_picture, Case(QUIZ, "ask =", 'image = "images/beeld.png"\nask =', 4, "has no text")
    ),
    "right answer always the longest": With(
        _with_long_quiz, Case(QUIZ, '"Stil zitten"', '"Zit"', 0, "in 2 of 3 questions the right")
    ),
}

WARNINGS = {
    "page over 35 words": Case(
        TOPIC, "Hier staat nog wat.", words(36), 21, "this page has 36 words", "at most 35"
    ),
    "heading over 6 words": Case(
        TOPIC, "# Nog een blad", "# Nog een blad met wat er is", 21, "the heading has 7 words", "6"
    ),
    "long sentence": Case(
        TOPIC,
        "Hier staat nog wat.",
        f"{' '.join(['wat'] * 16)}.",
        23,
        "a sentence has 16 words",
        "15",
    ),
    "many syllables": Case(
        TOPIC, "Zwem wat.", "Zwem in de zomervakantie.", 13, "zomervakantie has 5 syllables"
    ),
    "many letters": Case(TOPIC, "Zwem wat.", "Kijk naar zwemwedstrijden.", 13, "has 15 letters"),
    "no year": Case(MANIFEST, "year = 2024\n", "", 15, "the source has no year"),
    "no source": Case(
        MANIFEST,
        '[source]\ntitle = "Een artikel"\nauthor = "Een arts"\norganisation = "Een huis"\n'
        "year = 2024\n",
        "",
        1,
        "[source] is missing",
    ),
    "no notice": Case(
        MANIFEST, '[notice]\nnl = "Dit is een proef."\n', "", 1, "[notice] is missing"
    ),
    "no subtitle in a language": Case(MANIFEST, 'nl = "Een korte proef"\n', "", 9, "has no nl"),
}


def problems_after(pack: PackFolder, case: Case) -> list[Problem]:
    """What is found after the change, but for the seal, which every change of a word breaks."""
    assert pack.problems() == []
    pack.replace(case.file, case.old, case.new)
    return unsealed(pack)


def unsealed(pack: PackFolder) -> list[Problem]:
    """The problems but for the broken seal."""
    return [problem for problem in pack.problems() if "the seal is broken" not in problem.what]


def assert_only(found: list[Problem], case: Case, severity: str) -> None:
    assert [(problem.file, problem.line, problem.severity) for problem in found] == [
        (case.file, case.line, severity)
    ], found
    assert case.what in found[0].what
    assert case.to_do in found[0].to_do
    assert found[0].to_do


@pytest.mark.parametrize("case", ERRORS.values(), ids=ERRORS.keys())
def test_an_error_is_the_one_problem(pack: PackFolder, case: Case) -> None:
    assert_only(problems_after(pack, case), case, "error")


@pytest.mark.parametrize("case", MORE_ERRORS.values(), ids=MORE_ERRORS.keys())
def test_an_error_of_a_richer_pack_is_the_one_problem(pack: PackFolder, case: With) -> None:
    case.prepare(pack)
    assert_only(problems_after(pack, case.case), case.case, "error")


@pytest.mark.parametrize("case", MORE_WARNINGS.values(), ids=MORE_WARNINGS.keys())
def test_a_warning_of_a_richer_pack_is_the_one_problem(pack: PackFolder, case: With) -> None:
    case.prepare(pack)
    assert_only(problems_after(pack, case.case), case.case, "warning")


@pytest.mark.parametrize("case", WARNINGS.values(), ids=WARNINGS.keys())
def test_a_warning_is_the_one_problem(pack: PackFolder, case: Case) -> None:
    assert_only(problems_after(pack, case), case, "warning")


def test_exit_codes_tell_errors_from_warnings(pack: PackFolder) -> None:
    assert exit_code(pack.problems()) == 0
    pack.replace(MANIFEST, "year = 2024\n", "")
    assert exit_code(pack.problems()) == 1
    pack.replace(MANIFEST, 'version = "1.0"\n', "")
    assert exit_code(pack.problems()) == 2


def test_all_problems_come_at_once_by_file_and_line(pack: PackFolder) -> None:
    pack.replace(MANIFEST, 'version = "1.0"\n', "")
    pack.replace(TOPIC, "mdi6.run", "mdi6.nope")
    pack.replace(TOPIC, "- Zwem wat.", "- *Zwem* <b>wat</b> →.")
    pack.replace(QUIZ, "Wat doet goed?", words(13))
    found = [(problem.file, problem.line) for problem in pack.problems()]
    assert found == sorted(found)
    assert {QUIZ, TOPIC, MANIFEST} <= {file for file, _ in found}
    assert len([line for file, line in found if (file, line) == (TOPIC, 13)]) >= 3
    assert len(set(pack.problems())) == len(found)


def test_a_review_that_is_missing_is_a_warning(pack: PackFolder) -> None:
    text = pack.read(MANIFEST)
    pack.write(MANIFEST, text[: text.index("[review.nl]")])
    assert_only(
        pack.problems(), Case(MANIFEST, "", "", 1, "nobody has reviewed the text in nl"), "warning"
    )


@pytest.mark.parametrize(
    ("name", "file", "what"),
    [
        ("nl/topics/20-twee.md.txt", "nl/topics/20-twee.md.txt", "this file is not shown"),
        ("de/topics/10-een.md", "de/topics", "de is not among the languages"),
    ],
)
def test_a_file_that_nobody_reads_is_a_warning(
    pack: PackFolder, name: str, file: str, what: str
) -> None:
    pack.write(name, "")
    assert_only(pack.problems(), Case(file, "", "", 0, what), "warning")


def test_files_that_editors_leave_behind_are_nobody_s_problem(pack: PackFolder) -> None:
    for name in ("nl/topics/.DS_Store", "nl/topics/10-een.md~", "LICENSE", "nl/notes.txt"):
        pack.write(name, "x")
    pack.write("nl/topics/._10-een.md", b"\x00\x05\x16\x07")
    pack.write(".git/a/b/c/d/e/f/g/h/i", "x")
    pack.path("nl/topics/.#10-een.md").symlink_to("somebody@somewhere.1234")
    assert pack.problems() == []


@pytest.mark.parametrize("name", [MANIFEST, QUIZ])
def test_a_missing_file_is_one_error(pack: PackFolder, name: str) -> None:
    pack.path(name).unlink()
    assert_only(unsealed(pack), Case(name, "", "", 0, "this file is missing"), "error")


def test_no_topic_at_all_is_an_error(pack: PackFolder) -> None:
    pack.path(TOPIC).unlink()
    found = pack.problems()
    assert [(p.file, p.what) for p in found if p.severity == "error"][:1] == [
        ("nl/quiz.toml", "there is no topic 'een'")
    ]
    assert ("nl/topics", "there is no topic file here") in [(p.file, p.what) for p in found]


@pytest.mark.parametrize("count", [1, 4])
def test_a_question_has_two_or_three_answers(pack: PackFolder, count: int) -> None:
    head, right, wrong = pack.read(QUIZ).split("[[question.option]]")
    others = [wrong.replace("Stil zitten", f"Stil {n}") for n in range(count - 1)]
    pack.write(QUIZ, "[[question.option]]".join([head, right, *others]))
    found = [problem for problem in pack.problems() if problem.severity == "error"]
    assert_only(found, Case(QUIZ, "", "", 1, f"this question has {count} answers"), "error")


def test_a_question_whose_topic_does_not_cover_its_answer_is_a_warning(pack: PackFolder) -> None:
    pack.add_claims()
    text = pack.read(TOPIC).replace('"een"', '"twee"')
    pack.write(
        "claims.toml",
        pack.read("claims.toml").replace("C01", "C02")
        + pack.read("claims.toml").removeprefix("schema = 1\n"),
    )
    pack.write("nl/topics/20-twee.md", text.replace("C01", "C02"))
    pack.replace(QUIZ, 'topic = "een"', 'topic = "twee"')
    pack.seal()
    found = pack.problems()
    assert_only(found, Case(QUIZ, "", "", 3, "no page of twee covers C01"), "warning")


def test_a_word_that_the_glossary_explains_may_be_long(pack: PackFolder) -> None:
    pack.replace(TOPIC, "Zwem wat.", "Zwem in de zomervakantie.")
    pack.write("nl/glossary.toml", 'Zomervakantie = "Vrije tijd in juli."\n')
    pack.seal()
    assert pack.problems() == []


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("MRI = 3\n", 1, "MRI is not a text in quotes"),
        ('Een = "Een."\n"bijv." = ""\n', 2, "bijv. is empty"),
        ('MRI = "Een → foto."\n', 1, "the font lacks the character →"),
        ('MRI = "Een foto.\n', 1, "this is not TOML"),
    ],
)
def test_a_glossary_is_words_and_sentences(
    pack: PackFolder, text: str, line: int, what: str
) -> None:
    pack.write("nl/glossary.toml", text)
    found = [problem for problem in pack.problems() if problem.severity == "error"]
    assert_only(found, Case("nl/glossary.toml", "", "", line, what), "error")


def test_a_file_with_many_problems_says_how_many_more_there_are(pack: PackFolder) -> None:
    lines = "\n".join(f"- Zwem <b>{number}</b>.\n" for number in range(150))
    pack.replace(TOPIC, "- Zwem wat.\n", lines)
    found = [problem for problem in pack.problems() if problem.file == TOPIC]
    assert len(found) <= 42
    assert found[-1].what.startswith("and ")
    assert "more in this file" in found[-1].what


def test_titles_may_carry_soft_hyphens(pack: PackFolder) -> None:
    pack.replace(TOPIC, "Een kaart", "Een kaar\u00adtje")
    assert unsealed(pack) == []


def test_right_answers_in_one_place_are_a_warning(pack: PackFolder) -> None:
    text = pack.read(QUIZ)
    pack.write(QUIZ, "\n".join(text.replace('"q1"', f'"q{number}"') for number in range(3)))
    case = Case(QUIZ, "", "", 0, "3 of 3 right answers stand in place 1", "spread them")
    assert_only(unsealed(pack), case, "warning")


def test_a_right_answer_as_long_as_another_is_not_the_longest(pack: PackFolder) -> None:
    _with_long_quiz(pack)
    pack.replace(QUIZ, '"Stil zitten"', '"Nietste"')
    assert len("Nietste") == len("Bewegen")
    assert unsealed(pack) == []


def test_a_problem_that_repeats_is_told_once_and_not_counted_as_more() -> None:
    report = FileReport("a")
    for line in [*range(1, MOST_IN_A_FILE + 1), 1, 2, 3]:
        report.error(line, "wrong", "mend it")
    assert [problem.line for problem in report.problems()] == [*range(1, MOST_IN_A_FILE + 1)]
    report.error(MOST_IN_A_FILE + 1, "wrong", "mend it")
    assert report.problems()[-1].what == "and 1 more in this file"
