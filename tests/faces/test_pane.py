"""The kiosk's window on its screen: nothing is painted twice before the first frame."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from kiosk.bundle import Bundle
from kiosk.commands.run_options import RunOptions, Size
from kiosk.domain.letters import Letters
from kiosk.faces.pane import Pane
from kiosk.log import Log
from kiosk.settings import Settings
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.control import Control

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


@pytest.fixture
def pane(qapp: QApplication, tmp_path: Path) -> Iterator[Pane]:
    pane = Pane(RunOptions(windowed=Size(800, 600)), Settings(), Log(tmp_path))
    yield pane
    pane.window.close()
    pane.close()
    pane.window.deleteLater()


def test_a_start_paints_a_control_once(pane: Pane, qtbot: QtBot) -> None:
    look = pane.plain_looks(Bundle(None))(Letters(125), "nl", False)
    control = Control(pane.window, "attract.topic", look)
    control.place(Rect(0, 0, 800, 600))
    paints = Paints()
    control.installEventFilter(paints)
    pane.show()
    with qtbot.waitActive(pane.window):
        pane.window.activateWindow()
    assert QApplication.focusWidget() is pane.window
    middle = QPointF(400, 300)
    QApplication.sendEvent(control, QEnterEvent(middle, middle, middle))
    QApplication.processEvents()
    assert paints.count == 1
