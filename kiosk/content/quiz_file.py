"""Reads a quiz.toml: questions, answers and their reasons, within the limits of section 6."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.fields import Fields, count
from kiosk.content.room import LINE_PART, check_parts
from kiosk.content.toml_text import parse
from kiosk.content.topic_file import identifier, named, named_picture
from kiosk.domain.pack import Option, Question, Run
from kiosk.domain.text import SentenceNames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.content.pictures import Pictures
    from kiosk.content.report import FileReport

MOST_ASK_WORDS = 12
MOST_OPTION_WORDS = 6
WHY_WORDS = range(8, 17)
OPTIONS = range(2, 4)


class OptionLines(NamedTuple):
    """Where the parts of an answer stand."""

    text: int
    why: int
    claims: int
    against: int


class QuestionRead(NamedTuple):
    """A question and where its parts stand."""

    question: Question
    line: int
    ask: int
    topic: int
    image: int
    options: tuple[OptionLines, ...]

    def texts(self) -> Iterator[tuple[int, str]]:
        """Every text that somebody will read, with its line."""
        yield self.ask, self.question.ask.text
        if self.question.image:
            yield self.image, self.question.image.alt
        for option, lines in zip(self.question.options, self.options, strict=True):
            yield lines.text, option.text
            for sentence in option.why:
                yield lines.why, sentence.text


class QuizRead(NamedTuple):
    """The questions of a quiz.toml, and what they were translated from."""

    questions: list[QuestionRead]
    translation_of: str = ""
    translation_line: int = 0

    def texts(self) -> Iterator[tuple[int, str]]:
        """Every text that somebody will read, with its line."""
        for question in self.questions:
            yield from question.texts()


def read_quiz(
    text: str, pictures: Pictures, report: FileReport, *, translated: bool = False
) -> QuizRead:
    """The questions of a quiz.toml; every problem is noted."""
    toml = parse(text, report)
    if toml is None:
        return QuizRead([])
    fields = Fields(toml, report)
    of = fields.text("translation_of", required=False) if translated else ""
    names = SentenceNames()
    questions = [_question(entry, names, pictures) for entry in fields.tables("question")]
    if not fields.has("question") and not report.has_errors:
        to_do = "write one, or question = [] where there is to be no quiz"
        report.error(1, "there is no [[question]]", to_do)
    fields.unknown_keys()
    seen: set[str] = set()
    for read in questions:
        name = read.question.id
        if name and name in seen:
            report.error(read.line, f"the id {name!r} stands here twice", "give each its own id")
        seen.add(name)
    return QuizRead(questions, of, fields.line("translation_of") if of else 0)


def _question(fields: Fields, names: SentenceNames, pictures: Pictures) -> QuestionRead:
    ask = fields.text("ask")
    if count(ask) > MOST_ASK_WORDS:
        fields.error("ask", f"the question has {count(ask)} words", f"use at most {MOST_ASK_WORDS}")
    check_parts(ask, LINE_PART, fields.line("ask"), fields.report)
    name = identifier(fields, "id")
    topic = fields.text("topic")
    image = named_picture(fields, pictures, alt_required=False)
    if image and not image.alt:
        what = "the picture of this question has no text"
        fields.report.warning(fields.line("image"), what, "add alt = what it shows")
    entries = fields.tables("option")
    named_ask = names.named((Run(ask),))
    options = tuple(_option(entry, names) for entry in entries)
    told = all(isinstance(entry.values.get("correct"), bool) for entry in entries)
    _check_options(fields, options, told=told)
    lines = tuple(OptionLines(*(e.line(k) for k in OptionLines._fields)) for e in entries)
    fields.unknown_keys()
    return QuestionRead(
        Question(name, topic, named_ask, image, options),
        fields.line("id"),
        fields.line("ask"),
        fields.line("topic"),
        fields.line("image"),
        lines,
    )


def _check_options(fields: Fields, options: tuple[Option, ...], *, told: bool) -> None:
    """Notes what is wrong with them together; `told`: each says whether it is correct."""
    if len(options) not in OPTIONS:
        what = f"this question has {len(options)} answers"
        fields.error(None, what, "write two or three [[question.option]]")
    right = sum(option.correct for option in options)
    if options and told and right != 1:
        fields.error(None, f"{right} answers are correct", "set correct = true on exactly one")
    texts = [option.text.lower() for option in options]
    if len(set(texts)) < len(texts):
        fields.error(None, "two answers are the same", "write different answers")


def _option(fields: Fields, names: SentenceNames) -> Option:
    text = fields.text("text")
    if count(text) > MOST_OPTION_WORDS:
        what = f"the answer has {count(text)} words"
        fields.error("text", what, f"use at most {MOST_OPTION_WORDS}")
    check_parts(text, LINE_PART, fields.line("text"), fields.report)
    correct = fields.flag("correct", default=False, required=True)
    why = fields.text("why")
    if why and count(why) not in WHY_WORDS:
        low, high = WHY_WORDS[0], WHY_WORDS[-1]
        fields.error("why", f"the reason has {count(why)} words", f"use {low} to {high}")
    against = fields.text("against", required=False)
    claims = fields.texts("claims")
    if correct and against:
        fields.error("against", "against stands on the correct answer", 'use claims = ["C01"]')
    if not correct and claims:
        fields.error("claims", "claims stands on a wrong answer", 'use against = "C01"')
    fields.unknown_keys()
    return Option(text, correct, named(why, names), claims, against)
