"""Before a talk: what stands there, what each control and key does, what is kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen

from kiosk.domain.letters import Letters
from kiosk.domain.pack import Talk
from kiosk.domain.talk.slides import TalkChoice
from kiosk.host.screens_watch import ScreensWatch
from kiosk.proving.fit import bled, problems
from kiosk.proving.walk_prepare import speaker_screens
from kiosk.store.talks import SavedTalks
from kiosk.ui.talk.means import Means
from kiosk.ui.talk.preparing import Preparing
from tests.ui.support.kiosk import SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.content.packs import Loaded
    from kiosk.ui.theme.look import Look

# Issue 3, item 4, beside the sizes of DESIGN.md section 3.
TALK_SIZES = (*SIZES, Size(1024, 768), Size(1280, 800))


class Screens(ScreensWatch):
    """What a machine with one screen tells, until a test plugs another in."""

    second: QScreen | None = None
    cloned = False

    @property
    def wall(self) -> QScreen | None:
        return self.second

    @property
    def mirrored(self) -> bool:
        return self.cloned


class Room:
    """A kiosk in which a talk is being prepared."""

    def __init__(self, kiosk: Kiosk, folder: Path, topics: int = 4) -> None:
        self.kiosk = kiosk
        self.screens = Screens(QGuiApplication.primaryScreen, kiosk.window)
        self.saved = SavedTalks(folder)
        self.time: datetime | None = datetime(2026, 1, 5, 13, 55, 20)  # noqa: DTZ001 - no zone
        pack = pack_of(topics, 3)
        self.edition = pack.editions["nl"]
        self.talks: tuple[Talk, ...] = ()
        self.means = Means(
            self.look,
            lambda: self.edition,
            lambda: self.talks,
            self.saved,
            self.screens,
            kiosk.clock,
            lambda: self.time,
            {},
        )
        kiosk.session.pause()
        self.preparing = Preparing(kiosk.window, kiosk.hands, self.means)
        self.started: list[TalkChoice] = []
        self.left: list[bool] = []
        self.preparing.started.connect(self.started.append)
        self.preparing.left.connect(lambda: self.left.append(True))

    def look(self) -> Look:
        return self.kiosk.looks(Letters(100), "nl", False)

    def open(self) -> Room:
        self.preparing.open()
        self.kiosk.flush()
        return self

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.kiosk.wait(0.2)
            self.kiosk.key(key)

    def type(self, text: str) -> None:
        keys = {" ": Qt.Key.Key_Space}
        self.key(*(keys.get(sign) or Qt.Key[f"Key_{sign.upper()}"] for sign in text))

    def titles(self) -> list[str]:
        """The first lines of the topics' cards, as they stand."""
        cards = [node for node in self.kiosk.nodes() if node.identifier.startswith("talk.topic.")]
        return [card.name.splitlines()[0] for card in cards]


@pytest.fixture
def room(kiosk: Kiosk, tmp_path: Path) -> Iterator[Room]:
    room = Room(kiosk, tmp_path)
    yield room.open()
    room.preparing.close()


def test_it_says_screens_clicker_and_time(room: Room) -> None:
    kiosk = room.kiosk
    assert kiosk.screen == "screen.talk"
    assert kiosk.name("talk.title") == "Een proef"
    assert kiosk.name("talk.screens") == "1 scherm: publiek ziet wat u ziet."
    assert kiosk.name("talk.clicker") == "Klikker testen: druk op volgende."
    assert "klaar om 14:0" in kiosk.name("talk.time")
    assert room.titles() == ["1. Kaart 1", "2. Kaart 2", "3. Kaart 3", "4. Kaart 4"]


def test_the_time_goes_on_by_itself(room: Room) -> None:
    before = room.kiosk.name("talk.time")
    room.time = datetime(2026, 1, 5, 13, 56, 0)  # noqa: DTZ001 - no zone
    room.kiosk.wait(41)
    assert room.kiosk.name("talk.time") != before


def test_a_clock_that_nobody_believes_promises_nothing(room: Room) -> None:
    room.time = None
    room.preparing.open()
    assert "klaar" not in room.kiosk.name("talk.time")


def test_a_screen_that_is_plugged_in_is_told_at_once(room: Room) -> None:
    room.screens.second = QGuiApplication.primaryScreen()
    room.screens.changed.emit()
    assert room.kiosk.name("talk.screens").startswith("2 schermen: publiek ziet de dia")
    room.screens.second, room.screens.cloned = None, True
    room.screens.changed.emit()
    assert room.kiosk.name("talk.screens") == "2 schermen, 1 beeld: publiek ziet wat u ziet."


def test_a_touch_hides_a_topic_and_shows_it_again(room: Room) -> None:
    kiosk = room.kiosk
    whole = kiosk.name("talk.time")
    kiosk.press("talk.topic.kaart-2")
    assert room.titles() == ["1. Kaart 1", "Kaart 2", "2. Kaart 3", "3. Kaart 4"]
    assert kiosk.name("talk.topic.kaart-2").endswith("Verborgen")
    assert kiosk.name("talk.time") != whole
    assert room.preparing.choice.hidden == {"kaart-2"}
    kiosk.press("talk.topic.kaart-2")
    assert room.preparing.choice.hidden == set()
    assert kiosk.name("talk.time") == whole


def test_the_topic_touched_last_moves_and_shows(room: Room) -> None:
    kiosk = room.kiosk
    assert not kiosk.shows("talk.earlier")
    kiosk.press("talk.topic.kaart-3", "talk.earlier", "talk.earlier", "talk.earlier")
    assert room.preparing.choice.topics == ("kaart-3", "kaart-1", "kaart-2", "kaart-4")
    assert room.preparing.choice.hidden == set()
    kiosk.press("talk.later")
    assert room.titles() == ["1. Kaart 1", "2. Kaart 3", "3. Kaart 2", "4. Kaart 4"]


def test_questions_can_stay_out(room: Room) -> None:
    room.kiosk.press("talk.questions")
    assert not room.preparing.choice.questions
    assert room.kiosk.name("talk.questions").endswith("Verborgen")


def test_start_hands_over_the_talk_and_lets_go(room: Room) -> None:
    room.kiosk.press("talk.topic.kaart-1", "talk.start")
    (choice,) = room.started
    assert choice.shown == ("kaart-2", "kaart-3", "kaart-4")
    room.key(Qt.Key.Key_F5)
    assert len(room.started) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_F5])
def test_the_start_key_of_a_clicker_starts(room: Room, key: Qt.Key) -> None:
    room.key(key)
    assert len(room.started) == 1


def test_enter_on_start_starts(room: Room) -> None:
    room.kiosk.widget("talk.start").setFocus()
    room.key(Qt.Key.Key_Return)
    assert len(room.started) == 1


def test_a_talk_of_nothing_does_not_start(room: Room) -> None:
    room.kiosk.press(*(f"talk.topic.kaart-{number}" for number in range(1, 5)))
    assert room.kiosk.name("talk.time") == "Kies minstens één kaart."
    assert not room.kiosk.shows("talk.start")
    room.key(Qt.Key.Key_F5)
    assert room.started == []


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (Qt.Key.Key_PageDown, "Klikker: “volgende” werkt."),
        (Qt.Key.Key_Right, "Klikker: “volgende” werkt."),
        (Qt.Key.Key_PageUp, "Klikker: “terug” werkt."),
        (Qt.Key.Key_Period, "Klikker: “zwart” werkt."),
        (Qt.Key.Key_B, "Klikker: “zwart” werkt."),
        (Qt.Key.Key_VolumeUp, "Klikker testen: druk op volgende."),
        (Qt.Key.Key_Shift, "Klikker testen: druk op volgende."),
    ],
)
def test_the_clicker_is_tried(room: Room, key: Qt.Key, words: str) -> None:
    room.key(key)
    assert room.kiosk.name("talk.clicker") == words
    assert room.kiosk.screen == "screen.talk"


def test_arrows_are_heard_and_still_move_the_focus(room: Room) -> None:
    room.kiosk.widget("talk.topic.kaart-1").setFocus()
    room.key(Qt.Key.Key_Right)
    assert "werkt" in room.kiosk.name("talk.clicker")
    focused = room.kiosk.window.focusWidget()
    assert focused is not None
    assert focused.accessibleIdentifier() == "talk.topic.kaart-2"
    room.key(Qt.Key.Key_Return)
    assert room.preparing.choice.hidden == {"kaart-2"}


@pytest.mark.parametrize(
    ("choice", "command", "words"),
    [
        (1, "next", "“volgende”"),
        (2, "back", "“terug”"),
        (3, "black", "“zwart”"),
        (4, None, "druk op volgende"),
    ],
)
def test_an_odd_key_is_learned(room: Room, choice: int, command: str | None, words: str) -> None:
    kiosk = room.kiosk
    room.key(Qt.Key.Key_F9)
    assert kiosk.name("talk.title") == "Deze toets is nieuw. Wat moet hij doen?"
    kiosk.press(f"talk.choice.{choice}")
    assert room.preparing.learned.get("F9") == command
    assert words in kiosk.name("talk.clicker")
    if command is not None:
        room.preparing.open()
        room.key(Qt.Key.Key_F9)
        assert words in kiosk.name("talk.clicker")


def test_what_was_learned_holds_for_the_next_talk(room: Room) -> None:
    room.key(Qt.Key.Key_F7)
    room.kiosk.press("talk.choice.1")
    room.preparing.close()
    following = Preparing(room.kiosk.window, room.kiosk.hands, room.means)
    following.open()
    assert following.learned == {"F7": "next"}
    room.key(Qt.Key.Key_F7)
    assert room.kiosk.name("talk.clicker") == "Klikker: “volgende” werkt."
    following.close()


def test_esc_closes_what_lies_over_and_leaves_at_the_second_time(room: Room) -> None:
    kiosk = room.kiosk
    kiosk.press("talk.talks")
    room.key(Qt.Key.Key_Escape)
    assert kiosk.shows("talk.start")
    room.key(Qt.Key.Key_Escape)
    assert room.left == []
    kiosk.wait(4)
    room.key(Qt.Key.Key_Escape)
    assert room.left == []
    room.key(Qt.Key.Key_Escape)
    assert room.left == [True]


def test_a_clicker_that_alternates_starts_and_esc_does_not_leave(room: Room) -> None:
    room.key(Qt.Key.Key_Escape, Qt.Key.Key_F5)
    assert room.left == []
    assert len(room.started) == 1


def test_back_leaves(room: Room) -> None:
    room.kiosk.press("talk.leave")
    assert room.left == [True]
    assert room.started == []


@pytest.mark.parametrize("sign", ["key", "touch"])
def test_left_alone_it_ends_after_half_an_hour_of_silence(room: Room, sign: str) -> None:
    room.kiosk.wait(29 * 60)
    if sign == "key":
        room.key(Qt.Key.Key_PageDown)
    else:
        room.kiosk.press("talk.talks")
    room.kiosk.wait(29 * 60)
    assert room.left == []
    room.kiosk.wait(2 * 60)
    assert room.left == [True]
    assert room.started == []


# -- names -------------------------------------------------------------------------------------


def test_a_talk_is_saved_without_typing_and_comes_back_first(room: Room) -> None:
    kiosk = room.kiosk
    kiosk.press("talk.topic.kaart-1", "talk.topic.kaart-4", "talk.earlier", "talk.save")
    assert kiosk.name("talk.choice.1") == "Kaart 2"
    kiosk.press("talk.choice.2")
    assert kiosk.name("talk.clicker") == "Bewaard als “Praatje 1”."
    (saved,) = room.saved.talks
    assert (saved.name, saved.shown) == ("Praatje 1", ("kaart-2", "kaart-4", "kaart-3"))
    room.preparing.open()
    assert kiosk.name("talk.title") == "Praatje 1"
    assert room.preparing.choice == saved


def test_a_saved_talk_is_replaced_only_where_the_button_says_so(room: Room) -> None:
    kiosk = room.kiosk
    kiosk.press("talk.save", "talk.choice.2", "talk.topic.kaart-1", "talk.save")
    assert kiosk.name("talk.choice.1") == "Vervang: Praatje 1"
    assert kiosk.name("talk.choice.3") == "Praatje 2"
    kiosk.press("talk.choice.1")
    (saved,) = room.saved.talks
    assert saved.hidden == {"kaart-1"}


def test_a_name_may_be_typed(room: Room) -> None:
    kiosk = room.kiosk
    kiosk.press("talk.save")
    room.type("ms groepx")
    room.key(Qt.Key.Key_Backspace)
    assert kiosk.name("talk.choice.1") == "ms groep"
    room.key(Qt.Key.Key_Return)
    assert room.saved.talks[0].name == "ms groep"


def test_a_disk_that_takes_nothing_does_not_stop_the_talk(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    room = Room(kiosk, tmp_path / "file").open()
    kiosk.press("talk.save", "talk.choice.1")
    assert kiosk.name("talk.clicker") == "Bewaren lukte niet. Het praatje starten kan wel."
    kiosk.press("talk.start")
    assert len(room.started) == 1


def test_talks_of_the_pack_and_saved_ones_are_listed(room: Room) -> None:
    kiosk = room.kiosk
    room.talks = (Talk("kort", "Kort praatje", ("kaart-2", "kaart-1"), ("kaart-1",)),)
    kiosk.press("talk.save", "talk.choice.2", "talk.talks")
    names = [kiosk.name(f"talk.choice.{number}") for number in (1, 2, 3)]
    assert names == ["Alle kaarten", "Praatje 1", "Kort praatje"]
    kiosk.press("talk.choice.3")
    assert room.preparing.choice.shown == ("kaart-2",)
    assert room.preparing.choice.topics == ("kaart-2", "kaart-1", "kaart-3", "kaart-4")
    assert kiosk.name("talk.title") == "Kort praatje"
    kiosk.press("talk.talks")
    assert not kiosk.shows("talk.remove")
    kiosk.press("talk.choice.1")
    assert len(room.preparing.choice.shown) == 4


def test_a_saved_talk_can_be_removed(room: Room) -> None:
    kiosk = room.kiosk
    kiosk.press("talk.save", "talk.choice.2", "talk.talks", "talk.remove")
    assert room.saved.talks == ()
    assert kiosk.name("talk.title") == "Een proef"


def test_a_saved_talk_outlives_its_pack(kiosk: Kiosk, tmp_path: Path) -> None:
    room = Room(kiosk, tmp_path)
    room.saved.save(TalkChoice(("weg", "kaart-3", "kaart-1"), name="Oud"))
    room.open()
    assert room.preparing.choice.shown == ("kaart-3", "kaart-1")
    assert len(room.preparing.choice.topics) == 4
    room.preparing.close()


# -- geometry ----------------------------------------------------------------------------------


def test_twelve_topics_have_pages_and_what_moves_stays_in_sight(
    start: Callable[[Plan], Kiosk], tmp_path: Path
) -> None:
    kiosk = start(Plan(pack_of(), size=Size(1366, 768, 3.95)))
    room = Room(kiosk, tmp_path, 12).open()
    assert len(room.titles()) == 6
    kiosk.press("talk.more")
    assert room.titles()[0] == "7. Kaart 7"
    kiosk.press("talk.topic.kaart-7", "talk.earlier")
    assert "6. Kaart 7" in room.titles()
    kiosk.press("talk.more", "talk.more")
    assert room.titles()[0] == "1. Kaart 1"
    room.preparing.close()


@pytest.mark.parametrize("size", TALK_SIZES, ids=str)
def test_everything_fits(start: Callable[[Plan], Kiosk], bundled: Loaded, size: Size) -> None:
    assert bundled.pack is not None
    kiosk = start(Plan(pack_of(), size=size))
    found: dict[str, list[str]] = {}
    for count, edition in ((0, bundled.pack.edition("nl")), (12, pack_of(12, 3).editions["nl"])):
        for name, make in speaker_screens(edition).items():
            screen = make(kiosk.window, kiosk.look._replace(letters=Letters(100)))
            kiosk.window.show_screen(screen)
            screen.refresh()
            found[f"{name}-{count}"] = [*problems(screen), *bled(kiosk.picture(), screen)]
            kiosk.flush()
    assert {name: seen for name, seen in found.items() if seen} == {}


def test_a_new_size_keeps_the_talk(room: Room) -> None:
    room.kiosk.press("talk.topic.kaart-2")
    room.kiosk.resize(Size(1080, 1920))
    assert room.kiosk.screen == "screen.talk"
    assert room.kiosk.box("screen.talk") == (0, 0, 1080, 1920)
    assert room.titles()[1] == "Kaart 2"
