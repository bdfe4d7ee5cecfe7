"""What the settings ask for and cannot have: one problem each, in words for staff."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from kiosk.configuration.wishes import (
    language_problems,
    loop_problems,
    screen_problems,
    talk_problems,
    unreviewed,
)
from kiosk.domain.loop import Choice, parse_choice
from kiosk.domain.pack import Edition, Pack, Review, Topic, TopicList


def edition(language: str, review: Review | None = None) -> Edition:
    nothing: MappingProxyType[str, str] = MappingProxyType({})
    return Edition(language, "", "", "", TopicList(()), (), nothing, review)


REVIEW = Review("Een arts", "2026-01-02", "2028-01-02", "hash")
PACK = Pack("proef", "1", None, {"nl": edition("nl", REVIEW), "en": edition("en")}, ())


@pytest.mark.parametrize("language", ["", "nl", "en", "nl_BE", "en-GB", "EN"])
def test_a_language_of_the_pack_is_no_problem(language: str) -> None:
    assert language_problems(language, PACK) == []


def test_a_language_that_the_pack_lacks_is_told() -> None:
    (problem,) = language_problems("fr", PACK)
    assert "no fr, only nl, en; nl shows" in problem.what


@pytest.mark.parametrize(("index", "problems"), [(-1, 0), (0, 0), (1, 0), (2, 1), (9, 1)])
def test_a_screen_that_is_not_there_is_told(index: int, problems: int) -> None:
    assert len(screen_problems(index, 2)) == problems


def test_a_talk_that_is_not_there_is_told() -> None:
    (problem,) = talk_problems("vrijdag", ["maandag", "dinsdag"])
    assert "there is no talk 'vrijdag'" in problem.what
    assert "dinsdag, maandag" in problem.to_do


def test_topics_of_the_loop_that_the_pack_lacks_are_told() -> None:
    topic = Topic("a", "A", "", 1, None, "mos", (), True, (), (), ())
    pack = edition("nl")._replace(topics=TopicList((topic,)))
    assert loop_problems(Choice(), pack) == []
    assert loop_problems(Choice(parse_choice("a 3")), pack) == []
    (some,) = loop_problems(Choice(parse_choice("a; weg; fout 2")), pack)
    assert some.what == "the pack has no topic weg, fout; only the others show"
    (none,) = loop_problems(Choice(parse_choice("weg")), pack)
    assert none.what == "the pack has no topic weg; all topics show"


def test_only_a_reviewed_language_may_show_where_that_is_asked() -> None:
    assert unreviewed("nl")(PACK) is None
    assert unreviewed("")(PACK) is None
    why = unreviewed("en")(PACK)
    assert why is not None
    assert "en text" in why
