"""`kiosk counts`: the totals as CSV, without Qt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.domain.day_counts import Counted, DayCounts
from kiosk.store.counts_file import COUNTS_FILE, CountsFile

DAY = date(2026, 5, 4)


def test_it_is_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    totals = {Counted("visit_started"): 12, Counted("topic_opened", "a"): 4}
    CountsFile(tmp_path).write(DayCounts({DAY: totals}))
    assert cli.main(["counts", "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "day,event,subject,count",
        "2026-05-04,topic_opened,a,<10",
        "2026-05-04,visit_started,,12",
    ]


def test_where_nothing_was_counted_it_is_its_head(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["counts", "--data-dir", str(tmp_path / "none")]) == 0
    assert capsys.readouterr().out == "day,event,subject,count\n"
    assert not (tmp_path / "none").exists()


def test_a_file_that_is_broken_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / COUNTS_FILE).write_text("{")
    assert cli.main(["counts", "--data-dir", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert str(tmp_path) in err
    assert (tmp_path / COUNTS_FILE).exists()
