"""The speaker's view: what it says, the time against the plan, and the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.letters import Letters
from kiosk.domain.talk.pace import Pace, Plan
from kiosk.proving.fit import bled, problems
from kiosk.proving.walk_prepare import speaker_screens, wall_look
from kiosk.proving.walk_talk import talk_state
from kiosk.ui.talk.notes import flows, set_notes
from kiosk.ui.talk.presenter_view import presenter_sight
from tests.ui.support.events import deliver
from tests.ui.support.kiosk import Kiosk, Size
from tests.ui.support.kiosk import Plan as KioskPlan
from tests.ui.support.packs import pack_of
from tests.ui.support.tree import shown_by_identifier
from tests.ui.talk.hall_support import NOON, Hall
from tests.ui.talk.screens_support import TALK_SIZES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.packs import Loaded


def test_what_comes_next_is_shown_up_to_the_last(hall: Hall) -> None:
    following = hall.kiosk.name("talk.after")
    hall.key(Qt.Key.Key_PageDown)
    assert hall.kiosk.name("talk.now") == following
    hall.key(Qt.Key.Key_End)
    assert hall.kiosk.name("talk.after-title") == "Dit is de laatste dia."
    assert not hall.kiosk.shows("talk.after")


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


def test_a_sentence_that_no_leaf_has_room_for_goes_on_on_the_next(
    kiosk: Kiosk, bundled: Loaded
) -> None:
    assert bundled.pack is not None
    look = kiosk.looks(Letters(100), "nl", False)
    state = talk_state(bundled.pack.edition("nl"), wall_look(look), measured=False)
    endless = " ".join(f"woord{number}" for number in range(90))
    slide = state.slides[1]._replace(notes=endless, text=())
    high = 300
    found = set_notes(slide, look, (700, high), 100)
    said = " ".join(leaf.words for leaf in found.leaves).split()
    assert said[:90] == endless.split()
    tallest = max(flow.height for leaf in found.leaves for flow in flows(leaf, look, found.px, 700))
    assert tallest <= high


def test_long_notes_are_turned_by_a_touch_and_by_a_key(
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
    hall.key(Qt.Key.Key_T)
    assert kiosk.name("talk.notes") == seen[1]
    hall.key(Qt.Key.Key_Home, Qt.Key.Key_T)
    assert hall.state.show.place.slide == 0, "notes of one leaf have nothing to turn"
    hall.close()


# -- geometry ----------------------------------------------------------------------------------


# The narrowest controls, in every language.
_NARROW = [(TALK_SIZES[-2], language) for language in ("fr", "en", "de")]


@pytest.mark.parametrize(
    ("size", "language"), [*((size, "nl") for size in TALK_SIZES), *_NARROW], ids=str
)
def test_everything_fits(
    start: Callable[[KioskPlan], Kiosk], bundled: Loaded, size: Size, language: str
) -> None:
    assert bundled.pack is not None
    kiosk = start(KioskPlan(pack_of(), size=size))
    look = kiosk.look._replace(letters=Letters(100), strings=kiosk.strings(language))
    found: dict[str, list[str]] = {}
    for name, make in speaker_screens(bundled.pack.edition(language)).items():
        if name.startswith("presenter"):
            screen = make(kiosk.window, look)
            kiosk.window.show_screen(screen)
            screen.refresh()
            found[name] = [*problems(screen), *bled(kiosk.picture(), screen)]
            kiosk.flush()
    assert found
    assert {name: seen for name, seen in found.items() if seen} == {}
