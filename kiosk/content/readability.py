"""Warns of pages that are hard to read: long pages, sentences and words, a low reading ease."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.letters import LONGEST_WORD
from kiosk.content.syllables import counter
from kiosk.content.topic_file import MOST_PAGE_WORDS
from kiosk.content.word_parts import is_abbreviation
from kiosk.domain.text import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.activities_file import ActivitiesRead
    from kiosk.content.quiz_file import QuestionRead
    from kiosk.content.report import FileReport
    from kiosk.content.topic_file import PageLines, TopicRead
    from kiosk.domain.pack import Page

LONG_PAGE = 35
LONG_HEADING = 6
LONG_SENTENCE = 15  # access.md L2
MEAN_SENTENCE = 10  # access.md L2
MOST_SYLLABLES = 4  # access.md L3
MOST_LETTERS = 14  # access.md L3
EASY_PAGE = 70  # access.md L1
EASY_MEAN = 80  # access.md L1
_SHOWN = 90


class Ease(NamedTuple):
    """The reading ease of a language: 100 is very easy, 70 fairly easy, as Flesch meant it."""

    name: str
    best: float
    a_word: float
    a_syllable: float

    def score(self, word_count: int, sentences: int, syllables: int) -> float:
        """The ease of a text; 100 for one without words."""
        if not word_count or not sentences:
            return 100.0
        a_word = self.a_word * word_count / sentences
        return self.best - a_word - self.a_syllable * syllables / word_count


EASE = {
    "nl": Ease("Flesch-Douma", 206.8, 0.93, 77),  # access.md section 4
    "fr": Ease("Kandel-Moles", 207, 1.015, 73.6),  # Kandel and Moles 1958
    "en": Ease("Flesch", 206.835, 1.015, 84.6),  # Flesch 1948
    "de": Ease("Amstad", 180, 1, 58.5),  # Amstad 1978
}


class Readability:
    """Warns while topics come by, and at the end of what holds for all of them."""

    def __init__(self, language: str, explained: frozenset[str]) -> None:
        self._count: Callable[[str], int] | None = counter(language)
        self._ease = EASE.get(language.replace("-", "_").split("_")[0])
        self._explained = explained
        self._scores = 0.0
        self._pages = 0
        self._words = 0
        self._sentences = 0

    def topic(self, read: TopicRead, report: FileReport) -> None:
        """Warns of one topic's pages, kernel and action."""
        topic = read.topic
        for sentence in topic.kernel:
            self._sentence(sentence.text, read.lines["kernel"], report)
        for sentence in topic.action:
            self._sentence(sentence.text, read.lines["action"], report)
        for question in topic.questions:
            self._sentence(question, read.lines["questions"], report)
        self._hard_words(topic.title, read.lines["title"], report)
        for page, lines in zip(topic.pages, read.pages, strict=True):
            self._page(page, lines, report)

    def _page(self, page: Page, lines: PageLines, report: FileReport) -> None:
        heading = len(words(page.heading.text))
        if heading > LONG_HEADING:
            what = f"the heading has {heading} words"
            report.warning(lines.heading, what, f"use at most {LONG_HEADING}")
        self._hard_words(page.heading.text, lines.heading, report)
        found: list[list[str]] = []
        for block, line in zip(page.blocks, lines.blocks, strict=True):
            found += (self._sentence(sentence.text, line, report) for sentence in block.sentences)
        count = sum(map(len, found))
        if LONG_PAGE < count <= MOST_PAGE_WORDS:
            what = f"this page has {count} words"
            report.warning(lines.heading, what, f"aim for at most {LONG_PAGE}")
        self._words += count
        self._sentences += len(found)
        self._page_mean(found, lines.heading, report)
        self._page_ease(found, lines.heading, report)

    def _page_mean(self, found: list[list[str]], line: int, report: FileReport) -> None:
        """One sentence has no mean: it is held to `LONG_SENTENCE`."""
        mean = sum(map(len, found)) / max(len(found), 1)
        if len(found) > 1 and mean > MEAN_SENTENCE:
            what = f"the sentences of this page have {mean:.1f} words in the mean"
            report.warning(line, what, f"use shorter ones, at most {MEAN_SENTENCE}")

    def _page_ease(self, found: list[list[str]], line: int, report: FileReport) -> None:
        if self._count is None or self._ease is None:
            return
        score = self._score(found)
        self._scores += score
        self._pages += 1
        if score < EASY_PAGE:
            hardest = _short(" ".join(min(found, key=lambda sentence: self._score([sentence]))))
            what = f"this page has a reading ease ({self._ease.name}) of {score:.0f}"
            what += f", hardest is “{hardest}”"
            report.warning(line, what, f"use shorter words and sentences, to reach {EASY_PAGE}")

    def _score(self, sentences: list[list[str]]) -> float:
        assert self._count is not None, "the caller looked"
        assert self._ease is not None, "the caller looked"
        spoken = [word for sentence in sentences for word in sentence]
        return self._ease.score(len(spoken), len(sentences), sum(map(self._count, spoken)))

    def explanation(self, text: str, line: int, report: FileReport) -> None:
        """Warns of hard words in what should explain one."""
        self._hard_words(text, line, report)

    def question(self, read: QuestionRead, report: FileReport) -> None:
        """Warns of long sentences and words in a question and its answers."""
        for line, text in read.texts():
            self._sentence(text, line, report)

    def activities(self, read: ActivitiesRead, report: FileReport) -> None:
        """Warns of hard texts among the activities; after `finish`, whose mean is of topics."""
        for said in read.said:
            found = [self._sentence(text, line, report) for line, text in said.texts]
            if said.page and found:
                self._page_mean(found, said.line, report)
                self._page_ease(found, said.line, report)

    def _sentence(self, text: str, line: int, report: FileReport) -> list[str]:
        found = words(text)
        if len(found) > LONG_SENTENCE:
            what = f"a sentence has {len(found)} words (“{_short(text)}”)"
            report.warning(line, what, f"cut it; use at most {LONG_SENTENCE}")
        self._hard_words(text, line, report)
        return found

    def _hard_words(self, text: str, line: int, report: FileReport) -> None:
        for word in words(text):
            if word.lower() not in self._explained:
                self._hard_word(word, line, report)

    def _hard_word(self, word: str, line: int, report: FileReport) -> None:
        if is_abbreviation(word) and self._count:
            what = f"the abbreviation {word} is not in the glossary"
            report.warning(line, what, "write it in full, or explain it in glossary.toml")
        elif MOST_SYLLABLES < len(word) <= LONGEST_WORD:
            letters = sum(map(str.isalnum, word)) if len(word) > MOST_LETTERS else len(word)
            syllables = self._count(word) if self._count else 0
            if letters > MOST_LETTERS or syllables > MOST_SYLLABLES:
                much = f"{letters} letters" if letters > MOST_LETTERS else f"{syllables} syllables"
                what = f"the word {word[:40]} has {much}"
                report.warning(line, what, "use a shorter one, or explain it in glossary.toml")

    def finish(self, report: FileReport) -> None:
        """Warns of what is true of all pages together."""
        if self._ease and self._pages and self._scores / self._pages < EASY_MEAN:
            mean = self._scores / self._pages
            what = f"the pages have a mean reading ease ({self._ease.name}) of {mean:.0f}"
            report.warning(0, what, f"use shorter words and sentences, to reach {EASY_MEAN}")
        if self._sentences and self._words / self._sentences > MEAN_SENTENCE:
            what = f"sentences have {self._words / self._sentences:.1f} words in the mean"
            report.warning(0, what, f"use shorter ones, at most {MEAN_SENTENCE}")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 2]} …"
