"""What the command line asks of each command, frozen and typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from kiosk.commands.run_options import RunOptions, Size

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

Theme = Literal["light", "dark"]
Format = Literal["text", "json"]
Form = Literal["pages", "slides", "review"]


class CheckOptions(NamedTuple):
    """`kiosk check`: no packs means the bundled ones."""

    packs: tuple[Path, ...] = ()
    format: Format = "text"


class TourOptions(NamedTuple):
    """`kiosk tour`: what is None or empty is toured in every value there is."""

    out: Path
    sizes: tuple[Size, ...] = ()
    language: str | None = None
    theme: Theme | None = None
    text_size: int | None = None
    px_per_mm: float | None = None
    pack: Path | None = None


class HandoutOptions(NamedTuple):
    """`kiosk handout`: no pack means the one that the kiosk shows, no language the pack's first."""

    out: Path
    form: Form = "pages"
    pack: Path | None = None
    language: str | None = None


class SelftestOptions(NamedTuple):
    """`kiosk selftest`: `machine` asks whether this machine can run the kiosk."""

    machine: bool = False


class PinOptions(NamedTuple):
    """`kiosk pin`: `it` for the PIN of the IT department; `print_hash` keeps nothing."""

    it: bool = False
    print_hash: bool = False
    data_dir: Path | None = None


class CountsOptions(NamedTuple):
    """`kiosk counts`: no data folder means the user's."""

    data_dir: Path | None = None


class ScheduleOptions(NamedTuple):
    """`kiosk schedule`: one local time, or a range; neither means the week from now."""

    at: datetime | None = None
    start: datetime | None = None
    end: datetime | None = None
    zone: str | None = None
    settings: Path | None = None


class AutostartOptions(NamedTuple):
    """`kiosk install-autostart`: `run` are the arguments that `kiosk run` is to start with."""

    remove: bool = False
    run: tuple[str, ...] = ()


class SuperviseOptions(NamedTuple):
    """`kiosk supervise`: `systemd` leaves it to systemd's own supervisor where that can."""

    systemd: bool = False
    run: tuple[str, ...] = ()


class SetUpOptions(NamedTuple):
    """`kiosk set-up`: which settings file and data folder, and on which screen."""

    settings: Path | None = None
    data_dir: Path | None = None
    language: str | None = None
    windowed: Size | None = None
    screen: int | None = None


class CompileOptions(NamedTuple):
    """`kiosk compile-pack`, which the kiosk itself starts for a pack that takes long to read."""

    pack: Path
    store: Path


class VoiceOptions(NamedTuple):
    """`kiosk voice`: no language means every one that the voice speaks; `piper` is a voice file."""

    pack: Path
    language: str | None = None
    piper: Path | None = None


class NewOptions(NamedTuple):
    """`kiosk new`: the folder to make; the first of its languages is the reference."""

    pack: Path
    languages: tuple[str, ...] = ("nl",)
    topics: int = 3
    questions: int = 3


class SpeakOptions(NamedTuple):
    """`kiosk speak`, which the kiosk itself starts to speak; it is ordered over its input."""


Options = (
    RunOptions
    | CheckOptions
    | TourOptions
    | SelftestOptions
    | HandoutOptions
    | CompileOptions
    | PinOptions
    | CountsOptions
    | SetUpOptions
    | ScheduleOptions
    | AutostartOptions
    | SuperviseOptions
    | SpeakOptions
    | VoiceOptions
    | NewOptions
)
