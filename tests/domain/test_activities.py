"""What answers a wish, as a topic to read."""

from __future__ import annotations

from kiosk.domain.activities import (
    ACTIVITY,
    Activities,
    Activity,
    Advice,
    Care,
    Wish,
    answer,
    opened_from,
)
from kiosk.domain.pack import Edition, Picture, Run, Sentence, TopicList
from kiosk.domain.spoken_pack import spoken
from tests.domain.test_pack import topic


def sentence(text: str) -> Sentence:
    return Sentence(text, (Run(text),))


SWIM = Activity("zwemmen", sentence("Zwemmen"), Picture("images/z.svg", "Golven."))
DANCE = Activity("dansen", sentence("Dansen"), None)
CARE = Care(sentence("Rustig"), (sentence("Rust wat."), sentence("Vraag raad.")), None, ("C31",))
WISH = Wish(
    "koel",
    "Koel zijn",
    Picture("images/k.svg", "Een druppel."),
    (
        Advice(SWIM, (sentence("Water is koel."),), ("C28",)),
        Advice(DANCE, (sentence("Dans mee."),), ("C29",)),
    ),
)
ALL = Activities("Wat past?", "Wat wilt u?", (WISH,), CARE)


def test_an_answer_has_a_page_for_each_activity_and_one_of_care() -> None:
    pages = answer(ALL, WISH, "mos").pages
    assert [page.heading.text for page in pages] == ["Zwemmen", "Dansen", "Rustig"]
    assert [[one.text for one in page.sentences()] for page in pages] == [
        ["Water is koel."],
        ["Dans mee."],
        ["Rust wat.", "Vraag raad."],
    ]
    assert [page.claims for page in pages] == [("C28",), ("C29",), ("C31",)]
    assert [page.picture for page in pages] == [SWIM.picture, None, None]


def test_an_answer_is_called_by_its_wish_and_keeps_to_itself() -> None:
    read = answer(ALL, WISH, "mos")
    assert (read.id, read.title, read.accent, read.image) == (
        ACTIVITY,
        "Koel zijn",
        "mos",
        WISH.picture,
    )
    assert not read.loop
    assert read.action == ()
    assert not any(page.activities for page in read.pages)


def test_a_wish_is_found_by_its_id() -> None:
    assert ALL.wish("koel") == WISH
    assert ALL.wish("warm") is None
    assert ALL.wish("") is None


def edition(*buttons: str) -> Edition:
    topics = [
        topic(f"kaart-{number}")._replace(
            pages=tuple(page._replace(activities=words) for page in topic("x").pages)
        )
        for number, words in enumerate(buttons)
    ]
    return Edition("nl", "", "", "", TopicList(tuple(topics)), (), {}, None, ALL)


def test_they_belong_to_the_first_topic_with_a_button() -> None:
    found = opened_from(edition("", "Kies", "Kies"))
    assert found is not None
    assert found.id == "kaart-1"
    assert opened_from(edition("", "")) is None


def test_every_sentence_of_them_can_have_a_recording() -> None:
    found = spoken(edition("Wat past bij mij?"))
    own = [one.text for one in found if one.topic == ACTIVITY]
    assert own == [
        *("Wat past?", "Wat wilt u?", "Koel zijn", "Zwemmen", "Water is koel."),
        *("Dansen", "Dans mee.", "Rustig", "Rust wat.", "Vraag raad."),
    ]
    assert "Wat past bij mij?" in [one.text for one in found if one.topic == "kaart-0"]
