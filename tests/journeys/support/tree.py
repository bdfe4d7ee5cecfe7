"""What an accessibility tree showed at one moment: plain data, no connection behind it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.support.framebuffer import Box
    from tests.journeys.support.wire import Place

STATE_BITS = {
    "active": 1,
    "checked": 4,
    "enabled": 8,
    "focusable": 11,
    "focused": 12,
    "pressed": 20,
    "selected": 23,
    "sensitive": 24,
    "showing": 25,
    "visible": 30,
    "checkable": 41,
}
"""Bits of AtspiStateType that the journeys look at."""

CONTROL_ROLES = frozenset({"push button", "button", "check box", "radio button", "toggle button"})
"""Roles of what a visitor may press (access.md X1)."""

NO_BOX: Box = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Node:
    """One accessible object as it was when read; `box` is in screen pixels, clipped."""

    place: Place = field(compare=False)
    identifier: str
    role: str
    name: str
    description: str
    states: frozenset[str]
    extents: Box
    box: Box
    actions: tuple[str, ...]
    depth: int

    @property
    def is_control(self) -> bool:
        """Whether a visitor may press it."""
        return self.role in CONTROL_ROLES

    @property
    def centre(self) -> tuple[int, int]:
        """The middle of what shows of it."""
        x, y, width, height = self.box
        return x + width // 2, y + height // 2

    def line(self) -> str:
        """One line for people and for comparing two visits."""
        states = " ".join(sorted(self.states))
        name = self.name.replace("\n", "⏎")
        return f"{'  ' * self.depth}{self.role} [{self.identifier}] {name!r} {self.box} {states}"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All nodes that showed at one moment, parents before children."""

    nodes: tuple[Node, ...]

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def find(self, identifier: str) -> Node | None:
        """The node with this accessible id, or None. Raises AssertionError when there are two."""
        found = self.all(identifier)
        if len(found) > 1:
            raise AssertionError(f"{identifier} shows {len(found)} times\n{self.dump()}")
        return found[0] if found else None

    def node(self, identifier: str) -> Node:
        """The node with this accessible id. Raises AssertionError with the tree when it is not."""
        found = self.find(identifier)
        if found is None:
            raise AssertionError(f"{identifier} does not show\n{self.dump()}")
        return found

    def all(self, identifier: str) -> list[Node]:
        """Every node with this accessible id."""
        return [node for node in self.nodes if node.identifier == identifier]

    def starting(self, prefix: str) -> list[Node]:
        """Every node whose accessible id starts so, in the tree's order."""
        return [node for node in self.nodes if node.identifier.startswith(prefix)]

    def identifiers(self) -> list[str]:
        """The accessible ids that show, in the tree's order."""
        return [node.identifier for node in self.nodes]

    def controls(self) -> list[Node]:
        """What a visitor may press."""
        return [node for node in self.nodes if node.is_control]

    def screen(self) -> str:
        """Id of the one screen that shows. Raises AssertionError unless it is exactly one."""
        names = [node.identifier for node in self.starting("screen.")]
        if len(names) != 1:
            raise AssertionError(f"{len(names)} screens show: {names}\n{self.dump()}")
        return names[0]

    def focused(self) -> Node | None:
        """The deepest node that has the focus."""
        holders = [node for node in self.nodes if "focused" in node.states]
        return holders[-1] if holders else None

    def repeated(self) -> list[str]:
        """Ids in our own style (no path of object names) that show more than once."""
        counts = Counter(node.identifier for node in self.controls())
        return [identifier for identifier, count in counts.items() if count > 1]

    def content(self) -> list[tuple[str, str, str, Box]]:
        """What a visitor meets: who, words and place, without passing states such as the focus."""
        return [(node.identifier, node.name, node.description, node.box) for node in self.nodes]

    def dump(self) -> str:
        """One line a node; equal for equal screens."""
        return "\n".join(node.line() for node in self.nodes)


def states_of(words: list[int]) -> frozenset[str]:
    """Names of the states in AT-SPI's two 32-bit words that we know."""
    bits = words[0] | (words[1] << 32 if len(words) > 1 else 0)
    return frozenset(name for name, bit in STATE_BITS.items() if bits >> bit & 1)


def clip(box: Box, by: Box) -> Box:
    """The part of `box` inside `by`; NO_BOX when nothing is left."""
    left, top = max(box[0], by[0]), max(box[1], by[1])
    right = min(box[0] + box[2], by[0] + by[2])
    bottom = min(box[1] + box[3], by[1] + by[3])
    if right <= left or bottom <= top:
        return NO_BOX
    return left, top, right - left, bottom - top
