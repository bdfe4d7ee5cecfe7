"""How large letters on a wall are, and how a line is cut that is too long for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.talk.glass import wall_px
from kiosk.domain.talk.split import MORE, split_line
from kiosk.domain.units import CAP_EM


def test_letters_are_seven_tenths_of_a_degree_at_the_passive_distance() -> None:
    """access.md, note on D1: 21.5 inch, 1.5 m: capitals of 18.3 mm, about 111 px."""
    px = wall_px(1920, 1080, 1080 / 268.0)
    assert px == 111
    assert px * CAP_EM / (1080 / 268.0) == pytest.approx(18.3, abs=0.2)
    assert wall_px(1920, 1080, 1080 / 268.0, 3000.0) == 222
    assert wall_px(3840, 2160, 2160 / 268.0) == pytest.approx(2 * px, abs=1)


def test_where_nobody_knows_the_size_a_ninth_of_the_picture() -> None:
    """Issue 3, item 4."""
    assert wall_px(1920, 1080, None) == 120
    assert wall_px(1024, 768, None) == 86
    assert wall_px(1280, 800, None) == 89
    assert wall_px(1280, 1024, None) == 114
    assert wall_px(1080, 1920, None) == 120


def test_a_line_is_cut_between_sentences_else_at_a_pause_else_evenly() -> None:
    assert split_line("Een zin is dit. En nog een zin.", 2) == (
        "Een zin is dit.",
        "En nog een zin.",
    )
    assert split_line("Eerst dit deel, daarna dat deel.", 2) == (
        f"Eerst dit deel {MORE}",
        f"{MORE} daarna dat deel.",
    )
    uneven = split_line("Eerst dit, daarna nog dat en ook dit.", 2)
    assert uneven == (f"Eerst dit {MORE}", f"{MORE} daarna nog dat en ook dit.")
    assert split_line("aaa bbb ccc ddd", 2) == (f"aaa bbb {MORE}", f"{MORE} ccc ddd")


def test_what_need_not_be_cut_is_not() -> None:
    assert split_line("Eén zin.", 1) == ("Eén zin.",)
    assert split_line("", 3) == ()
    assert split_line("woord", 3) == ("woord",)


words = st.lists(
    st.text("abcdefgh", min_size=1, max_size=9).flatmap(
        lambda word: st.sampled_from((word, word + ",", word + "."))
    ),
    min_size=1,
    max_size=40,
)


@given(words, st.integers(1, 7))
def test_no_word_is_lost_or_moved(said: list[str], parts: int) -> None:
    found = split_line(" ".join(said), parts)
    assert len(found) == min(parts, len(said))
    kept = [word for part in found for word in part.split() if word != MORE]
    assert [word.rstrip(",;:") for word in kept] == [word.rstrip(",;:") for word in said]
    assert all(part.strip(f" {MORE}") for part in found)
