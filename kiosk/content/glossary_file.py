"""Reads a glossary.toml: hard words, each explained in one plain sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.content.fields import Fields
from kiosk.content.plain_language import PlainRules, check_plain
from kiosk.content.readability import LONG_SENTENCE
from kiosk.content.toml_text import parse
from kiosk.domain.text import split_sentences, words

if TYPE_CHECKING:
    from kiosk.content.letters import Letters
    from kiosk.content.report import FileReport


def read_glossary(
    text: str, letters: Letters, rules: PlainRules, report: FileReport
) -> dict[str, str]:
    """The explanations by word; every problem is noted."""
    toml = parse(text, report)
    if toml is None:
        return {}
    fields = Fields(toml, report)
    glossary = {word: fields.text(word) for word in fields.values}
    for word, sentence in glossary.items():
        line = fields.line(word)
        for part in (word, sentence):
            letters.check(part, line, report)
        check_plain([(line, sentence)], rules, report)
        _check_length(word, sentence, line, report)
    return glossary


def _check_length(word: str, explanation: str, line: int, report: FileReport) -> None:
    """Warns of what is no single short sentence: it stands in a margin, beside its word."""
    sentences = split_sentences(explanation)
    if len(sentences) > 1:
        what = f"the explanation of {word[:40]} has {len(sentences)} sentences"
        report.warning(line, what, "use one")
    elif len(words(explanation)) > LONG_SENTENCE:
        what = f"the explanation of {word[:40]} has {len(words(explanation))} words"
        report.warning(line, what, f"use at most {LONG_SENTENCE}")
