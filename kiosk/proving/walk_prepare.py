"""The screens of a speaker, before and in a talk, one after the other, for tours and measuring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kiosk.domain.pack import Edition
from kiosk.domain.talk.show import Place
from kiosk.domain.talk.slides import everything
from kiosk.domain.talk_choice import topic_ids
from kiosk.proving.walk_talk import talk_state
from kiosk.ui.screen import Screen
from kiosk.ui.screens.preflight import PreflightScreen, View
from kiosk.ui.screens.presenter import PresenterScreen
from kiosk.ui.talk.preflight_view import Facts, preflight_view
from kiosk.ui.talk.presenter_view import presenter_sight
from kiosk.ui.talk.state import TalkState
from kiosk.ui.theme.look import Look
from kiosk.ui.window import KioskWindow

Maker = Callable[[KioskWindow, Look], Screen]
MakeView = Callable[[Look], View]

# Any time of day; the year plays no part.
_LATER = 10_000.0  # on the talk's own clock
_WALL = (1920, 1080)
SHORT_SIDE_MM = 268.0
_NOW = datetime(2026, 1, 5, 13, 55)  # noqa: DTZ001 - the wall clock of a picture has no zone


def speaker_screens(edition: Edition) -> dict[str, Maker]:
    """How each screen is made, by the name of its picture."""
    return {
        "preflight": _preflight(lambda look: _topics(edition, look)),
        "preflight-changed": _preflight(lambda look: _changed(edition, look)),
        "preflight-talks": _preflight(lambda look: _talks(edition, look)),
        "preflight-removed": _preflight(lambda look: _removed(edition, look)),
        "preflight-save": _preflight(lambda look: _save(edition, look)),
        "preflight-key": _preflight(lambda look: _key(edition, look)),
        **{f"presenter-{name}": _presenter(edition, change) for name, change in _MOMENTS.items()},
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
    names = [say("prepare.all"), *(say("prepare.name", number=number) for number in range(1, 14))]
    facts = _facts(edition)._replace(sheet="talks", choices=tuple(names), saved=True)
    return preflight_view(facts, say)


def _removed(edition: Edition, look: Look) -> View:
    say = look.strings
    name = say("prepare.name", number=1)
    facts = _facts(edition)._replace(sheet="talks", choices=(say("prepare.all"),), removed=name)
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


# -- in a talk -----------------------------------------------------------------------------------


def _presenter(edition: Edition, change: Callable[[TalkState], TalkState]) -> Maker:
    def make(window: KioskWindow, look: Look) -> Screen:
        state = change(talk_state(edition, wall_look(look), measured=False))
        screen = PresenterScreen(window, look)
        screen.show_sight(presenter_sight(state, look.strings, _LATER, _NOW), look)
        return screen

    return make


def wall_look(look: Look) -> Look:
    """The look of a projector beside this screen: 1920 × 1080 whatever the screen is."""
    width, height = _WALL
    metrics = look.metrics._replace(width=width, height=height, px_per_mm=height / SHORT_SIDE_MM)
    return look._replace(metrics=metrics)


def _first(state: TalkState) -> TalkState:
    return state


def _longest(state: TalkState) -> TalkState:
    """The slide of which most must be said, behind the plan."""
    slides = state.slides
    most = max(slides, key=lambda slide: len(slide.notes) + sum(map(len, slide.text)))
    place = Place(most.number - 1)
    return _at(state, place, state.pace.plan.ends(place.slide) + 200)


def _question(state: TalkState) -> TalkState:
    """A question with hands, ahead of the plan."""
    asked = next((slide for slide in state.slides if slide.answers), state.slides[0])
    place = Place(asked.number - 1)
    tally = state.show.tally.set(place.slide, 0, 4).set(place.slide, 1, 108)
    later = _at(state, place, max(0.0, state.pace.plan.begins(place.slide) - 200))
    return later._replace(show=later.show._replace(tally=tally, counting=1))


def _black(state: TalkState) -> TalkState:
    later = _at(state, Place(1), 20)
    return later._replace(show=later.show._replace(cover="black"))


def _end(state: TalkState) -> TalkState:
    last = len(state.slides) - 1
    later = _at(state, Place(last), state.pace.plan.begins(last))
    return later._replace(show=later.show._replace(sheet="end"))


def _quiet(state: TalkState) -> TalkState:
    return _at(state, Place(2), 60)._replace(warned=True)


def _at(state: TalkState, place: Place, elapsed: float) -> TalkState:
    return state._replace(
        show=state.show._replace(place=place, screens=2),
        pace=state.pace._replace(started=_LATER - elapsed),
    )


_MOMENTS: dict[str, Callable[[TalkState], TalkState]] = {
    "first": _first,
    "longest": _longest,
    "question": _question,
    "black": _black,
    "end": _end,
    "quiet": _quiet,
}
