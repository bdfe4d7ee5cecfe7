"""A pack as `kiosk new` makes it, at the extremes of its counts, in all three modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.commands.new_pack import new_pack
from kiosk.commands.options import NewOptions, RunOptions
from kiosk.domain.visit import TopicPlace
from tests.app.house_support import House
from tests.ui.support.events import deliver
from tests.ui.support.tree import shown_by_identifier

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.domain.modes import Mode

PLANS = [(1, 0, ("nl",)), (12, 10, ("fr", "nl")), (7, 1, ("de",))]
MOST_PRESSES = 200


@pytest.fixture(params=PLANS, ids=lambda plan: f"{plan[0]}-{plan[1]}-{'-'.join(plan[2])}")
def plan(request: pytest.FixtureRequest) -> tuple[int, int, tuple[str, ...]]:
    return request.param


@pytest.fixture
def start(
    run: Callable[..., House], plan: tuple[int, int, tuple[str, ...]], tmp_path: Path
) -> Callable[[Mode], House]:
    topics, questions, languages = plan
    folder = tmp_path / "second"
    assert new_pack(NewOptions(folder, languages, topics, questions)) == 0
    return lambda mode: run(RunOptions(pack=folder, mode=mode))


def shown(house: House) -> set[str]:
    return set(shown_by_identifier(house.kiosk.window))


def test_next_leads_through_all_of_it(
    start: Callable[[Mode], House], plan: tuple[int, int, tuple[str, ...]]
) -> None:
    topics, questions, _ = plan
    house = start("touch")
    house.press("attract.read")
    house.press("home.topic.topic-1")
    session = house.session
    assert session is not None
    read: list[str] = []
    answered = 0
    for _ in range(MOST_PRESSES):
        visit = session.navigator.visit
        assert visit is not None
        if isinstance(visit.place, TopicPlace) and visit.place.topic not in read:
            read.append(visit.place.topic)
        if house.screen in ("screen.quiz-result", "screen.home"):
            break
        controls = shown(house)
        if "quiz.next" in controls:
            house.press("quiz.next")
        elif "quiz.option.1" in controls:
            house.press("quiz.option.1")
            answered += 1
        else:
            house.press("nav.next")
    assert read == [f"topic-{number}" for number in range(1, topics + 1)]
    assert answered == questions
    assert house.screen == ("screen.quiz-result" if questions else "screen.home")
    assert "ERROR" not in house.logged()


def test_home_offers_the_quiz_only_where_there_is_one(
    start: Callable[[Mode], House], plan: tuple[int, int, tuple[str, ...]]
) -> None:
    topics, questions, _ = plan
    house = start("touch")
    house.press("attract.read")
    cards = {name for name in shown(house) if name.startswith("home.topic.")}
    assert len(cards) == min(topics, 6)
    assert ("home.quiz" in shown(house)) == bool(questions)


def test_it_speaks_its_first_language_first(
    start: Callable[[Mode], House], plan: tuple[int, int, tuple[str, ...]]
) -> None:
    house = start("touch")
    session = house.session
    assert session is not None
    first = plan[2][0]
    assert session.stand.content.languages == plan[2]
    assert session.stand.content.edition("").language == first
    titles = {"nl": "Titel van uw pakket", "fr": "Titre de votre dossier"}
    titles["de"] = "Titel Ihres Pakets"
    house.press("attract.read")
    assert titles[first] in house.said()


def test_the_display_shows_it(start: Callable[[Mode], House]) -> None:
    house = start("display")
    assert house.screen == "screen.display"
    session = house.session
    assert session is not None
    first = session.stand.content.edition("").topics[0]
    # A sheet of its own before the kernel, where the line below asks for a touch.
    assert first.title in house.said()
    house.press("display.slide")
    assert house.screen == "screen.home"
    assert "ERROR" not in house.logged()


def test_a_talk_goes_through_it(
    start: Callable[[Mode], House], plan: tuple[int, int, tuple[str, ...]]
) -> None:
    topics, questions, _ = plan
    house = start("presentation")
    house.press("talk.start")
    assert house.screen == "screen.talk"
    slides: list[str] = []
    for _ in range(MOST_PRESSES):
        slides.append(house.said())
        if "talk.next" not in shown(house):
            break
        house.press("talk.next")
        deliver()
        if house.said() == slides[-1]:
            break
    # Each topic has two pages, each page a slide of its own.
    assert len(set(slides)) >= 2 * topics + questions
    assert "ERROR" not in house.logged()
