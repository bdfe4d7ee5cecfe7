"""Changing single keys of a settings file: everything else stays, byte by byte."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.configuration.flat_toml import read_flat
from kiosk.paths import resource
from kiosk.store.settings_writer import Value, changed, write_settings

if TYPE_CHECKING:
    from pathlib import Path

FILE = b"""\
# The hall.
mode = "touch"   # not yet "display"

px_per_mm = 4.03
clinic_name = 'St. "Jan" # 2'  # ours
language = ""
"""


def values(content: bytes) -> dict[str, object]:
    return {name: entry.value for name, entry in read_flat(content).entries.items()}


def test_a_key_is_changed_where_it_stands() -> None:
    after = changed(FILE, {"px_per_mm": 5.561, "mode": "display"})
    assert after == FILE.replace(b"4.03", b"5.561").replace(b'"touch"', b'"display"')


def test_a_remark_behind_a_value_stays() -> None:
    after = changed(FILE, {"clinic_name": "Noord"})
    assert b'clinic_name = "Noord"  # ours\n' in after


def test_a_new_key_comes_at_the_end() -> None:
    assert changed(FILE, {"screen_bottom_mm": 850}) == FILE + b"screen_bottom_mm = 850\n"
    assert changed(b"", {"mode": "touch"}) == b'mode = "touch"\n'
    assert changed(b"mode = 'x'", {"language": "nl"}) == b"mode = 'x'\nlanguage = \"nl\"\n"


def test_line_ends_and_mark_of_windows_stay() -> None:
    before = b"\xef\xbb\xbf" + FILE.replace(b"\n", b"\r\n")
    after = changed(before, {"mode": "display", "screen_bottom_mm": 800})
    wanted = FILE.replace(b'"touch"', b'"display"') + b"screen_bottom_mm = 800\n"
    assert after == b"\xef\xbb\xbf" + wanted.replace(b"\n", b"\r\n")


def test_of_two_lines_the_one_that_counts_is_changed() -> None:
    after = changed(b'mode = "touch"\nmode = "display"\n', {"mode": "presentation"})
    assert after == b'mode = "touch"\nmode = "presentation"\n'


def test_a_key_goes_before_a_heading_after_which_nothing_counts() -> None:
    after = changed(b'mode = "touch"\n[old]\nlanguage = "fr"\n', {"language": "nl"})
    assert after == b'mode = "touch"\nlanguage = "nl"\n[old]\nlanguage = "fr"\n'


def test_what_looks_like_another_key_is_left_alone() -> None:
    before = b'# mode = "x"\nmy_mode = "a"\nmode_2 = "b"\n'
    assert changed(before, {"mode": "touch"}) == before + b'mode = "touch"\n'


def test_bytes_that_are_no_text_stay() -> None:
    before = b'# caf\xe9\nmode = "touch"\n'
    assert changed(before, {"mode": "display"}) == b'# caf\xe9\nmode = "display"\n'


def test_lines_that_belong_together_are_not_torn_apart() -> None:
    before = b'clinic_name = """\nmode = "x"\n"""\n'
    with pytest.raises(ValueError, match="by hand"):
        changed(before, {"mode": "touch", "clinic_name": "Noord"})


def test_what_cannot_stand_in_a_file_is_refused() -> None:
    for text in ('a"b', "a\\b", "a\nb", "\x7f"):
        with pytest.raises(ValueError, match="cannot stand"):
            changed(FILE, {"clinic_name": text})


def test_every_key_of_the_bundled_file_can_be_changed() -> None:
    before = resource("settings.toml").read_bytes()
    names = list(values(before))
    new: dict[str, Value] = dict.fromkeys(names, "nieuw")
    after = changed(before, new)
    assert values(after) == new
    assert after.count(b"#") == before.count(b"#")


NAMES = st.sampled_from(["mode", "language", "px_per_mm", "a-b", "pack"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters='"\\'))
VALUES = st.one_of(TEXTS, st.integers(-9999, 99999), st.floats(0.25, 40, width=32))
LINES = st.lists(
    st.one_of(
        st.sampled_from(["", "# hallo", "[oud]", "onzin", 'mode = "touch" # "x"', "px_per_mm=4.0"]),
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
    ),
    max_size=8,
)


@given(lines=LINES, new=st.dictionaries(NAMES, VALUES, max_size=4))
def test_whatever_the_file_says_only_the_wanted_keys_change(
    lines: list[str], new: dict[str, Value]
) -> None:
    before = "\n".join(lines).encode()
    old = values(before)
    try:
        after = changed(before, new)
    except ValueError:
        return
    assert values(after) == old | new
    assert changed(after, new) == after, "a second time nothing changes"


# -- files -------------------------------------------------------------------------------------


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "settings.d" / "hal.toml"
    assert write_settings(file, {"px_per_mm": 4.03}) == (file, None)
    assert file.read_bytes() == b"px_per_mm = 4.03\n"


def test_nothing_to_change_writes_nothing(tmp_path: Path) -> None:
    assert write_settings(tmp_path / "settings.toml", {}).trouble is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes and links")
def test_mode_and_link_stay(tmp_path: Path) -> None:
    real = tmp_path / "real.toml"
    real.write_bytes(FILE)
    real.chmod(0o640)
    link = tmp_path / "settings.toml"
    link.symlink_to(real)
    assert write_settings(link, {"mode": "display"}).trouble is None
    assert link.is_symlink()
    assert b'"display"' in real.read_bytes()
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_new_file_can_be_read_by_the_kiosk_whoever_wrote_it(tmp_path: Path) -> None:
    write_settings(tmp_path / "settings.toml", {"mode": "touch"})
    assert (tmp_path / "settings.toml").stat().st_mode & 0o777 == 0o644


def test_a_place_that_refuses_is_told_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(FILE)

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "fsync", refuse)
    assert write_settings(file, {"mode": "display"}).trouble == "Read-only file system"
    assert file.read_bytes() == FILE
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    assert write_settings(tmp_path, {"mode": "display"}).trouble == "not a plain file"
    torn = tmp_path / "settings.toml"
    torn.write_bytes(b"\0\0")
    assert write_settings(torn, {"mode": "display"}).trouble is not None
    assert torn.read_bytes() == b"\0\0"
