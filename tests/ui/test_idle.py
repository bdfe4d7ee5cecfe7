"""Idle: a budget to read, a warning that any touch ends, and the reset (features.md section 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.domain.letters import Letters
from kiosk.domain.text import words
from kiosk.ui.manners import Manners
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.buttons import StayButton
from kiosk.ui.widgets.control import Control
from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import Texts, make_pack, make_topic, pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("nl", "fr", "en", "de")
SHELF = ("nav.done", "nav.home", "nav.back", "nav.size", "nav.next")
ANYWHERE = QPoint(700, 400)
ON_NEXT = QPoint(1740, 960)


@pytest.fixture
def reader(kiosk: Kiosk) -> Kiosk:
    kiosk.press("attract.read", "home.topic.kaart-1")
    return kiosk


@pytest.fixture
def warned(reader: Kiosk) -> Kiosk:
    reader.wait(120.5)
    assert reader.shows("idle.stay")
    return reader


def dots(kiosk: Kiosk) -> int:
    stay = kiosk.widget("idle.stay")
    assert isinstance(stay, StayButton)
    return stay.left


def test_the_warning_comes_after_120_seconds(reader: Kiosk) -> None:
    reader.wait(119.5)
    assert not reader.shows("idle.stay")
    reader.wait(1.0)
    assert reader.shows("idle.stay")


def test_many_words_in_large_letters_get_more_time(start: Callable[[Plan], Kiosk]) -> None:
    """features.md section 2: 45 s and the words at 60 a minute, times the text factor."""
    page = ("Veel woorden", ("Dit is een zin. " * 10,))
    kiosk = start(Plan(make_pack([make_topic(1, Texts((page,)))])))
    kiosk.enter(LETTERS[2])
    kiosk.press("home.topic.kaart-1")
    said = [node.name for node in kiosk.nodes() if node.role == "StaticText"]
    budget = 45 + 1.5 * sum(len(words(text)) for text in said)
    assert budget > 120
    kiosk.wait(budget - 1)
    assert not kiosk.shows("idle.stay")
    kiosk.wait(2)
    assert kiosk.shows("idle.stay")


def test_the_settings_may_ask_for_more(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(), manners=Manners(idle_min_s=300, idle_warning_s=60)))
    kiosk.press("attract.read")
    kiosk.wait(299)
    assert not kiosk.shows("idle.stay")
    kiosk.wait(2 + 57)
    assert kiosk.shows("idle.stay")
    kiosk.wait(2)
    assert kiosk.screen == "screen.attract"


@pytest.mark.parametrize("letters", LETTERS, ids=str)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_shelf_becomes_one_button_of_its_whole_width(
    start: Callable[[Plan], Kiosk], size: Size, letters: Letters
) -> None:
    kiosk = start(Plan(pack_of(), size=size))
    kiosk.enter(letters)
    kiosk.press("home.topic.kaart-1")
    text = kiosk.name("topic.body")
    first, last = kiosk.box("nav.done"), kiosk.box("nav.next")
    kiosk.wait(121)
    assert kiosk.name("idle.stay") == "Leest u nog? Ik ben er nog."
    assert not set(SHELF) & set(kiosk.widgets())
    assert kiosk.name("topic.body") == text, "what was read stays in sight"
    x, y, width, height = kiosk.box("idle.stay")
    assert (x, x + width) == (min(first[0], last[0]), size.width - first[0])
    assert y + height == first[1] + first[3]


def test_six_dots_run_out_in_thirty_seconds_without_a_number(warned: Kiosk) -> None:
    seen: list[int] = []
    for _ in range(6):
        seen.append(dots(warned))
        assert not any(sign.isdigit() for sign in warned.name("idle.stay"))
        warned.wait(5.0)
    assert seen == [6, 5, 4, 3, 2, 1]
    assert warned.screen == "screen.attract"


@pytest.mark.parametrize("where", [ANYWHERE, ON_NEXT, QPoint(5, 5), QPoint(60, 960)], ids=str)
def test_any_touch_extends_and_does_only_that(warned: Kiosk, where: QPoint) -> None:
    body = warned.name("topic.body")
    warned.tap(where)
    assert warned.screen == "screen.topic"
    assert warned.name("topic.body") == body
    assert not warned.shows("idle.stay")
    assert set(SHELF) <= set(warned.widgets())
    warned.wait(119)
    assert not warned.shows("idle.stay")


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_Tab]
)
def test_any_key_extends_and_does_only_that(warned: Kiosk, key: Qt.Key) -> None:
    body = warned.name("topic.body")
    warned.key(key)
    assert (warned.screen, warned.name("topic.body")) == ("screen.topic", body)
    assert not warned.shows("idle.stay")


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_who_uses_keys_stands_on_the_warning_and_then_where_they_were(
    reader: Kiosk, key: Qt.Key
) -> None:
    """access.md X2."""
    while focused(reader) != "nav.next":
        reader.key(Qt.Key.Key_Tab)
    reader.wait(120.5)
    assert focused(reader) == "idle.stay"
    reader.key(key)
    assert not reader.shows("idle.stay")
    assert focused(reader) == "nav.next"
    reader.key(Qt.Key.Key_Return)
    assert reader.name("topic.progress").startswith("Pagina 2")


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_the_warning_is_announced_in_the_language_that_shows(
    start: Callable[[Plan], Kiosk], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """access.md X3."""
    told: list[str] = []

    def announce(_screen: Screen, text: str) -> None:
        told.append(text)

    kiosk = start(Plan(make_pack([make_topic(1)], languages=LANGUAGES), languages=LANGUAGES))
    kiosk.press("attract.read", "nav.view")
    for _ in range(LANGUAGES.index(language)):
        kiosk.press("view.language")
    kiosk.press("nav.home", "home.topic.kaart-1")
    monkeypatch.setattr(Screen, "announce", announce)
    kiosk.wait(120.5)
    assert told == [kiosk.strings(language)("idle.warning")]
    assert kiosk.name("idle.stay") == told[0]


def test_the_visit_after_one_that_was_wiped_keeps_its_focus(reader: Kiosk) -> None:
    while focused(reader) != "nav.next":
        reader.key(Qt.Key.Key_Tab)
    reader.wait(160)
    assert reader.screen == "screen.attract"
    reader.key(Qt.Key.Key_Tab)
    reader.key(Qt.Key.Key_Return)
    while focused(reader) != "nav.size":
        reader.key(Qt.Key.Key_Tab)
    reader.key(Qt.Key.Key_Return)
    assert focused(reader) == "nav.size"


def focused(kiosk: Kiosk) -> str:
    widget = kiosk.window.focusWidget()
    return widget.accessibleIdentifier() if isinstance(widget, Control) else ""


def test_a_shelf_button_works_again_after_the_warning(warned: Kiosk) -> None:
    warned.tap(ANYWHERE)
    warned.press("nav.next")
    assert warned.name("topic.progress").startswith("Pagina 2")


def test_it_can_be_extended_again_and_again(warned: Kiosk) -> None:
    for budget in (180, 270, 360, 360, 360, 360):  # it learns, up to three times 120 s
        warned.tap(ANYWHERE)
        assert not warned.shows("idle.stay")
        warned.wait(budget - 1)
        assert not warned.shows("idle.stay")
        warned.wait(2)
        assert warned.shows("idle.stay")


def test_a_resting_finger_is_not_idle(reader: Kiosk) -> None:
    reader.finger_down(ANYWHERE)
    reader.wait(400)
    assert not reader.shows("idle.stay")
    reader.finger_up(ANYWHERE)
    reader.wait(119)
    assert not reader.shows("idle.stay")
    reader.wait(2)
    assert reader.shows("idle.stay")


def test_a_finger_that_lands_on_the_warning_does_nothing_when_it_is_lifted(warned: Kiosk) -> None:
    body = warned.name("topic.body")
    warned.finger_down(ON_NEXT)
    warned.wait(3.0)
    warned.finger_up(ON_NEXT)
    assert warned.name("topic.body") == body


def test_a_tap_under_way_when_the_warning_comes_does_only_extend(reader: Kiosk) -> None:
    reader.wait(119.9)
    body = reader.name("topic.body")
    reader.tap(ON_NEXT)
    assert reader.name("topic.body") == body
    assert not reader.shows("idle.stay")


@pytest.mark.parametrize(
    "way",
    [(), ("nav.view",), ("nav.view", "view.about"), ("home.quiz",), ("home.quiz", "quiz.option.1")],
    ids=lambda way: "/".join(way) or "home",
)
def test_every_screen_of_a_visit_warns_and_ends(kiosk: Kiosk, way: tuple[str, ...]) -> None:
    kiosk.press("attract.read", *way)
    before = kiosk.nodes()
    kiosk.wait(130)
    assert kiosk.shows("idle.stay")
    kiosk.tap(ANYWHERE)
    assert [node.identifier for node in kiosk.nodes()] == [node.identifier for node in before]
    kiosk.wait(240)
    assert kiosk.screen == "screen.attract"


def test_nothing_is_wiped_while_the_glass_changes_its_size(warned: Kiosk) -> None:
    """The warning stays a warning on glass of another size, and any touch still extends."""
    warned.resize(SIZES[1])
    warned.wait(1.0)
    assert warned.shows("idle.stay") or set(SHELF) <= set(warned.widgets())
    body = warned.name("topic.body")
    warned.tap(QPoint(500, 1000))
    assert warned.name("topic.body") == body
    assert set(SHELF) <= set(warned.widgets())
