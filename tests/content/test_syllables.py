"""The Dutch syllable counter against words counted by hand (access.md L1: at least 95 % right)."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.syllables import counter, dutch_syllables

# One word a line, with a dot where a syllable ends as the word is spoken.
BY_HAND = Path(__file__).with_name("syllables_nl.txt").read_text("utf-8").split()


# Hyphens and capitals: spelled out letter by letter.
SPELLED = {"MS": 2, "MRI": 3, "MS-team": 3, "MRI-scan": 4, "3": 1, "7": 2, "team": 1, "website": 2}


def by_hand() -> dict[str, int]:
    return {word.replace(".", ""): word.count(".") + 1 for word in BY_HAND}


def test_the_list_is_long_enough() -> None:
    assert len(by_hand()) >= 60


def test_at_least_95_in_100_words_are_right() -> None:
    wrong = {
        word: (dutch_syllables(word), count)
        for word, count in by_hand().items()
        if dutch_syllables(word) != count
    }
    assert len(wrong) <= 0.05 * len(by_hand()), wrong


def test_the_counter_does_not_flatter() -> None:
    """Where it errs it must not err to the easy side in the sum (access.md section 4, trap)."""
    words = by_hand()
    assert sum(map(dutch_syllables, words)) >= 0.99 * sum(words.values())


@pytest.mark.parametrize(("word", "count"), [("idee", 2), ("radio", 3), ("piano", 3), ("duo", 2)])
def test_vowels_that_hyphenation_misses_are_counted(word: str, count: int) -> None:
    assert dutch_syllables(word) == count


@pytest.mark.parametrize(("word", "count"), SPELLED.items())
def test_abbreviations_and_loan_words(word: str, count: int) -> None:
    assert dutch_syllables(word) == count


@pytest.mark.parametrize("word", ["", "'", "-", "bcd", "’s", "\u00ad"])
def test_every_word_has_a_syllable(word: str) -> None:
    assert dutch_syllables(word) == 1


def test_only_dutch_has_a_counter() -> None:
    assert counter("nl") is dutch_syllables
    assert counter("nl_BE") is dutch_syllables
    assert counter("fr") is None
