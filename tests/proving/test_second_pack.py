"""Packs as `kiosk new` makes them, at the extremes of their counts and languages, on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from kiosk.commands.new_pack import new_pack
from kiosk.commands.options import NewOptions
from kiosk.content.packs import Loaded, load
from kiosk.host.probe import QtProbe
from kiosk.proving import bundle_checks
from kiosk.proving.bundle_checks import read_themes
from kiosk.proving.offscreen import PANES, STEPS
from kiosk.proving.selftest import Bench, bench_for, fit_checks
from kiosk.proving.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


class Plan(NamedTuple):
    """What a pack is to have."""

    topics: int
    questions: int
    languages: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.topics}-{self.questions}-{'-'.join(self.languages)}"


PLANS = (
    Plan(1, 0, ("nl",)),
    Plan(12, 10, ("fr", "nl")),
    Plan(2, 3, ("en", "de")),
)
# Widest, narrowest and smallest in mm; the other sizes lie between.
TRIED = (PANES[0], PANES[1], PANES[-1])


@pytest.fixture(params=PLANS, ids=str)
def made(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[Loaded]:
    plan: Plan = request.param
    folder = tmp_path / "second"
    options = NewOptions(folder, plan.languages, plan.topics, plan.questions)
    assert new_pack(options) == 0
    found = load(folder, None, QtProbe)
    yield found
    found.close()


@pytest.fixture
def bench(made: Loaded) -> Bench:
    themes, _ = read_themes(bundle_checks.themes_folder())
    return bench_for(made.folder, themes, Watch())


def test_every_screen_fits_in_every_mode(made: Loaded, bench: Bench) -> None:
    # The largest letters; with them come the screens of staff, of a talk and of the display.
    checks = [*fit_checks(made, bench, TRIED, None, STEPS[-1:])]
    assert [check.problems for check in checks] == [()] * len(checks)
    assert made.pack is not None
    assert len(checks) == len(TRIED) * len(made.pack.languages)
    assert bench.watch.missing == []
