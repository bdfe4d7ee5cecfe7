"""The playlist: what attract shows, for how long, and which card a touch meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pack import Topic, TopicList
from kiosk.domain.playlist import Playlist, dwell_s


def topic(place: int, *, loop: bool) -> Topic:
    return Topic(f"t{place}", f"T{place}", "", 1, None, "", (), loop, (), (), ())


def topics(*loops: bool) -> TopicList:
    return TopicList(tuple(topic(place, loop=loop) for place, loop in enumerate(loops)))


class Counted:
    """Topics that note which of them were loaded."""

    def __init__(self, loops: list[bool]) -> None:
        self.loops = loops
        self.loaded: list[int] = []

    def __len__(self) -> int:
        return len(self.loops)

    def __getitem__(self, place: int, /) -> Topic:
        self.loaded.append(place)
        return topic(place, loop=self.loops[place])

    def place(self, topic_id: str) -> int:
        return int(topic_id[1:])


@pytest.mark.parametrize(("words", "expected"), [(0, 3.0), (7, 10.0), (25, 28.0)])
def test_dwell_is_three_seconds_and_one_a_word(words: int, expected: float) -> None:
    assert dwell_s(words) == expected


def test_dwell_follows_the_settings() -> None:
    assert dwell_s(10, base_s=5.0, word_s=0.5) == 10.0


def test_only_topics_that_loop_in_order_again_and_again() -> None:
    playlist = Playlist(topics(False, True, False, True, True, False))
    assert [playlist.place, *(playlist.advance(float(t)) for t in range(5))] == [1, 3, 4, 1, 3, 4]


def test_a_single_one_comes_back() -> None:
    playlist = Playlist(topics(False, False, True))
    assert [playlist.place, playlist.advance(1.0), playlist.advance(2.0)] == [2, 2, 2]


def test_never_empty() -> None:
    playlist = Playlist(topics(False, False))
    assert [playlist.place, playlist.advance(1.0), playlist.advance(2.0)] == [0, 0, 0]


def test_no_topics_at_all_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one topic"):
        Playlist(TopicList(()))


def test_restart_shows_the_first_again() -> None:
    playlist = Playlist(topics(True, True, True))
    playlist.advance(1.0)
    assert playlist.restart(50.0) == 0
    assert playlist.advance(60.0) == 1


def test_ten_thousand_topics_are_not_loaded_for_the_first_cards() -> None:
    counted = Counted([True] * 10_000)
    playlist = Playlist(counted)
    playlist.advance(1.0)
    playlist.advance(2.0)
    assert counted.loaded == [0, 1, 2]


def test_a_second_round_loads_nothing() -> None:
    counted = Counted([True, False, True])
    playlist = Playlist(counted)
    for now in range(7):
        playlist.advance(float(now))
    assert counted.loaded == [0, 1, 2]


def test_a_young_card_counts_as_the_one_before() -> None:
    playlist = Playlist(topics(True, True))
    playlist.restart(0.0)
    playlist.advance(10.0)
    assert playlist.chosen(10.0) == 0
    assert playlist.chosen(11.4) == 0
    assert playlist.chosen(11.5) == 1
    assert playlist.chosen(9.9) == 0  # touched before the card came


def test_the_first_card_has_none_before() -> None:
    playlist = Playlist(topics(True, True))
    playlist.advance(5.0)
    playlist.restart(10.0)
    assert playlist.chosen(10.1) == 0


@given(loops=st.lists(st.booleans(), min_size=1, max_size=12), steps=st.integers(0, 30))
def test_each_round_shows_each_once(loops: list[bool], steps: int) -> None:
    playlist = Playlist(topics(*loops))
    expected = [place for place, loop in enumerate(loops) if loop] or [0]
    shown = [playlist.place, *(playlist.advance(float(step)) for step in range(steps))]
    assert shown == [expected[turn % len(expected)] for turn in range(steps + 1)]
