"""Every screen at every size: inside the glass, large enough, and real controls (M9, X1)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.house import Plan
from tests.journeys.support.tree import NO_BOX, clip
from tests.journeys.support.walks import answer, pages_onward

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.journeys.support.kiosk import Kiosk
    from tests.journeys.support.tree import Snapshot
    from tests.journeys.support.xserver import Size

SHORT_SIDE_MM = 268
"""Of a 21.5 inch panel (DESIGN.md section 3)."""

TARGET_MM = 30.0
IDENTIFIER = re.compile(r"[a-z][a-z-]*(\.[a-z0-9-]+)+")
SCROLLING = {"scroll bar", "scroll pane", "viewport", "slider"}

LARGEST = "attract.larger"
GLASS = [
    ((1920, 1080), None, "attract.read"),
    ((1920, 1080), None, LARGEST),
    ((1080, 1920), None, LARGEST),
    ((1366, 768), None, LARGEST),
    ((1366, 768), 3.95, "attract.read"),
    ((1366, 768), 3.95, LARGEST),
    ((1280, 1024), None, LARGEST),
    ((3840, 2160), None, LARGEST),
]
"""Size, px per mm (None: as on a 21.5 inch panel) and door; the letters do the rest off screen."""


def plan(size: Size, px_per_mm: float | None) -> Plan:
    scale = px_per_mm or min(size) / SHORT_SIDE_MM
    return Plan(size=size, settings=f"px_per_mm = {scale:.4f}\n")


def every_screen(kiosk: Kiosk, door: str) -> Iterator[Snapshot]:
    """All screens of a visit through one door, from attract to the farewell."""
    yield kiosk.settled()
    kiosk.open(door, "screen.home")
    yield kiosk.settled()
    kiosk.open("nav.view", "screen.view")
    yield kiosk.settled()
    kiosk.open("view.about", "screen.about")
    yield kiosk.settled()
    kiosk.open("nav.home", "screen.home")
    kiosk.open(kiosk.settled().starting("home.topic.")[0].identifier, "screen.topic")
    yield from pages_onward(kiosk)
    for number in range(6):
        yield kiosk.settled()
        yield answer(kiosk, right=number > 1)
        kiosk.step("quiz.next")
    yield kiosk.settled()
    kiosk.open("nav.done", "screen.farewell")
    yield kiosk.settled()


def inside(snapshot: Snapshot, size: Size) -> list[str]:
    """Nodes that are cut, or lie outside the glass."""
    glass = (0, 0, *size)
    wrong = [
        node.line()
        for node in snapshot
        if node.box != node.extents or clip(node.extents, glass) != node.extents
    ]
    return wrong + [node.line() for node in snapshot if node.role in SCROLLING]


def too_small(snapshot: Snapshot, px_per_mm: float) -> list[str]:
    """Controls whose shorter side is under 30 mm, to the nearest pixel (access.md M1)."""
    least = round(TARGET_MM * px_per_mm) - 1
    return [node.line() for node in snapshot.controls() if min(node.box[2:]) < least]


def overlapping(snapshot: Snapshot) -> list[str]:
    """Pairs of controls that lie over each other; attract's poster is the ground of its screen."""
    controls = [node for node in snapshot.controls() if node.identifier != "attract.topic"]
    return [
        f"{one.identifier} and {other.identifier}"
        for one, other in combinations(controls, 2)
        if clip(one.box, other.box) != NO_BOX
    ]


def not_real(snapshot: Snapshot) -> list[str]:
    """Breaks of access.md X1."""
    wrong = [f"twice: {identifier}" for identifier in snapshot.repeated()]
    for node in snapshot:
        acts = "Press" in node.actions or "Toggle" in node.actions
        if node.is_control and not (acts and node.name and IDENTIFIER.fullmatch(node.identifier)):
            wrong.append(f"no real control: {node.line()}")
        if not node.is_control and acts:
            wrong.append(f"can be pressed but is no control: {node.line()}")
    return wrong


@pytest.mark.parametrize(("size", "px_per_mm", "door"), GLASS)
def test_every_screen_lies_inside_the_glass_and_has_real_controls(
    share: Callable[[Plan], Kiosk], size: Size, px_per_mm: float | None, door: str
) -> None:
    kiosk = share(plan(size, px_per_mm))
    scale = px_per_mm or min(size) / SHORT_SIDE_MM
    screens: set[str] = set()
    for snapshot in every_screen(kiosk, door):
        screens.add(snapshot.screen())
        problems = inside(snapshot, size) + too_small(snapshot, scale)
        problems += overlapping(snapshot) + not_real(snapshot)
        assert problems == [], snapshot.dump()
    assert len(screens) == 8


def test_a_control_that_lies_outside_would_be_found(kiosk: Kiosk) -> None:
    """The checks above can fail: the same screens on a glass that is declared smaller."""
    snapshot = kiosk.settled()
    width, height = kiosk.desk.size
    assert inside(snapshot, (width - 100, height))
    assert too_small(snapshot, 8.0)
    doubled = replace(snapshot, nodes=snapshot.nodes * 2)
    assert overlapping(doubled)
    assert not_real(doubled)
