"""Somebody with two keys: one goes on to the next control, the other presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from tests.journeys.support.kiosk import Kiosk
    from tests.journeys.support.tree import Node

MOST = 60
"""More controls than any screen has."""


class Switch:
    """Uses a kiosk by Tab and Enter alone."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk = kiosk

    def on(self, key: str = "Tab") -> str:
        """Go on; the control that has the focus then, which must be a real one."""
        before = self._focus()
        self.kiosk.desk.hand.key(key)
        node = wait_for(
            lambda: now if (now := self._focus()) != before else None, f"a focus after {before}"
        )
        assert node.is_control, node.line()
        return node.identifier

    def round(self) -> list[str]:
        """Go on until the first control has the focus again; all of them in that order."""
        alone = [node.identifier for node in self.kiosk.snapshot().controls()]
        if len(alone) == 1:
            self.kiosk.key("Tab")
            wait_for(self._focus, "a focus")
            return alone
        first = self.on()
        order = [first]
        while (following := self.on()) != first:
            order.append(following)
            assert len(order) < MOST, order
        return order

    def press(self, identifier: str, then: str, key: str = "Return") -> None:
        """Go on to a control, press it, and wait for what it leads to."""
        for _ in range(MOST):
            focused = self._focus()
            if focused is not None and focused.identifier == identifier:
                self.kiosk.desk.hand.key(key)
                self.kiosk.wait_for(then)
                self.kiosk.desk.hand.keep_clear()
                return
            self.on()
        raise AssertionError(f"Tab does not reach {identifier}\n{self.kiosk.snapshot().dump()}")

    def _focus(self) -> Node | None:
        focused = self.kiosk.snapshot().focused()
        return focused if focused is not None and focused.is_control else None


def order_problems(kiosk: Kiosk) -> list[str]:
    """What is wrong with the way round a screen by Tab; it must show no control that is missed."""
    shown = kiosk.settled()
    screen, controls = shown.screen(), [node.identifier for node in shown.controls()]
    order = Switch(kiosk).round()
    if sorted(order) != sorted(controls):
        return [f"{screen}: Tab reaches {order}, there are {controls}"]
    start = order.index(controls[0])
    turned = order[start:] + order[:start]
    return [] if turned == controls else [f"{screen}: Tab goes {turned}, read are {controls}"]
