"""A window that a talk can use, with its input and its look."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kiosk.ui.theme.look import Look
from kiosk.ui.touch.hands import Hands
from kiosk.ui.window import KioskWindow


class Spot(NamedTuple):
    """One window: `look` is how it looks now, `letters` how large the words of a slide must be

    on it (`domain.talk.glass.wall_px`), `close` ends a window that was made for the talk.
    """

    window: KioskWindow
    hands: Hands
    look: Callable[[], Look]
    letters: Callable[[Look], int]
    close: Callable[[], None]
