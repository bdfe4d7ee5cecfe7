"""Prepares a talk: which topics, in which order, under which name, and does the clicker work."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from kiosk.domain.talk.keys import Learned
from kiosk.domain.talk.quiet import QUIET_S
from kiosk.domain.talk.slides import TalkChoice, everything
from kiosk.domain.talk_choice import fitted, moved, toggled, topic_ids
from kiosk.ui.screens.preflight import PreflightScreen
from kiosk.ui.talk.clicker_test import ClickerTest
from kiosk.ui.talk.kept_talks import KeptTalks
from kiosk.ui.talk.key_names import key_name
from kiosk.ui.talk.means import Means
from kiosk.ui.talk.naming import Names
from kiosk.ui.talk.preflight_view import Facts, Sheet, preflight_view
from kiosk.ui.talk.telling import Telling
from kiosk.ui.theme.look import Look
from kiosk.ui.touch.hands import Hands
from kiosk.ui.window import KioskWindow

ESCAPE_S = 3.0
"""A second Esc within this time leaves: the start key of a clicker alternates F5 and Esc."""

# These move the focus; a clicker that sends them is heard all the same.
_FOR_FOCUS = frozenset({"Left", "Right", "Up", "Down", "Tab", "Backtab"})


class Preparing(QObject):
    """Owns the preflight while it shows; `close()` ends it.

    `started(choice)`: a `TalkChoice` to begin with; `learned` has the keys that were taught.
    `left()`: no talk now, or nobody did anything for as long as ends a talk (issue 3).
    """

    started = Signal(object)
    left = Signal()

    def __init__(self, window: KioskWindow, hands: Hands, means: Means) -> None:
        super().__init__(window)
        self._window = window
        self._hands = hands
        self._means = means
        self._screen: PreflightScreen | None = None
        self._choice = TalkChoice(())
        self._sheet: Sheet = "topics"
        self._marked = ""
        self._heard = ""
        self._escaped_at: float | None = None
        self._names = Names(means.saved)
        self._kept = KeptTalks(means)
        self._clicker = ClickerTest(means.learned)
        self._telling = Telling()
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._show)
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._leave)

    @property
    def learned(self) -> Learned:
        """The keys that were taught, and what they mean."""
        return self._clicker.learned

    @property
    def choice(self) -> TalkChoice:
        """The talk as it stands now."""
        return self._choice

    def open(self, choice: TalkChoice | None = None) -> None:
        """Show the preflight, with this talk, else the one saved last, else with everything."""
        if self._screen is None:
            self._hands.keys.add_taker(self._on_key)
            self._means.screens.changed.connect(self._show)
            self._window.resized.connect(self._show)
            self._hands.keys.typed.connect(self._alive)
            self._hands.field.touched.connect(self._alive)
        self._alive()
        edition = self._means.edition()
        saved = self._means.saved.talks
        wanted = choice or (saved[0] if saved else everything(edition))
        self._choice = fitted(wanted, topic_ids(edition))
        self._sheet, self._marked, self._heard = "topics", "", ""
        self._clicker.begin()
        self._telling.forget()
        self._escaped_at = None
        self._screen = PreflightScreen(self._window, self._means.look())
        self._screen.requested.connect(self._on_request)
        self._screen.topic_pressed.connect(self._on_topic)
        self._screen.choice_pressed.connect(self._on_choice)
        self._window.show_screen(self._screen)
        self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def close(self) -> None:
        """Let go of keys and timers; whatever shows next takes the window."""
        if self._screen is None:
            return
        self._screen = None
        self._minute.stop()
        self._silence.stop()
        self._hands.keys.typed.disconnect(self._alive)
        self._hands.field.touched.disconnect(self._alive)
        self._hands.keys.remove_taker(self._on_key)
        self._means.screens.changed.disconnect(self._show)
        self._window.resized.disconnect(self._show)

    # -- what shows ------------------------------------------------------------------------------

    def _show(self) -> None:
        screen = self._screen
        if screen is None:
            return
        look = self._means.look()
        now = self._means.wall_clock()
        facts = Facts(
            self._means.edition(),
            self._choice,
            self._sheet,
            now,
            2 if self._means.screens.wall is not None else 1,
            self._means.screens.mirrored,
            self._heard,
            self._marked,
            self._choices(look),
            self._means.saved.find(self._choice.name) is not None,
            self._kept.removed.name if self._kept.removed is not None else "",
        )
        screen.look = look
        view = preflight_view(facts, look.strings)
        screen.show_view(view)
        self._telling.tell(screen, f"{view.title}\n{self._heard}".strip())
        self._hands.changed()
        if now is not None:
            self._minute.start(round((60 - now.second) * 1000 - now.microsecond / 1000) + 50)

    def _choices(self, look: Look) -> tuple[str, ...]:
        say = look.strings
        match self._sheet:
            case "talks":
                return self._kept.words(say)
            case "save":
                return tuple(self._names.words(self._choice, self._means.edition(), say))
            case "key":
                words = (say("prepare.next"), say("prepare.back"), say("prepare.black"))
                return (*words, say("prepare.nothing"))
            case "topics":
                return ()

    def _turn(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._escaped_at = None
        if self._screen is not None:
            self._screen.turn_back()
        self._show()

    # -- what was pressed ------------------------------------------------------------------------

    def _on_topic(self, topic: str) -> None:
        self._choice = toggled(self._choice, topic)
        self._marked = topic
        self._show()

    def _on_request(self, identifier: str) -> None:
        match identifier:
            case "talk.leave":
                self._leave_or_close_sheet()
            case "talk.start":
                self._start()
            case "talk.talks":
                self._turn("talks")
            case "talk.save":
                self._names.begin()
                self._turn("save")
            case "talk.questions":
                self._choice = self._choice._replace(questions=not self._choice.questions)
                self._show()
            case "talk.earlier" | "talk.later":
                self._move(-1 if identifier == "talk.earlier" else 1)
            case "talk.remove":
                self._kept.remove(self._choice.name)
                self._take(everything(self._means.edition()), "talks")
            case "talk.restore":
                self._take(self._kept.put_back() or self._choice, "talks")
            case _:
                self._hands.changed()

    def _move(self, step: int) -> None:
        self._choice = moved(self._choice, self._marked, step)
        self._show()
        if self._screen is not None:
            self._screen.turn_to(self._marked)

    def _on_choice(self, number: int) -> None:
        match self._sheet:
            case "talks":
                self._take(self._kept.at(number), "topics")
            case "save":
                self._save(self._names.at(number))
            case "key":
                self._teach(number)
            case "topics":
                pass

    def _take(self, talk: TalkChoice, sheet: Sheet) -> None:
        self._choice = fitted(talk, topic_ids(self._means.edition()))
        self._marked = ""
        self._turn(sheet)

    def _save(self, name: str) -> None:
        say = self._means.look().strings
        problem = self._means.saved.save(self._choice._replace(name=name))
        if problem is None:
            self._choice = self._choice._replace(name=name)
            self._kept.removed = None
            self._heard = say("prepare.saved", name=name)
        else:
            self._heard = say("prepare.not_saved")
        self._turn("topics")

    def _teach(self, number: int) -> None:
        self._clicker.teach(number)
        self._say_heard()
        self._turn("topics")

    def _say_heard(self) -> None:
        if self._clicker.words:
            self._heard = self._means.look().strings(self._clicker.words)

    def _start(self) -> None:
        if not self._choice.shown:
            return
        choice = self._choice
        self.close()
        self.started.emit(choice)

    def _leave_or_close_sheet(self) -> None:
        if self._sheet != "topics":
            self._turn("topics")
        else:
            self._leave()

    def _leave(self) -> None:
        self.close()
        self.left.emit()

    def _alive(self) -> None:
        self._silence.start(round(1000 * QUIET_S))

    # -- keys ------------------------------------------------------------------------------------

    def _on_key(self, event: QKeyEvent) -> bool:
        name = key_name(event)
        if not name:
            return False
        if name == "Escape":
            self._on_escape()
            return True
        if self._sheet == "save" and self._on_typed(name, event.text()):
            return True
        if name == "F5":
            self._start()
            return True
        return self._sheet == "topics" and self._try(name)

    def _on_escape(self) -> None:
        now = self._means.clock()
        since = self._escaped_at
        if self._sheet != "topics" or (since is not None and 0 <= now - since < ESCAPE_S):
            self._leave_or_close_sheet()
            return
        self._escaped_at = now
        self._heard = self._means.look().strings("prepare.escape")
        self._show()

    def _on_typed(self, name: str, text: str) -> bool:
        if name in ("Return", "Enter") and self._names.typed:
            self._save(self._names.typed)
            return True
        if name in _FOR_FOCUS or not self._names.type(name, text):
            return False
        self._show()
        return True

    def _try(self, name: str) -> bool:
        """Hear a key of the clicker; True keeps it from the buttons."""
        match self._clicker.hear(name):
            case "odd":
                self._turn("key")
            case "works":
                self._say_heard()
                self._show()
            case "else":
                return False
        return name not in _FOR_FOCUS
