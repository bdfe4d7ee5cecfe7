"""What is counted of a visit in the whole kiosk, and the setting that turns it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.commands.options import RunOptions
from kiosk.domain.day_counts import Counted
from kiosk.store.counts_file import CountsFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.app.house_support import House

READ = {Counted("visit_started"): 1, Counted("topic_opened", "waarom-bewegen"): 1}


@pytest.mark.parametrize(("counts", "days"), [("true", [READ]), ("false", [])])
def test_what_was_opened_is_counted_unless_the_clinic_says_no(
    run: Callable[..., House],
    tmp_path: Path,
    counts: str,
    days: list[dict[Counted, int]],
) -> None:
    settings = tmp_path / "counting.toml"
    settings.write_text(f"tap_guard_ms = 0\ncounts = {counts}\n")
    house = run(RunOptions(settings=settings))
    house.press("attract.read")
    house.press("home.topic.waarom-bewegen")
    assert house.screen == "screen.topic"
    house.close()
    assert list(CountsFile(house.data).read().days.values()) == days
