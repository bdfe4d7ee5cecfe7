"""The measuring of screens sees each thing that can be in its way."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect

from kiosk.content.packs import Loaded
from kiosk.domain.letters import Letters
from kiosk.proving.fit import Steady, bled, problems, remarks
from kiosk.proving.offscreen import PANES, Offscreen
from kiosk.proving.selftest import Bench, look_around
from kiosk.proving.walk import sights
from kiosk.ui.content import Content
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.label import TextLabel


@pytest.fixture
def kiosk(loaded: Loaded, bench: Bench) -> Iterator[Offscreen]:
    assert loaded.pack is not None
    bundle = bench.bundle
    content = Content(loaded.pack, loaded.folder, bundle.strings, bundle.languages, "nl")
    made = Offscreen(PANES[0], Letters(), content, bench.kit)
    made.navigator.begin()
    yield made
    made.close()


def part(kiosk: Offscreen, identifier: str) -> Control | TextLabel:
    for kind in (Control, TextLabel):
        for widget in kiosk.screen.findChildren(kind):
            if widget.accessibleIdentifier() == identifier:
                return widget
    raise AssertionError(f"no {identifier}")


def moved(identifier: str, change: Callable[[QRect], QRect]) -> Callable[[Offscreen], None]:
    def move(kiosk: Offscreen) -> None:
        widget = part(kiosk, identifier)
        widget.setGeometry(change(widget.geometry()))

    return move


def hide_labels(kiosk: Offscreen) -> None:
    for label in kiosk.screen.findChildren(TextLabel):
        label.hide()


def shrink_letters(kiosk: Offscreen) -> None:
    vars(part(kiosk, "nav.done"))["px"] = 20


BREAKS = {
    "lies outside": moved("nav.done", lambda box: box.translated(0, 100)),
    "is 160 px on its shorter side, 40 mm are 161": moved(
        "nav.done", lambda box: box.adjusted(0, 1, 0, 0)
    ),
    "is 120 px on its shorter side, 30 mm are 121": moved(
        "home.topic.waarom-bewegen", lambda box: QRect(box.x(), box.y(), box.width(), 120)
    ),
    "is 39 px from the edge, 10 mm are 40": moved("nav.done", lambda box: box.translated(-1, 0)),
    "apart, 8 mm are 32": moved("nav.size", lambda box: box.translated(-1, 0)),
    "overlap by": moved("home.quiz", lambda box: box.adjusted(-50, 0, 0, 0)),
    "above the reach": moved("home.quiz", lambda box: QRect(box.x(), 40, box.width(), 300)),
    "px high, its text needs": moved("home.title", lambda box: box.adjusted(0, 0, 0, -1)),
    "breaks a word": moved("home.title", lambda box: QRect(box.x(), box.y(), 200, 400)),
    "px high, its words need": moved(
        "home.topic.luister-naar-uw-lichaam", lambda box: QRect(box.x(), box.y(), 436, 122)
    ),
    "20 px into the shelf": moved(
        "home.subtitle", lambda box: QRect(1300, 874 - box.height(), 500, box.height())
    ),
    "nothing to read": hide_labels,
    "letters of 20 px": shrink_letters,
}


def test_home_has_no_problem(kiosk: Offscreen) -> None:
    assert problems(kiosk.screen) == []


@pytest.mark.parametrize("expected", BREAKS)
def test_each_misfit_is_found(kiosk: Offscreen, expected: str) -> None:
    BREAKS[expected](kiosk)
    assert [problem for problem in problems(kiosk.screen) if expected in problem]


def test_a_control_that_left_its_place_is_found(kiosk: Offscreen) -> None:
    steady = Steady()
    assert steady.problems(kiosk.screen) == []
    part(kiosk, "nav.done").move(42, 880)
    assert steady.problems(kiosk.screen) == []
    part(kiosk, "nav.done").move(43, 880)
    (problem,) = steady.problems(kiosk.screen)
    assert problem.startswith("nav.done stands at")


def test_words_that_run_over_the_edge_are_seen(kiosk: Offscreen) -> None:
    assert bled(kiosk.picture(), kiosk.screen) == []
    vars(part(kiosk, "home.topic.hersenen-in-beeld"))["px"] = 150
    (problem,) = bled(kiosk.picture(), kiosk.screen)
    assert problem.startswith("home.topic.hersenen-in-beeld: ")


def test_letters_that_gave_way_are_a_remark(kiosk: Offscreen) -> None:
    assert remarks(kiosk.screen) == []
    shrink_letters(kiosk)
    assert remarks(kiosk.screen) == ["letters of 20 px where 45 are meant: nav.done"]


def test_a_screen_that_raises_is_a_finding(
    kiosk: Offscreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ValueError("no such thing")

    monkeypatch.setattr(kiosk.navigator, "show_farewell", broken)
    seen = look_around(kiosk, paint=False)
    assert seen.screens > 60
    assert [finding.what for finding in seen.problems] == ["ValueError: no such thing"]


def test_the_walk_names_each_screen_once(kiosk: Offscreen) -> None:
    names = [sight.name for sight in sights(kiosk)]
    assert len(names) == len(set(names))
