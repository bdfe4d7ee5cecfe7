"""Which screen the public has, for every way in which two screens can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from kiosk.host.screens_watch import ScreensWatch, same_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QScreen
    from pytestqt.qtbot import QtBot


class Screen:
    """As much of a screen as the watch looks at."""

    def __init__(self, *box: int) -> None:
        self._box = QRect(*box)

    def geometry(self) -> QRect:
        return self._box


LAPTOP = Screen(0, 0, 1366, 768)
RIGHT = Screen(1366, 0, 1920, 1080)
LEFT = Screen(-1920, 0, 1920, 1080)
CLONE = Screen(0, 0, 1024, 768)


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[ScreensWatch]:
    watch = ScreensWatch(QGuiApplication.primaryScreen)
    yield watch
    watch.close()


def stand(
    monkeypatch: pytest.MonkeyPatch, screens: list[Screen], primary: Screen, own: Screen
) -> ScreensWatch:
    watch = ScreensWatch(lambda: own)  # pyright: ignore[reportArgumentType] - a stand-in
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)
    monkeypatch.setattr(QGuiApplication, "primaryScreen", lambda: primary)
    return watch


@pytest.mark.parametrize(
    ("screens", "primary", "own", "wall", "mirrored"),
    [
        ([LAPTOP], LAPTOP, LAPTOP, None, False),
        ([LAPTOP, RIGHT], LAPTOP, LAPTOP, RIGHT, False),
        ([LAPTOP, RIGHT], LAPTOP, RIGHT, LAPTOP, False),
        ([LAPTOP, RIGHT, LEFT], RIGHT, LAPTOP, LEFT, False),
        ([LAPTOP, CLONE], LAPTOP, LAPTOP, None, True),
        ([LAPTOP, CLONE, LEFT], LAPTOP, LAPTOP, LEFT, False),
        ([RIGHT], RIGHT, LAPTOP, None, False),
    ],
    ids=["one", "external", "own-external", "three", "cloned", "cloned-and-one", "own-gone"],
)
def test_the_public_has_the_other_picture(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    screens: list[Screen],
    primary: Screen,
    own: Screen,
    wall: Screen | None,
    mirrored: bool,
) -> None:
    with monkeypatch.context() as patch:
        watch = stand(patch, screens, primary, own)
        assert watch.wall is wall
        assert watch.mirrored is mirrored
    watch.close()


def test_neighbours_that_touch_are_two_pictures() -> None:
    assert not same_picture(QRect(0, 0, 800, 600), QRect(800, 0, 800, 600))
    assert not same_picture(QRect(0, 0, 800, 600), QRect(700, 0, 800, 600))
    assert same_picture(QRect(0, 0, 1920, 1080), QRect(0, 0, 1024, 768))
    assert not same_picture(QRect(), QRect(0, 0, 800, 600))


def test_a_change_of_a_screen_is_told_and_after_closing_no_more(
    watch: ScreensWatch, qtbot: QtBot
) -> None:
    told: list[int] = []
    watch.changed.connect(lambda: told.append(1))
    screen: QScreen = QGuiApplication.primaryScreen()
    screen.geometryChanged.emit(screen.geometry())
    assert told == [1]
    assert watch.own is screen
    closed = ScreensWatch(QGuiApplication.primaryScreen)
    closed.changed.connect(lambda: told.append(2))
    closed.close()
    screen.geometryChanged.emit(screen.geometry())
    assert told == [1, 1]
