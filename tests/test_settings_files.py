"""Settings files as people leave them, and as nobody should."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kiosk.configuration.settings_key import Key
from kiosk.configuration.settings_spec import KEYS
from kiosk.settings import load_settings
from tests.settings_support import DEFAULTS, TEXTS, load, only


def test_a_line_that_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    loaded = load(tmp_path, "screen = 2\nidle_min_s = two minutes\nlog_level\n\ncounts = false\n")
    assert loaded.settings == DEFAULTS._replace(screen=2, counts=False)
    assert [problem.line for problem in loaded.problems] == [2, 3]


def test_problems_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    loaded = load(tmp_path, "idle_min_s = 1\nnonsense\nmode = 3\nmood = 4\n?\n")
    assert [problem.line for problem in loaded.problems] == [1, 2, 3, 4, 5]


def test_a_broken_line_among_windows_line_ends(tmp_path: Path) -> None:
    loaded = load(tmp_path, b"screen = 2\r\nnonsense\r\ncounts = false\r\n")
    assert loaded.settings == DEFAULTS._replace(screen=2, counts=False)
    assert only(loaded).line == 2


def test_a_very_long_line_is_not_parsed(tmp_path: Path) -> None:
    loaded = load(tmp_path, "screen = 2\n" + "a." * 30_000 + "a = 1\n")
    assert loaded.settings.screen == 2
    assert (only(loaded).line, only(loaded).what) == (2, "a very long line")


def test_a_windows_path_in_double_quotes_is_explained(tmp_path: Path) -> None:
    loaded = load(tmp_path, 'screen = 2\npack = "C:\\packs\\ms"\n')
    assert loaded.settings.screen == 2
    assert "single quotes" in only(loaded).to_do


def test_written_twice_the_last_counts(tmp_path: Path) -> None:
    loaded = load(tmp_path, "screen = 2\ncounts = false\nscreen = 3\n")
    assert loaded.settings == DEFAULTS._replace(screen=3, counts=False)
    assert (only(loaded).line, only(loaded).severity) == (3, "warning")


def test_nothing_counts_below_a_heading(tmp_path: Path) -> None:
    loaded = load(tmp_path, "screen = 2\n[kiosk]\nscreen = 3\n")
    assert loaded.settings.screen == 2
    assert (only(loaded).line, "heading" in only(loaded).what) == (2, True)


def test_windows_editors(tmp_path: Path) -> None:
    text = "# één\r\nscreen = 2\r\ncounts = false\r\n"
    for encoding in ("utf-8", "utf-8-sig"):
        loaded = load(tmp_path, text.encode(encoding))
        assert (loaded.settings.screen, loaded.problems) == (2, ())
    loaded = load(tmp_path, text.encode("cp1252"))
    assert (loaded.settings.screen, loaded.settings.counts) == (2, False)
    assert (only(loaded).line, only(loaded).severity) == (1, "warning")
    loaded = load(tmp_path, text.encode("utf-16"))
    assert loaded.settings == DEFAULTS
    assert "UTF-8" in only(loaded).what


def test_garbled_letters_in_a_value(tmp_path: Path) -> None:
    loaded = load(tmp_path, 'screen = 2\npack = "caf\xe9"\n'.encode("latin-1"))
    assert loaded.settings == DEFAULTS._replace(screen=2)
    assert (only(loaded).line, only(loaded).severity) == (2, "error")


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\x02\xff" * 1000,
        b"screen = 2\n" * 60_000,
        b"screen = " + b"[" * 60_000,
        b"[" * 60_000,
        b"screen = [\n" + b"[\n" * 30_000,
        b"a = " + b"{a=" * 600 + b"\n" + b"b = " + b"[" * 1900,
        b"x" * 63_000,
        b"\n".join(b"%d = 1" % number for number in range(6_000)),
        b"\n".join(b"x %d" % number for number in range(6_000)),
        (b".".join([b"a"] * 990) + b" = 1\n") * 30,
        b"screen = " + b"9" * 60_000,
        b"idle_min_s = 0x" + b"f" * 1900,
        b'pack = """' + b"\xf0\x9f" * 20_000,
        b"\xff" * 60_000,
        b"\n" * 63_000,
    ],
    ids=range(15),
)
def test_hostile_content_in_bounded_time(tmp_path: Path, content: bytes) -> None:
    start = time.perf_counter()
    loaded = load(tmp_path, content)
    # Observed: 0.3 s for the slowest; a parser out of hand takes minutes.
    assert time.perf_counter() - start < 10
    assert loaded.settings == DEFAULTS
    assert len(loaded.problems) <= 60
    assert all(len(str(problem)) < 1000 for problem in loaded.problems)
    assert loaded.problems or not content.strip()


def test_hostile_files(tmp_path: Path) -> None:
    next_one = tmp_path / "next.toml"
    next_one.write_text("screen = 2")
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "huge").write_bytes(b"#" * 70_000)
    (tmp_path / "linked").symlink_to(next_one)
    for name in ("fifo", "folder", "dangling", "round", "huge", "next.toml/below", "a\0b"):
        loaded = load_settings(tmp_path / name, (next_one,), hostname="")
        assert (loaded.settings.screen, loaded.file) == (2, next_one), name
        assert only(loaded).severity == "error"
    assert load_settings(tmp_path / "linked", (), hostname="").settings.screen == 2
    assert load_settings(Path("/dev/zero"), (), hostname="").settings == DEFAULTS


@pytest.mark.skipif(not hasattr(os, "seteuid") or os.geteuid() != 0, reason="needs root to drop")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    secret = tmp_path / "closed" / "settings.toml"
    secret.parent.mkdir()
    secret.write_text("screen = 2")
    secret.parent.chmod(0o700)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    os.seteuid(65534)
    try:
        loaded = load_settings(None, (secret,), hostname="")
    finally:
        os.seteuid(0)
    assert loaded.settings == DEFAULTS
    assert "denied" in only(loaded).what


# For any content


def fits(key: Key, value: object) -> bool:
    if key.choices:
        return value in key.choices
    if key.kind == "switch":
        return isinstance(value, bool)
    if isinstance(value, str):
        return key.kind not in ("whole", "number")
    assert isinstance(value, int | float)
    return value == key.special or key.low <= value <= key.high


@given(st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("utf-8", "replace"))))
@example(b"idle_min_s = 60\r\n\xff")
@hypothesis_settings(max_examples=400, deadline=None)
def test_any_bytes_give_settings(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    loaded = load(tmp_path_factory.getbasetemp(), content)
    for key in KEYS:
        value = getattr(loaded.settings, key.name)
        assert fits(key, value)
        assert type(value) is type(getattr(DEFAULTS, key.name))
    for problem in loaded.problems:
        assert problem.what
        assert problem.to_do
        assert "\n" not in str(problem)
