"""Every bundled drawing: drawn as docs/drawings.md says, in the colours of each theme."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPixmap

from kiosk.paths import resources_folder
from kiosk.ui.theme.drawings import Drawings, recoloured
from kiosk.ui.theme.theme import Theme
from tests.ui.support.pixels import near

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

PACK = resources_folder() / "packs/bewegen-bij-ms"
FILES = sorted(PACK.glob("images/*.svg"))
TAGS = {"svg", "title", "g", "path", "circle", "ellipse", "rect"}
SIZE = QSize(240, 240)
# What a drawing writes for its roles (docs/drawings.md).
FIGURE, WARM, GROUND = "#FFFFFF", "#F4B740", "#000001"


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def drawing(request: pytest.FixtureRequest) -> Path:
    return request.param


def theme(name: str) -> Theme:
    file = resources_folder() / f"themes/{name}.toml"
    return Theme.from_document(name, tomllib.loads(file.read_text("utf-8")))


def drawn(file: Path, colours: dict[str, str]) -> QPixmap:
    return Drawings(lambda _path: file).pixmap("x", SIZE, colours)


def seen(pixmap: QPixmap) -> set[str]:
    """The colours of a picture that are not mixed with others, as names."""
    image = pixmap.toImage()
    found: dict[str, int] = {}
    for y in range(0, image.height(), 2):
        for x in range(0, image.width(), 2):
            colour = image.pixelColor(x, y)
            if colour.alpha() == 255:
                found[colour.name()] = found.get(colour.name(), 0) + 1
    return {name for name, count in found.items() if count > 20}


def test_there_is_one_for_each_topic() -> None:
    named: list[str] = []
    for file in sorted(PACK.glob("nl/topics/*.md")):
        front = file.read_text("utf-8").split("+++")[1]
        named.append(tomllib.loads(front)["image"])
    assert set(named) <= {f"images/{file.name}" for file in FILES}
    assert len(set(named)) == len(named)


def test_no_page_shows_the_drawing_of_another() -> None:
    shown: list[str] = []
    for file in sorted(PACK.glob("nl/topics/*.md")):
        text = file.read_text("utf-8")
        shown.append(tomllib.loads(text.split("+++")[1])["image"])
        shown += re.findall(r"^!\[.+\]\((.+)\)$", text, re.MULTILINE)
    assert len(shown) > 6, "pages have drawings of their own"
    assert len(set(shown)) == len(shown)


def test_every_language_shows_the_same_drawings_on_the_same_pages() -> None:
    def pictures(language: str) -> list[list[str]]:
        files = sorted(PACK.glob(f"{language}/topics/*.md"))
        pages = [page for file in files for page in file.read_text("utf-8").split("\n---\n")]
        return [re.findall(r"^!\[.+\]\((.+)\)$", page, re.MULTILINE) for page in pages]

    languages = tomllib.loads((PACK / "pack.toml").read_text("utf-8"))["languages"]
    assert len(languages) == 4
    assert all(pictures(language) == pictures("nl") for language in languages)


def test_it_keeps_to_what_can_be_drawn_everywhere(drawing: Path) -> None:
    text = drawing.read_text("utf-8")
    root = ElementTree.fromstring(text)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= TAGS
    assert root.get("viewBox") == "0 0 480 480"
    assert len(text) < 12_000
    assert not re.search(r"style=|href|<script|<!ENTITY|filter|url\(", text)


def test_it_has_a_title_and_uses_no_colour_but_its_roles(drawing: Path) -> None:
    text = drawing.read_text("utf-8")
    assert re.search(r"<title>[^<]{3,}</title>", text)
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", text)) <= set(theme("light").drawing("petrol"))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_shows_in_the_colours_of_the_theme(qapp: QApplication, drawing: Path, name: str) -> None:
    colours = theme(name).drawing("petrol")
    shown = seen(drawn(drawing, colours))
    assert QColor(colours[FIGURE]).name() in shown
    assert shown & {QColor(colours[WARM]).name(), QColor(colours[FIGURE]).name()}
    foreign = {mark.lower() for mark in colours}
    assert shown.isdisjoint(foreign - {QColor(value).name() for value in colours.values()})


def test_it_keeps_off_its_own_edge(qapp: QApplication, drawing: Path) -> None:
    colours = theme("light").drawing("mos")
    ground = QColor(colours[GROUND])
    image = drawn(drawing, colours).toImage()
    assert (image.width(), image.height()) == (240, 240)
    edge = [(n, side) for n in range(240) for side in (0, 239)]
    edge += [(side, n) for n in range(240) for side in (0, 239)]
    # Gaps in the colour of the ground may run out of the picture: nobody sees them.
    seen_there = [image.pixelColor(x, y) for x, y in edge if image.pixelColor(x, y).alpha() > 20]
    assert [colour.name() for colour in seen_there if not near(colour, ground)] == []


def test_roles_are_replaced_once_each() -> None:
    """A role whose new colour is another role's old one is not replaced again."""
    svg = b'<a fill="#FFFFFF"/><b fill="#F4B740"/><c fill="#000001"/>'
    colours = {FIGURE: WARM, WARM: GROUND, GROUND: FIGURE}
    assert recoloured(svg, colours) == (
        b'<a fill="#F4B740"/><b fill="#000001"/><c fill="#FFFFFF"/>'
    )
    assert recoloured(svg, {}) == svg
    assert recoloured(svg, {FIGURE: "#123456"}).count(b"#123456") == 1


@pytest.mark.parametrize("content", [b"", b"<svg", b"\x00\xff", b"<svg xmlns='x'/>"])
@pytest.mark.parametrize("suffix", [".svg", ".png", ".webp"])
def test_what_cannot_be_drawn_is_an_empty_picture(
    qapp: QApplication, tmp_path: Path, content: bytes, suffix: str
) -> None:
    file = tmp_path / f"stuk{suffix}"
    file.write_bytes(content)
    pixmap = drawn(file, {})
    assert pixmap.isNull() or seen(pixmap) == set()


def test_a_missing_file_and_an_empty_size_are_empty_pictures(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert drawn(tmp_path / "nowhere.svg", {}).isNull()
    assert Drawings(lambda _path: None).pixmap("x", SIZE, {}).isNull()
    assert Drawings(lambda _path: FILES[0]).pixmap("x", QSize(0, 10), {}).isNull()


def test_it_keeps_only_the_last_few(qapp: QApplication) -> None:
    asked: list[str] = []

    def find(path: str) -> Path:
        asked.append(path)
        return FILES[0]

    drawings = Drawings(find, most=2)
    first = drawings.pixmap("x", QSize(20, 20), {})
    assert drawings.pixmap("x", QSize(20, 20), {}).cacheKey() == first.cacheKey()
    drawings.pixmap("x", QSize(21, 21), {})
    drawings.pixmap("x", QSize(22, 22), {})
    assert drawings.pixmap("x", QSize(20, 20), {}).cacheKey() != first.cacheKey()
