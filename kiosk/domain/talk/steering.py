"""What each command of keys, clicker or touch does to a running talk (features.md section 3)."""

from __future__ import annotations

from typing import Final

from kiosk.domain.talk.keys import Command
from kiosk.domain.talk.show import Place, Show

ESCAPE_S: Final = 3.0
"""A second Esc within this time asks whether the talk is over (features.md section 3)."""
SURE_S: Final = 1.0
"""So long after that question, "next" and Enter are no answer to it: keys and clickers bounce."""
MOST_DIGITS: Final = 3


def steered(show: Show, command: Command, now: float) -> Show:
    """The talk after a command. None of them leaves the kiosk, and Esc alone ends no talk."""
    show = show.aged(now)
    if show.over:
        return show
    if command == "escape":
        return _escaped(show, now)
    # Any other key between two Esc parts them: a clicker whose start key alternates F5 and Esc
    # asks nothing.
    show = show._replace(escaped_at=None)
    if command == "start":
        return show
    if show.cover:
        return _covered(show, command, now)
    match show.sheet:
        case "end":
            return _asked_to_end(show, command, now)
        case "overview":
            return _in_overview(show, command, now)
        case "help" if command == "help":
            return show.closing()
        case "help":
            return _plain(show.closing(), command, now)
        case _:
            return _plain(show, command, now)


def _escaped(show: Show, now: float) -> Show:
    again = show.escaped_at is not None and 0.0 <= now - show.escaped_at < ESCAPE_S
    calm = show.uncovered()._replace(escaped_at=now)
    if show.cover or show.sheet or show.typed or show.counting is not None:
        return calm
    if show.frozen is not None:
        return calm._replace(frozen=None)
    return calm.opening("end", now) if again else calm


def _covered(show: Show, command: Command, now: float) -> Show:
    """Black or white swallows all but what takes it away."""
    match command:
        case "next" | "down" | "back" | "up":
            return _plain(show.uncovered(), command, now)
        case "black":
            return show._replace(cover="" if show.cover == "black" else "black")
        case "white" if show.cover == "white":
            return show.uncovered()
        case _:
            return show


def _asked_to_end(show: Show, command: Command, now: float) -> Show:
    sure = now - show.sheet_at >= SURE_S
    match command:
        case "end":
            return show._replace(over=True)
        case "enter":
            return show._replace(over=True) if sure else show
        case "next" | "down" if show.following is None:
            return show._replace(over=True) if sure else show
        case _:
            return _plain(show.closing(), command, now)


def _in_overview(show: Show, command: Command, now: float) -> Show:
    last = len(show.steps) - 1
    moves = {"next": 1, "back": -1, "down": show.columns, "up": -show.columns}
    ends = {"first": 0, "last": last}
    if command in moves or command in ends:
        cursor = ends.get(command, show.cursor + moves.get(command, 0))
        return show._replace(cursor=cursor if 0 <= cursor <= last else show.cursor, typed="")
    if command == "enter" and not show.typed:
        return show.going_to(Place(show.cursor))
    if command in ("enter", "erase") or command.isdigit():
        return _typed(show, command, now)
    if command == "overview":
        return show.closing()
    return _plain(show.closing(), command, now)


def _plain(show: Show, command: Command, now: float) -> Show:
    match command:
        case "next" | "down":
            return _forward(show, now)
        case "back" | "up":
            return _backward(show)
        case "first":
            return show.going_to(Place(0))
        case "last":
            return show.going_to(Place(len(show.steps) - 1))
        case "black" | "white":
            return show.closing()._replace(cover=command)
        case "overview" | "help" | "end":
            return show.opening(command, now)
        case _ if command in ("enter", "erase") or command.isdigit():
            return _typed(show, command, now)
        case _:
            return _aside(show, command)


def _aside(show: Show, command: Command) -> Show:
    """What changes neither the slide nor what lies over it."""
    match command:
        case "freeze" if show.screens > 1:
            return show._replace(frozen=None if show.frozen is not None else show.place)
        case "hands" if show.steps[show.place.slide].answers:
            return show._replace(counting=0 if show.counting is None else None, typed="")
        case "undo":
            return show._replace(tally=show.tally.undone())
        case _:
            return show


def _forward(show: Show, now: float) -> Show:
    following = show.following
    return show.opening("end", now) if following is None else show.going_to(following)


def _backward(show: Show) -> Show:
    preceding = show.preceding
    return show.closing() if preceding is None else show.going_to(preceding)


def _typed(show: Show, command: Command, now: float) -> Show:
    """Digits, a digit taken back, or Enter after them: a slide's number, or a number of hands."""
    if command == "erase":
        kept = show._replace(typed=show.typed[:-1], typed_at=now)
        return kept if show.typed else _backward(show)
    if command != "enter":
        return show._replace(typed=(show.typed + command)[-MOST_DIGITS:], typed_at=now)
    if show.counting is not None:
        return _counted(show, show.counting)
    if not show.typed:
        return show.opening("end", now) if show.following is None else show
    return show.going_to(Place(int(show.typed) - 1))._replace(typed="")


def _counted(show: Show, answer: int) -> Show:
    """The hands typed for an answer hold; the next answer's turn comes."""
    counted = show.setting(answer, int(show.typed)) if show.typed else show
    following = answer + 1 if answer + 1 < show.steps[show.place.slide].answers else None
    return counted._replace(counting=following, typed="")
