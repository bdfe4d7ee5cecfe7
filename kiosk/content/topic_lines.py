"""Cuts a topic file into front matter, pages and the lines at each page's end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.fields import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.content.report import FileReport

FENCE = "+++"
PAGE_BREAK = "---"
MOST_PAGES = 60

_KEY = re.compile(r"(Claims|Slide|Notes|Activities):(.*)", re.DOTALL)
_NEARLY = re.compile(
    r"\s*(claims?|slides?|notes?|notities?|bewering(?:en)?|activit(?:y|ies|eit|eiten))\s*:",
    re.IGNORECASE,
)
_CLAIM = re.compile(r"[^\s,;]+")


class Front(NamedTuple):
    """The TOML of a topic file and where it and the pages begin (lines counted from 1)."""

    toml: str
    first: int
    rest: int


class Trailer(NamedTuple):
    """What stands at a page's end; a line of 0 means that it is not there."""

    claims: tuple[str, ...] = ()
    claims_line: int = 0
    slide: str = ""
    slide_line: int = 0
    notes: str = ""
    notes_line: int = 0
    activities: str = ""
    activities_line: int = 0


class PageText(NamedTuple):
    """One page before it is parsed. `first` is the line it begins at."""

    lines: tuple[str, ...]
    first: int
    trailer: Trailer


def front(lines: Sequence[str], report: FileReport) -> Front | None:
    """The front matter of a topic file, or None and an error."""
    begin = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not lines or lines[begin].rstrip() != FENCE:
        report.error(
            begin + 1, "the file does not begin with +++", "put its data between +++ lines"
        )
        return None
    for number in range(begin + 1, len(lines)):
        if lines[number].rstrip() == FENCE:
            return Front("\n".join(lines[begin + 1 : number]), begin + 2, number + 2)
    report.error(
        begin + 1, "the +++ that opens here never closes", "add a line +++ before the text"
    )
    return None


def pages(lines: Sequence[str], rest: int, report: FileReport) -> list[PageText]:
    """The pages of a topic file, whose text begins at line `rest`."""
    cuts = [number for number in range(rest - 1, len(lines)) if _is_break(lines[number])]
    if len(cuts) >= MOST_PAGES:
        report.error(
            cuts[MOST_PAGES - 1] + 1, f"more than {MOST_PAGES} pages", "make it several topics"
        )
        cuts = cuts[: MOST_PAGES - 1]
    begins = [rest - 1, *(cut + 1 for cut in cuts)]
    ends = [*cuts, len(lines)] if len(cuts) < MOST_PAGES - 1 else [*cuts, cuts[-1] + 1]
    found: list[PageText] = []
    for begin, end in zip(begins, ends, strict=True):
        if not any(line.strip() for line in lines[begin:end]):
            line = min(begin + 1, len(lines))
            report.error(line, "this page is empty", "write it, or remove its --- line")
            continue
        found.append(_page(lines[begin:end], begin + 1, report))
    return found


def _is_break(line: str) -> bool:
    return line.rstrip() == PAGE_BREAK


def _page(lines: Sequence[str], first: int, report: FileReport) -> PageText:
    end = next((n for n, line in enumerate(lines) if _KEY.match(line)), len(lines))
    for number, line in enumerate(lines[:end]):
        near = _NEARLY.match(line)
        if near:
            known = _known(near[1])
            report.error(
                first + number, f"{near[0].strip()} is no key of a page", f"did you mean {known}:?"
            )
    return PageText(tuple(lines[:end]), first, _trailer(lines[end:], first + end, report))


def _known(word: str) -> str:
    letter = word[:1].lower()
    return {"s": "Slide", "n": "Notes", "a": "Activities"}.get(letter, "Claims")


def _trailer(lines: Sequence[str], first: int, report: FileReport) -> Trailer:
    texts: dict[str, list[str]] = {}
    places: dict[str, int] = {}
    key = ""
    for number, line in enumerate(lines):
        found = _KEY.match(line)
        if found:
            key = found[1]
            if key in places:
                report.error(first + number, f"{key}: stands here twice", "keep one of them")
            places.setdefault(key, first + number)
            texts.setdefault(key, []).append(found[2])
        elif line.strip() and key == "Notes":
            texts[key].append(line)
        elif line.strip():
            report.error(
                first + number,
                f"text stands after {key}:",
                "write it on one line, or move it above (only Notes: may run on)",
            )
    claims = tuple(dict.fromkeys(_CLAIM.findall(" ".join(texts.get("Claims", ())))))
    for name, written in texts.items():
        if not fold(" ".join(written)):
            report.error(places[name], f"{name}: is empty", "write it, or remove the line")
    return Trailer(
        claims,
        places.get("Claims", 0),
        fold(" ".join(texts.get("Slide", ()))),
        places.get("Slide", 0),
        fold(" ".join(texts.get("Notes", ()))),
        places.get("Notes", 0),
        fold(" ".join(texts.get("Activities", ()))),
        places.get("Activities", 0),
    )
