"""How a test reads the gate's PIN and types on its keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.staff.gate_support import Ward

WAIT = "Dat was te vaak fout. Wacht nog {} seconden."


def said(ward: Ward) -> str:
    return ward.kiosk.name("staff.pin-text")


def digits(ward: Ward) -> str:
    return ward.kiosk.name("staff.pin-digits")


def key_of(letter: str) -> Qt.Key:
    return Qt.Key(ord(letter.upper()))


def type_keys(ward: Ward, text: str) -> None:
    for letter in text:
        QTest.keyClick(ward.kiosk.handle, key_of(letter))
    ward.kiosk.flush()
