"""The content of a kiosk as the rest of the program sees it: frozen, checked, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from kiosk.domain.activities import Activities

BlockKind = Literal["paragraph", "bullet"]


class Run(NamedTuple):
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


class Sentence(NamedTuple):
    """One sentence with an id that stays when pages, sizes or order change.

    The id is the first 10 hex digits of SHA-256 of the plain text in NFC, with `-2`, `-3` …
    where the same sentence returns in a topic (DESIGN.md section 6).
    """

    id: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The plain text."""
        return "".join(run.text for run in self.runs)


class Block(NamedTuple):
    """A paragraph, or one item of a bullet list."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]


class Picture(NamedTuple):
    """A picture of the pack: its path below the pack's folder (with `/`) and what it shows."""

    path: str
    alt: str


class Page(NamedTuple):
    """One message of a topic, as its author wrote it; a screen may need several leaves for it.

    `activities` are the words on its button to the pack's activities, "" for none.
    """

    heading: Sentence
    blocks: tuple[Block, ...]
    picture: Picture | None
    claims: tuple[str, ...]
    slide: str
    notes: str
    activities: str = ""

    def sentences(self) -> Iterator[Sentence]:
        """The body's sentences in reading order."""
        for block in self.blocks:
            yield from block.sentences


class Topic(NamedTuple):
    """One card: its face for home and attract, and its pages."""

    id: str
    title: str
    icon: str
    minutes: int
    image: Picture | None
    accent: str
    kernel: tuple[Sentence, ...]
    loop: bool
    action: tuple[Sentence, ...]
    questions: tuple[str, ...]
    pages: tuple[Page, ...]

    @property
    def kernel_text(self) -> str:
        """The kernel as one text."""
        return " ".join(sentence.text for sentence in self.kernel)


class Option(NamedTuple):
    """One answer to a question; `why` explains it, whether right or wrong."""

    text: str
    correct: bool
    why: tuple[Sentence, ...]
    claims: tuple[str, ...]
    against: str


class Question(NamedTuple):
    """One question of the quiz. `topic` is where its answer can be read."""

    id: str
    topic: str
    ask: Sentence
    image: Picture | None
    options: tuple[Option, ...]

    @property
    def right(self) -> Option:
        """The one right answer."""
        return next(option for option in self.options if option.correct)


class Source(NamedTuple):
    """Where the content comes from; `year` is empty while nobody knows it."""

    title: str
    author: str
    organisation: str
    year: str


class Review(NamedTuple):
    """Who vouches for the text of one language, and until when (ISO dates)."""

    reviewed_by: str
    reviewed_on: str
    review_by: str
    text_hash: str


class Talk(NamedTuple):
    """A selection of topics for a talk."""

    name: str
    title: str
    topics: tuple[str, ...]
    hide: tuple[str, ...]


class Topics(Protocol):
    """The topics in order; an index may load each one only when it is asked for."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> Topic: ...

    def place(self, topic_id: str) -> int:
        """Where a topic stands, counted from 0; raises `KeyError` for an unknown id."""
        ...


class TopicList:
    """All topics in memory."""

    def __init__(self, topics: tuple[Topic, ...]) -> None:
        self._topics = topics
        self._places = {topic.id: place for place, topic in enumerate(topics)}

    def __len__(self) -> int:
        return len(self._topics)

    def __getitem__(self, place: int, /) -> Topic:
        return self._topics[place]

    def place(self, topic_id: str) -> int:
        """Where a topic stands, counted from 0; raises `KeyError` for an unknown id."""
        return self._places[topic_id]


class Edition(NamedTuple):
    """The pack in one language."""

    language: str
    title: str
    subtitle: str
    notice: str
    topics: Topics
    questions: tuple[Question, ...]
    glossary: Mapping[str, str]
    review: Review | None
    activities: Activities | None = None


class Pack(NamedTuple):
    """A checked pack. The first language is the default and the reference."""

    id: str
    version: str
    source: Source | None
    editions: Mapping[str, Edition]
    talks: tuple[Talk, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in the pack's order."""
        return tuple(self.editions)

    def edition(self, language: str) -> Edition:
        """The pack in `language` (`nl_BE` and `NL` fall back to `nl`), else in its first one."""
        for wanted in (language, language.replace("-", "_").split("_")[0].lower()):
            if wanted in self.editions:
                return self.editions[wanted]
        return next(iter(self.editions.values()))
