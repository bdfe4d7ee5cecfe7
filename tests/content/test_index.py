"""The index is used while nothing changed; whatever happens to it, the pack loads."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content import packs
from kiosk.content.packs import compile_into, fresh, load
from kiosk.problems import Problem
from tests.content.builder import FakeProbe, PackFolder
from tests.content.index_support import TOPIC, everything, first_topic, index, never


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_the_second_load_comes_from_the_index(pack: PackFolder, store: Path) -> None:
    first = load(pack.folder, store, FakeProbe)
    second = load(pack.folder, store, never)
    assert (first.compiled, second.compiled) == (True, False)
    assert everything(first.pack) == everything(second.pack)
    assert first.problems == second.problems == ()


def test_an_edit_of_the_same_length_shows(pack: PackFolder, store: Path) -> None:
    load(pack.folder, store, FakeProbe)
    pack.replace(TOPIC, "Een kaart", "Een tekst")
    again = load(pack.folder, store, FakeProbe)
    assert again.compiled
    assert first_topic(again).title == "Een tekst"


def test_an_edit_that_hides_its_time_shows(pack: PackFolder, store: Path) -> None:
    load(pack.folder, store, FakeProbe)
    path = pack.path(TOPIC)
    status = path.stat()
    pack.replace(TOPIC, "Een kaart", "Een tekst")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert first_topic(load(pack.folder, store, FakeProbe)).title == "Een tekst"


def test_a_new_file_shows(pack: PackFolder, store: Path) -> None:
    load(pack.folder, store, FakeProbe)
    pack.write("nl/topics/05-nul.md", pack.read(TOPIC).replace('"een"', '"nul"'))
    again = load(pack.folder, store, FakeProbe)
    assert first_topic(again).id == "nul"


def test_another_program_reads_the_pack_anew(
    pack: PackFolder, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(pack.folder, store, FakeProbe)
    monkeypatch.setattr(packs, "__version__", "99.0")
    assert fresh(pack.folder, store) is None
    assert load(pack.folder, store, FakeProbe).compiled


def test_ids_with_the_same_checksum_are_told_apart(pack: PackFolder) -> None:
    text = pack.read(TOPIC)
    for number, name in enumerate(("plumless", "buckeroo")):
        assert zlib.crc32(name.encode()) == zlib.crc32(b"plumless")
        pack.write(f"nl/topics/2{number}.md", text.replace('"een"', f'"{name}"'))
    loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is not None
    topics = loaded.pack.edition("nl").topics
    assert [topics.place(name) for name in ("een", "plumless", "buckeroo")] == [0, 1, 2]


def test_two_packs_share_a_store(pack: PackFolder, store: Path, tmp_path: Path) -> None:
    other = PackFolder(tmp_path / "other" / "pack")
    other.replace(TOPIC, "Een kaart", "Een ander")
    load(pack.folder, store, FakeProbe)
    load(other.folder, store, FakeProbe)
    assert first_topic(load(pack.folder, store, never)).title == "Een kaart"
    assert first_topic(load(other.folder, store, never)).title == "Een ander"


def test_old_indexes_are_thrown_away(tmp_path: Path, store: Path) -> None:
    for number in range(16):
        load(PackFolder(tmp_path / f"pack{number}").folder, store, FakeProbe)
    assert len(list(store.rglob("*.index"))) == 12


def test_what_a_killed_writer_left_is_thrown_away(pack: PackFolder, store: Path) -> None:
    (store / "packs").mkdir(parents=True)
    old, young = store / "packs" / ".old.new", store / "packs" / ".young.new"
    for path in (old, young):
        path.write_bytes(b"x")
    os.utime(old, (1, 1))
    load(pack.folder, store, FakeProbe)
    assert (old.exists(), young.exists()) == (False, True)


def test_a_refused_pack_stays_refused_whatever_bit_flips(pack: PackFolder, store: Path) -> None:
    pack.replace(TOPIC, "mdi6.run", "mdi6.nope")
    problems = load(pack.folder, store, FakeProbe).problems
    path = index(store)
    data = path.read_bytes()
    for place in range(0, len(data), 11):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :])
        loaded = load(pack.folder, store, FakeProbe)
        assert (loaded.pack, loaded.problems) == (None, problems), place


def test_warnings_are_told_at_later_starts_too(pack: PackFolder, store: Path) -> None:
    pack.replace("pack.toml", "year = 2024\n", "")
    load(pack.folder, store, FakeProbe)
    (problem,) = load(pack.folder, store, never).problems
    assert isinstance(problem, Problem)
    assert problem.what == "the source has no year"


def damage_every_byte(data: bytes) -> bytes:
    return bytes(byte ^ 1 for byte in data)


def another_header(data: bytes) -> bytes:
    return b"KIOSKIX1" + data[8:]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut short": lambda data: data[: len(data) // 2],
    "one byte short": lambda data: data[:-1],
    "one byte more": lambda data: data + b"x",
    "zeros": lambda data: bytes(len(data)),
    "another kind": another_header,
    "every bit": damage_every_byte,
    "header": lambda data: data[:-20] + bytes([data[-20] ^ 4]) + data[-19:],
    "huge numbers": lambda data: data[:8] + b"\xff" * 32 + data[40:],
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_index_is_made_again(
    pack: PackFolder, store: Path, damage: Callable[[bytes], bytes]
) -> None:
    whole = everything(load(pack.folder, store, FakeProbe).pack)
    path = index(store)
    path.write_bytes(damage(path.read_bytes()))
    assert fresh(pack.folder, store) is None
    again = load(pack.folder, store, FakeProbe)
    assert again.compiled
    assert everything(again.pack) == whole
    assert not load(pack.folder, store, never).compiled


def test_any_flipped_bit_leaves_the_pack_whole(pack: PackFolder, store: Path) -> None:
    whole = everything(load(pack.folder, store, FakeProbe).pack)
    path = index(store)
    data = path.read_bytes()
    for place in range(0, len(data), 37):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :])
        loaded = load(pack.folder, store, FakeProbe)
        assert everything(loaded.pack) == whole, place
        assert loaded.pack is not None
        assert loaded.pack.edition("nl").topics.place("een") == 0
        assert loaded.problems == ()
        loaded.close()


def test_an_index_damaged_under_a_running_show_is_made_again_next_time(
    pack: PackFolder, store: Path
) -> None:
    load(pack.folder, store, FakeProbe)
    path = index(store)
    data = path.read_bytes()
    place = data.index(b"Een kaart")
    path.write_bytes(data[:place] + b"X" + data[place + 1 :])
    running = load(pack.folder, store, never)
    assert not running.compiled
    assert first_topic(running).title == "Een kaart"
    assert not path.exists()
    assert load(pack.folder, store, FakeProbe).compiled


def a_file(store: Path) -> None:
    store.write_text("x")


def an_index_folder(store: Path) -> None:
    store.mkdir()
    (store / "packs").write_text("x")


def full(store: Path) -> None:
    store.symlink_to("/dev/full")


@pytest.mark.parametrize("spoil", [a_file, an_index_folder, full])
def test_a_store_that_refuses_costs_the_write_only(
    pack: PackFolder, store: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(store)
    loaded = load(pack.folder, store, FakeProbe)
    assert first_topic(loaded).title == "Een kaart"
    assert compile_into(pack.folder, store, FakeProbe()) == 1


def test_a_disk_that_fills_up_costs_the_write_only(
    pack: PackFolder, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        assert first_topic(load(pack.folder, store, FakeProbe)).title == "Een kaart"
    assert [path.name for path in store.rglob("*") if path.is_file()] == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_an_index_that_is_a_pipe_or_a_link_is_not_opened(pack: PackFolder, store: Path) -> None:
    load(pack.folder, store, FakeProbe)
    path = index(store)
    data = path.read_bytes()
    path.unlink()
    os.mkfifo(path)
    assert fresh(pack.folder, store) is None
    path.unlink()
    elsewhere = store / "elsewhere"
    elsewhere.write_bytes(data)
    path.symlink_to(elsewhere)
    assert fresh(pack.folder, store) is None
    assert load(pack.folder, store, FakeProbe).compiled


def test_compiling_beside_the_show(pack: PackFolder, store: Path) -> None:
    assert fresh(pack.folder, store) is None
    assert compile_into(pack.folder, store, FakeProbe()) == 0
    found = fresh(pack.folder, store)
    assert found is not None
    assert first_topic(found).title == "Een kaart"
    pack.replace(TOPIC, "mdi6.run", "mdi6.nope")
    assert compile_into(pack.folder, store, FakeProbe()) == 2
    refused = fresh(pack.folder, store)
    assert refused is not None
    assert refused.pack is None


def test_a_folder_reached_by_a_link_is_the_same_pack(
    pack: PackFolder, store: Path, tmp_path: Path
) -> None:
    load(pack.folder, store, FakeProbe)
    link = tmp_path / "active"
    link.symlink_to(pack.folder)
    assert not load(link, store, never).compiled


def open_files() -> int:
    """How many files this process has open, where the system tells."""
    descriptors = Path("/proc/self/fd")
    return len(list(descriptors.iterdir())) if descriptors.exists() else 0


def test_a_pack_that_was_closed_gives_its_file_back(pack: PackFolder, store: Path) -> None:
    load(pack.folder, store, FakeProbe)
    before = open_files()
    for _ in range(20):
        load(pack.folder, store, never).close()
        load(pack.folder, store, never)
    gc.collect()
    assert open_files() <= before + 1


def test_loading_a_fresh_index_imports_no_parser(pack: PackFolder, store: Path) -> None:
    load(pack.folder, store, FakeProbe)
    code = (
        "import sys; from pathlib import Path; from kiosk.content.packs import load\n"
        "loaded = load(Path(sys.argv[1]), Path(sys.argv[2]), lambda: 1 / 0)\n"
        "topics = loaded.pack.edition('nl').topics\n"
        "print(topics[0].title, loaded.pack.edition('nl').questions[0].id, loaded.problems)\n"
        "parsers = {'tomllib', 'markdown_it', 'hashlib', 'difflib', 'kiosk.content.compiler'}\n"
        "print(sorted(parsers & set(sys.modules)), [m for m in sys.modules if 'PySide' in m])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(pack.folder), str(store)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        timeout=60,
    )
    assert said.stdout.splitlines() == ["Een kaart q1 ()", "[] []"]
