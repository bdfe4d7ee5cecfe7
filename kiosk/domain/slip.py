"""The questions for the doctor that a visitor keeps, as one text that a telephone can hold."""

from __future__ import annotations

from collections.abc import Sequence

# The most characters of the text (the issue).
MOST_CHARACTERS = 600


def slip(heading: str, questions: Sequence[str]) -> str:
    """A heading and the questions, a line each."""
    return "\n".join((heading, *(f"- {question}" for question in questions)))


def has_room(heading: str, questions: Sequence[str], more: Sequence[str]) -> bool:
    """Whether more questions can be kept beside these."""
    return len(slip(heading, [*questions, *more])) <= MOST_CHARACTERS
