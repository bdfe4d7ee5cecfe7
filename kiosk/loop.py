"""The Qt application, and the signals of the system that end its loop."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


def make_application() -> QApplication:
    """The Qt application; the desktop's own style and settings have no say in a kiosk."""
    QGuiApplication.setDesktopSettingsAware(False)
    application = QApplication(["kiosk"])
    application.setStyle("Fusion")
    return application
