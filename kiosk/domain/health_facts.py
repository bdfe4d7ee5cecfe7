"""What can be known of a kiosk and its machine, before anything is judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from kiosk.domain.ageing import Age
    from kiosk.domain.clock_trust import Doubt

Origin = Literal["setting", "screen", "assumed"]
Silence = Literal["", "off", "quiet", "no-engine", "hung", "died", "silent"]
Ending = Literal["first", "asked", "daily", "stopped", "crash", "power"]


class PackFacts(NamedTuple):
    """The pack that shows. `slot` names the active slot, "" for a pack from elsewhere."""

    id: str
    version: str
    folder: str
    slot: str
    ages: tuple[Age, ...]
    unreviewed_allowed: bool = True


class ScreenFacts(NamedTuple):
    """A screen in px and mm; `origin` as in `host.screens`, `mismatch` for over 15 % (X4)."""

    name: str
    width: int
    height: int
    width_mm: int
    height_mm: int
    px_per_mm: float
    origin: Origin
    ours: bool = True
    mismatch: bool = False


class DiskFacts(NamedTuple):
    """The disk of the data folder. `lasting` is False where a restart forgets what was written."""

    folder: str
    free_mb: int | None
    total_mb: int | None
    filesystem: str
    trouble: str = ""
    lasting: bool = True


class ClockFacts(NamedTuple):
    """The local time (ISO), and why it cannot be right (None for a plausible clock)."""

    now: str
    doubt: Doubt | None = None


class PinFacts(NamedTuple):
    """Whether the PINs are set, and whether wrong tries are forgotten by a restart."""

    staff: bool
    it: bool = False
    volatile: bool = False


class StartFacts(NamedTuple):
    """How long the kiosk and its machine run, and how the run before ended.

    `ended_on` is the local time of that end (ISO), or the last that was known of that run.
    """

    up_s: int
    machine_up_s: int | None = None
    ended: Ending = "first"
    ended_on: str = ""


class VersionFacts(NamedTuple):
    """The versions of the program and of what it runs on."""

    kiosk: str
    python: str
    qt: str
    platform: str


class Facts(NamedTuple):
    """Everything that is known. None: not asked, or there is none.

    `voices` are the voices per language, None while nobody asked; `silence` says why one that
    should speak does not: speech is off, quiet hours, there is no engine, or it hangs, died or
    makes no sound. `settings_hash` tells whether two kiosks have the same settings; nothing can be read back from it.
    """

    versions: VersionFacts
    start: StartFacts
    clock: ClockFacts
    pin: PinFacts
    pack: PackFacts | None
    screens: tuple[ScreenFacts, ...] = ()
    disk: DiskFacts | None = None
    fonts: bool = True
    icons: bool = True
    touchscreens: tuple[str, ...] = ()
    sound: str = ""
    voices: Mapping[str, tuple[str, ...]] | None = None
    silence: Silence = ""
    settings_file: str = ""
    settings_hash: str = ""
    settings_problems: tuple[str, ...] = ()
    other_problems: tuple[str, ...] = ()
    settings_errors: int = 0
    other_errors: int = 0
