"""The nine pictures of a code: drawn as docs/drawings.md says, and told apart by shape alone."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from kiosk.domain.returning import PICTURES
from kiosk.paths import resources_folder
from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.picture_card import ACCENT, NAMES, code_drawings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FOLDER = resources_folder() / "pictures"
TAGS = {"svg", "title", "g", "path", "circle", "ellipse", "rect"}
COLOURS = {"#FFFFFF", "#000001", "#F4B740"}
SIDE = 120
# Of what two pictures cover together, the part that both cover: 1 is the same shape.
MOST_ALIKE = 0.72


def drawn(picture: str, theme: str) -> QImage:
    file = resources_folder() / f"themes/{theme}.toml"
    colours = Theme.from_document(theme, tomllib.loads(file.read_text("utf-8"))).drawing(ACCENT)
    return code_drawings().pixmap(picture, QSize(SIDE, SIDE), colours).toImage()


def shape(picture: str) -> set[tuple[int, int]]:
    """The places that a picture covers, moved so that they begin at 0, 0."""
    image = drawn(picture, "light")
    ground = image.pixelColor(0, 0)
    assert ground.alpha() == 0, "the card paints the ground"
    return {
        (x, y)
        for x in range(0, SIDE, 2)
        for y in range(0, SIDE, 2)
        if image.pixelColor(x, y).alpha() > 100
    }


def test_there_are_nine_and_each_has_a_name_in_every_language() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.svg")) == sorted(PICTURES) == sorted(NAMES)
    for file in resources_folder().glob("strings/*.toml"):
        words = tomllib.loads(file.read_text("utf-8"))
        names = [
            words["picture"][picture] if "picture" in words else words[NAMES[picture]]
            for picture in PICTURES
        ]
        assert len(set(names)) == len(PICTURES)
        assert all(len(name.split()) == 1 for name in names)


@pytest.mark.parametrize("picture", PICTURES)
def test_it_keeps_to_the_rules_of_drawings(picture: str) -> None:
    text = (FOLDER / f"{picture}.svg").read_text("utf-8")
    root = ElementTree.fromstring(text)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= TAGS
    assert root.get("viewBox") == "0 0 480 480"
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", text)) <= COLOURS
    assert len(text) < 12_000


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("picture", PICTURES)
def test_it_stands_free_of_its_edge(qapp: QApplication, picture: str, theme: str) -> None:
    image = drawn(picture, theme)
    inner = QRect(1, 1, SIDE - 2, SIDE - 2)
    rim = [
        (x, y)
        for x in range(SIDE)
        for y in range(SIDE)
        if not inner.contains(x, y) and image.pixelColor(x, y).alpha()
    ]
    assert rim == []


def test_no_two_are_alike_in_shape(qapp: QApplication) -> None:
    """So that neither colour nor grey is needed to tell them apart (access.md V5, V6)."""
    shapes = {picture: shape(picture) for picture in PICTURES}
    alike = {
        (one, other): len(shapes[one] & shapes[other]) / len(shapes[one] | shapes[other])
        for one, other in combinations(PICTURES, 2)
    }
    assert max(alike.values()) < MOST_ALIKE, max(alike, key=lambda pair: alike[pair])
