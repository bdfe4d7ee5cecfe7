"""Whatever lies in a pack's folder: a clear problem or it works, in bounded time, never a raise."""

from __future__ import annotations

import os
import socket
import time
import tracemalloc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.content import tree
from kiosk.content.packs import check, is_large, load
from kiosk.problems import Problem
from tests.content.builder import QUIZ, TOPIC, FakeProbe, PackFolder, png

TOPIC_FILE = "nl/topics/10-een.md"
QUIZ_FILE = "nl/quiz.toml"

# Each takes some hundredths of a second; a machine ten times as busy still passes.
LONGEST = 8.0


@contextmanager
def bounded(seconds: float = LONGEST) -> Generator[None]:
    begin = time.process_time()
    yield
    assert time.process_time() - begin < seconds


def refused(pack: PackFolder, file: str, what: str, line: int | None = None) -> Problem:
    """The one error about a file; the pack does not load."""
    with bounded():
        loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is None
    assert list(loaded.problems) == pack.problems()
    errors = [p for p in loaded.problems if p.severity == "error" and p.file == file]
    assert errors, loaded.problems
    assert what in errors[0].what, errors
    assert errors[0].to_do
    if line is not None:
        assert errors[0].line == line
    return errors[0]


def test_a_manifest_of_60_megabytes_is_not_read(pack: PackFolder) -> None:
    with pack.path("pack.toml").open("wb") as file:
        file.truncate(60_000_000)
    tracemalloc.start()
    refused(pack, "pack.toml", "larger than 1000 kB")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12_000_000


@pytest.mark.parametrize("name", [TOPIC_FILE, QUIZ_FILE, "claims.toml", "nl/glossary.toml"])
def test_a_text_of_60_megabytes_is_not_read(pack: PackFolder, name: str) -> None:
    with pack.path(name).open("wb") as file:
        file.truncate(60_000_000)
    refused(pack, name, "larger than 256 kB", 0)


@pytest.mark.parametrize(
    "name", ["pack.toml", TOPIC_FILE, QUIZ_FILE, "claims.toml", "nl/glossary.toml"]
)
@pytest.mark.parametrize(
    ("data", "what"),
    [
        (bytes(range(256)) * 40, "is not UTF-8 text"),
        (b"a = 1\n\xe9\n", "is not UTF-8 text"),
        (b"\xff\xfea\x00", "is not UTF-8 text"),
        (b"a = " + b"[" * 100_000, ""),
        (b"a = " + b"[" * 50_000 + b"]" * 50_000, ""),
        (b"a" + b".a" * 60_000 + b" = 1", ""),
        (b"a = " + b"{b=" * 30_000, ""),
        (b"[" * 100_000, ""),
        (b"[[" + b"a." * 50_000 + b"a]]", ""),
        (b"a = " + b"9" * 200_000, ""),
        (b'a = """' + b"x" * 200_000, ""),
        (b"'" * 200_001, ""),
        (b'"\\' * 100_000, ""),
        (b"\x00" * 1000, ""),
        (b"", ""),
    ],
    ids=lambda value: "" if isinstance(value, str) else str(value[:8]),
)
def test_bytes_that_are_no_toml(pack: PackFolder, name: str, data: bytes, what: str) -> None:
    pack.write(name, data)
    if data or name != "nl/glossary.toml":
        refused(pack, name, what)


def front(rest: str) -> str:
    return TOPIC[: TOPIC.index("# Bewegen")] + rest


@pytest.mark.parametrize(
    "rest",
    [
        "# Kop\n\n" + "[" * 100_000,
        "# Kop\n\n" + "![" * 50_000,
        "# Kop\n\n" + "[" * 2_900 + "](" * 2_900,
        "# Kop\n\n" + "![a](" * 1_100,
        "# Kop\n\n" + "*" * 5_000,
        "# Kop\n\n" + "**a " * 1_400,
        "# Kop\n\n" + "_a*" * 1_900,
        "# Kop\n\n" + "`" * 5_900,
        "# Kop\n\n" + "<" * 5_900,
        "# Kop\n\n" + "&" * 5_900,
        "# Kop\n\n" + "> " * 2_900 + "a",
        "# Kop\n\n" + "- " * 2_900 + "a",
        "# Kop\n\n" + "".join(f"{' ' * (2 * n)}- a\n" for n in range(70)),
        "# Kop\n\n" + "|" * 2_900 + "\n" + "|-" * 1_400,
        "# Kop\n\n" + "\\" * 5_900,
        "# Kop\n\n" + "<!--" * 1_400,
        "# Kop\n\n" + "a\n" * 2_900,
        "---\n" * 60_000,
        "# Kop\n\na\n---\n" * 20_000,
        "Notes:\n" * 30_000,
        "# Kop\n\nClaims: " + "C1," * 80_000,
        "# Kop\n\nSlide: " + "a" * 200_000,
        "# Kop\n\n" + "#" * 5_000,
    ],
    ids=range(23),
)
def test_markdown_that_hurts_parsers(pack: PackFolder, rest: str) -> None:
    pack.add_claims()
    pack.write(TOPIC_FILE, front(rest))
    refused(pack, TOPIC_FILE, "")


def test_front_matter_that_never_closes(pack: PackFolder) -> None:
    pack.write(TOPIC_FILE, "+++\n" + "a = 1\n" * 40_000)
    refused(pack, TOPIC_FILE, "never closes", 1)


def test_a_byte_order_mark_and_windows_line_ends_are_fine(pack: PackFolder) -> None:
    for name in ("pack.toml", TOPIC_FILE, QUIZ_FILE):
        text = pack.read(name).replace("\n", "\r\n")
        pack.write(name, b"\xef\xbb\xbf" + text.encode())
    assert pack.problems() == []
    pack.replace(TOPIC_FILE, "- Zwem wat.", "- *Zwem* wat.")
    assert refused(pack, TOPIC_FILE, "italics").line == 13


def test_a_name_as_a_mac_writes_it_is_found(pack: PackFolder) -> None:
    pack.add_picture("images/e\u0301e\u0301n.png")
    pack.replace(TOPIC_FILE, "icon =", 'image = "images/één.png"\nalt = "Een."\nicon =')
    pack.seal()
    assert pack.problems() == []
    loaded = load(pack.folder, None, FakeProbe).pack
    assert loaded is not None
    image = loaded.edition("nl").topics[0].image
    assert image is not None
    assert (pack.folder / image.path).is_file()


def test_letters_as_a_mac_writes_them_are_one_character(pack: PackFolder) -> None:
    pack.replace(TOPIC_FILE, "Een kaart", "E\u0301e\u0301n")
    loaded = load(pack.folder, None, FakeProbe).pack
    assert loaded is not None
    assert loaded.edition("nl").topics[0].title == "\u00c9\u00e9n"


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def a_link_inside(path: Path) -> None:
    target = path.with_name("copy")
    target.write_text(TOPIC)
    path.symlink_to(target)


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def an_endless_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


ODD = [a_pipe, a_socket, a_link, a_link_inside, a_link_to_itself, an_endless_device]


@pytest.mark.parametrize("make", ODD)
@pytest.mark.parametrize("name", ["pack.toml", TOPIC_FILE, QUIZ_FILE, "claims.toml", "x/y.svg"])
def test_what_is_no_plain_file_is_an_error(
    pack: PackFolder, name: str, make: Callable[[Path], None]
) -> None:
    path = pack.path(name)
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    refused(pack, name, "this is a ")


@pytest.mark.parametrize("name", ["pack.toml", QUIZ_FILE])
def test_a_folder_in_the_place_of_a_file_is_an_error(pack: PackFolder, name: str) -> None:
    pack.path(name).unlink()
    pack.path(name).mkdir()
    refused(pack, name, "missing")


def test_a_linked_folder_is_an_error(pack: PackFolder, tmp_path: Path) -> None:
    topics = pack.path("nl/topics")
    topics.rename(tmp_path / "elsewhere")
    topics.symlink_to(tmp_path / "elsewhere")
    refused(pack, "nl/topics", "this is a symbolic link")


def test_a_file_that_becomes_a_link_while_we_look_is_not_followed(
    pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = pack.folder.parent / "secret"
    secret.write_text(TOPIC.replace("Een kaart", "Geheim"))
    path = pack.path(TOPIC_FILE)
    listed = tree.tree

    def swap(root: Path) -> tree.Tree:
        found = listed(root)
        path.unlink()
        path.symlink_to(secret)
        return found

    monkeypatch.setattr("kiosk.content.source.tree", swap)
    loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is None
    assert any("cannot be read" in problem.what for problem in loaded.problems)


def test_a_file_that_may_not_be_read_is_an_error(
    pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith("10-een.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    refused(pack, TOPIC_FILE, "cannot be read (Permission denied)", 0)


def test_a_folder_that_may_not_be_listed_is_an_error(
    pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("topics"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    refused(pack, ".", "nl/topics cannot be listed (Permission denied)")


def test_a_name_that_is_no_text_is_told(pack: PackFolder) -> None:
    bad = os.fsencode(pack.path("nl/topics")) + b"/\xff\xfe\n.md"
    with open(bad, "wb") as file:  # noqa: PTH123 - Path cannot hold this name on every system
        file.write(b"\xff")
    found = [p for p in pack.problems() if p.severity == "error"]
    assert len(found) == 1
    assert found[0].file.isprintable()
    assert str(found[0]).encode()


def test_folders_without_end_are_an_error(pack: PackFolder) -> None:
    pack.path("/".join(["diep"] * 40)).relative_to(pack.folder)
    pack.path("/".join(["diep"] * 40)).mkdir(parents=True)
    refused(pack, ".", "deep")


def test_more_files_than_any_pack_are_an_error(
    pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "MOST_ENTRIES", 50)
    for number in range(60):
        pack.write(f"images/{number}.png", b"")
    refused(pack, ".", "more than 50 files")
    assert not is_large(pack.folder)
    for number in range(300):
        pack.write(f"images/{number}.png", b"")
    monkeypatch.undo()
    assert is_large(pack.folder)


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


def test_many_problems_in_many_files_stay_a_list_to_read(pack: PackFolder) -> None:
    topic = TOPIC.replace("mdi6.run", "mdi6.nope").replace("- Zwem", "- <b>x</b>\n" * 45)
    for number in range(100):
        text = topic.replace('"een"', f'"een{number}"')
        pack.write(f"nl/topics/{number:03}.md", text.replace("icon =", f"k{number} = 1\nicon ="))
    with bounded(30):
        found = pack.problems()
    assert len(found) <= 2_001
    assert found[-1].what.startswith("and ")
    assert found[-1].severity == "error"


def test_ten_thousand_missing_pictures_take_no_time(pack: PackFolder) -> None:
    questions = [
        QUIZ.replace('"q1"', f'"q{n}"').replace("ask =", f'image = "images/{n}.png"\nask =')
        for n in range(500)
    ]
    pack.write(QUIZ_FILE, "\n".join(questions))
    refused(pack, QUIZ_FILE, "there is no file")
