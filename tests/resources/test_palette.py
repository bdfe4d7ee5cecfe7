"""The palette as other eyes see it: protan, deutan, tritan, grey (access.md V3 to V6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from kiosk.ui.theme.theme import Theme
from tests.resources.test_themes import ACCENTS, AREAS, BODY, SHAPES, TEXT, contrast, document
from tests.resources.vision import VISIONS, delta_e, lab, seen_by

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme.from_document(request.param, document(request.param))


@pytest.fixture(params=VISIONS)
def eyes(request: pytest.FixtureRequest) -> Callable[[QColor], QColor]:
    return seen_by(request.param)


def least(theme: Theme, pairs: list[tuple[str, str]], eyes: Callable[[QColor], QColor]) -> float:
    """The lowest contrast of these pairs on any accent, as these eyes see them."""
    return min(
        contrast(eyes(theme.colour(role, accent)), eyes(theme.colour(ground, accent)))
        for role, ground in pairs
        for accent in ACCENTS
    )


def test_the_measure_is_right() -> None:
    """Three pairs of Sharma, Wu and Dalal's table, and a colour whose L*a*b* is known."""
    assert delta_e((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert delta_e((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)
    assert delta_e((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447)) == pytest.approx(
        1.4441, abs=1e-4
    )
    assert lab(QColor(255, 0, 0)) == pytest.approx((53.24, 80.09, 67.20), abs=0.05)


@pytest.mark.parametrize("vision", VISIONS)
def test_white_and_black_look_alike_to_all(vision: str) -> None:
    for name in ("white", "black"):
        assert delta_e(lab(seen_by(vision)(QColor(name))), lab(QColor(name))) < 0.5


def test_red_and_green_that_some_confuse_come_close() -> None:
    """The simulation confuses what it should: the measure can fail."""
    red, green = QColor(200, 60, 40), QColor(110, 125, 30)
    apart = delta_e(lab(red), lab(green))
    for vision in ("protan", "deutan"):
        eyes = seen_by(vision)
        assert delta_e(lab(eyes(red)), lab(eyes(green))) < apart / 2


def test_words_and_shapes_stand_out_to_all_eyes(
    theme: Theme, eyes: Callable[[QColor], QColor]
) -> None:
    """V3 and V4 are about usual eyes (7, 12, 4.5 and 3:1): to others hardly less may be left.

    The least is the brick accent in the dark theme, 6.3:1 to protan eyes.
    """
    assert least(theme, TEXT, eyes) >= 6.0
    assert least(theme, BODY, eyes) >= 12.0
    assert least(theme, SHAPES, eyes) >= 4.5
    assert least(theme, AREAS, eyes) >= 3.0


def test_right_and_not_right_differ_to_all_eyes(
    theme: Theme, eyes: Callable[[QColor], QColor]
) -> None:
    """access.md V5, V6: by 20 L*, and by 15 ΔE2000 even where hues are gone."""
    apart = {part: differences(theme, part, eyes) for part in ("ground", "edge", "shape")}
    assert apart["shape"][0] >= 20.0
    assert apart["shape"][1] >= 15.0
    # The panel: by its ground in the light theme, by its edge in the dark one.
    panel = max(apart["ground"], apart["edge"])
    assert panel[0] >= 20.0
    assert panel[1] >= 15.0


def differences(theme: Theme, part: str, eyes: Callable[[QColor], QColor]) -> tuple[float, float]:
    """How far right and not right lie apart in L* and in ΔE2000."""
    right, wrong = (lab(eyes(theme.colour(f"{side}_{part}"))) for side in ("right", "wrong"))
    return abs(right[0] - wrong[0]), delta_e(right, wrong)
