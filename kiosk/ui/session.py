"""Ties glass, keys, idle watch and navigator together, and resets for the next visitor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication

from kiosk.domain.idle import IdleWatch
from kiosk.domain.letters import Letters
from kiosk.domain.observer import Observer
from kiosk.domain.returning import Codes
from kiosk.domain.visit import TopicPlace
from kiosk.local_time import local_today
from kiosk.ui.attract_stand import AttractStand
from kiosk.ui.content import Content
from kiosk.ui.idle_guard import IdleGuard
from kiosk.ui.looks import Looks
from kiosk.ui.manners import Manners
from kiosk.ui.navigator import Navigator
from kiosk.ui.screen import Screen
from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.screens.farewell import FarewellScreen
from kiosk.ui.stage import Stage
from kiosk.ui.teller import Teller
from kiosk.ui.touch.hands import Hands
from kiosk.ui.touch.hold_ring import HoldRing
from kiosk.ui.widgets.control import Control
from kiosk.ui.window import KioskWindow


class Session(QObject):
    """Touch mode in one window: from attract through a visit back to attract.

    Owns the idle guard, the stand of attract and the navigator; `close()` ends them all. The
    window's input is shared with the staff's screens: `pause()` leaves it to them. `over()`: a
    visit ended, and `elsewhere` says that something else than attract follows it.
    """

    over = Signal()

    def __init__(
        self,
        hands: Hands,
        window: KioskWindow,
        content: Content,
        looks: Looks,
        manners: Manners,
        clock: Callable[[], float],
        observer: Observer,
        stand: AttractStand | None = None,
        today: Callable[[], date] = local_today,
    ) -> None:
        """A `stand` that shows attract already is taken over as it is; `today` tells the date."""
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._keyboard = looks.kit.keyboard
        self._focused = ""
        self._warned = False
        self._touched_at = clock()
        self._next_content: Content | None = None
        self._hands = hands
        self._listening = False
        self.elsewhere = False
        self._ring: HoldRing | None = None
        watch = IdleWatch(manners.idle_min_s, manners.idle_warning_s)
        self.idle = IdleGuard(self, clock, watch)
        start = Letters(manners.start_text_size)
        self.navigator = Navigator(Stage(window, content, looks, start), observer, Codes(today))
        Teller(self.navigator)
        self._farewell = QTimer(self)
        self._farewell.setSingleShot(True)
        self.stand = stand or AttractStand(window, content, looks, start, clock, manners.dwell)
        self._connect()
        if isinstance(window.current, AttractScreen):
            self._take_over(window.current)

    def _connect(self) -> None:
        self.idle.warned.connect(self._on_warned)
        self.idle.dots_left.connect(self._on_dots)
        self.idle.left.connect(self.reset)
        self.navigator.shown.connect(self._on_shown)
        self.navigator.stayed.connect(self.idle.stay)
        self.navigator.wiped.connect(self.reset)
        self._farewell.timeout.connect(self.reset)

    def _links(self) -> tuple[tuple[SignalInstance, Callable[..., None]], ...]:
        """What of the window this answers while it shows."""
        field, keys = self._hands.field, self._hands.keys
        return (
            (field.touched, self._on_touched),
            (field.rested, self.idle.rest),
            (field.rested, self.stand.hold),
            (keys.typed, self._on_typed),
            (keys.keyboard_used, self._on_keyboard),
            (keys.escape, self.navigator.back),
            (self._window.resized, self._on_resized),
        )

    def _listen(self) -> None:
        if not self._listening:
            self._listening = True
            # Whoever touched the glass since was somebody else.
            self._hands.field.forget()
            for signal, slot in self._links():
                signal.connect(slot)

    def _deafen(self) -> None:
        if self._listening:
            self._listening = False
            for signal, slot in self._links():
                signal.disconnect(slot)

    def close(self) -> None:
        """Stop every timer and let go of the window's events."""
        self._farewell.stop()
        self._hold(0.0)
        self._deafen()
        self.stand.close()
        self.idle.close()
        self.navigator.returns.close()

    def reset(self) -> None:
        """Wipe the visit and wait for the next visitor (access.md P2)."""
        if self.elsewhere:
            self.withdraw()
            self.over.emit()
        else:
            self.show_attract()

    def show_attract(self) -> None:
        """Wipe the visit and show attract."""
        self.withdraw()
        self._take_next_content()
        self._take_over(self.stand.show())

    def begin_visit(self) -> None:
        """Somebody touched what showed instead of attract: a visit begins at home."""
        self._take_next_content()
        self._listen()
        self.navigator.begin()

    def _take_next_content(self) -> None:
        if self._next_content is not None:
            stage, content = self.navigator.stage, self._next_content
            if content.pack is not stage.content.pack:
                # Another pack has other places; another language to start in changes none.
                self.navigator.returns.forget()
            stage.content = self.stand.content = content
            self._next_content = None

    def withdraw(self) -> None:
        """Wipe the visit and let nothing run: something else takes the window."""
        self.navigator.end()
        self.pause()

    def pause(self) -> None:
        """Leave the window to something else, and keep the visit as it is."""
        self._farewell.stop()
        self.idle.stop()
        self.stand.leave()
        self._deafen()
        self._hands.changed()
        self._hold(0.0)
        self._hands.field.forget()

    def resume(self) -> None:
        """Show again what showed before `pause`: the visitor's place, or attract."""
        if self.navigator.visit is None:
            self.reset()
            return
        self._listen()
        self.navigator.show_again()

    def _take_over(self, screen: AttractScreen) -> None:
        self._listen()
        screen.door_chosen.connect(self.navigator.begin)
        screen.topic_touched.connect(self._on_attract_touched)
        self._hands.changed(default=screen.default_control())
        self._hands.keys.pointer_used()
        self._settle_focus(screen)

    def use_content(self, content: Content) -> None:
        """Show another pack: now while nobody is there, else for the next visitor."""
        self._next_content = content
        if self.navigator.visit is None:
            self._take_next_content()
            if self._listening:
                self.show_attract()

    # -- what happens --------------------------------------------------------------------------

    def _on_shown(self, screen: Screen) -> None:
        self.stand.leave()
        self._hands.changed()
        self._farewell.stop()
        if isinstance(screen, FarewellScreen):
            self.idle.stop()
            self._farewell.start(screen.goodbye.waits_ms)
        elif self.navigator.visit is not None:
            self._hold(self.navigator.visit.hold_s)
            factor = self.navigator.visit.letters.factor
            self.idle.show(screen.word_count(), factor)
        self._settle_focus(screen)

    def _hold(self, seconds: float) -> None:
        """Let every button want to be held for so long, and show a ring that fills (M12)."""
        self._hands.field.set_hold(seconds)
        if self._ring is not None and not seconds:
            self._ring.close()
            self._ring = None
        elif self._ring is None and seconds:
            self._ring = HoldRing(self._window, self._hands.field)

    def _settle_focus(self, screen: Screen) -> None:
        """Who uses keys keeps the focus on the same control; else nothing has the focus."""
        chosen = None
        if self._keyboard.in_use:
            wanted = (self._focused, "quiz.next")
            found = (screen.control(identifier) for identifier in wanted)
            chosen = next((control for control in found if control), screen.first_control())
        (chosen or self._window).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_touched(self) -> None:
        self._touched_at = self._clock()
        self._hands.keys.pointer_used()
        self.idle.touch()

    def _on_typed(self) -> None:
        # A key that answers the warning leaves the focus where it was before.
        if not self._warned:
            self._note_focus()
        self.idle.touch()

    def _on_keyboard(self, in_use: bool) -> None:
        self._keyboard.in_use = in_use
        if not in_use:
            self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.update()

    def _on_attract_touched(self) -> None:
        topic = self.stand.meant(self._touched_at)
        self.navigator.begin(place=TopicPlace(topic.id) if topic is not None else None)

    def _on_warned(self, on: bool) -> None:
        screen = self._window.current
        if on:
            self._note_focus()
        self._warned = on
        if screen is None or self.navigator.visit is None:
            return
        screen.warn(on=on)
        self._hands.changed(everything=screen.stay if on else None)
        if not on:
            self._settle_focus(screen)
        elif self._keyboard.in_use and screen.stay is not None:
            screen.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_focus(self) -> None:
        focused = QApplication.focusWidget()
        self._focused = focused.accessibleIdentifier() if isinstance(focused, Control) else ""

    def _on_dots(self, left: int) -> None:
        if self._window.current is not None:
            self._window.current.show_dots(left)

    def _on_resized(self) -> None:
        if self._window.current is None:
            return
        if self.navigator.visit is None:
            self._hands.field.changed()
            self.stand.relook()
        else:
            self.navigator.relook()
