"""Warns of pages that are hard to read: long pages, sentences and words, a low Flesch-Douma."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.content.letters import LONGEST_WORD
from kiosk.content.room import MOST_SENTENCE_WORDS
from kiosk.content.syllables import counter
from kiosk.content.topic_file import MOST_PAGE_WORDS
from kiosk.domain.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def flesch_douma(word_count: int, sentences: int, syllables: int) -> float:
    """The Dutch reading ease (access.md section 4); 100 is very easy, 70 fairly easy."""
    if not word_count or not sentences:
        return 100.0
    return 206.8 - 77 * syllables / word_count - 0.93 * word_count / sentences


class Readability:
    """Warns while topics come by, and at the end of what holds for all of them."""

    def __init__(self, language: str, explained: frozenset[str]) -> None:
        self._count = counter(language)
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
            self._sentence(sentence.text, read.lines["action"], report, MOST_SENTENCE_WORDS)
        for question in topic.questions:
            self._sentence(question, read.lines["questions"], report)
        self._long_words(topic.title, read.lines["title"], report)
        for page, lines in zip(topic.pages, read.pages, strict=True):
            self._page(page, lines, report)

    def _page(self, page: Page, lines: PageLines, report: FileReport) -> None:
        heading = len(words(page.heading.text))
        if heading > LONG_HEADING:
            what = f"the heading has {heading} words"
            report.warning(lines.heading, what, f"use at most {LONG_HEADING}")
        self._long_words(page.heading.text, lines.heading, report)
        found: list[str] = []
        sentences = 0
        for block, line in zip(page.blocks, lines.blocks, strict=True):
            for sentence in block.sentences:
                found += self._sentence(sentence.text, line, report, MOST_SENTENCE_WORDS)
                sentences += 1
        if LONG_PAGE < len(found) <= MOST_PAGE_WORDS:
            what = f"this page has {len(found)} words"
            report.warning(lines.heading, what, f"aim for at most {LONG_PAGE}")
        self._words += len(found)
        self._sentences += sentences
        self._ease(found, sentences, lines.heading, report)

    def _ease(self, found: Iterable[str], sentences: int, line: int, report: FileReport) -> None:
        if self._count is None:
            return
        spoken = list(found)
        score = flesch_douma(len(spoken), sentences, sum(map(self._count, spoken)))
        self._scores += score
        self._pages += 1
        if score < EASY_PAGE:
            what = f"this page has a reading ease (Flesch-Douma) of {score:.0f}"
            report.warning(line, what, f"use shorter words and sentences, to reach {EASY_PAGE}")

    def question(self, read: QuestionRead, report: FileReport) -> None:
        """Warns of long sentences and words in a question and its answers."""
        for line, text in read.texts():
            self._sentence(text, line, report)

    def _sentence(
        self, text: str, line: int, report: FileReport, refused_over: float = math.inf
    ) -> list[str]:
        found = words(text)
        if LONG_SENTENCE < len(found) <= refused_over:
            what = f"a sentence has {len(found)} words (“{' '.join(found[:4])} …”)"
            report.warning(line, what, f"cut it; use at most {LONG_SENTENCE}")
        self._long_words(text, line, report)
        return found

    def _long_words(self, text: str, line: int, report: FileReport) -> None:
        for word in words(text):
            if not MOST_SYLLABLES < len(word) <= LONGEST_WORD:
                continue
            letters = sum(map(str.isalnum, word)) if len(word) > MOST_LETTERS else len(word)
            syllables = self._count(word) if self._count else 0
            much = letters > MOST_LETTERS or syllables > MOST_SYLLABLES
            if much and word.lower() not in self._explained:
                much = f"{letters} letters" if letters > MOST_LETTERS else f"{syllables} syllables"
                what = f"the word {word[:40]} has {much}"
                report.warning(line, what, "use a shorter one, or explain it in glossary.toml")

    def finish(self, report: FileReport) -> None:
        """Warns of what is true of all pages together."""
        if self._pages and self._scores / self._pages < EASY_MEAN:
            what = f"the pages have a mean reading ease of {self._scores / self._pages:.0f}"
            report.warning(0, what, f"use shorter words and sentences, to reach {EASY_MEAN}")
        if self._sentences and self._words / self._sentences > MEAN_SENTENCE:
            what = f"sentences have {self._words / self._sentences:.1f} words in the mean"
            report.warning(0, what, f"use shorter ones, at most {MEAN_SENTENCE}")
