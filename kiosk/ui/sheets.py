"""What the sheets "Taal en scherm" and "Over deze tekst" offer and say."""

from __future__ import annotations

from kiosk.domain.pack import Block, Edition, Page, Run, Topic
from kiosk.domain.text import SentenceNames, split_runs
from kiosk.domain.visit import HOLDS, Visit
from kiosk.ui.content import Content
from kiosk.ui.screens.view import Choice
from kiosk.ui.strings import Strings
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.shelf import TRANSLATE_ICON

# Sheets belong to no topic: they have the first accent.
ACCENT = "petrol"


def choices(visit: Visit, content: Content, look: Look, loudness: int = 0) -> list[Choice]:
    """The buttons of "Taal en scherm": what this visitor can change here.

    `loudness` is the step of what is read aloud, from 1 to 4; 0 where nothing can be.
    """
    found: list[Choice] = []
    say = look.strings
    now = content.edition(visit.language).language
    for ahead in range(1, len(content.languages)):
        what = "language" if ahead == 1 else f"language.{ahead}"
        name = content.strings(language_meant(what, now, content))("language.name")
        found.append(Choice(what, TRANSLATE_ICON, name))
    if visit.letters.dark:
        found.append(Choice("dark", "mdi6.weather-sunny", say("view.light")))
    else:
        found.append(Choice("dark", "mdi6.weather-night", say("view.dark")))
    found.append(Choice("mirror", "mdi6.swap-horizontal", say("view.mirror")))
    if look.metrics.can_lower:
        key = "view.higher" if visit.lowered else "view.lower"
        icon = "mdi6.arrow-up" if visit.lowered else "mdi6.arrow-down"
        found.append(Choice("lower", icon, say(key)))
    key = "view.pages" if visit.one_by_one else "view.sentences"
    found.append(Choice("sentences", "mdi6.format-align-center", say(key)))
    if loudness:
        found.append(Choice("sound", "mdi6.volume-high", say(f"view.sound_{loudness}")))
    words = say(f"view.hold_{HOLDS.index(visit.hold_s)}")
    found.append(Choice("hold", "mdi6.timer-sand", words))
    found.append(Choice("about", "mdi6.information-outline", say("view.about")))
    return found


def language_meant(what: str, now: str, content: Content) -> str:
    """The language that a button means: `view.language` the next one after this, `.2` the second.

    Counted so, every button stays after a change, and with it the focus of who uses keys.
    """
    ahead = int(what.removeprefix("language").removeprefix(".") or 1)
    codes = content.languages
    return codes[(codes.index(now) + ahead) % len(codes)]


def about_topic(edition: Edition, content: Content, say: Strings) -> Topic:
    """Source, review and privacy as a topic of one page, so that it breaks as pages do."""
    names = SentenceNames()
    blocks = tuple(
        Block("paragraph", tuple(names.named(runs) for runs in split_runs([Run(line)])))
        for line in _about_lines(edition, content, say)
    )
    heading = names.named((Run(say("about.title")),))
    page = Page(heading, blocks, None, (), "", "")
    title = edition.title
    return Topic("", title, "", 0, None, ACCENT, (), False, (), (), (page,))


def _about_lines(edition: Edition, content: Content, say: Strings) -> list[str]:
    lines = [edition.notice] if edition.notice else []
    source = content.pack.source
    if source is not None and source.title:
        parts = [source.title, *([source.year] if source.year else [])]
        lines.append(say("about.source", title=", ".join(parts)))
    review = edition.review
    if review is not None:
        lines.append(say("about.reviewed", name=review.reviewed_by, date=review.reviewed_on))
    else:
        lines.append(say("about.unreviewed"))
    return [*lines, say("about.privacy")]
