"""Before a talk: what one touch removes, the next one puts back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.talk.room_support import Room


def test_a_removed_talk_is_put_back_at_the_same_place(room: Room) -> None:
    kiosk = room.kiosk
    kiosk.press("talk.topic.kaart-1", "talk.save", "talk.choice.2")
    (saved,) = room.saved.talks
    kiosk.press("talk.talks")
    place = kiosk.box("talk.remove")
    kiosk.press("talk.remove")
    assert room.saved.talks == ()
    assert kiosk.name("talk.about") == "Het praatje “Praatje 1” is gewist."
    assert not kiosk.shows("talk.remove")
    assert kiosk.box("talk.restore") == place
    kiosk.press("talk.restore")
    assert room.saved.talks == (saved,)
    assert room.preparing.choice == saved
    assert kiosk.shows("talk.remove")
    assert not kiosk.shows("talk.restore")


def test_it_can_still_be_put_back_after_a_look_at_the_topics(room: Room) -> None:
    kiosk = room.kiosk
    kiosk.press("talk.save", "talk.choice.2", "talk.talks", "talk.remove", "talk.leave")
    kiosk.press("talk.talks", "talk.restore")
    assert [talk.name for talk in room.saved.talks] == ["Praatje 1"]


def test_another_saved_talk_takes_its_place(room: Room) -> None:
    """What is put back never stands over what somebody saved after it."""
    kiosk = room.kiosk
    kiosk.press("talk.save", "talk.choice.2", "talk.talks", "talk.remove", "talk.leave")
    kiosk.press("talk.topic.kaart-2", "talk.save", "talk.choice.2", "talk.talks")
    (saved,) = room.saved.talks
    assert (saved.name, saved.hidden) == ("Praatje 1", {"kaart-2"})
    assert not kiosk.shows("talk.restore")
