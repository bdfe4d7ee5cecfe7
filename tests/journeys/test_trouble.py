"""A clinic's bad day: damaged files, blocked fonts, no pack. The show goes on (access.md X5)."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.house import Plan
from tests.journeys.support.kiosk import REPOSITORY, SETTINGS
from tests.journeys.support.walks import first_title, open_topic, page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.journeys.support.kiosk import Kiosk

RUBBISH = b"\x00\xff\xfe not what you expect \x80" * 40


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program that a journey may damage."""
    for name in ("kiosk", "resources"):
        shutil.copytree(
            REPOSITORY / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(REPOSITORY / "main.py", tmp_path / "main.py")
    return tmp_path


def damaged(copy: Path, **more: object) -> Plan:
    return Plan(program=(sys.executable, str(copy / "main.py")), **more)  # pyright: ignore[reportArgumentType] - what journeys give


def files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file())


def damage(file: Path, how: str) -> None:
    if how == "missing":
        file.unlink()
    else:
        file.write_bytes(RUBBISH)


def reads_on(kiosk: Kiosk) -> None:
    """The kiosk can still be read: a page, the next one, home."""
    first = page(open_topic(kiosk))
    assert first.body
    assert page(kiosk.step("nav.next")) != first
    assert all(node.name for node in kiosk.settled().controls())
    kiosk.open("nav.home", "screen.home")
    kiosk.check()


@pytest.mark.parametrize("part", ["fonts", "themes"])
@pytest.mark.parametrize("how", ["missing", "rubbish"])
def test_without_a_part_of_its_resources_it_is_still_read(
    start: Callable[[Plan], Kiosk], copy: Path, part: str, how: str
) -> None:
    for file in list(files(copy / "resources" / part)):
        damage(file, how)
    reads_on(start(damaged(copy)))


@pytest.mark.parametrize("how", ["missing", "rubbish"])
def test_without_the_words_of_its_controls_it_is_out_of_order(
    start: Callable[[Plan], Kiosk], copy: Path, how: str
) -> None:
    for file in list(files(copy / "resources" / "strings")):
        damage(file, how)
    kiosk = start(damaged(copy, first_screen="screen.out-of-order"))
    assert "werkt nu niet" in " ".join(node.name for node in kiosk.settled())
    kiosk.check()


@pytest.mark.parametrize("how", ["missing", "rubbish", "not installed"])
def test_with_icons_blocked_it_is_still_read(
    start: Callable[[Plan], Kiosk], tmp_path: Path, how: str
) -> None:
    """A Python whose libraries are links to ours, but for the icons' own."""
    ours = Path(sysconfig.get_path("purelib"))
    for entry in ours.iterdir():
        if entry.name != "qtawesome" and entry.suffix != ".pth":
            (tmp_path / entry.name).symlink_to(entry)
    if how != "not installed":
        icons = shutil.copytree(ours / "qtawesome", tmp_path / "qtawesome")
        for file in icons.rglob("*.ttf"):
            damage(file, how)
    # -S: without the folder of libraries that this Python would find by itself.
    program = (sys.executable, "-S", "main.py")
    reads_on(start(Plan(env=(("PYTHONPATH", str(tmp_path)),), program=program)))


@pytest.mark.parametrize(
    "settings",
    ["px_per_mm = 'much'\n", 'mode = "sideways"\n', "[[[[", "\x00\x01", "unknown = 1\n"],
)
def test_bad_settings_cost_only_themselves(start: Callable[[Plan], Kiosk], settings: str) -> None:
    reads_on(start(Plan(settings=settings)))


@pytest.mark.parametrize("what", ["missing", "empty", "broken", "a file"])
def test_instead_of_a_broken_pack_the_bundled_one_shows(
    start: Callable[[Plan], Kiosk], tmp_path: Path, what: str
) -> None:
    pack = tmp_path / "pack"
    if what == "empty":
        pack.mkdir()
    elif what == "broken":
        shutil.copytree(REPOSITORY / "resources" / "packs" / "bewegen-bij-ms", pack)
        (pack / "pack.toml").write_bytes(RUBBISH)
    elif what == "a file":
        pack.write_text("no pack", "utf-8")
    kiosk = start(Plan(settings=SETTINGS, options=("--pack", str(pack))))
    assert kiosk.node("attract.topic").name.startswith(first_title())
    reads_on(kiosk)


def test_without_any_pack_it_says_calmly_that_it_is_out_of_order(
    start: Callable[[Plan], Kiosk], copy: Path
) -> None:
    shutil.rmtree(copy / "resources" / "packs")
    kiosk = start(damaged(copy, first_screen="screen.out-of-order"))
    text = " ".join(node.name for node in kiosk.settled())
    assert "werkt nu niet" in text
    assert not any(word in text for word in ("Error", "Traceback", "pack.toml", ".py"))
    kiosk.tap_spot((960, 500))
    kiosk.key("Escape")
    assert kiosk.settled().screen() == "screen.out-of-order"
    kiosk.check()
