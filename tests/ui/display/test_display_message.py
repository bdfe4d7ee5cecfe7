"""A message above the slide: the slide keeps two thirds, and each piece of it its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.letters import Letters
from kiosk.domain.message import MOST_WORDS
from kiosk.domain.text import words
from kiosk.ui.display.far import far_look
from kiosk.ui.display.frame import Dress, frame_of, shrinks
from kiosk.ui.display.manner import Manner
from tests.ui.display.display_support import Plan
from tests.ui.support.kiosk import SIZES, Size
from tests.ui.support.packs import TEXTS, make_pack, make_topic, pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.ui.theme.look import Look
    from tests.ui.display.display_support import Display

LONG = "Het spreekuur van de cardiologie loopt ongeveer dertig minuten uit. Excuses daarvoor."
SHORT = "Het spreekuur loopt uit."
UPRIGHT = Size(1080, 1920, 4.03)


def look_of(display: Display, passive_mm: float) -> Look:
    return far_look(display.looks(Letters(100), "nl", False), passive_mm)


def test_the_message_of_these_tests_is_as_long_as_may_be() -> None:
    assert len(words(LONG)) == MOST_WORDS


@pytest.mark.parametrize("passive_mm", [0.0, 1500.0, 3000.0])
@pytest.mark.parametrize("size", [*SIZES, UPRIGHT], ids=str)
def test_the_slide_keeps_two_thirds_of_its_height(
    put_up: Callable[[Plan], Display], size: Size, passive_mm: float
) -> None:
    display = put_up(Plan(pack_of(), size=size))
    look = look_of(display, passive_mm)
    alone = frame_of(look, Dress()).rooms[-1].box.height
    frame = frame_of(look, Dress(message=LONG))
    assert frame.rooms[-1].box.height >= alone * 2 / 3 - 1
    assert look.metrics.floor <= frame.band_px <= look.metrics.smallest


def test_a_short_message_has_the_letters_of_the_slides(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), size=UPRIGHT))
    look = look_of(display, 0.0)
    assert frame_of(look, Dress(message=SHORT)).band_px == look.metrics.smallest
    assert not shrinks(look, SHORT)
    assert shrinks(look, LONG)
    assert not shrinks(look, "")


def test_what_is_measured_is_what_shows(put_up: Callable[[Plan], Display]) -> None:
    display = put_up(Plan(pack_of(), size=UPRIGHT))
    display.message = LONG
    display.desk.show_again()
    _, top, _, high = display.box("display.message")
    _, slide_top, *_ = display.box()
    assert top == 0
    assert high <= slide_top
    assert high < UPRIGHT.height / 3


def test_each_piece_of_a_kernel_has_its_title(put_up: Callable[[Plan], Display]) -> None:
    kernel = (
        "Bewegen is goed voor uw hart en voor uw benen. "
        "Begin rustig en doe elke week een beetje meer dan de week ervoor."
    )
    topic = make_topic(1, TEXTS._replace(kernel=kernel), title="Bewegen en moe zijn")
    pack = make_pack([topic], [])
    display = put_up(Plan(pack, Manner(passive_mm=1500.0), size=Size(1366, 768, 3.95)))
    display.message = LONG
    display.desk.show_again()
    pieces = [name for name in display.sheets(8) if "Begin" in name or "week" in name]
    assert len(pieces) > 1
    assert all(name.startswith("Bewegen en moe zijn\n") for name in pieces)
