"""Every slide and sheet of a talk, one after the other, for tours and for measuring."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.pack import Edition
from kiosk.domain.talk.glass import wall_px
from kiosk.domain.talk.pace import Pace, Plan
from kiosk.domain.talk.show import Place, Show
from kiosk.domain.talk.slides import Cards, everything, make_slides
from kiosk.ui.screen import Screen
from kiosk.ui.screens.overview import OverviewScreen, columns, per_page
from kiosk.ui.screens.talk import Over, TalkScreen, WallSight
from kiosk.ui.screens.talk_help import TalkHelpScreen
from kiosk.ui.talk.slide_paint import Counted
from kiosk.ui.talk.state import TalkState
from kiosk.ui.talk.steps import set_slide, steps_of
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.look import Look
from kiosk.ui.window import KioskWindow

_HANDS = Counted((4, 17, 108), 2)


def talk_state(edition: Edition, look: Look, *, measured: bool) -> TalkState:
    """A talk over all of an edition, at its start; `measured` where the wall's size is known."""
    say, metrics = look.strings, look.metrics
    scale = metrics.px_per_mm if measured else None
    wall = Wall(look, wall_px(metrics.width, metrics.height, scale))
    choice = everything(edition)
    author = say("talk.opening", author="dr. Frederik Debruyne")
    cards = Cards(author, say("talk.closing"), say("talk.closing_line"))
    slides = make_slides(edition, choice, cards)
    sets = tuple(set_slide(slide, wall, metrics.shelf.height) for slide in slides)
    show = Show(tuple(map(steps_of, sets)), columns=columns(metrics))
    return TalkState(choice, slides, sets, wall, show, Pace(Plan.over(slides)))


def talk_screens(
    window: KioskWindow, edition: Edition, look: Look, *, measured: bool = False
) -> Iterator[tuple[str, Screen]]:
    """Show every step of every slide, each page of the overview and the help, by their names."""
    state = talk_state(edition, look, measured=measured)
    yield from _slides(window, state)
    yield from _over(window, state)
    screen = OverviewScreen(window, look)
    window.show_screen(screen)
    per = per_page(look.metrics)
    for number, first in enumerate(range(0, len(state.slides), per), 1):
        screen.show_state(state._replace(show=state.show._replace(cursor=first)), look)
        yield f"talk-overview-{number}", screen
    typed = state.show._replace(cursor=0, typed="12")
    screen.show_state(state._replace(show=typed), look)
    yield "talk-overview-typed", screen
    sheet = TalkHelpScreen(window, look)
    window.show_screen(sheet)
    sheet.refresh()
    yield "talk-help", sheet
    if sheet.control("talk.help-more") is not None:
        sheet.turn()
        yield "talk-help-more", sheet


def _slides(window: KioskWindow, state: TalkState) -> Iterator[tuple[str, Screen]]:
    screen = TalkScreen(window, state.wall.look)
    window.show_screen(screen)
    for slide, found in zip(state.slides, state.sets, strict=True):
        for step in range(len(found.steps)):
            screen.show_sight(_sight(state, Place(slide.number - 1, step)))
            yield f"talk-{slide.number:02}-{step + 1}", screen


def _over(window: KioskWindow, state: TalkState) -> Iterator[tuple[str, Screen]]:
    """What lies over a slide for a while: controls, questions, digits, hands, black."""
    screen = TalkScreen(window, state.wall.look)
    window.show_screen(screen)
    second = Place(min(1, len(state.slides) - 1))
    overs: tuple[Over, ...] = ("controls", "end", "quiet")
    for over in overs:
        screen.show_sight(_sight(state, second)._replace(over=over))
        yield f"talk-over-{over}", screen
    last = Place(len(state.slides) - 1)
    screen.show_sight(_sight(state, last)._replace(over="controls"))
    yield "talk-over-last", screen
    screen.show_sight(_sight(state, second)._replace(typed=_typed(state)))
    yield "talk-typed", screen
    asked = next((slide for slide in state.slides if slide.answers), None)
    if asked is not None:
        place = Place(asked.number - 1, state.show.steps[asked.number - 1].asked - 1)
        sight = _sight(state, place)._replace(counted=_HANDS)
        screen.show_sight(sight)
        yield "talk-hands", screen
        screen.show_sight(_sight(state, second)._replace(over="controls", undo=True))
        yield "talk-over-undo", screen
    screen.show_sight(_sight(state, second)._replace(cover="black"))
    yield "talk-black", screen


def _typed(state: TalkState) -> str:
    return state.wall.look.strings("talk.go", number=len(state.slides))


def _sight(state: TalkState, place: Place) -> WallSight:
    slide = state.slides[place.slide]
    return WallSight(
        state.step(place), state.wall, slide.number, len(state.slides), end=slide.kind == "end"
    )
