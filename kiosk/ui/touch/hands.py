"""The input of one window: every touch, pen, mouse event and key, for whatever shows in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from kiosk.ui.touch.field import TouchField
from kiosk.ui.touch.keys import KeyField
from kiosk.ui.window import KioskWindow


class Hands:
    """Owns the touch and the key field of a window; `close()` ends them.

    A visit, the staff's screens and a talk follow one another in one window: they share these.
    """

    def __init__(
        self,
        window: KioskWindow,
        px_per_mm: Callable[[], float],
        clock: Callable[[], float],
        guard_s: float = 0.5,
    ) -> None:
        """`clock` is monotonic, in seconds; `guard_s` as in access.md M6 (0 to 2)."""
        self.field = TouchField(window, px_per_mm, clock, guard_s)
        self.keys = KeyField(window, self.field.everything)

    def changed(
        self,
        default: QAbstractButton | None = None,
        everything: QAbstractButton | None = None,
    ) -> None:
        """Something else shows: its own buttons count, and `default` where none lies.

        With `everything` the whole surface counts as that button.
        """
        self.field.changed()
        self.field.set_default(default)
        self.field.set_everything(everything)

    def close(self) -> None:
        """Let go of the window's events."""
        self.keys.close()
        self.field.close()
