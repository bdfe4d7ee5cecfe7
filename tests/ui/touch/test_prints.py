"""Frames that tell how large a contact is part a palm from a finger at once (access.md M8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QEventPoint

from tests.ui.touch.conftest import PX_PER_MM

if TYPE_CHECKING:
    from tests.ui.touch.conftest import Glass

FINGER_MM, PALM_MM = 10.0, 35.0
GAP_PX = 216  # between "a" and "b"


@pytest.fixture
def prints(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """How large the contact on "a" or "b" is, in mm; QTest itself cannot tell any."""
    sizes: dict[str, float] = {}

    def told(point: QEventPoint) -> QSizeF:
        longer = sizes.get("a" if point.position().x() < GAP_PX else "b", 0.0) * PX_PER_MM
        return QSizeF(longer / 2, longer)

    monkeypatch.setattr(QEventPoint, "ellipseDiameters", told)
    return sizes


def test_a_palm_that_is_lifted_first_does_not_fire(glass: Glass, prints: dict[str, float]) -> None:
    prints.update(a=FINGER_MM, b=PALM_MM)
    glass.press(glass.middle("b"), 0)
    glass.clock.wait(0.2)
    glass.press(glass.middle("a"), 1)
    assert glass.down() == ["a"]
    glass.lift(0)
    glass.lift(1)
    assert glass.log == ["a"]


def test_a_palm_that_lands_during_a_tap_does_not_fire(
    glass: Glass, prints: dict[str, float]
) -> None:
    prints.update(a=FINGER_MM, b=FINGER_MM)
    glass.press(glass.middle("a"), 0)
    glass.press(glass.middle("b"), 1)
    assert glass.down() == ["a", "b"]
    prints["b"] = PALM_MM  # it grows as it comes down
    glass.move(glass.middle("b"), 1)
    assert glass.down() == ["a"]
    glass.lift(1)
    glass.lift(0)
    assert glass.log == ["a"]


def test_without_sizes_a_second_tells_them_apart(glass: Glass, prints: dict[str, float]) -> None:
    glass.press(glass.middle("b"), 0)
    glass.clock.wait(0.2)
    glass.press(glass.middle("a"), 1)
    assert glass.down() == ["a", "b"]
    glass.lift(0)
    assert glass.log == ["b"]
    assert prints == {}
