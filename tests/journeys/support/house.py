"""Gives journeys their kiosks: one of their own, or a running one that is back at the start."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.journeys.support.desk import Desk
from tests.journeys.support.kiosk import REPOSITORY, SETTINGS, Kiosk
from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.support.xserver import Size

PICTURES = REPOSITORY / "build" / "journeys"
"""Where a failed journey leaves its picture and its tree."""

WAYS_OUT = ("farewell.wipe", "idle.stay", "quiz.stop", "nav.done", "nav.back")
"""What to press, the first that shows, until attract shows again."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a kiosk is to be started; equal plans may share a running kiosk."""

    size: Size = (1920, 1080)
    manager: bool = False
    settings: str = SETTINGS
    options: tuple[str, ...] = ()
    env: tuple[tuple[str, str], ...] = ()
    program: tuple[str, ...] = ()
    first_screen: str = "screen.attract"


class House:
    """Owns the kiosks that run, each on a desk of its own; `close()` ends them all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._shared: dict[Plan, Stay] = {}
        self._own: list[Stay] = []

    def own(self, plan: Plan) -> Kiosk:
        """A fresh kiosk for one journey, ended by `end_journey`."""
        stay = self._start(plan)
        self._own.append(stay)
        return stay.kiosk

    def shared(self, plan: Plan) -> Kiosk:
        """A kiosk that shows attract, started when there is none yet by this plan."""
        stay = self._shared.get(plan)
        if stay is None:
            stay = self._shared[plan] = self._start(plan)
        stay.used = True
        return stay.kiosk

    def guest(self, plan: Plan) -> Stay:
        """A fresh kiosk that outlives a journey; who asks for it closes it."""
        return self._start(plan)

    def end_journey(self, *, failed: bool, name: str) -> None:
        """After a journey: own kiosks end, shared ones go back to attract.

        After a failed journey every kiosk it used ends, and leaves a picture.
        """
        used = [stay for stay in self._shared.values() if stay.used]
        if failed:
            for number, stay in enumerate([*self._own, *used]):
                _leave_picture(stay.kiosk, f"{name}-{number}" if number else name)
        with ExitStack() as ending:
            for stay in self._own:
                ending.callback(stay.close)
            self._own = []
            for plan, stay in list(self._shared.items()):
                if stay.used and failed:
                    del self._shared[plan]
                    ending.callback(stay.close)
                elif stay.used:
                    stay.used = False
                    ending.callback(_back_to_attract, stay.kiosk)

    def close(self) -> None:
        """End every kiosk."""
        with ExitStack() as ending:
            for stay in [*self._own, *self._shared.values()]:
                ending.callback(stay.close)
            self._own, self._shared = [], {}

    def _start(self, plan: Plan) -> Stay:
        self._count += 1
        folder = self._folder / f"kiosk-{self._count}"
        folder.mkdir(parents=True)
        with ExitStack() as stack:
            desk = Desk(plan.size, manager=plan.manager)
            stack.callback(desk.close)
            kiosk = Kiosk(
                desk,
                folder,
                settings=plan.settings,
                options=plan.options,
                env=dict(plan.env),
                first_screen=plan.first_screen,
                **({"program": plan.program} if plan.program else {}),
            )
            stack.callback(kiosk.close)
            return Stay(kiosk, stack.pop_all())


@dataclass(slots=True)
class Stay:
    """One kiosk with everything that ends with it."""

    kiosk: Kiosk
    _ending: ExitStack
    used: bool = field(default=False)

    def close(self) -> None:
        """End the kiosk, then its desk."""
        self._ending.close()


def _back_to_attract(kiosk: Kiosk) -> None:
    def there() -> bool:
        snapshot = kiosk.snapshot()
        if snapshot.find("screen.attract"):
            return True
        way = next((snapshot.find(name) for name in WAYS_OUT if snapshot.find(name)), None)
        if way is not None:
            kiosk.desk.tree.do(way)
        return False

    kiosk.desk.hand.release()
    wait_for(there, "attract after a journey", timeout=15, every=0.15)
    kiosk.desk.hand.keep_clear()
    kiosk.check()


def _leave_picture(kiosk: Kiosk, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    kiosk.picture().save_png(PICTURES / f"{name}.png")
    tree = kiosk.snapshot().dump() if kiosk.runs() else "it had ended"
    (PICTURES / f"{name}.txt").write_text(f"{tree}\n\n{kiosk.log()}", "utf-8")
