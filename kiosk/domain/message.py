"""A message of the clinic that staff put up for a while, such as "the doctor is running late"."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from kiosk.domain.text import words

# How long a message can stay, in minutes (issue 3).
MINUTES = (15, 30, 60, 120)
# Read in passing, above a kernel that keeps two thirds of the display; and as many messages as a
# nurse finds at a glance.
MOST_WORDS = 12
MOST_MESSAGES = 9
# What stands between two messages in the settings file.
BETWEEN = "|"


def parse_messages(setting: str) -> tuple[str, ...]:
    """The messages in the setting `messages`, in its order, each with single spaces.

    Raises ValueError, in a few words, for more than 9 messages or one of more than 12 words.
    """
    parts = (" ".join(part.split()) for part in setting.split(BETWEEN))
    messages = tuple(part for part in parts if part)
    if len(messages) > MOST_MESSAGES:
        raise ValueError(f"{len(messages)} messages, at most {MOST_MESSAGES}")
    for number, text in enumerate(messages, 1):
        count = len(words(text))
        if count > MOST_WORDS:
            raise ValueError(f"message {number} has {count} words, at most {MOST_WORDS}")
    return messages


class Message(NamedTuple):
    """What is up, and until when by a monotonic clock, in seconds. Never kept over a restart:

    a kiosk that comes back an hour later does not say what is no longer true.
    """

    text: str = ""
    until: float = 0.0

    @classmethod
    def put(cls, text: str, minutes: int, at: float) -> Message:
        """A message from `at` on, for so many minutes."""
        return cls(text, at + 60.0 * minutes)

    def now(self, at: float) -> str:
        """The text that shows at a time; "" when there is none or it has had its time."""
        return self.text if at < self.until else ""

    def minutes_left(self, at: float) -> int:
        """How many minutes it still shows, rounded up; 0 when it does not."""
        return ceil((self.until - at) / 60.0) if self.now(at) else 0
