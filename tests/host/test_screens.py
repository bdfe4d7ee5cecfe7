"""Sizes come from the setting, else from a screen that can be believed, else from 21.5 inch."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.host.screens import Scale, pick_screen, scale, scale_of

FULL_HD = (1920, 1080)
OF_21_INCH = (476, 268)


def test_the_setting_wins() -> None:
    assert scale(3.95, (1366, 768), (344, 194))[:2] == (3.95, "setting")


def test_a_screen_whose_sides_agree_is_believed() -> None:
    chosen = scale(None, FULL_HD, OF_21_INCH)
    assert chosen.origin == "screen"
    assert chosen.px_per_mm == pytest.approx(4.03, abs=0.01)


def test_a_portrait_screen_is_believed_too() -> None:
    assert scale(None, (1080, 1920), (268, 476)).origin == "screen"


@pytest.mark.parametrize(
    "size_mm",
    [
        (0, 0),
        (-1, -1),
        (0, 268),
        (476, 0),
        (float("nan"), 268),
        (float("inf"), float("inf")),
        (160, 90),  # a projector
        (16, 9),  # the aspect ratio given as a size
        (1600, 900),  # the diagonal is 1836 mm
        (268, 476),  # upright, while the picture lies
        (476, 268 * 1.06),
        (476, 268 / 1.06),
    ],
)
def test_a_screen_that_cannot_be_right_counts_as_21_inch(size_mm: tuple[float, float]) -> None:
    chosen = scale(None, FULL_HD, size_mm)
    assert chosen == Scale(1080 / 268, "assumed")


@pytest.mark.parametrize("size_mm", [(476, 268 * 1.04), (218, 123), (1480, 832)])
def test_the_edges_of_what_is_believed(size_mm: tuple[float, float]) -> None:
    assert scale(None, FULL_HD, size_mm).origin == "screen"


def test_off_screen_nothing_is_believed() -> None:
    assert scale(None, (1366, 768), None) == Scale(768 / 268, "assumed")


@pytest.mark.parametrize(
    ("setting", "told"), [(4.03, False), (4.62, False), (4.65, True), (3.44, False), (3.4, True)]
)
def test_it_is_told_when_setting_and_screen_differ_by_15_percent(
    setting: float, told: bool
) -> None:
    chosen = scale(setting, FULL_HD, OF_21_INCH)
    assert chosen.px_per_mm == setting
    assert chosen.mismatch is told
    assert (chosen.warning() is not None) is told


def test_the_warning_names_both_numbers() -> None:
    warning = scale(8.0, FULL_HD, OF_21_INCH).warning()
    assert warning is not None
    assert "8.00" in warning
    assert "4.03" in warning


def test_nothing_is_told_where_the_screen_cannot_be_believed() -> None:
    assert scale(8.0, FULL_HD, (0, 0)).warning() is None
    assert scale(None, FULL_HD, OF_21_INCH).warning() is None


@pytest.mark.parametrize("index", [None, -1, 0, 1, 15])
def test_a_screen_that_is_not_there_is_the_primary_one(
    qapp: QGuiApplication, index: int | None
) -> None:
    assert pick_screen(index) is QGuiApplication.primaryScreen()


def test_the_scale_of_a_real_screen(qapp: QGuiApplication) -> None:
    screen = pick_screen(None)
    assert scale_of(screen, 4.0).px_per_mm == 4.0
    size, mm = screen.geometry(), screen.physicalSize()
    expected = scale(None, (size.width(), size.height()), (mm.width(), mm.height()))
    assert scale_of(screen, None) == expected


def test_choosing_a_scale_needs_no_qt() -> None:
    code = "import kiosk.host.screens, sys; print('PySide6' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
