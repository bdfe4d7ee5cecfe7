"""The options of every command: how each value is read, and what help says of it."""

from __future__ import annotations

from kiosk.commands.argument_values import (
    between,
    language,
    moment,
    one_of,
    path,
    px_per_mm,
    size,
    text_size,
)
from kiosk.commands.plain_run import RUN, Option

TOUR = (
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
# Those of `run` but the mode, the pack and the talk, which set-up asks for or leaves alone.
SET_UP = tuple(option for option in RUN if option.name not in ("--mode", "--pack", "--talk"))
PIN = (Option("--data-dir", path, "DIR", "the folder the kiosk may write in"),)
COUNTS = (Option("--data-dir", path, "DIR", "the folder the kiosk writes in"),)
SCHEDULE = (
    Option("--at", moment, "TIME", "a local time such as 2027-03-28T01:59"),
    Option("--from", moment, "TIME", "the start of a range; default: now"),
    Option("--to", moment, "TIME", "its end; default: a week later"),
    Option("--zone", str, "ZONE", "a time zone such as Europe/Brussels; default: the computer's"),
    Option("--settings", path, "FILE", "the settings file to use"),
)
HANDOUT = (
    Option("--pack", path, "DIR", "the folder of the pack; default: the one the kiosk shows"),
    Option("--language", language, "LANGUAGE", "such as nl; default: the pack's first"),
)
VOICE = (
    Option("--language", language, "LANGUAGE", "only this language, such as nl"),
    Option("--piper", path, "FILE", "a voice file of piper; default: espeak-ng"),
)
NEW = (
    Option(
        "--language",
        one_of("nl", "fr", "en", "de"),
        "nl|fr|en|de",
        "may be given more than once; the first is the reference; default: nl",
        True,
    ),
    Option("--topics", between(1, 12), "N", "how many cards, 1 to 12; default: 3"),
    Option("--questions", between(0, 10), "N", "how many questions, 0 to 10; default: 3"),
)
CHECK = (Option("--format", one_of("text", "json"), "text|json", "how problems are written"),)
