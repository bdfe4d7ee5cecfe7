"""Waits for the outside world with a deadline, and says what it waited for when it gives up."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Found = TypeVar("Found")


def wait_for(
    look: Callable[[], Found | None],
    what: str,
    *,
    timeout: float = 10.0,
    every: float = 0.02,
) -> Found:
    """Call `look` until it gives something true, and return that.

    Times are in seconds. Raises AssertionError naming `what` after `timeout`.
    """
    deadline = time.monotonic() + timeout
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() >= deadline:
            raise AssertionError(f"waited {timeout:g} s in vain for {what}")
        time.sleep(every)


def pause_until(moment: float) -> None:
    """Wait until the monotonic clock shows `moment` (seconds); at once when it has passed."""
    rest = moment - time.monotonic()
    if rest > 0:
        time.sleep(rest)
