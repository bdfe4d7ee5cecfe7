"""Reads the accessibility tree of a program and acts through it, over AT-SPI."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.journeys.support.tree import NO_BOX, Node, Snapshot, clip, states_of
from tests.journeys.support.wire import Bus, Call, GoneError, Place, Signal

if TYPE_CHECKING:
    from tests.journeys.support.framebuffer import Box

ATSPI = "org.a11y.atspi"
ACCESSIBLE = f"{ATSPI}.Accessible"
ACTION = f"{ATSPI}.Action"
COMPONENT = f"{ATSPI}.Component"
OBJECT_EVENTS = f"{ATSPI}.Event.Object"
REGISTRY = f"{ATSPI}.Registry"
ROOT = Place(REGISTRY, f"/{ATSPI.replace('.', '/')}/accessible/root")
OF_THE_SCREEN = 0
"""AT-SPI's coordinate type for screen pixels."""


@dataclass(frozen=True, slots=True)
class _Identity:
    """What stays the same as long as a node lives."""

    identifier: str
    role: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Branch:
    place: Place
    clip: Box | None
    depth: int


@dataclass(frozen=True, slots=True)
class _Twig:
    """A node that was read and what is still to be read below it."""

    node: Node | None
    below: list[_Branch]


class Accessibility:
    """Owns one connection to the accessibility bus; `close()` ends it."""

    def __init__(self, address: str) -> None:
        self._bus = Bus(address)
        self._met: dict[Place, _Identity] = {}

    def programs(self) -> list[Place]:
        """The programs on the bus."""
        return _places(self._bus.call(Call(ROOT, ACCESSIBLE, "GetChildren"))[0])

    def program_of(self, pid: int) -> Place | None:
        """The program with this process id, or None as long as it has not joined."""
        for place in self.programs():
            asked = Call(
                Place("org.freedesktop.DBus", "/org/freedesktop/DBus"),
                "org.freedesktop.DBus",
                "GetConnectionUnixProcessID",
                "s",
                (place.owner,),
            )
            try:
                if self._bus.call(asked)[0] == pid:
                    return place
            except GoneError:
                continue
        return None

    def snapshot(self, program: Place) -> Snapshot:
        """Everything that shows of a program now.

        What hides (pages of a stack) and what lies outside its ancestors (scrolled away) is left
        out: Qt reports the latter as showing (`qt-facts.md` 1).
        """
        tops = _places(self._bus.call(Call(program, ACCESSIBLE, "GetChildren"))[0])
        level = [_Branch(place, None, 0) for place in tops]
        twigs: dict[Place, _Twig] = {}
        while level:
            read = self._read_level(level)
            twigs.update(zip((branch.place for branch in level), read, strict=True))
            level = [branch for twig in read for branch in twig.below]
        nodes: list[Node] = []
        for top in tops:
            _collect(top, twigs, nodes)
        return Snapshot(tuple(nodes))

    def do(self, node: Node, action: str = "Press") -> None:
        """Have a node do one of its actions. Raises AssertionError when it has no such action."""
        if action not in node.actions:
            raise AssertionError(f"{node.identifier} has no action {action}: {node.actions}")
        number = node.actions.index(action)
        self._bus.call(Call(node.place, ACTION, "DoAction", "i", (number,)))

    def listen(self, *events: str) -> None:
        """Start hearing events such as `object:announcement`; `heard()` gives them."""
        registry = Place(REGISTRY, "/org/a11y/atspi/registry")
        self._bus.listen(OBJECT_EVENTS)
        for event in events:
            self._bus.call(Call(registry, REGISTRY, "RegisterEvent", "s", (event,)))

    def heard(self) -> list[Signal]:
        """The events since the last time."""
        return [s for s in self._bus.signals() if s.interface == OBJECT_EVENTS]

    def announcements(self) -> list[str]:
        """What was announced since the last time (and forgets other events)."""
        told = [signal.body for signal in self.heard() if signal.member == "Announcement"]
        return [str(body[3][1]) for body in told]

    def close(self) -> None:
        """Disconnect."""
        self._bus.close()

    def _read_level(self, level: list[_Branch]) -> list[_Twig]:
        self._meet([branch.place for branch in level])
        calls: list[Call] = []
        for branch in level:
            calls += _questions(branch.place)
        answers = self._bus.call_many(calls)
        each = len(calls) // len(level)
        return [
            _twig(branch, self._met.get(branch.place), answers[index * each : (index + 1) * each])
            for index, branch in enumerate(level)
        ]

    def _meet(self, places: list[Place]) -> None:
        """Ask what never changes as long as a node lives, once."""
        new = [place for place in places if place not in self._met]
        answers = self._bus.call_many([call for place in new for call in _first_questions(place)])
        for index, place in enumerate(new):
            identifier, role, actions = answers[3 * index : 3 * index + 3]
            if role is not None:
                names = tuple(str(action[0]) for action in actions[0]) if actions else ()
                self._met[place] = _Identity(_text(identifier), str(role[0]), names)


@cache
def _first_questions(place: Place) -> tuple[Call, ...]:
    return (
        Call.get(place, ACCESSIBLE, "AccessibleId"),
        Call(place, ACCESSIBLE, "GetRoleName"),
        Call(place, ACTION, "GetActions"),
    )


@cache
def _questions(place: Place) -> tuple[Call, ...]:
    return (
        Call(place, ACCESSIBLE, "GetState"),
        Call.get(place, ACCESSIBLE, "Name"),
        Call.get(place, ACCESSIBLE, "Description"),
        Call(place, COMPONENT, "GetExtents", "u", (OF_THE_SCREEN,)),
        Call(place, ACCESSIBLE, "GetChildren"),
    )


def _twig(
    branch: _Branch, identity: _Identity | None, answers: list[tuple[Any, ...] | None]
) -> _Twig:
    state, name, description, extents, children = answers
    if identity is None or state is None or extents is None or children is None:
        return _Twig(None, [])  # it went away while we read
    states = states_of(state[0])
    outer: Box = tuple(extents[0])
    box = outer if branch.clip is None else clip(outer, branch.clip)
    if not {"showing", "visible"} <= states or box == NO_BOX:
        return _Twig(None, [])
    node = Node(
        place=branch.place,
        identifier=identity.identifier,
        role=identity.role,
        name=_text(name),
        description=_text(description),
        states=states,
        extents=outer,
        box=box,
        actions=identity.actions,
        depth=branch.depth,
    )
    below = [_Branch(place, box, branch.depth + 1) for place in _places(children[0])]
    return _Twig(node, below)


def _collect(place: Place, twigs: dict[Place, _Twig], nodes: list[Node]) -> None:
    twig = twigs[place]
    if twig.node is not None:
        nodes.append(twig.node)
        for branch in twig.below:
            _collect(branch.place, twigs, nodes)


def _places(pairs: list[tuple[str, str]]) -> list[Place]:
    return [Place(owner, path) for owner, path in pairs]


def _text(answer: tuple[Any, ...] | None) -> str:
    return str(answer[0][1]) if answer else ""
