"""Lager: every control in the lowest 40 % of the glass, and text down to them (access.md R2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint

from kiosk.proving.fit import bled
from kiosk.ui.touch.targets import shown_buttons
from kiosk.ui.widgets.control import Control
from tests.ui.support.kiosk import FULL_HD, LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.domain.letters import Letters
    from kiosk.ui.screen import Screen

LOW_PART = 0.4
LOW_GLASS = Size(1366, 768, 3.95)
# 55 inch: two rows of cards stand in its lowest 40 %.
WALL = Size(3840, 2160, 3.15)


@pytest.fixture
def six(start: Callable[[Plan], Kiosk]) -> Kiosk:
    kiosk = start(Plan(pack_of(6)))
    kiosk.press("attract.read")
    return kiosk


def tops(kiosk: Kiosk) -> dict[str, int]:
    """Where each control begins, in px from the top."""
    return {button.accessibleIdentifier(): rect.y() for button, rect in shown_buttons(kiosk.window)}


def lower(kiosk: Kiosk) -> None:
    """From home to the sheet, and back."""
    kiosk.press("nav.view", "view.lower", "nav.back")


def a_visit(kiosk: Kiosk) -> Iterator[str]:
    """Every screen that a visitor comes to, from home."""
    yield "home"
    for page in (1, 2, 3):
        if page == 1:
            kiosk.press("nav.view")
        elif kiosk.shows("nav.next"):
            kiosk.press("nav.next")
        yield f"view {page}"
    kiosk.press("nav.home", "home.topic.kaart-1")
    yield "topic"
    kiosk.press("nav.home", "home.quiz")
    yield "question"
    kiosk.press("quiz.option.1")
    yield "verdict"
    kiosk.press("quiz.next", "quiz.option.2", "quiz.next", "quiz.option.2", "quiz.next")
    yield "result"
    kiosk.press("nav.done")
    yield "farewell"


@pytest.mark.parametrize("size", [*SIZES[:5], WALL], ids=str)
@pytest.mark.parametrize("letters", [LETTERS[0], LETTERS[3]], ids=["100", "150d"])
@pytest.mark.parametrize("mirrored", [False, True], ids=["", "mirrored"])
def test_every_control_of_every_screen_comes_down(
    start: Callable[[Plan], Kiosk], size: Size, letters: Letters, mirrored: bool
) -> None:
    kiosk = start(Plan(pack_of(6), size=size))
    kiosk.enter(letters)
    if mirrored:
        kiosk.press("nav.view", "view.mirror", "nav.back")
    lower(kiosk)
    high = {
        f"{screen}: {name}": y
        for screen in a_visit(kiosk)
        for name, y in tops(kiosk).items()
        if y < (1 - LOW_PART) * size.height
    }
    assert kiosk.screen == "screen.farewell"
    assert high == {}


def test_without_it_they_stand_higher(six: Kiosk) -> None:
    """The test above can fail."""
    assert min(tops(six).values()) < (1 - LOW_PART) * FULL_HD.height


def test_it_is_offered_where_the_glass_reaches_above_1100_mm(
    start: Callable[[Plan], Kiosk],
) -> None:
    """A 15.6 inch glass at 850 mm ends at 1044 mm: everything on it can be reached (R1)."""
    for size, offered in ((FULL_HD, True), (SIZES[1], True), (LOW_GLASS, False)):
        kiosk = start(Plan(pack_of(), size=size))
        kiosk.press("attract.read", "nav.view")
        assert kiosk.shows("view.lower") == offered
        kiosk.close()


def test_the_same_place_brings_everything_back(six: Kiosk) -> None:
    before = tops(six)
    six.press("nav.view")
    sheet = tops(six)
    assert six.name("view.lower") == "Lager"
    six.press("view.lower")
    assert six.name("view.lower") == "Gewone hoogte"
    assert tops(six) != sheet
    six.press("view.lower")
    assert tops(six) == sheet
    six.press("nav.back")
    assert tops(six) == before


def test_home_has_pages_of_three_cards_and_every_topic_stays_within_reach(six: Kiosk) -> None:
    lower(six)
    seen: list[str] = []
    for _ in range(2):
        cards = sorted(name for name in six.widgets() if name.startswith("home.topic."))
        assert len(cards) == 3
        assert six.shows("home.quiz")
        seen += cards
        six.press("nav.next")
    assert sorted(seen) == [f"home.topic.kaart-{number}" for number in range(1, 7)]
    assert six.shows("home.topic.kaart-1")


def test_a_second_page_of_home_that_is_gone_is_the_first(six: Kiosk) -> None:
    lower(six)
    six.press("nav.next")
    lower(six)
    assert sum(name.startswith("home.topic.") for name in six.widgets()) == 6
    assert not six.shows("nav.next")


def test_a_sheet_of_several_pages_comes_round(six: Kiosk) -> None:
    six.press("nav.view")
    every = {name for name in six.widgets() if name.startswith("view.")}
    six.press("view.lower")
    assert six.shows("view.lower")
    seen: set[str] = set()
    for _ in range(3):
        seen |= {name for name in six.widgets() if name.startswith("view.")}
        if six.shows("nav.next"):
            six.press("nav.next")
    assert seen == every
    six.press("nav.back")
    assert six.screen == "screen.home"


def test_a_wall_keeps_six_cards(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(6), size=WALL))
    kiosk.press("attract.read")
    lower(kiosk)
    assert sum(name.startswith("home.topic.") for name in kiosk.widgets()) == 6


def test_the_quiz_beside_lowered_cards_keeps_its_words_off_its_edge(
    start: Callable[[Plan], Kiosk],
) -> None:
    """Beside its question mark it has less room for words than a card has."""
    kiosk = start(Plan(pack_of(6), size=Size(1024, 768)))
    kiosk.press("attract.larger")
    lower(kiosk)
    assert bled(kiosk.window.grab().toImage(), cast("Screen", kiosk.window.current)) == []


@pytest.mark.parametrize(
    ("way", "what"),
    [
        (("home.topic.kaart-1",), "topic.body"),
        (("home.quiz",), "quiz.question"),
        (("home.quiz", "quiz.option.1"), "quiz.why"),
        ((), "home.title"),
        (("nav.view",), "view.title"),
        (("nav.done",), "farewell.hands"),
    ],
)
def test_what_is_read_comes_down_too(six: Kiosk, way: tuple[str, ...], what: str) -> None:
    six.press(*way)
    before = six.box(what)[1]
    six.press(
        *{"screen.home": (), "screen.farewell": ("farewell.resume",)}.get(six.screen, ("nav.home",))
    )
    lower(six)
    six.press(*way)
    assert six.box(what)[1] > before


def test_a_page_breaks_where_it_broke(six: Kiosk) -> None:
    """Size, language and orientation may change under a reader; height changes nothing at all."""
    six.press("home.topic.kaart-1")
    before = six.name("topic.body"), six.name("topic.progress")
    six.press("nav.home")
    lower(six)
    six.press("home.topic.kaart-1")
    assert (six.name("topic.body"), six.name("topic.progress")) == before


def test_the_next_visitor_finds_everything_as_it_was(six: Kiosk) -> None:
    """access.md P2."""
    before = tops(six)
    lower(six)
    assert tops(six) != before
    six.press("nav.done", "farewell.wipe", "attract.read")
    assert tops(six) == before


def test_a_tap_where_a_card_stood_before_does_nothing(six: Kiosk) -> None:
    x, y, width, _ = six.box("home.topic.kaart-1")
    lower(six)
    six.tap(QPoint(x + width // 2, y + 5))
    assert six.screen == "screen.home"


@pytest.mark.parametrize("size", [SIZES[1], SIZES[3]], ids=str)
def test_beside_the_way_back_every_card_is_reached_and_read(
    start: Callable[[Plan], Kiosk], size: Size
) -> None:
    """Half a card was too narrow for "Ik was hier al": there are fewer cards on a page then."""
    kiosk = start(Plan(pack_of(6), size=size))
    kiosk.press("attract.read", "home.topic.kaart-1", "nav.done")
    kiosk.wait(21)
    kiosk.press("attract.read")
    lower(kiosk)
    reached: set[str] = set()
    for _ in range(3):
        shown = [button for button, _ in shown_buttons(kiosk.window) if isinstance(button, Control)]
        small = [one.words for one in shown if 0 < one.px < one.look.metrics.smallest]
        assert not small
        assert kiosk.shows("home.return")
        reached |= {one.accessibleIdentifier() for one in shown}
        kiosk.press("nav.next")
    assert reached >= {f"home.topic.kaart-{number}" for number in range(1, 7)}
