"""Finds the activities of one language, against the reference language and the pages' buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.activities_file import FILE, read_activities
from kiosk.content.translation import check_age, words_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.content.activities_file import ActivitiesRead
    from kiosk.content.index_file import Place
    from kiosk.content.readability import Readability
    from kiosk.content.report import FileReport
    from kiosk.content.tools import Tools
    from kiosk.content.topic_checks import ClaimChecks
    from kiosk.content.topic_file import TopicRead


class ActivitiesKept(NamedTuple):
    """Where the activities of a language are kept (None: it has none), and what they have."""

    place: Place | None = None
    ids: Mapping[str, tuple[str, ...]] | None = None
    words: str = ""


NO_ACTIVITIES = ActivitiesKept()


class ActivitiesReader:
    """Reads the activities of one language, once all its topics have come by."""

    def __init__(self, tools: Tools, language: str, reference: ActivitiesKept) -> None:
        self._tools = tools
        self._reference = reference
        self._name = f"{language}/{FILE}"
        self._report = tools.report.file(self._name)
        self._has_button = False

    def note(self, read: TopicRead, report: FileReport) -> None:
        """Notes the button of a topic; an error where there is nothing for it to open."""
        there = self._tools.source.has(self._name) or self._reference.place is not None
        for page, lines in zip(read.topic.pages, read.pages, strict=True):
            if page.activities:
                self._has_button = True
                if not there:
                    what = f"there is no {self._name} for this button to open"
                    report.error(lines.trailer.activities_line, what, "write it, or cut the line")

    def read(
        self,
        check_texts: Callable[[list[tuple[int, str]], FileReport], None],
        checks: ClaimChecks | None,
        easy: Readability | None,
    ) -> ActivitiesKept:
        """The activities; with errors, or none, those of the reference language."""
        text = self._text()
        if text is None:
            return self._reference
        translated = self._reference.place is not None
        pictures, report = self._tools.pictures, self._report
        read = read_activities(text, pictures, report, translated=translated)
        if read is None:
            return self._reference
        check_texts(list(read.texts()), report)
        if checks:
            checks.activities(read, report)
        if easy:
            easy.activities(read, report)
        self._mirrors(read)
        if not self._has_button:
            to_do = "give a page a line Activities: with the words on its button"
            report.warning(1, "no page has a button to these activities", to_do)
        words = words_hash(read.texts())
        check_age(read.translation_of, self._reference.words, read.translation_line, report)
        if report.has_errors:
            return self._reference
        return ActivitiesKept(self._tools.sink.activities(read.activities), read.ids, words)

    def _text(self) -> str | None:
        source = self._tools.source
        if source.has(self._name):
            return source.text(self._name, self._report)
        if self._reference.place is not None and not source.is_odd(self._name):
            self._report.error(0, "this file is missing", "translate the reference's")
        return None

    def _mirrors(self, read: ActivitiesRead) -> None:
        """Each language has the same wishes and activities."""
        there = self._reference.ids
        if there is None or self._report.has_errors:
            return
        for name, activities in there.items():
            if name not in read.ids:
                self._report.error(0, f"the wish {name} is missing", "translate the reference's")
            elif set(read.ids[name]) != set(activities):
                what = f"the wish {name} has other activities than in the reference language"
                self._report.error(0, what, f"write {', '.join(activities)}")
        for name in read.ids:
            if name not in there:
                what = f"the reference language has no wish {name!r}"
                self._report.error(0, what, "use the id of the wish it translates")
