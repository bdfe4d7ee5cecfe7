"""What the tests of loading and of the index share."""

from __future__ import annotations

from pathlib import Path

from kiosk.content.packs import Loaded
from kiosk.domain.pack import Pack, Topic
from tests.content.builder import FakeProbe

TOPIC = "nl/topics/10-een.md"


def never() -> FakeProbe:
    raise AssertionError("a fresh index needs no probe")


def index(store: Path) -> Path:
    (found,) = store.rglob("*.index")
    return found


def first_topic(loaded: Loaded) -> Topic:
    assert loaded.pack is not None
    return loaded.pack.edition("nl").topics[0]


def everything(pack: Pack | None) -> object:
    """The pack with all that lies in the index read out, to compare."""
    assert pack is not None
    editions = [
        (
            *(edition.language, edition.title, edition.subtitle, edition.notice),
            *(edition.questions, edition.glossary, edition.review),
            [edition.topics[place] for place in range(len(edition.topics))],
        )
        for edition in pack.editions.values()
    ]
    return pack._replace(editions={}), editions
