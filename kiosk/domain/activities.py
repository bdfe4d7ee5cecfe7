"""What a pack offers whoever asks "Wat past bij u?": wishes, and activities that answer each."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.pack import Block, Edition, Page, Picture, Sentence, Topic

# The topic that answers are read and spoken as; recordings stand below this name.
ACTIVITY = "activity"


class Activity(NamedTuple):
    """Something to do, such as swimming."""

    id: str
    name: Sentence
    picture: Picture | None


class Advice(NamedTuple):
    """One activity as the answer to a wish, and why; `claims` are what the reason rests on."""

    activity: Activity
    why: tuple[Sentence, ...]
    claims: tuple[str, ...]


class Wish(NamedTuple):
    """What a visitor may look for, in a few words on a card."""

    id: str
    label: str
    picture: Picture | None
    advice: tuple[Advice, ...]


class Care(NamedTuple):
    """What is said after every answer: listen to your body, and whom to ask."""

    heading: Sentence
    text: tuple[Sentence, ...]
    picture: Picture | None
    claims: tuple[str, ...]


class Activities(NamedTuple):
    """The wishes of a pack in one language; `ask` is the line above them."""

    title: str
    ask: str
    wishes: tuple[Wish, ...]
    care: Care

    def wish(self, wish_id: str) -> Wish | None:
        """A wish by its id."""
        return next((wish for wish in self.wishes if wish.id == wish_id), None)


def answer(activities: Activities, wish: Wish, accent: str) -> Topic:
    """The answer to a wish as a topic: a page for each activity, and one of care.

    So it breaks, sounds and is read as every page is (DESIGN.md section 3).
    """
    pages = tuple(
        _page(one.activity.name, one.why, one.activity.picture, one.claims) for one in wish.advice
    )
    care = activities.care
    last = _page(care.heading, care.text, care.picture, care.claims)
    return Topic(
        id=ACTIVITY,
        title=wish.label,
        icon="",
        minutes=0,
        image=wish.picture,
        accent=accent,
        kernel=(),
        loop=False,
        action=(),
        questions=(),
        pages=(*pages, last),
    )


def opened_from(edition: Edition) -> Topic | None:
    """The first topic with a button to the activities; None where no page has one."""
    for place in range(len(edition.topics)):
        topic = edition.topics[place]
        if any(page.activities for page in topic.pages):
            return topic
    return None


def _page(
    heading: Sentence, text: tuple[Sentence, ...], picture: Picture | None, claims: tuple[str, ...]
) -> Page:
    return Page(heading, (Block("paragraph", text),), picture, claims, "", "")
