"""A display that nobody touches looks for no voice: between two slides it does nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from kiosk.faces.hearing import Hearing
from kiosk.settings import Settings

if TYPE_CHECKING:
    from tests.ui.display.display_support import Display


def no_clock() -> None:
    """The time is in doubt."""


@pytest.mark.parametrize("soon", [True, False])
def test_only_attract_looks_for_a_voice_by_itself(display: Display, *, soon: bool) -> None:
    hearing = Hearing(display.session, display.hands, Settings(), no_clock, soon=soon)
    assert [timer.isActive() for timer in hearing.findChildren(QTimer)] == [soon]
    hearing.close()


def test_the_first_visitor_of_a_display_gets_a_voice(
    display: Display, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[bool] = []

    def begin(_hearing: Hearing) -> None:
        begun.append(True)

    monkeypatch.setattr(Hearing, "begin", begin)
    hearing = Hearing(display.session, display.hands, Settings(), no_clock, soon=False)
    assert begun == []
    display.touch()
    assert begun
    hearing.close()
