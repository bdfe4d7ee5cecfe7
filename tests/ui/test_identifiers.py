"""docs/identifiers.md against the tree, and what every node must be (DESIGN.md section 5)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.domain.pack import Picture
from kiosk.proving.walk_activities import activity_screens
from kiosk.proving.walk_display import display_screens
from kiosk.proving.walk_prepare import speaker_screens
from kiosk.proving.walk_return import coming_back, return_screens
from kiosk.proving.walk_staff import staff_screens
from kiosk.proving.walk_talk import talk_screens
from kiosk.ui.screens.trouble import TroubleScreen
from tests.ui.support.kiosk import LETTERS, SIZES, Plan
from tests.ui.support.packs import make_pack, make_question, make_topic, pack_of
from tests.ui.support.tree import shown
from tests.ui.support.walk import every_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.content.packs import Loaded
    from tests.ui.support.kiosk import Kiosk
    from tests.ui.support.tree import Node

PAGE = Path(__file__).parents[2] / "docs" / "identifiers.md"
STYLE = re.compile(r"[a-z][a-z-]*(\.[a-z0-9-]+)+")


def written() -> set[str]:
    """The identifiers in the first column of the page's tables."""
    return set(re.findall(r"^\| `([^`]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE))


def general(identifier: str) -> str:
    """An identifier with numbers and ids as the page writes them."""
    identifier = re.sub(r"^home\.topic\..+", "home.topic.ID", identifier)
    identifier = re.sub(r"^activity\.wish\..+", "activity.wish.ID", identifier)
    identifier = re.sub(r"^talk\.topic\..+", "talk.topic.ID", identifier)
    identifier = re.sub(r"^return\.picture\..+", "return.picture.NAME", identifier)
    identifier = re.sub(r"^language\..+", "language.ID", identifier)
    identifier = re.sub(r"^set-up\.choice\..+", "set-up.choice.ID", identifier)
    identifier = re.sub(r"^(talk\.[a-z-]+)\.\d+$", r"\1.N", identifier)
    return re.sub(r"\.\d$", ".N", identifier)


def offer_activities(kiosk: Kiosk) -> None:
    """From attract to the page of the bundled pack that has a button to the activities."""
    kiosk.press("attract.read", "home.topic.wat-past-bij-u")
    while not kiosk.shows("topic.activities"):
        kiosk.press("nav.next")


def to_activities(kiosk: Kiosk) -> str:
    """From home to the page that opens the activities."""
    kiosk.press("home.topic.wat-past-bij-u")
    while not kiosk.shows("topic.activities"):
        kiosk.press("nav.next")
    return "the page that opens the activities"


def to_a_hard_word(kiosk: Kiosk) -> str:
    """From attract to the first page that explains a word."""
    kiosk.press("attract.read", "home.topic.hersenen-in-beeld")
    while not kiosk.shows("topic.glossary"):
        kiosk.press("nav.next")
    return "a page that explains a word"


def lowered_pictures(kiosk: Kiosk) -> Iterator[tuple[str, Kiosk]]:
    """The nine pictures in pages."""
    kiosk.press("attract.read")
    navigator = kiosk.session.navigator
    assert navigator.visit is not None
    navigator.visit.lowered = True
    for name in coming_back(navigator, navigator.visit):
        yield name, kiosk


def walks(start: Callable[[Plan], Kiosk], bundled: Loaded) -> Iterator[tuple[str, Kiosk]]:
    """Screens on which every identifier shows at least once."""
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack, bundled.folder))
    kiosk.session.stand.show_message("Het spreekuur loopt uit.")
    yield "attract with a message", kiosk
    kiosk.session.stand.show_message("")
    for name in every_screen(kiosk, LETTERS[0], whole=False):
        yield name, kiosk
    offer_activities(kiosk)
    yield "a page that offers the activities", kiosk
    topics = [make_topic(number) for number in range(1, 9)]
    questions = [make_question(number, f"kaart-{number}") for number in (1, 2)]
    pack = make_pack(topics, questions, languages=("nl", "fr", "en"))
    kiosk = start(Plan(pack, languages=("nl", "fr", "en"), size=SIZES[5]))
    for name in every_screen(kiosk, LETTERS[2], whole=False):
        yield name, kiosk
    kiosk.press("attract.read", "home.quiz", "quiz.option.2", "quiz.next", "quiz.option.2")
    kiosk.press("quiz.next")
    yield "two to read again", kiosk
    drawing = Picture("images/hersenen.svg", "Een hoofd van opzij.")
    pictured = make_pack([make_topic(1)], [make_question(1, "kaart-1", image=drawing)])
    kiosk = start(Plan(pictured, bundled.folder))
    kiosk.press("attract.read", "home.quiz")
    yield "a question with a picture", kiosk
    kiosk = start(Plan(bundled.pack, bundled.folder))
    kiosk.press("attract.read")
    navigator = kiosk.session.navigator
    assert navigator.visit is not None
    for name in activity_screens(navigator, navigator.visit):
        yield name, kiosk
    for name in return_screens(navigator, navigator.visit):
        yield name, kiosk
    yield to_activities(kiosk), kiosk
    kiosk = start(Plan(bundled.pack, bundled.folder))
    yield to_a_hard_word(kiosk), kiosk
    screen = TroubleScreen(kiosk.window, kiosk.look)
    kiosk.window.show_screen(screen)
    screen.refresh()
    yield "out of order", kiosk
    yield from lowered_pictures(start(Plan(bundled.pack, bundled.folder, size=SIZES[3])))
    for pane in (SIZES[0], SIZES[5]):
        kiosk = start(Plan(bundled.pack, bundled.folder, size=pane))
        for name, _ in talk_screens(kiosk.window, bundled.pack.edition("nl"), kiosk.look):
            yield name, kiosk
        for name, make in speaker_screens(bundled.pack.edition("nl")).items():
            screen = make(kiosk.window, kiosk.look._replace(letters=LETTERS[0]))
            kiosk.window.show_screen(screen)
            screen.refresh()
            yield name, kiosk
    kiosk = start(Plan(bundled.pack, bundled.folder))
    for name in display_screens(kiosk.window, kiosk.content(bundled.pack), kiosk.look):
        yield name, kiosk
    kiosk = start(Plan(bundled.pack, bundled.folder))
    for name, make in staff_screens().items():
        screen = make(kiosk.window, kiosk.look)
        kiosk.window.show_screen(screen)
        screen.refresh()
        yield name, kiosk


@pytest.fixture(scope="module")
def kept() -> list[tuple[str, list[Node]]]:
    """What a walk saw: plain data, so that one walk serves every test."""
    return []


@pytest.fixture
def everything(
    kept: list[tuple[str, list[Node]]], start: Callable[[Plan], Kiosk], bundled: Loaded
) -> list[tuple[str, list[Node]]]:
    if not kept:
        kept[:] = [(name, kiosk.nodes()) for name, kiosk in walks(start, bundled)]
    return kept


def test_the_page_names_what_stands_in_the_tree_and_nothing_else(
    everything: list[tuple[str, list[Node]]],
) -> None:
    there = {general(node.identifier) for _, nodes in everything for node in nodes}
    assert there - written() == set(), "write them in docs/identifiers.md"
    assert written() - there == set(), "docs/identifiers.md names what is not there"


def test_every_node_has_an_identifier_once_and_exactly_one_screen_shows(
    everything: list[tuple[str, list[Node]]],
) -> None:
    for name, nodes in everything:
        identifiers = [node.identifier for node in nodes]
        assert [one for one in identifiers if not STYLE.fullmatch(one)] == [], name
        assert len(set(identifiers)) == len(identifiers), name
        assert sum(one.startswith("screen.") for one in identifiers) == 1, name


def test_every_node_has_a_name_and_every_button_its_words(
    everything: list[tuple[str, list[Node]]],
) -> None:
    for name, nodes in everything:
        for node in nodes:
            if not node.identifier.startswith(("screen.", "attract.poster")):
                assert node.name.strip(), f"{name}: {node.identifier}"
            assert "\u00ad" not in node.name + node.description


def test_controls_are_real_buttons_and_nothing_else_can_be_pressed(
    start: Callable[[Plan], Kiosk], bundled: Loaded
) -> None:
    """access.md X1."""
    for name, kiosk in walks(start, bundled):
        roles = {node.identifier: node.role for node in kiosk.nodes()}
        for widget in shown(kiosk.window):
            identifier = widget.accessibleIdentifier()
            is_button = isinstance(widget, QAbstractButton)
            assert is_button == (roles[identifier] in ("Button", "CheckBox")), (
                f"{name}: {identifier}"
            )
            assert not widget.objectName(), "a name that children without identifier would report"
            if is_button:
                assert widget.isEnabled()


def test_the_order_of_the_tree_is_the_order_of_sight(
    start: Callable[[Plan], Kiosk], bundled: Loaded
) -> None:
    """access.md X2: controls come row by row; the shelf comes last."""
    for name, kiosk in walks(start, bundled):
        buttons = [node for node in kiosk.nodes() if node.role == "Button"]
        shelf = kiosk.look.metrics.shelf.y
        rows = [(node.box[1] >= shelf, node.identifier) for node in buttons]
        assert [low for low, _ in rows] == sorted(low for low, _ in rows), name
        low = [node.box for node in buttons if node.box[1] >= shelf]
        assert [(y, x) for x, y, _, _ in low] == sorted((y, x) for x, y, _, _ in low), name


def test_the_same_widget_never_plays_two_parts(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of()))
    for _ in every_screen(kiosk, LETTERS[1], whole=False):
        widgets: list[QWidget] = list(shown(kiosk.window))
        assert len({id(widget) for widget in widgets}) == len(widgets)
