"""Turns the settings of the display into what its domain works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.loop import Choice, parse_choice
from kiosk.domain.schedule import Plan
from kiosk.domain.screen_hours import (
    ScreenHours,
    parse_exceptions,
    parse_minute,
    parse_span,
    parse_weekdays,
)

if TYPE_CHECKING:
    from kiosk.settings import Settings


def plan_of(settings: Settings) -> Plan:
    """What goes by the clock. Raises ValueError only for settings that no file was read into."""
    return Plan(
        ScreenHours(
            parse_weekdays(settings.screen_hours), parse_exceptions(settings.screen_exceptions)
        ),
        parse_span(settings.dark_hours) if settings.dark_hours else None,
        parse_minute(settings.restart_at) if settings.restart_at else None,
    )


def choice_of(settings: Settings) -> Choice:
    """What the loop shows. Raises ValueError as `plan_of` does."""
    topics = parse_choice(settings.display_topics)
    return Choice(topics, settings.display_quiz, settings.display_source)
