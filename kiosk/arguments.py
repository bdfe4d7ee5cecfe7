"""Turns command-line arguments into options, without argparse where a plain start allows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.argument_values import (
    language,
    moment,
    one_of,
    path,
    px_per_mm,
    screen,
    size,
    text_size,
    title,
)
from kiosk.options import (
    AutostartOptions,
    CheckOptions,
    CompileOptions,
    HandoutOptions,
    Options,
    PinOptions,
    RunOptions,
    ScheduleOptions,
    SelftestOptions,
    SetUpOptions,
    Size,
    SuperviseOptions,
    TourOptions,
)

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable, Iterable, Sequence

PROGRAM = "kiosk"
# Started by the kiosk itself, so left out of the help that people read.
COMPILE = "compile-pack"
SYSTEMD = "--systemd"


class Option(NamedTuple):
    """One `--name VALUE`: how its value is read, shown in help, and whether it may return."""

    name: str
    convert: Callable[[str], object]
    value: str
    help: str
    repeatable: bool = False

    @property
    def field(self) -> str:
        """The field of the options object that this one fills."""
        return self.name.removeprefix("--").replace("-", "_")


RUN = (
    Option(
        "--mode",
        one_of("touch", "presentation", "display"),
        "touch|presentation|display",
        "the face to start with (setting: mode)",
    ),
    Option("--pack", path, "DIR", "the folder of the pack to show"),
    Option("--settings", path, "FILE", "the settings file to use"),
    Option("--data-dir", path, "DIR", "the folder the kiosk may write in"),
    Option("--language", language, "LANGUAGE", "such as nl (setting: language)"),
    Option("--windowed", size, "WxH", "a plain window of this size, for development"),
    Option("--screen", screen, "N", "the screen to use; 0 is the first, -1 the primary one"),
    Option(
        "--talk", title, "NAME", "with --mode presentation: begin this talk, saved or the pack's"
    ),
)
_TOUR = (
    Option("--size", size, "WxH", "a size in pixels; may be given more than once", True),
    Option("--language", language, "LANGUAGE", "only this language, such as nl"),
    Option("--theme", one_of("light", "dark"), "light|dark", "only this theme"),
    Option(
        "--text-size",
        text_size,
        "100|125|150",
        "only this text size in percent",
    ),
    Option("--px-per-mm", px_per_mm, "NUMBER", "pixels a millimetre, 1 to 40"),
    Option("--pack", path, "DIR", "the folder of the pack to show"),
)
# Those of `run` but the mode and the pack, which set-up asks for or leaves alone.
_SET_UP = tuple(option for option in RUN if option.name not in ("--mode", "--pack"))
_PIN = (Option("--data-dir", path, "DIR", "the folder the kiosk may write in"),)
_SCHEDULE = (
    Option("--at", moment, "TIME", "a local time such as 2027-03-28T01:59"),
    Option("--from", moment, "TIME", "the start of a range; default: now"),
    Option("--to", moment, "TIME", "its end; default: a week later"),
    Option("--zone", str, "ZONE", "a time zone such as Europe/Brussels; default: the computer's"),
    Option("--settings", path, "FILE", "the settings file to use"),
)
_HANDOUT = (
    Option("--pack", path, "DIR", "the folder of the pack; default: the one the kiosk shows"),
    Option("--language", language, "LANGUAGE", "such as nl; default: the pack's first"),
)
_CHECK = (Option("--format", one_of("text", "json"), "text|json", "how problems are written"),)


def parse(arguments: Sequence[str]) -> Options:
    """The options that the arguments ask for.

    Raises SystemExit, after its message: 0 for `--help` and `--version`, 2 for wrong use.
    """
    plain = plain_run(arguments)
    return plain if plain is not None else full_parse(arguments)


def plain_run(arguments: Sequence[str]) -> RunOptions | None:
    """The options of `run` when every argument is beyond doubt, else None: ask `full_parse`.

    Spares a plain start the import of argparse and the building of its parsers.
    """
    known = {option.name: option for option in RUN}
    values: dict[str, Any] = {}
    rest = iter(arguments)
    named = False
    for argument in rest:
        if argument == "run" and not named:
            named = True
            continue
        name, equals, value = argument.partition("=")
        option = known.get(name)
        if option is None:
            return None
        if not equals:
            value = next(rest, "")
            if value.startswith("-"):
                return None
        try:
            values[option.field] = option.convert(value)
        except ValueError:
            return None
    return RunOptions(**values)


def full_parse(arguments: Sequence[str]) -> Options:
    """What `parse` does, by argparse: every command, help and messages for wrong use."""
    place = _place_of_command(arguments)
    before, after = arguments[:place], arguments[place + 1 :]
    command = arguments[place] if place < len(arguments) else "run"
    if command == "run" or any(word in ("--version", "--help", "-h") for word in before):
        return RunOptions(**_read(_run_parser(), [*before, *after]))
    if command not in _PARSERS:
        _run_parser().error(f"no command {command!r}; there are {', '.join(_COMMANDS)}")
    if before:
        _run_parser().error(f"{before[0]} before {command!r}; put options after the command")
    parser = _new_parser(command, _COMMANDS.get(command, ""))
    return _PARSERS[command](parser, after)


def _place_of_command(arguments: Sequence[str]) -> int:
    """Where the first word stands that is neither an option of `run` nor the value of one."""
    with_value = {option.name for option in RUN}
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] in with_value else 1
    return min(place, len(arguments))


def _check(parser: ArgumentParser, arguments: Sequence[str]) -> CheckOptions:
    parser.add_argument(
        "packs", nargs="*", type=_typed(path), metavar="PACK", help="default: the bundled packs"
    )
    _add(parser, _CHECK)
    found = _read(parser, arguments)
    return CheckOptions(packs=tuple(found.pop("packs", ())), **found)


def _tour(parser: ArgumentParser, arguments: Sequence[str]) -> TourOptions:
    parser.add_argument("out", type=_typed(path), metavar="OUT", help="the folder to write in")
    _add(parser, _TOUR)
    found = _read(parser, arguments)
    return TourOptions(sizes=tuple(found.pop("size", ())), **found)


def _handout(parser: ArgumentParser, arguments: Sequence[str]) -> HandoutOptions:
    parser.add_argument("out", type=_typed(path), metavar="OUT.pdf", help="the file to write")
    forms = parser.add_mutually_exclusive_group()
    for name, meaning in (
        ("slides", "three slides of the talk to a page, with the speaker's notes"),
        ("review", "a form for a reviewer: the claims beside the words, and boxes to sign"),
    ):
        forms.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=meaning)
    _add(parser, _HANDOUT)
    return HandoutOptions(**_read(parser, arguments))


def _selftest(parser: ArgumentParser, arguments: Sequence[str]) -> SelftestOptions:
    parser.add_argument("--machine", action="store_true", help="can this machine run the kiosk?")
    return SelftestOptions(**_read(parser, arguments))


def _pin(parser: ArgumentParser, arguments: Sequence[str]) -> PinOptions:
    parser.add_argument("--it", action="store_true", help="the PIN of IT, for set-up and exit")
    parser.add_argument(
        "--print-hash", action="store_true", help="print the hash for a settings file, keep nothing"
    )
    _add(parser, _PIN)
    return PinOptions(**_read(parser, arguments))


def _set_up(parser: ArgumentParser, arguments: Sequence[str]) -> SetUpOptions:
    _add(parser, _SET_UP)
    return SetUpOptions(**_read(parser, arguments))


def _compile(parser: ArgumentParser, arguments: Sequence[str]) -> CompileOptions:
    parser.add_argument("pack", type=_typed(path))
    parser.add_argument("store", type=_typed(path))
    return CompileOptions(**_read(parser, arguments))


def _schedule(parser: ArgumentParser, arguments: Sequence[str]) -> ScheduleOptions:
    _add(parser, _SCHEDULE)
    found = _read(parser, arguments)
    if "at" in found and ("from" in found or "to" in found):
        parser.error("--at is one moment; --from and --to are a range")
    start, end = found.pop("from", None), found.pop("to", None)
    if start is not None and end is not None and end <= start:
        parser.error("--to comes before --from")
    return ScheduleOptions(start=start, end=end, **found)


def _autostart(parser: ArgumentParser, arguments: Sequence[str]) -> AutostartOptions:
    parser.add_argument("--remove", action="store_true", help="undo it")
    _add(parser, RUN)
    found = _read(parser, arguments)
    return AutostartOptions(found.pop("remove", False), _as_written(found))


def _supervise(parser: ArgumentParser, arguments: Sequence[str]) -> SuperviseOptions:
    parser.add_argument(SYSTEMD, action="store_true", help="by systemd where it can")
    _add(parser, RUN)
    found = _read(parser, arguments)
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
    "check": "list every problem of packs; exit 0 clean, 1 warnings only, 2 errors",
    "tour": "make a PNG of every screen, page and question, off screen",
    "handout": "write the pack as a PDF on A4: to read, as slides with notes, or to review",
    "pin": "set the PIN of staff, or of IT; without one nobody gets at the staff's menu",
    "set-up": "ask for language, sizes and PIN on the screen, and write the settings",
    "schedule": "say what the display does at a moment, or over a range of them",
    "install-autostart": "start the kiosk with the desktop; --remove undoes it",
    "supervise": "run the kiosk and start it again when it falls",
    "selftest": "load everything and open every screen, off screen; exit 0 or 1",
}
_PARSERS: dict[str, Callable[[ArgumentParser, Sequence[str]], Options]] = {
    "check": _check,
    "tour": _tour,
    "selftest": _selftest,
    "handout": _handout,
    "pin": _pin,
    "set-up": _set_up,
    "schedule": _schedule,
    "install-autostart": _autostart,
    "supervise": _supervise,
    COMPILE: _compile,
}


def _run_parser() -> ArgumentParser:
    from kiosk import __version__

    parser = _new_parser("", "A full-screen kiosk for waiting rooms.")
    parser.usage = f"{PROGRAM} [COMMAND] [options]"
    parser.epilog = "commands:\n" + "".join(
        f"  {name:<12}{meaning}\n" for name, meaning in _COMMANDS.items()
    )
    parser.epilog += f"\n{PROGRAM} COMMAND --help tells about one command.\n"
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    _add(parser, RUN)
    return parser


def _new_parser(command: str, description: str) -> ArgumentParser:
    import argparse

    return argparse.ArgumentParser(
        f"{PROGRAM} {command}".strip(),
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        argument_default=argparse.SUPPRESS,
    )


def _add(parser: ArgumentParser, options: Iterable[Option]) -> None:
    for option in options:
        parser.add_argument(
            option.name,
            type=_typed(option.convert),
            metavar=option.value,
            help=option.help,
            action="append" if option.repeatable else "store",
        )


def _typed(convert: Callable[[str], object]) -> Callable[[str], object]:
    """The same reading, with its own words reaching the message of argparse."""

    def converted(text: str) -> object:
        from argparse import ArgumentTypeError

        try:
            return convert(text)
        except ValueError as error:
            raise ArgumentTypeError(str(error)) from None

    return converted


def _read(parser: ArgumentParser, arguments: Sequence[str]) -> dict[str, Any]:
    return vars(parser.parse_intermixed_args(arguments))
