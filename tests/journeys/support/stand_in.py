"""A window that is not the kiosk, to test the journeys' own tools with."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

ROOM = QRect(100, 100, 600, 160)


def _screen(identifier: str, button_id: str, title: str) -> tuple[QWidget, QPushButton]:
    screen = QWidget()
    screen.setAccessibleIdentifier(identifier)
    label = QLabel(title, screen)
    label.setAccessibleIdentifier("topic.title")
    label.setGeometry(100, 20, 600, 60)
    button = QPushButton("Verder", screen)
    button.setAccessibleIdentifier(button_id)
    button.setGeometry(ROOM)
    return screen, button


def _scrolled(parent: QWidget) -> None:
    inside = QWidget()
    layout = QVBoxLayout(inside)
    for number in range(20):
        button = QPushButton(f"knop {number}")
        button.setAccessibleIdentifier(f"list.{number}")
        button.setMinimumHeight(100)
        layout.addWidget(button)
    area = QScrollArea(parent)
    area.setWidget(inside)
    area.setGeometry(800, 100, 400, 500)


def main() -> int:
    """Show two screens that lead to each other; the first way is announced."""
    app = QApplication(sys.argv)
    stack = QStackedWidget()
    first, to_second = _screen("screen.attract", "nav.next", "Eén")
    second, to_first = _screen("screen.home", "nav.back", "Twee")
    _scrolled(second)
    for screen in (first, second):
        stack.addWidget(screen)

    def show_second() -> None:
        stack.setCurrentWidget(second)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(stack, "De tweede"))

    to_second.clicked.connect(show_second)
    to_first.clicked.connect(lambda: stack.setCurrentWidget(first))
    if "--fail" in sys.argv:
        to_second.clicked.connect(lambda: 1 / 0)
    stack.setGeometry(app.primaryScreen().geometry())
    stack.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
