"""The kiosk itself, started as a clinic starts it and used as a visitor uses it."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.journeys.support.children import Child
from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.journeys.support.desk import Desk
    from tests.journeys.support.framebuffer import Picture
    from tests.journeys.support.hand import Point
    from tests.journeys.support.tree import Node, Snapshot
    from tests.journeys.support.wire import Place

REPOSITORY = Path(__file__).resolve().parents[3]

START_S = 20.0
"""A machine shared with other work may be slow; the bench measures, journeys only wait."""

TRACEBACK = "Traceback (most recent call last)"

SETTINGS = "px_per_mm = 4.03\n"
"""Xvfb's millimetres mean nothing (`qt-facts.md` 6): a 21.5 inch panel is declared."""


class Kiosk:
    """Owns one running kiosk on a desk; `close()` ends it and checks that it left no traceback."""

    def __init__(
        self,
        desk: Desk,
        folder: Path,
        *,
        settings: str = SETTINGS,
        options: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
        program: Sequence[str] = (sys.executable, "main.py"),
        first_screen: str = "screen.attract",
    ) -> None:
        self.desk = desk
        self.data_dir = folder / "data"
        settings_file = folder / "settings.toml"
        settings_file.write_text(settings, "utf-8")
        argv = [*program, "--settings", str(settings_file), "--data-dir", str(self.data_dir)]
        self.process = Child(
            [*argv, *options],
            log=folder / "kiosk.log",
            env={**desk.environment(), **(env or {})},
            cwd=REPOSITORY,
        )
        self._program: Place | None = None
        self._forgiven = False
        self._last_content: object = None
        try:
            wait_for(self._joined, "the kiosk on the accessibility bus", timeout=START_S)
            self.wait_for(first_screen, timeout=START_S)
        except BaseException:
            self.process.stop()
            raise

    # looking

    def snapshot(self) -> Snapshot:
        """What shows now. The next polite tap keeps its time from what a look shows first.

        The kiosk's repeat guard counts from a change, which on a busy machine follows the tap late.
        """
        if self._program is None:
            raise AssertionError("the kiosk is not on the accessibility bus")
        now = self.desk.tree.snapshot(self._program)
        content = now.content()
        if content != self._last_content:
            self._last_content = content
            self.desk.hand.keep_clear()
        return now

    def settled(self, *, timeout: float = 5.0, first: Snapshot | None = None) -> Snapshot:
        """What shows once two looks in a row are the same; `first` may be a look just taken."""
        last = first or self.snapshot()

        def same() -> Snapshot | None:
            nonlocal last
            before, last = last, self.snapshot()
            return last if last == before and last.nodes else None

        return wait_for(same, "a quiet tree", timeout=timeout)

    def screen(self) -> str:
        """Id of the screen that shows, such as `screen.home`."""
        return self.settled().screen()

    def find(self, identifier: str) -> Node | None:
        """The node with this id, or None when it does not show."""
        return self.snapshot().find(identifier)

    def node(self, identifier: str) -> Node:
        """The node with this id, which must show."""
        return self.snapshot().node(identifier)

    def wait_for(self, identifier: str, *, timeout: float = 5.0) -> Node:
        """Wait until this id shows and return its node."""
        seen: list[Snapshot] = []

        def look() -> Node | None:
            seen[:] = [self.snapshot()]
            return seen[0].find(identifier)

        try:
            return wait_for(look, identifier, timeout=timeout)
        except AssertionError as problem:
            shown = seen[0].dump() if seen else "nothing"
            raise AssertionError(f"{problem}; what showed:\n{shown}\n{self.log()}") from None

    def wait_until_gone(self, identifier: str, *, timeout: float = 5.0) -> None:
        """Wait until this id does not show."""
        wait_for(lambda: self.find(identifier) is None, f"{identifier} to go", timeout=timeout)

    def picture(self) -> Picture:
        """The screen's pixels now."""
        return self.desk.screen.grab()

    def still_picture(self, *, still_s: float = 0.15, timeout: float = 5.0) -> Picture:
        """The screen's pixels once nothing changed for `still_s` seconds."""
        last, since = self.desk.screen.keep(), time.monotonic()

        def still() -> bool:
            nonlocal since
            if last.renew():
                since = time.monotonic()
            return time.monotonic() - since >= still_s

        wait_for(still, "a still picture", timeout=timeout)
        return self.picture()

    # acting

    def tap(self, identifier: str) -> None:
        """Wait for a control, then tap its middle politely."""
        self.desk.hand.tap(self.wait_for(identifier).centre)

    def tap_spot(self, spot: Point) -> None:
        """Tap politely at a place on the screen."""
        self.desk.hand.tap(spot)

    def go(self, identifier: str, then: str) -> Node:
        """Tap a control and wait for what it leads to."""
        self.tap(identifier)
        return self.wait_for(then)

    def do(self, identifier: str, action: str = "Press") -> None:
        """Act as assistive technology does, without the pointer."""
        self.desk.tree.do(self.wait_for(identifier), action)
        self.desk.hand.keep_clear()

    def open(self, identifier: str, then: str) -> Node:
        """Do a control's action and wait for what it leads to: `go` without the repeat guard."""
        self.do(identifier)
        return self.wait_for(then)

    def step(self, identifier: str, *, tap: bool = False) -> Snapshot:
        """Do a control's action (or tap it), wait until something else shows, return that."""
        before = self.snapshot()
        node = before.find(identifier) or self.wait_for(identifier)
        if tap:
            self.desk.hand.tap(node.centre)
        else:
            self.desk.tree.do(node)

        def moved() -> Snapshot | None:
            now = self.snapshot()
            return now if now.content() != before.content() else None

        return self.settled(first=wait_for(moved, f"something else after {identifier}", timeout=5))

    def key(self, keys: str) -> None:
        """Type a key, such as `Tab` or `ctrl+q`."""
        self.desk.hand.key(keys)
        self.desk.hand.keep_clear()

    # ending

    def runs(self) -> bool:
        """Whether the process still runs."""
        return self.process.exit_code() is None

    def log(self) -> str:
        """What the process has written."""
        return self.process.output()

    def check(self) -> None:
        """Raise AssertionError when it ended by itself or wrote a traceback."""
        ended = self.process.exit_code()
        if ended is not None:
            raise AssertionError(f"the kiosk ended by itself with {ended}:\n{self.log()}")
        if TRACEBACK in self.log():
            raise AssertionError(f"the kiosk wrote a traceback:\n{self.log()}")

    def forgive(self) -> None:
        """Let `close` end it without `check`, for journeys that make it fail on purpose."""
        self._forgiven = True

    def close(self) -> None:
        """Check it, unless forgiven, and end it."""
        try:
            if not self._forgiven:
                self.check()
        finally:
            self.process.stop()

    def _joined(self) -> bool:
        if not self.runs():
            raise AssertionError(f"the kiosk did not start:\n{self.log()}")
        self._program = self.desk.tree.program_of(self.process.pid)
        return self._program is not None
