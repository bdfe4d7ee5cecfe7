"""Words on the buttons of staff and speakers keep clear of the edge where lawful letters do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from kiosk.ui.talk.strip import ASKING, CONTROLS, strip_px
from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.widgets.buttons import ROOMY_PAD_MM, WORD_PAD_MM
from kiosk.ui.widgets.shelf import BACK, DONE, HOME, LISTEN, NEXT, SIZE, STOP, shelf_px
from kiosk.ui.widgets.staff_button import StaffButton, fit_words
from tests.ui.support.kiosk import LETTERS, SIZES, Size

if TYPE_CHECKING:
    from kiosk.bundle import Bundle
    from kiosk.domain.letters import Letters
    from kiosk.ui.strings import Strings
    from kiosk.ui.theme.look import Look
    from tests.ui.support.kiosk import Kiosk

HIGH_MM = 40.0
SHELF = (DONE, STOP, HOME, BACK, SIZE, LISTEN, NEXT)


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


def look_on(kiosk: Kiosk, size: Size, letters: Letters, words: Strings) -> Look:
    """The kiosk's look on another glass, in other letters and another language."""
    metrics = Metrics(size.width, size.height, size.px_per_mm)
    return kiosk.look._replace(metrics=metrics, letters=letters, strings=words)


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_words_under_the_hand_have_room_at_their_sides(
    kiosk: Kiosk, bundle: Bundle, size: Size, language: str
) -> None:
    """Letters that come nearer to an edge than others are the smallest that are lawful."""
    look = look_on(kiosk, size, LETTERS[2], bundle.strings(language))
    metrics = look.metrics
    px = shelf_px(look)
    measure = QFontMetricsF(look.font(px, STRONG))
    widest = max(measure.horizontalAdvance(look.strings(one.key)) for one in SHELF)
    aside = (metrics.place(1).width - widest) / 2
    assert aside >= metrics.mm(ROOMY_PAD_MM) or px == metrics.smallest
    assert aside >= metrics.mm(WORD_PAD_MM)


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_controls_of_a_talk_have_lawful_letters(
    kiosk: Kiosk, bundle: Bundle, size: Size, language: str
) -> None:
    look = look_on(kiosk, size, LETTERS[0], bundle.strings(language))
    for places in (CONTROLS, ASKING):
        words = [look.strings(place.key) for place in places]
        assert strip_px(look, words) >= look.metrics.smallest
