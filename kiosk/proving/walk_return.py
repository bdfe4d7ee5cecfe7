"""What a visitor sees who goes and comes back: the farewell with all it offers, and nine pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.domain.pack import Edition, Topic
from kiosk.domain.returning import PICKS, PICTURES, TRIES
from kiosk.domain.slip import has_room, slip
from kiosk.domain.visit import HomePlace, ReturnPlace, Visit
from kiosk.ui.navigator import Navigator
from kiosk.ui.screens.farewell import Goodbye


def return_screens(navigator: Navigator, visit: Visit) -> Iterator[str]:
    """Show each in turn, and tell its name; at last home shows as ever."""
    edition = navigator.edition
    say = navigator.stage.look(visit).strings
    pictures = tuple(sorted(PICTURES, key=lambda one: -len(say(f"picture.{one}"))))[:PICKS]
    all_of_them = [question for topic in _topics(edition) for question in topic.questions]
    heading = say("farewell.questions")
    few, many = tuple(all_of_them[:1]), _as_many_as_go(heading, all_of_them)
    goodbyes = {"farewell-code": Goodbye(pictures)}
    if few:
        goodbyes["farewell-question"] = Goodbye((), few, slip(heading, few))
        goodbyes["farewell-all"] = Goodbye(pictures, many, slip(heading, many))
    for name, goodbye in goodbyes.items():
        # Screens of a kind are used again; a farewell says goodbye once.
        navigator.go(HomePlace(0))
        navigator.render()
        navigator.stage.farewell(visit, goodbye)
        yield name
    yield from coming_back(navigator, visit)
    navigator.stage.home(visit, HomePlace(), returning=True)
    yield "home-return"
    navigator.render()


def coming_back(navigator: Navigator, visit: Visit) -> Iterator[str]:
    """Show the nine pictures in each state; at last home as ever."""
    places = {
        "return": ReturnPlace(),
        "return-picked": ReturnPlace(PICTURES[:PICKS]),
        "return-too-many": ReturnPlace(PICTURES[:5]),
        "return-wrong": ReturnPlace((), wrong=True),
        "return-more": ReturnPlace(PICTURES[:1], page=1),
    }
    for name, place in places.items():
        visit.stay_at(place)
        navigator.render()
        yield name
    visit.misses = TRIES
    navigator.render()
    yield "return-over"
    visit.misses = 0
    visit.stay_at(HomePlace())
    navigator.render()


def _as_many_as_go(heading: str, questions: Sequence[str]) -> tuple[str, ...]:
    """As many questions as one code may hold."""
    found: list[str] = []
    for question in questions:
        if has_room(heading, found, [question]):
            found.append(question)
    return tuple(found)


def _topics(edition: Edition) -> Iterator[Topic]:
    return (edition.topics[place] for place in range(len(edition.topics)))
