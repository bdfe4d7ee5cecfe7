"""Checks a topic against the source's claims: each text carries what it says, as strongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.content.claims import Claims, unknown
from kiosk.content.strength import LanguageWords, complaints

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.content.activities_file import ActivitiesRead
    from kiosk.content.quiz_file import QuestionRead
    from kiosk.content.report import FileReport
    from kiosk.content.topic_file import PageLines, TopicRead
    from kiosk.domain.pack import Page

_CARRY = "add a line Claims: with the ids of what it says"


class ClaimChecks:
    """Checks one language of a pack and remembers which claims its pages cover."""

    def __init__(self, claims: Claims, spoken: LanguageWords | None) -> None:
        self._claims = claims
        self._spoken = spoken
        self.covered: dict[str, set[str]] = {}

    def missing(self) -> list[str]:
        """The claims that no page covers."""
        covered: set[str] = set[str]().union(*self.covered.values())
        return [name for name in self._claims if name not in covered]

    def topic(self, read: TopicRead, report: FileReport) -> None:
        """Checks the pages of a topic, and its kernel by the claims of the first one."""
        covered = self.covered.setdefault(read.topic.id, set())
        for page, lines in zip(read.topic.pages, read.pages, strict=True):
            covered.update(page.claims)
            self._page(page, lines, report)
        if read.topic.pages:
            first = read.topic.pages[0].claims
            self._carries(read.topic.kernel_text, first, "the kernel", read.lines["kernel"], report)

    def _page(self, page: Page, lines: PageLines, report: FileReport) -> None:
        trailer = lines.trailer
        if not page.claims:
            report.error(trailer.claims_line or lines.heading, "this page has no claims", _CARRY)
        for what, to_do in unknown(page.claims, self._claims):
            report.error(trailer.claims_line, what, to_do)
        text = " ".join([page.heading.text, *(sentence.text for sentence in page.sentences())])
        self._carries(text, page.claims, "this page", lines.heading, report)
        if page.slide:
            self._carries(page.slide, page.claims, "the slide line", trailer.slide_line, report)
        if page.notes:
            self._carries(page.notes, page.claims, "the notes", trailer.notes_line, report)

    def activities(self, read: ActivitiesRead, report: FileReport) -> None:
        """Checks what is said of each activity, with its name as heading."""
        for said in read.said:
            if not said.page:
                continue
            if not said.claims:
                report.error(said.line, f"{said.place} has no claims", 'add claims = ["…"]')
            for what, to_do in unknown(said.claims, self._claims):
                report.error(said.claims_line, what, to_do)
            text = " ".join([said.heading, *(text for _, text in said.texts)])
            self._carries(text, said.claims, said.place, said.line, report)

    def question(self, read: QuestionRead, report: FileReport) -> None:
        """Checks the answers of a question, each with its reason and the question itself."""
        question = read.question
        for option, lines in zip(question.options, read.options, strict=True):
            ids = option.claims if option.correct else tuple(filter(None, [option.against]))
            line = lines.claims if option.correct else lines.against
            for what, to_do in unknown(ids, self._claims):
                report.error(line, what, to_do)
            if not ids:
                to_do = 'add claims = ["…"]' if option.correct else 'add against = "…"'
                report.error(lines.text, "this answer has no claims", to_do)
            said = [question.ask.text, *(sentence.text for sentence in option.why)]
            said += [option.text] if option.correct else []
            self._carries(" ".join(said), ids, "this answer", lines.why, report)
        self._can_be_read(read, report)

    def _can_be_read(self, read: QuestionRead, report: FileReport) -> None:
        """Read-more leads to the question's topic: a page there must cover the right answer."""
        covered = self.covered.get(read.question.topic)
        if covered is None:
            return
        for option in read.question.options:
            if option.correct and option.claims and not covered.intersection(option.claims):
                what = f"no page of {read.question.topic} covers {', '.join(option.claims)}"
                report.warning(read.topic, what, "name the topic where the answer can be read")

    def _carries(
        self, text: str, ids: Iterable[str], place: str, line: int, report: FileReport
    ) -> None:
        if self._spoken is None:
            return
        claims = [self._claims[name] for name in ids if name in self._claims]
        for what, to_do in complaints(text, claims, self._spoken):
            report.error(line, f"{place}: {what}", to_do)
