"""What a key is called in a talk: Qt's own name for it, without the prefix."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
# Keys that never mean anything in a talk, and that no clicker needs (features.md section 3).
_NEVER = frozenset(
    {"Shift", "Control", "Alt", "AltGr", "Meta", "CapsLock", "NumLock", "ScrollLock", "unknown"}
)


def key_name(event: QKeyEvent) -> str:
    """The name of a key, such as "PageDown"; "" for one that is held with Ctrl, Alt or Meta."""
    if event.modifiers() & _HELD:
        return ""
    try:
        name = Qt.Key(event.key()).name.removeprefix("Key_")
    except ValueError:
        # A key that Qt has no name for, as some clickers have.
        return f"{event.key():#x}"
    if name in _NEVER or name.startswith(("Volume", "Super_", "Hyper_", "Dead_")):
        return ""
    return name
