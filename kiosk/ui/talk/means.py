"""What preparing a talk needs of the machine, the pack and the data folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from PySide6.QtCore import SignalInstance

from kiosk.domain.pack import Edition, Talk
from kiosk.store.talks import SavedTalks
from kiosk.ui.theme.look import Look


class Sees(Protocol):
    """Which screens there are, as a `ScreensWatch` tells it."""

    @property
    def changed(self) -> SignalInstance:
        """A screen came, went or changed its size."""
        ...

    @property
    def wall(self) -> object | None:
        """The public's own screen."""
        ...

    @property
    def mirrored(self) -> bool:
        """Whether another screen shows the same picture."""
        ...


class Means(NamedTuple):
    """What preparing a talk needs beside a window.

    `wall_clock` tells the time of day, or None where nobody believes it; `clock` is monotonic.
    """

    look: Callable[[], Look]
    edition: Callable[[], Edition]
    talks: Callable[[], Sequence[Talk]]
    saved: SavedTalks
    screens: Sees
    clock: Callable[[], float]
    wall_clock: Callable[[], datetime | None]
