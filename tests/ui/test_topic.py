"""Reading a topic: page after page, without an end (DESIGN.md section 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import Texts, make_pack, make_topic, pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.packs import Loaded
    from kiosk.domain.letters import Letters


def onward(kiosk: Kiosk) -> list[dict[str, str]]:
    """The names on each page, from the one that shows to the end of its topic."""
    found: list[dict[str, str]] = []
    title = kiosk.name("topic.title")
    while kiosk.screen == "screen.topic" and kiosk.name("topic.title") == title:
        found.append({key: kiosk.name(key) for key in kiosk.widgets() if key.startswith("topic.")})
        kiosk.press("nav.next")
    return found


def test_next_goes_on_from_page_to_topic_to_quiz(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1")
    seen: list[str] = []
    while kiosk.screen == "screen.topic":
        progress = kiosk.name("topic.progress").split(" · ")[0]
        seen.append(f"{kiosk.name('topic.title')}: {progress}")
        kiosk.press("nav.next")
    assert seen == [
        "Kaart 1: Pagina 1 van 2",
        "Kaart 1: Pagina 2 van 2",
        "Kaart 2: Pagina 1 van 2",
        "Kaart 2: Pagina 2 van 2",
    ]
    assert kiosk.screen == "screen.quiz"


def test_without_a_quiz_next_leads_home(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack_of(1, 0)))
    kiosk.press("attract.read", "home.topic.kaart-1")
    pages = onward(kiosk)
    assert pages[-1]["topic.following"] == "Hierna: alle kaarten"
    assert kiosk.screen == "screen.home"


def test_the_last_page_says_what_comes_after_it(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1")
    first, second = onward(kiosk), onward(kiosk)
    assert "topic.following" not in first[0]
    assert first[-1]["topic.following"] == "Hierna: Kaart 2"
    assert second[-1]["topic.following"] == "Hierna: de quiz"


def test_the_last_page_has_the_action(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1")
    pages = onward(kiosk)
    assert "topic.action" not in pages[0]
    assert pages[-1]["topic.action"] == "Kies één ding en doe het."


def test_a_topic_without_an_action_shows_none(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(make_pack([make_topic(1, Texts(action="")), make_topic(2)])))
    kiosk.press("attract.read", "home.topic.kaart-1")
    pages = onward(kiosk)
    assert all("topic.action" not in page for page in pages)
    assert pages[-1]["topic.following"] == "Hierna: Kaart 2"


FULL_PAGE = (
    "Dit blad is vol",
    (
        "Deze bladzijde heeft precies veertig woorden, meer mogen het nooit worden. "
        "Daarom staat hier nog een zin met woorden erin. "
        "En dan volgt er nog eentje die wat langer is. "
        "Zo komen wij samen aan veertig.",
    ),
)
LONG_ACTION = (
    "Kies vandaag één ding dat u graag doet, en vraag uw kinesist of het voor u haalbaar is. "
    "Vertel hem ook wat u daarover hier gelezen hebt."
)


@pytest.mark.parametrize("letters", LETTERS, ids=str)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_action_and_following_get_a_page_of_their_own_where_they_do_not_fit(
    start: Callable[[Plan], Kiosk], size: Size, letters: Letters
) -> None:
    topics = [make_topic(1, Texts((FULL_PAGE,), LONG_ACTION)), make_topic(2)]
    kiosk = start(Plan(make_pack(topics), size=size))
    kiosk.enter(letters)
    kiosk.press("home.topic.kaart-1")
    pages = onward(kiosk)
    said = [text for page in pages for key, text in page.items() if key != "topic.title"]
    for sentence in topics[0].action:
        assert sum(sentence.text in text for text in said) == 1
    assert sum(text == "Hierna: Kaart 2" for text in said) == 1
    assert all(page["topic.heading"] and page["topic.body"] for page in pages)
    assert pages[-1]["topic.following"] == "Hierna: Kaart 2"
    if (size, letters.text_size) == (SIZES[3], 150):
        assert pages[-1]["topic.body"] == LONG_ACTION, "a page of its own, with a body"
        assert "topic.action" not in pages[-1]


@pytest.mark.parametrize("letters", LETTERS[:3], ids=str)
@pytest.mark.parametrize("size", [SIZES[0], SIZES[1], SIZES[3], SIZES[5]], ids=str)
def test_every_page_has_title_heading_body_and_progress_in_words(
    start: Callable[[Plan], Kiosk], bundled: Loaded, size: Size, letters: Letters
) -> None:
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack, bundled.folder, size=size))
    kiosk.enter(letters)
    edition = bundled.pack.edition("nl")
    kiosk.press(f"home.topic.{edition.topics[0].id}")
    bodies: list[str] = []
    for number in range(len(edition.topics)):
        title = edition.topics[number].title.replace("\u00ad", "")
        pages = onward(kiosk)
        bodies += [page["topic.body"] for page in pages]
        for place, page in enumerate(pages, 1):
            assert page["topic.title"] == title
            assert page["topic.heading"]
            assert page["topic.body"]
            # access.md K4
            assert page["topic.progress"].split(" · ")[0] == f"Pagina {place} van {len(pages)}"
    assert [body for body in set(bodies) if bodies.count(body) > 1] == []
    assert kiosk.screen == "screen.quiz"


def test_minutes_show_on_the_first_page_only(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1")
    pages = onward(kiosk)
    assert pages[0]["topic.progress"].endswith("1 minuut")
    assert "minu" not in pages[1]["topic.progress"]


@pytest.mark.parametrize("times", [1, 3])
def test_a_page_broken_by_size_counts_in_the_progress_and_repeats_its_heading(
    start: Callable[[Plan], Kiosk], times: int
) -> None:
    kiosk = start(Plan(make_pack([make_topic(1, Texts((FULL_PAGE,) * times))]), size=SIZES[5]))
    kiosk.enter(LETTERS[2])
    kiosk.press("home.topic.kaart-1")
    pages = [page for page in onward(kiosk) if page["topic.body"] != "Kies één ding en doe het."]
    assert len(pages) > times
    assert {page["topic.heading"] for page in pages} == {FULL_PAGE[0]}


def test_no_name_holds_a_soft_hyphen(start: Callable[[Plan], Kiosk]) -> None:
    page = ("Een lang\u00adst woord", ("Dit is een woord\u00addeel. En dit ook\u00adal.",))
    topics = [make_topic(1, Texts((page,), "Doe een woord\u00addeel."), title="Hersen\u00adbeeld")]
    kiosk = start(Plan(make_pack(topics)))
    names = [node.name for node in kiosk.nodes()]
    kiosk.press("attract.read")
    names += [node.name for node in kiosk.nodes()]
    kiosk.press("home.topic.kaart-1")
    names += [node.name for node in kiosk.nodes()]
    assert "Hersenbeeld" in names
    assert not [name for name in names if "\u00ad" in name]
