"""The slides of the display, one after another without an end, each complete by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from kiosk.domain.loop_slides import (
    Part,
    Slide,
    kernel_slide,
    plain_slide,
    question_slides,
    source_slides,
)

if TYPE_CHECKING:
    from kiosk.domain.pack import Edition

MOST_WEIGHT: Final = 9
_MOST_CHOSEN: Final = 200


class Wish(NamedTuple):
    """A topic of the own selection, and how often it comes in each round."""

    topic: str
    weight: int = 1


class Choice(NamedTuple):
    """What the loop shows: `topics` empty means every topic that loops, in the pack's order."""

    topics: tuple[Wish, ...] = ()
    quiz: bool = True
    source: bool = True


class LoopPlace(NamedTuple):
    """A place in a round: which of its items, and which slide of that, from 0."""

    turn: int
    step: int = 0


class _Item(NamedTuple):
    kind: Literal["topic", "question", "source"]
    place: int = 0


def parse_choice(text: str) -> tuple[Wish, ...]:
    """The own selection from `waarom-bewegen 3; luister-naar-uw-lichaam`: ids, each with a weight.

    Raises ValueError, whose text says what is wrong.
    """
    found: list[Wish] = []
    for rule in text.split(";"):
        if not rule.strip():
            continue
        name, *rest = rule.split()
        weight = rest[0] if rest else "1"
        if len(rest) > 1 or not (weight.isascii() and weight.isdigit() and len(weight) == 1):
            raise ValueError(f"{rule.strip()} is not a topic and a number from 1 to {MOST_WEIGHT}")
        if weight == "0":
            raise ValueError(f"{name} has the weight 0; leave it out instead")
        if any(wish.topic == name for wish in found):
            raise ValueError(f"{name} is chosen twice; give it a weight instead")
        found.append(Wish(name, int(weight)))
    if len(found) > _MOST_CHOSEN:
        raise ValueError(f"more than {_MOST_CHOSEN} topics")
    return tuple(found)


class Loop:
    """Owns the place in the loop: it survives a visit, for nothing but `advance` moves it.

    Topics are loaded when their turn comes, so a pack of 10,000 costs no more than what it has
    shown. It is never empty: a pack in which nothing loops shows its first topic, a pack without
    topics its notice or its title. Raises ValueError for no parts.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        choice: Choice = Choice(),  # noqa: B008 - frozen
        place: LoopPlace | None = None,
    ) -> None:
        """Begin at a place of an earlier loop, as far as this one has it; else at its start."""
        if not parts:
            raise ValueError("a loop needs at least one language")
        self._parts = tuple(parts)
        self._round = _round(parts[0].edition, choice)
        self._silent: set[int] = set()
        self._turn = -1
        self._step = 0
        self._slides: tuple[Slide, ...] = ()
        if place is not None and 0 <= place.turn < len(self._round):
            self._turn = place.turn - 1
        self._next_item()
        if place is not None and self._turn == place.turn:
            self._step = min(max(place.step, 0), len(self._slides) - 1)

    @property
    def slide(self) -> Slide:
        """The slide that shows."""
        return self._slides[self._step]

    @property
    def place(self) -> LoopPlace:
        """Where it is, for a loop that goes on from here."""
        return LoopPlace(self._turn, self._step)

    def advance(self) -> Slide:
        """The slide after it."""
        self._step += 1
        if self._step >= len(self._slides):
            self._next_item()
        return self.slide

    def _next_item(self) -> None:
        for _ in range(len(self._round)):
            self._turn = (self._turn + 1) % len(self._round)
            found = tuple(self._slides_of(self._round[self._turn]))
            if found:
                break
        else:
            found = tuple(self._anything())
        self._slides, self._step = found, 0

    def _slides_of(self, item: _Item) -> Iterator[Slide]:
        first = self._parts[0].edition
        if item.kind == "source":
            for part in self._parts:
                yield from source_slides(part)
        elif item.kind == "question":
            wanted = first.questions[item.place].id
            for part in self._parts:
                same = (one for one in part.edition.questions if one.id == wanted)
                for question in same:
                    yield from question_slides(part, question)
        elif item.place not in self._silent:
            topic = first.topics[item.place]
            if topic.loop:
                for part in self._parts:
                    yield from _kernels(part, topic.id)
            else:
                self._silent.add(item.place)

    def _anything(self) -> Iterator[Slide]:
        part = self._parts[0]
        if len(part.edition.topics):
            yield kernel_slide(part, part.edition.topics[0])
        else:
            yield plain_slide(part, "notice-1", "notice", part.edition.title or "…")


def _kernels(part: Part, topic_id: str) -> Iterator[Slide]:
    try:
        topic = part.edition.topics[part.edition.topics.place(topic_id)]
    except KeyError:  # this language has not got it
        return
    yield kernel_slide(part, topic)


def _round(edition: Edition, choice: Choice) -> list[_Item]:
    """One round: topics by their weights, the questions spread among them, source at the end."""
    chosen = chosen_topics(edition, choice)
    topics = _topics(edition, chosen)
    questions: list[_Item] = []
    if choice.quiz:
        known = {wish.topic for wish in chosen}
        questions = [
            _Item("question", place)
            for place, question in enumerate(edition.questions)
            if not known or question.topic in known
        ]
        # Half a round after its topic: what was read a while ago is worth asking.
        half = len(questions) // 2
        questions = questions[half:] + questions[:half]
    found = _mixed(topics, questions)
    return [*found, _Item("source")] if choice.source else found


def chosen_topics(edition: Edition, choice: Choice) -> tuple[Wish, ...]:
    """What this pack has of an own selection; where that is nothing, every topic shows."""
    return tuple(wish for wish in choice.topics if _has(edition, wish.topic))


def _has(edition: Edition, topic_id: str) -> bool:
    try:
        edition.topics.place(topic_id)
    except KeyError:
        return False
    return True


def _topics(edition: Edition, chosen: Sequence[Wish]) -> list[_Item]:
    if not chosen:
        return [_Item("topic", place) for place in range(len(edition.topics))]
    places = [(edition.topics.place(wish.topic), wish.weight) for wish in chosen]
    return _spread([[_Item("topic", place)] * weight for place, weight in places])


def _mixed(topics: Sequence[_Item], questions: Sequence[_Item]) -> list[_Item]:
    """The questions spread evenly among the topics, a topic first."""
    placed = [(number / len(topics), 1, item) for number, item in enumerate(topics)]
    placed += [((number + 0.5) / len(questions), 0, one) for number, one in enumerate(questions)]
    return [item for _, _, item in sorted(placed, key=lambda entry: entry[:2])]


def _spread(rows: Sequence[Sequence[_Item]]) -> list[_Item]:
    """Several rows as one, each of them spread evenly over the whole."""
    placed = [
        ((number + 0.5) / len(row), order, item)
        for order, row in enumerate(rows)
        for number, item in enumerate(row)
    ]
    return [item for _, _, item in sorted(placed, key=lambda entry: entry[:2])]
