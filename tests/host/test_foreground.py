"""The guard's own rules, with Qt's off-screen platform; real servers are in tests/journeys."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from kiosk.host.foreground import Foreground

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


class Window(QWidget):
    """Counts how often it is made full screen and painted; may refuse to be full screen."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.activations = 0
        self.paints = 0
        self.refuses = False

    def activateWindow(self) -> None:
        self.activations += 1
        super().activateWindow()

    def showFullScreen(self) -> None:
        self.asked += 1
        if not self.refuses:
            super().showFullScreen()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.paints += 1


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def guard(
    window: Window, clock: Clock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Foreground]:
    # So that only what is reported makes it look.
    monkeypatch.setattr("kiosk.host.foreground.FIRST_LOOK_MS", 60_000)
    guard = Foreground(window, clock=clock, environ={})
    guard.present()
    qtbot.waitUntil(window.isActiveWindow)
    guard.check()
    yield guard
    guard.close()


def whole_screen() -> QRect:
    return QGuiApplication.primaryScreen().geometry()


def in_front(window: QWidget) -> bool:
    return (
        window.isVisible()
        and window.isFullScreen()
        and not window.isMinimized()
        and window.geometry() == whole_screen()
    )


def test_it_covers_the_screen_without_a_frame(window: Window, guard: Foreground) -> None:
    assert in_front(window)
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint


def test_the_first_picture_already_has_the_size_of_the_screen(window: Window) -> None:
    guard = Foreground(window, environ={})
    sizes: list[QRect] = []
    window.showFullScreen = lambda: sizes.append(window.geometry())
    guard.present()
    assert sizes == [whole_screen()]
    guard.close()


@pytest.mark.parametrize("trick", ["hide", "showMinimized", "showNormal", "showMaximized"])
def test_it_comes_back(window: Window, guard: Foreground, clock: Clock, trick: str) -> None:
    clock.now += 5
    getattr(window, trick)()
    guard.check()
    assert in_front(window)


@pytest.mark.parametrize("box", [(300, 200, 400, 300), (0, 0, 100, 100), (9, 0, 800, 800)])
def test_it_takes_its_place_again(
    window: Window, guard: Foreground, clock: Clock, box: tuple[int, int, int, int]
) -> None:
    clock.now += 5
    window.setGeometry(*box)
    guard.check()
    assert in_front(window)


def test_it_comes_back_by_itself(window: Window, guard: Foreground, qtbot: QtBot) -> None:
    window.hide()
    qtbot.waitUntil(window.isVisible, timeout=2000)


def test_nothing_is_done_or_painted_while_all_is_well(
    window: Window, guard: Foreground, clock: Clock, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.paints > 0)
    asked, paints = window.asked, window.paints
    for _ in range(20):
        clock.now += 1
        guard.check()
    QGuiApplication.processEvents()
    assert (window.asked, window.paints) == (asked, paints)


def test_at_most_one_attempt_a_second(window: Window, guard: Foreground, clock: Clock) -> None:
    clock.now += 5
    window.refuses = True
    window.showNormal()
    window.asked = 0
    for _ in range(30):
        guard.check()
        clock.now += 0.1
    assert window.asked == 3


def test_attempts_without_success_grow_rare(
    window: Window, guard: Foreground, clock: Clock
) -> None:
    clock.now += 5
    window.refuses = True
    window.showNormal()
    moments: list[float] = []
    window.asked = 0
    for _ in range(600):
        before = window.asked
        guard.check()
        if window.asked > before:
            moments.append(clock.now)
        clock.now += 0.1
    rests = [round(later - one) for one, later in itertools.pairwise(moments)]
    assert rests[:8] == [1, 1, 1, 1, 1, 2, 4, 8]
    assert set(rests[8:]) == {10}


def test_after_a_success_it_is_quick_again(window: Window, guard: Foreground, clock: Clock) -> None:
    clock.now += 5
    window.refuses = True
    window.showNormal()
    for _ in range(300):
        guard.check()
        clock.now += 0.1
    window.refuses = False
    clock.now += 10
    guard.check()
    guard.check()
    clock.now += 1
    window.hide()
    guard.check()
    assert in_front(window)


def test_after_closing_the_window_is_left_alone(
    window: Window, guard: Foreground, qtbot: QtBot
) -> None:
    guard.close()
    window.hide()
    qtbot.wait(300)
    assert not window.isVisible()


@pytest.fixture
def second(
    window: Window, guard: Foreground, clock: Clock, qtbot: QtBot
) -> Iterator[tuple[Window, Foreground]]:
    """A second window of the kiosk, as the wall of a talk; the speaker's has the keys."""
    wall = Window()
    qtbot.addWidget(wall)
    other = Foreground(wall, clock=clock, environ={})
    other.present()
    qtbot.waitUntil(wall.isActiveWindow)  # off screen, what shows last has the keys
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield wall, other
    other.close()


def test_two_windows_of_the_kiosk_do_not_fight(
    window: Window,
    guard: Foreground,
    second: tuple[Window, Foreground],
    clock: Clock,
    qtbot: QtBot,
) -> None:
    wall, other = second
    asked = [window.asked, wall.asked]
    for active in (wall, window, wall):
        active.activateWindow()
        qtbot.waitUntil(active.isActiveWindow)
        for _ in range(5):
            clock.now += 2
            guard.check()
            other.check()
            QGuiApplication.processEvents()
            assert active.isActiveWindow()
    assert [window.asked, wall.asked] == asked


def test_bringing_one_back_asks_no_keys_of_the_other(
    second: tuple[Window, Foreground], clock: Clock
) -> None:
    wall, other = second
    wall.setGeometry(5, 5, 200, 100)
    clock.now += 5
    other.check()
    assert in_front(wall)
    assert wall.activations == 0


def test_the_screen_may_be_asked_for_each_time(window: Window, qtbot: QtBot) -> None:
    asked: list[int] = []

    def screen() -> QScreen:
        asked.append(1)
        return QGuiApplication.primaryScreen()

    guard = Foreground(window, screen=screen, environ={})
    guard.present()
    assert in_front(window)
    assert asked
    guard.close()
