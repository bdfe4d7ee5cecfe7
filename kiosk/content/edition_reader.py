"""Reads one language of a pack, topic by topic, against the reference language."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.activities_edition import NO_ACTIVITIES, ActivitiesKept, ActivitiesReader
from kiosk.content.balance import check_balance
from kiosk.content.glossary_file import FILE as GLOSSARY
from kiosk.content.glossary_file import (
    NO_GLOSSARY,
    GlossaryRead,
    GlossaryUse,
    find_glossary,
)
from kiosk.content.plain_language import check_plain, plain_rules
from kiosk.content.quiz_file import QuestionRead, QuizRead, read_quiz
from kiosk.content.readability import Readability
from kiosk.content.seal import Seal
from kiosk.content.topic_checks import ClaimChecks
from kiosk.content.topic_file import Inherited, TopicRead
from kiosk.content.translation import (
    Original,
    OriginalQuestion,
    check_age,
    check_question,
    check_translation,
    original,
    original_question,
    words_hash,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.content.index_file import Place
    from kiosk.content.report import FileReport
    from kiosk.content.strength import LanguageWords
    from kiosk.content.tools import Tools


class Row(NamedTuple):
    """A topic that was read: its file's name without folder, what it has, where it is kept."""

    file: str
    original: Original
    place: Place


class EditionRead(NamedTuple):
    """What one language comes to; rows by id, in the order of the reference language."""

    rows: dict[str, Row]
    inherit: dict[str, Inherited]
    questions: Place
    asked: dict[str, OriginalQuestion]
    quiz_words: str
    glossary: GlossaryRead
    activities: ActivitiesKept
    text_hash: str
    all_known: bool


NOWHERE: Place = (0, 0, 0)


class EditionReader:
    """Reads the files of one language once, from front to back."""

    def __init__(
        self,
        tools: Tools,
        language: str,
        spoken: LanguageWords | None,
        reference: EditionRead | None,
    ) -> None:
        self._tools = tools
        self._language = language
        self._spoken = spoken
        # Capitals and sums are known in every language.
        self._plain = spoken.plain if spoken else plain_rules({})
        self._reference = reference
        self._seal = Seal()
        self._rows: dict[str, Row] = {}
        # While a topic cannot be read at all, nobody knows its id or its claims.
        self._all_known = True
        self._files: list[str] = []
        self._inherit: dict[str, Inherited] = {}
        self._use = GlossaryUse(NO_GLOSSARY)
        activities = reference.activities if reference else NO_ACTIVITIES
        self._activities = ActivitiesReader(tools, language, activities)

    def read(self, face: Iterable[str]) -> EditionRead:
        """The language; `face` are its texts in pack.toml, for the seal."""
        self._seal.add(face)
        known = self._reference.glossary if self._reference else None
        glossary = find_glossary(self._tools, self._language, self._plain, known)
        self._use = GlossaryUse(glossary)
        long_words = glossary.forms
        if self._spoken:
            long_words |= self._spoken.long_words
        easy = Readability(self._language, long_words)
        claims = self._tools.claims
        checks = ClaimChecks(claims, self._spoken) if claims is not None else None
        self._topics(easy, checks)
        self._coverage(checks)
        if self._tools.wording:
            easy.finish(self._tools.report.file(f"{self._language}/topics"))
        if self._tools.wording and self._all_known:
            self._use.finish(easy, self._tools.report.file(f"{self._language}/{GLOSSARY}"))
        rows = self._in_reference_order()
        quiz = self._quiz_file()
        questions, asked = self._quiz(quiz, rows, easy, checks)
        plain = easy if self._tools.wording else None
        activities = self._activities.read(self._check_texts, checks, plain)
        self._seal.add(text for _, text in glossary.texts())
        return EditionRead(
            rows,
            self._inherit,
            questions,
            asked,
            words_hash(quiz.texts()),
            glossary,
            activities,
            self._seal.text_hash,
            self._all_known,
        )

    def _topics(self, easy: Readability, checks: ClaimChecks | None) -> None:
        folder = f"{self._language}/topics"
        self._files = self._tools.source.below(folder, ".md")
        if not self._files:
            what = "there is no topic file here"
            self._tools.report.file(folder).error(0, what, "write one, such as 10-first.md")
        for order, name in enumerate(self._files):
            report = self._tools.report.file(name)
            text = self._tools.source.text(name, report)
            inherit = self._reference.inherit if self._reference else None
            reader = self._tools.reader
            read = None if text is None else reader.read(text, order, report, inherit)
            if read is not None:
                self._check(read, report, easy, checks)
                self._keep(name, read, report)
            if read is None or not read.topic.id:
                self._all_known = False

    def _check_texts(self, texts: list[tuple[int, str]], report: FileReport) -> None:
        self._seal.add(text for _, text in texts)
        for line, text in texts:
            self._tools.letters.check(text, line, report)
        if self._tools.wording:
            check_plain(texts, self._plain, report)

    def _check(
        self, read: TopicRead, report: FileReport, easy: Readability, checks: ClaimChecks | None
    ) -> None:
        self._check_texts(list(read.texts()), report)
        self._activities.note(read, report)
        if checks:
            checks.topic(read, report)
        if self._tools.wording:
            easy.topic(read, report)
            self._use.note(read.topic)

    def _keep(self, name: str, read: TopicRead, report: FileReport) -> None:
        topic = read.topic
        line = read.lines["id"]
        if topic.id in self._rows:
            other = self._rows[topic.id].file
            report.error(line, f"the id {topic.id!r} stands in {other} too", "give each its own id")
            return
        reference = self._reference
        known = reference is not None and reference.all_known
        if reference and known and topic.id and topic.id not in reference.rows:
            near = difflib.get_close_matches(topic.id, list(reference.rows)[:500], 1)
            hint = f"did you mean {near[0]}?" if near else "use the id of the topic it translates"
            what = f"the reference language has no topic {topic.id!r}"
            report.error(line, what, hint)
        if reference and topic.id in reference.rows:
            check_translation(read, reference.rows[topic.id].original, report)
        place = NOWHERE if report.has_errors else self._tools.sink.topic(topic)
        if topic.id:
            self._rows[topic.id] = Row(name.rpartition("/")[2], original(read), place)
            self._inherit[topic.id] = Inherited(topic.icon, topic.accent, topic.loop)

    def _in_reference_order(self) -> dict[str, Row]:
        """The rows to show: a topic with errors, or none, is shown in the reference language."""
        if self._reference is None:
            return self._rows
        shown: dict[str, Row] = {}
        files = {row.file for row in self._rows.values()}
        broken = self._tools.report.files_with_errors()
        for name, row in self._reference.rows.items():
            own = self._rows.get(name)
            shown[name] = own if own and own.place != NOWHERE else row
            file = f"{self._language}/topics/{row.file}"
            if self._files and own is None and row.file not in files and file not in broken:
                report = self._tools.report.file(file)
                report.error(0, f"the topic {name} is missing", "translate the reference's file")
        return shown

    def _coverage(self, checks: ClaimChecks | None) -> None:
        """A claim that no page covers; where files are broken the gaps may be only theirs."""
        if checks is None or self._tools.claims is None:
            return
        folder = f"{self._language}/topics"
        if not self._all_known:
            return
        for name in checks.missing():
            what = f"no page in {self._language} covers the claim {name}"
            file = folder if self._reference else "claims.toml"
            line = 0 if self._reference else self._tools.claims[name].line
            self._tools.report.file(file).error(line, what, "say it on a page, and name it there")

    def _quiz_file(self) -> QuizRead:
        name = f"{self._language}/quiz.toml"
        report = self._tools.report.file(name)
        text = None
        if self._tools.source.has(name):
            text = self._tools.source.text(name, report)
        elif not self._tools.source.is_odd(name):
            report.error(0, "this file is missing", "write the quiz")
        if text is None:
            return QuizRead([])
        translated = self._reference is not None
        return read_quiz(text, self._tools.pictures, report, translated=translated)

    def _quiz(
        self, quiz: QuizRead, rows: dict[str, Row], easy: Readability, checks: ClaimChecks | None
    ) -> tuple[Place, dict[str, OriginalQuestion]]:
        report = self._tools.report.file(f"{self._language}/quiz.toml")
        questions = quiz.questions
        for read in questions:
            self._check_question(read, rows, report, easy, checks)
        check_balance([read.question for read in questions], report)
        asked = {read.question.id: original_question(read.question) for read in questions}
        self._mirrors(questions, report)
        if self._reference:
            check_age(
                quiz.translation_of, self._reference.quiz_words, quiz.translation_line, report
            )
        if report.has_errors:
            place = self._reference.questions if self._reference else NOWHERE
            return place, self._reference.asked if self._reference else asked
        return self._tools.sink.questions(read.question for read in questions), asked

    def _mirrors(self, questions: list[QuestionRead], report: FileReport) -> None:
        if self._reference is None or report.has_errors:
            return
        there, here = self._reference.asked, {read.question.id for read in questions}
        for name in there:
            if name not in here:
                report.error(0, f"the question {name} is missing", "translate the reference's")
        for read in questions:
            name = read.question.id
            if name in there:
                check_question(read, there[name], report)
            else:
                what = f"the reference language has no question {name!r}"
                report.error(0, what, "use the id of the question it translates")

    def _check_question(
        self,
        read: QuestionRead,
        rows: dict[str, Row],
        report: FileReport,
        easy: Readability,
        checks: ClaimChecks | None,
    ) -> None:
        topic = read.question.topic
        known = self._reference is None or self._reference.all_known
        if topic and topic not in rows and self._all_known and known:
            near = difflib.get_close_matches(topic[:80], list(rows)[:500], 1)
            hint = f"did you mean {near[0]}?" if near else "use the id of a topic"
            report.error(read.topic, f"there is no topic {topic[:80]!r}", hint)
        self._check_texts(list(read.texts()), report)
        if checks:
            checks.question(read, report)
        if self._tools.wording:
            easy.question(read, report)
