"""Turns command-line arguments into options, without argparse where a plain start allows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands.argument_parser import PROGRAM, add, new_parser, read, typed
from kiosk.commands.argument_tables import (
    CHECK,
    COUNTS,
    HANDOUT,
    NEW,
    PIN,
    RUN,
    SCHEDULE,
    SET_UP,
    TOUR,
    VOICE,
)
from kiosk.commands.argument_values import path
from kiosk.commands.options import (
    AutostartOptions,
    CheckOptions,
    CompileOptions,
    CountsOptions,
    HandoutOptions,
    NewOptions,
    Options,
    PinOptions,
    RunOptions,
    ScheduleOptions,
    SelftestOptions,
    SetUpOptions,
    Size,
    SpeakOptions,
    SuperviseOptions,
    TourOptions,
    VoiceOptions,
)
from kiosk.commands.plain_run import plain_run

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable, Sequence

# Started by the kiosk itself, so left out of the help that people read.
COMPILE = "compile-pack"
SPEAK = "speak"
SYSTEMD = "--systemd"
WATCH = "--watch"
# A window that leaves room for an editor and the problems on a screen of 1920 px.
WATCHED = Size(1120, 630)


def parse(arguments: Sequence[str]) -> Options:
    """The options that the arguments ask for.

    Raises SystemExit, after its message: 0 for `--help` and `--version`, 2 for wrong use.
    """
    plain = plain_run(arguments)
    return plain if plain is not None else full_parse(arguments)


def full_parse(arguments: Sequence[str]) -> Options:
    """What `parse` does, by argparse: every command, help and messages for wrong use."""
    place = _place_of_command(arguments)
    before, after = arguments[:place], arguments[place + 1 :]
    command = arguments[place] if place < len(arguments) else "run"
    if command == "run" or any(word in ("--version", "--help", "-h") for word in before):
        return _run(_run_parser(), [*before, *after])
    if command not in _PARSERS:
        strange = _strange(before)
        if strange:
            _run_parser().error(f"unrecognized arguments: {strange}")
        _run_parser().error(f"no command {command!r}; there are {', '.join(_COMMANDS)}")
    if before:
        _run_parser().error(f"{before[0]} before {command!r}; put options after the command")
    parser = new_parser(command, _COMMANDS.get(command, ""))
    return _PARSERS[command](parser, after)


def _run(parser: ArgumentParser, arguments: Sequence[str]) -> RunOptions:
    options = RunOptions(**read(parser, arguments))
    if not options.watch:
        return options
    if options.pack is None:
        parser.error(f"{WATCH} needs --pack DIR: the folder that you write in")
    # An author works beside it: never full screen, never locked.
    return options._replace(windowed=options.windowed or WATCHED)


def _place_of_command(arguments: Sequence[str]) -> int:
    """Where the first word stands that is neither an option of `run` nor the value of one."""
    with_value = {option.name for option in RUN}
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] in with_value else 1
    return min(place, len(arguments))


def _strange(before: Sequence[str]) -> str:
    """The first option that `run` does not have, whose value would pass for a command; else ""."""
    known = {WATCH, *(option.name for option in RUN)}
    options = (word for word in before if word.startswith("-"))
    return next((word for word in options if word.partition("=")[0] not in known), "")


def _check(parser: ArgumentParser, arguments: Sequence[str]) -> CheckOptions:
    parser.add_argument(
        "packs", nargs="*", type=typed(path), metavar="PACK", help="default: the bundled packs"
    )
    add(parser, CHECK)
    found = read(parser, arguments)
    return CheckOptions(packs=tuple(found.pop("packs", ())), **found)


def _tour(parser: ArgumentParser, arguments: Sequence[str]) -> TourOptions:
    parser.add_argument("out", type=typed(path), metavar="OUT", help="the folder to write in")
    add(parser, TOUR)
    found = read(parser, arguments)
    return TourOptions(sizes=tuple(found.pop("size", ())), **found)


def _handout(parser: ArgumentParser, arguments: Sequence[str]) -> HandoutOptions:
    parser.add_argument("out", type=typed(path), metavar="OUT.pdf", help="the file to write")
    forms = parser.add_mutually_exclusive_group()
    for name, meaning in (
        ("slides", "three slides of the talk to a page, with the speaker's notes"),
        ("review", "a form for a reviewer: the claims beside the words, and boxes to sign"),
    ):
        forms.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=meaning)
    add(parser, HANDOUT)
    return HandoutOptions(**read(parser, arguments))


def _selftest(parser: ArgumentParser, arguments: Sequence[str]) -> SelftestOptions:
    parser.add_argument("--machine", action="store_true", help="can this machine run the kiosk?")
    return SelftestOptions(**read(parser, arguments))


def _pin(parser: ArgumentParser, arguments: Sequence[str]) -> PinOptions:
    parser.add_argument("--it", action="store_true", help="the PIN of IT, for set-up and exit")
    parser.add_argument(
        "--print-hash", action="store_true", help="print the hash for a settings file, keep nothing"
    )
    add(parser, PIN)
    return PinOptions(**read(parser, arguments))


def _counts(parser: ArgumentParser, arguments: Sequence[str]) -> CountsOptions:
    add(parser, COUNTS)
    return CountsOptions(**read(parser, arguments))


def _set_up(parser: ArgumentParser, arguments: Sequence[str]) -> SetUpOptions:
    add(parser, SET_UP)
    return SetUpOptions(**read(parser, arguments))


def _compile(parser: ArgumentParser, arguments: Sequence[str]) -> CompileOptions:
    parser.add_argument("pack", type=typed(path))
    parser.add_argument("store", type=typed(path))
    return CompileOptions(**read(parser, arguments))


def _voice(parser: ArgumentParser, arguments: Sequence[str]) -> VoiceOptions:
    parser.add_argument("pack", type=typed(path), metavar="PACK", help="the folder to write in")
    add(parser, VOICE)
    return VoiceOptions(**read(parser, arguments))


def _new(parser: ArgumentParser, arguments: Sequence[str]) -> NewOptions:
    parser.add_argument("pack", type=typed(path), metavar="PACK", help="the folder to make")
    add(parser, NEW)
    found = read(parser, arguments)
    languages = tuple(found.pop("language", ()))
    if len(set(languages)) < len(languages):
        parser.error(f"--language: {', '.join(languages)} has one of them twice")
    options = NewOptions(**found)
    return options._replace(languages=languages) if languages else options


def _speak(parser: ArgumentParser, arguments: Sequence[str]) -> SpeakOptions:
    return SpeakOptions(**read(parser, arguments))


def _schedule(parser: ArgumentParser, arguments: Sequence[str]) -> ScheduleOptions:
    add(parser, SCHEDULE)
    found = read(parser, arguments)
    if "at" in found and ("from" in found or "to" in found):
        parser.error("--at is one moment; --from and --to are a range: write one or the other")
    start, end = found.pop("from", None), found.pop("to", None)
    return ScheduleOptions(start=start, end=end, **found)


def _autostart(parser: ArgumentParser, arguments: Sequence[str]) -> AutostartOptions:
    parser.add_argument("--remove", action="store_true", help="undo it")
    add(parser, RUN)
    found = read(parser, arguments)
    return AutostartOptions(found.pop("remove", False), _as_written(found))


def _supervise(parser: ArgumentParser, arguments: Sequence[str]) -> SuperviseOptions:
    parser.add_argument(SYSTEMD, action="store_true", help="by systemd where it can")
    add(parser, RUN)
    found = read(parser, arguments)
    return SuperviseOptions(found.pop("systemd", False), _as_written(found))


def _as_written(values: dict[str, Any]) -> tuple[str, ...]:
    """The arguments of `run` anew, good in any folder."""
    written: list[str] = []
    for option in RUN:
        value = values.get(option.field)
        if value is not None:
            text = str(value.absolute()) if isinstance(value, Path) else str(value)
            is_size = isinstance(value, Size)
            written += [option.name, f"{value.width}x{value.height}" if is_size else text]
    return tuple(written)


# What people are told of; what follows them in _PARSERS is between the kiosk and itself.
_COMMANDS = {
    "run": "show the kiosk full screen; the default",
    "new": "make a pack to begin with, whose comments teach how to write one",
    "check": "list every problem of packs; exit 0 clean, 1 warnings only, 2 errors",
    "tour": "make a PNG of every screen, page and question, off screen",
    "handout": "write the pack as a PDF on A4: to read, as slides with notes, or to review",
    "voice": "render a pack's audio with an installed voice, one file a sentence",
    "pin": "set the PIN of staff, or of IT; without one nobody gets at the staff's menu",
    "counts": "print how often topics and the quiz were opened on each day, as CSV",
    "set-up": "ask for language, sizes and PIN on the screen, and write the settings",
    "schedule": "say what the display does at a moment, or over a range of them",
    "install-autostart": "start the kiosk with the desktop; --remove undoes it",
    "supervise": "run the kiosk and start it again when it falls",
    "selftest": "load everything and open every screen, off screen; exit 0 or 1",
}
_PARSERS: dict[str, Callable[[ArgumentParser, Sequence[str]], Options]] = {
    "new": _new,
    "check": _check,
    "tour": _tour,
    "selftest": _selftest,
    "handout": _handout,
    "pin": _pin,
    "counts": _counts,
    "set-up": _set_up,
    "schedule": _schedule,
    "install-autostart": _autostart,
    "supervise": _supervise,
    "voice": _voice,
    COMPILE: _compile,
    SPEAK: _speak,
}


def _run_parser() -> ArgumentParser:
    from kiosk import __version__

    parser = new_parser("", "A full-screen kiosk for waiting rooms.")
    parser.usage = f"{PROGRAM} [COMMAND] [options]"
    width = max(map(len, _COMMANDS)) + 2
    parser.epilog = "commands:\n" + "".join(
        f"  {name:<{width}}{meaning}\n" for name, meaning in _COMMANDS.items()
    )
    parser.epilog += f"\n{PROGRAM} COMMAND --help tells about one command.\n"
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    add(parser, RUN)
    parser.add_argument(
        WATCH, action="store_true", help="for authors: read --pack again on save, in a window"
    )
    return parser
