"""Before a talk: what is kept under a name, and comes back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from kiosk.domain.pack import Talk
from kiosk.domain.talk.slides import TalkChoice
from tests.ui.support.kiosk import Kiosk
from tests.ui.talk.room_support import Room


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
    kiosk.press("talk.leave")
    assert kiosk.name("talk.title") == "Een proef"


def test_a_saved_talk_outlives_its_pack(kiosk: Kiosk, tmp_path: Path) -> None:
    room = Room(kiosk, tmp_path)
    room.saved.save(TalkChoice(("weg", "kaart-3", "kaart-1"), name="Oud"))
    room.open()
    assert room.preparing.choice.shown == ("kaart-3", "kaart-1")
    assert len(room.preparing.choice.topics) == 4
    room.preparing.close()
