"""`kiosk schedule` tells what would happen, with no wait."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.commands.options import ScheduleOptions
from kiosk.commands.scheduling import schedule

HOURS = 'screen_hours = "1-5 07:30-18:30; 6 09:00-12:00; 7 off"\ndark_hours = "17:00-09:00"\n'
ZONE = "Europe/Brussels"


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "settings.toml"
    file.write_text(HOURS, "utf-8")
    return file


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["schedule", "--zone", ZONE, *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def test_a_moment_before_the_clock_is_set_forward(
    capsys: pytest.CaptureFixture[str], settings: Path
) -> None:
    lines = said(capsys, "--at", "2027-03-28T01:59", "--settings", str(settings))
    assert lines == [
        "2027-03-28 Sunday 01:59 (UTC+01:00): screen off",
        "next: 2027-03-29 Monday 07:30 (UTC+02:00): screen on, white on black",
        "restart: 2027-03-28 Sunday 04:30 (UTC+02:00), if nobody is there and something "
        "starts the kiosk again",
        "2027-03-28 Sunday 03:00 (UTC+02:00): the clock was set forward by 60 minutes",
    ]


def test_a_moment_that_the_clock_skips(capsys: pytest.CaptureFixture[str]) -> None:
    first, second, *_ = said(capsys, "--at", "2027-03-28T02:30")
    assert "does not exist" in first
    assert second.startswith("2027-03-28 Sunday 03:30 (UTC+02:00): screen on")


def test_without_settings_nothing_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert "next: nothing changes" in said(capsys, "--at", "2026-12-01T12:00")


def test_a_range_says_every_change(capsys: pytest.CaptureFixture[str], settings: Path) -> None:
    lines = said(
        capsys,
        *("--from", "2027-10-30T08:00", "--to", "2027-11-01T12:00"),
        *("--settings", str(settings)),
    )
    assert lines == [
        "2027-10-30 Saturday 08:00 (UTC+02:00): screen off",
        "2027-10-30 Saturday 09:00 (UTC+02:00): screen on, light",
        "2027-10-30 Saturday 12:00 (UTC+02:00): screen off",
        "2027-10-31 Sunday 02:00 (UTC+01:00): the clock was set back by 60 minutes",
        "2027-11-01 Monday 07:30 (UTC+01:00): screen on, white on black",
        "2027-11-01 Monday 09:00 (UTC+01:00): screen on, light",
        "2027-11-01 Monday 12:00 (UTC+01:00): end",
    ]


def test_a_clock_before_the_build_is_not_believed(
    capsys: pytest.CaptureFixture[str], settings: Path
) -> None:
    for arguments in (["--at", "2000-01-03T03:00"], ["--from", "2000-01-03T03:00"]):
        (line,) = said(capsys, *arguments, "--settings", str(settings))
        assert "screen on" in line
        assert "not believed" in line


def test_the_week_from_now(capsys: pytest.CaptureFixture[str], settings: Path) -> None:
    options = ScheduleOptions(zone=ZONE, settings=settings)
    assert schedule(options, clock=lambda: 1_796_947_200.0) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + 5 * 4 + 2 + 1
    assert lines[0].startswith("2026-12-11 Friday")
    assert lines[-1].startswith("2026-12-18 Friday")


def test_a_year_of_many_changes_ends(capsys: pytest.CaptureFixture[str], settings: Path) -> None:
    hours = " ".join(f"{hour:02}:00-{hour:02}:30" for hour in range(8, 12))
    settings.write_text(f'screen_hours = "1-7 {hours}"\n', "utf-8")
    lines = said(
        capsys,
        *("--from", "2027-01-01T00:00", "--to", "2028-01-01T00:00"),
        *("--settings", str(settings)),
    )
    assert len(lines) == 2002
    assert lines[-1].startswith("and more from")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["--from", "2027-03-02", "--to", "2027-03-01"],
            "the range ends 2027-03-01T00:00, which is not after its start 2027-03-02T00:00; "
            "write a later --to, such as 2027-03-09T00:00",
        ),
        (["--from", "2027-03-28", "--to", "2027-03-28"], "which is not after its start"),
        (["--to", "2025-01-01"], "write a later --to, such as"),
        (
            ["--from", "2027-01-01", "--to", "2099-01-01"],
            "the range is 26298 days, at most 366; write --to 2028-01-02T00:00 or sooner",
        ),
        (["--from", "2027-01-01T10:00", "--to", "2028-01-02T10:01"], "at most 366"),
        (["--at", "2027-01-01", "--to", "2027-01-02"], "write one or the other"),
    ],
)
def test_a_wrong_range_says_what_is_wrong_and_what_to_write(
    capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert main(["schedule", "--zone", ZONE, *arguments]) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""


def test_a_whole_leap_year_is_no_more_than_a_range_may_be(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert said(capsys, "--from", "2028-01-01", "--to", "2029-01-01")[-1].endswith("end")


def test_a_range_into_years_that_nobody_believes_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, last = said(capsys, "--from", "2045-09-01", "--to", "2046-06-01")
    assert "not believed" not in first
    assert "far ahead, and is not believed" in last


@pytest.mark.parametrize(
    "arguments",
    [
        ["--at", "gisteren"],
        ["--at", "2027-03-28T01:59+01:00"],
        ["--at", "1970-01-01T00:00"],
        ["--at", "2027-03-28T01:59", "--from", "2027-03-28T01:59"],
        ["--from", "2027-03-28T01:59", "--to", "2027-03-28T01:59"],
        ["--zone", "Europe/Nergens"],
        ["--zone", "../../etc/passwd"],
        ["--settings", "/nowhere/settings.toml"],
    ],
)
def test_wrong_use_is_two(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert main(["schedule", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err
    assert "Traceback" not in captured.err


def test_hours_that_cannot_be_read_are_two(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('screen_hours = "8 off"\n', "utf-8")
    assert main(["schedule", "--settings", str(file)]) == 2
    assert "8 is no weekday" in capsys.readouterr().err
