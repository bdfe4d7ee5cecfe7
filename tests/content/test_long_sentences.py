"""Sentences too long for the tightest glass are cut into parts that pages can break between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.long_sentences import parts
from kiosk.domain.pack import Run
from kiosk.domain.text import words


def texts(*runs: Run) -> list[str]:
    return ["".join(run.text for run in part) for part in parts(runs)]


def row(count: int) -> str:
    return " ".join(f"w{number}" for number in range(count))


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(15, [15]), (25, [25]), (26, [13, 13]), (31, [11, 10, 10]), (40, [14, 13, 13]), (41, [41])],
)
def test_only_sentences_over_25_words_are_cut_evenly(count: int, sizes: list[int]) -> None:
    assert [len(words(part)) for part in texts(Run(row(count)))] == sizes


def test_a_comma_near_an_even_cut_draws_it() -> None:
    first, second = f"{row(11)},", row(15)
    assert texts(Run(f"{first} {second}")) == [first, second]


def test_bold_words_stay_bold_across_a_cut() -> None:
    found = list(parts((Run(f"{row(10)} "), Run(row(6), bold=True), Run(f" {row(10)}"))))
    assert [[run.bold for run in part] for part in found] == [[False, True], [True, False]]


def test_words_without_a_space_between_them_stay_together() -> None:
    assert texts(Run("/".join("abcdefghijklmnopqrstuvwxyzabcd"))) == [
        "/".join("abcdefghijklmnopqrstuvwxyzabcd")
    ]


@given(st.lists(st.text("ab ,-\u00ad\u00a0'/", min_size=1, max_size=9), min_size=1, max_size=60))
def test_the_parts_say_what_the_sentence_says(written: list[str]) -> None:
    text = " ".join(" ".join(written).split(" ")).strip(" ")
    while "  " in text:
        text = text.replace("  ", " ")
    assert " ".join(texts(Run(text))) == text
