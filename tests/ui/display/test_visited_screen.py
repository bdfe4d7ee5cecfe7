"""Which screen the kiosk's window fills while somebody visits another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QGuiApplication

from kiosk.commands.run_options import RunOptions
from kiosk.faces import pane as panes
from kiosk.faces.pane import Pane
from kiosk.log import Log
from kiosk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QApplication


class Screen:
    """As much of a screen as the pane asks for."""

    def __init__(self, wide_mm: float) -> None:
        self._mm = QSizeF(wide_mm, wide_mm * 9 / 16)

    def name(self) -> str:
        return "other"

    def geometry(self) -> QRect:
        return QRect(0, 0, 1920, 1080)

    def physicalSize(self) -> QSizeF:
        return self._mm


@pytest.fixture
def moves(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often the window was moved at once."""
    made: list[str] = []
    monkeypatch.setattr(panes.Foreground, "move", lambda _guard: made.append("move"))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] - a stand-in
    return made


@pytest.fixture
def pane(qapp: QApplication, tmp_path: Path) -> Iterator[Pane]:
    log = Log(tmp_path, "warning", None)
    pane = Pane(RunOptions(), Settings(), log)
    yield pane
    pane.close()
    pane.window.deleteLater()
    log.close()


def plug(monkeypatch: pytest.MonkeyPatch, *screens: Screen) -> None:
    found = [QGuiApplication.primaryScreen(), *screens]
    monkeypatch.setattr(panes.QGuiApplication, "screens", lambda: found)


def as_screen(screen: Screen) -> QScreen:
    return cast("QScreen", screen)


def test_it_goes_to_the_screen_that_was_touched_and_back(
    pane: Pane, moves: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own, other = pane.screen, Screen(476.0)
    plug(monkeypatch, other)
    assert pane.go_to(as_screen(other))
    assert pane.screen is as_screen(other)
    assert pane.go_to(None)
    assert pane.screen is own
    assert not pane.go_to(None), "it is there already"
    assert moves == ["move", "move"]


def test_not_to_one_that_does_not_tell_its_size(
    pane: Pane, moves: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    projector = Screen(0.0)
    plug(monkeypatch, projector)
    assert not pane.go_to(as_screen(projector))
    assert pane.screen is QGuiApplication.primaryScreen()
    assert moves == []


def test_a_screen_that_is_unplugged_is_left(
    pane: Pane, moves: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Screen(476.0)
    plug(monkeypatch, other)
    pane.go_to(as_screen(other))
    plug(monkeypatch)
    assert pane.screen is QGuiApplication.primaryScreen()
    assert moves == ["move"]


def test_the_scale_that_was_measured_is_the_own_glass_s_alone(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = Log(tmp_path, "warning", None)
    pane = Pane(RunOptions(), Settings(px_per_mm=5.0), log)
    assert pane.px_per_mm() == 5.0
    other = Screen(480.0)
    monkeypatch.setattr(pane.window, "screen", lambda: other)
    assert pane.px_per_mm() == pytest.approx(4.0)
    pane.close()
    pane.window.deleteLater()
    log.close()
