"""What must not give way where the glass is small and the letters are large."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.visit import Visit
from kiosk.proving.fit import bled
from kiosk.proving.offscreen import PANES, STEPS, Offscreen, Pane
from kiosk.proving.walk_activities import activity_screens
from kiosk.proving.walk_return import return_screens
from kiosk.ui.content import Content
from kiosk.ui.screens.activity import ActivityAnswerScreen
from kiosk.ui.widgets.cards import TopicCard
from kiosk.ui.widgets.label import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.content.packs import Loaded
    from kiosk.proving.selftest import Bench

# A true 15.6 inch, and the largest letters.
SMALL, LARGEST = PANES[5], STEPS[2]


@pytest.fixture
def small(loaded: Loaded, bench: Bench) -> Iterator[Callable[[str], Offscreen]]:
    assert loaded.pack is not None
    made: list[Offscreen] = []
    pack, strings = loaded.pack, bench.watch.strings(bench.bundle.strings)

    def make(language: str) -> Offscreen:
        content = Content(pack, loaded.folder, strings, bench.bundle.languages, language)
        made.append(Offscreen(SMALL, LARGEST, content, bench.kit, bench.glass))
        return made[-1]

    yield make
    for kiosk in made:
        kiosk.close()


def visit_of(kiosk: Offscreen) -> Visit:
    kiosk.navigator.begin(LARGEST)
    assert kiosk.navigator.visit is not None
    return kiosk.navigator.visit


def label(kiosk: Offscreen, identifier: str) -> TextLabel:
    found = [
        one
        for one in kiosk.screen.findChildren(TextLabel)
        if one.accessibleIdentifier() == identifier
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_the_code_of_many_questions_says_what_to_do_with_it(
    small: Callable[[str], Offscreen], language: str
) -> None:
    kiosk = small(language)
    for name in return_screens(kiosk.navigator, visit_of(kiosk)):
        if name != "farewell-all":
            continue
        words = label(kiosk, "farewell.questions")
        assert words.isVisibleTo(kiosk.screen)
        assert kiosk.screen.look.strings("farewell.scan") in words.text()
        # And it covers nothing: above the shelf, beside the code.
        assert words.geometry().bottom() < kiosk.screen.look.metrics.shelf.y
        return
    pytest.fail("the walk has no farewell with a code and questions")


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_wishes_break_into_two_lines_and_keep_their_drawings(
    small: Callable[[str], Offscreen], language: str
) -> None:
    kiosk = small(language)
    assert next(activity_screens(kiosk.navigator, visit_of(kiosk))) == "activity"
    cards = kiosk.screen.findChildren(TopicCard)
    assert len(cards) == 4
    assert all(card.pictured for card in cards)
    assert min(card.px for card in cards) >= kiosk.screen.look.metrics.smallest


@pytest.mark.parametrize("pane", [Pane(1280, 800), Pane(1024, 768)], ids=str)
def test_names_keep_clear_of_the_edge_of_a_chosen_picture(
    loaded: Loaded, bench: Bench, pane: Pane
) -> None:
    """English has the widest name for the narrowest cards: "House"."""
    assert loaded.pack is not None
    strings = bench.watch.strings(bench.bundle.strings)
    content = Content(loaded.pack, loaded.folder, strings, bench.bundle.languages, "en")
    kiosk = Offscreen(pane, LARGEST, content, bench.kit, bench.glass)
    try:
        chosen = [
            bled(kiosk.picture(), kiosk.screen)
            for name in return_screens(kiosk.navigator, visit_of(kiosk))
            if name == "return-too-many"
        ]
    finally:
        kiosk.close()
    assert chosen == [[]]


def test_no_page_of_an_answer_says_only_what_comes_after(loaded: Loaded, bench: Bench) -> None:
    assert loaded.pack is not None
    strings = bench.watch.strings(bench.bundle.strings)
    content = Content(loaded.pack, loaded.folder, strings, bench.bundle.languages, "nl")
    kiosk = Offscreen(PANES[3], LARGEST, content, bench.kit, bench.glass)
    try:
        for name in activity_screens(kiosk.navigator, visit_of(kiosk)):
            if not isinstance(kiosk.screen, ActivityAnswerScreen):
                continue
            body = label(kiosk, "activity.body")
            assert body.isVisibleTo(kiosk.screen), name
            assert not body.text().startswith("Hierna"), name
    finally:
        kiosk.close()
