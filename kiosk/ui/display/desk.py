"""The display as a face of the kiosk: shows the loop, sleeps by the clock, wakes at a touch."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.domain.letters import Letters
from kiosk.domain.loop import LoopPlace
from kiosk.domain.pixel_shift import Shift, shift_at
from kiosk.ui.display.far import far_look
from kiosk.ui.display.frame import Dress
from kiosk.ui.display.reel import Reel
from kiosk.ui.screens.display import DisplayScreen

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kiosk.host.wall_clock import WallClock
    from kiosk.ui.content import Content
    from kiosk.ui.display.machine import Power, Wakeful
    from kiosk.ui.display.manner import Manner
    from kiosk.ui.theme.look import Look
    from kiosk.ui.touch.hands import Hands
    from kiosk.ui.window import KioskWindow

_Key = Qt.Key
# Keys that are the gate's, and those that mean nothing alone: they wake nobody.
_NO_WAKING: Final = frozenset(
    {
        _Key.Key_F5,
        _Key.Key_F12,
        _Key.Key_Shift,
        _Key.Key_Control,
        _Key.Key_Alt,
        _Key.Key_AltGr,
        _Key.Key_Meta,
    }
)


class DisplayDesk(QObject):
    """The display's face in one window; shows nothing until `begin`.

    `touched()`: somebody touched the glass or pressed a key; who listens shows home, and neither
    touch nor key does anything else. Owns the loop, its timer and its places in the window's
    hands; between two slides nothing runs but the minute's tick. `close()` ends them.
    """

    touched = Signal()

    def __init__(
        self,
        window: KioskWindow,
        hands: Hands,
        content: Callable[[], Content],
        look_of: Callable[[Letters, str, bool], Look],
        manner: Manner,
        wall: WallClock,
        clock: Callable[[], float],
        power: Power,
        awake: Wakeful,
        message: Callable[[], str] = str,
        place: LoopPlace | None = None,
    ) -> None:
        """`content` may give another pack each time; `clock` is monotonic, in seconds."""
        super().__init__(window)
        self._window = window
        self._hands = hands
        self._content = content
        self._look_of = look_of
        self._manner = manner
        self._wall = wall
        self._clock = clock
        self._power = power
        self._awake = awake
        self._message = message
        self._place = place
        self._reel: Reel | None = None
        self._state = wall.state
        self._listening = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # A coarse timer may come early by a twentieth, and a slow reader is owed the whole time.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)

    @property
    def place(self) -> LoopPlace | None:
        """Where the loop is, for the next start; None before anything showed."""
        return self._place if self._reel is None else self._reel.place

    @property
    def screen(self) -> DisplayScreen | None:
        """The display's screen, while it shows."""
        current = self._window.current
        return current if self._listening and isinstance(current, DisplayScreen) else None

    # -- as a face -----------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the loop where it was, or black outside its hours; take the window's input."""
        self._listen()
        self._state = self._wall.state
        if self._state.on:
            self._wake()
        else:
            self._sleep()

    def pause(self) -> None:
        """Leave the window to something else; the loop keeps its place."""
        self._timer.stop()
        if self.screen is not None:
            self.screen.close_screen()
        self._deafen()
        self._hands.changed()
        self._power.on()
        self._awake.hold()

    def resume(self) -> None:
        """Show the loop where it was."""
        self.begin()

    def withdraw(self) -> None:
        """Leave the window for good; nothing of a visit is here."""
        self.pause()

    def close(self) -> None:
        """Stop for good, and leave no screen off."""
        self._timer.stop()
        if self.screen is not None:
            self.screen.close_screen()
        self._deafen()
        self._power.on()
        self._awake.release()

    def show_again(self) -> None:
        """The message, the pack or the glass became another one."""
        if self._listening and self._state.on:
            self._show()

    # -- what shows ----------------------------------------------------------------------------

    def _wake(self) -> None:
        self._power.on()
        self._awake.hold()
        self._show()

    def _sleep(self) -> None:
        """Show black, and let the computer do as it does when nobody is there."""
        self._timer.stop()
        self._awake.release()
        self._screen(self._look()).show_black()
        self._hands.changed()
        if self._manner.standby:
            self._power.off()

    def _show(self, *, fade: bool = False) -> None:
        """Set the slide for how everything is now, and show it for as long as it needs."""
        reel = self._fresh_reel()
        look, dress = self._look(reel.slide.language), self._dress(reel)
        sheet = reel.set(look, dress)
        screen = self._screen(look)
        screen.show_sheet(sheet, dress, reel.turn, self._manner.fade_ms if fade else 0)
        self._hands.changed()
        self._timer.start(ceil(1000 * reel.dwell_s))

    def _fresh_reel(self) -> Reel:
        content, today = self._content(), self._wall.today
        if self._reel is None or not self._reel.is_same(content, today):
            self._reel = Reel(content, self._manner, today, self.place)
        return self._reel

    def _screen(self, look: Look) -> DisplayScreen:
        current = self._window.current
        if isinstance(current, DisplayScreen):
            current.look = look
            return current
        screen = DisplayScreen(self._window, look, self._clock)
        screen.look = look
        self._window.show_screen(screen)
        return screen

    def _look(self, language: str = "") -> Look:
        """The window's look, for eyes as far away as this screen's public is."""
        code = language or self._content().edition("").language
        return far_look(
            self._look_of(Letters(100, self._state.dark), code, False), self._manner.passive_mm
        )

    def _dress(self, reel: Reel) -> Dress:
        manner, strings = self._manner, self._look(reel.slide.language).strings
        return Dress(
            manner.clinic,
            manner.zone,
            self._time(),
            strings("display.touch") if manner.says_touch else "",
            strings("display.note") if reel.slide.noted else "",
            self._message(),
            self._shift(),
            manner.shift_px,
        )

    def _time(self) -> str:
        wall = self._wall.wall
        return f"{wall:%H:%M}" if wall is not None and self._manner.shows_clock else ""

    def _shift(self) -> Shift:
        return shift_at(int(self._clock() // 60), self._manner.shift_px)

    # -- what happens --------------------------------------------------------------------------

    def _listen(self) -> None:
        if not self._listening:
            self._listening = True
            self._hands.field.touched.connect(self._on_touched)
            self._hands.keys.add_taker(self._on_key)
            self._window.resized.connect(self._on_resized)
            self._wall.minute.connect(self._on_minute)

    def _deafen(self) -> None:
        if self._listening:
            self._listening = False
            self._hands.field.touched.disconnect(self._on_touched)
            self._hands.keys.remove_taker(self._on_key)
            self._window.resized.disconnect(self._on_resized)
            self._wall.minute.disconnect(self._on_minute)

    def _on_touched(self) -> None:
        self._hands.keys.pointer_used()
        self._leave()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in _NO_WAKING:
            return False
        self._leave()
        return True

    def _leave(self) -> None:
        self._power.on()
        self.touched.emit()

    def _on_time(self) -> None:
        self._fresh_reel().advance()
        self._show(fade=True)

    def _on_resized(self) -> None:
        if self._state.on:
            self._show()
        else:
            self._screen(self._look()).show_black()

    def _on_minute(self) -> None:
        before, self._state = self._state, self._wall.state
        if self._state.on and not before.on:
            self._wake()
        elif before.on and not self._state.on:
            self._sleep()
        elif not self._state.on:
            return
        elif (
            self._state.dark != before.dark
            or not self._is_fresh()
            or (self.screen is not None and not self.screen.show_time(self._time()))
        ):
            self._show()

    def _is_fresh(self) -> bool:
        reel = self._reel
        return reel is not None and reel.is_same(self._content(), self._wall.today)
