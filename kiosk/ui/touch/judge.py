"""Decides what contacts on the glass mean: millimetres and seconds in, pressed and activated out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kiosk.ui.touch.aim import Aim, Target

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

MOST_CONTACTS: Final = 10
"""Contacts that are followed at once (access.md M8); one more is a cloth or a sleeve."""

REST_S: Final = 1.0
"""A contact older than this rests, once another lands on another target.

A tap is over sooner, a hand that leans is not; docs/touch.md has the sequences.
"""

TRAIN_S: Final = 0.4
"""Taps closer together than this are one train (a tremor has 4 to 5 a second; access.md M6 asks
for one step of three taps at 60, 200 and 330 ms). Who taps twice a second gets an answer."""


PALM_MM: Final = 20.0
"""A fingertip's print is 8 to 15 mm across. One of this size, and twice as large as another that is
down, is a palm or a sleeve; alone it may be a frame that tells every finger too large."""

_LARGER: Final = 2.0


class Down(NamedTuple):
    """The target looks pressed from now on."""

    key: int


class Up(NamedTuple):
    """The target looks pressed no longer."""

    key: int


class Activate(NamedTuple):
    """The target does what it is for, once. Its `Up` came before."""

    key: int


Outcome = Down | Up | Activate


class _Contact:
    """A finger, pen or mouse button that is down."""

    __slots__ = ("alive", "began", "inside", "landed", "size", "target", "targets")

    def __init__(
        self,
        target: Target | None,
        landed: tuple[float, float],
        began: float,
        targets: Sequence[Target],
    ) -> None:
        self.target = target
        self.landed = landed
        self.began = began
        self.targets = targets
        self.size = 0.0
        self.alive = target is not None
        self.inside = True

    @property
    def key(self) -> int | None:
        return None if self.target is None else self.target.key

    def on_target(self, aim: Aim, x: float, y: float) -> bool:
        """Whether it still means the target on which it landed."""
        meant = aim.meant(x, y, self.targets)
        return meant is not None and meant.key == self.key

    def outweighs(self, other: _Contact) -> bool:
        """Whether this is a palm beside that finger, as far as the frame tells sizes."""
        return self.size >= PALM_MM and 0.0 < _LARGER * other.size <= self.size


class Judge:
    """Follows up to ten contacts; every method returns what follows from it, in order.

    - A target acts when a contact is lifted from the target on which it landed, however it slid
      in between and however long it stayed (access.md M4, M5).
    - After an activation and after every `changed`, a contact that lands within `guard_s` does
      nothing, nor when it is lifted (M6); nor does one that lands within `TRAIN_S` of a contact
      so ignored: a shaking hand's train of taps is one tap, however long it lasts.
    - Taps that tally (hands in a room, one a tap) count however fast they follow one another.
    - An activation and a change end every other contact: it does nothing any more (M6, M8).
    - A contact that was down for `REST_S` when another lands on another target rests: it does
      nothing any more (M8). So does, of two on different targets, one as large as a palm.
    - With `hold_s`, what is lifted sooner does nothing (M12).
    """

    def __init__(self, guard_s: float = 0.5) -> None:
        self._guard_s = guard_s
        self.aim = Aim()
        self.hold_s = 0.0
        self._guarded_since: float | None = None
        self._ignored_at: float | None = None
        self._tallying = False
        self._contacts: dict[Hashable, _Contact] = {}

    @property
    def contacts(self) -> tuple[Hashable, ...]:
        """The contacts that are down, whether they still can act or not."""
        return tuple(self._contacts)

    def press(
        self, contact: Hashable, x: float, y: float, now: float, targets: Sequence[Target]
    ) -> tuple[Outcome, ...]:
        """A contact lands at (x, y); `targets` is what can be pressed now, topmost first."""
        before = self._pressed()
        self._contacts.pop(contact, None)
        if len(self._contacts) < MOST_CONTACTS:
            meant = self.aim.meant(x, y, targets)
            goes_on = self._tallying and meant is not None and meant.tallies
            guarded = self._guarded(now) and not goes_on
            self._ignored_at = now if guarded else None
            target = None if guarded else meant
            if target is not None:
                self._rest_others(target.key, now)
            self._contacts[contact] = _Contact(target, (x, y), now, targets)
        return self._looks(before)

    def sized(self, contact: Hashable, size: float) -> tuple[Outcome, ...]:
        """The frame says how large a contact is: its longer side in mm, 0 when it cannot tell."""
        found = self._contacts.get(contact)
        if found is None or size <= 0.0:
            return ()
        before = self._pressed()
        found.size = size
        for one in self._contacts.values():
            for other in self._contacts.values():
                if one.key != other.key and other.alive and one.outweighs(other):
                    one.alive = False
        return self._looks(before)

    def held(self, contact: Hashable, now: float) -> float | None:
        """How much of its time (0 to 1) a contact has been held; None when it will do nothing."""
        found = self._contacts.get(contact)
        if found is None or not (found.alive and found.inside) or not self._hold_of(found):
            return None
        return min(max((now - found.began) / self.hold_s, 0.0), 1.0)

    def move(self, contact: Hashable, x: float, y: float) -> tuple[Outcome, ...]:
        """A contact slides to (x, y): off its target, or back on it."""
        found = self._contacts.get(contact)
        if found is None or not found.alive:
            return ()
        before = self._pressed()
        found.inside = found.on_target(self.aim, x, y)
        return self._looks(before)

    def release(self, contact: Hashable, x: float, y: float, now: float) -> tuple[Outcome, ...]:
        """A contact is lifted at (x, y)."""
        before = self._pressed()
        found = self._contacts.pop(contact, None)
        if found is None or found.target is None or not found.alive:
            return ()
        if not found.on_target(self.aim, x, y) or now - found.began < self._hold_of(found):
            return self._looks(before)
        self.aim.learn(*found.landed, found.target)
        self._end_all()
        self._guarded_since = now
        self._tallying = found.target.tallies
        return (*self._looks(before), Activate(found.target.key))

    def forfeit(self, contact: Hashable) -> tuple[Outcome, ...]:
        """A contact meant something else: it stays down, and does nothing when it is lifted."""
        before = self._pressed()
        found = self._contacts.get(contact)
        if found is not None:
            found.alive = False
        return self._looks(before)

    def cancel(self, contact: Hashable) -> tuple[Outcome, ...]:
        """A contact is gone without having been lifted."""
        before = self._pressed()
        self._contacts.pop(contact, None)
        return self._looks(before)

    def changed(self, now: float) -> tuple[Outcome, ...]:
        """What lies under the contacts is no longer what they landed on."""
        before = self._pressed()
        self._end_all()
        self._guarded_since = now
        self._tallying = False
        return self._looks(before)

    def _hold_of(self, contact: _Contact) -> float:
        """How long it must be held, in seconds: what is one button all over needs no aim."""
        whole = contact.target is None or contact.target.whole
        return 0.0 if whole else self.hold_s

    def _guarded(self, now: float) -> bool:
        # A clock that jumped back must not lock the screen until it has caught up.
        train = min(TRAIN_S, self._guard_s)
        times = ((self._guarded_since, self._guard_s), (self._ignored_at, train))
        return any(since is not None and 0.0 <= now - since < span for since, span in times)

    def _rest_others(self, key: int, now: float) -> None:
        for other in self._contacts.values():
            if other.key != key and now - other.began >= REST_S:
                other.alive = False

    def _end_all(self) -> None:
        for contact in self._contacts.values():
            contact.alive = False

    def _pressed(self) -> list[int]:
        """The keys that look pressed, each once."""
        return list(
            dict.fromkeys(
                contact.key
                for contact in self._contacts.values()
                if contact.key is not None and contact.alive and contact.inside
            )
        )

    def _looks(self, before: list[int]) -> tuple[Outcome, ...]:
        after = self._pressed()
        return (
            *(Up(key) for key in before if key not in after),
            *(Down(key) for key in after if key not in before),
        )
