"""The wall of a talk in one window: its screens, its strips and what a finger does on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.screen import Screen
from kiosk.ui.screens.overview import OverviewScreen, columns, per_page
from kiosk.ui.screens.talk import Over, TalkScreen, WallSight
from kiosk.ui.screens.talk_help import TalkHelpScreen
from kiosk.ui.talk.gestures import WallGestures
from kiosk.ui.talk.state import TalkState
from kiosk.ui.talk.telling import Telling
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.look import Look
from kiosk.ui.touch.hands import Hands
from kiosk.ui.window import KioskWindow

S = TypeVar("S", bound=Screen)

CONTROLS_MS = 6_000
"""So long the controls stay after the last touch of them."""


class WallFace(QObject):
    """Shows a talk in a window. `close()` stops its timer and lets go of the window's input.

    `requested` carries the identifier of a pressed control, such as "talk.next" or
    "talk.option.2"; `chosen(slide)` a slide of the overview, from 0; `turned(slide)` the first
    slide of another page of it; `slid(answer, hands, more)` hands set by
    a place on an answer's bar, `more` than once by one finger.
    `resized`: the slides must be set anew. `touched`: a sign of the speaker.
    """

    requested = Signal(str)
    chosen = Signal(int)
    turned = Signal(int)
    slid = Signal(int, int, bool)
    resized = Signal()
    touched = Signal()

    def __init__(
        self,
        window: KioskWindow,
        hands: Hands,
        look_of: Callable[[], Look],
        px_of: Callable[[Look], int],
    ) -> None:
        """`px_of` tells how large the wall's letters must be (`domain.talk.glass.wall_px`)."""
        super().__init__(window)
        self._window = window
        self._hands = hands
        self._look_of = look_of
        self._px_of = px_of
        self._state: TalkState | None = None
        self._own: Screen | None = None
        self._telling = Telling()
        self._seen: object = None
        self._strip: Over = ""
        self._controls = False
        self._sliding = False
        self._scale = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CONTROLS_MS)
        self._timer.timeout.connect(self._hide_controls)
        self._gestures = WallGestures(
            window,
            hands.field,
            lambda: look_of().metrics.px_per_mm,
            lambda: isinstance(window.current, TalkScreen),
        )
        self._gestures.tapped.connect(self._on_tapped)
        self._gestures.pointed.connect(self._on_pointed)
        self._gestures.lifted.connect(self._on_lifted)
        self._gestures.slid.connect(self._on_slid)
        hands.field.touched.connect(self.touched)
        window.resized.connect(self.resized)

    def close(self) -> None:
        """Let go of the window; what shows on it stays until something else does."""
        self._timer.stop()
        self._gestures.close()
        self._hands.field.touched.disconnect(self.touched)
        self._window.resized.disconnect(self.resized)
        self.deleteLater()  # the window would keep it, and every slide of the talk

    def rest(self) -> None:
        """Something else has the window for a while: let nothing come back by itself."""
        self._timer.stop()
        self._controls = False
        self._telling.forget()

    @property
    def wall(self) -> Wall:
        """How slides are set in the window as it is now."""
        look = self._look_of()
        return Wall(look, self._px_of(look))

    @property
    def columns(self) -> int:
        """How many slides stand beside one another in the overview."""
        return columns(self._look_of().metrics)

    def offer_controls(self) -> None:
        """Show the controls for a while, as at the start of a talk."""
        self._controls = True
        self._timer.start()
        self._render()

    def show_state(self, state: TalkState) -> None:
        """Show a talk as it stands."""
        self._state = state
        self._render()

    # -- its own -------------------------------------------------------------------------------

    def _render(self) -> None:
        state = self._state
        if state is None:
            return
        alone = state.show.screens == 1
        if alone and state.show.sheet == "overview" and not state.show.cover:
            self._screen(OverviewScreen).show_state(state, self._look_of())
        elif alone and state.show.sheet == "help" and not state.show.cover:
            screen = self._screen(TalkHelpScreen)
            screen.look = self._look_of()
            screen.refresh()
        else:
            self._screen(TalkScreen).show_sight(self._sight(state, alone=alone))
        # On two screens the speaker's tells: who listens sits there.
        if alone and self._own is not None:
            self._telling.tell(self._own)
        seen = (type(self._window.current), state.show.place, state.show.sheet, state.show.cursor)
        over = self._over(state, alone=alone)
        # What lies under a finger is another thing now; a strip that goes covers nothing.
        changed = seen != self._seen or (over and over != self._strip)
        self._seen, self._strip = seen, over
        if changed:
            self._hands.changed()

    def _sight(self, state: TalkState, *, alone: bool) -> WallSight:
        show, place = state.show, state.show.wall
        slide = state.slides[place.slide]
        history = bool(slide.answers and show.tally.before)
        return WallSight(
            state.step(place),
            state.wall,
            place.slide + 1,
            len(state.slides),
            state.counted(place),
            show.cover,
            self._over(state, alone=alone),
            self._typed(state) if alone and not show.cover else "",
            end=alone and slide.kind == "end",
            undo=history,
        )

    def _over(self, state: TalkState, *, alone: bool) -> Over:
        if not alone:
            return ""
        if state.warned:
            return "quiet"
        if state.show.sheet == "end" and not state.show.cover:
            return "end"
        return "controls" if self._controls else ""

    def _typed(self, state: TalkState) -> str:
        show = state.show
        if not show.typed or show.counting is not None:
            return ""
        return state.wall.look.strings("talk.go", number=show.typed)

    def _screen(self, kind: type[S]) -> S:
        """The screen of a kind that shows, if it tells us of its controls; else a new one."""
        current = self._window.current
        # One of a face before this one would tell nobody.
        if isinstance(current, kind) and current is self._own:
            return current
        make = cast("Callable[[QWidget, Look], S]", kind)
        screen = make(self._window, self._look_of())
        screen.requested.connect(self._on_requested)
        if isinstance(screen, OverviewScreen):
            screen.slide_chosen.connect(self.chosen)
        self._own = screen
        self._window.show_screen(screen)
        return screen

    def _hide_controls(self) -> None:
        self._timer.stop()
        self._controls = False
        self._render()

    def _on_tapped(self) -> None:
        if self._controls:
            self._hide_controls()
        elif isinstance(self._window.current, TalkScreen):
            self.offer_controls()

    def _on_pointed(self, x: float, y: float) -> None:
        if isinstance(self._window.current, TalkScreen):
            self._window.current.point(x, y)

    def _on_lifted(self) -> None:
        self._sliding, self._scale = False, 0
        if isinstance(self._window.current, TalkScreen):
            self._window.current.unpoint()

    def _on_slid(self, answer: int, part: float) -> None:
        if self._state is not None:
            # The scale of the finger's first place holds for all of its way.
            self._scale = self._scale or self._state.counted(self._state.show.place).scale
            more, self._sliding = self._sliding, True
            self.slid.emit(answer, round(part * self._scale), more)

    def _on_requested(self, identifier: str) -> None:
        if self._controls:
            self._timer.start()
        state = self._state
        if identifier in ("talk.pages-back", "talk.pages-next") and state is not None:
            per = per_page(self._look_of().metrics)
            step = per if identifier == "talk.pages-next" else -per
            self.turned.emit((state.show.cursor // per) * per + step)
        else:
            self.requested.emit(identifier)
