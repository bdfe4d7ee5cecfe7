"""Saved talks come back as they were, and no file takes them away."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.domain.talk.slides import TalkChoice
from kiosk.store.talks import (
    LONGEST_NAME,
    MOST_TALKS,
    TALKS_FILE,
    SavedTalks,
    clean_name,
    free_name,
)

if TYPE_CHECKING:
    from pathlib import Path

MONDAY = TalkChoice(("a", "b", "c"), frozenset({"b"}), True, "Maandag", "Bewegen", 20)
SHORT = TalkChoice(("c",), frozenset(), False, "Kort")


def test_what_was_saved_comes_back_the_last_one_first(tmp_path: Path) -> None:
    saved = SavedTalks(tmp_path)
    assert saved.talks == ()
    assert saved.save(MONDAY) is None
    assert saved.save(SHORT) is None
    assert SavedTalks(tmp_path).talks == (SHORT, MONDAY)
    assert SavedTalks(tmp_path).problems == ()


def test_a_name_is_used_once_whatever_its_letters(tmp_path: Path) -> None:
    saved = SavedTalks(tmp_path)
    saved.save(MONDAY)
    saved.save(SHORT)
    changed = MONDAY._replace(name="MAANDAG", topics=("c",))
    saved.save(changed)
    assert SavedTalks(tmp_path).talks == (changed, SHORT)
    assert saved.find("maandag") == changed
    assert saved.find("dinsdag") is None


def test_a_talk_can_be_removed(tmp_path: Path) -> None:
    saved = SavedTalks(tmp_path)
    saved.save(MONDAY)
    saved.save(SHORT)
    assert saved.remove("kort") is None
    assert saved.remove("nooit") is None
    assert SavedTalks(tmp_path).talks == (MONDAY,)


BROKEN = [
    b"",
    b"{",
    b"[]",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"schema": 1}',
    b'{"schema": 2, "talks": []}',
    b'{"schema": "1", "talks": []}',
    b'{"schema": 1, "talks": [7]}',
    b'{"schema": 1, "talks": [{"name": "x", "topics": []}]}',
    b'{"schema": 1, "talks": [{"name": " x", "topics": ["a"]}]}',
    b'{"schema": 1, "talks": [{"name": "x", "topics": ["a", 3]}]}',
    b'{"schema": 1, "talks": [{"name": "x", "topics": ["a"], "minutes": true}]}',
    b'{"schema": 1, "talks": [{"name": "x", "topics": ["a"], "minutes": -1}]}',
    b'{"schema": 1, "talks": [{"name": "x", "topics": ["a"], "questions": 1}]}',
    b'{"schema": 1, "talks": [{"name": "x", "topics": ["a"], "title": 1}]}',
    b'{"schema": 1, "talks": [{"name": "x", "topics": "abc"}]}',
    b" " * 600_000,
]


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_file_is_a_problem_and_is_kept(tmp_path: Path, content: bytes) -> None:
    (tmp_path / TALKS_FILE).write_bytes(content)
    saved = SavedTalks(tmp_path)
    assert saved.talks == ()
    (problem,) = saved.problems
    assert problem.file == TALKS_FILE
    assert (tmp_path / TALKS_FILE).read_bytes() == content
    assert saved.save(SHORT) is None
    assert saved.problems == ()
    assert (tmp_path / "talks-1.broken.json").read_bytes() == content
    assert SavedTalks(tmp_path).talks == (SHORT,)


def test_one_broken_talk_costs_itself_and_is_kept(tmp_path: Path) -> None:
    entry = {"name": "Goed", "topics": ["a"]}
    twice = {"name": "goed", "topics": ["b"]}
    document = {"schema": 1, "talks": [entry, {"name": 3}, twice]}
    (tmp_path / TALKS_FILE).write_text(json.dumps(document), "utf-8")
    saved = SavedTalks(tmp_path)
    assert saved.talks == (TalkChoice(("a",), name="Goed"),)
    assert "2 of the saved talks" in str(saved.problems[0])
    saved.save(SHORT)
    saved.save(MONDAY)
    assert [talk.name for talk in SavedTalks(tmp_path).talks] == ["Maandag", "Kort", "Goed"]
    assert json.loads((tmp_path / "talks-1.broken.json").read_text("utf-8")) == document
    assert not (tmp_path / "talks-2.broken.json").exists()


def test_no_copy_replaces_an_older_one(tmp_path: Path) -> None:
    for number in range(1, 10):
        (tmp_path / TALKS_FILE).write_text(f"broken {number}", "utf-8")
        assert SavedTalks(tmp_path).save(SHORT) is None
    (tmp_path / TALKS_FILE).write_text("broken 10", "utf-8")
    assert SavedTalks(tmp_path).save(SHORT) is not None
    assert (tmp_path / TALKS_FILE).read_text("utf-8") == "broken 10"
    assert (tmp_path / "talks-3.broken.json").read_text("utf-8") == "broken 3"


def test_half_a_letter_in_a_title_does_not_stop_saving(tmp_path: Path) -> None:
    text = '{"schema": 1, "talks": [{"name": "x", "title": "\\ud83d", "topics": ["a"]}]}'
    (tmp_path / TALKS_FILE).write_text(text, "utf-8")
    saved = SavedTalks(tmp_path)
    assert saved.save(SHORT) is None
    assert [talk.name for talk in SavedTalks(tmp_path).talks] == ["Kort", "x"]


def test_something_strange_in_its_place(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / TALKS_FILE)
    saved = SavedTalks(tmp_path)
    assert "not a plain file" in str(saved.problems[0])


def test_a_disk_that_takes_nothing_costs_the_write_only(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    saved = SavedTalks(tmp_path / "file")
    problem = saved.save(SHORT)
    assert problem is not None
    assert "not saved" in problem.what
    assert saved.talks == (SHORT,)


def test_there_is_an_end_to_it(tmp_path: Path) -> None:
    saved = SavedTalks(tmp_path)
    for number in range(MOST_TALKS):
        assert saved.save(SHORT._replace(name=f"Praatje {number}")) is None
    assert saved.save(MONDAY) is not None
    assert saved.save(SHORT._replace(name="Praatje 7")) is None
    assert len(SavedTalks(tmp_path).talks) == MOST_TALKS


@pytest.mark.parametrize("name", ["", "  ", "\n\t"])
def test_a_talk_needs_a_name(tmp_path: Path, name: str) -> None:
    saved = SavedTalks(tmp_path)
    assert saved.save(SHORT._replace(name=name)) is not None
    assert saved.talks == ()
    assert not (tmp_path / TALKS_FILE).exists()


@given(some.text(), some.lists(some.text(max_size=50), max_size=4))
def test_a_free_name_is_a_name_that_nobody_has(title: str, taken: list[str]) -> None:
    name = free_name(title or "x", [clean_name(one) for one in taken])
    assert len(name) <= LONGEST_NAME
    assert name == clean_name(name)
    assert name
    assert name.casefold() not in {clean_name(one).casefold() for one in taken}


def test_the_second_talk_of_a_title_gets_a_number() -> None:
    assert free_name("Waarom bewegen?", []) == "Waarom bewegen?"
    assert free_name("Waarom bewegen?", ["waarom bewegen?"]) == "Waarom bewegen? 2"
    assert free_name("x" * 60, ["x" * 40]) == "x" * 36 + " 2"
