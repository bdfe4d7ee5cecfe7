"""Asks the running kiosk and its machine for the facts of their health."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication, QInputDevice, QScreen

from kiosk import __version__
from kiosk.configuration.settings_spec import KEYS
from kiosk.domain.ageing import ages
from kiosk.domain.clock_trust import Doubt
from kiosk.domain.health_facts import (
    ClockFacts,
    DiskFacts,
    Facts,
    PackFacts,
    PinFacts,
    ScreenFacts,
    Silence,
    StartFacts,
    VersionFacts,
)
from kiosk.domain.pack import Pack
from kiosk.host.icon_fonts import find_icon_font
from kiosk.host.screens import Scale, scale_of
from kiosk.host.uptime import machine_up_s
from kiosk.problems import Problem
from kiosk.settings import LoadedSettings, Settings
from kiosk.store.starts import Before

ICON_SET = "mdi6"
_HASH_DIGITS = 8


class Shown(NamedTuple):
    """The pack that shows, and its folder."""

    pack: Pack
    folder: Path


Voices = tuple[Mapping[str, tuple[str, ...]] | None, Silence]


def no_voices() -> Voices:
    """Where nobody asked for a voice."""
    return None, ""


class Sources(NamedTuple):
    """Where the facts come from; each is asked when it is needed.

    `screen` is the kiosk's own with its scale, `problems` are all that staff should know of,
    `doubt` is what is wrong with the clock; `voices` those per language, and why none speaks. `wall` is in epoch seconds, `up` in s since the start.
    """

    loaded: LoadedSettings
    data: Path
    shown: Callable[[], Shown | None]
    screen: Callable[[], tuple[QScreen, Scale]]
    fonts: Callable[[], bool]
    pin: Callable[[], PinFacts]
    problems: Callable[[], Sequence[Problem]]
    doubt: Callable[[], Doubt | None]
    before: Callable[[], Before]
    wall: Callable[[], float]
    up: Callable[[], float]
    sound: Callable[[], str] = str
    voices: Callable[[], Voices] = no_voices


def gather(sources: Sources, disk: DiskFacts | None = None) -> Facts:
    """The facts now; takes milliseconds, and belongs to the thread of the screen.

    The disk is slow to ask: `host.disk.disk_facts` does so in a thread of its own, and what it
    found is handed in.
    """
    settings, doubt = sources.loaded.settings, sources.doubt()
    own = [str(one) for one in sources.loaded.problems]
    others = [one for one in sources.problems() if str(one) not in own]
    file = sources.loaded.file
    voices, silence = sources.voices()
    return Facts(
        versions=versions(),
        start=_start(sources),
        clock=ClockFacts(_moment(sources.wall()), doubt),
        pin=sources.pin(),
        pack=_pack(sources, doubt),
        screens=_screens(*sources.screen()),
        disk=disk,
        fonts=sources.fonts(),
        icons=find_icon_font(ICON_SET) is not None,
        touchscreens=_touchscreens(),
        sound=sources.sound(),
        voices=voices,
        silence=silence,
        settings_file="" if file is None else str(file),
        settings_hash=settings_hash(settings),
        settings_problems=tuple(own),
        other_problems=tuple(map(str, others)),
        settings_errors=_errors(sources.loaded.problems),
        other_errors=_errors(others),
    )


def versions() -> VersionFacts:
    """The versions of the program, of Python and Qt, and the system by name."""
    return VersionFacts(__version__, platform.python_version(), qVersion(), _system())


def settings_hash(settings: Settings) -> str:
    """Eight digits that differ where settings differ; secrets have no part in them."""
    values = settings._asdict()
    open_ = {key.name: values[key.name] for key in KEYS if not key.secret}
    return hashlib.sha256(repr(sorted(open_.items())).encode()).hexdigest()[:_HASH_DIGITS]


def _system() -> str:
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        name = platform.system()
    return f"{name}, {platform.release()}, {platform.machine()}"


def _local(seconds: float) -> datetime | None:
    """The local time, or None for a moment that no calendar has."""
    try:
        return datetime.fromtimestamp(seconds).astimezone()
    except (OSError, OverflowError, ValueError):
        return None


def _moment(seconds: float) -> str:
    """The local time to the minute, as ISO 8601 has it."""
    moment = _local(seconds)
    return "?" if moment is None else moment.strftime("%Y-%m-%dT%H:%M")


def _today(seconds: float) -> date | None:
    moment = _local(seconds)
    return None if moment is None else moment.date()


def _start(sources: Sources) -> StartFacts:
    before = sources.before()
    ended_on = _moment(before.at) if before.at else ""
    return StartFacts(int(sources.up()), machine_up_s(), before.ended, ended_on)


def _pack(sources: Sources, doubt: Doubt | None) -> PackFacts | None:
    shown = sources.shown()
    if shown is None:
        return None
    pack, folder = shown
    today = None if doubt else _today(sources.wall())
    slot = folder.name if folder.parent == sources.data / "packs" else ""
    allowed = sources.loaded.settings.allow_unreviewed
    return PackFacts(pack.id, pack.version, str(folder), slot, ages(pack, today), allowed)


def _screens(ours: QScreen, scale: Scale) -> tuple[ScreenFacts, ...]:
    others = [one for one in QGuiApplication.screens() if one != ours]
    found = [_screen(ours, scale, ours=True)]
    return tuple(found + [_screen(one, scale_of(one, None), ours=False) for one in others])


def _screen(screen: QScreen, scale: Scale, *, ours: bool) -> ScreenFacts:
    size, ppm = screen.geometry().size(), scale.px_per_mm
    maker = " ".join(filter(None, (screen.name(), screen.manufacturer(), screen.model()))) or "?"
    return ScreenFacts(
        maker,
        size.width(),
        size.height(),
        round(size.width() / ppm),
        round(size.height() / ppm),
        ppm,
        scale.origin,
        ours,
        scale.mismatch,
    )


def _touchscreens() -> tuple[str, ...]:
    kind = QInputDevice.DeviceType.TouchScreen
    found = [one for one in QInputDevice.devices() if one.type() == kind]
    return tuple(one.name() or "?" for one in found)


def _errors(problems: Sequence[Problem]) -> int:
    return sum(one.severity == "error" for one in problems)
