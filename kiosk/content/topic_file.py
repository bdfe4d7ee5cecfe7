"""Reads one topic file: front matter and pages become a domain topic, and every problem is noted."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.fields import Fields, count
from kiosk.content.long_sentences import MOST_CUT_WORDS, check_long, parts
from kiosk.content.markdown_page import Body, PageReader, Spoken
from kiosk.content.room import (
    LINE_PART,
    MOST_WHOLE_WORDS,
    check_alt,
    check_heading,
    check_parts,
    check_sentences,
    check_title,
)
from kiosk.content.toml_text import parse
from kiosk.content.topic_lines import PageText, Trailer, front, pages
from kiosk.domain.pack import Block, Page, Picture, Run, Sentence, Topic
from kiosk.domain.text import SentenceNames, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.content.pictures import Pictures
    from kiosk.content.probe import Probe
    from kiosk.content.report import FileReport

ACCENTS = ("petrol", "baksteen", "indigo", "mos", "pruim", "omber")
MOST_KERNEL_WORDS = 25
MOST_PAGE_WORDS = MOST_CUT_WORDS
MOST_SLIDE_WORDS = 12
MOST_BUTTON_WORDS = 6
WORDS_A_MINUTE = 100
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")

_LINES = ("id", "title", "kernel", "action", "questions", "image", "alt", "translation_of")
_BAD_ID = "use letters, digits and hyphens, such as waarom-bewegen"


class PageLines(NamedTuple):
    """Where the parts of a page stand in its file."""

    heading: int
    blocks: tuple[int, ...]
    picture: int
    trailer: Trailer


class TopicRead(NamedTuple):
    """A topic and where its parts stand; problems are in the report."""

    topic: Topic
    lines: dict[str, int]
    pages: tuple[PageLines, ...]
    # The words of the reference language that this was translated from, by their hash.
    translation_of: str = ""

    def texts(self) -> Iterator[tuple[int, str]]:
        """Every text that somebody will read, with its line."""
        topic = self.topic
        yield self.lines["title"], topic.title
        yield self.lines["kernel"], topic.kernel_text
        yield self.lines["action"], " ".join(sentence.text for sentence in topic.action)
        for question in topic.questions:
            yield self.lines["questions"], question
        if topic.image:
            yield self.lines["alt"], topic.image.alt
        for page, lines in zip(topic.pages, self.pages, strict=True):
            yield lines.heading, page.heading.text
            for block, line in zip(page.blocks, lines.blocks, strict=True):
                for sentence in block.sentences:
                    yield line, sentence.text
            if page.picture:
                yield lines.picture, page.picture.alt
            yield lines.trailer.slide_line, page.slide
            yield lines.trailer.notes_line, page.notes
            yield lines.trailer.activities_line, page.activities


class Inherited(NamedTuple):
    """What a translation need not repeat: the look and the place in the loop."""

    icon: str
    accent: str
    loop: bool


class TopicReader:
    """Reads topic files; holds the parser."""

    def __init__(self, probe: Probe, pictures: Pictures) -> None:
        self._probe = probe
        self._pictures = pictures
        self._reader = PageReader()

    def read(
        self,
        text: str,
        order: int,
        report: FileReport,
        inherit: Mapping[str, Inherited] | None = None,
    ) -> TopicRead | None:
        """The topic in a file's text, or None where not even its pages can be told apart.

        `inherit` holds, by id, what the reference language says; None for that language itself.
        """
        lines = text.split("\n")
        head = front(lines, report)
        if head is None:
            return None
        toml = parse(head.toml, report, head.first)
        texts = pages(lines, head.rest, report)
        bodies = [self._reader.read(page.lines, page.first, report) for page in texts]
        if toml is None:
            return None
        fields = Fields(toml, report)
        name = identifier(fields, "id")
        inherited = None if inherit is None else inherit.get(name, _NOTHING)
        face = self._face(fields, order, inherited)
        of = "" if inherit is None else fields.text("translation_of", required=False)
        made = _Maker(self._pictures, report).pages(texts, bodies)
        read = self._topic(name, fields, face, made)._replace(translation_of=of)
        fields.unknown_keys()
        return read

    def _face(self, fields: Fields, order: int, inherited: Inherited | None) -> Inherited:
        icon = fields.text("icon", required=inherited is None) or (inherited or _NOTHING).icon
        if fields.has("icon") and icon and not self._probe.has_icon(icon):
            fields.error("icon", f"there is no icon {icon!r}", "choose one of qtawesome's names")
        accent = fields.text("accent", required=False)
        if accent and accent not in ACCENTS:
            fields.error("accent", f"there is no accent {accent!r}", f"use {', '.join(ACCENTS)}")
        by_order = inherited.accent if inherited else ACCENTS[order % len(ACCENTS)]
        loop = fields.flag("loop", default=inherited.loop if inherited else True)
        return Inherited(icon, accent if accent in ACCENTS else by_order, loop)

    def _topic(self, name: str, fields: Fields, face: Inherited, made: _Made) -> TopicRead:
        kernel = fields.text("kernel")
        action = fields.text("action", required=False)
        if count(kernel) > MOST_KERNEL_WORDS:
            what = f"the kernel has {count(kernel)} words"
            fields.error("kernel", what, f"use at most {MOST_KERNEL_WORDS}")
        if any(sign.isdigit() for sign in action):
            fields.error("action", "the action has a number", "ask, choose, tell or think; no dose")
        sentences = split_sentences(action)
        check_long(sentences, fields.line("action"), fields.report)
        title = fields.text("title")
        check_title(fields, "title", title)
        questions = fields.texts("questions")
        check_sentences(questions, fields.line("questions"), fields.report, MOST_WHOLE_WORDS)
        words = sum(count(text) for page in made.pages for text in _spoken(page))
        topic = Topic(
            id=name,
            title=title,
            icon=face.icon,
            minutes=fields.whole("minutes", 1, 60) or max(1, math.ceil(words / WORDS_A_MINUTE)),
            image=self._image(fields),
            accent=face.accent,
            kernel=named(kernel, made.names),
            loop=face.loop,
            action=tuple(map(made.names.named, _in_parts((Run(one),) for one in sentences))),
            questions=questions,
            pages=made.pages,
        )
        lines = {key: fields.line(key) for key in _LINES}
        return TopicRead(topic, lines, made.lines)

    def _image(self, fields: Fields) -> Picture | None:
        return named_picture(fields, self._pictures, alt_required=True)


class _Made(NamedTuple):
    pages: tuple[Page, ...]
    lines: tuple[PageLines, ...]
    names: SentenceNames


class _Maker:
    """Makes pages of their parsed bodies, and names their sentences."""

    def __init__(self, pictures: Pictures, report: FileReport) -> None:
        self._pictures = pictures
        self._report = report
        self._button = False

    def pages(self, texts: list[PageText], bodies: list[Body | None]) -> _Made:
        """The pages. Body sentences are named first, so that they keep their plain ids."""
        names = SentenceNames()
        pairs = [(text, body) for text, body in zip(texts, bodies, strict=True) if body]
        blocks = [tuple(_block(spoken, names) for spoken in body.blocks) for _, body in pairs]
        made: list[Page] = []
        lines: list[PageLines] = []
        for (text, body), page_blocks in zip(pairs, blocks, strict=True):
            made.append(self._page(text.trailer, body, page_blocks, names))
            where = tuple(spoken.line for spoken in body.blocks)
            picture = body.image.line if body.image else 0
            lines.append(PageLines(body.line, where, picture, text.trailer))
        return _Made(tuple(made), tuple(lines), names)

    def _page(
        self, trailer: Trailer, body: Body, blocks: tuple[Block, ...], names: SentenceNames
    ) -> Page:
        words = sum(count(sentence.text) for block in blocks for sentence in block.sentences)
        if not blocks:
            self._report.error(body.line, "this page has no text", "write at least one sentence")
        if words > MOST_PAGE_WORDS:
            self._report.error(
                body.line, f"this page has {words} words", f"use at most {MOST_PAGE_WORDS}"
            )
        for spoken in body.blocks:
            texts = ("".join(run.text for run in runs) for runs in spoken.sentences)
            check_long(texts, spoken.line, self._report)
        slide = count(trailer.slide)
        if slide > MOST_SLIDE_WORDS:
            self._report.error(
                trailer.slide_line,
                f"the slide line has {slide} words",
                f"use at most {MOST_SLIDE_WORDS}",
            )
        heading = names.named(body.heading)
        check_heading(heading.text, body.line, self._report)
        picture = self._picture(body)
        self._check_button(trailer)
        last = (trailer.slide, trailer.notes, trailer.activities)
        return Page(heading, blocks, picture, trailer.claims, *last)

    def _check_button(self, trailer: Trailer) -> None:
        line = trailer.activities_line
        if line and self._button:
            what = "another page of this topic has a button already"
            self._report.error(line, what, "keep one Activities: line")
        self._button = self._button or bool(line)
        words = count(trailer.activities)
        if words > MOST_BUTTON_WORDS:
            what = f"the words on the button are {words}"
            self._report.error(line, what, f"use at most {MOST_BUTTON_WORDS}")
        check_parts(trailer.activities, LINE_PART, line, self._report)

    def _picture(self, body: Body) -> Picture | None:
        image = body.image
        if image is None:
            return None
        check_alt(image.alt, image.line, self._report)
        return self._pictures.picture(image.path, image.alt, image.line, self._report)


_NOTHING = Inherited("", ACCENTS[0], loop=True)


def identifier(fields: Fields, key: str) -> str:
    """An id; an error where other places could not use it as a name."""
    name = fields.text(key)
    if name and not ID.fullmatch(name):
        fields.error(key, f"{name[:80]!r} is no {key}", _BAD_ID)
        return ""
    return name


def named_picture(fields: Fields, pictures: Pictures, *, alt_required: bool) -> Picture | None:
    """The picture of a topic or question: `image`, with what it shows in `alt`."""
    alt = fields.text("alt", required=alt_required and fields.has("image"))
    check_alt(alt, fields.line("alt"), fields.report)
    reference = fields.text("image", required=fields.has("image"))
    if not reference:
        return None
    return pictures.picture(reference, alt, fields.line("image"), fields.report)


def named(text: str, names: SentenceNames) -> tuple[Sentence, ...]:
    """The sentences of a plain text, with ids."""
    return tuple(names.named((Run(sentence),)) for sentence in split_sentences(text))


def _block(spoken: Spoken, names: SentenceNames) -> Block:
    return Block(spoken.kind, tuple(map(names.named, _in_parts(spoken.sentences))))


def _in_parts(sentences: Iterable[tuple[Run, ...]]) -> Iterator[tuple[Run, ...]]:
    """The sentences, the long ones cut."""
    for runs in sentences:
        yield from parts(runs)


def _spoken(page: Page) -> Iterator[str]:
    yield page.heading.text
    for sentence in page.sentences():
        yield sentence.text
