"""Questions for the doctor: the page that asks them, and those that are kept as one text."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.pack import Block, Page, Run, Sentence, Topic

# The most characters of the text (the issue).
MOST_CHARACTERS = 600
# The id of the page's heading; its sentences are `ask-1` and so on.
ASK = "ask"


def slip(heading: str, questions: Sequence[str]) -> str:
    """A heading and the questions, a line each."""
    return "\n".join((heading, *(f"- {question}" for question in questions)))


def has_room(heading: str, questions: Sequence[str], more: Sequence[str]) -> bool:
    """Whether more questions can be kept beside these."""
    return len(slip(heading, [*questions, *more])) <= MOST_CHARACTERS


def with_questions(topic: Topic, heading: str, keep: str) -> Topic:
    """The topic with its questions as its last page, below which a button keeps them.

    A topic without questions, or that has the page already, stays as it is. The sentences have
    the same ids in every language, so that a place among them survives a change of language.
    """
    if not topic.questions:
        return topic
    blocks = tuple(
        Block("bullet" if len(topic.questions) > 1 else "paragraph", (_sentence(number, question),))
        for number, question in enumerate(topic.questions, 1)
    )
    page = Page(_sentence(0, heading), blocks, None, (), "", "", activities=keep)
    return topic._replace(pages=(*topic.pages, page), questions=())


def is_asking(page: Page) -> bool:
    """Whether it is the page of a topic's questions."""
    return page.heading.id == ASK


def _sentence(number: int, text: str) -> Sentence:
    return Sentence(f"{ASK}-{number}" if number else ASK, (Run(text),))
