"""Checks that a text shows as meant: letters of the font, nothing hidden, no stars, nothing endless."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kiosk.domain.text import SOFT_HYPHEN, words

if TYPE_CHECKING:
    from kiosk.content.probe import Probe
    from kiosk.content.report import FileReport

# The longest Dutch word in dictionaries has 35 letters; what is longer cannot be laid out.
LONGEST_WORD = 40

# How many signs a text may hold beside one for each of its words: no limit of words counts them.
MOST_SIGNS = 40

# What makes words bold or slanted in Markdown; a star alone may be meant.
_STARS = re.compile(r"\*\*|\*\w[^*]*\*")


class Letters:
    """Asks the probe about each character once."""

    def __init__(self, probe: Probe) -> None:
        self._probe = probe
        self._good: set[str] = set()
        self._bad: dict[str, str] = {}

    def check(self, text: str, line: int, report: FileReport) -> None:
        """Notes the characters of a text that cannot be shown, markup, and what has no end."""
        signs = set(text)
        if not signs <= self._good:
            self._ask(signs - self._good - self._bad.keys())
            for sign in sorted(signs & self._bad.keys()):
                report.error(line, self._bad[sign], "write it with other characters")
        if "*" in signs and _STARS.search(text):
            report.error(line, "stars (*) would show as stars", "write the words only")
        if len(text) > LONGEST_WORD:
            self._check_length(text, line, report)

    def _ask(self, signs: set[str]) -> None:
        hidden = {sign for sign in signs if _hides(sign)}
        missing = set(self._probe.missing_characters("".join(sorted(signs - hidden))))
        for sign in hidden:
            self._bad[sign] = f"holds the invisible character U+{ord(sign):04X}"
        for sign in missing:
            self._bad[sign] = f"the font lacks the character {sign} (U+{ord(sign):04X})"
        self._good |= signs - hidden - missing

    def _check_length(self, text: str, line: int, report: FileReport) -> None:
        found = words(text)
        signs = sum(unicodedata.category(sign)[0] in "PS" for sign in text)
        if signs > MOST_SIGNS + len(found):
            what = f"a text of {len(found)} words has {signs} signs that are no letters"
            report.error(line, what, "write words")
        for word in found:
            if len(word) > LONGEST_WORD:
                report.error(
                    line,
                    f"the word {word[:20]}… has {len(word)} letters",
                    f"use words of at most {LONGEST_WORD} letters",
                )


def _hides(sign: str) -> bool:
    return unicodedata.category(sign) in (
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Cn",
        "Zl",
        "Zp",
    ) and sign not in (
        SOFT_HYPHEN,
        "\u200d",
        "\u200c",
    )
