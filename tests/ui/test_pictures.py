"""Which picture a page shows, and that those which explain something never give way (LOOK.md)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.ui.support.kiosk import SIZES, Kiosk, Plan, Size

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.packs import Loaded

# The drawing of a step says which one it is: koel-1-warmte.svg.
STEP = re.compile(r"-\d-")
# Every glass in one language; the smallest, and one that is wide, in the others too.
CASES = [(size, "nl") for size in SIZES] + [
    (size, language) for size in (SIZES[-1], SIZES[2]) for language in ("fr", "en", "de")
]


def shown(kiosk: Kiosk) -> list[tuple[str, str]]:
    """Every page's heading and what its picture shows, through all topics; "" for none."""
    found: list[tuple[str, str]] = []
    while kiosk.screen == "screen.topic":
        seen = "topic.picture" in kiosk.widgets()
        found.append((kiosk.name("topic.heading"), kiosk.name("topic.picture") if seen else ""))
        kiosk.press("nav.next")
    return found


@pytest.mark.parametrize(("size", "language"), CASES, ids=str)
def test_a_drawn_step_shows_in_the_largest_letters_at_every_size(
    start: Callable[[Plan], Kiosk], bundled: Loaded, size: Size, language: str
) -> None:
    assert bundled.pack is not None
    edition = bundled.pack.editions[language]
    pack = bundled.pack._replace(editions={language: edition})
    kiosk = start(Plan(pack, bundled.folder, size=size, languages=(language,)))
    pages = [page for n in range(len(edition.topics)) for page in edition.topics[n].pages]
    steps = [
        (page.heading.text, page.picture.alt)
        for page in pages
        if page.picture and STEP.search(page.picture.path)
    ]
    assert len(steps) >= 6
    kiosk.press("attract.larger", f"home.topic.{edition.topics[0].id}")
    seen = shown(kiosk)
    assert [step for step in steps if step not in seen] == []
    assert sum(heading in dict(steps) for heading, _ in seen) == len(steps), "on one page each"


def test_an_action_with_a_page_of_its_own_shows_its_topic(
    start: Callable[[Plan], Kiosk], bundled: Loaded
) -> None:
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack, bundled.folder, size=SIZES[1]))
    topic = next(
        topic
        for topic in (bundled.pack.edition("nl").topics[n] for n in range(6))
        if topic.pages[-1].picture
    )
    kiosk.press("attract.larger", f"home.topic.{topic.id}")
    seen = shown(kiosk)
    action = next(alt for heading, alt in seen if heading == "Wat kunt u doen?")
    assert topic.image is not None
    assert action == topic.image.alt
