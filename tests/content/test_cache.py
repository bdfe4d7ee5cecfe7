"""What was parsed once comes from the store until its sources change; the store may do anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.content.cache import compiled


class Builder:
    """Counts how often it is asked."""

    def __init__(self, value: object) -> None:
        self.value = value
        self.asked = 0

    def __call__(self) -> object:
        self.asked += 1
        return self.value


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "nl.toml"
    path.write_text("a = 1")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_it_is_built_once(source: Path, store: Path) -> None:
    build = Builder({"één": [1, 2.5, None, True]})
    for _ in range(3):
        assert compiled("words", [source], build, store) == {"één": [1, 2.5, None, True]}
    assert build.asked == 1


def test_it_reads_the_same_when_built_and_when_kept(source: Path, store: Path) -> None:
    build = Builder({"a": (1, 2)})
    assert compiled("words", [source], build, store) == {"a": [1, 2]}
    assert compiled("words", [source], build, store) == {"a": [1, 2]}


def test_none_is_a_value(source: Path, store: Path) -> None:
    build = Builder(None)
    assert compiled("words", [source], build, store) is None
    assert compiled("words", [source], build, store) is None
    assert build.asked == 1


def test_a_changed_source_is_built_again(source: Path, store: Path) -> None:
    build = Builder(1)
    compiled("words", [source], build, store)
    status = source.stat()
    source.write_text("a = 2")
    os.utime(source, ns=(status.st_atime_ns, status.st_mtime_ns))
    build.value = 2
    assert compiled("words", [source], build, store) == 2


def test_another_list_of_sources_is_built_again(source: Path, store: Path, tmp_path: Path) -> None:
    build = Builder(1)
    compiled("words", [source], build, store)
    compiled("words", [source, tmp_path / "missing.toml"], build, store)
    assert build.asked == 2


def test_names_do_not_share(source: Path, store: Path) -> None:
    assert compiled("a", [source], Builder(1), store) == 1
    assert compiled("b", [source], Builder(2), store) == 2


def test_without_a_store_it_is_built_each_time(source: Path) -> None:
    build = Builder(1)
    compiled("words", [source], build, None)
    compiled("words", [source], build, None)
    assert build.asked == 2


def test_every_damaged_byte_is_noticed(source: Path, store: Path) -> None:
    compiled("words", [source], Builder({"a": "bcd"}), store)
    (path,) = store.rglob("*.json")
    data = path.read_bytes()
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 2]) + data[place + 1 :])
        assert compiled("words", [source], Builder({"a": "new"}), store) == {"a": "new"}


@pytest.mark.parametrize("data", [b"", b"[", b"00000000\n", b"\n\n", b"[" * 100_000])
def test_other_content_is_replaced(source: Path, store: Path, data: bytes) -> None:
    compiled("words", [source], Builder(1), store)
    (path,) = store.rglob("*.json")
    path.write_bytes(data)
    assert compiled("words", [source], Builder(2), store) == 2
    assert compiled("words", [source], Builder(3), store) == 2


def test_a_store_that_refuses_costs_nothing_else(source: Path, store: Path) -> None:
    store.write_text("a file")
    assert compiled("words", [source], Builder(1), store) == 1


def test_a_pipe_in_the_store_does_not_block(source: Path, store: Path) -> None:
    (store / "compiled").mkdir(parents=True)
    os.mkfifo(store / "compiled" / "words.json")
    assert compiled("words", [source], Builder(1), store) == 1


def test_what_build_raises_goes_through_and_is_not_kept(source: Path, store: Path) -> None:
    def fail() -> object:
        raise ValueError("no TOML")

    with pytest.raises(ValueError, match="no TOML"):
        compiled("words", [source], fail, store)
    assert compiled("words", [source], Builder(1), store) == 1


@pytest.mark.parametrize("name", ["", "../a", "a/b", "a.b", "é", "x" * 100])
def test_a_name_that_is_not_plain_is_refused(source: Path, store: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain"):
        compiled(name, [source], Builder(1), store)
