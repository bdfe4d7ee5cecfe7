"""Refuses texts that no screen has room for, and names words that cannot be broken."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kiosk.content.fields import count
from kiosk.domain.text import plain, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.content.fields import Fields
    from kiosk.content.report import FileReport

# A pack of everyday words at these limits fits at 150 % on a true 15.6 inch (1366x768 px at
# 3.95 px/mm), the tightest screen: measured with a tour.
MOST_TITLE_WORDS = 6
MOST_TITLE_LETTERS = 40
MOST_SUBTITLE_WORDS = 12
MOST_NOTICE_WORDS = 60
MOST_SOURCE_WORDS = 20
MOST_ALT_WORDS = 30
# A page is broken between sentences only.
MOST_SENTENCE_WORDS = 25
# Where a longer sentence stands whole it is set smaller; over this it runs under the buttons.
MOST_WHOLE_WORDS = 40
# A heading is never broken over pages; over this it leaves a sentence below it no room.
MOST_HEADING_WORDS = 20
MOST_HEADING_LETTERS = 120
# What can stand on a line without a break: on a card, and where letters are smaller or rows wider.
TITLE_PART = 14
LINE_PART = 20

_WORD = re.compile(r"[^\W_]+(?:['\u2019\u2010\u2011\u00ad-]+[^\W_]+)*")
# Lines break at a soft hyphen and after a hyphen, but not after U+2011.
_BREAK = re.compile("[\u00ad\u2010-]")


def check_title(fields: Fields, key: str, title: str) -> None:
    """Notes what keeps a title off a card: its lines, its length, words without a break."""
    value = fields.values.get(key)
    if isinstance(value, str) and len(value.strip().splitlines()) > 1:
        fields.error(key, "the title has a line break", "write it on one line")
    check_words(fields, key, title, "the title", MOST_TITLE_WORDS)
    letters = len(plain(title))
    if letters > MOST_TITLE_LETTERS:
        what = f"the title has {letters} characters"
        fields.error(key, what, f"use at most {MOST_TITLE_LETTERS}")
    check_parts(title, TITLE_PART, fields.line(key), fields.report)


def check_words(fields: Fields, key: str, text: str, name: str, most: int) -> None:
    """An error where the text has more words than there is room for."""
    if count(text) > most:
        fields.error(key, f"{name} has {count(text)} words", f"use at most {most}")


def check_alt(alt: str, line: int, report: FileReport) -> None:
    """An error where the words for a picture are too many."""
    if count(alt) > MOST_ALT_WORDS:
        what = f"the text of this picture has {count(alt)} words"
        report.error(line, what, f"use at most {MOST_ALT_WORDS}")


def check_heading(text: str, line: int, report: FileReport) -> None:
    """Notes what keeps a page's heading off the glass: its length, words without a break."""
    for many, most, of in (
        (count(text), MOST_HEADING_WORDS, "words"),
        (len(plain(text)), MOST_HEADING_LETTERS, "characters"),
    ):
        if many > most:
            report.error(line, f"the heading has {many} {of}", f"use at most {most}")
            return
    check_parts(text, LINE_PART, line, report)


def check_sentences(
    sentences: Iterable[str], line: int, report: FileReport, most: int = MOST_SENTENCE_WORDS
) -> None:
    """An error for each sentence of over `most` words; pages break between sentences."""
    for sentence in sentences:
        found = words(sentence)
        if len(found) > most:
            what = f"a sentence has {len(found)} words (“{' '.join(found[:4])} …”)"
            report.error(line, what, f"cut it; use at most {most}")


def check_parts(text: str, most: int, line: int, report: FileReport) -> None:
    """Warns of words that have over `most` letters without a place to break."""
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        longest = max(map(len, _BREAK.split(word)))
        if longest > most:
            what = f"the word {plain(word)[:40]} has {longest} letters without a place to break"
            report.warning(line, what, "put a soft hyphen (U+00AD) where it may break")
