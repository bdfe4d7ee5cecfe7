"""What the controls of a talk mean, by their identifiers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.domain.talk.keys import Command

CONTROLS: Mapping[str, Command] = MappingProxyType(
    {
        "talk.next": "next",
        "talk.back": "back",
        "talk.black": "black",
        "talk.white": "white",
        "talk.freeze": "freeze",
        "talk.overview": "overview",
        "talk.help": "help",
        "talk.undo": "undo",
        "talk.swap": "swap",
    }
)
"""Those of hands, slides and pages are the desk's own affair."""
