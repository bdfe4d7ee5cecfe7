"""What the navigator tells of a visit: the only way anything outside learns of it."""

from __future__ import annotations

from typing import Literal, Protocol

Event = Literal["visit_started", "topic_opened", "quiz_opened", "quiz_finished", "visit_ended"]


class Observer(Protocol):
    """Hears that something happened, never to whom, when or in which order of visits."""

    def saw(self, event: Event, subject: str = "") -> None:
        """An event, and what it was about (a topic's id) where it was about something."""
        ...


class Nobody:
    """An observer that keeps nothing."""

    def saw(self, event: Event, subject: str = "") -> None:
        """Forget it."""
