"""Touch mode as the program sees it: attract before the first frame, visits after it, or trouble."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kiosk.domain.letters import Letters
from kiosk.ui.attract_loop import Dwell
from kiosk.ui.attract_stand import AttractStand
from kiosk.ui.manners import Manners

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.faces.caretaker import Caretaker
    from kiosk.faces.hearing import Hearing
    from kiosk.health.gather import Voices
    from kiosk.host.awake import Awake
    from kiosk.settings import Settings
    from kiosk.ui.content import Content
    from kiosk.ui.looks import Looks
    from kiosk.ui.screens.trouble import TroubleScreen
    from kiosk.ui.session import Session
    from kiosk.ui.touch.hands import Hands
    from kiosk.ui.window import KioskWindow


class Visitors:
    """The face that patients see. Owns the stand of attract, then the session that follows it.

    Where there is nothing to show it is the screen "out of order". `close()` ends everything.
    """

    def __init__(
        self,
        window: KioskWindow,
        looks: Callable[[], Looks],
        settings: Settings,
        *,
        shows: bool = True,
    ) -> None:
        """`looks` may give others later: those of a rescue. `shows`: it is the face at the start."""
        self._window = window
        self._looks = looks
        self._settings = settings
        self._start = Letters(settings.start_text_size)
        self._hands: Hands | None = None
        self._over: Callable[[], None] | None = None
        self._awake: Awake | None = None
        self._caretaker: Caretaker | None = None
        self._elsewhere = False
        self._shows = shows
        self.stand: AttractStand | None = None
        self.session: Session | None = None
        self._hearing: Hearing | None = None
        self._trouble: TroubleScreen | None = None

    @property
    def content(self) -> Content | None:
        """What shows; None where nothing does."""
        return None if self.stand is None else self.stand.content

    def use(self, content: Content) -> None:
        """Show a pack from now on, or from the next visitor on."""
        if self.session is not None:
            self.session.use_content(content)
        elif self.stand is not None:
            self.stand.content = content
            if self._shows:
                self.stand.show()
        else:
            self.stand = AttractStand(
                self._window, content, self._looks(), self._start, time.monotonic, self._dwell
            )
            if self._shows:
                self.stand.show()
            self._make_session()

    def renew(self, content: Content) -> None:
        """Show the same pack in other words at once; who reads keeps the place. For authors."""
        if self.session is None:
            self.use(content)
            return
        from kiosk.ui.renewing import renew

        renew(self.session, content, shows=self._shows)

    def complete(
        self, hands: Hands, over: Callable[[], None], awake: Awake, caretaker: Caretaker
    ) -> None:
        """Make what a visit needs, now that the first frame is on the glass.

        `over` is called when a visit ended after which something else than attract shows; `awake`
        keeps the screen on while this has the window; `caretaker` hears of visits
        and knows the time.
        """
        self._hands = hands
        self._caretaker = caretaker
        self._over = over
        self._awake = awake
        if self._shows:
            awake.hold()
        self._make_session()

    def returns(self, *, elsewhere: bool) -> None:
        """Say whether something else than attract follows each visit."""
        self._elsewhere = elsewhere
        if self.session is not None:
            self.session.elsewhere = elsewhere

    @property
    def visited(self) -> bool:
        """Whether a visitor is there."""
        return self.session is not None and self.session.navigator.visit is not None

    def show_message(self, text: str) -> None:
        """Show a message of the clinic on attract, above everything; "" for none."""
        if self.stand is not None:
            self.stand.show_message(text)

    def voices(self) -> Voices:
        """Who can read aloud, per language, and why nobody does."""
        return (None, "") if self._hearing is None else self._hearing.facts(self.content)

    def close(self) -> None:
        """Stop for good."""
        if self._hearing is not None:
            self._hearing.close()
        if self.session is not None:
            self.session.close()
        elif self.stand is not None:
            self.stand.close()

    def give_up(self) -> None:
        """Show "out of order", and let nothing run."""
        from kiosk.ui.screens.trouble import TroubleScreen

        if self._hearing is not None:
            self._hearing.close()
        if self.session is not None:
            self.session.withdraw()
        elif self.stand is not None:
            self.stand.leave()
        look = self._looks()(self._start, "", False)
        self._trouble = TroubleScreen(self._window, look)
        self._window.show_screen(self._trouble)
        self._trouble.refresh()

    def forget(self) -> None:
        """Drop an attract that could not be made."""
        if self.stand is not None:
            self.stand.close()
            self.stand = None

    def on_resized(self) -> None:
        """The glass became another size; a session looks after its own screens."""
        if self._trouble is not None and self._trouble is self._window.current:
            self._trouble.set_look(self._looks()(self._start, "", False))
        elif self.session is None and self.stand is not None:
            self.stand.relook()

    # -- as a face -----------------------------------------------------------------------------

    def begin_visit(self) -> None:
        """Somebody touched the display: show home to them."""
        self._take_window()
        if self.session is not None:
            self.session.begin_visit()

    def begin(self) -> None:
        """Show attract, for the next visitor."""
        self._take_window()
        if self.session is not None:
            self.session.show_attract()
        elif self.stand is not None:
            # The error came before the session was there: attract shows, but takes no touch.
            self.stand.show()
            self._make_session()
        else:
            self.give_up()

    def pause(self) -> None:
        """Leave the window to something else for a while, and keep the visit."""
        self._shows = False
        self._fall_silent()
        if self.session is not None:
            self.session.pause()

    def resume(self) -> None:
        """Show again what showed before `pause`."""
        self._take_window()
        if self.session is not None:
            self.session.resume()
        else:
            self.begin()

    def withdraw(self) -> None:
        """Wipe the visit; something else has the window."""
        self._shows = False
        if self._awake is not None:
            self._awake.release()
        self._fall_silent()
        if self.session is not None:
            self.session.withdraw()

    # -- its own -------------------------------------------------------------------------------

    def _take_window(self) -> None:
        self._shows = True
        if self._awake is not None:
            self._awake.hold()

    @property
    def _dwell(self) -> Dwell:
        return Dwell(self._settings.attract_base_s, self._settings.attract_word_s)

    def _fall_silent(self) -> None:
        if self._hearing is not None:
            self._hearing.stop()

    def _make_session(self) -> None:
        hands, caretaker = self._hands, self._caretaker
        if hands is None or caretaker is None or self.stand is None or self.session is not None:
            return
        from kiosk.faces.hearing import Hearing
        from kiosk.ui.session import Session

        settings = self._settings
        manners = Manners(
            settings.idle_min_s,
            settings.idle_warning_s,
            settings.tap_guard_ms / 1000,
            settings.start_text_size,
            self._dwell,
        )
        self.session = Session(
            hands,
            self._window,
            self.stand.content,
            self._looks(),
            manners,
            time.monotonic,
            caretaker.observer,
            self.stand,
        )
        self.session.elsewhere = self._elsewhere
        self._hearing = Hearing(
            self.session, hands, settings, lambda: caretaker.wall.wall, soon=self._shows
        )
        if self._over is not None:
            self.session.over.connect(self._over)
