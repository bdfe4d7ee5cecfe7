"""Shows the activities of a pack, the wishes and each answer, for tours and for measuring."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.activities import opened_from
from kiosk.domain.visit import ActivityPlace, TopicPlace, Visit
from kiosk.ui.navigator import Navigator


def activity_screens(navigator: Navigator, visit: Visit) -> Iterator[str]:
    """The wishes, every page of every answer, and one answer sentence by sentence, by name."""
    activities, shown = navigator.edition.activities, opened_from(navigator.edition)
    if activities is None or shown is None:
        return
    topic = shown.id
    navigator.go(TopicPlace(topic))
    navigator.go(ActivityPlace(topic))
    yield "activity"
    for wish in activities.wishes:
        for number in _pages(navigator, visit, ActivityPlace(topic, wish.id)):
            yield f"activity-{wish.id}-{number}"
    visit.one_by_one = True
    for number in _pages(navigator, visit, ActivityPlace(topic, activities.wishes[0].id)):
        yield f"activity-sentence-{number}"
    visit.one_by_one = False
    navigator.render()


def _pages(navigator: Navigator, visit: Visit, place: ActivityPlace) -> Iterator[int]:
    """Show the pages of an answer in turn, until "Verder" leads back to the wishes."""
    navigator.go(place)
    number = 0
    while isinstance(visit.place, ActivityPlace) and visit.place.wish:
        number += 1
        yield number
        navigator.on_request("nav.next")
