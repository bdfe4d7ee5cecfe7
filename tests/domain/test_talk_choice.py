"""Changing a talk before it starts: nothing is lost, and nothing unknown gets in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from kiosk.domain.pack import Edition
from kiosk.domain.talk.pace import Plan
from kiosk.domain.talk.slides import TalkChoice, everything, make_slides
from kiosk.domain.talk_choice import fitted, length, moved, toggled, topic_ids
from tests.ui.support.packs import pack_of

KNOWN = ("a", "b", "c", "d")
NAMES = some.sampled_from((*KNOWN, "weg", "ook-weg"))
CHOICES = some.builds(
    TalkChoice,
    some.lists(NAMES, max_size=8).map(tuple),
    some.frozensets(NAMES, max_size=6),
    some.booleans(),
)


def edition(topics: int = 3, questions: int = 3) -> Edition:
    return pack_of(topics, questions).editions["nl"]


@given(CHOICES)
def test_a_fitted_talk_has_each_topic_once_and_shows_what_it_showed(choice: TalkChoice) -> None:
    found = fitted(choice, KNOWN)
    assert sorted(found.topics) == sorted(KNOWN)
    assert found.shown == tuple(name for name in choice.shown if name in KNOWN)
    assert found.hidden <= set(KNOWN)
    assert fitted(found, KNOWN) == found


@given(CHOICES, some.sampled_from(KNOWN))
def test_toggling_twice_changes_nothing_and_once_only_one_topic(
    choice: TalkChoice, name: str
) -> None:
    whole = fitted(choice, KNOWN)
    once = toggled(whole, name)
    assert toggled(once, name) == whole
    assert once.topics == whole.topics
    assert set(once.shown) ^ set(whole.shown) == {name}


@given(CHOICES, some.sampled_from(KNOWN), some.integers(-6, 6))
def test_a_moved_topic_shows_and_the_others_keep_their_order(
    choice: TalkChoice, name: str, step: int
) -> None:
    whole = fitted(choice, KNOWN)
    found = moved(whole, name, step)
    assert name in found.shown
    place = whole.topics.index(name) + step
    assert found.topics.index(name) == min(max(place, 0), len(KNOWN) - 1)
    rest = [one for one in whole.topics if one != name]
    assert [one for one in found.topics if one != name] == rest
    assert found.hidden == whole.hidden - {name}


def test_what_is_not_there_does_not_move() -> None:
    choice = TalkChoice(("a", "b"))
    assert moved(choice, "weg", 1) == choice


def test_the_length_is_that_of_the_slides() -> None:
    pack = edition()
    choice = everything(pack)
    assert topic_ids(pack) == choice.topics
    found = length(pack, choice)
    assert found.whole == max(1, round(Plan.over(make_slides(pack, choice)).whole / 60))
    assert set(found.topics) == set(choice.topics)
    less = length(pack, toggled(choice, choice.topics[0])._replace(questions=False))
    assert less.whole < found.whole
    assert less.topics[choice.topics[0]] >= 1
