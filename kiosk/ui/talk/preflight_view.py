"""What the preflight says: the state of a talk that is being prepared, in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from kiosk.domain.pack import Edition
from kiosk.domain.talk.slides import TalkChoice
from kiosk.domain.talk_choice import length
from kiosk.ui.screens.preflight import Card, View
from kiosk.ui.strings import Strings
from kiosk.ui.widgets.held import NO_BREAK
from kiosk.ui.widgets.info_head import Line

Sheet = Literal["topics", "talks", "save", "key"]

# The accent of the card that is no topic.
_PLAIN_ACCENT = "petrol"


class Facts(NamedTuple):
    """Everything that the words depend on. `heard` is what was heard last, in words.

    `saved`: the talk is one that staff saved; `removed` is the name of one that can be put back.
    """

    edition: Edition
    choice: TalkChoice
    sheet: Sheet
    now: datetime | None
    screens: int
    mirrored: bool
    heard: str
    marked: str
    choices: tuple[str, ...]
    saved: bool
    removed: str = ""


def preflight_view(facts: Facts, say: Strings) -> View:
    """The screen for these facts."""
    if facts.sheet == "topics":
        return _topics(facts, say)
    titles = {
        "talks": ("prepare.choose_talk", "prepare.about_talks", "mdi6.format-list-bulleted"),
        "save": ("prepare.choose_name", "prepare.about_name", "mdi6.keyboard"),
        "key": ("prepare.odd_key", "prepare.about_key", "mdi6.remote"),
    }
    title, about, icon = titles[facts.sheet]
    buttons = {"talk.leave"}
    if facts.sheet == "talks" and facts.saved:
        buttons.add("talk.remove")
    elif facts.sheet == "talks" and facts.removed:
        buttons.add("talk.restore")
        about = "prepare.removed"
    line = Line("talk.about", icon, say(about, name=facts.removed))
    return View(say(title), (line,), choices=facts.choices, buttons=frozenset(buttons))


def _topics(facts: Facts, say: Strings) -> View:
    choice, edition = facts.choice, facts.edition
    found = length(edition, choice)
    title = choice.name if facts.saved else choice.title or edition.title
    buttons = {"talk.leave", "talk.talks"}
    if choice.shown:
        buttons |= {"talk.save", "talk.start"}
    if facts.marked in choice.topics:
        buttons |= {"talk.earlier", "talk.later"}
    clicker = facts.heard or say("prepare.try")
    lines = (
        Line("talk.screens", "mdi6.projector-screen-outline", _screens(facts, say)),
        Line("talk.clicker", "mdi6.remote", clicker),
        Line("talk.time", "mdi6.clock-outline", _time(facts, found.whole, say)),
    )
    cards = tuple(_card(facts, topic, found.topics.get(topic, 0), say) for topic in choice.topics)
    return View(title, lines, cards, _questions(facts, say), buttons=frozenset(buttons))


def _screens(facts: Facts, say: Strings) -> str:
    if facts.screens > 1:
        return say("prepare.two_screens")
    return say("prepare.same_picture") if facts.mirrored else say("prepare.one_screen")


def _time(facts: Facts, minutes: int, say: Strings) -> str:
    if not facts.choice.shown:
        return say("prepare.choose_one")
    if facts.now is None:
        return say("prepare.takes", minutes=minutes)
    end = facts.now + timedelta(minutes=minutes)
    return say("prepare.ends", minutes=minutes, end=f"{end:%H:%M}")


def _card(facts: Facts, name: str, minutes: int, say: Strings) -> Card:
    choice, topics = facts.choice, facts.edition.topics
    topic = topics[topics.place(name)]
    shown = name not in choice.hidden
    if not shown:
        below = say("prepare.hidden")
        title = topic.title
    else:
        below = say("prepare.minute") if minutes == 1 else say("prepare.minutes", count=minutes)
        place = choice.shown.index(name) + 1
        # The number stays with the first word.
        title = say("prepare.topic", place=place, title=topic.title).replace(" ", NO_BREAK, 1)
    return Card(name, title, below, topic.accent, shown, marked=name == facts.marked)


def _questions(facts: Facts, say: Strings) -> Card | None:
    asked = [one for one in facts.edition.questions if one.topic in facts.choice.shown]
    if not facts.edition.questions:
        return None
    chosen = facts.choice.questions
    below = say("prepare.questions_some", count=len(asked)) if chosen else say("prepare.hidden")
    return Card("", say("prepare.questions"), below, _PLAIN_ACCENT, chosen)
