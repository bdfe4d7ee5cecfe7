"""A message of the clinic: what may be prepared, and how long it shows."""

from __future__ import annotations

import pytest

from kiosk.domain.message import MINUTES, Message, parse_messages


def test_messages_stand_between_bars() -> None:
    assert parse_messages("De dokter komt zo. |  Even\tgeduld.|") == (
        "De dokter komt zo.",
        "Even geduld.",
    )
    assert parse_messages("") == ()
    assert parse_messages(" | ") == ()


def test_a_message_has_twelve_words_at_most() -> None:
    assert parse_messages(" ".join(["woord"] * 12))
    with pytest.raises(ValueError, match="message 2 has 19 words, at most 12"):
        parse_messages("Goed.|" + " ".join(["woord"] * 19))


def test_there_are_nine_at_most() -> None:
    assert len(parse_messages("|".join("abcdefghi"))) == 9
    with pytest.raises(ValueError, match="10 messages, at most 9"):
        parse_messages("|".join("abcdefghij"))


@pytest.mark.parametrize("minutes", MINUTES)
def test_it_shows_for_its_minutes(minutes: int) -> None:
    message = Message.put("Even geduld.", minutes, 1000.0)
    assert message.now(1000.0) == message.now(1000.0 + 60 * minutes - 0.01) == "Even geduld."
    assert message.now(1000.0 + 60 * minutes) == ""


def test_the_minutes_that_are_left_are_rounded_up() -> None:
    message = Message.put("Even geduld.", 15, 0.0)
    assert [message.minutes_left(at) for at in (0.0, 0.1, 60.0, 899.0, 900.0)] == [15, 15, 14, 1, 0]


def test_at_first_there_is_none() -> None:
    assert Message().now(0.0) == ""
    assert Message().now(-5.0) == ""
    assert Message().minutes_left(1e9) == 0
