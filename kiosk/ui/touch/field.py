"""Takes every touch, pen and mouse event of a window and presses its buttons as the judge says."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol, cast

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QEventPoint
from shiboken6 import isValid

from kiosk.host.window_filter import WindowFilter
from kiosk.ui.touch.aim import Target
from kiosk.ui.touch.judge import Activate, Down, Judge, Outcome
from kiosk.ui.touch.targets import button_at, shown_buttons, shows_nearest, usable
from kiosk.ui.widgets.control import Control

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from PySide6.QtGui import QMouseEvent, QTabletEvent, QTouchEvent
    from PySide6.QtWidgets import QAbstractButton, QWidget

# Some platforms send each touch a second time as a mouse, not always marked as such. Nobody takes
# a real mouse that soon after a finger.
_ECHO_S: Final = 0.5

_MOUSE: Final = "mouse"
_PEN: Final = "pen"
_Type = QEvent.Type
_TOUCH_TYPES: Final = frozenset(
    {_Type.TouchBegin, _Type.TouchUpdate, _Type.TouchEnd, _Type.TouchCancel}
)
_MOUSE_TYPES: Final = frozenset(
    {
        _Type.MouseButtonPress,
        _Type.MouseButtonDblClick,
        _Type.MouseButtonRelease,
        _Type.MouseMove,
    }
)
_PEN_TYPES: Final = frozenset({_Type.TabletPress, _Type.TabletMove, _Type.TabletRelease})
# Enter and Leave would mark a widget as under the mouse, and nothing would ever unmark it.
_SWALLOWED: Final = frozenset({_Type.Wheel, _Type.NativeGesture, _Type.Enter, _Type.Leave})
_LOST: Final = frozenset({_Type.Hide, _Type.WindowDeactivate, _Type.WindowBlocked, _Type.Close})


class Finger(NamedTuple):
    """A contact of a touch frame."""

    device: int
    point: int


Motion = Literal["down", "move", "up", "gone"]
"""What a contact did; "gone" is one that ended without having been lifted."""


class Watcher(Protocol):
    """Sees every contact, in mm, beside the buttons: a corner held, a spotlight."""

    def __call__(self, contact: Hashable, motion: Motion, x: float, y: float) -> None:
        """A contact moved; the place of one that is gone says nothing."""
        ...


class TouchField(WindowFilter):
    """The glass of one window. Owns the judge of its contacts; emits signs of life.

    No widget of the window gets a pointer event: the field sets buttons down and clicks them.
    `touched`: a contact landed, anywhere. `rested(True)`: a contact is down; `rested(False)`:
    none is any more.
    """

    touched = Signal()
    rested = Signal(bool)

    def __init__(
        self,
        window: QWidget,
        px_per_mm: Callable[[], float],
        clock: Callable[[], float],
        guard_s: float = 0.5,
    ) -> None:
        """`clock` is monotonic, in seconds; `guard_s` as in access.md M6 (0 to 2)."""
        super().__init__(window)
        self._px_per_mm = px_per_mm
        self._clock = clock
        self._judge = Judge(guard_s)
        self.aim = self._judge.aim
        self._buttons: dict[int, QAbstractButton] = {}
        self._default: QAbstractButton | None = None
        self._everything: QAbstractButton | None = None
        self._touched_at = -math.inf
        self._resting = False
        self._watchers: list[Watcher] = []

    def changed(self) -> None:
        """What lies under the finger changed (page, verdict, warning): the guard begins anew."""
        self._follow(self._judge.changed(self._clock()))
        self._buttons.clear()

    def set_default(self, button: QAbstractButton | None) -> None:
        """Let a press and release where no button lies count for this one."""
        self._default = button

    def set_everything(self, button: QAbstractButton | None) -> None:
        """Let the whole surface count as this button."""
        self._everything = button

    def add_watcher(self, watcher: Watcher) -> None:
        """Let something see every contact from now on."""
        self._watchers.append(watcher)

    def remove_watcher(self, watcher: Watcher) -> None:
        """Let it see them no longer."""
        self._watchers.remove(watcher)

    def forfeit(self, contact: Hashable) -> None:
        """Let a contact that is down activate nothing when it is lifted."""
        self._follow(self._judge.forfeit(contact))

    def set_hold(self, seconds: float) -> None:
        """Let a button act only when a contact was on it for so long (access.md M12); 0: at once."""
        self._judge.hold_s = seconds

    def held(self, contact: Hashable) -> float | None:
        """How much of that time (0 to 1) a contact has been held; None when it will do nothing."""
        return self._judge.held(contact, self._clock())

    def forget(self) -> None:
        """Forget how this visitor's hand aims."""
        self.aim.forget()

    def everything(self) -> QAbstractButton | None:
        """The button that the whole surface counts as, while it can be pressed."""
        return usable(self._everything)

    def close(self) -> None:
        """Let go of the window and of every button."""
        self._cancel(self._judge.contacts)
        self._default = self._everything = None
        super().close()

    def _on_window(self, event: QEvent) -> None:
        if event.type() in _LOST:
            self._cancel(self._judge.contacts)

    def _on_input(self, event: QEvent) -> bool:
        kind = event.type()
        if kind in _TOUCH_TYPES:
            self._on_touch(cast("QTouchEvent", event))
        elif kind in _MOUSE_TYPES:
            self._on_mouse(cast("QMouseEvent", event))
        elif kind in _PEN_TYPES:
            self._on_pen(cast("QTabletEvent", event))
        elif kind not in _SWALLOWED:
            return False
        event.accept()
        return True

    def _on_touch(self, event: QTouchEvent) -> None:
        self._touched_at = self._clock()
        device = event.pointingDevice().systemId()
        if event.type() in (_Type.TouchBegin, _Type.TouchCancel):
            # Whatever is left of an earlier touch of this frame lost its release.
            ours = [at for at in self._judge.contacts if isinstance(at, Finger)]
            self._cancel([at for at in ours if at.device == device])
        if event.type() == _Type.TouchCancel:
            return
        for point in event.points():
            finger = Finger(device, point.id())
            match point.state():
                case QEventPoint.State.Pressed:
                    self._press(finger, point.position(), self._size_of(point))
                case QEventPoint.State.Released:
                    self._release(finger, point.position())
                case QEventPoint.State.Stationary:
                    pass  # not every event tells where it lies
                case _:
                    # Before the place: a palm's print grows, and moves its middle, as it lands.
                    self._follow(self._judge.sized(finger, self._size_of(point)))
                    self._move(finger, point.position())

    def _on_pen(self, event: QTabletEvent) -> None:
        self._touched_at = self._clock()
        self._on_pointer(_PEN, event)

    def _on_mouse(self, event: QMouseEvent) -> None:
        if self._clock() - self._touched_at < _ECHO_S and _MOUSE not in self._judge.contacts:
            return
        self._on_pointer(_MOUSE, event)

    def _on_pointer(self, contact: str, event: QMouseEvent | QTabletEvent) -> None:
        match event.type():
            case _Type.MouseMove | _Type.TabletMove:
                self._move(contact, event.position())
            case _ if event.button() != Qt.MouseButton.LeftButton:
                if event.type() == _Type.MouseButtonPress:
                    self.touched.emit()
            case _Type.MouseButtonRelease | _Type.TabletRelease:
                self._release(contact, event.position())
            case _Type.MouseButtonDblClick if contact in self._judge.contacts:
                pass  # Qt sent the press before it
            case _:
                self._press(contact, event.position())

    def _watch(self, contact: Hashable, motion: Motion, x: float, y: float) -> None:
        for watcher in tuple(self._watchers):
            watcher(contact, motion, x, y)

    def _press(self, contact: Hashable, at: QPointF, size_mm: float = 0.0) -> None:
        targets = self._targets(at)
        x, y = self._mm(at)
        self._follow(self._judge.press(contact, x, y, self._clock(), targets))
        self._follow(self._judge.sized(contact, size_mm))
        self._watch(contact, "down", x, y)
        # Last, so that a change which it brings about ends this contact, even without a guard.
        self.touched.emit()

    def _move(self, contact: Hashable, at: QPointF) -> None:
        x, y = self._mm(at)
        if contact in self._judge.contacts:
            self._watch(contact, "move", x, y)
        self._follow(self._judge.move(contact, x, y))

    def _release(self, contact: Hashable, at: QPointF) -> None:
        x, y = self._mm(at)
        if contact in self._judge.contacts:
            self._watch(contact, "up", x, y)
        self._follow(self._judge.release(contact, x, y, self._clock()))

    def _cancel(self, contacts: Iterable[Hashable]) -> None:
        for contact in contacts:
            self._watch(contact, "gone", 0.0, 0.0)
            self._follow(self._judge.cancel(contact))

    def _follow(self, outcomes: Iterable[Outcome]) -> None:
        """Do what the judge said; the click comes last, as it may change everything."""
        clicked: QAbstractButton | None = None
        for outcome in outcomes:
            button = self._buttons.get(outcome.key)
            if button is None or not isValid(button):
                continue
            if isinstance(outcome, Activate):
                clicked = button
            else:
                button.setDown(isinstance(outcome, Down))
        if not self._judge.contacts:
            self._buttons.clear()
        self._tell_rested()
        if clicked is not None and usable(clicked) is not None:
            clicked.click()

    def _tell_rested(self) -> None:
        resting = bool(self._judge.contacts)
        if resting != self._resting:
            self._resting = resting
            self.rested.emit(resting)

    def _targets(self, at: QPointF) -> tuple[Target, ...]:
        """What can be pressed now, in mm; a button that something covers at `at` cannot."""
        scale = self._px_per_mm()
        everything = self.everything()
        if everything is not None:
            return (self._target(everything, self._window.rect(), scale, whole=True),)
        point = at.toPoint()
        top = button_at(self._window, point)
        targets = [
            self._target(shown.button, shown.rect, scale)
            for shown in reversed(tuple(shown_buttons(self._window)))
            if shown.button is top or shows_nearest(self._window, shown, point)
        ]
        default = usable(self._default)
        if default is not None:
            targets.append(self._target(default, self._window.rect(), scale, whole=True))
        return tuple(targets)

    def _target(
        self, button: QAbstractButton, rect: QRect, scale: float, *, whole: bool = False
    ) -> Target:
        # The button is kept while a contact is down, so its id is nobody else's.
        key = id(button)
        self._buttons[key] = button
        place = (rect.x() / scale, rect.y() / scale)
        loses, tallies = (
            (button.loses, button.tallies) if isinstance(button, Control) else (False, False)
        )
        size = (rect.width() / scale, rect.height() / scale)
        return Target(key, *place, *size, loses, whole, tallies)

    def _size_of(self, point: QEventPoint) -> float:
        """The longer side of a contact's print in mm; 0 where the frame does not tell."""
        print_px = point.ellipseDiameters()
        return max(print_px.width(), print_px.height()) / self._px_per_mm()

    def _mm(self, at: QPointF) -> tuple[float, float]:
        scale = self._px_per_mm()
        return at.x() / scale, at.y() / scale
