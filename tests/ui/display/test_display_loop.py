"""The loop as it shows: one slide after another, each for as long as its words need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from kiosk.domain.loop import Choice, LoopPlace, Wish
from kiosk.domain.pack import Review, Sentence
from kiosk.domain.text import words
from kiosk.proving.fit import problems
from kiosk.ui.display.manner import Manner
from tests.ui.display.display_support import Display, Plan
from tests.ui.support.kiosk import SIZES, Size
from tests.ui.support.packs import TEXTS, make_pack, make_question, make_topic, pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.packs import Loaded
    from kiosk.domain.ageing import AtExpiry

KERNEL = "Dit is de kern van de kaart."


def running(display: Display) -> list[QTimer]:
    return display.timers.running()


def test_one_round(display: Display) -> None:
    one = [
        f"Kaart 1\n{KERNEL}",
        "Wat was vraag 1 ook weer?\nAntwoord a van 1\nAntwoord b van 1\nAntwoord c van 1",
        "Wat was vraag 1 ook weer?\nJuist: Antwoord b van 1\nDit staat zo op kaart nummer 1, bij b.",
        f"Kaart 2\n{KERNEL}",
        "Dit is een proef.",
        "Bron: Een artikel, Een arts, Een huis, 2024",
    ]
    assert display.identifier == "screen.display"
    assert display.sheets(7) == [*one, one[0]]


def test_an_answer_never_stands_without_its_question(put_up: Callable[[Plan], Display]) -> None:
    small = Size(1280, 1024, 3.82)
    display = put_up(Plan(pack_of(topics=2, questions=1), size=small))
    display.message = " ".join(["Spreekuur"] * 14)
    display.desk.show_again()
    sheets = display.sheets(12)
    assert any("Wat was vraag 1" in sheet for sheet in sheets)
    assert all("Wat was vraag 1" in sheet for sheet in sheets if "Antwoord b" in sheet)


def test_a_slide_stays_three_seconds_and_one_a_word(display: Display) -> None:
    first = display.name()
    assert len(words(first)) == 9
    display.wait(11.9)
    assert display.name() == first
    display.wait(0.2)
    assert display.name() != first


def test_an_answer_stays_for_the_word_that_its_mark_says(display: Display) -> None:
    display.sheets(2)
    answer = display.name()
    assert "Juist: " in answer
    display.wait(3 + len(words(answer)) - 0.1)
    assert display.name() == answer
    display.wait(0.2)
    assert display.name() != answer


def test_the_times_are_settings(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), Manner(base_s=1.0, word_s=0.5)))
    first = display.name()
    assert len(words(first)) == 9
    display.wait(5.4)
    assert display.name() == first
    display.wait(0.2)
    assert display.name() != first


def test_between_two_slides_nothing_runs(display: Display) -> None:
    display.wait(2.0)
    assert {timer.isSingleShot() for timer in running(display)} == {True}
    assert len(running(display)) == 2  # the slide's end and the minute's


def test_a_fade_is_over_in_300_ms_and_then_costs_nothing(display: Display) -> None:
    display.wait(12.01)
    assert display.screen.fades
    display.wait(0.29)
    assert not display.screen.fades
    assert len(running(display)) == 2


def test_a_cut_has_no_fade(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), Manner(fade_ms=0)))
    display.wait(12.01)
    assert not display.screen.fades


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_bundled_pack_fits_for_eyes_across_the_room(
    put_up: Callable[[Plan], Display], bundled: Loaded, size: Size
) -> None:
    assert bundled.pack is not None
    manner = Manner(clinic="Een huis", zone="Wachtzaal 2", says_touch=True)
    display = put_up(Plan(bundled.pack, manner, size=size))
    metrics = display.screen.look.metrics
    capital_mm = 0.668 * metrics.smallest / metrics.px_per_mm
    short_mm = min(size.width, size.height) / metrics.px_per_mm
    assert capital_mm >= 5.6 * short_mm * 0.0122
    for _ in range(12):
        assert problems(display.screen) == []
        assert len(words(display.name())) <= 25
        display.next_sheet()


def test_a_declared_distance_goes_before_the_usual_one(put_up: Callable[[Plan], Display]) -> None:
    near = put_up(Plan(pack_of()))
    far = put_up(Plan(pack_of(), Manner(passive_mm=3000.0)))
    # access.md section 3: 221 px at 3 m on a 21.5 inch screen; rounded up.
    assert far.screen.look.metrics.smallest in (221, 222)
    assert near.screen.look.metrics.smallest == 111
    for _ in range(8):
        assert problems(far.screen) == []
        far.next_sheet()


def test_a_long_kernel_is_never_shrunk_but_broken(put_up: Callable[[Plan], Display]) -> None:
    long = " ".join(["Arbeidsongeschiktheidsverzekering"] * 3) + " is een woord. En nog een zin."
    pack = make_pack([make_topic(1, TEXTS._replace(kernel=long))])
    display = put_up(Plan(pack, Manner(passive_mm=3000.0, choice=Choice(source=False))))
    seen = display.sheets(6)
    assert len(set(seen)) > 1
    shown = " ".join(dict.fromkeys(seen)).replace("…", "").split()
    assert shown == long.split()


def test_a_picture_has_its_place_before_a_kernel_that_leaves_none(
    put_up: Callable[[Plan], Display], bundled: Loaded
) -> None:
    assert bundled.pack is not None
    display = put_up(Plan(bundled.pack, Manner(choice=Choice(quiz=False)), folder=bundled.folder))
    title, kernel = display.sheets(2)
    topic = bundled.pack.edition("nl").topics[0]
    assert (title, kernel) == (topic.title, topic.kernel_text)


def test_own_selection(put_up: Callable[[Plan], Display]) -> None:
    choice = Choice((Wish("kaart-2", 2), Wish("kaart-1")), quiz=False, source=False)
    display = put_up(Plan(pack_of(), Manner(choice=choice)))
    assert [name[:7] for name in display.sheets(2)] == ["Kaart 2", "Kaart 1"]


def test_it_begins_where_another_ended(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(questions=1), place=LoopPlace(2)))
    assert display.name().startswith("Kaart 2")
    assert display.desk.place == LoopPlace(2)


def test_languages_take_turns(put_up: Callable[[Plan], Display]) -> None:
    pack = make_pack([make_topic(1), make_topic(2)], languages=("nl", "fr"))
    french = pack.editions["fr"]
    said = french.topics[0]._replace(kernel=(Sentence("1", french.topics[0].kernel[0].runs),))
    assert said.id == "kaart-1"
    manner = Manner(languages=("nl", "fr"), choice=Choice(source=False))
    display = put_up(Plan(pack, manner, languages=("nl", "fr")))
    seen: list[str] = []
    for _ in range(4):
        seen.append(display.screen.look.strings.language)
        display.wait(12.5)
    assert seen == ["nl", "fr", "nl", "fr"]


def test_words_past_their_review_say_so_or_are_left_out(put_up: Callable[[Plan], Display]) -> None:
    old = Review("Een arts", "2025-01-01", "2026-01-01", "")
    pack = make_pack([make_topic(1)], review=old)
    expected: dict[AtExpiry, bool] = {"warn": False, "note": True, "leave-out": True}
    for at_expiry, noted in expected.items():
        display = put_up(Plan(pack, Manner(at_expiry=at_expiry)))
        assert display.name().endswith(KERNEL)
        assert display.shows("display.line") is noted
        if noted:
            assert display.name("display.line") == "Nog niet opnieuw nagekeken."
            assert problems(display.screen) == []


def test_the_note_stays_on_every_slide_also_where_there_is_little_room(
    put_up: Callable[[Plan], Display], bundled: Loaded
) -> None:
    assert bundled.pack is not None
    old = Review("Een arts", "2025-01-01", "2026-01-01", "")
    dutch = bundled.pack.edition("nl")._replace(review=old)
    pack = bundled.pack._replace(editions={"nl": dutch})
    manner = Manner(at_expiry="note", clinic="Een huis")
    display = put_up(Plan(pack, manner, size=Size(1280, 1024)))
    for _ in range(20):
        assert display.name("display.line") == "Nog niet opnieuw nagekeken."
        assert problems(display.screen) == []
        display.next_sheet()


def test_a_clock_in_doubt_lets_nothing_expire(put_up: Callable[[Plan], Display]) -> None:
    old = Review("Een arts", "2025-01-01", "2026-01-01", "")
    pack = make_pack([make_topic(1)], review=old)
    display = put_up(Plan(pack, Manner(at_expiry="note"), wall=0.0))
    assert not display.shows("display.line")


def test_words_that_expire_overnight_say_so_in_the_morning(
    put_up: Callable[[Plan], Display],
) -> None:
    soon = Review("Een arts", "2026-01-01", "2026-11-23", "")
    pack = make_pack([make_topic(1), make_topic(2)], review=soon)
    display = put_up(Plan(pack, Manner(at_expiry="note")))
    assert not display.shows("display.line")
    display.set_wall("2026-11-23T23:59:30")
    display.wait(61.0)
    assert display.shows("display.line")


def test_another_pack_shows_from_the_next_slide_on(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of()))
    other = make_pack([make_topic(1, TEXTS._replace(kernel="Nieuwe woorden."), title="Nieuw")])
    display.content = display.content._replace(pack=other)
    display.desk.show_again()
    assert display.name() == "Nieuw\nNieuwe woorden."


def test_a_pack_without_topics_still_shows_something(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(make_pack([])))
    assert display.name() == "Dit is een proef."
    assert put_up(Plan(make_pack([], [make_question(1, "weg")]))).name()


def test_the_glass_becomes_another_one(display: Display) -> None:
    display.next_sheet()
    before = display.name()
    display.scale = 4.0
    display.window.resize(1080, 1920)
    display.flush()
    assert display.name() == before
    assert display.screen.width() == 1080
    assert problems(display.screen) == []
