"""Reads the arguments of a plain start, without argparse and the options of other commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.commands.argument_values import language, one_of, path, screen, size, title
from kiosk.commands.run_options import RunOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


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
