"""Presentation mode as the program sees it: what it tells staff."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from kiosk.domain.letters import Letters
from kiosk.faces.talking import Lectern, Talking

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.faces.pane import Pane
    from kiosk.problems import Problem
    from tests.ui.support.kiosk import Kiosk


def test_saved_talks_that_cannot_be_read_are_told_to_staff(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "talks.json").write_text("{", "utf-8")
    told: list[Problem] = []
    lectern = Lectern(
        pane=cast("Pane", SimpleNamespace(window=kiosk.window)),
        hands=kiosk.hands,
        look=lambda: kiosk.looks(Letters(100), "nl", False),
        content=lambda: None,
        data=tmp_path,
        passive_distance_mm=0.0,
        believed=lambda: True,
        tell=told.extend,
    )
    talking = Talking(lectern)
    assert ["talks.json" in str(problem) for problem in told] == [True]
    talking.close()
