"""Reads pack.toml: what the pack is called, in which languages, from whom, for which talks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.fields import Fields
from kiosk.content.room import (
    MOST_NOTICE_WORDS,
    MOST_SOURCE_WORDS,
    MOST_SUBTITLE_WORDS,
    MOST_WHOLE_WORDS,
    check_sentences,
    check_title,
    check_words,
)
from kiosk.content.toml_text import TomlText, parse
from kiosk.content.topic_file import ID, identifier
from kiosk.domain.pack import Review, Source, Talk
from kiosk.domain.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.content.report import FileReport

FILE = "pack.toml"
SCHEMA = 1
MOST_LANGUAGES = 30

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_TALK = ("title", "topics", "hide")
_SEAL = ("reviewed_by", "reviewed_on", "review_by", "text_hash")


class Face(NamedTuple):
    """What the pack is called in one language."""

    title: str
    subtitle: str
    notice: str


class Manifest(NamedTuple):
    """A pack.toml, and where things stand in it."""

    id: str
    version: str
    languages: tuple[str, ...]
    faces: dict[str, Face]
    source: Source | None
    reviews: dict[str, Review]
    talks: tuple[Talk, ...]
    toml: TomlText

    def texts(self) -> Iterator[tuple[int, str]]:
        """Every text that somebody will read, with its line."""
        for language, face in self.faces.items():
            for part, text in zip(Face._fields, face, strict=True):
                yield self.toml.line(part, language), text
        for name in Source._fields:
            yield self.toml.line("source", name), getattr(self.source, name, "")
        for language, review in self.reviews.items():
            yield self.toml.line("review", language, "reviewed_by"), review.reviewed_by
        for talk in self.talks:
            yield self.toml.line("talk", talk.name, "title"), talk.title


def read_manifest(text: str, report: FileReport) -> Manifest | None:
    """The manifest, or None where not even its languages are known."""
    toml = parse(text, report)
    if toml is None or not _schema_fits(Fields(toml, report)):
        return None
    fields = Fields(toml, report)
    fields.has("schema")
    languages = _languages(fields)
    manifest = Manifest(
        identifier(fields, "id"),
        fields.text("version"),
        languages,
        _faces(fields, languages),
        _source(fields),
        _reviews(fields, languages),
        _talks(fields),
        toml,
    )
    fields.unknown_keys()
    return manifest if languages else None


def _schema_fits(fields: Fields) -> bool:
    """Whether this program knows the pack's schema; else the one error that matters."""
    schema = fields.values.get("schema")
    if isinstance(schema, int) and not isinstance(schema, bool) and schema > SCHEMA:
        what = f"this pack has schema {schema}, newer than this program's {SCHEMA}"
        fields.error("schema", what[:200], "update the program, or use an older pack")
        return False
    fields.whole("schema", 1, SCHEMA, required=True)
    return True


def _languages(fields: Fields) -> tuple[str, ...]:
    found: list[str] = []
    languages = fields.texts("languages", required=True)
    if fields.values.get("languages") == []:
        fields.error("languages", "languages is empty", 'write languages = ["nl"]')
    for language in languages[:MOST_LANGUAGES]:
        if not _LANGUAGE.fullmatch(language):
            what = f"{language[:40]!r} is no language"
            fields.error("languages", what, "write nl, fr, en or de")
        elif language in found:
            fields.error("languages", f"{language} stands here twice", "write it once")
        else:
            found.append(language)
    if len(languages) > MOST_LANGUAGES:
        fields.error("languages", f"more than {MOST_LANGUAGES} languages", "leave some out")
    return tuple(found)


def _faces(fields: Fields, languages: tuple[str, ...]) -> dict[str, Face]:
    title = fields.table("title", required=True)
    parts = {"title": title, "subtitle": fields.table("subtitle"), "notice": fields.table("notice")}
    for name, table in parts.items():
        if name != "title" and table is None:
            what = f"[{name}] is missing"
            fields.report.warning(fields.line(), what, f"add [{name}] with a text per language")
    faces: dict[str, Face] = {}
    for language in languages:
        texts = {name: _in(language, name, table) for name, table in parts.items()}
        faces[language] = Face(**texts)
        _check_room(faces[language], language, parts)
    for table in parts.values():
        if table is not None and languages:
            table.unknown_keys(languages)
    return faces


def _check_room(face: Face, language: str, parts: dict[str, Fields | None]) -> None:
    title, subtitle, notice = parts["title"], parts["subtitle"], parts["notice"]
    if title is not None:
        check_title(title, language, face.title)
    if subtitle is not None:
        check_words(subtitle, language, face.subtitle, "the subtitle", MOST_SUBTITLE_WORDS)
    if notice is not None:
        check_words(notice, language, face.notice, "the notice", MOST_NOTICE_WORDS)
        sentences = split_sentences(face.notice)
        check_sentences(sentences, notice.line(language), notice.report, MOST_WHOLE_WORDS)


def _in(language: str, name: str, table: Fields | None) -> str:
    if table is None:
        return ""
    if name == "title" or table.has(language):
        return table.text(language)
    table.report.warning(table.line(), f"[{name}] has no {language}", f"add {language} = …")
    return ""


def _source(fields: Fields) -> Source | None:
    table = fields.table("source")
    if table is None:
        if not fields.has("source"):
            to_do = "say from whom the content is: title, author, organisation, year"
            fields.report.warning(fields.line(), "[source] is missing", to_do)
        return None
    year = _year(table)
    source = Source(table.text("title"), table.text("author"), table.text("organisation"), year)
    check_words(table, "title", source.title, "the title of the source", MOST_SOURCE_WORDS)
    table.unknown_keys()
    return source


def _year(table: Fields) -> str:
    value = table.values.get("year")
    if not table.has("year"):
        table.report.warning(
            table.line(), "the source has no year", "add year = … once it is known"
        )
        return ""
    text = str(value) if isinstance(value, (int, str)) and not isinstance(value, bool) else ""
    if not re.fullmatch(r"(?:19|20)[0-9]{2}", text):
        table.error("year", "year is not a year", "write it as year = 2024")
        return ""
    return text


def _reviews(fields: Fields, languages: tuple[str, ...]) -> dict[str, Review]:
    table = fields.table("review")
    reviews: dict[str, Review] = {}
    for language in languages:
        seal = table.table(language) if table else None
        if seal is None:
            what = f"nobody has reviewed the text in {language}"
            line = table.line() if table else fields.line()
            fields.report.warning(line, what, f"let a clinician sign [review.{language}]")
            continue
        by, on, until = seal.text("reviewed_by"), seal.date("reviewed_on"), seal.date("review_by")
        if on and until and until < on:
            seal.error("review_by", "review_by is before reviewed_on", "write a later day")
        text_hash = seal.text("text_hash", required=False)
        reviews[language] = Review(by, on, until, text_hash)
        seal.unknown_keys(_SEAL)
    if table and languages:
        table.unknown_keys(languages)
    return reviews


def _talks(fields: Fields) -> tuple[Talk, ...]:
    table = fields.table("talk")
    talks: list[Talk] = []
    for name in list(table.values)[:1000] if table else []:
        talk = table.table(name) if table else None
        if talk is None:
            continue
        if not ID.fullmatch(name):
            talk.error(None, f"{name[:80]!r} is no name for a talk", "use letters, digits, hyphens")
            continue
        title, topics = talk.text("title"), talk.texts("topics", required=True)
        if talk.values.get("topics") == []:
            talk.error("topics", "topics is empty", "name one, or leave the talk out")
        check_title(talk, "title", title)
        talks.append(Talk(name, title, topics, talk.texts("hide")))
        talk.unknown_keys(_TALK)
    return tuple(talks)
