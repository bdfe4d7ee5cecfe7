"""The event loop of a test, by hand."""

from PySide6.QtCore import QCoreApplication, QEvent


def deliver() -> None:
    """Deliver what was posted, deletions too, as the event loop would."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
