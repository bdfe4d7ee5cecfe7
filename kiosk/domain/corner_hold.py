"""Tells the gesture of staff from touches: the top left corner held, then the top right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable

Corner = Literal["left", "right"]

CORNER_MM: Final = 30.0
"""A corner is a square of this side; no control lies there (issue 3, item 1)."""

SLIP_MM: Final = 15.0
"""How far a contact that landed in the corner may stray from it (access.md M5: slips of 15 mm)."""

HOLD_S: Final = 2.0
"""How long each corner is held (features.md section 2, Staff gesture)."""

NEXT_S: Final = 5.0
"""How soon after the left corner the right one is begun (features.md section 2)."""

BOUNCE_S: Final = 0.2
"""A shaking finger that leaves the glass for no longer goes on where it was: at 4 to 5 Hz it is
back sooner (access.md 2, Tremor). What it missed does not count as held."""

MOST_BOUNCES: Final = 3
"""More lifts than these are taps, not a hold (features.md G: must hold, not taps)."""

_ROUNDING_S: Final = 1e-6  # a timer that comes a rounding error early has come


class Sight(NamedTuple):
    """What the gesture looks like now.

    `progress` is how much of `corner` is full, from 0 to 1; `waiting` says that the left corner
    was held and the right one may begin. `filled` are the contacts whose corner has become full
    since the last look: they mean nothing else any more. `passed` is true once, at the end.
    """

    corner: Corner | None = None
    progress: float = 0.0
    waiting: bool = False
    filled: tuple[Hashable, ...] = ()
    passed: bool = False


class _Hold:
    """A corner that is being held."""

    __slots__ = ("bounces", "contact", "corner", "full", "held_s", "lifted", "since")

    def __init__(self, contact: Hashable, corner: Corner, now: float) -> None:
        self.contact: Hashable | None = contact
        self.corner: Corner = corner
        self.since = now  # since when the contact that holds is down
        self.held_s = 0.0  # held before that, by contacts that bounced
        self.bounces = 0
        self.lifted = now  # when the last contact left
        self.full = False

    def time_s(self, now: float) -> float:
        """Seconds that it was held."""
        if self.contact is None:
            return self.held_s
        return self.held_s + max(0.0, now - self.since)

    def lift(self, now: float) -> None:
        self.held_s = self.time_s(now)
        self.contact = None
        self.lifted = now

    def land(self, contact: Hashable, now: float) -> None:
        self.contact = contact
        self.since = now
        self.bounces += 1

    def bounces_back(self, now: float) -> bool:
        """Whether a contact that lands now goes on with it."""
        near = 0.0 <= now - self.lifted <= BOUNCE_S
        return self.contact is None and near and self.bounces < MOST_BOUNCES

    def dead(self, now: float) -> bool:
        """Whether it was left for good."""
        return self.contact is None and not self.bounces_back(now)


class CornerHold:
    """Follows contacts in mm of the glass and seconds of one clock; `look` says what they mean.

    Only a contact that lands in a corner counts; every other, resting or tapping, is not seen.
    One finger after the other suffices, and a mouse does too. The left corner, full, opens the
    right one for 5 s from when it is let go; a contact that lay there before does not count.
    """

    def __init__(self) -> None:
        self._width = 0.0
        self._hold: _Hold | None = None
        # The left corner was full; None while it is still held, else when it was let go.
        self._left_done = False
        self._left_until: float | None = None
        self._left_contact: Hashable | None = None

    def resize(self, width_mm: float) -> None:
        """The glass is this wide."""
        self._width = width_mm

    def forget(self) -> None:
        """Nothing was held."""
        self._hold = None
        self._end_left()

    def down(self, contact: Hashable, x: float, y: float, now: float) -> Sight:
        """A contact lands."""
        before = self.look(now)
        corner = self._corner(x, y, 0.0)
        if corner is None or before.passed:
            return before
        hold = self._hold
        if hold is not None and hold.corner == corner:
            if hold.bounces_back(now):
                hold.land(contact, now)
                if hold.full:
                    self._left_contact, self._left_until = contact, None
                    return before._replace(filled=(*before.filled, contact))
                return before
            if hold.contact is not None:
                return before  # a second finger in the same corner
        if corner == "left" or self._waits(now):
            self._hold = _Hold(contact, corner, now)
        return self._sight(now, before.filled)

    def move(self, contact: Hashable, x: float, y: float, now: float) -> Sight:
        """A contact slides; off its corner it holds no longer."""
        before = self.look(now)
        hold = self._hold
        if hold is None or hold.contact != contact:
            return before
        if self._corner(x, y, SLIP_MM) != hold.corner:
            return self.up(contact, now)
        return before

    def up(self, contact: Hashable, now: float) -> Sight:
        """A contact leaves the glass."""
        before = self.look(now)
        hold = self._hold
        if hold is not None and hold.contact == contact:
            hold.lift(now)
        if self._left_done and self._left_contact == contact:
            self._left_contact = None
            self._left_until = now + NEXT_S
        return before if before.passed else self._sight(now, before.filled)

    def look(self, now: float) -> Sight:
        """What it means now that time has passed."""
        hold = self._hold
        filled: tuple[Hashable, ...] = ()
        if hold is not None and not hold.full and hold.time_s(now) >= HOLD_S - _ROUNDING_S:
            hold.full = True
            filled = () if hold.contact is None else (hold.contact,)
            if hold.corner == "right":
                self.forget()
                return Sight("right", 1.0, filled=filled, passed=True)
            self._left_done = True
            self._left_contact = hold.contact
            self._left_until = None
        return self._sight(now, filled)

    def _sight(self, now: float, filled: tuple[Hashable, ...]) -> Sight:
        if self._hold is not None and self._hold.dead(now):
            self._hold = None
        if self._left_done and not self._waits(now):
            self._end_left()
        hold = self._hold
        if hold is None or (hold.full and hold.contact is None):
            return Sight(waiting=self._left_done, filled=filled)
        progress = 1.0 if hold.full else min(1.0, hold.time_s(now) / HOLD_S)
        return Sight(hold.corner, progress, self._left_done, filled)

    def _waits(self, now: float) -> bool:
        """Whether the right corner may begin, or has begun in time."""
        if not self._left_done:
            return False
        if self._hold is not None and self._hold.corner == "right":
            return True
        return self._left_until is None or now <= self._left_until

    def _end_left(self) -> None:
        self._left_done = False
        self._left_contact = None
        self._left_until = None

    def _corner(self, x: float, y: float, slack: float) -> Corner | None:
        if y >= CORNER_MM + slack:
            return None
        if x < CORNER_MM + slack:
            return "left"
        return "right" if x >= self._width - CORNER_MM - slack else None
