"""The screens of a speaker, before and in a talk, one after the other, for tours and measuring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kiosk.domain.pack import Edition
from kiosk.domain.talk.slides import everything
from kiosk.domain.talk_choice import topic_ids
from kiosk.ui.screen import Screen
from kiosk.ui.screens.preflight import PreflightScreen, View
from kiosk.ui.talk.preflight_view import Facts, preflight_view
from kiosk.ui.theme.look import Look
from kiosk.ui.window import KioskWindow

Maker = Callable[[KioskWindow, Look], Screen]
MakeView = Callable[[Look], View]

# Any time of day; the year plays no part.
_NOW = datetime(2026, 1, 5, 13, 55)  # noqa: DTZ001 - the wall clock of a picture has no zone


def speaker_screens(edition: Edition) -> dict[str, Maker]:
    """How each screen is made, by the name of its picture."""
    return {
        "preflight": _preflight(lambda look: _topics(edition, look)),
        "preflight-changed": _preflight(lambda look: _changed(edition, look)),
        "preflight-talks": _preflight(lambda look: _talks(edition, look)),
        "preflight-save": _preflight(lambda look: _save(edition, look)),
        "preflight-key": _preflight(lambda look: _key(edition, look)),
    }


def _preflight(view: MakeView) -> Maker:
    def make(window: KioskWindow, look: Look) -> Screen:
        screen = PreflightScreen(window, look)
        screen.show_view(view(look))
        return screen

    return make


def _facts(edition: Edition) -> Facts:
    return Facts(edition, everything(edition), "topics", _NOW, 2, False, "", "", (), False)


def _topics(edition: Edition, look: Look) -> View:
    return preflight_view(_facts(edition), look.strings)


def _changed(edition: Edition, look: Look) -> View:
    facts, say = _facts(edition), look.strings
    *_, last = topic_ids(edition)
    choice = facts.choice._replace(hidden=frozenset((last,)), name=say("prepare.name", number=1))
    first = choice.topics[0]
    return preflight_view(
        facts._replace(
            choice=choice, heard=say("prepare.heard_next"), screens=1, marked=first, saved=True
        ),
        say,
    )


def _talks(edition: Edition, look: Look) -> View:
    say = look.strings
    names = [say("prepare.all"), *(say("prepare.name", number=number) for number in range(1, 9))]
    facts = _facts(edition)._replace(sheet="talks", choices=tuple(names), saved=True)
    return preflight_view(facts, say)


def _save(edition: Edition, look: Look) -> View:
    say = look.strings
    names = [say("prepare.name", number=number) for number in range(1, 5)]
    first = edition.topics[0].title
    names = [say("prepare.replace", name=names[0]), first, *names[1:]]
    facts = _facts(edition)._replace(sheet="save", choices=tuple(names))
    return preflight_view(facts, say)


def _key(edition: Edition, look: Look) -> View:
    say = look.strings
    words = ("prepare.next", "prepare.back", "prepare.black", "prepare.nothing")
    facts = _facts(edition)._replace(sheet="key", choices=tuple(say(key) for key in words))
    return preflight_view(facts, say)
