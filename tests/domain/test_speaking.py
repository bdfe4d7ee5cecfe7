"""What is said, in which order, how loud and for how long at most."""

from __future__ import annotations

import math

import pytest

from kiosk.domain.pack import Run
from kiosk.domain.speaking import (
    LOUDEST,
    Utterance,
    choose_locale,
    gain,
    limit_s,
    pause_s,
    spans,
    utterances,
)
from kiosk.domain.text import SentenceNames, sentence_id


def test_a_paragraph_is_said_sentence_by_sentence() -> None:
    said = [
        one.text for one in utterances(["Bewegen helpt. Vraag dr. Peeters raad!", "Rust."], "a")
    ]
    assert said == ["Bewegen helpt.", "Vraag dr. Peeters raad!", "Rust."]


def test_a_sentence_has_the_name_that_its_recording_has() -> None:
    sentence = SentenceNames().named((Run("Bewegen "), Run("helpt", bold=True), Run(".")))
    [one] = utterances([sentence.text], "waarom")
    assert (one.topic, one.id) == ("waarom", sentence.id)


def test_places_are_those_of_what_is_seen() -> None:
    text = "Dit is er\u00adgo\u00adtherapie. Dit is rust."
    seen = text.replace("\u00ad", "")
    assert [seen[span.start : span.end] for span in spans(text)] == [
        "Dit is ergotherapie.",
        "Dit is rust.",
    ]


def test_what_returns_in_a_paragraph_is_found_twice() -> None:
    assert [(span.start, span.end) for span in spans("Rust. Rust.")] == [(0, 5), (6, 11)]


def test_signs_without_a_sound_are_pauses() -> None:
    assert Utterance("Pagina 1 van 4 · 2\u00a0minuten").said == "Pagina 1 van 4, 2 minuten"
    assert Utterance("ergo\u00adtherapie").said == "ergotherapie"
    assert Utterance("ergo\u00adtherapie").id == sentence_id("ergo\u00adtherapie")


def test_four_steps_span_18_db() -> None:
    """access.md S4: at least 3 steps over at least 18 dB."""
    steps = [20 * math.log10(gain(step)) for step in range(1, LOUDEST + 1)]
    assert steps == sorted(steps)
    assert len(steps) >= 3
    assert steps[-1] - steps[0] >= 18
    assert gain(LOUDEST) == 1


def test_a_cap_holds() -> None:
    assert gain(4, most=2) == gain(2)


@pytest.mark.parametrize("rate", [-1.0, 0.0, 1.0])
def test_a_stuck_voice_is_seen_soon_and_a_slow_one_is_let_speak(rate: float) -> None:
    """access.md S5: 5 s; espeak-ng at its slowest says 80 words a minute, about 8 characters a s."""
    text = "Bewegen mag, ook wanneer u moe bent."
    slow = 8.0 * (1 if rate <= 0 else 2)
    assert limit_s(text, rate) > len(text) / slow
    assert limit_s("", rate) <= 5


def test_who_fails_again_is_left_alone_longer() -> None:
    pauses = [pause_s(times) for times in range(1, 8)]
    assert pauses == sorted(pauses)
    assert pauses[0] <= 5
    assert pauses[-1] == pauses[-2] == 600


@pytest.mark.parametrize(
    ("language", "names", "chosen"),
    [
        ("nl", ["nl_NL", "nl_BE"], "nl_BE"),
        ("nl_BE", ["nl_NL"], "nl_NL"),
        ("fr", ["fr_FR", "fr_BE", "fr_CA"], "fr_BE"),
        ("en", ["en_GB"], "en_GB"),
        ("nl", ["en_GB", "de_DE"], None),
        ("nl", [], None),
    ],
)
def test_no_voice_speaks_for_another_language(
    language: str, names: list[str], chosen: str | None
) -> None:
    assert choose_locale(language, names) == chosen
