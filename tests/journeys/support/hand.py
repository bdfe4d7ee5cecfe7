"""A hand on the display: real pointer and key events through XTEST."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from Xlib import XK, X
from Xlib.display import Display

from tests.journeys.support.waiting import pause_until

if TYPE_CHECKING:
    from collections.abc import Iterable

GUARD_S = 0.5
"""The kiosk ignores a second tap within this time (access.md M6)."""

POLITE_S = GUARD_S + 0.1
"""What a polite tap keeps between itself and the last release."""

HOLD_MS = 60
"""How long an ordinary tap rests on the glass."""

KEY_UP_S = 0.02
"""How long a finger is off a key at least. X tells a key that repeats itself by a release and a press
of one millisecond, and the times of events have no finer measure."""

KEY_HOLD_S = 0.1
"""How long a key rests while a modifier is held."""

SLIP_STEPS = 6

MODIFIERS = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L", "super": "Super_L"}

Point = tuple[int, int]


class Hand:
    """Owns a connection to the display; `close()` lets go of everything it holds.

    The journeys' only input to the kiosk beside AT-SPI: what arrives are ordinary X events.
    """

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._last_release = 0.0

    def move(self, spot: Point) -> None:
        """Put the pointer there."""
        self._fake(X.MotionNotify, x=spot[0], y=spot[1])

    def press(self, button: int = 1) -> None:
        """Touch down."""
        self._fake(X.ButtonPress, button)

    def release(self, button: int = 1) -> None:
        """Lift."""
        self._fake(X.ButtonRelease, button)
        self._last_release = time.monotonic()

    def keep_clear(self) -> None:
        """Something changed by other means than a tap: the repeat guard counts from now."""
        self._last_release = time.monotonic()

    def tap(
        self,
        spot: Point,
        *,
        hold_ms: float = HOLD_MS,
        slip: Point = (0, 0),
        polite: bool = True,
        button: int = 1,
    ) -> None:
        """Tap at `spot`, sliding by `slip` pixels while the finger rests for `hold_ms`.

        A polite tap first waits until the kiosk's repeat guard is over (access.md M6).
        """
        if polite:
            pause_until(self._last_release + POLITE_S)
        self.move(spot)
        self.press(button)
        down = time.monotonic()
        if slip != (0, 0):
            for step in range(1, SLIP_STEPS + 1):
                pause_until(down + hold_ms / 1000 * step / (SLIP_STEPS + 1))
                share = step / SLIP_STEPS
                self.move((round(spot[0] + slip[0] * share), round(spot[1] + slip[1] * share)))
        pause_until(down + hold_ms / 1000)
        self.release(button)

    def drag(self, path: Iterable[Point], *, step_ms: float = 15) -> None:
        """Touch the first point, slide over the others, lift at the last."""
        points = iter(path)
        self.move(next(points))
        self.press()
        for point in points:
            pause_until(time.monotonic() + step_ms / 1000)
            self.move(point)
        pause_until(time.monotonic() + step_ms / 1000)
        self.release()

    def key(self, keys: str) -> None:
        """Type one key with its modifiers, such as `Tab`, `ctrl+q` or `ctrl+shift+F12`.

        Names are X keysyms. Raises ValueError for a name that no key has.
        """
        *modifiers, name = keys.split("+")
        codes = [self._code(MODIFIERS[modifier]) for modifier in modifiers]
        codes.append(self._code(name))
        for code in codes:
            self._fake(X.KeyPress, code)
        # A window manager must get to see the keys held, or it waits for a release it missed.
        pause_until(time.monotonic() + KEY_HOLD_S * (len(codes) - 1))
        for code in reversed(codes):
            self._fake(X.KeyRelease, code)
        pause_until(time.monotonic() + KEY_UP_S)

    def hold_key(self, name: str, *, seconds: float) -> None:
        """Keep one key down; the server repeats it as a real keyboard does."""
        code = self._code(name)
        self._fake(X.KeyPress, code)
        pause_until(time.monotonic() + seconds)
        self._fake(X.KeyRelease, code)

    def paint_background(self, colour: int) -> None:
        """Fill the root window with one 0xRRGGBB colour."""
        root = self._display.screen().root
        root.change_attributes(background_pixel=colour)
        root.clear_area()
        self._display.sync()

    def cursor_is_blank(self) -> bool:
        """Whether the pointer shown now has no visible pixel."""
        # The extension wants its version negotiated once before it answers.
        self._display.xfixes_query_version()
        image = self._display.xfixes_get_cursor_image(self._display.screen().root)
        return not any(pixel >> 24 for pixel in image.cursor_image)

    def close(self) -> None:
        """Lift every button and disconnect."""
        self._display.close()

    def _code(self, name: str) -> int:
        keysym = XK.string_to_keysym(name)
        code = self._display.keysym_to_keycode(keysym) if keysym else 0
        if not code:
            raise ValueError(f"no key is called {name!r}")
        return code

    def _fake(self, kind: int, detail: int = 0, *, x: int = 0, y: int = 0) -> None:
        self._display.xtest_fake_input(kind, detail, x=x, y=y)
        self._display.sync()
