"""Writes a compiled pack record by record, so that 10,000 topics never stand in memory at once."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Protocol

from kiosk.content.index_file import ID_ROW, MAGIC, PRELUDE, ROW, Place, id_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.domain.activities import Activities
    from kiosk.domain.pack import Edition, Question, Topic
    from kiosk.problems import Problem


class Writable(Protocol):
    """The part of a binary file that writing takes."""

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Goes to a place."""
        ...

    def write(self, data: bytes, /) -> int | None:
        """Writes on from there."""
        ...


class IndexWriter:
    """Writes one index from front to back, its prelude last. The caller owns the file.

    Every method raises OSError when the file refuses.
    """

    def __init__(self, file: Writable) -> None:
        self._file = file
        self._offset = 0
        self._put(bytes(PRELUDE))

    def topic(self, topic: Topic) -> Place:
        """Writes a topic and says where it stands."""
        return self._record(topic)

    def questions(self, questions: Iterable[Question]) -> Place:
        """Writes the quiz of a language and says where it stands."""
        return self._record(list(questions))

    def activities(self, activities: Activities) -> Place:
        """Writes the activities of a language and says where they stand."""
        return self._record(activities)

    def glossary(self, glossary: Mapping[str, str]) -> Place:
        """Writes the glossary of a language and says where it stands."""
        return self._record(dict(glossary))

    def topics(self, places: Iterable[Place]) -> int:
        """Writes the table of topics in their order and says at which offset it begins."""
        begin = self._offset
        for offset, length, checksum in places:
            row = offset.to_bytes(8, "little") + length.to_bytes(4, "little")
            self._put(row + checksum.to_bytes(4, "little"))
        assert (self._offset - begin) % ROW == 0
        return begin

    def ids(self, ids: Iterable[str]) -> Place:
        """Writes the table of ids in the topics' order and says where it stands."""
        import sys

        keys = sorted(id_key(name, row) for row, name in enumerate(ids))
        return self._put(b"".join(key.to_bytes(ID_ROW, sys.byteorder) for key in keys))

    def problems(self, problems: Iterable[Problem]) -> Place:
        """Writes what the checker found and says where it stands."""
        return self._record(list(problems))

    def finish(self, header: Mapping[str, object]) -> None:
        """Writes the header and then the prelude, which makes the file an index."""
        start, length, checksum = self._record(header)
        size = self._offset
        self._file.seek(0)
        numbers = (start, length, checksum, size)
        self._put(MAGIC + b"".join(number.to_bytes(8, "little") for number in numbers))

    def _record(self, value: object) -> Place:
        return self._put(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())

    def _put(self, data: bytes) -> Place:
        self._file.write(data)
        place = (self._offset, len(data), zlib.crc32(data))
        self._offset += len(data)
        return place


def edition_header(
    edition: Edition,
    count: int,
    topics: int,
    ids: Place,
    questions: Place,
    glossary: Place,
    activities: Place | None,
) -> dict[str, object]:
    """What the header of an index says of one language."""
    return {
        "title": edition.title,
        "subtitle": edition.subtitle,
        "notice": edition.notice,
        "review": edition.review,
        "count": count,
        "topics": topics,
        "ids": ids,
        "questions": questions,
        "glossary": glossary,
        "activities": activities,
    }
