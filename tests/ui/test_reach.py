"""How high the highest control hangs, for every mounting that a clinic may choose (R1, R2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.letters import Letters
from kiosk.paths import resource
from kiosk.proving.offscreen import Offscreen, Pane
from kiosk.proving.walk import sights
from kiosk.ui.content import Content
from kiosk.ui.looks import Glass
from kiosk.ui.touch.targets import shown_buttons
from kiosk.ui.widgets.poster import Poster

if TYPE_CHECKING:
    from kiosk.bundle import Bundle
    from kiosk.content.packs import Loaded
    from kiosk.ui.theme.look import Kit

REACH_MM, HARD_MM = 1100.0, 1220.0  # access.md R1
STEPS_MM = 250.0  # access.md R2
PACK = resource("packs/bewegen-bij-ms")
STAFF = ("staff", "talk", "display")
LANDSCAPE, PORTRAIT, WALL = Pane(1920, 1080), Pane(1080, 1920), Pane(3840, 2160, 3.15)


def heights(kit: Kit, bundle: Bundle, bundled: Loaded, pane: Pane, mm: float) -> dict[str, float]:
    """The top of each patient control above the glass edge, the highest of all screens, in mm."""
    assert bundled.pack is not None
    content = Content(bundled.pack, PACK, bundle.strings, ("nl",), "nl")
    kiosk = Offscreen(pane, Letters(125), content, kit, Glass(screen_bottom_mm=mm))
    found: dict[str, float] = {}
    for sight in sights(kiosk):
        if sight.group in STAFF:
            break
        for button, rect in shown_buttons(kiosk.window):
            if not isinstance(button, Poster):  # a touch anywhere means it
                name = button.accessibleIdentifier()
                up = (pane.height - rect.y()) / pane.scale
                found[name] = max(found.get(name, 0.0), up)
    kiosk.close()
    return found


@pytest.mark.parametrize(
    ("pane", "bottom", "limit"),
    [
        (LANDSCAPE, 700.0, REACH_MM),
        (LANDSCAPE, 850.0, REACH_MM),
        (LANDSCAPE, 950.0, REACH_MM),
        (LANDSCAPE, 1050.0, HARD_MM),
        (PORTRAIT, 700.0, REACH_MM),
        (PORTRAIT, 790.0, REACH_MM),
        (PORTRAIT, 900.0, HARD_MM),
        (WALL, 700.0, REACH_MM),
        (WALL, 950.0, REACH_MM),
    ],
    ids=str,
)
def test_every_control_can_be_reached(
    kit: Kit, bundle: Bundle, bundled: Loaded, pane: Pane, bottom: float, limit: float
) -> None:
    """So nothing is left for a button "Lager" to lower (DECISIONS)."""
    found = heights(kit, bundle, bundled, pane, bottom)
    # Half a mm: each edge is rounded to a whole px.
    high = {name: round(bottom + up) for name, up in found.items() if bottom + up > limit + 0.5}
    assert high == {}


@pytest.mark.parametrize("pane", [LANDSCAPE, PORTRAIT, WALL], ids=str)
def test_navigation_and_answers_lie_low(
    kit: Kit, bundle: Bundle, bundled: Loaded, pane: Pane
) -> None:
    bottom = 790.0 if pane is PORTRAIT else 850.0
    steps = ("nav.", "quiz.next", "quiz.stop", "farewell.")
    answers = () if pane is PORTRAIT else ("quiz.option.",)
    found = heights(kit, bundle, bundled, pane, bottom)
    low = {name: up for name, up in found.items() if name.startswith((*steps, *answers))}
    assert low
    assert max(low.values()) <= STEPS_MM
