"""Letters: one touch is one step, and who reads keeps the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.framebuffer import changed
from tests.journeys.support.house import Plan
from tests.journeys.support.walks import open_topic, page

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.support.kiosk import Kiosk

STEPS = ["grootst", "grootst, wit op zwart", "normaal", "groter"]
"""After the start step 125 (LOOK.md, Type)."""

PX_PER_MM = 4.03


def test_each_press_is_the_next_step_and_the_fourth_is_the_start(kiosk: Kiosk) -> None:
    start = open_topic(kiosk)
    look = kiosk.still_picture()
    seen = [kiosk.step("nav.size", tap=True).node("nav.size").description for _ in STEPS]
    assert seen == STEPS
    assert kiosk.settled().content() == start.content()
    kiosk.tap_spot((960, 8))
    # The edges of glyphs may be smoothed a little differently after another size was drawn.
    assert changed(look, kiosk.still_picture()) < 0.01


def test_the_sentence_being_read_stays_on_screen(kiosk: Kiosk) -> None:
    """Through every size, from every page of a topic: the first sentence is still there."""
    snapshot = open_topic(kiosk)
    for _ in range(3):
        first = page(snapshot).body.split(".")[0]
        for _ in STEPS:
            snapshot = kiosk.step("nav.size")
            assert first in page(snapshot).body
        snapshot = kiosk.step("nav.next")


def test_larger_letters_are_larger(kiosk: Kiosk) -> None:
    heights: list[int] = []
    open_topic(kiosk)
    for _ in range(2):
        heights.append(kiosk.node("topic.progress").box[3])
        kiosk.step("nav.size")
    assert heights[1] > heights[0]


@pytest.mark.parametrize("factor", [0.7, 1.3])
def test_sizes_follow_the_millimetres(start: Callable[[Plan], Kiosk], factor: float) -> None:
    """access.md X4: what is pressed is 40 mm high on every glass."""
    kiosk = start(Plan(settings=f"px_per_mm = {PX_PER_MM * factor}\n"))
    for door in ("attract.read", "attract.larger", "attract.dark"):
        height = kiosk.node(door).box[3]
        assert abs(height - 40 * PX_PER_MM * factor) <= 1.5, door
    kiosk.open("attract.read", "screen.home")
    for name in ("nav.done", "nav.size"):
        height = kiosk.node(name).box[3]
        assert abs(height - 40 * PX_PER_MM * factor) <= 1.5, name
    assert abs(kiosk.node("nav.done").box[0] - 10 * PX_PER_MM * factor) <= 1.5
