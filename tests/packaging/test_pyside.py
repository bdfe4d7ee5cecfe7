"""What the kiosk relies on in the pinned PySide6, and what an upgrade must not break."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_nothing_keeps_its_hands_off_none() -> None:
    """PySide6 6.12.0 lost one reference to None a call: before Python 3.12 that ends the process.

    Python 3.12 made None immortal, so there this cannot fail.
    """
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("a")
    assert abs(sys.getrefcount(None) - before) < 500
