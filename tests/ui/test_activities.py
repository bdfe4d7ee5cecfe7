"""The activities: a page's button, the wishes, the answer to one, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.activities import Activities, Activity, Advice, Care, Wish
from kiosk.domain.pack import Pack, Sentence, TopicList
from kiosk.domain.text import SentenceNames
from kiosk.proving.fit import problems
from kiosk.ui.screens.activity import wish_boxes, wish_sizes
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.widgets.cards import card_pad
from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import make_pack, make_topic, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.packs import Loaded
    from kiosk.domain.letters import Letters

BUTTON = "topic.activities"
TOPIC = "wat-past-bij-u"


def activities(count: int = 3) -> Activities:
    """So many wishes: the first has one activity, the second two, and so on."""
    names = SentenceNames()

    def said(text: str) -> tuple[Sentence, ...]:
        return sentences(names, text)

    known = [Activity(f"doe-{n}", said(f"Iets {n}")[0], None) for n in range(1, count + 1)]
    wishes = [
        Wish(
            f"wens-{n}",
            f"Wens {n}",
            None,
            tuple(
                Advice(one, said(f"Daarom {n} en {one.id}. Dat helpt."), ()) for one in known[:n]
            ),
        )
        for n in range(1, count + 1)
    ]
    care = Care(said("Rustig aan")[0], said("Luister altijd. Vraag raad."), None, ())
    return Activities("Wat past?", "Wat wilt u?", tuple(wishes), care)


def pack(count: int = 3) -> Pack:
    """Two topics; the second page of the first one has the button."""
    first, second = make_topic(1), make_topic(2)
    one, two = first.pages
    first = first._replace(pages=(one, two._replace(activities="Wat past bij mij?")))
    made = make_pack([first, second])
    edition = made.editions["nl"]._replace(
        topics=TopicList((first, second)), activities=activities(count)
    )
    return made._replace(editions={"nl": edition})


def turn_to(kiosk: Kiosk, identifier: str) -> None:
    """Press "Verder" until something shows."""
    for _ in range(40):
        if kiosk.shows(identifier):
            return
        kiosk.press("nav.next")
    pytest.fail(f"{identifier} never shows")


@pytest.fixture
def page(start: Callable[[Plan], Kiosk]) -> Kiosk:
    """A kiosk at the page that has the button."""
    kiosk = start(Plan(pack()))
    kiosk.press("attract.read", "home.topic.kaart-1")
    assert not kiosk.shows(BUTTON), "only its own page has it"
    kiosk.press("nav.next")
    return kiosk


@pytest.fixture
def wishes(page: Kiosk) -> Kiosk:
    page.press(BUTTON)
    return page


def test_a_page_has_the_button_in_the_words_of_the_pack(page: Kiosk) -> None:
    assert page.name(BUTTON) == "Wat past bij mij?"
    page.press(BUTTON)
    assert page.screen == "screen.activity"


def test_the_wishes_have_a_card_each(wishes: Kiosk) -> None:
    assert wishes.name("activity.title") == "Wat past?"
    assert wishes.name("activity.ask") == "Wat wilt u?"
    cards = [name for name in wishes.widgets() if name.startswith("activity.wish.")]
    assert cards == [f"activity.wish.wens-{n}" for n in (1, 2, 3)]
    assert wishes.name(cards[1]) == "Wens 2"
    assert not wishes.shows("nav.next")


def test_a_wish_leads_to_its_activities_and_then_to_care(wishes: Kiosk) -> None:
    wishes.press("activity.wish.wens-2")
    seen: list[tuple[str, str]] = []
    for number in (1, 2, 3):
        assert wishes.screen == "screen.activity"
        assert wishes.name("activity.title") == "Wens 2"
        assert wishes.name("activity.progress") == f"Pagina {number} van 3"
        seen.append((wishes.name("activity.heading"), wishes.name("activity.body")))
        if number < 3:
            wishes.press("nav.next")
    assert seen == [
        ("Iets 1", "Daarom 2 en doe-1. Dat helpt."),
        ("Iets 2", "Daarom 2 en doe-2. Dat helpt."),
        ("Rustig aan", "Luister altijd. Vraag raad."),
    ]
    assert wishes.name("activity.following") == "Hierna: Wat past?"


def test_after_the_answer_come_the_wishes_and_back_is_the_page(wishes: Kiosk) -> None:
    for wish in ("wens-1", "wens-3"):
        wishes.press(f"activity.wish.{wish}")
        turn_to(wishes, "activity.ask")
    wishes.press("nav.back")
    assert wishes.screen == "screen.topic"
    assert wishes.shows(BUTTON), "the page it was opened from"


@pytest.mark.parametrize("escape", [False, True])
def test_back_goes_page_by_page_to_where_it_began(wishes: Kiosk, escape: bool) -> None:
    def back() -> None:
        if escape:
            wishes.key(Qt.Key.Key_Escape)
        else:
            wishes.press("nav.back")

    wishes.press("activity.wish.wens-2", "nav.next")
    back()
    assert wishes.name("activity.heading") == "Iets 1"
    back()
    assert wishes.shows("activity.ask")
    back()
    assert wishes.shows(BUTTON)


def test_the_choice_is_wiped_with_the_visit(wishes: Kiosk) -> None:
    wishes.press("activity.wish.wens-2", "nav.done", "farewell.wipe")
    assert wishes.screen == "screen.attract"
    wishes.press("attract.read", "home.topic.kaart-1", "nav.next", BUTTON)
    assert wishes.shows("activity.ask")
    wishes.press("nav.back")
    assert wishes.shows(BUTTON)


def test_who_stays_reads_on_where_they_were(wishes: Kiosk) -> None:
    wishes.press("activity.wish.wens-2", "nav.next", "nav.done", "farewell.resume")
    assert wishes.name("activity.heading") == "Iets 2"


def test_the_idle_warning_comes_here_too(wishes: Kiosk) -> None:
    wishes.press("activity.wish.wens-1")
    wishes.wait(125)
    assert wishes.shows("idle.stay")
    wishes.press("idle.stay")
    assert wishes.name("activity.heading") == "Iets 1"


def test_who_left_without_a_word_leaves_nothing(wishes: Kiosk) -> None:
    wishes.press("activity.wish.wens-1")
    wishes.wait(120.5)
    wishes.wait(31)
    assert wishes.screen == "screen.attract"


def test_letters_keep_the_sentence(wishes: Kiosk) -> None:
    wishes.press("activity.wish.wens-2", "nav.next")
    for letters in (*LETTERS[2:], *LETTERS[:2]):
        wishes.press("nav.size")
        assert wishes.look.letters == letters
        assert wishes.name("activity.heading") == "Iets 2"


def test_keys_do_all_of_it(wishes: Kiosk) -> None:
    wishes.key(Qt.Key.Key_Escape)
    wishes.key(Qt.Key.Key_Tab)
    tab_to(wishes, BUTTON)
    wishes.key(Qt.Key.Key_Return)
    assert wishes.shows("activity.ask")
    tab_to(wishes, "activity.wish.wens-3")
    wishes.key(Qt.Key.Key_Return)
    assert wishes.name("activity.title") == "Wens 3"


def tab_to(kiosk: Kiosk, identifier: str) -> None:
    for _ in range(20):
        if kiosk.window.focusWidget().accessibleIdentifier() == identifier:
            return
        kiosk.key(Qt.Key.Key_Tab)
    pytest.fail(f"no way to {identifier} with Tab")


def test_one_sentence_at_a_time(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(pack()))
    kiosk.press("attract.read", "nav.view", "view.sentences", "nav.home", "home.topic.kaart-1")
    kiosk.press(*["nav.next"] * 2)
    heading = kiosk.name("topic.heading")
    assert heading == "Wat langer om te lezen"
    turn_to(kiosk, BUTTON)
    assert kiosk.name("topic.heading") == heading, "after the sentences of its page"
    assert kiosk.name("topic.body") == "Wat wilt u?"
    kiosk.press(BUTTON, "activity.wish.wens-1")
    said = [kiosk.name("activity.body")]
    for _ in range(3):
        kiosk.press("nav.next")
        said.append(kiosk.name("activity.body"))
    assert said == ["Daarom 1 en doe-1.", "Dat helpt.", "Luister altijd.", "Vraag raad."]
    kiosk.press("nav.next")
    assert kiosk.shows("activity.ask")
    kiosk.press("nav.back")
    assert kiosk.shows(BUTTON)


def test_all_that_shows_is_said(wishes: Kiosk) -> None:
    """access.md S1."""
    screen = wishes.window.current
    assert screen is not None
    said = [one.utterance.text for one in screen.said()]
    assert said == ["Wat past?", "Wat wilt u?", "Wens 1", "Wens 2", "Wens 3"]
    wishes.press("nav.back")
    screen = wishes.window.current
    assert screen is not None
    assert screen.said()[-1].utterance.text == "Wat past bij mij?"


def test_a_pack_without_activities_has_no_button(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(make_pack([make_topic(1)])))
    kiosk.press("attract.read", "home.topic.kaart-1")
    assert not kiosk.shows(BUTTON)
    kiosk.press("nav.next")
    assert kiosk.screen == "screen.topic"
    assert not kiosk.shows(BUTTON)


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_two_to_six_wishes_fit(start: Callable[[Plan], Kiosk], size: Size, count: int) -> None:
    kiosk = start(Plan(pack(count), size=size))
    kiosk.press("attract.larger", "home.topic.kaart-1")
    turn_to(kiosk, BUTTON)
    kiosk.press(BUTTON)
    for _ in LETTERS:
        screen = kiosk.window.current
        assert screen is not None
        assert problems(screen) == []
        kiosk.press("nav.size")


@pytest.mark.parametrize("letters", LETTERS, ids=str)
@pytest.mark.parametrize("size", [SIZES[0], SIZES[1]], ids=str)
def test_the_bundled_ones_are_low_when_asked(
    start: Callable[[Plan], Kiosk], bundled: Loaded, size: Size, letters: Letters
) -> None:
    """access.md R2: every control in the lowest 40 % of the glass."""
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack, bundled.folder, size=size))
    kiosk.enter(letters)
    visit = kiosk.session.navigator.visit
    assert visit is not None
    visit.lowered = True
    navigator = kiosk.session.navigator
    navigator.render()
    turn_to(kiosk, f"home.topic.{TOPIC}")
    kiosk.press(f"home.topic.{TOPIC}")
    turn_to(kiosk, BUTTON)
    assert kiosk.box(BUTTON)[1] >= size.height * 0.6 - 1
    kiosk.press(BUTTON)
    for name in kiosk.widgets():
        if name.startswith("activity.wish."):
            assert kiosk.box(name)[1] >= size.height * 0.6 - 1, name


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_wishes_of_the_bundled_pack_leave_room_for_their_drawings(
    kiosk: Kiosk, bundled: Loaded, size: Size, language: str
) -> None:
    """Two lines in the largest letters; a word that breaks takes the drawings of all."""
    assert bundled.pack is not None
    activities = bundled.pack.edition(language).activities
    assert activities is not None
    metrics = Metrics(size.width, size.height, size.px_per_mm)
    look = kiosk.look._replace(metrics=metrics, letters=LETTERS[2])
    width = wish_boxes(metrics, len(activities.wishes), 0)[0].width - 2 * card_pad(look)
    labels = [wish.label for wish in activities.wishes]
    assert min(wish_sizes(look, labels, width)) >= metrics.smallest
