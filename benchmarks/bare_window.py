"""The least a PySide6 program can show: one label, full screen."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel


def main() -> int:
    """Show the label until the process is ended."""
    app = QApplication(sys.argv)
    label = QLabel("Bewegen bij MS")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    # Without a window manager a full-screen window keeps its size hint.
    label.setGeometry(app.primaryScreen().geometry())
    label.showFullScreen()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
