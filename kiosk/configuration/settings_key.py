"""What a setting is: its kind, range, unit and meaning, and how these are said."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal[
    "choice",
    "switch",
    "whole",
    "number",
    "text",
    "language",
    "languages",
    "topics",
    "weekdays",
    "dates",
    "span",
    "minute",
    "messages",
]

_IN_WORDS = {
    "switch": "true or false",
    "language": 'a language such as "nl", in quotes',
    "text": "text in quotes",
    "languages": 'languages such as "nl fr", in quotes',
    "topics": 'topics such as "waarom-bewegen 2; wat-past-bij-u", in quotes',
    "weekdays": 'hours such as "1-5 07:30-18:30; 6 09:00-12:00; 7 off", in quotes',
    "dates": 'dates such as "2026-12-25 off; 2026-12-28..2026-12-31 09:00-12:00", in quotes',
    "span": 'a time to a time such as "20:00-07:00", in quotes',
    "minute": 'a time such as "04:30", in quotes',
    "messages": 'at most 9 messages of at most 12 words, with "|" between them, in quotes',
}


class Key(NamedTuple):
    """One setting.

    `low` and `high` bound a number; `special` is one value outside them with a meaning of its
    own. `meaning` tells a clinic's IT person, on one line, what the setting does.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    low: float = 0
    high: float = 0
    special: float | None = None
    special_meaning: str = ""
    choices: tuple[str | int, ...] = ()
    secret: bool = False


def allowed(key: Key) -> str:
    """What a setting may be, in words that end a sentence beginning with "write"."""
    if key.kind in _IN_WORDS:
        return _IN_WORDS[key.kind]
    if key.kind == "choice":
        *most, last = (shown(choice) for choice in key.choices)
        return f"{', '.join(most)} or {last}"
    number = "a whole number" if key.kind == "whole" else "a number"
    unit = f" {key.unit}" if key.unit else ""
    words = f"{number} from {key.low:g} to {key.high:g}{unit}"
    if key.special is not None:
        words += f", or {key.special:g} ({key.special_meaning})"
    return words


def shown(value: float | str) -> str:
    """A value as one writes it in a settings file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else f"{value:g}"
