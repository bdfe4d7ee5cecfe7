"""How high the highest control hangs, for every mounting that a clinic may choose (R1, R2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.letters import Letters
from kiosk.domain.quiz import QuizRound
from kiosk.domain.visit import HomePlace, QuestionPlace, ResultPlace, TopicPlace, ViewPlace
from kiosk.paths import resource
from kiosk.proving.offscreen import Offscreen, Pane
from kiosk.proving.walk import sights
from kiosk.ui.content import Content
from kiosk.ui.looks import Glass
from kiosk.ui.touch.targets import shown_buttons
from kiosk.ui.widgets.poster import Poster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.bundle import Bundle
    from kiosk.content.packs import Loaded
    from kiosk.ui.theme.look import Kit

REACH_MM, HARD_MM = 1100.0, 1220.0  # access.md R1
LOWEST_MM, LOWEST_HARD_MM = 800.0, 380.0  # access.md R1
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


# What a screen takes above the glass edge in mm at the very least: margin, shelf, and the rows of
# targets of 30 mm that it has above that, 8 mm apart; the quiz bar of portrait has 36 mm, answers
# beside one another in portrait 57 mm, and a verdict's panel has its rim.
LANDSCAPE_LEAST = {"screen.home": 130.0, "screen.view": 130.0, "screen.quiz": 99.0}
PORTRAIT_LEAST = {
    "screen.home": 260.0,
    "screen.view": 254.0,
    "screen.quiz": 167.0,
    "screen.quiz-result": 184.0,
}
LEAST = {False: (LANDSCAPE_LEAST, 92.0), True: (PORTRAIT_LEAST, 140.0)}
PANES = (LANDSCAPE, PORTRAIT, WALL, Pane(1366, 768, 3.95), Pane(1280, 1024))


def walk(kiosk: Offscreen, *, lowered: bool) -> Iterator[str]:
    """One of each screen that a visitor meets."""
    edition = kiosk.navigator.edition
    kiosk.show_attract()
    yield "screen.attract"
    kiosk.navigator.begin()
    visit = kiosk.navigator.visit
    assert visit is not None
    visit.lowered = lowered
    visit.quiz = QuizRound.over(edition.questions)
    topic = edition.topics[0].id
    for place in (HomePlace(), ViewPlace(), TopicPlace(topic), QuestionPlace(0), ResultPlace()):
        visit.place = place
        kiosk.navigator.render()
        yield kiosk.screen.accessibleIdentifier()
    for number in range(len(edition.questions)):
        visit.quiz = visit.quiz.answered(number, 0)
        visit.place = QuestionPlace(number)
        kiosk.navigator.render()
        yield "screen.quiz"
    visit.place = ResultPlace()
    kiosk.navigator.render()
    yield "screen.quiz-result"
    kiosk.navigator.show_farewell()
    yield "screen.farewell"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    pane=st.sampled_from(PANES),
    bottom=st.floats(380.0, 1150.0),
    letters=st.sampled_from([Letters(100), Letters(150), Letters(150, True)]),
    lowered=st.booleans(),
)
def test_wherever_the_glass_hangs_controls_lie_in_the_band(
    kit: Kit,
    bundle: Bundle,
    bundled: Loaded,
    pane: Pane,
    bottom: float,
    letters: Letters,
    lowered: bool,
) -> None:
    """R1 as far as lawful targets allow: 1100 mm at most, else as low as they can stand."""
    assert bundled.pack is not None
    content = Content(bundled.pack, PACK, bundle.strings, ("nl",), "nl")
    kiosk = Offscreen(pane, letters, content, kit, Glass(screen_bottom_mm=bottom))
    portrait = pane.height > pane.width
    known, usual = LEAST[portrait]
    wrong: list[str] = []
    for screen in walk(kiosk, lowered=lowered):
        allowed = max(REACH_MM, bottom + known.get(screen, usual)) + 1
        for button, rect in shown_buttons(kiosk.window):
            if isinstance(button, Poster):
                continue
            top = bottom + (pane.height - rect.y()) / pane.scale
            low = bottom + (pane.height - rect.y() - rect.height()) / pane.scale
            if top > allowed or low < min(LOWEST_MM, bottom + 10) - 1 or low < LOWEST_HARD_MM:
                wrong.append(f"{screen} {button.accessibleIdentifier()}: {low:.0f} to {top:.0f}")
    kiosk.close()
    assert wrong == []
