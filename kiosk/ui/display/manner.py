"""The settings that the display goes by."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.ageing import AtExpiry
from kiosk.domain.loop import Choice


class Manner(NamedTuple):
    """How the display shows what: seconds, milliseconds, millimetres and px as named.

    `languages` empty means the language of a fresh visit; `passive_mm` 0 means 5.6 times the
    short side of the glass; `standby` lets the system put the screen to sleep outside its hours.
    """

    base_s: float = 3.0
    word_s: float = 1.0
    fade_ms: int = 300
    passive_mm: float = 0.0
    choice: Choice = Choice()
    languages: tuple[str, ...] = ()
    at_expiry: AtExpiry = "warn"
    says_touch: bool = False
    shows_clock: bool = True
    clinic: str = ""
    zone: str = ""
    shift_px: int = 8
    standby: bool = True
