"""What ships keeps the smallest lawful letters on every control a visitor presses (access.md V1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.proving.offscreen import PANES, STEPS, Offscreen
from kiosk.proving.walk import sights
from kiosk.ui.content import Content
from kiosk.ui.widgets.control import Control

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.content.packs import Loaded
    from kiosk.proving.offscreen import Pane
    from kiosk.proving.selftest import Bench

# Where words have least room: the panel that is nearly square, and the one that is small in mm;
# there the longest words of the four languages.
TIGHT = ((PANES[3], "nl"), (PANES[3], "de"), (PANES[5], "en"), (PANES[5], "de"))
# The largest letters: text takes most room from controls then.
LETTERS = STEPS[2]


def small_words(kiosk: Offscreen) -> Iterator[str]:
    """Every control of every patient screen whose words are under 0.7°."""
    for sight in sights(kiosk, fixed=False):
        for control in kiosk.screen.findChildren(Control):
            lawful = control.look.metrics.smallest
            if control.isVisibleTo(kiosk.screen) and control.words and 0 < control.px < lawful:
                name = control.accessibleIdentifier()
                yield f"{sight.name}: {name} {control.words!r}: {control.px} of {lawful} px"


@pytest.mark.parametrize(("pane", "language"), TIGHT, ids=str)
def test_no_control_is_under_the_angle(
    loaded: Loaded, bench: Bench, pane: Pane, language: str
) -> None:
    assert loaded.pack is not None
    words = bench.watch.strings(bench.bundle.strings)
    content = Content(loaded.pack, loaded.folder, words, bench.bundle.languages, language)
    kiosk = Offscreen(pane, LETTERS, content, bench.kit, bench.glass)
    try:
        assert [*small_words(kiosk)] == []
    finally:
        kiosk.close()
