"""Breaking topics into pages: nothing lost, nothing cut, at every size (DESIGN.md section 3)."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.domain.pack import Topic
from kiosk.domain.text import words
from kiosk.ui.leaves import topic_words
from kiosk.ui.paging.layout import Box, lay_out
from kiosk.ui.paging.leaf import Leaf, heading_sizes, sized
from kiosk.ui.paging.paginate import Pager, WordsOf, leaf_of, leaf_of_page
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Metrics, Rect
from tests.ui.support.kiosk import LETTERS, SIZES, Size
from tests.ui.support.packs import SHORT, Texts, make_pack, make_topic
from tests.ui.support.strategies import glasses, letter_steps, topics

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.packs import Loaded
    from kiosk.domain.letters import Letters

# The same fonts for every example: nothing of one is left for the next.
shared = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def leaves_of(topic: Topic, look: Look) -> tuple[Leaf, ...]:
    return Pager(topic, look, words_for(topic, look)).leaves()


def words_for(topic: Topic, look: Look) -> WordsOf:
    edition = make_pack([topic, make_topic(9, title="Luister naar uw lichaam")]).edition("nl")
    return topic_words(edition, topic, look)


def boxes_of(topic: Topic, look: Look) -> list[tuple[Leaf, Box]]:
    leaves = leaves_of(topic, look)
    say = words_for(topic, look)
    return [
        (leaf, lay_out(topic, leaf, look, say(number, len(leaves), leaf.shape.minutes)))
        for number, leaf in enumerate(leaves, 1)
    ]


@shared
@given(topic=topics(), size=glasses, letters=letter_steps)
def test_nothing_is_lost_and_nothing_comes_twice(
    look_of: Callable[[Size, Letters], Look], topic: Topic, size: Size, letters: Letters
) -> None:
    leaves = leaves_of(topic, look_of(size, letters))
    said = [sentence for leaf in leaves for sentence in leaf.sentences()]
    asked = [sentence for page in topic.pages for sentence in page.sentences()]
    assert said == [*asked, *topic.action]
    for number, page in enumerate(topic.pages):
        kinds = [block.kind for leaf in leaves if leaf.page == number for block in leaf.blocks]
        assert [kind for kind, _ in groupby(kinds)] == [
            kind for kind, _ in groupby(block.kind for block in page.blocks)
        ]
    assert [leaf.tail for leaf in leaves] == [False] * (len(leaves) - 1) + [True]


@shared
@given(topic=topics(), size=glasses, letters=letter_steps)
def test_every_leaf_fits_and_its_parts_do_not_overlap(
    look_of: Callable[[Size, Letters], Look], topic: Topic, size: Size, letters: Letters
) -> None:
    look = look_of(size, letters)
    for leaf, box in boxes_of(topic, look):
        assert box.fits, leaf
        parts = [box.progress, box.heading, box.body, box.action, box.following]
        column = [part for part in parts if part is not None]
        for upper, lower in pairwise(column):
            assert upper.bottom <= lower.y
        assert column[-1].bottom <= look.metrics.shelf.y
        for part in [box.title, *column]:
            assert_inside(part, look.metrics)


def assert_inside(part: Rect, metrics: Metrics) -> None:
    assert part.x >= metrics.margin
    assert part.right <= metrics.width - metrics.margin
    assert part.y >= metrics.top


@shared
@given(topic=topics(), size=glasses, letters=letter_steps)
def test_reading_text_grows_with_the_letters(
    look_of: Callable[[Size, Letters], Look], topic: Topic, size: Size, letters: Letters
) -> None:
    """Picture, then minutes, then heading size give way, never words or their size (issue 2)."""
    look = look_of(size, letters)
    for leaf in leaves_of(topic, look):
        assert leaf.text_size == letters.text_size
        assert leaf.shape.heading_px >= look.metrics.smallest
        if leaf.shape.panel:
            assert leaf.shape.heading_px == heading_sizes(sized(look, leaf))[0]


@shared
@given(topic=topics(), size=glasses, letters=letter_steps)
def test_a_page_is_broken_only_where_it_does_not_fit(
    look_of: Callable[[Size, Letters], Look], topic: Topic, size: Size, letters: Letters
) -> None:
    look = look_of(size, letters)
    say = words_for(topic, look)
    leaves = leaves_of(topic, look)
    for number, page in enumerate(topic.pages):
        parts = [leaf for leaf in leaves if leaf.page == number and leaf.blocks]
        if len(parts) > 1:
            px = heading_sizes(look)[-1]
            whole = parts[0]._replace(blocks=page.blocks)
            whole = whole._replace(shape=parts[0].shape._replace(minutes=False, heading_px=px))
            assert not lay_out(topic, whole, look, say(1, 9, False)).fits


@shared
@given(
    topic=topics(),
    sizes=st.lists(glasses, min_size=2, max_size=4),
    steps=st.lists(letter_steps, min_size=4, max_size=4),
    place=st.integers(0, 30),
)
def test_the_sentence_at_the_top_stays_on_screen(
    look_of: Callable[[Size, Letters], Look],
    topic: Topic,
    sizes: list[Size],
    steps: list[Letters],
    place: int,
) -> None:
    """However size and letters change, the sentence that was at the top still shows."""
    leaves = leaves_of(topic, look_of(sizes[0], steps[0]))
    sentence = leaves[place % len(leaves)].first
    for size, letters in zip(sizes, steps, strict=False):
        now = leaves_of(topic, look_of(size, letters))
        shown = now[leaf_of(now, sentence)]
        ids = [part.id for part in shown.sentences()]
        assert sentence in ids or (sentence == "end" and shown is now[-1])


@pytest.mark.parametrize("letters", LETTERS, ids=str)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_bundled_pack_fits_everywhere_in_the_letters_asked_for(
    look_of: Callable[[Size, Letters], Look], bundled: Loaded, size: Size, letters: Letters
) -> None:
    assert bundled.pack is not None
    edition = bundled.pack.edition("nl")
    look = look_of(size, letters)
    for number in range(len(edition.topics)):
        topic = edition.topics[number]
        for leaf, box in boxes_of(topic, look):
            assert box.fits
            assert leaf.text_size == letters.text_size
            read = [sentence for block in leaf.blocks for sentence in block.sentences]
            count = sum(len(words(sentence.text)) for sentence in read)
            assert count <= 40  # access.md K2
            assert count or leaf.tail or leaf.button


def test_the_picture_gives_way_before_minutes_and_heading(
    look_of: Callable[[Size, Letters], Look],
) -> None:
    topic = make_topic(1, Texts((SHORT,), action="", picture="images/waarom.svg"))
    roomy = leaves_of(topic, look_of(SIZES[0], LETTERS[0]))[0]
    assert roomy.shape.panel
    assert roomy.shape.minutes
    words_30 = ("Vol", ("Dit zijn een paar woorden om mee te vullen. " * 4,))
    full = make_topic(1, Texts((words_30,), action="", picture="images/waarom.svg"))
    tight = leaves_of(full, look_of(SIZES[5], LETTERS[1]))[0]
    assert not tight.shape.panel


def test_a_page_is_cut_evenly_and_between_paragraphs_where_it_can(
    look_of: Callable[[Size, Letters], Look],
) -> None:
    page = ("Twee helften", ("Vijf woorden in een zin. " * 4, "Vijf woorden in een zin. " * 4))
    topic = make_topic(1, Texts((page,), action=""))
    leaves = [leaf for leaf in leaves_of(topic, look_of(SIZES[5], LETTERS[2])) if leaf.blocks]
    assert len(leaves) == 2
    assert [len(list(leaf.sentences())) for leaf in leaves] == [4, 4]


def test_places_that_are_gone_are_the_start(look_of: Callable[[Size, Letters], Look]) -> None:
    leaves = leaves_of(make_topic(1), look_of(SIZES[0], LETTERS[0]))
    assert leaf_of(leaves, "end") == len(leaves) - 1, "who saw the end stays there"
    assert leaf_of(leaves, "gone") == 0
    assert leaf_of(leaves, "") == 0
    assert leaf_of_page(leaves, 1) == 1
    assert leaf_of_page(leaves, 7) == 0


LONG_ACTION = (
    "Kies vandaag één ding dat u graag doet, en vraag uw kinesist of het haalbaar is. "
    "Vertel ook aan uw familie wat u hier vandaag over bewegen gelezen hebt. "
    "Schrijf daarna op wat u morgen anders zou willen doen dan gisteren."
)


@pytest.mark.parametrize("letters", LETTERS, ids=str)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_long_action_is_broken_at_its_sentences(
    look_of: Callable[[Size, Letters], Look], size: Size, letters: Letters
) -> None:
    topic = make_topic(1, Texts((SHORT,), LONG_ACTION))
    found = boxes_of(topic, look_of(size, letters))
    assert all(box.fits for _, box in found)
    assert {leaf.text_size for leaf, _ in found} == {letters.text_size}
    assert [part for leaf, _ in found for part in leaf.action] == list(topic.action)
    assert [leaf.tail for leaf, _ in found] == [False] * (len(found) - 1) + [True]
    if (size, letters.text_size) == (SIZES[5], 150):
        assert len(found) > 2


def test_what_comes_after_gets_a_page_where_it_does_not_fit(
    look_of: Callable[[Size, Letters], Look],
) -> None:
    """Even without an action that page has a body that can be read."""
    look = look_of(SIZES[5], LETTERS[2])
    tries = (
        boxes_of(make_topic(1, Texts((("Vol", ("Woord " * count + "af.",)),), action="")), look)
        for count in range(1, 30)
    )
    leaf, box = next(found for found in tries if len(found) == 2)[-1]
    assert (leaf.blocks, leaf.tail) == ((), True)
    assert box.body.height >= look.type.body
    assert box.following is None


@shared
@example(word="meervoudigonderzoek" * 3)
@given(word=st.text(alphabet="aeinrst", min_size=20, max_size=80))
def test_even_a_monstrous_word_ends_somewhere(
    look_of: Callable[[Size, Letters], Look], word: str
) -> None:
    topic = make_topic(1, Texts(((word, (f"{word}.",)),), action=""), title=word)
    look = look_of(SIZES[5], LETTERS[2])
    leaves = leaves_of(topic, look)
    assert "".join(sentence.text for leaf in leaves for sentence in leaf.sentences()) == f"{word}."
