"""Ten thousand topics: compiled once in bounded memory, then as quick and small as a few."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from kiosk.content.packs import Loaded, fresh, is_large, load
from tests.content.builder import FakeProbe, PackFolder

COUNT = 10_000
TEXT = """+++
id = "t{0}"
title = "Kaart {0}"
icon = "mdi6.run"
kernel = "Een kern."
+++
# Kop

Wat staat hier nu {0}.
"""


class Large:
    """A pack of 10,001 topics, compiled."""

    def __init__(self, place: Path) -> None:
        self.store = place / "store"
        self.pack = PackFolder(place / "pack")
        add_topics(self.pack, COUNT)
        begin = time.process_time()
        self.first = load(self.pack.folder, self.store, FakeProbe)
        self.seconds = time.process_time() - begin


def add_topics(pack: PackFolder, count: int) -> None:
    folder = pack.path("nl/topics")
    for number in range(count):
        (folder / f"{number + 20_000}.md").write_bytes(TEXT.format(number).encode())


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Large:
    return Large(tmp_path_factory.mktemp("large"))


def opened(large: Large) -> Loaded:
    loaded = fresh(large.pack.folder, large.store)
    assert loaded is not None
    return loaded


def test_every_topic_is_there(large: Large) -> None:
    loaded = opened(large)
    assert loaded.pack is not None
    topics = loaded.pack.edition("nl").topics
    assert len(topics) == COUNT + 1
    assert topics[0].id == "een"
    for number in (0, 1, 4_999, COUNT - 1):
        assert topics.place(f"t{number}") == number + 1
        assert topics[number + 1].title == f"Kaart {number}"
    assert topics[-1].id == f"t{COUNT - 1}"
    for unknown in ("t10000", "", "kaart"):
        with pytest.raises(KeyError):
            topics.place(unknown)
    with pytest.raises(IndexError):
        topics[COUNT + 1]


def test_compiling_takes_bounded_time(large: Large) -> None:
    assert large.first.compiled
    # Observed: 7 s of one core.
    assert large.seconds < 100


def test_compiling_holds_no_more_topics_the_more_there_are(
    pack: PackFolder, tmp_path: Path
) -> None:
    load(pack.folder, None, FakeProbe)
    peaks: list[int] = []
    for count in (100, 400):
        add_topics(pack, count)
        tracemalloc.start()
        load(pack.folder, tmp_path / "store", FakeProbe)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # Observed: 130 bytes for each of the 300 more; a topic as objects takes some kB.
    assert peaks[1] - peaks[0] < 300 * 1_300


def test_a_later_start_reads_only_what_it_shows(large: Large, pack: PackFolder) -> None:
    load(pack.folder, large.store, FakeProbe).close()
    small = fresh(pack.folder, large.store)
    assert small is not None
    used = [memory_of(lambda: small), memory_of(lambda: opened(large))]
    # Observed: next to nothing; the table of ids is read when an id is first looked up.
    assert used[1] - used[0] < 500_000


def memory_of(open_pack: object) -> int:
    """What stays in memory once the first six topics have been read."""
    assert callable(open_pack)
    tracemalloc.start()
    loaded = open_pack()
    assert isinstance(loaded, Loaded)
    assert loaded.pack is not None
    topics = loaded.pack.edition("nl").topics
    shown = [topics[place] for place in range(min(6, len(topics)))]
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert shown
    return used


def test_a_later_start_is_quick(large: Large) -> None:
    begin = time.process_time()
    opened(large)
    # Observed: 0.05 s, for the signature of 10,000 files.
    assert time.process_time() - begin < 0.5


def test_asking_whether_it_is_large_stops_early(large: Large, pack: PackFolder) -> None:
    assert is_large(large.pack.folder)
    assert not is_large(pack.folder)


def test_one_changed_file_among_ten_thousand_is_noticed(large: Large) -> None:
    name = "nl/topics/25000.md"
    text = large.pack.read(name)
    large.pack.write(name, text.replace("Kaart", "Kaars"))
    assert fresh(large.pack.folder, large.store) is None
    large.pack.write(name, text)
