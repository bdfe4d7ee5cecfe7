"""Reads a glossary.toml: hard words in their forms, each explained in one plain sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.fields import Fields, fold
from kiosk.content.plain_language import PlainRules, check_plain
from kiosk.content.readability import LONG_SENTENCE
from kiosk.content.room import MOST_SENTENCE_WORDS
from kiosk.content.toml_text import parse
from kiosk.content.translation import check_age, words_hash
from kiosk.domain.glossary import Finder, Term, sentences
from kiosk.domain.text import split_sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.content.letters import Letters
    from kiosk.content.readability import Readability
    from kiosk.content.report import FileReport
    from kiosk.content.tools import Tools
    from kiosk.domain.pack import Topic

FILE = "glossary.toml"
# The one key that is no word: which words of the reference language this was translated from.
TRANSLATION_OF = "translation_of"


class GlossaryRead(NamedTuple):
    """The explanations by word with its forms, as the file has them, and the line of each."""

    entries: dict[str, str]
    lines: dict[str, int]
    translation_of: str = ""
    translation_line: int = 0

    @property
    def terms(self) -> dict[str, Term]:
        """The terms by their key."""
        return {key: Term.of(key, meaning) for key, meaning in self.entries.items()}

    @property
    def forms(self) -> frozenset[str]:
        """Every form of every word, in small letters."""
        return frozenset(form.lower() for term in self.terms.values() for form in term.forms)

    def texts(self) -> Iterator[tuple[int, str]]:
        """Every text with its line, in order."""
        for key, meaning in self.entries.items():
            yield self.lines[key], key
            yield self.lines[key], meaning


NO_GLOSSARY = GlossaryRead({}, {})


def find_glossary(
    tools: Tools, language: str, rules: PlainRules, reference: GlossaryRead | None
) -> GlossaryRead:
    """The glossary of a language, which may have none; `reference` is that of the first one."""
    name = f"{language}/{FILE}"
    report = tools.report.file(name)
    if not tools.source.has(name):
        if reference and reference.entries:
            report.warning(0, "this file is missing", "explain the hard words here too")
        return NO_GLOSSARY
    text = tools.source.text(name, report)
    if text is None:
        return NO_GLOSSARY
    read = read_glossary(text, tools.letters, rules, report, translated=reference is not None)
    if reference:
        words_now = words_hash(reference.texts())
        check_age(read.translation_of, words_now, read.translation_line, report)
    return read


def read_glossary(
    text: str, letters: Letters, rules: PlainRules, report: FileReport, *, translated: bool
) -> GlossaryRead:
    """The explanations by word; every problem is noted."""
    toml = parse(text, report)
    if toml is None:
        return NO_GLOSSARY
    fields = Fields(toml, report)
    asked = translated and fields.has(TRANSLATION_OF)
    keys = [key for key in fields.values if not (asked and key == TRANSLATION_OF)]
    read = GlossaryRead(
        {fold(key): fields.text(key) for key in keys},
        {fold(key): fields.line(key) for key in keys},
        fields.text(TRANSLATION_OF) if asked else "",
        fields.line(TRANSLATION_OF) if asked else 0,
    )
    for line, part in read.texts():
        letters.check(part, line, report)
    check_plain(((read.lines[key], text) for key, text in read.entries.items()), rules, report)
    _check_forms(read, report)
    for key, term in read.terms.items():
        _check_length(term, read.lines[key], report)
    return read


def _check_forms(read: GlossaryRead, report: FileReport) -> None:
    """Notes words without letters, and a form that two words share."""
    seen: dict[str, str] = {}
    for key, term in read.terms.items():
        line = read.lines[key]
        if not all(words(form) for form in term.forms) or not term.forms:
            report.error(line, f"{key[:40]!r} is no word", 'write "word" = "…", forms after commas')
        for form in term.forms:
            if form in seen:
                what = f"the form {form[:40]} stands at {seen[form][:40]} too"
                report.warning(line, what, "write it once")
            seen.setdefault(form, term.word)


def _check_length(term: Term, line: int, report: FileReport) -> None:
    """Notes what is no single short sentence: it stands in the margin of a page."""
    count_sentences = len(split_sentences(term.meaning))
    count = len(words(f"{term.word} {term.meaning}"))
    if count > MOST_SENTENCE_WORDS:
        what = f"{term.word[:40]} and its explanation have {count} words"
        report.error(line, what, f"use at most {MOST_SENTENCE_WORDS}")
    elif count_sentences > 1:
        what = f"the explanation of {term.word[:40]} has {count_sentences} sentences"
        report.warning(line, what, "use one")
    elif len(words(term.meaning)) > LONG_SENTENCE:
        what = f"the explanation of {term.word[:40]} has {len(words(term.meaning))} words"
        report.warning(line, what, f"use at most {LONG_SENTENCE}")


class GlossaryUse:
    """Notes which words of a glossary pages use, while topics come by."""

    def __init__(self, read: GlossaryRead) -> None:
        self._read = read
        self._finder = Finder(read.terms.values())
        self._unused = {term: key for key, term in read.terms.items()}

    def note(self, topic: Topic) -> None:
        """What a topic says where its lines can stand."""
        if self._unused:
            for sentence in sentences(topic):
                for term in self._finder.find(sentence.text):
                    self._unused.pop(term, None)

    def finish(self, easy: Readability, report: FileReport) -> None:
        """Warns of words that no page uses, and of hard words in explanations."""
        if report.has_errors:
            return
        for key in self._unused.values():
            what = f"no page says {key[:40]}"
            report.warning(self._read.lines[key], what, "write it as the pages do, or remove it")
        for key, meaning in self._read.entries.items():
            easy.explanation(meaning, self._read.lines[key], report)
