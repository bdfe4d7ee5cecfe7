"""Nothing moves by itself on a screen that somebody reads (access.md V9)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.journeys.support.framebuffer import changed
from tests.journeys.support.house import Plan
from tests.journeys.support.waiting import pause_until
from tests.journeys.support.walks import answer, open_home, open_quiz, open_topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.support.kiosk import Kiosk

IDLE_S = 10.0
FRAME_S = 0.1
MOST_CHANGED = 0.001
MOST_FADE_S = 0.2
"""Animation at most 200 ms (access.md V9)."""

QUIET = "px_per_mm = 4.03\nattract_base_s = 60\n"


def test_nothing_moves_while_somebody_reads(share: Callable[[Plan], Kiosk]) -> None:
    """Three kiosks at once: a topic page, a question in the dark, a verdict."""
    plans = [Plan(), Plan(settings=QUIET), Plan(size=(1366, 768))]
    reader, asked, told = (share(plan) for plan in plans)
    open_topic(reader)
    open_home(asked, "attract.dark")
    asked.open("home.quiz", "screen.quiz")
    open_quiz(told)
    answer(told, right=False)
    kiosks = [reader, asked, told]
    first = [kiosk.still_picture() for kiosk in kiosks]
    last = [kiosk.desk.screen.keep() for kiosk in kiosks]
    begun = time.monotonic()
    while (now := time.monotonic()) < begun + IDLE_S:
        for kiosk, before, shown in zip(kiosks, first, last, strict=True):
            if shown.renew():
                assert changed(before, kiosk.picture()) < MOST_CHANGED, kiosk.screen()
        pause_until(now + FRAME_S)


def test_a_page_change_is_over_within_200_ms(kiosk: Kiosk) -> None:
    open_topic(kiosk)
    kiosk.still_picture()
    for _ in range(4):
        last = kiosk.desk.screen.keep()
        kiosk.tap("nav.next")
        lifted = changed_at = time.monotonic()
        while (now := time.monotonic()) < lifted + 0.5:
            if last.renew():
                changed_at = now
            pause_until(now + 0.004)
        kiosk.desk.hand.keep_clear()
        assert changed_at > lifted
        assert changed_at - lifted <= MOST_FADE_S
