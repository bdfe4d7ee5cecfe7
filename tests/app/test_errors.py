"""An unexpected error: what shows then, and how the kiosk comes back (DESIGN.md section 7)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest

from kiosk.faces.rescue import MOST, Rescue
from tests.app.house_support import House
from tests.ui.support.events import deliver
from tests.ui.support.tree import labels

if TYPE_CHECKING:
    from collections.abc import Callable


def fail(times: int) -> None:
    """So many unexpected errors, one after the other."""
    for number in range(times):
        error = RuntimeError(f"by accident {number}")
        sys.excepthook(RuntimeError, error, None)
        QCoreApplication.processEvents()
    deliver()


def test_an_unexpected_error_leads_back_to_attract(run: Callable[..., House]) -> None:
    house = run()
    house.press("attract.read")
    fail(1)
    assert house.screen == "screen.attract"
    assert "by accident" in house.logged()
    assert "accident" not in house.said()
    house.press("attract.read")
    assert house.screen == "screen.home"


@pytest.mark.parametrize("visiting", [False, True])
def test_errors_that_return_show_a_calm_screen_and_nothing_runs_behind_it(
    run: Callable[..., House], visiting: bool
) -> None:
    house = run()
    fail(MOST)
    if visiting:
        house.press("attract.read")
    fail(1)
    assert house.screen == "screen.out-of-order"
    assert house.said().strip() == (
        "Dit scherm werkt nu niet\nVraag uitleg aan de balie. Een medewerker helpt u graag."
    )
    assert house.session is not None
    assert house.session.navigator.visit is None
    timers = house.kiosk.window.findChildren(QTimer)
    assert not [timer for timer in timers if timer.isActive()]
    QTest.keyClick(house.kiosk.window.windowHandle(), Qt.Key.Key_Escape)
    QTest.mouseClick(house.kiosk.window.windowHandle(), Qt.MouseButton.LeftButton)
    assert house.screen == "screen.out-of-order"


def test_the_calm_screen_follows_the_glass(run: Callable[..., House]) -> None:
    house = run()
    fail(MOST + 1)
    house.kiosk.window.resize(1080, 1920)
    current = house.kiosk.window.current
    assert current is not None
    assert (current.width(), current.height()) == (1080, 1920)
    assert all(current.rect().contains(one.geometry()) for one in labels(house.kiosk.window))


def test_after_its_rest_the_kiosk_works_again(run: Callable[..., House]) -> None:
    house = run()
    fail(MOST + 1)
    rescue = getattr(sys.excepthook, "__self__", None)
    assert isinstance(rescue, Rescue)
    rescue.rest.stop()
    rescue.rest.timeout.emit()
    assert house.screen == "screen.attract"
    house.press("attract.read")
    assert house.screen == "screen.home"


@pytest.mark.parametrize(
    "broken",
    [
        "kiosk.app.PackChoice.first",
        "kiosk.faces.visitors.AttractStand.show",
        "kiosk.app.Bundle.kit",
        "kiosk.app.Content.edition",
    ],
)
def test_whatever_breaks_while_it_starts_something_calm_shows(
    run: Callable[..., House], monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fall(*_: object) -> None:
        raise RuntimeError("by accident")

    monkeypatch.setattr(broken, fall)
    house = run()
    expected = "screen.attract" if broken.endswith("kit") else "screen.out-of-order"
    assert house.screen == expected
    assert "by accident" in house.logged()
    assert not house.kiosk.window.grab().isNull()
