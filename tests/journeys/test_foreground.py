"""Full screen and in front: on bare X, beside a window manager and on Wayland (qt-facts.md 6)."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.children import Child, find_tool
from tests.journeys.support.front import COLOUR
from tests.journeys.support.stage import REPOSITORY, ROOT_COLOUR, Stage
from tests.journeys.support.waiting import pause_until, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.journeys.support.kiosk import Kiosk

BACK_S = 2.0
"""Issue 2, item 4."""

FIRST_LOOK_OVER_S = 1.5
"""After this the guard acts on reports alone."""

LEFT_HALF, RIGHT_HALF = (0, 0, 960, 1080), (960, 0, 960, 1080)
SMALLER = ("85.25", "1366", "1440", "1576", "1784", "768", "771", "781", "798")


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.close()


@pytest.fixture(params=[False, True], ids=["bare", "managed"])
def front(stage: Stage, request: pytest.FixtureRequest) -> Child:
    """The guarded window over the whole screen, without and with a window manager."""
    if request.param:
        stage.start_manager()
    front = stage.enter()
    stage.await_shown()
    return front


def paints(front: Child) -> int:
    return front.output().count("paint")


def ticks(front: Child) -> int:
    """Processor time used so far, in hundredths of a second."""
    fields = Path(f"/proc/{front.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


@pytest.mark.parametrize("front", [True], ids=["managed"], indirect=True)
def test_alone_it_costs_nothing_and_paints_nothing(stage: Stage, front: Child) -> None:
    first_look_over = time.monotonic() + FIRST_LOOK_OVER_S
    pause_until(first_look_over)
    painted, used = paints(front), ticks(front)
    pause_until(first_look_over + 4)
    assert paints(front) == painted
    assert ticks(front) == used
    stage.await_shown()


# With a window manager and the whole kiosk: test_lockdown.py.
@pytest.mark.parametrize("front", [False], ids=["bare"], indirect=True)
def test_it_comes_back_from_everything(stage: Stage, front: Child) -> None:
    window = stage.others.window_of(front.pid)
    tricks: list[Callable[[], object]] = [
        lambda: stage.others.minimise(window),
        lambda: stage.others.hide(window),
        lambda: stage.others.move(window),
        lambda: stage.others.lower(window),
        stage.others.cover,
    ]
    for trick in tricks:
        stage.await_shown()
        trick()
        pause_until(time.monotonic() + 0.05)
        stage.await_shown(timeout=BACK_S)
        stage.others.uncover()
        # At most one attempt a second: the next trick starts after it.
        pause_until(time.monotonic() + 1.0)


def test_two_that_want_the_front_do_not_flicker(stage: Stage, front: Child) -> None:
    stage.others.cover()
    stage.await_shown(timeout=BACK_S)
    begun, wins, was_shown = time.monotonic(), 0, True
    painted = paints(front)
    while time.monotonic() < begun + 2.5:
        stage.others.raise_intruder()
        again = time.monotonic() + 0.03
        while time.monotonic() < again:
            shown = stage.shows((900, 500, 50, 50))
            wins += shown and not was_shown
            was_shown = shown
    assert wins <= 3
    assert paints(front) - painted <= 4
    stage.others.uncover()
    stage.await_shown(timeout=BACK_S)


def test_it_follows_the_resolution(stage: Stage, front: Child) -> None:
    window = stage.others.window_of(front.pid)
    pause_until(time.monotonic() + FIRST_LOOK_OVER_S)
    stage.xrandr("--newmode", "smaller", *SMALLER)
    stage.xrandr("--addmode", "screen", "smaller")
    for mode, size in (("smaller", (1366, 768)), ("1920x1080", (1920, 1080))):
        stage.xrandr("--output", "screen", "--mode", mode)

        def fits(size: tuple[int, int] = size) -> bool:
            return stage.place_of(window) == (0, 0, *size)

        wait_for(fits, f"the window at {size}", timeout=BACK_S)
    stage.await_shown(timeout=BACK_S)


@pytest.mark.parametrize("managed", [False, True], ids=["bare", "managed"])
def test_it_is_never_lost_when_its_screen_goes_and_comes(stage: Stage, *, managed: bool) -> None:
    if managed:
        stage.start_manager()
    stage.xrandr("--setmonitor", "left", "960/254x1080/286+0+0", "screen")
    add = ("--setmonitor", "right", "960/254x1080/286+960+0", "none")
    stage.xrandr(*add)
    front = stage.enter("--screen", "1")
    stage.await_shown(RIGHT_HALF)
    pause_until(time.monotonic() + FIRST_LOOK_OVER_S)
    for _ in range(2):
        stage.await_shown(RIGHT_HALF)
        assert not stage.shows((0, 0, 900, 1080))
        stage.xrandr("--delmonitor", "right")
        stage.await_shown(LEFT_HALF, timeout=2 * BACK_S)
        stage.xrandr(*add)
    stage.await_shown(RIGHT_HALF, timeout=2 * BACK_S)
    assert front.exit_code() is None


def test_a_window_manager_may_come_and_go(stage: Stage) -> None:
    front = stage.enter()
    stage.await_shown()
    manager = stage.start_manager()
    stage.await_shown(timeout=BACK_S)
    window = stage.others.window_of(front.pid)
    stage.others.minimise(window)
    pause_until(time.monotonic() + 0.05)
    stage.await_shown(timeout=BACK_S)
    # A manager that crashes leaves its mark on the root window behind.
    manager.stop(signal.SIGKILL)
    pause_until(time.monotonic() + 1.0)
    stage.others.hide(window)
    pause_until(time.monotonic() + 0.05)
    stage.await_shown(timeout=BACK_S)


# No display: one line and exit 2, where Qt would abort.


def run_kiosk(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    argv = [sys.executable, "main.py", "run"]
    kept = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(
        argv, env=kept, cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "no display"),
        ({"DISPLAY": ":3999"}, "the X display :3999 does not answer"),
        ({"WAYLAND_DISPLAY": "/nowhere/wayland-0"}, "the Wayland display"),
    ],
)
def test_without_a_display_it_says_so_in_one_line(environment: dict[str, str], words: str) -> None:
    run = run_kiosk(environment)
    assert run.returncode == 2
    assert words in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert run.stdout == ""


def test_a_display_of_somebody_else_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "cookies").write_bytes(
        b"\xff\xff\0\0\0\0\0\x12MIT-MAGIC-COOKIE-1\0\x10" + b"0123456789abcdef"
    )
    read_end, write_end = os.pipe()
    argv = [find_tool("Xvfb"), "-displayfd", str(write_end), "-auth", str(tmp_path / "cookies")]
    server = Child(argv, log=tmp_path / "xvfb.log", pass_fds=[write_end])
    os.close(write_end)
    try:
        with os.fdopen(read_end) as told:
            display = f":{told.readline().strip()}"
        run = run_kiosk({"DISPLAY": display, "HOME": str(tmp_path)})
    finally:
        server.stop()
    assert run.returncode == 2
    assert "refuses this user" in run.stderr
    assert len(run.stderr.splitlines()) == 1


# Wayland: cage shows the window inside an X window of its own, where it can be seen.


def as_somebody(argv: list[str]) -> list[str]:
    """Wrap a command for cage, which refuses root: another name for the same rights."""
    if os.geteuid() != 0:
        return argv
    wrap = [find_tool("unshare"), "--user", "--map-user=1000", "--map-group=1000"]
    if subprocess.run([*wrap, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("cage refuses root, and this machine allows no user namespaces")
    return [*wrap, *argv]


def test_on_wayland_it_fills_the_screen_without_a_title_bar(stage: Stage) -> None:
    environment = {
        **{name: value for name, value in stage.environment.items() if name != "QT_QPA_PLATFORM"},
        "WLR_BACKENDS": "x11",
        "WLR_RENDERER": "pixman",
    }
    front = [sys.executable, "-m", "tests.journeys.support.front"]
    cage = stage.run(as_somebody([find_tool("cage"), "--", *front]), environment)
    # In every frame: the guard would have mended a title bar within a second.
    corner: set[bytes] = set()

    def filled() -> bool:
        corner.add(stage.x.screen.sample(5, 5)[:3])
        return stage.shows((0, 0, 1024, 768))

    try:
        wait_for(filled, "the window", timeout=20, every=0.004)
    except AssertionError as problem:
        raise AssertionError(f"{problem}\n{cage.output()}") from None
    nothing_yet = {b"\0\0\0", ROOT_COLOUR.to_bytes(3, "little")}
    own = bytes(reversed(COLOUR))
    assert corner - nothing_yet == {own}
    assert stage.x.screen.sample(1100, 100)[:3] != own
    stage.others.resize_outermost((1024, 768), (1366, 768))
    stage.await_shown((0, 0, 1366, 768), timeout=5)


# The pointer: only where a mouse is really used.


def test_the_pointer_shows_while_a_mouse_moves_and_goes_with_a_touch(kiosk: Kiosk) -> None:
    hand = kiosk.desk.hand
    kiosk.tap_spot((960, 8))
    wait_for(hand.cursor_is_blank, "a hidden pointer")
    places = itertools.count(600)

    def moved() -> bool:
        hand.move((next(places), 300))
        return not hand.cursor_is_blank()

    wait_for(moved, "the pointer", timeout=3)
    kiosk.tap_spot((960, 8))
    wait_for(hand.cursor_is_blank, "a hidden pointer", timeout=3)
