"""Tells staff which wishes of the settings and the command line cannot be met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.domain.loop import Choice
    from kiosk.domain.pack import Edition, Pack


def talk_problems(name: str, known: Iterable[str]) -> list[Problem]:
    """A talk that was asked for by a name that none has."""
    what = f"there is no talk {name!r}; the screen before a talk shows"
    names = ", ".join(sorted(known)) or "none yet"
    return [Problem("--talk", 0, "warning", what, f"choose from {names}")]


def screen_problems(index: int, count: int) -> list[Problem]:
    """A screen, counted from 0, that is none of the `count` there are; -1 is the primary one."""
    if index < count:
        return []
    what = f"there is no screen {index}, only {count} (counted from 0); the primary one shows"
    return [Problem("screen", 0, "warning", what, "set screen to one that is connected")]


def language_problems(language: str, pack: Pack) -> list[Problem]:
    """A language that the pack does not have."""
    shown = pack.edition(language).language
    if not language or _short(shown) == _short(language):
        return []
    known = ", ".join(pack.languages)
    what = f"the pack {pack.id} has no {language}, only {known}; {shown} shows"
    return [Problem("language", 0, "warning", what, f"choose from {known}")]


def loop_problems(choice: Choice, edition: Edition) -> list[Problem]:
    """Topics of the display's own selection that the pack does not have."""
    from kiosk.domain.loop import chosen_topics

    found = chosen_topics(edition, choice)
    missing = ", ".join(wish.topic for wish in choice.topics if wish not in found)
    if not missing:
        return []
    shown = "only the others show" if found else "all topics show"
    what = f"the pack has no topic {missing}; {shown}"
    return [Problem("display_topics", 0, "warning", what, "write topics that the pack has")]


def unreviewed(language: str) -> Callable[[Pack], str | None]:
    """For `allow_unreviewed = false`: says why a pack may not show in this language, or None."""

    def why_not(pack: Pack) -> str | None:
        edition = pack.edition(language)
        if edition.review is not None:
            return None
        return f"nobody has reviewed its {edition.language} text, and allow_unreviewed is false"

    return why_not


def _short(language: str) -> str:
    return language.replace("-", "_").split("_")[0].lower()
