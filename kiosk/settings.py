"""The settings of one kiosk: typed, frozen, and always usable whatever the files say."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal, NamedTuple

from kiosk import paths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kiosk.domain.modes import Mode
    from kiosk.problems import Problem

LogLevel = Literal["debug", "info", "warning", "error"]
TouchLine = Literal["auto", "yes", "no"]
DisplayScreens = Literal["chosen", "all"]
AtExpiry = Literal["warn", "note", "leave-out"]


class Settings(NamedTuple):
    """Every setting with its default; unit, range and meaning stand in `settings_spec`."""

    mode: Mode = "touch"
    language: str = ""
    pack: str = ""
    screen: int = -1
    px_per_mm: float = 0.0
    viewing_distance_mm: float = 600.0
    passive_distance_mm: float = 0.0
    screen_bottom_mm: float = 0.0
    start_text_size: int = 125
    idle_min_s: int = 120
    idle_warning_s: int = 30
    tap_guard_ms: int = 500
    attract_base_s: float = 3.0
    attract_word_s: float = 1.0
    messages: str = "Het spreekuur loopt uit. Dank u voor uw geduld."
    printer: str = ""
    pin_hash: str = ""
    it_pin_hash: str = ""
    counts: bool = True
    allow_unreviewed: bool = True
    log_level: LogLevel = "info"
    speech: bool = True
    speech_rate: int = -20
    speech_volume: int = 3
    speech_volume_most: int = 4
    quiet_hours: str = ""
    display_base_s: float = 3.0
    display_word_s: float = 1.0
    display_topics: str = ""
    display_quiz: bool = True
    display_source: bool = True
    display_languages: str = ""
    display_fade_ms: int = 300
    display_touch: TouchLine = "auto"
    display_clock: bool = True
    display_screens: DisplayScreens = "chosen"
    clinic_name: str = ""
    zone_text: str = ""
    screen_hours: str = ""
    screen_exceptions: str = ""
    screen_power: bool = True
    dark_hours: str = ""
    pixel_shift_px: int = 8
    at_expiry: AtExpiry = "warn"
    restart_at: str = "04:30"


class LoadedSettings(NamedTuple):
    """The settings, what is wrong with the files, and the file they come from (None: no file)."""

    settings: Settings
    problems: tuple[Problem, ...]
    file: Path | None


def load_settings(
    explicit: Path | None,
    standard: Sequence[Path] | None = None,
    hostname: str | None = None,
) -> LoadedSettings:
    """Reads the first settings file there is: `explicit`, the machine's, the user's.

    Beside it `settings.d/<hostname>.toml` overrides for one machine. Never raises: what cannot
    be used keeps its default and is listed (DESIGN.md section 7). `standard` and `hostname`
    stand in for this machine's own in tests.
    """
    files = tuple(paths.settings_files() if standard is None else standard)
    problems: tuple[Problem, ...] = ()
    if explicit is not None:
        files = (explicit, *files)
        problems = () if _is_there(explicit) else (_missing(explicit),)
    for file in files:
        sources = [file, *machine_files(file, hostname)]
        present = [source for source in sources if _is_there(source)]
        if not present:
            continue
        # Reading costs imports that a kiosk without settings files need not pay for.
        from kiosk.configuration.settings_reader import read_settings

        read = read_settings(present, file.parent)
        problems += read.problems
        if read.values is not None:
            return LoadedSettings(Settings()._replace(**read.values), problems, present[0])
    return LoadedSettings(Settings(), problems, None)


def machine_files(file: Path, hostname: str | None = None) -> tuple[Path, ...]:
    """The files beside a settings file that are for this machine alone; the last one counts most.

    Empty where the machine has no name that a file can have.
    """
    names = _host_names(_this_host(os.environ) if hostname is None else hostname)
    return tuple(file.parent / "settings.d" / f"{name}.toml" for name in names)


def _is_there(file: Path) -> bool:
    """Whether something stands there, or may: what is forbidden to see is not quietly skipped."""
    try:
        os.lstat(file)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def _missing(file: Path) -> Problem:
    from kiosk.problems import Problem

    return Problem(str(file), 0, "error", "there is no such file", "check the path of --settings")


def _this_host(environ: Mapping[str, str]) -> str:
    uname = getattr(os, "uname", None)
    return uname().nodename if uname is not None else environ.get("COMPUTERNAME", "")


def _host_names(hostname: str) -> tuple[str, ...]:
    """The names of the machine's own file: the whole host name, else its first part."""
    plain = hostname and hostname.isprintable() and not any(sign in hostname for sign in "/\\:")
    if not plain or hostname.startswith("."):
        return ()
    return tuple(dict.fromkeys((hostname.partition(".")[0], hostname)))
