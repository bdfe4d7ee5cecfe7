"""The interface's words: every key that the program asks for, in every language, and no other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kiosk.paths import resources_folder
from kiosk.ui.strings import Strings

ROOT = Path(__file__).parents[2]
FILES = sorted(resources_folder().glob("strings/*.toml"))
# Keys that are put together while the program runs.
MADE = {
    *(f"view.hold_{step}" for step in range(4)),
    *(f"view.sound_{step}" for step in range(1, 5)),
    *(f"size.{step}" for step in (100, 125, 150, "dark")),
    "quiz.right",
    "quiz.wrong",
}
KEY = re.compile(r'"([a-z]+\.[a-z_0-9]+)"')
FIELD = re.compile(r"\{([a-z]+)\}")


def strings(file: Path) -> Strings:
    return Strings.from_document(file.stem, tomllib.loads(file.read_text("utf-8")))


def source() -> str:
    files = [
        *sorted((ROOT / "kiosk/ui").rglob("*.py")),
        *sorted((ROOT / "kiosk/handout").glob("*.py")),
        ROOT / "kiosk/domain/health.py",
    ]
    return "\n".join(file.read_text("utf-8") for file in files)


def asked() -> set[str]:
    """The keys in calls of `strings(…)` and `say(…)`, and in tables of keys."""
    known = strings(resources_folder() / "strings/nl.toml").keys
    called = set(re.findall(r'(?:strings|say)\(\s*"([a-z]+\.[a-z_0-9]+)"', source()))
    return called | MADE | (set(KEY.findall(source())) & known)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_key_that_is_asked_for_has_words(file: Path) -> None:
    words = strings(file)
    assert asked() - words.keys == set()
    assert [key for key in words.keys if not words(key).strip()] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_words_stand_there_that_nothing_asks_for(file: Path) -> None:
    # "Luister" waits for a voice; its place is kept free (issue 2).
    assert strings(file).keys - asked() <= {"nav.listen"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_blanks_of_a_text_are_those_that_are_filled_in(file: Path) -> None:
    first, words = strings(FILES[0]), strings(file)
    for key in words.keys:
        assert set(FIELD.findall(words(key))) == set(FIELD.findall(first(key))), key


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_words_are_plain_ones(file: Path) -> None:
    words = strings(file)
    for key in words.keys:
        text = words(key)
        assert text == text.strip(), key
        assert len(text) <= 3 or text != text.upper(), "no phrase in capitals (access.md V7)"
        assert not re.search(r"[<>\\]|--", text), key


def test_the_words_that_tests_from_outside_wait_for() -> None:
    """access.md V5, K4; issue 2."""
    say = strings(resources_folder() / "strings/nl.toml")
    assert (say("quiz.right"), say("quiz.wrong")) == ("Juist", "Niet juist")
    assert say("topic.page", number=2, count=4) == "Pagina 2 van 4"
    assert say("quiz.progress", number=2, count=6) == "Vraag 2 van 6"
    assert say("idle.warning") == "Leest u nog? Ik ben er nog."
    assert say("topic.next", title="Luister") == "Hierna: Luister"


def test_a_missing_word_is_an_empty_one() -> None:
    say = Strings("nl", {})
    assert say("nav.done") == ""
    assert "nav.done" not in say


def test_tables_of_a_file_become_keys_with_dots() -> None:
    say = Strings.from_document("nl", {"nav": {"done": "Klaar", "deep": {"er": "x"}}, "n": 3})
    assert say.keys == {"nav.done", "nav.deep.er"}
    assert Strings.from_document("nl", "nonsense").keys == frozenset()


def test_a_value_with_braces_is_not_filled_in_again() -> None:
    say = Strings("nl", {"topic.next": "Hierna: {title}"})
    assert say("topic.next", title="{title}") == "Hierna: {title}"
