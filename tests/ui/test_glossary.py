"""Hard words: a line in the margin of the page that has them (issue 6), whole at every size."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from kiosk.domain.glossary import Explanations, explanations
from kiosk.domain.pack import Pack, Topic, TopicList
from kiosk.proving.fit import problems
from kiosk.ui.leaves import Leaves, topic_words
from kiosk.ui.listening import VoiceManners
from kiosk.ui.paging.layout import lay_out
from kiosk.ui.paging.paginate import Pager, leaf_of
from kiosk.ui.theme.look import Kit, Look
from kiosk.ui.theme.metrics import Metrics
from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import Texts, make_pack, make_topic
from tests.ui.support.strategies import glasses, letter_steps, topics
from tests.ui.voice_support import MadeUpVoice, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bundle import Bundle
    from kiosk.content.packs import Loaded
    from kiosk.domain.letters import Letters
    from kiosk.ui.paging.leaf import Leaf

shared = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

# Words of the made-up topics, some of them in headings and actions; one explanation is as long as
# the check lets pass.
GLOSSARY = {
    "zon": "wat overdag licht geeft.",
    "hond, honden": "een dier dat graag met u gaat wandelen.",
    "trein": f"{'heel erg ' * 11}lange wagens.",
    "vogels, vogel": "dieren met vleugels.",
    "Mag": "is toegelaten.",
    "markt": "een plein waar mensen allerlei dingen kopen en verkopen.",
}
PAGES = (
    ("Op de markt", ("De zon gaat op. Honden lopen graag in het bos.",)),
    ("Nog een markt", ("Hier is geen zon.",)),
)
ZON = "zon: wat overdag licht geeft."
HOND = "hond: een dier dat graag met u gaat wandelen."
MARKT = "markt: een plein waar mensen allerlei dingen kopen en verkopen."


def pack_with(topic: Topic, glossary: dict[str, str] = GLOSSARY) -> Pack:
    pack = make_pack([topic, make_topic(9)])
    editions = {
        code: edition._replace(glossary=glossary) for code, edition in pack.editions.items()
    }
    return pack._replace(editions=editions)


def leaves_of(topic: Topic, look: Look, lines: Explanations | None = None) -> tuple[Leaf, ...]:
    edition = pack_with(topic).edition("nl")
    words = topic_words(edition, topic, look)
    found = explanations(topic, edition) if lines is None else lines
    return Pager(topic, look, words, found).leaves()


def asked(topic: Topic) -> list[str]:
    lines = explanations(topic, pack_with(topic).edition("nl"))
    return [line.id for found in lines.values() for line in found]


@shared
@given(topic=topics(), size=glasses, letters=letter_steps)
def test_every_hard_word_is_explained_once_on_its_page_and_nothing_else_is_lost(
    look_of: Callable[[Size, Letters], Look], topic: Topic, size: Size, letters: Letters
) -> None:
    leaves = leaves_of(topic, look_of(size, letters))
    assert sorted(line.id for leaf in leaves for line in leaf.explained) == sorted(asked(topic))
    said = [sentence for leaf in leaves for sentence in leaf.sentences()]
    wanted = [sentence for page in topic.pages for sentence in page.sentences()]
    assert said == [*wanted, *topic.action]
    assert [leaf.tail for leaf in leaves] == [False] * (len(leaves) - 1) + [True]
    lines = explanations(topic, pack_with(topic).edition("nl"))
    for number, page in enumerate(topic.pages):
        mine = [line.id for leaf in leaves if leaf.page == number for line in leaf.explained]
        for sentence in (page.heading, *page.sentences()):
            assert all(line.id in mine for line in lines.get(sentence.id, ()))


@shared
@given(topic=topics(), size=glasses, letters=letter_steps)
def test_a_line_stands_below_its_sentence_or_right_after_it(
    look_of: Callable[[Size, Letters], Look], topic: Topic, size: Size, letters: Letters
) -> None:
    leaves = leaves_of(topic, look_of(size, letters))
    lines = explanations(topic, pack_with(topic).edition("nl"))
    for page in topic.pages:
        for sentence in page.sentences():
            at = leaf_of(leaves, sentence.id)
            for line in lines.get(sentence.id, ()):
                place = leaf_of(leaves, line.id)
                between = leaves[at + 1 : place + 1]
                assert place >= at
                assert not any(one.blocks or one.action for one in between)


@shared
@given(topic=topics(), size=glasses, letters=letter_steps)
def test_every_leaf_fits_in_the_letters_asked_for_and_nothing_overlaps(
    look_of: Callable[[Size, Letters], Look], topic: Topic, size: Size, letters: Letters
) -> None:
    look = look_of(size, letters)
    words = topic_words(pack_with(topic).edition("nl"), topic, look)
    leaves = leaves_of(topic, look)
    for number, leaf in enumerate(leaves, 1):
        assert leaf.text_size == letters.text_size
        box = lay_out(topic, leaf, look, words(number, len(leaves), leaf.shape.minutes))
        assert box.fits, leaf
        glossary = None if box.in_margin else box.glossary
        parts = [box.progress, box.heading, box.body, glossary, box.action, box.following]
        column = [part for part in parts if part is not None]
        assert all(upper.bottom <= lower.y for upper, lower in pairwise(column))
        if box.in_margin:
            assert box.glossary is not None
            assert box.panel is not None
            assert box.title.bottom < box.glossary.y
            assert box.glossary.right < box.panel.right < box.body.x


def test_a_line_too_long_for_the_page_stands_whole_on_the_next(
    look_of: Callable[[Size, Letters], Look],
) -> None:
    page = ("De trein", ("De trein naar de kust vertrekt elk uur van hier.",))
    topic = make_topic(1, Texts((page,), action=""))
    leaves = leaves_of(topic, look_of(SIZES[5], LETTERS[2]))
    assert [bool(leaf.blocks) for leaf in leaves[:2]] == [True, False]
    (line,) = leaves[1].explained
    assert len(line.text.split()) == 25
    assert leaves[1].first == line.id


def test_the_picture_gives_way_to_a_line_before_the_page_is_broken(
    look_of: Callable[[Size, Letters], Look],
) -> None:
    """In landscape the line takes the foot of the panel; in portrait the panel is lower."""
    page = ("Op de markt", ("De zon gaat op. Honden lopen graag in het bos.",))
    topic = make_topic(1, Texts((page,), action="", picture="images/waarom.svg"))
    for size in (SIZES[0], SIZES[1]):
        look = look_of(size, LETTERS[1])
        (leaf,) = leaves_of(topic, look)[:1]
        (bare,) = leaves_of(topic, look, {})[:1]
        box = lay_out(
            topic, leaf, look, topic_words(pack_with(topic).edition("nl"), topic, look)(1, 1, False)
        )
        assert box.panel is not None
        assert box.in_margin == (size is SIZES[0])
        if size is SIZES[1]:
            assert leaf.panel_height < bare.panel_height


# -- on the screen -------------------------------------------------------------------------------


@pytest.fixture
def page(start: Callable[[Plan], Kiosk]) -> Kiosk:
    kiosk = start(Plan(pack_with(make_topic(1, Texts(PAGES)))))
    kiosk.press("attract.read", "home.topic.kaart-1")
    return kiosk


def test_the_line_stands_beside_the_body_and_not_in_it(page: Kiosk) -> None:
    assert page.name("topic.glossary") == "\n".join((MARKT, ZON, HOND))
    assert page.name("topic.body") == "De zon gaat op. Honden lopen graag in het bos."
    page.press("nav.next")
    assert not page.shows("topic.glossary"), "a word is explained where it comes first"
    page.press("nav.back")
    assert page.shows("topic.glossary")


def test_in_large_letters_the_words_that_stand_alone_are_the_body(page: Kiosk) -> None:
    page.resize(SIZES[5])
    page.set_letters(LETTERS[2])
    seen: list[str] = []
    while page.name("topic.title") == "Kaart 1":
        assert page.window.current is not None
        assert problems(page.window.current) == []
        for key in ("topic.body", "topic.glossary"):
            seen += page.name(key).split("\n") if page.shows(key) else []
        page.press("nav.next")
    assert [line for line in seen if line in (MARKT, ZON, HOND)] == [MARKT, ZON, HOND]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_one_sentence_at_a_time_has_its_words_below_it_or_next(
    start: Callable[[Plan], Kiosk], size: Size
) -> None:
    kiosk = start(Plan(pack_with(make_topic(1, Texts(PAGES))), size=size))
    kiosk.press("attract.read", "nav.view", "view.sentences", "nav.home", "home.topic.kaart-1")
    for letters in LETTERS:
        kiosk.set_letters(letters)
        seen: list[str] = []
        while kiosk.name("topic.title") == "Kaart 1":
            assert kiosk.window.current is not None
            assert problems(kiosk.window.current) == []
            for key in ("topic.body", "topic.glossary"):
                seen += kiosk.name(key).split("\n") if kiosk.shows(key) else []
            kiosk.press("nav.next")
        assert seen == [
            "De zon gaat op.",
            *(MARKT, ZON),
            "Honden lopen graag in het bos.",
            HOND,
            "Hier is geen zon.",
            "Kies één ding en doe het.",
        ]
        kiosk.press("nav.home", "home.topic.kaart-1")


@pytest.fixture
def aloud(start: Callable[[Plan], Kiosk]) -> Reading:
    kiosk = start(Plan(pack_with(make_topic(1, Texts(PAGES)))))
    return Reading(kiosk, MadeUpVoice("nl"), VoiceManners())


def test_the_line_is_spoken_and_marked_after_the_page(aloud: Reading) -> None:
    reading = aloud
    reading.kiosk.press("attract.read", "home.topic.kaart-1", "nav.listen")
    marked: list[str] = []
    while reading.voice.number:
        marked += reading.marked()
        reading.voice.end()
    assert reading.voice.said[-4:] == ["Honden lopen graag in het bos.", MARKT, ZON, HOND]
    assert marked[-3:] == [MARKT, ZON, HOND]


def test_with_next_the_words_of_each_sentence_are_heard(aloud: Reading) -> None:
    reading, press = aloud, aloud.kiosk.press
    press("attract.read", "nav.view", "view.sentences", "nav.home", "home.topic.kaart-1")
    press("nav.listen")
    reading.voice.finish()
    reading.voice.orders.clear()
    press("nav.next")
    reading.voice.finish()
    assert reading.voice.said == ["Honden lopen graag in het bos.", HOND]


def test_words_that_change_are_not_remembered(look_of: Callable[[Size, Letters], Look]) -> None:
    """An author who mends an explanation sees it at once."""
    topic, leaves, look = make_topic(1, Texts(PAGES)), Leaves(), look_of(SIZES[0], LETTERS[1])
    for meaning in ("een ster.", "licht."):
        edition = pack_with(topic, {"zon": meaning}).edition("nl")
        found = leaves.of(topic, look, topic_words(edition, topic, look), edition)
        assert [line.text for leaf in found for line in leaf.explained] == [f"zon: {meaning}"]
    bare = edition._replace(glossary={}, topics=TopicList((topic,)))
    found = leaves.of(topic, look, topic_words(edition, topic, look), bare)
    assert not any(leaf.explained for leaf in found)


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_bundled_pack_fits_with_its_words(
    kit: Kit, bundle: Bundle, bundled: Loaded, size: Size, language: str
) -> None:
    assert bundled.pack is not None
    edition = bundled.pack.edition(language)
    metrics = Metrics(size.width, size.height, size.px_per_mm)
    for letters in LETTERS[:3]:
        look = Look(kit, metrics, letters, bundle.strings(language))
        for number in range(len(edition.topics)):
            topic = edition.topics[number]
            words = topic_words(edition, topic, look)
            lines = explanations(topic, edition)
            sizes = {leaf.page: leaf.text_size for leaf in Pager(topic, look, words).leaves()}
            leaves = Pager(topic, look, words, lines).leaves()
            shown = [line for leaf in leaves for line in leaf.explained]
            assert sorted(shown) == sorted(line for found in lines.values() for line in found)
            for at, leaf in enumerate(leaves, 1):
                assert lay_out(topic, leaf, look, words(at, len(leaves), False)).fits
                assert leaf.text_size == sizes[leaf.page]
