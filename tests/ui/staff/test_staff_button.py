"""Words on the buttons of staff and speakers keep clear of the edge where lawful letters do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from kiosk.ui.widgets.buttons import ROOMY_PAD_MM, WORD_PAD_MM
from kiosk.ui.widgets.staff_button import StaffButton, fit_words

if TYPE_CHECKING:
    from tests.ui.support.kiosk import Kiosk

HIGH_MM = 40.0


@pytest.fixture
def button(kiosk: Kiosk) -> StaffButton:
    button = StaffButton(kiosk.window, "talk.choice.1", kiosk.look)
    button.set_words("Waarom bewegen?")
    return button


def pad_in(button: StaffButton, width_mm: float) -> int:
    """How far its words stand from the sides of a button so wide, in px; 0: a word is broken."""
    mm = button.look.metrics.mm
    fit_words([button], mm(width_mm), mm(HIGH_MM))
    flow, pad = button.set_words_in(QRectF(0, 0, mm(width_mm), mm(HIGH_MM)))
    return 0 if flow.broken_word else pad


def test_words_break_before_they_touch_the_edge(button: StaffButton) -> None:
    roomy = button.look.metrics.mm(ROOMY_PAD_MM)
    assert {pad_in(button, width_mm) for width_mm in range(60, 120, 3)} == {roomy}


def test_words_come_near_the_edge_before_they_are_too_small(button: StaffButton) -> None:
    """access.md V1: one long word in the least width at which lawful letters hold it."""
    button.set_words("Overzicht")
    mm, smallest = button.look.metrics.mm, button.look.metrics.smallest
    pads = [pad_in(button, wide) for wide in range(30, 90) if pad_in(button, wide)]
    assert pads[0] == mm(WORD_PAD_MM)
    assert pads[-1] == mm(ROOMY_PAD_MM)
    assert button.px >= smallest
