"""Whether this computer has a touchscreen, as far as its system knows."""

from __future__ import annotations

from PySide6.QtGui import QInputDevice


def has_touchscreen() -> bool:
    """Whether one is there now; a frame that passes for a mouse is not known as one."""
    kind = QInputDevice.DeviceType.TouchScreen
    return any(device.type() == kind for device in QInputDevice.devices())
