"""Reads the body of one page: the small part of CommonMark that a page may use."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from markdown_it import MarkdownIt

from kiosk.content.fields import fold
from kiosk.domain.pack import BlockKind, Run
from kiosk.domain.text import split_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

    from kiosk.content.report import FileReport

# A page has 40 words; nothing that long can be one, and no parser should see it.
LONGEST_PAGE = 6_000

_NAMES = {
    "blockquote_open": "a quotation",
    "code_block": "a code block (or text indented by four spaces)",
    "fence": "a code block",
    "html_block": "HTML",
    "html_inline": "HTML",
    "hr": "a rule",
    "table_open": "a table",
    "ordered_list_open": "a numbered list",
    "link_open": "a link",
    "em_open": "italics",
    "code_inline": "code",
    "s_open": "struck out text",
}
_INSTEAD = {
    "ordered_list_open": "start the lines with - instead",
    "link_open": "write the words only; a visitor cannot follow a link",
    "em_open": "use **bold**, or plain words",
    "hr": "write --- alone on a line to begin a new page, nothing else",
}


class Spoken(NamedTuple):
    """A paragraph, list item or heading before its sentences have ids."""

    kind: BlockKind
    line: int
    sentences: tuple[tuple[Run, ...], ...]


class Image(NamedTuple):
    """A picture as the page names it."""

    line: int
    path: str
    alt: str


class Body(NamedTuple):
    """What a page says; `heading` is empty where there is none."""

    line: int
    heading: tuple[Run, ...]
    blocks: tuple[Spoken, ...]
    image: Image | None


class _Parser(MarkdownIt):
    """CommonMark, with paths of pictures left as the author wrote them."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": 20})
        self.enable(["table", "strikethrough"])

    def normalizeLink(self, url: str) -> str:
        """The path itself: it names a file."""
        return url

    def validateLink(self, url: str) -> bool:
        """Every path is looked at later."""
        del url
        return True


class PageReader:
    """Reads pages; holds the parser, which takes a while to make."""

    def __init__(self) -> None:
        self._parser = _Parser()

    def read(self, lines: Sequence[str], first: int, report: FileReport) -> Body | None:
        """The page whose lines begin at line `first` of the file; None where it is hopeless."""
        text = "\n".join(lines)
        if len(text) > LONGEST_PAGE:
            report.error(
                first,
                f"this page is {len(text)} characters long",
                "split it with --- into pages of at most 40 words",
            )
            return None
        found: dict[str, object] = {}
        tokens = self._parser.parse(text, found)
        for line in _definitions(found):
            report.error(
                first + line,
                "a definition of a link cannot stand in a page",
                "remove it; write a picture as ![what it shows](images/…)",
            )
        return _Walk(first, lines, report).body(tokens)


def _definitions(found: dict[str, object]) -> list[int]:
    """The lines, from 0, of `[name]: target`, which the parser keeps beside its tokens."""
    named = cast("dict[str, dict[str, object]]", found.get("references", {}))
    again = cast("list[dict[str, object]]", found.get("duplicate_refs", []))
    return [cast("list[int]", one["map"])[0] for one in (*named.values(), *again)]


class _Walk:
    """One way through the tokens of a page."""

    def __init__(self, first: int, lines: Sequence[str], report: FileReport) -> None:
        self._first = first
        self._lines = lines
        self._report = report
        self._line = first
        self._depth = 0
        self._heading_line = 0
        self._heading: tuple[Run, ...] = ()
        self._in_heading = False
        self._blocks: list[Spoken] = []
        self._image: Image | None = None

    def body(self, tokens: Sequence[Token]) -> Body:
        """What the page says, with everything else noted."""
        opens: dict[str, Callable[[], None]] = {
            "bullet_list_open": self._on_list,
            "list_item_open": self._on_item,
            "paragraph_open": self._on_paragraph,
        }
        for token in tokens:
            if token.map:
                self._line = self._first + token.map[0]
            if token.type in opens:
                opens[token.type]()
            elif token.type == "heading_open":
                self._on_heading(token)
            elif token.type == "inline":
                self._on_inline(token)
            elif token.type == "bullet_list_close":
                self._depth -= 1
            elif token.type == "heading_close":
                self._in_heading = False
            elif token.type in _NAMES:
                self._forbidden(token.type)
        if not self._heading_line:
            line = next((b.line for b in self._blocks), self._text_line())
            self._report.error(line, "this page has no heading", "begin it with # and its message")
        line = self._heading_line or self._text_line()
        blocks = tuple(block for block in self._blocks if block.sentences)
        return Body(line, self._heading, blocks, self._image)

    def _text_line(self) -> int:
        """The line of the first words of the page."""
        return self._first + next((n for n, line in enumerate(self._lines) if line.strip()), 0)

    def _forbidden(self, kind: str) -> None:
        self._report.error(
            self._line,
            f"{_NAMES[kind]} cannot stand in a page",
            _INSTEAD.get(kind, "use a heading, paragraphs, - lists, **bold** and one picture"),
        )

    def _on_heading(self, token: Token) -> None:
        self._in_heading = True
        if self._heading_line:
            self._report.error(self._line, "a page has one heading only", "split the page with ---")
        elif self._blocks or self._image:
            self._report.error(
                self._line, "the heading does not stand first", "begin the page with it"
            )
        if token.markup != "#":
            self._report.error(
                self._line, "this heading is not written with one #", "write # before its words"
            )

    def _on_list(self) -> None:
        self._depth += 1
        if self._depth > 1:
            self._report.error(
                self._line, "a list stands inside a list", "use one list without levels"
            )

    def _on_item(self) -> None:
        self._blocks.append(Spoken("bullet", self._line, ()))

    def _on_paragraph(self) -> None:
        if not self._depth:
            self._blocks.append(Spoken("paragraph", self._line, ()))

    def _on_inline(self, token: Token) -> None:
        runs = self._runs(token.children or [])
        if self._in_heading:
            if not self._heading_line:
                self._heading_line = self._line
                self._heading = one_sentence(runs)
                if not self._heading:
                    self._report.error(self._line, "the heading is empty", "write its words")
            return
        sentences = tuple(split_runs(runs))
        if not self._blocks:
            return
        block = self._blocks.pop()
        if block.sentences or sentences:
            line = self._line if not block.sentences else block.line
            sentences = block.sentences + sentences
            self._blocks.append(Spoken(block.kind, line, sentences))

    def _runs(self, tokens: Sequence[Token]) -> list[Run]:
        found: list[Run] = []
        bold = 0
        for token in tokens:
            if token.type in ("text", "text_special"):
                found.append(Run(token.content, bold > 0))
            elif token.type in ("softbreak", "hardbreak"):
                found.append(Run(" ", bold > 0))
                self._line += 1
            elif token.type == "strong_open":
                bold += 1
            elif token.type == "strong_close":
                bold -= 1
            elif token.type == "image":
                self._on_image(token)
            elif token.type in _NAMES:
                self._forbidden(token.type)
                found.append(Run(token.content, bold > 0))
        return found

    def _on_image(self, token: Token) -> None:
        alt = fold("".join(child.content for child in token.children or []))
        if self._image is not None:
            self._report.error(self._line, "a page has one picture only", "split the page with ---")
            return
        if not alt:
            self._report.error(
                self._line, "the picture has no text", "write ![what it shows](images/…)"
            )
        self._image = Image(self._line, str(token.attrs.get("src", "")), alt)


def one_sentence(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs as one sentence, its white space folded, whatever full stops stand in it."""
    joined: list[Run] = []
    for part in split_runs(runs):
        if joined:
            joined.append(Run(" ", joined[-1].bold and part[0].bold))
        joined.extend(part)
    merged: list[Run] = []
    for run in joined:
        if merged and merged[-1].bold == run.bold:
            merged[-1] = Run(merged[-1].text + run.text, run.bold)
        else:
            merged.append(run)
    return tuple(merged)
