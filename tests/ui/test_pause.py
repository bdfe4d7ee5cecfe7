"""The staff's screens may take the window from a visitor for a while, and give it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.ui.screens.trouble import TroubleScreen

if TYPE_CHECKING:
    from tests.ui.support.kiosk import Kiosk

MIDDLE = QPoint(960, 300)


def take_window(kiosk: Kiosk) -> None:
    kiosk.session.pause()
    screen = TroubleScreen(kiosk.window, kiosk.look)
    kiosk.window.show_screen(screen)
    screen.refresh()


@pytest.mark.parametrize(
    "way",
    [
        (),
        ("attract.dark",),
        ("attract.read", "home.topic.kaart-1", "nav.next"),
        ("attract.read", "home.quiz", "quiz.option.1"),
        ("attract.read", "nav.done"),
    ],
)
def test_what_showed_shows_again(kiosk: Kiosk, way: tuple[str, ...]) -> None:
    kiosk.press(*way)
    before = kiosk.nodes()
    take_window(kiosk)
    kiosk.tap(MIDDLE)
    kiosk.key(Qt.Key.Key_Escape)
    assert kiosk.screen == "screen.out-of-order"
    kiosk.session.resume()
    kiosk.flush()
    assert kiosk.nodes() == before


def test_no_visit_times_out_meanwhile(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1")
    take_window(kiosk)
    kiosk.wait(600)
    assert kiosk.screen == "screen.out-of-order"
    kiosk.session.resume()
    assert kiosk.screen == "screen.topic"
    kiosk.wait(600)  # and the visit's own time runs again
    assert kiosk.screen == "screen.attract"


def test_withdrawn_a_visit_is_gone(kiosk: Kiosk) -> None:
    fresh = kiosk.nodes()
    kiosk.press("attract.read", "home.topic.kaart-1")
    kiosk.session.withdraw()
    kiosk.session.resume()
    kiosk.flush()
    assert kiosk.nodes() == fresh
