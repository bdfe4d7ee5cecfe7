"""All problems of a pack at once, in order, each once; warnings of whole packs."""

from __future__ import annotations

import pytest

from kiosk.content.report import MOST_IN_A_FILE, FileReport
from kiosk.problems import exit_code
from tests.content.builder import PackFolder
from tests.content.problem_support import (
    MANIFEST,
    QUIZ,
    TOPIC,
    Case,
    assert_only,
    problems_after,
    unsealed,
    words,
)

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


@pytest.mark.parametrize("case", WARNINGS.values(), ids=WARNINGS.keys())
def test_a_warning(pack: PackFolder, case: Case) -> None:
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


def test_a_file_with_many_problems_says_how_many_more_there_are(pack: PackFolder) -> None:
    lines = "\n".join(f"- Zwem <b>{number}</b>.\n" for number in range(150))
    pack.replace(TOPIC, "- Zwem wat.\n", lines)
    found = [problem for problem in pack.problems() if problem.file == TOPIC]
    assert len(found) <= 42
    assert found[-1].what.startswith("and ")
    assert "more in this file" in found[-1].what


def test_a_problem_that_repeats_is_told_once_and_not_counted_as_more() -> None:
    report = FileReport("a")
    for line in [*range(1, MOST_IN_A_FILE + 1), 1, 2, 3]:
        report.error(line, "wrong", "mend it")
    assert [problem.line for problem in report.problems()] == [*range(1, MOST_IN_A_FILE + 1)]
    report.error(MOST_IN_A_FILE + 1, "wrong", "mend it")
    assert report.problems()[-1].what == "and 1 more in this file"
