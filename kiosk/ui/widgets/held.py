"""Texts whose words are held together, so that no line begins between them."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
# A last word of at most this many letters never stands alone on a last line (LOOK.md, Type).
SHORT_WORD = 9
# A first part of a word that is too short to stand before its hyphen alone.
_ONE_PART = re.compile(r"(?<![\w-])(\w{1,3})-(?=\w)")
# And a last part that is too short to begin a line, as in "puis-je" and "conseille-t-il".
_LAST_PART = re.compile(r"(?<=\w)-(?=\w{1,2}(?!\w))")
# A title stays with the name after it.
_TITLE = re.compile(r"\b([Dd]r|[Pp]rof)\. (?=\w)")


def part_held(text: str) -> str:
    """The text with short parts of words held: "IT-" ends no line, and "-je" begins none."""
    return _LAST_PART.sub(NO_BREAK_HYPHEN, _ONE_PART.sub("\\1" + NO_BREAK_HYPHEN, text))


def title_held(text: str) -> str:
    """The text with the titles of people held to their names."""
    return _TITLE.sub("\\1." + NO_BREAK, text)


def after_colon_held(text: str) -> str:
    """The text with what follows its first colon held together."""
    head, colon, rest = text.partition(": ")
    return head + colon + rest.replace(" ", NO_BREAK)


def end_held(text: str) -> str:
    """The text with its last two words held together when the last one is short."""
    head, space, last = text.rpartition(" ")
    return head + NO_BREAK + last if space and len(last) <= SHORT_WORD else text
