"""The slides that topics become (issue 3)."""

from __future__ import annotations

import pytest

from kiosk.domain.pack import (
    Block,
    Edition,
    Option,
    Page,
    Picture,
    Question,
    Run,
    Sentence,
    Talk,
    Topic,
    TopicList,
)
from kiosk.domain.talk.slides import Cards, TalkChoice, everything, from_pack, make_slides

SEA = Picture("images/zee.svg", "De zee.")
HILL = Picture("images/heuvel.svg", "Een heuvel.")


def said(text: str) -> Sentence:
    return Sentence("s", (Run(text),))


def page(heading: str, slide: str = "", picture: Picture | None = None) -> Page:
    block = Block("paragraph", (said("Eerste zin."), said("Tweede zin.")))
    return Page(said(heading), (block, block), picture, (), slide, "Zeg dit erbij.")


def topic(name: str, *pages: Page) -> Topic:
    return Topic(name, name.title(), "i", 1, SEA, "mos", (), True, (), (), pages)


def question(name: str, about: str) -> Question:
    right = Option("Goed", True, (said("Daarom."), said("Echt.")), (), "")
    wrong = Option("Mis", False, (said("Nee."),), (), "")
    return Question(name, about, said("Wat?"), None, (wrong, right))


EDITION = Edition(
    "nl",
    "Het pak",
    "",
    "",
    TopicList(
        (
            topic("een", page("Kop 1", "De lijn."), page("Kop 2", "", HILL)),
            topic("twee", page("Kop 3")),
            topic("drie", page("Kop 4")),
        )
    ),
    (question("q2", "twee"), question("q1", "een"), question("q1b", "een")),
    {},
    None,
)


def ids(choice: TalkChoice) -> list[str]:
    return [slide.id for slide in make_slides(EDITION, choice)]


def test_a_talk_has_a_title_pages_each_with_its_questions_and_an_end() -> None:
    assert ids(everything(EDITION)) == [
        "title",
        "page.een.1",
        "page.een.2",
        "question.q1",
        "question.q1b",
        "page.twee.1",
        "question.q2",
        "page.drie.1",
        "end",
    ]


def test_the_speaker_chooses_topics_their_order_and_whether_to_ask() -> None:
    choice = TalkChoice(("drie", "een", "drie"), frozenset({"twee"}), questions=False)
    assert ids(choice) == ["title", "page.drie.1", "page.een.1", "page.een.2", "end"]


def test_hidden_topics_do_not_show_and_keep_their_place() -> None:
    choice = TalkChoice(("een", "twee", "drie"), frozenset({"een"}))
    assert choice.shown == ("twee", "drie")
    assert ids(choice) == ["title", "page.twee.1", "question.q2", "page.drie.1", "end"]
    assert choice._replace(hidden=frozenset()).shown == ("een", "twee", "drie")


def test_topics_that_the_pack_no_longer_has_are_left_out() -> None:
    assert ids(TalkChoice(("weg", "drie"))) == ["title", "page.drie.1", "end"]
    assert ids(TalkChoice(())) == ["title", "end"]


def test_numbers_count_from_one_without_gaps() -> None:
    numbers = [slide.number for slide in make_slides(EDITION, everything(EDITION))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_slide_is_not_a_page() -> None:
    """The slide line, else the first sentence; the page's text goes with the notes."""
    first, second = make_slides(EDITION, everything(EDITION))[1:3]
    assert (first.heading, first.line) == ("Kop 1", "De lijn.")
    assert second.line == "Eerste zin."
    assert first.text == ("Eerste zin. Tweede zin.",) * 2
    assert first.notes == "Zeg dit erbij."


def test_a_first_sentence_that_stands_on_its_page_in_parts_is_whole_on_the_slide() -> None:
    block = Block("paragraph", (said("Eerst dit,"), said("dan dat."), said("Tweede zin.")))
    cut = topic("vier", Page(said("Kop"), (block,), None, (), "", ""))
    edition = EDITION._replace(topics=TopicList((cut,)), questions=())
    assert make_slides(edition, everything(edition))[1].line == "Eerst dit, dan dat."


def test_a_page_shows_its_own_picture_else_the_topics() -> None:
    first, second = make_slides(EDITION, everything(EDITION))[1:3]
    assert (first.picture, second.picture) == (SEA, HILL)
    assert first.accent == "mos"


def test_a_question_keeps_its_answer_apart() -> None:
    slide = make_slides(EDITION, everything(EDITION))[3]
    assert [answer.text for answer in slide.answers] == ["Mis", "Goed"]
    assert (slide.heading, slide.line, slide.right) == ("Wat?", "", 1)
    assert slide.why == "Daarom. Echt."
    assert make_slides(EDITION, everything(EDITION))[1].right is None


def test_title_and_end_have_the_words_they_are_given() -> None:
    cards = Cards("Van wie", "Dank u", "Vragen?")
    slides = make_slides(EDITION, everything(EDITION), cards)
    assert (slides[0].heading, slides[0].line) == ("Het pak", "Van wie")
    assert slides[0].picture == SEA
    assert (slides[-1].heading, slides[-1].line) == ("Dank u", "Vragen?")
    named = make_slides(EDITION, everything(EDITION)._replace(title="Open dag"), cards)
    assert named[0].heading == "Open dag"


def test_a_talk_of_the_pack_becomes_a_choice() -> None:
    """DESIGN.md section 6: `[talk.<name>]` with title, topics, hide."""
    choice = from_pack(Talk("open-dag", "Open dag", ("een", "twee"), ("twee",)))
    assert (choice.name, choice.title) == ("open-dag", "Open dag")
    assert choice.shown == ("een",)
    assert choice.questions


@pytest.mark.parametrize("kind", ["title", "end"])
def test_title_and_end_ask_nothing(kind: str) -> None:
    slides = [slide for slide in make_slides(EDITION, everything(EDITION)) if slide.kind == kind]
    assert [slide.answers for slide in slides] == [()]
