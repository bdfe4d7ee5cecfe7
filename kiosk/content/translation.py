"""Compares a translated topic or quiz with the text that it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.seal import text_hash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.content.quiz_file import QuestionRead
    from kiosk.content.report import FileReport
    from kiosk.content.topic_file import TopicRead
    from kiosk.domain.pack import Page, Question

_DIGITS = 10


class OriginalPage(NamedTuple):
    """What a page of the reference language has."""

    claims: frozenset[str]
    slide: bool
    notes: bool
    picture: bool
    activities: bool = False


class Original(NamedTuple):
    """What a topic of the reference language has, and a hash of its words."""

    words: str
    image: bool
    action: bool
    questions: int
    pages: tuple[OriginalPage, ...]


class OriginalQuestion(NamedTuple):
    """What a question of the reference language has; `right` is the place of its right answer."""

    topic: str
    answers: int
    right: int
    picture: bool


def words_hash(texts: Iterable[tuple[int, str]]) -> str:
    """A short hash of texts with their lines, as `translation_of` names it."""
    return text_hash(text for _, text in texts)[:_DIGITS]


def original(read: TopicRead) -> Original:
    """What translations of this topic are compared with."""
    topic = read.topic
    return Original(
        words_hash(read.texts()),
        topic.image is not None,
        bool(topic.action),
        len(topic.questions),
        tuple(map(_page, topic.pages)),
    )


def check_translation(read: TopicRead, of: Original, report: FileReport) -> None:
    """Warns of what the translation lacks, and of words that are older than the reference's."""
    line = read.lines["id"]
    mine = original(read)
    if len(mine.pages) != len(of.pages):
        what = f"this topic has {len(mine.pages)} pages, in the reference language {len(of.pages)}"
        report.warning(line, what, "say the same on the same pages")
    else:
        for page, there, lines in zip(mine.pages, of.pages, read.pages, strict=True):
            _check_page(page, there, lines.heading, report)
    _lacks(line, "picture", mine.image, of.image, report)
    _lacks(line, "action", mine.action, of.action, report)
    if mine.questions != of.questions:
        what = f"this topic has {mine.questions} questions, in the reference language"
        what += f" {of.questions}"
        report.warning(read.lines["questions"] or line, what, "translate each of them")
    check_age(read.translation_of, of.words, read.lines["translation_of"], report)


def original_question(question: Question) -> OriginalQuestion:
    """What translations of this question are compared with."""
    right = (place for place, option in enumerate(question.options) if option.correct)
    picture = question.image is not None
    return OriginalQuestion(question.topic, len(question.options), next(right, -1), picture)


def check_question(read: QuestionRead, of: OriginalQuestion, report: FileReport) -> None:
    """Warns of what would change under a visitor who changes the language in the quiz."""
    mine = original_question(read.question)
    if mine.topic != of.topic:
        what = "this question belongs to another topic than in the reference language"
        report.warning(read.topic, what, f'write topic = "{of.topic}"')
    if mine.answers != of.answers:
        what = f"this question has {mine.answers} answers, in the reference language {of.answers}"
        report.warning(read.line, what, "translate each of them")
    elif mine.right != of.right:
        what = "the right answer stands in another place than in the reference language"
        report.warning(read.line, what, "keep the answers in their order")
    _lacks(read.line, "picture", mine.picture, of.picture, report)


def check_age(translation_of: str, words: str, line: int, report: FileReport) -> None:
    """Warns of a translation that names other words than the reference language has now."""
    if translation_of and translation_of != words:
        report.warning(
            line,
            "a word in the reference language changed since this was translated",
            f'compare the two, then write translation_of = "{words}"',
        )


def _page(page: Page) -> OriginalPage:
    picture = page.picture is not None
    claims = frozenset(page.claims)
    return OriginalPage(claims, bool(page.slide), bool(page.notes), picture, bool(page.activities))


def _check_page(page: OriginalPage, there: OriginalPage, line: int, report: FileReport) -> None:
    if page.claims != there.claims:
        report.warning(
            line,
            "this page names other claims than in the reference language",
            f"write Claims: {', '.join(sorted(there.claims))}",
        )
    _lacks(line, "slide line", page.slide, there.slide, report)
    _lacks(line, "notes", page.notes, there.notes, report)
    _lacks(line, "picture", page.picture, there.picture, report)
    _lacks(line, "button to the activities", page.activities, there.activities, report)


def _lacks(line: int, name: str, here: bool, there: bool, report: FileReport) -> None:
    if there and not here:
        report.warning(line, f"the {name} of the reference language is missing", "translate it")
