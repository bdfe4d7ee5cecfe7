"""Walks an unseen kiosk through every screen it has, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from kiosk.domain.letters import Letters
from kiosk.domain.pack import Edition, Question, Topic
from kiosk.domain.quiz import QuizRound
from kiosk.domain.visit import (
    AboutPlace,
    HomePlace,
    QuestionPlace,
    ResultPlace,
    TopicPlace,
    ViewPlace,
    Visit,
)
from kiosk.proving.offscreen import Offscreen
from kiosk.proving.walk_activities import activity_screens
from kiosk.proving.walk_display import display_screens
from kiosk.proving.walk_prepare import speaker_screens
from kiosk.proving.walk_return import coming_back, return_screens
from kiosk.proving.walk_staff import LONGEST, staff_screens
from kiosk.proving.walk_talk import talk_screens
from kiosk.ui.widgets.flow import Mark

# The letters of every screen for staff: it has one fixed step, in light colours.
STAFF_LETTERS = Letters(100)


class Sight(NamedTuple):
    """One thing to see: the name of its picture, and the group that it belongs to."""

    name: str
    group: str


def sights(kiosk: Offscreen, *, fixed: bool = True) -> Iterator[Sight]:
    """Show every screen in turn (DESIGN.md section 4); each shows until the next is asked for.

    Attract with every topic that loops, home, every leaf of every topic, every question, the
    verdict on every answer, the result, farewell, both sheets, idle warning, out of order, and
    what staff see, every slide of a talk, and every sheet of the display. Without `fixed` not the
    last three, which have letters of their own: they stand the same in every step of Letters.
    """
    for sight in _all(kiosk, fixed=fixed):
        yield sight
        kiosk.tidy()


def _all(kiosk: Offscreen, *, fixed: bool) -> Iterator[Sight]:
    yield from _attract(kiosk)
    kiosk.navigator.begin()
    yield from _home(kiosk)
    topics = kiosk.navigator.edition.topics
    for place in range(len(topics)):
        yield from _topic(kiosk, topics[place])
    for name in activity_screens(kiosk.navigator, _visit(kiosk)):
        yield Sight(name, "activities")
    yield from _one_by_one(kiosk, topics[0])
    if kiosk.navigator.edition.questions:
        yield from _quiz(kiosk)
        yield from _results(kiosk)
    yield from _sheets(kiosk)
    yield from _ends(kiosk)
    if fixed:
        yield from _staff(kiosk)
        yield from _talk(kiosk)
        yield from _display(kiosk)


def _attract(kiosk: Offscreen) -> Iterator[Sight]:
    edition = kiosk.navigator.edition
    screen = kiosk.show_attract()
    looping = [topic for topic in _topics(edition) if topic.loop]
    for topic in looping or [*_topics(edition)][:1] or [None]:
        screen.show_topic(topic, edition.title)
        yield Sight(f"attract-{topic.id}" if topic else "attract", "attract")
    if looping:
        # The most words that poster and message can have together.
        fullest = max(looping, key=lambda topic: len(topic.kernel_text))
        screen.show_topic(fullest, edition.title)
        screen.show_message(LONGEST)
        yield Sight("attract-message", "attract")
        screen.show_message("")


def _home(kiosk: Offscreen) -> Iterator[Sight]:
    pages = kiosk.stage.home_pages(_visit(kiosk))
    for page in range(pages):
        kiosk.navigator.go(HomePlace(page))
        yield Sight("home" if pages == 1 else f"home-{page + 1}", "home")
    kiosk.navigator.go(HomePlace())


def _topic(kiosk: Offscreen, topic: Topic) -> Iterator[Sight]:
    for number, leaf in enumerate(kiosk.stage.leaves(_visit(kiosk), topic), 1):
        kiosk.navigator.go(TopicPlace(topic.id, leaf.first))
        yield Sight(f"topic-{topic.id}-{number}", f"topic {topic.id}")


def _one_by_one(kiosk: Offscreen, topic: Topic) -> Iterator[Sight]:
    """A topic sentence by sentence; the first one sounds."""
    visit = _visit(kiosk)
    visit.one_by_one = True
    leaves = kiosk.stage.leaves(visit, topic)
    for number, leaf in enumerate(leaves, 1):
        kiosk.navigator.go(TopicPlace(topic.id, leaf.first))
        kiosk.navigator.render()
        if number == 1:
            _sound(kiosk)
        yield Sight(f"sentence-{topic.id}-{number}", f"sentences {topic.id}")
    visit.one_by_one = False


def _sound(kiosk: Offscreen) -> None:
    """Show the last sentence of the screen as the one that sounds."""
    screen = kiosk.screen
    part, look = screen.said()[-1], screen.look
    ground, ink = look.colour("spoken"), look.colour("ink")
    part.shown_by.set_mark(Mark(part.paragraph, part.start, part.end, ground, ink))
    screen.show_listening(offered=True, speaking=True)


def _quiz(kiosk: Offscreen) -> Iterator[Sight]:
    questions = kiosk.navigator.edition.questions
    visit = _visit(kiosk)
    for number, question in enumerate(questions):
        name = f"question-{number + 1}"
        visit.quiz = QuizRound.over(questions)
        kiosk.navigator.go(QuestionPlace(number))
        yield Sight(name, f"question {number + 1}")
        for option in range(len(question.options)):
            visit.quiz = QuizRound.over(questions).answered(number, option)
            kiosk.navigator.render()
            verdict = "right" if question.options[option].correct else "wrong"
            yield Sight(f"{name}-answer-{option + 1}-{verdict}", f"question {number + 1}")


def _results(kiosk: Offscreen) -> Iterator[Sight]:
    questions = kiosk.navigator.edition.questions
    visit = _visit(kiosk)
    rounds = {
        "nothing-answered": QuizRound.over(questions),
        "all-right": _answered(questions, missed=0),
        "one-missed": _answered(questions, missed=1),
        "all-missed": _answered(questions, missed=len(questions)),
    }
    for name, quiz in rounds.items():
        visit.quiz = quiz
        kiosk.navigator.go(ResultPlace())
        kiosk.navigator.render()
        yield Sight(f"result-{name}", "result")


def _sheets(kiosk: Offscreen) -> Iterator[Sight]:
    kiosk.navigator.go(ViewPlace())
    yield Sight("view", "sheets")
    kiosk.navigator.go(AboutPlace())
    for number in count(1):
        yield Sight(f"about-{number}", "sheets")
        if kiosk.screen.control("nav.next") is None:
            break
        kiosk.navigator.on_request("nav.next")


def _ends(kiosk: Offscreen) -> Iterator[Sight]:
    edition = kiosk.navigator.edition
    visit = _visit(kiosk)
    first = next(_topics(edition), None)
    if first is not None:
        kiosk.navigator.go(TopicPlace(first.id))
        yield from _warned(kiosk, "idle-topic")
    if edition.questions:
        visit.quiz = QuizRound.over(edition.questions)
        kiosk.navigator.go(QuestionPlace(0))
        yield from _warned(kiosk, "idle-question")
    visit.mirrored = True
    if first is not None:
        kiosk.navigator.go(TopicPlace(first.id))
        yield Sight("mirrored-topic", "other")
    kiosk.navigator.go(HomePlace())
    yield Sight("mirrored-home", "other")
    visit.mirrored = False
    yield from _lowered(kiosk)
    kiosk.navigator.show_farewell()
    yield Sight("farewell", "other")
    for name in return_screens(kiosk.navigator, visit):
        yield Sight(name, "return")
    kiosk.show_trouble()
    yield Sight("out-of-order", "other")


def _lowered(kiosk: Offscreen) -> Iterator[Sight]:
    """Every screen whose controls "Lager" moves, where the sheet offers it."""
    visit, edition = _visit(kiosk), kiosk.navigator.edition
    if not kiosk.stage.look(visit).metrics.can_lower:
        return
    visit.lowered = True
    for page in range(kiosk.stage.home_pages(visit)):
        kiosk.navigator.go(HomePlace(page))
        kiosk.navigator.render()
        yield Sight(f"low-home-{page + 1}", "low")
    for page in range(kiosk.stage.home_pages(visit, returning=True)):
        kiosk.stage.home(visit, HomePlace(page), returning=True)
        yield Sight(f"low-home-return-{page + 1}", "low")
    for page in range(len(kiosk.stage.choices(visit))):
        kiosk.navigator.go(ViewPlace(page))
        yield Sight(f"low-view-{page + 1}", "low")
    for number, question in enumerate(edition.questions):
        visit.quiz = QuizRound.over(edition.questions)
        kiosk.navigator.go(QuestionPlace(number))
        yield Sight(f"low-question-{number + 1}", "low")
        visit.quiz = visit.quiz.answered(number, len(question.options) - 1)
        kiosk.navigator.render()
        yield Sight(f"low-question-{number + 1}-answer", "low")
    visit.quiz = _answered(edition.questions, missed=len(edition.questions))
    kiosk.navigator.go(ResultPlace())
    yield Sight("low-result", "low")
    for topic in [*_topics(edition)][-1:]:
        for number, leaf in enumerate(kiosk.stage.leaves(visit, topic), 1):
            kiosk.navigator.go(TopicPlace(topic.id, leaf.first))
            yield Sight(f"low-topic-{number}", "low")
    for name in activity_screens(kiosk.navigator, visit):
        yield Sight(f"low-{name}", "low")
    for name in coming_back(kiosk.navigator, visit):
        yield Sight(f"low-{name}", "low")
    kiosk.navigator.show_farewell()
    yield Sight("low-farewell", "low")
    visit.lowered = False


def _staff(kiosk: Offscreen) -> Iterator[Sight]:
    look = kiosk.stage.look(None)._replace(letters=STAFF_LETTERS)
    for name, make in staff_screens().items():
        screen = make(kiosk.window, look)
        kiosk.window.show_screen(screen)
        screen.refresh()
        yield Sight(name, "staff")


def _talk(kiosk: Offscreen) -> Iterator[Sight]:
    look = kiosk.stage.look(None)
    look = look._replace(letters=Letters(STAFF_LETTERS.text_size, look.letters.dark))
    edition = kiosk.stage.edition(None)
    # A wall whose size nobody knows has the larger letters: what fits there fits everywhere.
    for name, _ in talk_screens(kiosk.window, edition, look, measured=False):
        yield Sight(name, "talk")
    for name, make in speaker_screens(edition).items():
        screen = make(kiosk.window, look)
        kiosk.window.show_screen(screen)
        screen.refresh()
        yield Sight(name, "talk")


def _display(kiosk: Offscreen) -> Iterator[Sight]:
    for name in display_screens(kiosk.window, kiosk.stage.content, kiosk.stage.look(None)):
        yield Sight(name, "display")


def _warned(kiosk: Offscreen, name: str) -> Iterator[Sight]:
    screen = kiosk.screen
    screen.warn(on=True)
    screen.show_dots(4)
    yield Sight(name, "other")
    screen.warn(on=False)


def _topics(edition: Edition) -> Iterator[Topic]:
    return (edition.topics[place] for place in range(len(edition.topics)))


def _visit(kiosk: Offscreen) -> Visit:
    visit = kiosk.navigator.visit
    assert visit is not None, "a visit has begun"
    return visit


def _answered(questions: tuple[Question, ...], *, missed: int) -> QuizRound:
    quiz = QuizRound.over(questions)
    for number, question in enumerate(questions):
        right = next(place for place, option in enumerate(question.options) if option.correct)
        wrong = next(place for place, option in enumerate(question.options) if not option.correct)
        quiz = quiz.answered(number, wrong if number < missed else right)
    return quiz
