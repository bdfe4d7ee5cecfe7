"""Speech in the whole kiosk: nothing before it is wanted, quiet hours, and what staff are told."""

from __future__ import annotations

from datetime import datetime

import pytest

from kiosk.faces.hearing import quiet_by


@pytest.mark.parametrize(
    ("setting", "time", "quiet"),
    [
        ("", "12:00", False),
        ("20:00-07:00", "19:59", False),
        ("20:00-07:00", "20:00", True),
        ("20:00-07:00", "06:59", True),
        ("20:00-07:00", "07:00", False),
        ("12:00-13:00", "12:30", True),
    ],
)
def test_quiet_hours_go_by_the_clock_on_the_wall(setting: str, time: str, quiet: bool) -> None:
    moment = datetime.fromisoformat(f"2026-11-22T{time}")
    assert quiet_by(setting, lambda: moment)() is quiet


def test_a_clock_in_doubt_silences_nobody() -> None:
    assert not quiet_by("00:00-23:59", lambda: None)()
