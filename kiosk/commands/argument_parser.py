"""argparse, loaded only when wanted, that knows no abbreviations and reads values by our words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable, Iterable, Sequence

    from kiosk.commands.plain_run import Option

PROGRAM = "kiosk"


def new_parser(command: str, description: str) -> ArgumentParser:
    """A parser of one command, "" for the program itself; options not given have no value."""
    import argparse

    return argparse.ArgumentParser(
        f"{PROGRAM} {command}".strip(),
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        argument_default=argparse.SUPPRESS,
    )


def add(parser: ArgumentParser, options: Iterable[Option]) -> None:
    """Let it read these options."""
    for option in options:
        parser.add_argument(
            option.name,
            type=typed(option.convert),
            metavar=option.value,
            help=option.help,
            action="append" if option.repeatable else "store",
        )


def typed(convert: Callable[[str], object]) -> Callable[[str], object]:
    """The same reading, with its own words reaching the message of argparse."""

    def converted(text: str) -> object:
        from argparse import ArgumentTypeError

        try:
            return convert(text)
        except ValueError as error:
            raise ArgumentTypeError(str(error)) from None

    return converted


def read(parser: ArgumentParser, arguments: Sequence[str]) -> dict[str, Any]:
    """What was given, by field. Raises SystemExit, after its message."""
    return vars(parser.parse_intermixed_args(arguments))
