"""Single measured runs: a start, a first start of a big pack, a visit."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.figures import Start
from benchmarks.frames import Watch
from benchmarks.programs import REPOSITORY
from benchmarks.usage import cpu_s, precise_cpu_s, pss_mb
from tests.journeys.support.children import Child
from tests.journeys.support.desk import ROOT_COLOUR, Desk
from tests.journeys.support.hand import POLITE_S
from tests.journeys.support.waiting import pause_until, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.figures import Figures
    from benchmarks.programs import Program
    from tests.journeys.support.framebuffer import Box

CORNER = (2, 2)
"""Where the pointer rests: nothing there reacts to it."""

QUIET_CPU = 0.01
"""A program that uses less of a core than this for a second has finished its work."""


@dataclass(frozen=True, slots=True)
class Spots:
    """Where to press, found through the accessibility tree in a run that is not timed."""

    door: Box
    cards: tuple[Box, ...]
    next: Box


class Bench:
    """Owns the desk on which every program runs; `close()` ends it."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk()
        self.watch = Watch(self.desk.screen, ROOT_COLOUR)
        self._folder = folder
        self._env = self.desk.environment()
        # As in a clinic without assistive technology: the bus is there, nobody listens.
        del self._env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"]

    def close(self) -> None:
        """End the desk."""
        self.desk.close()

    def launch(self, program: Program) -> tuple[Child, float]:
        """Start a program on the empty screen; also the moment before (monotonic seconds)."""
        self.desk.hand.move(CORNER)
        wait_for(self.watch.is_empty, "an empty screen")
        log = self._folder / "program.log"
        moment = time.monotonic()
        return Child(program.argv, log=log, env=self._env, cwd=REPOSITORY), moment

    def start(self, program: Program) -> Start:
        """Start a program, measure until it settled, end it."""
        child, moment = self.launch(program)
        try:
            opening = self.watch.opening()
            return Start(
                full_frame_s=opening.full - moment,
                settled_s=opening.settled - moment,
                cpu_s=cpu_s(child.pid),
                pss_mb=pss_mb(child.pid),
            )
        finally:
            child.stop()

    def prepare(self, program: Program) -> None:
        """Start a program once and let it finish what it does only once, such as compiling."""
        child, _ = self.launch(program)
        try:
            self.watch.opening()
            _wait_until_idle(child)
        finally:
            child.stop()

    def first_start(self, program: Program, spots: Spots) -> tuple[float, list[float]]:
        """Start with an empty data folder and use it at once.

        Returns seconds to the first full frame, and ms from each tap to what it led to while
        the program may still be compiling.
        """
        if program.data is not None:
            shutil.rmtree(program.data, ignore_errors=True)
        child, moment = self.launch(program)
        try:
            full = self.watch.opening(quiet_s=0.1).full - moment
            taps = [spots.door, spots.cards[0], spots.next]
            return full, [self.page_change(box) for box in taps]
        finally:
            child.stop()

    def visit(
        self, program: Program, spots: Spots, figures: Figures, touches: int, pages: int
    ) -> None:
        """Use a kiosk: presses on home, idle on a topic page, pages; fills `figures`."""
        child, _ = self.launch(program)
        try:
            self.watch.opening()
            self.page_change(spots.door)
            figures.press_ms = list(self.presses(spots.cards, touches))
            self.page_change(spots.cards[0])
            figures.idle_percent = idle_percent(child)
            figures.page_ms = [self.page_change(spots.next) for _ in range(pages)]
        finally:
            child.stop()

    def look_on(self, program: Program, boxes: Sequence[Box], figures: Figures, count: int) -> None:
        """Measure idle and, where there are boxes, presses of a program that is not ours."""
        child, _ = self.launch(program)
        try:
            self.watch.opening()
            _wait_until_idle(child, limit_s=20)
            figures.idle_percent = idle_percent(child)
            if boxes:
                figures.press_ms = list(self.presses(boxes, count))
        finally:
            child.stop()

    def presses(self, boxes: Sequence[Box], count: int) -> Iterator[float]:
        """Ms from touch-down to the first changed pixel; slides off, so nothing opens."""
        hand = self.desk.hand
        for number in range(count):
            box = boxes[number % len(boxes)]
            hand.move(_centre(box))
            pause_until(time.monotonic() + POLITE_S)
            before = self.watch.rows(box)
            moment = time.monotonic()
            hand.press()
            yield (self.watch.first_change(box, before) - moment) * 1000
            hand.move(CORNER)
            hand.release()

    def page_change(self, box: Box) -> float:
        """Tap politely; ms from lifting the finger to the last changed pixel."""
        hand = self.desk.hand
        pause_until(time.monotonic() + POLITE_S)
        hand.move(_centre(box))
        hand.press()
        pause_until(time.monotonic() + 0.1)
        before = self.watch.before()
        moment = time.monotonic()
        hand.release()
        settled = self.watch.settled(before, moment)
        return float("inf") if settled is None else (settled - moment) * 1000


def idle_percent(child: Child, seconds: float = 10.0) -> float:
    """Processor time over `seconds` in which nobody touches it, in % of one core."""
    before, since = precise_cpu_s(child.pid), time.monotonic()
    pause_until(since + seconds)
    used = precise_cpu_s(child.pid) - before
    return 100 * used / (time.monotonic() - since)


def _wait_until_idle(child: Child, limit_s: float = 180.0) -> None:
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        if idle_percent(child, 1.0) < 100 * QUIET_CPU:
            return


def _centre(box: Box) -> tuple[int, int]:
    return box[0] + box[2] // 2, box[1] + box[3] // 2
