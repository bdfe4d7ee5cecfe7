"""Pictures that are bombs, scripts or broken are refused before anything draws them."""

from __future__ import annotations

import pytest

from kiosk.content.packs import check
from tests.content.builder import FakeProbe, PackFolder, png
from tests.content.hostile_support import TOPIC_FILE, bounded


def with_image(pack: PackFolder, name: str, data: bytes) -> FakeProbe:
    pack.write(name, data)
    pack.replace(TOPIC_FILE, "icon =", f'image = "{name}"\nalt = "Een."\nicon =')
    probe = FakeProbe()
    with bounded():
        found = [p for p in check(pack.folder, probe) if p.severity == "error"]
    assert [(p.file, p.line) for p in found] == [(TOPIC_FILE, 4)], found
    return probe


def svg(inside: str, attributes: str = 'viewBox="0 0 10 10"', before: str = "") -> bytes:
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {space} {attributes}>{inside}</svg>".encode()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


USES = "".join(f'<g id="u{n}">' + f'<use href="#u{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))


WEBP = b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff"


BOMBS: dict[str, tuple[str, bytes]] = {
    "PNG of 60000 x 60000": ("images/a.png", png(60_000, 60_000)),
    "PNG of no size": ("images/a.png", png(0, 0)),
    "no PNG": ("images/a.png", b"GIF89a" + bytes(100)),
    "empty PNG": ("images/a.png", b""),
    "WebP of 16 million a side": ("images/a.webp", WEBP),
    "no WebP": ("images/a.webp", b"RIFF" + bytes(40)),
    "SVG with laughs": (
        "images/a.svg",
        svg("&l11;", before=f"<!DOCTYPE svg [<!ENTITY l0 'x'>{LAUGHS}]>"),
    ),
    "SVG with a file": (
        "images/a.svg",
        svg("&x;", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ),
    "SVG of uses": ("images/a.svg", svg(f'<rect id="u0"/>{USES}<use href="#u11"/>')),
    "SVG that uses itself": ("images/a.svg", svg('<g id="a"><use xlink:href="#a"/></g>')),
    "SVG of 100,000 parts": ("images/a.svg", svg("<g/>" * 100_000)),
    "SVG nested 100,000 deep": ("images/a.svg", svg("<g>" * 100_000 + "</g>" * 100_000)),
    "huge SVG": ("images/a.svg", svg("", 'width="1e9" height="1e9"')),
    "SVG of another size": ("images/a.svg", svg("", 'viewBox="0 0 99999999 1"')),
    "SVG with a script": ("images/a.svg", svg("<script>x</script>")),
    "SVG with a handler": ("images/a.svg", svg('<rect onclick="x"/>')),
    "SVG that moves": ("images/a.svg", svg("<rect><animate/></rect>")),
    "SVG with a picture": ("images/a.svg", svg('<image href="http://a.b/c.png"/>')),
    "SVG with a link out": ("images/a.svg", svg('<use href="other.svg#a"/>')),
    "SVG with a style from outside": (
        "images/a.svg",
        svg("<style>@import url(http://a.b)</style>"),
    ),
    "SVG with a fill from outside": ("images/a.svg", svg('<rect fill="url(http://a.b#c)"/>')),
    "SVG with foreign objects": ("images/a.svg", svg("<foreignObject/>")),
    "no XML": ("images/a.svg", b"\x00" * 1000),
    "other XML": ("images/a.svg", b"<html/>"),
    "endless SVG": ("images/a.svg", b"<svg" + b" " * 2_100_000),
    "endless PNG": ("images/a.png", png(8, 8) + bytes(21_000_000)),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_picture_that_is_a_bomb_is_never_drawn(pack: PackFolder, bomb: tuple[str, bytes]) -> None:
    probe = with_image(pack, *bomb)
    assert probe.looked_at == []


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="a"><stop/></linearGradient></defs><rect fill="url(#a)"/>',
        '<path id="a" d="M0 0h1v1z"/><use href="#a"/><use xlink:href="#a"/>',
        "<title>Een</title><g style='fill:#fff'><circle r='1'/></g>",
        "<style>.a { fill: red }</style>",
    ],
)
def test_a_plain_drawing_is_fine(pack: PackFolder, inside: str) -> None:
    pack.write("images/a.svg", svg(inside))
    pack.replace(TOPIC_FILE, "icon =", 'image = "images/a.svg"\nalt = "Een."\nicon =')
    pack.seal()
    assert pack.problems() == []
