"""The file of the totals: what it keeps, what it does not tell, and what is not one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.day_counts import Counted, DayCounts
from kiosk.store.counts_file import COUNTS_FILE, CountsFile
from kiosk.store.files import UnreadableFileError

DAY = date(2026, 5, 4)
names = st.builds(
    Counted,
    st.sampled_from(["visit_started", "topic_opened"]),
    st.from_regex(r"[a-z][a-z-]*", fullmatch=True),
)


@given(st.dictionaries(st.dates(), st.dictionaries(names, st.integers(1)), max_size=5))
def test_what_is_kept_comes_back(
    tmp_path_factory: pytest.TempPathFactory, days: dict[date, dict[Counted, int]]
) -> None:
    file = CountsFile(tmp_path_factory.mktemp("data"))
    assert file.write(DayCounts(days)) is None
    assert file.read().days == days


def test_nothing_is_counted_yet(tmp_path: Path) -> None:
    assert not CountsFile(tmp_path).read().days


def test_its_own_time_tells_nothing(tmp_path: Path) -> None:
    CountsFile(tmp_path).write(DayCounts({DAY: {Counted("visit_started"): 1}}))
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mtime < 1_000_000_000  # in 2001


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"[" * 100_000,
        b'{"yesterday": {}}',
        b'{"2026-05-04": []}',
        b'{"2026-05-04": {"visit_started": "3"}}',
        b'{"2026-05-04": {"visit_started": true}}',
        b'{"2026-05-04": {"visit_started": -3}}',
    ],
)
def test_what_is_not_a_file_of_counts_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / COUNTS_FILE).write_bytes(content)
    with pytest.raises(UnreadableFileError, match="count"):
        CountsFile(tmp_path).read()


def test_it_can_be_put_aside(tmp_path: Path) -> None:
    (tmp_path / COUNTS_FILE).write_text("?")
    CountsFile(tmp_path).put_aside()
    assert [file.read_text() for file in tmp_path.iterdir()] == ["?"]
    assert not CountsFile(tmp_path).read().days
