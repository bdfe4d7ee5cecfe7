"""The author's window beside the page: what is wrong with the pack, and where."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from kiosk.problems import Problem

WIDTH = 480
_EDGE = 12


class News(NamedTuple):
    """What the author reads: a line above, and the problems below it."""

    line: str
    problems: Sequence[Problem] = ()


class AuthorPanel(QWidget):
    """A plain window of the desktop: its words can be selected, copied and scrolled."""

    def __init__(self, title: str, font: QFont, strong: QFont) -> None:
        super().__init__()
        self.setWindowTitle(title)
        # The author's editor keeps the keys; and the page's window alone ends the program.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._line = QLabel()
        self._line.setFont(strong)
        self._line.setWordWrap(True)
        self._line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._list = QPlainTextEdit()
        self._list.setReadOnly(True)
        self._list.setFont(font)
        self._list.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(_EDGE)
        column.addWidget(self._line)
        column.addWidget(self._list)

    def tell(self, news: News) -> None:
        """Show the news instead of what showed; where the author scrolled to stays."""
        self._line.setText(news.line)
        bar = self._list.verticalScrollBar()
        place = bar.value()
        self._list.clear()
        for problem in news.problems:
            self._list.appendHtml(_said(problem))
        bar.setValue(min(place, bar.maximum()))

    @property
    def said(self) -> str:
        """All that it says."""
        return f"{self._line.text()}\n{self._list.toPlainText()}"

    def stand_beside(self, window: QWidget, room: QRect) -> None:
        """Stand right of the window, which moves to the edge of the screen to make room."""
        frame = window.frameGeometry().size()
        window.move(room.topLeft())
        self.setGeometry(beside(frame, room))


def beside(frame: QSize, room: QRect) -> QRect:
    """Where the panel stands beside a window at the top left of a screen's room, in px.

    Where the window leaves too little it stands over its right edge: better than out of sight.
    """
    width = min(WIDTH, room.width())
    left = min(room.left() + frame.width() + _EDGE, room.right() + 1 - width)
    height = min(max(frame.height(), WIDTH), room.height())
    return QRect(QPoint(left, room.top()), QSize(width, height))


def _said(problem: Problem) -> str:
    where = f"{problem.file}:{max(problem.line, 1)}"
    return (
        f"<b>{escape(where)}</b><br>{problem.severity}: {escape(problem.what)}<br>"
        f"→ {escape(problem.to_do)}<br>"
    )
