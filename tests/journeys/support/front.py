"""A bare window under the kiosk's own guard, to see how it stays in front without the rest."""

from __future__ import annotations

import signal
import sys

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.host.foreground import Foreground
from kiosk.host.lockdown import Lockdown

COLOUR = (0x06, 0x5C, 0x6D)
"""What it shows, all over."""


class Front(QWidget):
    """Fills itself with one colour and tells each time it paints."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(*COLOUR))
        painter.end()
        sys.stdout.write("paint\n")
        sys.stdout.flush()


def main() -> int:
    """Show it; `--screen N` as the kiosk's."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    application = QApplication(sys.argv)
    application.setQuitOnLastWindowClosed(False)
    window = Front()
    index = int(sys.argv[sys.argv.index("--screen") + 1]) if "--screen" in sys.argv else None
    guard = Foreground(window, screen_index=index)
    lockdown = Lockdown(window)
    guard.present()
    code = application.exec()
    lockdown.close()
    guard.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
