"""The loop on a screen beside the kiosk's own: the same words, and no say over the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.ui.display.desk import DisplayDesk
    from kiosk.ui.touch.hands import Hands
    from kiosk.ui.window import KioskWindow


class NoMachine:
    """Stands where a display has its machine: power and sleep are the own screen's."""

    def off(self) -> bool:
        """Switch nothing off; always False."""
        return False

    def on(self) -> None:
        """Wake nothing."""

    def hold(self) -> None:
        """Keep nothing awake."""

    def release(self) -> None:
        """Let nothing sleep."""


class SideLoop:
    """Owns the loop in one other window, and that window; `close()` gives the screen back.

    Nobody's visit ever shows in it. `touched` is called at a touch and at a key that is not
    staff's; what only staff press goes to `main`, the input of the kiosk's own window.
    """

    def __init__(
        self,
        window: KioskWindow,
        hands: Hands,
        desk: DisplayDesk,
        main: Hands,
        touched: Callable[[], None],
        give_back: Callable[[], None],
    ) -> None:
        self.window = window
        self.desk = desk
        self._give_back = give_back
        # Asked after the loop itself, for it was there first.
        hands.keys.add_taker(main.keys.offer)
        desk.touched.connect(touched)
        desk.begin()

    def show_again(self) -> None:
        """The message, the pack or the language became another one."""
        self.desk.show_again()

    def close(self) -> None:
        """Stop for good."""
        self.desk.close()
        self._give_back()
