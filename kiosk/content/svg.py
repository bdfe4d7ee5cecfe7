"""Finds in an SVG what a kiosk must not draw: scripts, movement, links, and bombs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

# What Qt draws in a blink; a drawing by hand has some hundreds.
MOST_ELEMENTS = 20_000
DEEPEST = 60
LARGEST_SIDE = 20_000

_SVG = "http://www.w3.org/2000/svg"
_FORBIDDEN = frozenset(
    (
        *("script", "foreignObject", "image", "feImage", "filter", "a", "audio", "video", "iframe"),
        *("set", "animate", "animateColor", "animateMotion", "animateTransform"),
    )
)
_LINKS = ("href", "http://www.w3.org/1999/xlink href", "src")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)[^)\s'\"]|@import|expression\(", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([0-9.eE+-]+)")


class _Refused(Exception):  # noqa: N818 - it is an answer, not an accident
    """What is wrong with the drawing."""


@dataclass
class _Element:
    uses: str = ""
    children: list[_Element] = field(default_factory=list["_Element"])


def svg_problem(data: bytes) -> str:
    """What is wrong with an SVG, or an empty text; takes time in proportion to its length."""
    reader = _Reader()
    try:
        reader.read(data)
    except _Refused as refused:
        return str(refused)
    except (expat.ExpatError, ValueError, LookupError) as error:
        return f"is not an SVG drawing ({error})"
    return ""


class _Reader:
    """One way through a drawing."""

    def __init__(self) -> None:
        self._count = 0
        self._root = _Element()
        self._open = [self._root]
        self._named: dict[str, _Element] = {}
        self._in_style = False

    def read(self, data: bytes) -> None:
        """Raises _Refused for a drawing we do not want, ExpatError for what is no XML."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = self._on_text
        parser.EntityDeclHandler = self._on_entity
        parser.Parse(data, True)
        _Weight(self._named).of(self._root, 0)

    def _on_entity(self, *_of_it: object) -> None:
        raise _Refused("declares entities")

    def _on_start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise _Refused(f"has more than {MOST_ELEMENTS} parts")
        if len(self._open) > DEEPEST:
            raise _Refused(f"has parts more than {DEEPEST} deep in one another")
        space, _, name = tag.rpartition(" ")
        if self._count == 1:
            _check_root(space, name, attributes)
        if space == _SVG:
            if name in _FORBIDDEN:
                raise _Refused(f"holds <{name}>, which a still picture cannot have")
            self._in_style = name == "style"
        element = _Element()
        for key, value in attributes.items():
            _check_attribute(space, key, value)
        if name == "use":
            element.uses = next((attributes[key] for key in _LINKS if key in attributes), "")[1:]
        if "id" in attributes:
            self._named.setdefault(attributes["id"], element)
        self._open[-1].children.append(element)
        self._open.append(element)

    def _on_end(self, _tag: str) -> None:
        self._open.pop()
        self._in_style = False

    def _on_text(self, text: str) -> None:
        if self._in_style and _OUTSIDE.search(text):
            raise _Refused("draws in something from outside itself")


def _check_root(space: str, name: str, attributes: dict[str, str]) -> None:
    if name != "svg" or space != _SVG:
        raise _Refused("is not an SVG drawing")
    numbers = [attributes.get("width", ""), attributes.get("height", "")]
    numbers += attributes.get("viewBox", "").replace(",", " ").split()
    for number in numbers:
        found = _NUMBER.match(number)
        if found and not abs(float(found[1])) <= LARGEST_SIDE:
            raise _Refused(f"says that it is {number[:20]} wide or high")


def _check_attribute(space: str, key: str, value: str) -> None:
    if space == _SVG and key.lower().startswith("on"):
        raise _Refused("holds a script")
    if space == _SVG and key in _LINKS and not value.startswith("#"):
        raise _Refused("draws in something from outside itself")
    if _OUTSIDE.search(value):
        raise _Refused("draws in something from outside itself")


class _Weight:
    """Counts the parts that are drawn when every `use` is followed."""

    def __init__(self, named: dict[str, _Element]) -> None:
        self._named = named
        self._known: dict[int, int] = {}

    def of(self, element: _Element, depth: int) -> int:
        """The parts of an element; raises _Refused for circles and for too many."""
        name = id(element)
        if name in self._known:
            return self._known[name]
        if depth > 4 * DEEPEST:
            raise _Refused("uses itself, or parts of parts without end")
        weight = 1 + sum(self.of(child, depth + 1) for child in element.children)
        used = self._named.get(element.uses) if element.uses else None
        if used is not None:
            weight += self.of(used, depth + 1)
        if weight > MOST_ELEMENTS:
            raise _Refused(f"draws more than {MOST_ELEMENTS} parts")
        self._known[name] = weight
        return weight
