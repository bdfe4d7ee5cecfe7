"""Gives the window to one face of the kiosk at a time: visitors', a talk's or the display's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.domain.modes import Change, Mode, Modes


class Face(Protocol):
    """What can have the window."""

    def begin(self) -> None:
        """Show from its start, and take the window's input."""
        ...

    def pause(self) -> None:
        """Leave the window to something else for a while, and keep everything."""
        ...

    def resume(self) -> None:
        """Show again what showed before `pause`."""
        ...

    def withdraw(self) -> None:
        """Leave the window for good, and keep nothing of what was done."""
        ...


class Faces:
    """Follows the modes: each change leads from the face that shows to the one that is next.

    A face is made when it is first needed. The staff's screens lie over the one that shows:
    `interrupt()` takes the window from it, `resume()` gives it back.
    """

    def __init__(
        self,
        modes: Modes,
        makers: Mapping[Mode, Callable[[], Face]],
        changing: Callable[[], None] = lambda: None,
    ) -> None:
        """`changing` is called between two faces: `modes` are those of the next one."""
        self.modes = modes
        self._makers = makers
        self._changing = changing
        self._made: dict[Mode, Face] = {}
        self._interrupted = False

    @property
    def now(self) -> Face:
        """The face of the mode now."""
        mode = self.modes.now
        if mode not in self._made:
            self._made[mode] = self._makers[mode]()
        return self._made[mode]

    def change(self, change: Change) -> None:
        """Follow a change; the face that is next shows from its start."""
        before = self.now
        self.modes = self.modes.after(change)
        self._interrupted = False
        before.withdraw()
        self._changing()
        self.now.begin()

    def visit_over(self) -> None:
        """A visit ended: the face that visits return to shows."""
        self.change("visit_over")

    def touched(self) -> None:
        """Somebody touched the display: a visit has the window, and begins by itself."""
        before = self.now
        self.modes = self.modes.after("touched")
        if self.now is not before:
            before.withdraw()

    def start_over(self) -> None:
        """Show the mode that visits and talks return to, from its start, whatever ran."""
        before = self.now
        self.modes = type(self.modes).starting(self.modes.home)
        self._interrupted = False
        before.withdraw()
        self._changing()
        self.now.begin()

    def wipe(self) -> None:
        """Keep nothing of what an interrupted face had: staff took over."""
        self.now.withdraw()

    def interrupt(self) -> None:
        """Take the window from the face that shows."""
        if not self._interrupted:
            self._interrupted = True
            self.now.pause()

    def resume(self) -> None:
        """Give the window back."""
        if self._interrupted:
            self._interrupted = False
            self.now.resume()
