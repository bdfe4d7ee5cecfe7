"""The same visit in another language: the sentence, the question, the answers that match."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.activities import answer
from kiosk.domain.glossary import explanations
from kiosk.domain.pack import Edition, Question, Sentence, Topic
from kiosk.domain.quiz import QuizRound
from kiosk.domain.visit import (
    AboutPlace,
    ActivityPlace,
    HomePlace,
    Place,
    QuestionPlace,
    ResultPlace,
    TopicPlace,
    Visit,
)

Answers = tuple[tuple[int, int], ...]


def translate(visit: Visit, here: Edition, there: Edition) -> None:
    """Go on in another language: every place of the visit becomes its counterpart there."""
    quiz = None if visit.quiz is None else round_in(visit.quiz, here.questions, there.questions)
    visit.speak(there.language, quiz, lambda place: place_in(place, here, there, quiz))


def place_in(place: Place, here: Edition, there: Edition, quiz: QuizRound | None) -> Place:
    """The counterpart of a place; home where there is none. `quiz` is the round there."""
    match place:
        case TopicPlace():
            return _topic_place(place, here, there)
        case ActivityPlace():
            return _activity_place(place, here, there)
        case QuestionPlace():
            found = _questions(here.questions, there.questions).get(place.question)
            asked = found is not None and quiz is not None and found in quiz.asked
            return QuestionPlace(found) if asked and found is not None else HomePlace()
        case ResultPlace():
            return place if quiz is not None else HomePlace()
        case AboutPlace():
            # The sheet says other things in each language: whose text it is, who looked at it.
            return AboutPlace()
        case _:
            return place


def _topic_place(place: TopicPlace, here: Edition, there: Edition) -> Place:
    topic, other = _topic(here, place.topic), _topic(there, place.topic)
    if other is None:
        return HomePlace()
    if topic is None:
        return TopicPlace(place.topic)
    under = {line.id: name for name, lines in explanations(topic, here).items() for line in lines}
    sentence = under.get(place.sentence, place.sentence)
    return TopicPlace(place.topic, counterpart(sentence, topic, other))


def _activity_place(place: ActivityPlace, here: Edition, there: Edition) -> Place:
    if there.activities is None or _topic(there, place.topic) is None:
        return _topic_place(TopicPlace(place.topic), here, there)
    wish = None if here.activities is None else here.activities.wish(place.wish)
    other = there.activities.wish(place.wish)
    if here.activities is None or wish is None or other is None:
        return ActivityPlace(place.topic)
    mine = answer(here.activities, wish, "")
    theirs = answer(there.activities, other, "")
    return ActivityPlace(place.topic, place.wish, counterpart(place.sentence, mine, theirs))


def counterpart(sentence: str, here: Topic, there: Topic) -> str:
    """The id of the sentence that says the same: as far along its page, or its action.

    Where a page has fewer or more sentences, the one as far along in proportion. A place that is
    no sentence here, such as the end of a topic, stays as it is; one without counterpart is the
    start, "".
    """
    for number, page in enumerate(here.pages):
        mine = (page.heading, *page.sentences())
        if not _has(mine, sentence) or not there.pages:
            continue
        other = there.pages[_as_far(number, len(here.pages), len(there.pages))]
        if sentence == page.heading.id:
            return _first(tuple(other.sentences()))
        return _same(sentence, tuple(page.sentences()), tuple(other.sentences()))
    if not _has(here.action, sentence):
        return sentence
    if there.action:
        return _same(sentence, here.action, there.action)
    return _first(tuple(there.pages[-1].sentences())) if there.pages else ""


def _has(sentences: Sequence[Sentence], name: str) -> bool:
    return any(sentence.id == name for sentence in sentences)


def _first(sentences: Sequence[Sentence]) -> str:
    return sentences[0].id if sentences else ""


def _same(name: str, mine: Sequence[Sentence], others: Sequence[Sentence]) -> str:
    place = next(at for at, sentence in enumerate(mine) if sentence.id == name)
    return others[_as_far(place, len(mine), len(others))].id if others else ""


def _as_far(place: int, count: int, others: int) -> int:
    """The place among others that is as far along."""
    return place if count == others else place * others // count


def _topic(edition: Edition, name: str) -> Topic | None:
    try:
        return edition.topics[edition.topics.place(name)]
    except KeyError:
        return None


# -- the quiz --------------------------------------------------------------------------------------


def round_in(
    quiz: QuizRound, here: Sequence[Question], there: Sequence[Question]
) -> QuizRound | None:
    """The round with the same questions and answers; None where none of its questions is there."""
    places = _questions(here, there)
    asked = tuple(places[place] for place in quiz.asked if place in places)
    if not asked:
        return None
    return QuizRound(
        asked,
        _answers(quiz.answers, places, here, there),
        _answers(quiz.earlier, places, here, there),
    )


def _questions(here: Sequence[Question], there: Sequence[Question]) -> dict[int, int]:
    """Where each question stands there, by its place here."""
    others = {question.id: place for place, question in enumerate(there)}
    return {
        place: others[question.id] for place, question in enumerate(here) if question.id in others
    }


def _answers(
    answers: Answers,
    places: dict[int, int],
    here: Sequence[Question],
    there: Sequence[Question],
) -> Answers:
    return tuple(
        (places[place], option_in(option, here[place], there[places[place]]))
        for place, option in answers
        if place in places
    )


def option_in(option: int, here: Question, there: Question) -> int:
    """The answer that matches one: the right one, or the wrong one that comes as far in order.

    Its verdict is always the same; of fewer wrong answers the last stands for those beyond it.
    """
    right = here.options[option].correct
    same = [place for place, other in enumerate(there.options) if other.correct == right]
    before = sum(other.correct == right for other in here.options[:option])
    return same[min(before, len(same) - 1)]
