"""What preparing a talk needs of the machine, the pack and the data folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from kiosk.domain.pack import Edition, Talk
from kiosk.domain.talk.keys import Command
from kiosk.host.screens_watch import ScreensWatch
from kiosk.store.talks import SavedTalks
from kiosk.ui.theme.look import Look


class Means(NamedTuple):
    """What preparing a talk needs beside a window.

    `wall_clock` tells the time of day, or None where nobody believes it; `clock` is monotonic.
    `learned` are the odd keys of the clicker, which outlive a talk; what is taught is put there.
    """

    look: Callable[[], Look]
    edition: Callable[[], Edition]
    talks: Callable[[], Sequence[Talk]]
    saved: SavedTalks
    screens: ScreensWatch
    clock: Callable[[], float]
    wall_clock: Callable[[], datetime | None]
    learned: dict[str, Command]
