"""Reads an activities.toml: wishes, the activities that answer them, and what is said after."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.fields import Fields
from kiosk.content.room import (
    LINE_PART,
    check_parts,
    check_sentences,
    check_title,
    check_words,
)
from kiosk.content.toml_text import parse
from kiosk.content.topic_file import identifier, named, named_picture
from kiosk.domain.activities import Activities, Activity, Advice, Care, Wish
from kiosk.domain.pack import Run
from kiosk.domain.text import SentenceNames, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.content.pictures import Pictures
    from kiosk.content.report import FileReport
    from kiosk.domain.pack import Picture, Sentence

FILE = "activities.toml"
# Four cards stand side by side on a wide screen; six still fit the tightest (issue 6).
WISHES = range(2, 7)
MOST_ASK_WORDS = 6
MOST_NAME_WORDS = 6
MOST_WHY_WORDS = 25
MOST_CARE_WORDS = 40


class Said(NamedTuple):
    """Texts that show together, each with its line, and the claims they rest on.

    `place` names them in a message; `page`: they are the text of a page, below `heading`.
    """

    place: str
    texts: tuple[tuple[int, str], ...]
    claims: tuple[str, ...] = ()
    claims_line: int = 0
    heading: str = ""
    page: bool = False

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.texts[0][0] if self.texts else self.claims_line


class ActivitiesRead(NamedTuple):
    """The activities of a file, all that they say, and what they were translated from."""

    activities: Activities
    said: tuple[Said, ...]
    # The wishes by id, each with the ids of its activities; for translations.
    ids: Mapping[str, tuple[str, ...]]
    translation_of: str = ""
    translation_line: int = 0

    def texts(self) -> Iterator[tuple[int, str]]:
        """Every text that somebody will read, with its line."""
        for said in self.said:
            yield from said.texts


def read_activities(
    text: str, pictures: Pictures, report: FileReport, *, translated: bool = False
) -> ActivitiesRead | None:
    """What an activities.toml says; every problem is noted. None where it is no TOML."""
    toml = parse(text, report)
    if toml is None:
        return None
    fields = Fields(toml, report)
    of = fields.text("translation_of", required=False) if translated else ""
    read = _Reader(fields, pictures).read()
    fields.unknown_keys()
    return read._replace(
        translation_of=of, translation_line=fields.line("translation_of") if of else 0
    )


class _Reader:
    """Reads one file from front to back."""

    def __init__(self, fields: Fields, pictures: Pictures) -> None:
        self._fields = fields
        self._pictures = pictures
        self._names = SentenceNames()
        self._said: list[Said] = []
        self._known: dict[str, Activity] = {}
        self._lines: dict[str, int] = {}
        self._wishes: set[str] = set()

    def read(self) -> ActivitiesRead:
        fields = self._fields
        title = fields.text("title")
        check_title(fields, "title", title)
        ask = fields.text("ask")
        check_words(fields, "ask", ask, "the line above the cards", MOST_ASK_WORDS)
        check_parts(ask, LINE_PART, fields.line("ask"), fields.report)
        self._note("", fields, {"title": title, "ask": ask})
        for entry in fields.tables("activity"):
            self._activity(entry)
        wishes = tuple(self._wish(entry) for entry in fields.tables("wish"))
        if len(wishes) not in WISHES:
            what = f"{len(wishes)} wishes stand here"
            fields.error("wish", what, f"write {WISHES[0]} to {WISHES[-1]} [[wish]]")
        self._check_used(wishes)
        care = self._care(fields.table("care", required=True))
        ids = {wish.id: tuple(one.activity.id for one in wish.advice) for wish in wishes}
        return ActivitiesRead(Activities(title, ask, wishes, care), tuple(self._said), ids)

    def _activity(self, fields: Fields) -> None:
        name = identifier(fields, "id")
        heading = fields.text("name")
        picture = self._picture(fields)
        check_words(fields, "name", heading, "the name", MOST_NAME_WORDS)
        check_parts(heading, LINE_PART, fields.line("name"), fields.report)
        self._note("", fields, {"name": heading, "alt": picture.alt if picture else ""})
        fields.unknown_keys()
        if name in self._known:
            fields.error("id", f"the id {name!r} stands here twice", "give each its own id")
        self._lines[name] = fields.line("id")
        self._known[name] = Activity(name, self._heading(heading), picture)

    def _wish(self, fields: Fields) -> Wish:
        name = identifier(fields, "id")
        if name in self._wishes:
            fields.error("id", f"the id {name!r} stands here twice", "give each its own id")
        self._wishes.add(name)
        label = fields.text("label")
        check_title(fields, "label", label)
        picture = self._picture(fields)
        self._note("", fields, {"label": label, "alt": picture.alt if picture else ""})
        found = [self._advice(entry) for entry in fields.tables("activity")]
        fields.unknown_keys()
        if not found:
            what = f"the wish {name} has no activity"
            fields.error(None, what, "write a [[wish.activity]] below it")
        return Wish(name, label, picture, tuple(one for one in found if one is not None))

    def _advice(self, fields: Fields) -> Advice | None:
        name = identifier(fields, "id")
        why = fields.text("why")
        claims = fields.texts("claims")
        fields.unknown_keys()
        check_words(fields, "why", why, "the reason", MOST_WHY_WORDS)
        check_sentences(split_sentences(why), fields.line("why"), fields.report)
        activity = self._known.get(name)
        if name and activity is None:
            near = difflib.get_close_matches(name, list(self._known), 1)
            hint = f"did you mean {near[0]}?" if near else "write it as an [[activity]] above"
            fields.error("id", f"there is no activity {name!r}", hint)
        text = named(why, self._names)
        heading = activity.name.text if activity else ""
        self._page("this reason", fields, "why", text, claims, heading)
        return None if activity is None else Advice(activity, text, claims)

    def _care(self, fields: Fields | None) -> Care:
        if fields is None:
            return Care(self._heading(""), (), None, ())
        heading, words = fields.text("heading"), fields.text("text")
        claims = fields.texts("claims")
        picture = self._picture(fields)
        fields.unknown_keys()
        check_words(fields, "heading", heading, "the heading", MOST_NAME_WORDS)
        check_parts(heading, LINE_PART, fields.line("heading"), fields.report)
        check_words(fields, "text", words, "the text of [care]", MOST_CARE_WORDS)
        check_sentences(split_sentences(words), fields.line("text"), fields.report)
        self._note("", fields, {"heading": heading, "alt": picture.alt if picture else ""})
        text = named(words, self._names)
        self._page("this text", fields, "text", text, claims, heading)
        return Care(self._heading(heading), text, picture, claims)

    # -- small parts -----------------------------------------------------------------------------

    def _heading(self, text: str) -> Sentence:
        return self._names.named((Run(text),))

    def _picture(self, fields: Fields) -> Picture | None:
        return named_picture(fields, self._pictures, alt_required=True)

    def _note(self, place: str, fields: Fields, texts: Mapping[str, str]) -> None:
        """Notes texts of one table by their keys."""
        shown = tuple((fields.line(key), text) for key, text in texts.items() if text)
        self._said.append(Said(place, shown))

    def _page(
        self,
        place: str,
        fields: Fields,
        key: str,
        text: tuple[Sentence, ...],
        claims: tuple[str, ...],
        heading: str,
    ) -> None:
        lines = tuple((fields.line(key), sentence.text) for sentence in text)
        where = fields.line("claims" if claims else key)
        self._said.append(Said(place, lines, claims, where, heading, page=True))

    def _check_used(self, wishes: tuple[Wish, ...]) -> None:
        if self._fields.report.has_errors:
            return
        used = {one.activity.id for wish in wishes for one in wish.advice}
        for name, line in self._lines.items():
            if name and name not in used:
                what = f"no wish names the activity {name}"
                self._fields.report.warning(line, what, "name it below a wish, or cut it")
