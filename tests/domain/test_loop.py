"""The loop of the display: which slides, in which order, and that it never runs dry."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.loop import Choice, Loop, LoopPlace, Wish, parse_choice
from kiosk.domain.loop_slides import MOST_WORDS, Part, Slide, count_words, question_slides
from kiosk.domain.pack import (
    Edition,
    Option,
    Question,
    Run,
    Sentence,
    Source,
    Topic,
    TopicList,
)


def said(text: str) -> Sentence:
    return Sentence("0" * 10, (Run(text),))


def topic(name: str, *, loop: bool = True, kernel: str = "Een zin.") -> Topic:
    return Topic(name, name.title(), "", 1, None, "mos", (said(kernel),), loop, (), (), ())


def question(
    name: str, about: str, *, why: str = "Omdat het zo is.", ask: str = "Wat?"
) -> Question:
    right = Option("Dit", True, (said(why),), (), "")
    wrong = Option("Dat", False, (said("Nee."),), (), "")
    return Question(name, about, said(ask), None, (right, wrong))


def edition(
    *topics: Topic, quiz: tuple[Question, ...] = (), notice: str = "", language: str = "nl"
) -> Edition:
    return Edition(language, "Titel", "", notice, TopicList(topics), quiz, {}, None)


def shown(loop: Loop, count: int) -> list[str]:
    found: list[str] = []
    for _ in range(count):
        found.append(loop.slide.id)
        loop.advance()
    return found


def loop_of(first: Edition, choice: Choice = Choice(quiz=True, source=True)) -> Loop:  # noqa: B008 - frozen
    return Loop([Part(first, Source("Een artikel", "Dr. X", "Kliniek", ""))], choice)


@pytest.mark.parametrize("quiz", [True, False])
def test_a_selection_of_which_the_pack_has_nothing_shows_every_topic(*, quiz: bool) -> None:
    whole = edition(topic("a"), topic("b"), quiz=(question("v", "a"),), notice="Let op.")
    lost = loop_of(whole, Choice((Wish("weg"),), quiz=quiz))
    assert shown(lost, 8) == shown(loop_of(whole, Choice(quiz=quiz)), 8)


def test_one_round_and_then_again() -> None:
    loop = loop_of(
        edition(topic("a"), topic("b"), quiz=(question("q", "a"),), notice="Geen advies.")
    )
    one = ["kernel-a", "question-q", "answer-q", "kernel-b", "notice-1", "source"]
    assert shown(loop, 12) == one * 2


def test_kernels_that_do_not_loop_are_left_out() -> None:
    loop = loop_of(edition(topic("a"), topic("b", loop=False)), Choice(source=False))
    assert set(shown(loop, 5)) == {"kernel-a"}


def test_not_even_an_own_selection_brings_them_back() -> None:
    choice = Choice((Wish("b"), Wish("a")), source=False)
    loop = loop_of(edition(topic("a"), topic("b", loop=False)), choice)
    assert set(shown(loop, 5)) == {"kernel-a"}


def test_an_answer_follows_its_question_and_repeats_it() -> None:
    asked, answer = question_slides(Part(edition(topic("a"))), question("q", "a"))
    assert (asked.sentences, asked.items) == (("Wat?",), ("Dit", "Dat"))
    assert (answer.lead, answer.sentences) == ("Wat?", ("Dit", "Omdat het zo is."))
    assert asked.accent == answer.accent == "mos"


def test_a_reason_is_whole_or_not_there() -> None:
    why = "Dit weten we. " + "woord " * 15 + "bij dieren."
    _, answer = question_slides(Part(edition()), question("q", "a", why=why, ask="Een " * 12))
    assert answer.sentences == ("Dit",)


def test_own_selection_order_and_weights() -> None:
    loop = loop_of(
        edition(topic("a"), topic("b"), topic("c"), quiz=(question("q", "b"), question("p", "c"))),
        Choice((Wish("c", 3), Wish("a")), source=False),
    )
    one = shown(loop, 6)
    assert Counter(one) == {"kernel-c": 3, "kernel-a": 1, "question-p": 1, "answer-p": 1}
    assert one[0] == "kernel-c"
    assert one != ["kernel-c"] * 3 + one[3:]


def test_topics_that_are_gone_from_the_pack_are_skipped() -> None:
    loop = loop_of(edition(topic("a")), Choice((Wish("weg"), Wish("a")), source=False))
    assert set(shown(loop, 3)) == {"kernel-a"}


def test_languages_take_turns_with_each_item() -> None:
    dutch = edition(topic("a"), topic("b"), quiz=(question("q", "a"),))
    french = edition(topic("a"), quiz=(question("q", "a"),), language="fr")
    loop = Loop([Part(dutch), Part(french)], Choice())
    found: list[tuple[str, str]] = []
    for _ in range(7):
        found.append((loop.slide.id, loop.slide.language))
        loop.advance()
    assert found == [
        ("kernel-a", "nl"),
        ("kernel-a", "fr"),
        ("question-q", "nl"),
        ("answer-q", "nl"),
        ("question-q", "fr"),
        ("answer-q", "fr"),
        ("kernel-b", "nl"),
    ]


def test_a_note_comes_with_the_slides_of_its_language() -> None:
    loop = Loop([Part(edition(topic("a")), noted=True)])
    assert loop.slide.noted


@pytest.mark.parametrize(
    "empty",
    [
        edition(),
        edition(topic("a", loop=False)),
        edition(topic("a")._replace(kernel=())),
    ],
)
def test_it_is_never_empty(empty: Edition) -> None:
    loop = Loop([Part(empty)], Choice((Wish("weg"),), quiz=False, source=False))
    assert all(slide for slide in shown(loop, 3))
    assert loop.slide.sentences[0]


def test_no_language_at_all_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="one language"):
        Loop([])


def test_a_long_notice_is_cut_between_sentences() -> None:
    sentence = "Een zin van vijf woorden."
    loop = Loop([Part(edition(notice=" ".join([sentence] * 12)))])
    assert shown(loop, 4) == ["notice-1", "notice-2", "notice-3", "notice-1"]


def test_a_new_loop_goes_on_where_another_was() -> None:
    first = edition(topic("a"), topic("b"), quiz=(question("q", "a"),))
    loop = Loop([Part(first)])
    for _ in range(9):
        again = Loop([Part(first)], Choice(), loop.place)
        assert again.slide.id == loop.slide.id
        loop.advance()


@given(st.integers(-3, 9), st.integers(-3, 9))
def test_a_place_that_is_gone_is_the_nearest_there_is(turn: int, step: int) -> None:
    loop = Loop(
        [Part(edition(topic("a"), topic("b", loop=False)))], Choice(), LoopPlace(turn, step)
    )
    assert loop.slide.id == "kernel-a"
    assert shown(loop, 3) == ["kernel-a"] * 3


class Counted:
    """Topics that note which of them were loaded."""

    def __init__(self, count: int, loops: frozenset[int]) -> None:
        self.count = count
        self.loops = loops
        self.loaded: list[int] = []

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, place: int, /) -> Topic:
        self.loaded.append(place)
        return topic(str(place), loop=place in self.loops)

    def place(self, topic_id: str) -> int:
        return int(topic_id)


def test_a_huge_pack_loads_only_what_it_shows() -> None:
    topics = Counted(10_000, frozenset(range(10_000)))
    loop = Loop([Part(Edition("nl", "T", "", "", topics, (), {}, None))])
    shown(loop, 3)
    assert set(topics.loaded) == {0, 1, 2, 3}


def test_what_does_not_loop_is_looked_at_once() -> None:
    topics = Counted(50, frozenset({0}))
    loop = Loop([Part(Edition("nl", "T", "", "", topics, (), {}, None))], Choice(source=False))
    shown(loop, 10)
    assert topics.loaded.count(7) == 1


def test_selections() -> None:
    assert parse_choice("") == ()
    assert parse_choice("a 3; b;") == (Wish("a", 3), Wish("b"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a 0", "leave it out"),
        ("a veel", "number from 1"),
        ("a 10", "number from 1"),
        ("a 1 b", "number from 1"),
        ("a; a 2", "chosen twice"),
        ("; ".join(f"t{number}" for number in range(201)), "more than 200"),
    ],
)
def test_selections_that_cannot_be_read_say_why(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_choice(text)


WORDS = st.integers(1, 25).map(lambda count: " ".join(["woord"] * count) + ".")
TOPICS = st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=6)
ASKS = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 6), st.integers(8, 16)), max_size=4)


@given(TOPICS, ASKS, st.lists(WORDS, max_size=5), st.booleans(), st.booleans())
def test_every_slide_has_few_words(
    kernels: list[tuple[str, bool]],
    asks: list[tuple[int, int, int]],
    notice: list[str],
    quiz: bool,
    source: bool,
) -> None:
    topics = [
        topic(f"t{place}", kernel=kernel, loop=loops)
        for place, (kernel, loops) in enumerate(kernels)
    ]
    questions = tuple(
        Question(
            f"q{place}",
            "t0",
            said("wat " * ask),
            None,
            (Option("ja " * answer, True, (said("om " * why),), (), ""),),
        )
        for place, (ask, answer, why) in enumerate(asks)
    )
    loop = loop_of(
        edition(*topics, quiz=questions, notice=" ".join(notice)), Choice((), quiz, source)
    )
    for _ in range(30):
        slide: Slide = loop.slide
        assert 0 < slide.word_count <= MOST_WORDS
        assert count_words(slide.lead, *slide.sentences, *slide.items) == slide.word_count
        assert slide.sentences
        loop.advance()


def test_a_sign_that_stands_alone_counts_as_a_word() -> None:
    """Before "?" French has a space of its own: whoever counts by spaces finds no more."""
    assert count_words("Que montre l'IRM\u202f?") == 4
    assert count_words("Wat ziet men op een MRI?") == 6
