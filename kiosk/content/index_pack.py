"""A pack that lies in an index: its topics are read one by one, when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, cast

from kiosk.content.index_file import IndexDamagedError, IndexFile, Place
from kiosk.domain.activities import Activities, Activity, Advice, Care, Wish
from kiosk.domain.pack import (
    Block,
    Edition,
    Option,
    Pack,
    Page,
    Picture,
    Question,
    Review,
    Run,
    Sentence,
    Source,
    Talk,
    Topic,
)
from kiosk.problems import Problem

# Home shows six topics at once; a reader goes back and forth between neighbours.
_KEPT_TOPICS = 16

_T = TypeVar("_T")


class CompiledPack:
    """Owns the index of one pack; `close()` gives its file back.

    A record that turns out damaged later on (a dying disk) makes it call `recover`, once, for a
    new index made from the pack's own files.
    """

    def __init__(self, file: IndexFile, recover: Callable[[], IndexFile | None]) -> None:
        self._file = file
        self._recover = recover
        self._recovered = False

    def close(self) -> None:
        """Closes the index."""
        self._file.close()

    @property
    def header(self) -> dict[str, Any]:
        """What is known without reading any record."""
        return self._file.header

    def pack(self) -> Pack | None:
        """The pack, or None where it has errors."""
        header = self.header["pack"]
        if header is None:
            return None
        return Pack(
            id=header["id"],
            version=header["version"],
            source=Source(*header["source"]) if header["source"] else None,
            editions=_Editions(self, tuple(header["editions"])),
            talks=tuple(
                Talk(name, title, tuple(topics), tuple(hide))
                for name, title, topics, hide in header["talks"]
            ),
        )

    def problems(self) -> tuple[Problem, ...]:
        """What the checker found when the pack was compiled."""
        return self._read(
            lambda file: tuple(
                Problem(*problem)
                for problem in cast("Any", file.record(_place(file.header["problems"])))
            )
        )

    def edition(self, language: str) -> Edition:
        """The pack in one of its languages."""

        def read(file: IndexFile) -> Edition:
            header = _edition_header(file, language)
            questions = cast("Any", file.record(_place(header["questions"])))
            where = header["activities"]
            return Edition(
                language=language,
                title=header["title"],
                subtitle=header["subtitle"],
                notice=header["notice"],
                topics=IndexedTopics(self, language),
                questions=tuple(_question(question) for question in questions),
                glossary=cast("dict[str, str]", file.record(_place(header["glossary"]))),
                review=Review(*header["review"]) if header["review"] else None,
                activities=_activities(cast("Any", file.record(_place(where)))) if where else None,
            )

        return self._read(read)

    def count(self, language: str) -> int:
        """How many topics there are."""
        return self._read(lambda file: int(_edition_header(file, language)["count"]))

    def topic(self, language: str, place: int) -> Topic:
        """The topic at a place, counted from 0; raises `IndexError` past the end."""
        if not 0 <= place < self.count(language):
            raise IndexError(place)

        def read(file: IndexFile) -> Topic:
            rows = int(_edition_header(file, language)["topics"])
            return _topic(cast("Any", file.record(file.row(rows, place))))

        return self._read(read)

    def candidates(self, language: str, topic_id: str) -> list[int]:
        """The places where a topic of this id may stand."""
        return self._read(
            lambda file: file.candidates(_place(_edition_header(file, language)["ids"]), topic_id)
        )

    def _read(self, read: Callable[[IndexFile], _T]) -> _T:
        try:
            return _whole(read, self._file)
        except IndexDamagedError:
            if self._recovered:
                raise
        self._recovered = True
        file = self._recover()
        if file is None:
            raise IndexDamagedError("the index is damaged and the pack cannot be read again")
        self._file.close()
        self._file = file
        return _whole(read, file)


class IndexedTopics:
    """The topics of one language, each read when it is asked for; a few are kept."""

    def __init__(self, pack: CompiledPack, language: str) -> None:
        self._pack = pack
        self._language = language
        self._kept: dict[int, Topic] = {}

    def __len__(self) -> int:
        return self._pack.count(self._language)

    def __getitem__(self, place: int, /) -> Topic:
        if place < 0:
            place += len(self)
        topic = self._kept.pop(place, None)
        if topic is None:
            topic = self._pack.topic(self._language, place)
            if len(self._kept) >= _KEPT_TOPICS:
                del self._kept[next(iter(self._kept))]
        self._kept[place] = topic
        return topic

    def __iter__(self) -> Iterator[Topic]:
        return (self[place] for place in range(len(self)))

    def place(self, topic_id: str) -> int:
        """Where a topic stands, counted from 0; raises `KeyError` for an unknown id."""
        for place in self._pack.candidates(self._language, topic_id):
            if self[place].id == topic_id:
                return place
        raise KeyError(topic_id)


class _Editions(Mapping[str, Edition]):
    """The languages of a pack; each is read when it is first asked for."""

    def __init__(self, pack: CompiledPack, languages: tuple[str, ...]) -> None:
        self._pack = pack
        self._languages = languages
        self._read: dict[str, Edition] = {}

    def __getitem__(self, language: str, /) -> Edition:
        if language not in self._languages:
            raise KeyError(language)
        if language not in self._read:
            self._read[language] = self._pack.edition(language)
        return self._read[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)

    def __contains__(self, language: object) -> bool:
        return language in self._languages


def _whole(read: Callable[[IndexFile], _T], file: IndexFile) -> _T:
    """Reads; a record of another shape than ours counts as damaged."""
    try:
        return read(file)
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise IndexDamagedError("of another shape") from error


def _place(data: object) -> Place:
    offset, length, checksum = cast("tuple[int, int, int]", data)
    return offset, length, checksum


def _edition_header(file: IndexFile, language: str) -> dict[str, Any]:
    pack = cast("dict[str, Any]", file.header["pack"])
    return pack["editions"][language]


def _sentence(data: list[Any]) -> Sentence:
    return Sentence(data[0], tuple(Run(text, bold) for text, bold in data[1]))


def _sentences(data: list[Any]) -> tuple[Sentence, ...]:
    return tuple(_sentence(sentence) for sentence in data)


def _picture(data: list[Any] | None) -> Picture | None:
    return Picture(*data) if data else None


def _page(data: list[Any]) -> Page:
    heading, blocks, picture, claims, slide, notes, activities = data
    return Page(
        _sentence(heading),
        tuple(Block(kind, _sentences(sentences)) for kind, sentences in blocks),
        _picture(picture),
        tuple(claims),
        slide,
        notes,
        activities,
    )


def _topic(data: list[Any]) -> Topic:
    name, title, icon, minutes, image, accent, kernel, loop, action, questions, pages = data
    return Topic(
        name,
        title,
        icon,
        minutes,
        _picture(image),
        accent,
        _sentences(kernel),
        loop,
        _sentences(action),
        tuple(questions),
        tuple(_page(page) for page in pages),
    )


def _question(data: list[Any]) -> Question:
    name, topic, ask, image, options = data
    return Question(
        name,
        topic,
        _sentence(ask),
        _picture(image),
        tuple(
            Option(text, correct, _sentences(why), tuple(claims), against)
            for text, correct, why, claims, against in options
        ),
    )


def _activities(data: list[Any]) -> Activities:
    title, ask, wishes, care = data
    heading, text, picture, claims = care
    return Activities(
        title,
        ask,
        tuple(
            Wish(name, label, _picture(picture), tuple(map(_advice, advice)))
            for name, label, picture, advice in wishes
        ),
        Care(_sentence(heading), _sentences(text), _picture(picture), tuple(claims)),
    )


def _advice(data: list[Any]) -> Advice:
    (name, heading, picture), why, claims = data
    activity = Activity(name, _sentence(heading), _picture(picture))
    return Advice(activity, _sentences(why), tuple(claims))
