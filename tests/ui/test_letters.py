"""Letters: each press the next step, and the reader keeps the sentence (DESIGN.md section 5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.letters import Letters
from kiosk.ui.widgets.buttons import WordButton
from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import Texts, make_pack, make_topic
from tests.ui.support.strategies import pages
from tests.ui.support.walk import every_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.ui.support.packs import PageText

LONG = (
    "Een bladzijde met veel zinnen",
    (
        "De eerste zin staat bovenaan. De tweede volgt daar vlak op.",
        "Een derde begint een nieuw stuk. Daarna komt de vierde zin nog.",
        "De vijfde zin is er ook bij. En de zesde zin sluit hem af.",
    ),
)


@pytest.fixture
def reader(start: Callable[[Plan], Kiosk]) -> Kiosk:
    kiosk = start(Plan(make_pack([make_topic(1, Texts((LONG, LONG)))]), size=SIZES[5]))
    kiosk.press("attract.read", "home.topic.kaart-1")
    return kiosk


def test_each_press_is_the_next_step(reader: Kiosk) -> None:
    seen = [reader.look.letters]
    for _ in range(4):
        reader.press("nav.size")
        seen.append(reader.look.letters)
    assert seen == [
        Letters(125),
        Letters(150),
        Letters(150, dark=True),
        Letters(100),
        Letters(125),
    ]


def test_dots_and_words_say_which_step_it_is(reader: Kiosk) -> None:
    seen: list[tuple[int | None, str]] = []
    for _ in range(4):
        button = reader.widget("nav.size")
        assert isinstance(button, WordButton)
        seen.append((button.dots, button.accessibleDescription()))
        reader.press("nav.size")
    assert seen == [
        (1, "groter"),
        (2, "grootst"),
        (3, "grootst, wit op zwart"),
        (0, "normaal"),
    ]


@pytest.mark.parametrize(
    "way",
    [(), ("nav.view",), ("nav.view", "view.about"), ("home.topic.kaart-1",)],
    ids=lambda way: "/".join(way) or "home",
)
def test_it_is_on_every_screen_in_the_same_place_and_opens_none(
    start: Callable[[Plan], Kiosk], way: tuple[str, ...]
) -> None:
    kiosk = start(Plan(make_pack([make_topic(1)])))
    kiosk.press("attract.read", *way)
    screen, place = kiosk.screen, kiosk.box("nav.size")
    for _ in range(4):
        kiosk.press("nav.size")
        assert (kiosk.screen, kiosk.box("nav.size")) == (screen, place)


def test_letters_last_for_the_visit(reader: Kiosk) -> None:
    reader.press("nav.size", "nav.next", "nav.home")
    assert reader.look.letters == Letters(150)
    reader.press("nav.done", "farewell.resume")
    assert reader.look.letters == Letters(150)
    reader.press("nav.done", "farewell.wipe", "attract.read")
    assert reader.look.letters == Letters(125)


def top(kiosk: Kiosk) -> str:
    """The sentence at the top of the page."""
    return re.split(r"[.!?\n]", kiosk.name("topic.body"))[0]


def test_the_sentence_at_the_top_stays_through_all_steps(reader: Kiosk) -> None:
    reader.press("nav.size")
    reader.press("nav.next")
    sentence = top(reader)
    for _ in range(8):
        reader.press("nav.size")
        assert sentence in reader.name("topic.body")
    assert top(reader) == sentence


def test_stepping_all_the_way_round_leads_back_to_the_same_page(reader: Kiosk) -> None:
    reader.press("nav.next")
    before = reader.nodes()
    reader.press("nav.size", "nav.size", "nav.size", "nav.size")
    assert reader.nodes() == before


@pytest.mark.parametrize("letters", LETTERS, ids=str)
def test_the_sentence_stays_when_the_glass_becomes_another_one(
    start: Callable[[Plan], Kiosk], letters: Letters
) -> None:
    kiosk = start(Plan(make_pack([make_topic(1, Texts((LONG, LONG)))]), size=SIZES[5]))
    kiosk.enter(letters)
    kiosk.press("home.topic.kaart-1", "nav.next")
    sentence = top(kiosk)
    for size in (*SIZES, SIZES[5]):
        kiosk.resize(size)
        assert sentence in kiosk.name("topic.body")
        root = kiosk.window.current
        assert root is not None
        assert (root.width(), root.height()) == (size.width, size.height)
    assert top(kiosk) == sentence


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    written=st.lists(pages(), min_size=1, max_size=4),
    steps=st.integers(0, 6),
    changes=st.lists(st.sampled_from((None, *SIZES)), min_size=3, max_size=6),
)
def test_whatever_is_read_stays_however_letters_and_glass_change(
    start: Callable[[Plan], Kiosk],
    written: Sequence[PageText],
    steps: int,
    changes: list[Size | None],
) -> None:
    kiosk = start(Plan(make_pack([make_topic(1, Texts(written))]), size=SIZES[2]))
    kiosk.press("attract.read", "home.topic.kaart-1")
    for _ in range(steps):
        kiosk.press("nav.next")
        if not kiosk.shows("topic.body"):
            kiosk.press("home.topic.kaart-1")
    sentence = top(kiosk)
    for change in changes:
        if change is None:
            kiosk.press("nav.size")
        else:
            kiosk.resize(change)
        said = kiosk.name("topic.body") + (
            kiosk.name("topic.action") if kiosk.shows("topic.action") else ""
        )
        assert sentence in said
    kiosk.close()


def test_letters_stand_on_every_screen_of_a_visit(kiosk: Kiosk) -> None:
    """access.md V2: one touch, wherever one reads; nothing is cut: test_geometry.py."""
    for name in every_screen(kiosk, LETTERS[0], whole=False):
        # The warning is one button over the whole shelf; any touch brings the shelf back.
        if name not in {"attract", "farewell", "warning"}:
            assert kiosk.shows("nav.size"), name
