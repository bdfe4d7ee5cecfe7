"""Every theme: all roles, and contrast as measured from its colours (access.md V3, V4, V6)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from kiosk.paths import resources_folder
from kiosk.ui.theme.theme import Theme

ROOT = Path(__file__).parents[2]
ACCENTS = ("petrol", "baksteen", "indigo", "mos", "pruim", "omber")  # LOOK.md, Palette

# Words and the ground they stand on (access.md V3: 7:1), by role.
TEXT = [
    ("ink", "paper"),
    ("ink", "shelf"),
    ("ink", "plate"),
    ("ink", "pressed"),
    ("ink", "spoken"),
    ("ink_soft", "paper"),
    ("ink_soft", "shelf"),
    ("on_panel", "panel"),
    ("on_card", "card"),
    ("on_card", "card_pressed"),
    ("on_primary", "primary"),
    ("heading", "paper"),
    ("right_ink", "right_ground"),
    ("wrong_ink", "wrong_ground"),
    ("other_ink", "other_ground"),
    ("on_emblem", "emblem"),
]
# Body and answers (V3, should: 12:1).
BODY = [("ink", "paper"), ("ink", "plate"), ("wrong_ink", "wrong_ground")]
# Edges, shapes, dots and rings (V4: 3:1, should 4.5:1).
SHAPES = [
    ("line", "paper"),
    ("line", "shelf"),
    ("line", "plate"),
    ("wrong_edge", "wrong_ground"),
    ("wrong_shape", "wrong_ground"),
    ("right_shape", "right_ground"),
    ("quiet_dot", "plate"),
    ("focus", "focus_gap"),
]
# Large areas that must be seen on their ground, by their edge or by themselves.
AREAS = [
    ("card_edge", "paper"),
    ("right_edge", "paper"),
    ("wrong_edge", "paper"),
    ("primary", "shelf"),
]


def document(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((resources_folder() / f"themes/{name}.toml").read_text("utf-8"))


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme.from_document(request.param, document(request.param))


def luminance(colour: QColor) -> float:
    """Relative luminance by WCAG 2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour: QColor) -> float:
    """CIE L*."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def too_low(theme: Theme, pairs: list[tuple[str, str]], least: float) -> list[str]:
    found: list[str] = []
    for role, ground in pairs:
        for accent in ACCENTS:
            ratio = contrast(theme.colour(role, accent), theme.colour(ground, accent))
            if ratio < least:
                found.append(f"{role} on {ground}, {accent}: {ratio:.2f}")
    return found


def test_the_measure_is_right() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert contrast(QColor(6, 92, 109), QColor("white")) == pytest.approx(7.61, abs=0.01)  # LOOK.md
    assert lightness(QColor("white")) == pytest.approx(100.0, abs=0.1)


def test_words_stand_out(theme: Theme) -> None:
    assert too_low(theme, TEXT, 7.0) == []


def test_body_and_answers_stand_out_more(theme: Theme) -> None:
    assert too_low(theme, BODY, 12.0) == []


def test_edges_and_shapes_can_be_seen(theme: Theme) -> None:
    assert too_low(theme, SHAPES, 4.5) == []
    assert too_low(theme, AREAS, 3.0) == []


def test_right_and_not_right_differ_in_grey(theme: Theme) -> None:
    """access.md V5, V6: at least 20 L* apart, by ground or by edge."""
    right, wrong = ("right_ground", "right_edge"), ("wrong_ground", "wrong_edge")
    apart = [
        abs(lightness(theme.colour(one)) - lightness(theme.colour(other)))
        for one, other in zip(right, wrong, strict=True)
    ]
    assert max(apart) >= 20


def test_themes_have_the_same_roles_and_accents() -> None:
    light, dark = document("light"), document("dark")
    assert set(light["roles"]) == set(dark["roles"])
    assert set(light["accents"]) == set(dark["accents"]) == set(ACCENTS)
    assert set(light["drawing"]) == set(dark["drawing"]) == set(light["marks"])
    assert light["marks"] == dark["marks"]


def test_every_role_that_the_program_asks_for_is_there_and_no_other() -> None:
    code = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "kiosk").rglob("*.py")))
    asked = set(re.findall(r'colour\(\s*"([a-z_]+)"', code))
    roles = set(document("light")["roles"])
    assert asked <= roles
    words = set(re.findall(r'"([a-z_]+)"', code)) | {
        f"{side}_{part}"
        for side in ("right", "wrong")
        for part in ("ground", "edge", "ink", "shape")
    }
    # The sentence being spoken and dots in a row of their own come with the voice.
    assert roles - words <= {"spoken", "quiet_dot"}


def test_every_value_is_a_colour_or_the_accent() -> None:
    for name in ("light", "dark"):
        for table in ("roles", "accents", "drawing"):
            for role, value in document(name)[table].items():
                assert re.fullmatch(r"#[0-9A-F]{6}", value) or value == "accent", f"{name}: {role}"


def test_the_ground_is_not_pure_white_and_dark_is_dark() -> None:
    """access.md V8."""
    light = Theme.from_document("light", document("light"))
    dark = Theme.from_document("dark", document("dark"))
    assert 90 < lightness(light.colour("paper")) < 99.5
    for role in ("paper", "shelf", "plate", "panel", "card"):
        assert lightness(dark.colour(role, "petrol")) < 20, role


def test_the_palette_is_that_of_the_look() -> None:
    """LOOK.md, Palette: a sample of each table."""
    light, dark = document("light"), document("dark")
    assert light["roles"]["paper"] == "#FBF7EF"
    assert light["accents"]["baksteen"] == "#8C2006"
    assert light["roles"]["right_ground"] == "#0B4A3A"
    assert dark["roles"]["paper"] == "#12161A"
    assert dark["accents"]["pruim"] == "#C49CB7"


@pytest.mark.parametrize(
    "document", [None, [], {}, {"roles": 3}, {"roles": {"ink": 3}}, {"roles": {"ink": "no colour"}}]
)
def test_without_a_theme_every_pair_of_words_and_ground_can_be_read(document: object) -> None:
    theme = Theme.from_document("light", document)
    assert too_low(theme, TEXT, 7.0) == []


def test_no_colour_stands_in_python() -> None:
    found = [
        f"{file.name}: {line.strip()}"
        for file in sorted((ROOT / "kiosk").rglob("*.py"))
        for line in file.read_text("utf-8").splitlines()
        if re.search(r'["\']#(?:[0-9A-Fa-f]{3}){1,2}\b', line)
    ]
    assert found == []
