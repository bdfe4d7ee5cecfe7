"""Another language in the middle of a visit: any two editions, any place, always a valid one."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.glossary import explanations
from kiosk.domain.letters import Letters
from kiosk.domain.pack import (
    Block,
    Edition,
    Option,
    Page,
    Question,
    Run,
    Sentence,
    Topic,
    TopicList,
)
from kiosk.domain.quiz import QuizRound
from kiosk.domain.translating import counterpart, option_in, place_in, round_in, translate
from kiosk.domain.visit import (
    AboutPlace,
    ActivityPlace,
    HomePlace,
    Place,
    QuestionPlace,
    ResultPlace,
    TopicPlace,
    ViewPlace,
    Visit,
)

NAMES = ("een", "twee", "drie")
IDS = ("q1", "q2", "q3", "q4")


def sentence(name: str) -> Sentence:
    return Sentence(name, (Run(f"Zin {name} over woord."),))


def topic(name: str, language: str, pages: list[int], action: int = 0) -> Topic:
    """A topic of pages with so many sentences; ids say language, page and place."""
    made = tuple(
        Page(
            sentence(f"{language}.{name}.{number}.kop"),
            (
                Block(
                    "paragraph",
                    tuple(sentence(f"{language}.{name}.{number}.{at}") for at in range(count)),
                ),
            ),
            None,
            (),
            "",
            "",
        )
        for number, count in enumerate(pages)
    )
    last = tuple(sentence(f"{language}.{name}.doe.{at}") for at in range(action))
    return Topic(name, name, "", 1, None, "", (), True, last, (), made)


def question(name: str, right: int, count: int) -> Question:
    options = tuple(Option(f"{at}", at == right, (), (), "") for at in range(count))
    return Question(name, "een", sentence(name), None, options)


def edition(
    language: str, topics: list[Topic], questions: list[Question], words: dict[str, str]
) -> Edition:
    return Edition(
        language, "", "", "", TopicList(tuple(topics)), tuple(questions), words, None, None
    )


@st.composite
def editions(draw: st.DrawFn, language: str) -> Edition:
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3))
    counts = st.lists(st.integers(0, 4), min_size=1, max_size=3)
    topics = [topic(name, language, draw(counts), draw(st.integers(0, 2))) for name in names]
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=4))
    questions = [question(name, *draw(st.sampled_from(OPTIONS))) for name in ids]
    words = draw(st.sampled_from(({}, {"woord": "iets."})))
    return edition(language, topics, questions, words)


OPTIONS = [(right, count) for count in (2, 3) for right in range(count)]


class State(NamedTuple):
    """Somebody in the first language, and the second."""

    visit: Visit
    here: Edition
    there: Edition


@st.composite
def states(draw: st.DrawFn) -> State:
    here, there = draw(editions("nl")), draw(editions("fr"))
    visit = Visit(Letters(), "nl")
    if here.questions and draw(st.booleans()):
        quiz = QuizRound.over(here.questions)
        for _ in range(draw(st.integers(0, 5))):
            at = draw(st.sampled_from(quiz.asked))
            quiz = quiz.answered(at, draw(st.integers(0, len(here.questions[at].options) - 1)))
        if quiz.missed(here.questions) and draw(st.booleans()):
            quiz = quiz.again(here.questions)
        visit.quiz = quiz
    for _ in range(draw(st.integers(0, 6))):
        visit.go(draw(places(here, visit.quiz)))
    return State(visit, here, there)


@st.composite
def places(draw: st.DrawFn, here: Edition, quiz: QuizRound | None) -> Place:
    found: list[Place] = [HomePlace(), ViewPlace(), AboutPlace("zin"), TopicPlace("weg", "zin")]
    for at in range(len(here.topics)):
        one = here.topics[at]
        lines = [line.id for known in explanations(one, here).values() for line in known]
        said = [part.id for page in one.pages for part in (page.heading, *page.sentences())]
        said += [part.id for part in one.action]
        found += [TopicPlace(one.id, name) for name in ("", "end", *said, *lines)]
        found.append(ActivityPlace(one.id, "wens", "zin"))
    if quiz is not None:
        found += [ResultPlace(), *(QuestionPlace(at) for at in quiz.asked)]
    return draw(st.sampled_from(found))


def is_valid(place: Place, there: Edition, quiz: QuizRound | None) -> bool:
    match place:
        case TopicPlace() if place.topic in [
            there.topics[at].id for at in range(len(there.topics))
        ]:
            one = there.topics[there.topics.place(place.topic)]
            said = {part.id for page in one.pages for part in page.sentences()}
            said |= {part.id for part in one.action}
            return place.sentence in said | {"", "end", "zin"}
        case QuestionPlace():
            return quiz is not None and place.question in quiz.asked
        case ResultPlace():
            return quiz is not None
        case HomePlace() | ViewPlace():
            return True
        case AboutPlace():
            return place.sentence == ""
        case _:
            return False


@given(states())
def test_every_place_is_a_valid_one_in_the_other_language(state: State) -> None:
    visit, here, there = state
    translate(visit, here, there)
    assert visit.language == "fr"
    seen = [visit.place]
    if visit.left is not None:
        seen.append(visit.left)
    while visit.place != HomePlace():
        seen.append(visit.back())
    assert all(is_valid(place, there, visit.quiz) for place in seen), seen


@given(states())
def test_every_answer_keeps_its_question_and_its_verdict(state: State) -> None:
    visit, here, there = state
    before = visit.quiz
    translate(visit, here, there)
    after = visit.quiz
    if before is None:
        assert after is None
        return
    both = {question.id for question in there.questions}
    asked = [here.questions[at].id for at in before.asked if here.questions[at].id in both]
    if after is None:
        assert asked == []
        return
    assert [there.questions[at].id for at in after.asked] == asked
    for name in asked:
        old = next(at for at, one in enumerate(here.questions) if one.id == name)
        new = next(at for at, one in enumerate(there.questions) if one.id == name)
        was, now = before.answer_to(old), after.answer_to(new)
        assert (was is None) == (now is None)
        if was is not None and now is not None:
            mine, other = here.questions[old].options[was], there.questions[new].options[now]
            assert mine.correct == other.correct
    missed = {here.questions[at].id for at in before.missed(here.questions)} & both
    assert {there.questions[at].id for at in after.missed(there.questions)} == missed


@given(states())
def test_between_editions_of_one_shape_nothing_moves(state: State) -> None:
    """There and back again is where one was, where the pages have as many sentences."""
    visit, here, _ = state
    topics = [here.topics[at] for at in range(len(here.topics))]
    same = edition(
        "fr",
        [
            topic(
                one.id, "fr", [len(list(page.sentences())) for page in one.pages], len(one.action)
            )
            for one in topics
        ],
        list(here.questions),
        {},
    )
    place, quiz = visit.place, visit.quiz
    if isinstance(place, AboutPlace | ActivityPlace) or place == TopicPlace("weg", "zin"):
        return
    translate(visit, here, same)
    if isinstance(place, TopicPlace) and place.sentence.startswith("nl."):
        wanted = place.sentence.replace("nl.", "fr.", 1)
        if wanted.endswith(".kop"):
            page = topics[here.topics.place(place.topic)].pages[int(wanted.split(".")[2])]
            wanted = wanted.replace("kop", "0") if list(page.sentences()) else ""
        assert visit.place == TopicPlace(place.topic, wanted)
    assert visit.quiz == quiz
    translate(visit, same, here)
    assert visit.quiz == quiz


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("0.1", "0.1"),  # as many sentences
        ("1.0", "1.0"),  # four sentences become two
        ("1.1", "1.0"),
        ("1.2", "1.1"),
        ("1.3", "1.1"),
        ("2.0", ""),  # no sentence on that page
        ("1.kop", "1.0"),
        ("2.kop", ""),
        ("doe.1", "doe.0"),
    ],
)
def test_a_sentence_becomes_the_one_as_far_along_its_page(place: str, wanted: str) -> None:
    here = topic("een", "nl", [2, 4, 1], 2)
    there = topic("een", "fr", [2, 2, 0], 1)
    found = counterpart(f"nl.een.{place}", here, there)
    assert found == (f"fr.een.{wanted}" if wanted else "")


def test_other_pages_are_matched_by_how_far_along_they_are() -> None:
    here, there = topic("een", "nl", [1, 1, 1, 1]), topic("een", "fr", [3, 3])
    found = [counterpart(f"nl.een.{page}.0", here, there) for page in range(4)]
    assert found == ["fr.een.0.0", "fr.een.0.0", "fr.een.1.0", "fr.een.1.0"]


def test_an_action_without_counterpart_is_the_last_page() -> None:
    here, there = topic("een", "nl", [1, 1], 1), topic("een", "fr", [1, 2])
    assert counterpart("nl.een.doe.0", here, there) == "fr.een.1.0"


def test_the_line_of_a_hard_word_is_the_sentence_that_has_it() -> None:
    here = edition("nl", [topic("een", "nl", [3])], [], {"0.1": "iets."})
    there = edition("fr", [topic("een", "fr", [3])], [], {})
    ((name, (line,)),) = explanations(here.topics[0], here).items()
    assert name == "nl.een.0.1"
    assert place_in(TopicPlace("een", line.id), here, there, None) == TopicPlace(
        "een", "fr.een.0.1"
    )


def test_right_stays_right_and_wrong_answers_keep_their_order() -> None:
    last, first, two = question("q", 2, 3), question("q", 0, 3), question("q", 0, 2)
    assert [option_in(at, last, last) for at in range(3)] == [0, 1, 2]
    assert [option_in(at, last, first) for at in range(3)] == [1, 2, 0]
    assert [option_in(at, last, two) for at in range(3)] == [1, 1, 0]
    assert [option_in(at, two, last) for at in range(2)] == [2, 0]


def test_a_round_without_its_questions_is_none() -> None:
    assert round_in(QuizRound((0,)), [question("q1", 0, 2)], [question("q2", 0, 2)]) is None
    assert place_in(ResultPlace(), *_empty(), None) == HomePlace()


def _empty() -> tuple[Edition, Edition]:
    return edition("nl", [], [], {}), edition("fr", [], [], {})


def test_only_another_language_makes_a_card_lead_back() -> None:
    here, there = (edition(code, [topic("een", code, [2])], [], {}) for code in ("nl", "fr"))
    visit = Visit(Letters(), "nl")
    visit.go(TopicPlace("een", "nl.een.0.1"))
    visit.go(HomePlace())
    assert visit.left is None
    visit.go(ViewPlace())
    translate(visit, here, there)
    assert visit.left == TopicPlace("een", "fr.een.0.1")
    assert visit.back() == HomePlace()
    visit.go(TopicPlace("een", "fr.een.0.1"))
    visit.go(HomePlace())
    assert visit.left is None
