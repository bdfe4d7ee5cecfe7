"""The handout to read says everything that the pack says, and reads well on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.glossary import terms
from tests.handout.support import TODAY, Handout, flat, ink, made

if TYPE_CHECKING:
    from kiosk.domain.pack import Edition, Pack, Topic
    from kiosk.handout.writing import Kit

from tests.handout.conftest import FOLDER

# What a printer can take: no ink nearer to the edge than this, in mm.
EDGE_MM = 10


def topics(edition: Edition) -> list[Topic]:
    return [edition.topics[place] for place in range(len(edition.topics))]


def test_every_word_of_the_pack_can_be_searched(reading: Handout, pack: Pack) -> None:
    edition = pack.edition("nl")
    wanted = [edition.title, edition.subtitle, edition.notice]
    for topic in topics(edition):
        wanted += [topic.title, topic.kernel_text, *topic.questions]
        wanted += [sentence.text for sentence in topic.action]
        for page in topic.pages:
            wanted += [page.heading.text, *(sentence.text for sentence in page.sentences())]
    for question in edition.questions:
        wanted += [question.ask.text, *(option.text for option in question.options)]
        wanted += [f"Het juiste antwoord: {question.right.text}"]
        wanted += [sentence.text for sentence in question.right.why]
    assert edition.activities is not None
    for wish in edition.activities.wishes:
        wanted.append(wish.label)
        for advice in wish.advice:
            name = advice.activity.name.text
            wanted.append(f"{name}: {' '.join(sentence.text for sentence in advice.why)}")
    wanted += [sentence.text for sentence in edition.activities.care.text]
    wanted += [f"{term.word}: {term.meaning}" for term in terms(edition.glossary)]
    assert [text for text in wanted if flat(text) not in reading.text] == []


def test_right_answers_stand_behind_all_questions(reading: Handout, pack: Pack) -> None:
    last = max(reading.text.index(flat(one.ask.text)) for one in pack.edition("nl").questions)
    assert reading.text.index("Het juiste antwoord") > last


def test_every_page_says_which_it_is_and_from_whom_and_how_sure(reading: Handout) -> None:
    count = len(reading.pages)
    for number, page in enumerate(reading.pages, 1):
        assert f"Bladzijde {number} van {count}" in page
        assert "Bron: Lichamelijke activiteit en de hersenen bij MS, Dr. Frederik Debruyne" in page
        assert "Nog niet medisch nagekeken" in page
        assert "Gemaakt op 22 november 2026" in page


def test_bookmarks_lead_to_topics_and_quiz(reading: Handout, pack: Pack) -> None:
    edition = pack.edition("nl")
    marks = {title: page for _, title, page in reading.outline()}
    for topic in topics(edition):
        assert topic.title in reading.pages[marks[topic.title]]
        assert topic.kernel_text in reading.pages[marks[topic.title]]
    assert flat(edition.questions[0].ask.text) in reading.pages[marks["Quiz"]]
    assert "Het juiste antwoord" in reading.pages[marks["De juiste antwoorden"]]
    # The contents on the first page name the same pages.
    for topic in topics(edition):
        assert f"{topic.title} {marks[topic.title] + 1} " in reading.pages[0]


def test_what_a_reader_and_an_archive_ask_of_a_pdf(reading: Handout, pack: Pack) -> None:
    assert reading.language == "nl"
    assert reading.facts["/Title"] == pack.edition("nl").title
    assert "Debruyne" in reading.facts["/Author"]
    assert reading.facts["/CreationDate"] == f"D:{TODAY:%Y%m%d}000000Z"
    assert "/DisplayDocTitle true" in str(reading.content, "latin-1")
    assert [round(side) for side in reading.reader.pages[0].mediabox[2:]] == [595, 842]
    assert all("Atkinson" in name and embedded for name, embedded in reading.fonts())
    weights = {name.rpartition("-")[2] for name, _ in reading.fonts()}
    assert weights == {"Regular", "SemiBold", "ExtraBold"}


def test_it_is_the_same_every_time(reading: Handout, kit: Kit, pack: Pack) -> None:
    assert made(kit, pack, FOLDER).content == reading.content
    assert b"Qt 6" not in reading.content


def test_no_letter_is_drawn_twice(reading: Handout) -> None:
    """Qt thickens what it takes for bold; readers aloud would hear it twice."""
    assert not any(b"ActualText" in drawn for drawn in reading.drawn())


def test_margins_are_white_and_ink_is_spared(reading: Handout) -> None:
    dots = 2
    edge, wide, high = EDGE_MM * dots, 210 * dots, 297 * dots
    for picture in reading.pictures(dots):
        assert ink(picture, 0, 0, wide, edge) == 0
        assert ink(picture, 0, high - edge, wide, high) == 0
        assert ink(picture, 0, 0, edge, high) == 0
        assert ink(picture, wide - edge, 0, wide, high) == 0
        assert 0.005 < ink(picture, 0, 0, wide, high) < 0.25, "some words, no large dark areas"


def test_drawings_are_there_as_vectors(reading: Handout, pack: Pack) -> None:
    marks = {title: page for _, title, page in reading.outline()}
    pictures = list(reading.pictures(2))
    for topic in topics(pack.edition("nl")):
        # Where the drawing stands, beside the title.
        assert ink(pictures[marks[topic.title]], 34, 34, 34 + 72, 34 + 72) > 0.15
    assert b"/Subtype /Image" not in reading.content
