"""The speaker's view, and a talk on two screens: who sees what, as screens come and go."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.domain.letters import Letters
from kiosk.domain.pack import Edition
from kiosk.domain.talk.glass import wall_px
from kiosk.domain.talk.pace import Pace, Plan
from kiosk.domain.talk.slides import everything
from kiosk.host.awake import Awake
from kiosk.host.screens_watch import ScreensWatch
from kiosk.proving.fit import bled, problems
from kiosk.proving.walk_prepare import speaker_screens, wall_look
from kiosk.proving.walk_talk import talk_state
from kiosk.ui.looks import Glass, Looks
from kiosk.ui.talk.notes import set_notes
from kiosk.ui.talk.presenter_view import presenter_sight
from kiosk.ui.talk.spot import Spot
from kiosk.ui.talk.two_screens import Gear, TwoScreens
from kiosk.ui.touch.gate import GateWatch
from kiosk.ui.touch.hands import Hands
from kiosk.ui.window import KioskWindow
from tests.ui.support.clock import Timers
from tests.ui.support.kiosk import SIZES, Kiosk, Size, deliver
from tests.ui.support.kiosk import Plan as KioskPlan
from tests.ui.support.packs import pack_of
from tests.ui.support.tree import box_of, shown_by_identifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.content.packs import Loaded
    from kiosk.ui.talk.state import TalkState
    from kiosk.ui.theme.look import Look

TALK_SIZES = (*SIZES, Size(1024, 768), Size(1280, 800))
NOON = datetime(2026, 1, 5, 12, 0)  # noqa: DTZ001 - the wall clock of a test has no zone


class Screens(ScreensWatch):
    """What a machine tells to which a test plugs a projector."""

    second: QScreen | None = None

    @property
    def wall(self) -> QScreen | None:
        return self.second

    def plug(self, *, there: bool) -> None:
        self.second = QGuiApplication.primaryScreen() if there else None
        self.changed.emit()


class Hall:
    """A kiosk with a projector that may be plugged in, and a talk."""

    def __init__(self, kiosk: Kiosk, edition: Edition | None = None, *, two: bool = True) -> None:
        self.kiosk = kiosk
        self.opened: list[KioskWindow] = []
        self.closed: list[KioskWindow] = []
        self.screens = Screens(QGuiApplication.primaryScreen, kiosk.window)
        self.screens.second = QGuiApplication.primaryScreen() if two else None
        self.awake = Awake({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"}, "linux")
        self.time: datetime | None = NOON
        kiosk.session.pause()
        main = Spot(kiosk.window, kiosk.hands, self.look, self.letters, lambda: None)
        content = kiosk.content(kiosk.plan.pack)
        gear = Gear(self.screens, self.open_side, self.awake, kiosk.clock, lambda: self.time)
        self.talk = TwoScreens(main, content, gear)
        self.over: list[bool] = []
        self.talk.over.connect(lambda: self.over.append(True))
        self.talk.begin(everything(edition or content.edition("")))
        self.timers = Timers(kiosk.clock, kiosk.window, self.talk.desk)
        kiosk.flush()

    def look(self) -> Look:
        return self.kiosk.looks(Letters(100), "nl", False)

    def letters(self, look: Look) -> int:
        return wall_px(look.metrics.width, look.metrics.height, None)

    def open_side(self) -> Spot:
        window = KioskWindow()
        window.resize(1024, 768)
        scale = 768 / 268
        looks = Looks(self.kiosk.kit, Glass(), window.size, lambda: scale, self.kiosk.strings)
        hands = Hands(window, lambda: scale, self.kiosk.clock)
        window.show()
        self.opened.append(window)

        def close() -> None:
            hands.close()
            self.closed.append(window)
            window.hide()
            window.deleteLater()

        return Spot(window, hands, lambda: looks(Letters(100), "nl", False), self.letters, close)

    @property
    def state(self) -> TalkState:
        assert self.talk.state is not None, "the talk runs"
        return self.talk.state

    @property
    def side(self) -> KioskWindow:
        return self.opened[-1]

    def side_screen(self) -> str:
        current = self.side.current
        return "" if current is None else current.accessibleIdentifier()

    def key(self, *keys: Qt.Key, window: QWidget | None = None) -> None:
        handle = (window or self.kiosk.window).windowHandle()
        for key in keys:
            self.kiosk.wait(1.5)
            QTest.keyClick(handle, key)
            deliver()

    def press(self, identifier: str, window: QWidget | None = None) -> None:
        window = window or self.kiosk.window
        self.kiosk.wait(1.5)
        spot = box_of(shown_by_identifier(window)[identifier], window).center()
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
        deliver()

    def close(self) -> None:
        if self.talk.state is not None:
            self.talk.close()
        self.screens.close()
        deliver()


@pytest.fixture
def hall(kiosk: Kiosk) -> Iterator[Hall]:
    hall = Hall(kiosk)
    yield hall
    hall.close()


# -- two screens -------------------------------------------------------------------------------


def test_the_slide_is_on_the_wall_and_the_notes_are_with_the_speaker(hall: Hall) -> None:
    assert hall.kiosk.screen == "screen.presenter"
    assert hall.side_screen() == "screen.talk"
    assert hall.awake.holding
    hall.press("talk.next")
    wall = shown_by_identifier(hall.side)
    now = hall.kiosk.name("talk.now")
    assert wall["talk.slide"].accessibleName() == now
    assert hall.kiosk.name("talk.notes")
    assert hall.kiosk.name("talk.time").startswith("12:00")
    assert "Dia 2 van" in hall.kiosk.name("talk.time")


def test_nothing_for_the_speaker_stands_on_the_wall(hall: Hall) -> None:
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_F1):
        hall.key(key)
        shown = shown_by_identifier(hall.side)
        assert hall.side_screen() == "screen.talk"
        assert not {"talk.notes", "talk.pace", "talk.typed", "talk.controls"} & shown.keys()
        assert "talk.slide" in shown


def test_what_comes_next_is_shown_up_to_the_last(hall: Hall) -> None:
    following = hall.kiosk.name("talk.after")
    hall.key(Qt.Key.Key_PageDown)
    assert hall.kiosk.name("talk.now") == following
    hall.key(Qt.Key.Key_End)
    assert hall.kiosk.name("talk.after-title") == "Dit is de laatste dia."
    assert not hall.kiosk.shows("talk.after")


def test_keys_count_in_both_windows(hall: Hall) -> None:
    hall.key(Qt.Key.Key_PageDown, window=hall.side)
    hall.key(Qt.Key.Key_PageDown)
    assert hall.state.show.place.slide == 2


@pytest.mark.parametrize("by", ["key", "button"])
def test_the_screens_are_swapped_and_back(hall: Hall, by: str) -> None:
    hall.key(Qt.Key.Key_PageDown)
    name = hall.kiosk.name("talk.now")
    if by == "key":
        hall.key(Qt.Key.Key_S)
    else:
        hall.press("talk.swap")
    assert hall.kiosk.screen == "screen.talk"
    assert hall.side_screen() == "screen.presenter"
    assert hall.kiosk.name("talk.slide") == name
    hall.press("talk.next", hall.side)
    assert hall.state.show.place.slide == 2
    hall.key(Qt.Key.Key_S, window=hall.side)
    assert hall.kiosk.screen == "screen.presenter"
    assert hall.side_screen() == "screen.talk"
    assert len(hall.opened) == 1


def test_unplugged_in_mid_talk_it_goes_on_on_what_is_left(hall: Hall) -> None:
    hall.key(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    hall.screens.plug(there=False)
    deliver()
    assert hall.closed == hall.opened
    assert hall.kiosk.screen == "screen.talk"
    assert hall.state.show.place.slide == 2
    assert hall.state.show.screens == 1
    hall.key(Qt.Key.Key_PageDown)
    assert hall.state.show.place.slide == 3


def test_unplugged_while_swapped_and_plugged_in_again(hall: Hall) -> None:
    hall.key(Qt.Key.Key_S)
    hall.screens.plug(there=False)
    assert hall.kiosk.screen == "screen.talk"
    hall.screens.plug(there=True)
    assert len(hall.opened) == 2
    assert hall.kiosk.screen == "screen.presenter"
    assert hall.side_screen() == "screen.talk"
    hall.key(Qt.Key.Key_PageDown, window=hall.side)
    assert hall.state.show.place.slide == 1


def test_plugged_in_mid_talk(kiosk: Kiosk) -> None:
    hall = Hall(kiosk, two=False)
    hall.key(Qt.Key.Key_PageDown)
    assert kiosk.screen == "screen.talk"
    hall.screens.plug(there=True)
    assert kiosk.screen == "screen.presenter"
    assert hall.side_screen() == "screen.talk"
    assert hall.state.show.place.slide == 1
    hall.close()
    assert hall.closed == hall.opened


def test_controls_still_count_after_a_projector_has_changed(hall: Hall) -> None:
    hall.screens.changed.emit()  # another resolution: the speaker keeps the window
    deliver()
    hall.press("talk.next")
    assert hall.state.show.place.slide == 1
    hall.press("talk.overview")
    hall.screens.changed.emit()
    deliver()
    hall.press("talk.go.3")
    assert hall.state.show.place.slide == 2


@pytest.mark.parametrize("there", [True, False], ids=["plugged", "unplugged"])
@pytest.mark.parametrize("sheet", [Qt.Key.Key_Tab, Qt.Key.Key_F1], ids=["overview", "help"])
def test_an_open_sheet_still_counts_when_a_screen_comes_or_goes(
    kiosk: Kiosk, sheet: Qt.Key, there: bool
) -> None:
    hall = Hall(kiosk, two=not there)
    hall.key(sheet)
    hall.screens.plug(there=there)
    deliver()
    hall.press("talk.close")
    assert hall.state.show.sheet == ""
    hall.close()


def test_a_frozen_wall_says_so_to_the_speaker_and_moves_on_alone(hall: Hall) -> None:
    hall.key(Qt.Key.Key_PageDown, Qt.Key.Key_F, Qt.Key.Key_PageDown)
    assert hall.kiosk.name("talk.pace") == "Het publiek ziet nog dia 2."
    wall = shown_by_identifier(hall.side)["talk.slide"].accessibleName()
    assert wall != hall.kiosk.name("talk.now")
    hall.key(Qt.Key.Key_F)
    assert shown_by_identifier(hall.side)["talk.slide"].accessibleName() == hall.kiosk.name(
        "talk.now"
    )


def test_black_is_said_to_the_speaker_who_still_sees_the_slide(hall: Hall) -> None:
    name = hall.kiosk.name("talk.now")
    hall.press("talk.black")
    assert hall.kiosk.name("talk.pace") == "Het publiek ziet zwart."
    assert hall.kiosk.name("talk.now") == name


def test_overview_and_help_open_with_the_speaker_only(hall: Hall) -> None:
    wall = shown_by_identifier(hall.side)["talk.slide"].accessibleName()
    hall.press("talk.overview")
    assert hall.kiosk.shows("talk.go.3")
    assert shown_by_identifier(hall.side)["talk.slide"].accessibleName() == wall
    hall.press("talk.go.3")
    assert hall.kiosk.screen == "screen.presenter"
    assert hall.state.show.place.slide == 2


def test_the_end_is_asked_on_the_speakers_screen(hall: Hall) -> None:
    hall.press("talk.end")
    assert hall.over == []
    assert hall.kiosk.shows("talk.question")
    assert "talk.question" not in shown_by_identifier(hall.side)
    hall.press("talk.stay")
    assert not hall.kiosk.shows("talk.question")
    hall.press("talk.end")
    hall.press("talk.end")
    assert hall.over == [True]
    assert hall.closed == hall.opened
    assert not hall.awake.holding


def test_the_warning_of_a_long_silence_is_not_for_the_public(hall: Hall) -> None:
    hall.kiosk.timers = hall.timers
    hall.kiosk.wait(29 * 60 + 5)
    assert hall.kiosk.shows("talk.question")
    assert "talk.question" not in shown_by_identifier(hall.side)
    hall.press("talk.stay")
    assert not hall.kiosk.shows("talk.question")
    hall.kiosk.wait(30 * 60 + 5)
    assert hall.over == [True]


def test_staff_may_come_in_between(hall: Hall) -> None:
    hall.key(Qt.Key.Key_PageDown)
    hall.talk.pause()
    hall.kiosk.session.reset()
    hall.kiosk.wait(20)
    assert hall.kiosk.screen == "screen.attract"
    assert hall.side_screen() == "screen.talk"
    hall.screens.plug(there=False)
    assert hall.kiosk.screen == "screen.attract"
    assert hall.closed == hall.opened
    hall.kiosk.session.pause()
    hall.talk.resume()
    assert hall.kiosk.screen == "screen.talk"
    assert hall.state.show.place.slide == 1


def test_staff_s_keys_count_on_the_wall_and_then_go_to_their_own_screen(hall: Hall) -> None:
    gate = GateWatch(hall.kiosk.window, hall.kiosk.hands, hall.look, hall.kiosk.clock)
    asked: list[str] = []
    gate.asked.connect(asked.append)
    hall.side.activateWindow()
    QGuiApplication.processEvents()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(hall.side.windowHandle(), Qt.Key.Key_F12, held)
    assert asked == ["menu"]
    assert hall.side.isActiveWindow()
    hall.talk.pause()
    QGuiApplication.processEvents()
    assert hall.kiosk.window.isActiveWindow()
    hall.talk.resume()
    gate.close()


def test_hands_are_counted_by_the_speaker(hall: Hall) -> None:
    asked = next(slide for slide in hall.state.slides if slide.answers)
    hall.talk.desk.go(asked.number - 1)
    deliver()
    assert not hall.kiosk.shows("talk.notes")
    hall.press("talk.option.1")
    hall.press("talk.option.1")
    hall.press("talk.option.2")
    assert "2 handen" in hall.kiosk.name("talk.option.1")
    hall.press("talk.undo")
    assert "0 handen" in hall.kiosk.name("talk.option.2")
    hall.key(Qt.Key.Key_H, Qt.Key.Key_1, Qt.Key.Key_7)
    assert hall.kiosk.name("talk.pace") == "Antwoord 1: 17 handen. Enter?"
    hall.key(Qt.Key.Key_Return)
    assert "17 handen" in hall.kiosk.name("talk.option.1")
    right = [n for n in (1, 2) if "Dit is juist." in hall.kiosk.name(f"talk.option.{n}")]
    assert len(right) == 1


# -- time --------------------------------------------------------------------------------------


def test_the_clock_of_the_speaker_goes_on(hall: Hall) -> None:
    hall.key(Qt.Key.Key_PageDown)
    hall.time = NOON.replace(minute=7)
    hall.kiosk.wait(6)
    assert hall.kiosk.name("talk.time").startswith("12:07")
    hall.time = None
    hall.kiosk.wait(6)
    assert hall.kiosk.name("talk.time").startswith("Dia 2 van")


@pytest.mark.parametrize(
    ("elapsed", "words", "mood"),
    [
        (None, "De tijd loopt vanaf dia 2: 5 minuten.", "plain"),
        (70, "Minuut 2 van 5: op tijd", "good"),
        (400, "Minuut 7 van 5: 6 min. achter", "attention"),
        (-1, "Minuut 1 van 5: 3 min. voor", "plain"),
    ],
)
def test_the_time_against_the_plan_in_words_and_colour(
    kiosk: Kiosk, elapsed: float | None, words: str, mood: str
) -> None:
    look = kiosk.looks(Letters(100), "nl", False)
    edition = kiosk.plan.pack.editions["nl"]
    state = talk_state(edition, wall_look(look), measured=False)
    slide = 1 if elapsed is None or elapsed >= 0 else 4
    plan = Plan((0.0, *[60.0] * 5))
    started = None if elapsed is None else 1000.0 - max(elapsed, 0)
    place = state.show.place._replace(slide=slide)
    state = state._replace(pace=Pace(plan, started), show=state.show._replace(place=place))
    sight = presenter_sight(state, look.strings, 1000.0, NOON)
    assert (sight.pace.replace("\u00a0", " "), sight.mood) == (words, mood)


# -- notes -------------------------------------------------------------------------------------


def test_notes_are_as_large_as_fits_and_lose_no_sentence(kiosk: Kiosk, bundled: Loaded) -> None:
    assert bundled.pack is not None
    look = kiosk.looks(Letters(100), "nl", False)
    state = talk_state(bundled.pack.edition("nl"), wall_look(look), measured=False)
    slide = max(state.slides, key=lambda one: len(one.notes))
    words = " ".join((slide.notes, *slide.text)).split()
    leaves: list[int] = []
    for high in (160, 300, 2000):
        found = set_notes(slide, look, (700, high), 100)
        leaves.append(len(found.leaves))
        said = [part for leaf in found.leaves for part in leaf.words.split()]
        assert sorted(said) == sorted(words)
        assert found.px >= look.metrics.smallest
    assert leaves[0] > leaves[1] >= leaves[2] == 1


def test_long_notes_are_turned_by_a_touch(
    start: Callable[[KioskPlan], Kiosk], bundled: Loaded
) -> None:
    assert bundled.pack is not None
    kiosk = start(KioskPlan(bundled.pack, bundled.folder, size=Size(1366, 768, 3.95)))
    hall = Hall(kiosk)
    longest = max(hall.state.slides, key=lambda slide: len(slide.notes))
    hall.talk.desk.go(longest.number - 1)
    deliver()
    first = kiosk.name("talk.notes")
    count = int(first.rpartition(" van ")[2].partition(":")[0])
    seen = [first]
    for _ in range(count - 1):
        hall.press("talk.notes")
        seen.append(kiosk.name("talk.notes"))
    assert len(set(seen)) == count > 1
    hall.press("talk.notes")
    assert kiosk.name("talk.notes") == first
    hall.close()


# -- geometry ----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", TALK_SIZES, ids=str)
def test_everything_fits(start: Callable[[KioskPlan], Kiosk], bundled: Loaded, size: Size) -> None:
    assert bundled.pack is not None
    kiosk = start(KioskPlan(pack_of(), size=size))
    found: dict[str, list[str]] = {}
    for name, make in speaker_screens(bundled.pack.edition("nl")).items():
        if name.startswith("presenter"):
            screen = make(kiosk.window, kiosk.look._replace(letters=Letters(100)))
            kiosk.window.show_screen(screen)
            screen.refresh()
            found[name] = [*problems(screen), *bled(kiosk.picture(), screen)]
            kiosk.flush()
    assert found
    assert {name: seen for name, seen in found.items() if seen} == {}
