"""The handout for a speaker: each slide of the talk in a frame, with all there is to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.talk.slides import Slide, everything, make_slides
from tests.handout.support import Handout, flat, ink

if TYPE_CHECKING:
    from kiosk.domain.pack import Pack


def slides(pack: Pack) -> list[Slide]:
    edition = pack.edition("nl")
    found = make_slides(edition, everything(edition))
    return [slide for slide in found if slide.kind in ("page", "question")]


def test_every_slide_has_its_number_words_and_notes(speaking: Handout, pack: Pack) -> None:
    for slide in slides(pack):
        page = next(one for one in speaking.pages if f"Dia {slide.number} ·" in one)
        right = [f"Het juiste antwoord: {one.text}" for one in slide.answers if one.correct]
        answers = [one.text for one in slide.answers]
        said = [slide.heading, slide.line, slide.notes, slide.why, *slide.text, *answers, *right]
        assert [text for text in said if text and flat(text) not in page] == []


def test_three_slides_stand_on_a_page(speaking: Handout, pack: Pack) -> None:
    counts = [page.count("Dia ") for page in speaking.pages[1:]]
    assert counts[:-1] == [3] * (len(counts) - 1)
    assert sum(counts) == len(slides(pack))
    assert "Dia " not in speaking.pages[0]


def test_bookmarks_lead_to_topics(speaking: Handout, pack: Pack) -> None:
    marks = {title: page for _, title, page in speaking.outline()}
    for slide in slides(pack):
        first = next(one for one in slides(pack) if one.topic == slide.topic)
        assert f"Dia {first.number} ·" in speaking.pages[marks[slide.topic_title]]


def test_slides_have_frames_and_pictures(speaking: Handout) -> None:
    second = list(speaking.pictures(2))[1]
    # The frame's upper edge, and the drawing at the trailing side of the slide.
    assert ink(second, 2 * 18, 2 * 17 - 1, 2 * 98, 2 * 17 + 1) > 0.4
    assert ink(second, 2 * 72, 2 * 22, 2 * 98, 2 * 60) > 0.1
