"""One change to a clean pack, and the one problem that it makes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kiosk.problems import Problem
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


def assert_richer(pack: PackFolder, case: With, severity: str) -> None:
    """The case makes its one problem in a pack that got more first."""
    case.prepare(pack)
    assert_only(problems_after(pack, case.case), case.case, severity)


def with_picture(pack: PackFolder) -> None:
    pack.add_picture()
    pack.add_picture("images/stuk.png")
    pack.write("images/lijst.txt", "x")
    pack.replace(TOPIC, "icon =", 'image = "images/beeld.png"\nalt = "Een beeld."\nicon =')
    pack.seal()


def with_claims(pack: PackFolder) -> None:
    pack.add_claims()


def with_second_topic(pack: PackFolder) -> None:
    text = pack.read(TOPIC).replace('id = "een"', 'id = "twee"')
    pack.write("nl/topics/20-twee.md", text)
    pack.seal()


def with_long_quiz(pack: PackFolder) -> None:
    text = pack.read(QUIZ)
    pack.write(QUIZ, "\n".join(text.replace('"q1"', f'"q{n}"') for n in range(3)))
    right, wrong = text.split("[[question.option]]")[1:]
    head = text.split("[[question.option]]")[0]
    other = "[[question.option]]".join([head, wrong, right]).replace('"q1"', '"q9"')
    longer = text.replace('"q1"', '"q8"').replace('"Stil zitten"', '"Zit"')
    pack.write(QUIZ, "\n".join([text, other, longer]))
    pack.seal()
