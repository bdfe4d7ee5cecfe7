"""Which topic attract and the display show, for how long, and which one a touch meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kiosk.domain.pack import Topics

_FRESH_S: Final = 1.5  # features.md section 2: a younger card at touch-down is not the one meant


def dwell_s(words: int, base_s: float = 3.0, word_s: float = 1.0) -> float:
    """Seconds that a card of `words` words shows at least (access.md D1)."""
    return base_s + words * word_s


class Playlist:
    """The places of the topics that loop, in order, again and again.

    Each topic is looked at once at most, when its turn comes, so a pack of 10,000 topics costs
    no more than what it has shown. A pack in which no topic loops shows its first topic, for an
    attract screen is never empty. Raises `ValueError` for a pack without topics.
    """

    def __init__(self, topics: Topics) -> None:
        if not len(topics):
            raise ValueError("a playlist needs at least one topic")
        self._topics = topics
        self._found: list[int] = []
        self._searched = 0
        self._turn = 0
        self._place = self._at(0)
        self._before: int | None = None
        self._shown_at = 0.0

    @property
    def place(self) -> int:
        """The topic that shows."""
        return self._place

    def restart(self, now: float) -> int:
        """Show the first topic of the round (attract starts with it); return its place."""
        self._turn = 0
        return self._show(now, before=None)

    def advance(self, now: float) -> int:
        """Show the next topic, after the last the first; return its place."""
        before = self._place
        self._turn += 1
        return self._show(now, before=before)

    def chosen(self, now: float) -> int:
        """The topic that a touch meant whose touch-down was at `now`.

        A card younger than 1.5 s counts as the one before: the hand was on its way already.
        """
        if self._before is not None and now - self._shown_at < _FRESH_S:
            return self._before
        return self._place

    def _show(self, now: float, before: int | None) -> int:
        self._place = self._at(self._turn)
        self._before = before
        self._shown_at = now
        return self._place

    def _at(self, turn: int) -> int:
        """The place of a turn; past the last one the round begins again."""
        while turn >= len(self._found) and self._searched < len(self._topics):
            if self._topics[self._searched].loop:
                self._found.append(self._searched)
            self._searched += 1
        if not self._found:
            self._found.append(0)
        if turn >= len(self._found):
            self._turn = turn = 0
        return self._found[turn]
