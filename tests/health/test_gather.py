"""The facts of a running kiosk, and who shows them (issue 3, item 3)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk import __version__
from kiosk.bundle import Bundle
from kiosk.content.packs import load
from kiosk.domain.ageing import Age
from kiosk.domain.health_facts import DiskFacts, PinFacts
from kiosk.domain.pack import Review
from kiosk.health.gather import Shown, Sources, gather, settings_hash
from kiosk.health.watch import EXPORT, HealthWatch
from kiosk.host.probe import QtProbe
from kiosk.host.screens import Scale
from kiosk.paths import resource
from kiosk.problems import Problem
from kiosk.settings import LoadedSettings, Settings
from kiosk.store.starts import Before
from kiosk.ui.errand import Errand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from kiosk.domain.pack import Pack

DAY = 86_400.0
NOW = 1_795_363_500.0  # 22 November 2026, 16:05 UTC
BAD = Problem("settings.toml", 3, "error", "idle_min_s = 10 cannot be used", "write another")
ODD = Problem("pack.toml", 0, "warning", "no review", "ask for one")
DISK = DiskFacts("/srv", 1_000, 2_000, "ext4")


@pytest.fixture(scope="module")
def pack(qapp: QApplication) -> Iterator[Pack]:
    loaded = load(resource("packs/bewegen-bij-ms"), None, QtProbe)
    assert loaded.pack is not None
    yield loaded.pack
    loaded.close()


@pytest.fixture
def sources(pack: Pack, tmp_path: Path) -> Sources:
    return Sources(
        loaded=LoadedSettings(Settings(pin_hash="secret"), (BAD,), tmp_path / "settings.toml"),
        data=tmp_path,
        shown=lambda: Shown(pack, tmp_path / "packs" / "bewegen-2"),
        screen=lambda: (QGuiApplication.primaryScreen(), Scale(4.0, "setting", 2.0)),
        fonts=lambda: True,
        pin=lambda: PinFacts(staff=True),
        problems=lambda: (BAD, ODD),
        doubt=lambda: None,
        before=lambda: Before("daily", NOW - DAY),
        wall=lambda: NOW,
        up=lambda: 61.9,
    )


def test_the_facts_are_those_of_the_kiosk(sources: Sources, tmp_path: Path) -> None:
    facts = gather(sources, DISK)
    assert facts.versions.kiosk == __version__
    assert facts.versions.qt.startswith("6.")
    assert (facts.start.up_s, facts.start.ended) == (61, "daily")
    assert len(facts.start.ended_on) == len("2026-11-21T16:05")
    assert facts.clock.now[:8] == "2026-11-"
    assert facts.disk == DISK
    assert facts.settings_file == str(tmp_path / "settings.toml")
    assert (facts.fonts, facts.icons, facts.pin.staff) == (True, True, True)


def test_problems_are_told_once_and_errors_are_counted(sources: Sources) -> None:
    facts = gather(sources)
    assert facts.settings_problems == (str(BAD),)
    assert facts.other_problems == (str(ODD),)
    assert (facts.settings_errors, facts.other_errors) == (1, 0)


def test_a_screen_is_measured_by_the_scale_of_the_kiosk(sources: Sources) -> None:
    (screen,) = gather(sources).screens
    size = QGuiApplication.primaryScreen().geometry()
    assert (screen.width, screen.height) == (size.width(), size.height())
    assert screen.width_mm == round(size.width() / 4.0)
    assert (screen.origin, screen.ours, screen.mismatch) == ("setting", True, True)


def test_the_active_slot_is_known_by_its_name(sources: Sources, pack: Pack) -> None:
    found = gather(sources).pack
    assert found is not None
    assert (found.id, found.version, found.slot) == (pack.id, pack.version, "bewegen-2")
    elsewhere = sources._replace(shown=lambda: Shown(pack, Path("/srv/other")))
    found = gather(elsewhere).pack
    assert found is not None
    assert found.slot == ""
    assert gather(sources._replace(shown=lambda: None)).pack is None


def test_a_clock_in_doubt_ends_no_review(sources: Sources, pack: Pack) -> None:
    review = Review("dr. A", "2020-01-01", "2021-01-01", "")
    editions = {"nl": pack.editions["nl"]._replace(review=review)}
    old = sources._replace(shown=lambda: Shown(pack._replace(editions=editions), Path("/srv")))
    found = gather(old).pack
    doubted = gather(old._replace(doubt=lambda: "behind")).pack
    assert found is not None
    assert doubted is not None
    assert [age.state for age in (*found.ages, *doubted.ages)] == ["expired", "fresh"]
    assert isinstance(found.ages[0], Age)


def test_a_moment_that_no_calendar_has_costs_itself(sources: Sources) -> None:
    facts = gather(sources._replace(wall=lambda: 1e30))
    assert facts.clock.now == "?"
    assert facts.pack is not None


def test_settings_have_one_hash_and_secrets_no_part_in_it() -> None:
    hashes = [
        settings_hash(settings)
        for settings in (Settings(), Settings(pin_hash="x"), Settings(idle_min_s=180))
    ]
    assert hashes[0] == hashes[1] != hashes[2]
    assert len(hashes[0]) == 8


# -- who shows them ------------------------------------------------------------------------------


@pytest.fixture
def watch(sources: Sources) -> Iterator[HealthWatch]:
    full = DISK._replace(free_mb=3)
    made = HealthWatch(sources, lambda: Bundle(None).strings("nl"), lambda: full)
    yield made
    made.close()
    made.deleteLater()


def test_the_disk_answers_later_and_then_counts(qtbot: QtBot, watch: HealthWatch) -> None:
    with qtbot.waitSignal(watch.changed):
        first = watch.red_items()
    assert [line for line in first if "schijf" in line] == []
    assert "De schijf is bijna vol. Bel de IT-dienst." in watch.red_items()
    assert len(watch.red_items()) == len(first) + 1


def test_an_unchanged_answer_changes_nothing(qtbot: QtBot, watch: HealthWatch) -> None:
    with qtbot.waitSignal(watch.changed):
        watch.look_at_disk()
    errand = watch.findChild(Errand)
    assert errand is not None
    with qtbot.assertNotEmitted(watch.changed), qtbot.waitSignal(errand.done):
        watch.look_at_disk()


def test_the_computer_itself_is_always_a_place(watch: HealthWatch, tmp_path: Path) -> None:
    last = watch.places()[-1]
    assert (last.folder, last.stick) == (tmp_path / EXPORT, False)
