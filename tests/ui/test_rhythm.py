"""What stands in a row looks like one row, and what belongs together stands close (LOOK.md)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kiosk.ui.paging.layout import ABOVE_GLOSSARY_MM
from kiosk.ui.paging.leaf import glossary_style
from kiosk.ui.paging.quiz_layout import question_box
from kiosk.ui.theme.look import Kit, Look
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.widgets.cards import QuizCard, ReturnCard, TopicCard
from kiosk.ui.widgets.flow import Flow, paragraph
from tests.ui.support.kiosk import FULL_HD, LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import make_pack, make_question, make_topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bundle import Bundle
    from kiosk.content.packs import Loaded
    from kiosk.domain.letters import Letters

each_size = pytest.mark.parametrize("size", SIZES, ids=str)


def parted(start: Callable[[Plan], Kiosk], size: Size) -> Kiosk:
    """A visitor has read a page and left it; the farewell shows."""
    topics = [make_topic(number) for number in range(1, 7)]
    kiosk = start(Plan(make_pack(topics, [make_question(1, "kaart-1")]), size=size))
    kiosk.press("attract.read", "home.topic.kaart-1", "nav.next", "nav.done")
    return kiosk


def test_drawings_are_of_one_height_above_short_and_long_titles(
    start: Callable[[Plan], Kiosk],
) -> None:
    titles = ["Luister naar uw lichaam", "Kort"] * 3
    pack = make_pack([make_topic(number, title=title) for number, title in enumerate(titles, 1)])
    kiosk = start(Plan(pack, size=FULL_HD))
    kiosk.enter(LETTERS[1])
    cards = [widget for widget in kiosk.widgets().values() if isinstance(widget, TopicCard)]
    assert {card.drawing for card in cards} == {"above"}
    assert len({card.room("above").height() for card in cards}) == 1


@each_size
def test_the_way_back_has_the_letters_of_the_quiz(
    start: Callable[[Plan], Kiosk], size: Size
) -> None:
    kiosk = parted(start, size)
    kiosk.wait(30.0)
    kiosk.press("attract.read")
    for letters in LETTERS:
        kiosk.set_letters(letters)
        back, quiz = kiosk.widget("home.return"), kiosk.widget("home.quiz")
        assert isinstance(back, ReturnCard)
        assert isinstance(quiz, QuizCard)
        assert back.px <= quiz.px


@each_size
def test_pictures_of_a_code_begin_below_their_words_evenly_apart(
    start: Callable[[Plan], Kiosk], size: Size
) -> None:
    kiosk = parted(start, size)
    boxes = [kiosk.box(f"farewell.name.{number}") for number in (1, 2, 3)]
    pictures = [kiosk.box(f"farewell.picture.{number}") for number in (1, 2, 3)]
    assert boxes[0][0] == kiosk.box("farewell.return")[0]
    assert [box[::2] for box in boxes] == [box[::2] for box in pictures]
    gaps = {right[0] - (left[0] + left[2]) for left, right in pairwise(boxes)}
    assert len(gaps) == 1


@pytest.mark.parametrize("letters", LETTERS, ids=str)
def test_explained_words_stand_closer_to_one_another_than_to_the_text(
    kit: Kit, bundle: Bundle, letters: Letters
) -> None:
    metrics = Metrics(FULL_HD.width, FULL_HD.height, FULL_HD.px_per_mm)
    look = Look(kit, metrics, letters, bundle.strings("nl"))
    style = glossary_style(look)
    flow = Flow((paragraph("een"), paragraph("twee")), style, FULL_HD.width)
    assert 0 < flow.height - 2 * style.line < metrics.mm(ABOVE_GLOSSARY_MM)


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
@each_size
def test_the_number_of_a_question_is_never_larger_than_the_question(
    kit: Kit, bundle: Bundle, bundled: Loaded, size: Size, language: str
) -> None:
    assert bundled.pack is not None
    words = bundle.strings(language)
    for letters in LETTERS[:3]:
        metrics = Metrics(size.width, size.height, size.px_per_mm)
        look = Look(kit, metrics, letters, words)
        for number, question in enumerate(bundled.pack.edition(language).questions, 1):
            box = question_box(look, question, words("quiz.progress", number=number, count=6))
            asked = box.question_style.font.pixelSize()
            assert box.progress_style.font.pixelSize() <= asked, question.id
