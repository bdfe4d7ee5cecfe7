"""Cleaning: the touch is locked for a minute, a number counts down, and it ends by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.letters import Letters
from kiosk.ui.screens.cleaning import LOCKED_S, CleaningScreen
from tests.ui.support.tree import controls

if TYPE_CHECKING:
    from tests.ui.support.kiosk import Kiosk


class Cleaning:
    """A kiosk whose glass is being cleaned, and what it told."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk = kiosk
        self.said: list[str] = []
        self.screen = CleaningScreen(kiosk.window, kiosk.look, kiosk.clock, kiosk.hands.keys)
        self.screen.left.connect(lambda: self.said.append("left"))
        kiosk.session.pause()
        kiosk.window.show_screen(self.screen)
        self.screen.refresh()
        self.screen.start()
        kiosk.flush()


@pytest.fixture
def cleaning(kiosk: Kiosk) -> Cleaning:
    return Cleaning(kiosk)


def test_it_counts_the_seconds_down(cleaning: Cleaning) -> None:
    kiosk = cleaning.kiosk
    seen = [kiosk.name("cleaning.count")]
    for _ in range(LOCKED_S - 1):
        kiosk.wait(1.0)
        seen.append(kiosk.name("cleaning.count"))
    assert seen == [str(number) for number in range(60, 0, -1)]
    assert kiosk.name("cleaning.left") == "Nog 1 seconde. Aanraken doet nu niets."


def test_it_ends_by_itself(cleaning: Cleaning) -> None:
    cleaning.kiosk.wait(LOCKED_S - 0.1)
    assert cleaning.said == []
    cleaning.kiosk.wait(0.2)
    assert cleaning.said == ["left"]
    cleaning.kiosk.wait(100)
    assert cleaning.said == ["left"], "once"


def test_nothing_on_it_can_be_pressed(cleaning: Cleaning) -> None:
    kiosk = cleaning.kiosk
    assert controls(kiosk.window) == []
    for x in range(60, 1920, 300):
        for y in range(60, 1080, 240):
            kiosk.finger_down(QPoint(x, y))
            kiosk.finger_up(QPoint(x, y))
    assert cleaning.said == []
    assert kiosk.screen == "screen.cleaning"


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_PageDown])
def test_any_key_ends_it_early(cleaning: Cleaning, key: Qt.Key) -> None:
    QTest.keyClick(cleaning.kiosk.handle, key)
    assert cleaning.said == ["left"]


def test_the_key_that_ends_it_means_nothing_else_and_the_next_one_does(cleaning: Cleaning) -> None:
    cleaning.kiosk.hands.keys.escape.connect(lambda: cleaning.said.append("escape"))
    cleaning.kiosk.key(Qt.Key.Key_Escape)
    assert cleaning.said == ["left"]
    cleaning.kiosk.wait(1)
    cleaning.kiosk.key(Qt.Key.Key_Escape)
    assert cleaning.said == ["left", "escape"]


def test_seconds_are_rounded_up_where_the_machine_is_late(cleaning: Cleaning) -> None:
    cleaning.kiosk.clock.now += 1.3
    cleaning.kiosk.wait(0)
    assert cleaning.kiosk.name("cleaning.count") == "59"


def test_the_gate_ends_it_too(cleaning: Cleaning) -> None:
    cleaning.screen.gate_asked()
    cleaning.screen.finish()
    cleaning.screen.back()
    assert cleaning.said == ["left"]


def test_taken_away_it_is_quiet(cleaning: Cleaning) -> None:
    cleaning.screen.close_sheet()
    cleaning.kiosk.wait(100)
    QTest.keyClick(cleaning.kiosk.handle, Qt.Key.Key_A)
    assert cleaning.said == []


def test_the_ground_is_light_whatever_letters_there_were(kiosk: Kiosk) -> None:
    """Smears show on it."""
    dark = kiosk.look._replace(letters=Letters(150, dark=True))
    screen = CleaningScreen(kiosk.window, dark, kiosk.clock)
    kiosk.window.show_screen(screen)
    screen.set_look(dark)
    corner = kiosk.picture().pixelColor(5, 5)
    assert corner.lightness() > 245
