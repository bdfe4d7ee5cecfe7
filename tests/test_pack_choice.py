"""Which pack shows: asked for, set, the active slot, bundled; the first that can be used."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest

from kiosk import pack_choice, paths
from kiosk.pack_choice import PackChoice, candidates
from kiosk.paths import resource
from tests.content.builder import FakeProbe, PackFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kiosk.content.packs import Loaded
    from kiosk.domain.pack import Pack
    from kiosk.problems import Problem

BUNDLED = resource("packs/bewegen-bij-ms")


def slot(data: Path, folder: Path) -> None:
    """Make a pack the active one of a data folder."""
    from kiosk.store.slots import active_pack

    (data / "packs").mkdir(parents=True)
    folder.rename(data / "packs" / "b")
    (data / "packs" / "active").write_text("b")
    assert active_pack(data) == data / "packs" / "b"


@pytest.fixture
def choose(qapp: object, tmp_path: Path) -> Iterator[Callable[..., PackChoice]]:
    made: list[PackChoice] = []
    shown: list[Loaded] = []

    def make(*folders: Path, unfit: Callable[[Pack], str | None] | None = None) -> PackChoice:
        choice = PackChoice(folders, tmp_path / "store", FakeProbe, unfit)
        made.append(choice)
        choice.ready.connect(shown.append)
        return choice

    yield make
    for choice in made:
        choice.close()
    for loaded in shown:
        loaded.close()


def titles(loaded: Loaded | None) -> str:
    assert loaded is not None
    assert loaded.pack is not None
    title = loaded.pack.edition("nl").title
    loaded.close()
    return title


def test_the_order_is_asked_setting_slot_bundled(tmp_path: Path) -> None:
    data = tmp_path / "data"
    slot(data, PackFolder(tmp_path / "third").folder)
    found = candidates(tmp_path / "first", str(tmp_path / "second"), data)
    wanted = (tmp_path / "first", tmp_path / "second", data / "packs" / "b", BUNDLED)
    assert found == (wanted, ())


def test_without_any_wish_the_bundled_one_shows(tmp_path: Path) -> None:
    assert candidates(None, "", tmp_path).folders == (BUNDLED,)


@pytest.mark.parametrize("harm", ["link", "missing", "file", "empty"])
def test_without_bundled_packs_the_others_are_tried_and_staff_read_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    resources = tmp_path / "resources"
    resources.mkdir()
    monkeypatch.setattr(paths, "resources_folder", lambda: resources)
    match harm:
        case "link":
            (resources / "packs").symlink_to(BUNDLED.parent)
        case "file":
            (resources / "packs").write_text("")
        case "empty":
            (resources / "packs").mkdir()
        case _:
            pass
    found = candidates(tmp_path / "asked", "", tmp_path)
    assert found.folders == (tmp_path / "asked",)
    assert [problem.file for problem in found.problems] == ["resources/packs"]


def test_the_first_usable_pack_shows(choose: Callable[..., PackChoice], tmp_path: Path) -> None:
    first, second = PackFolder(tmp_path / "een"), PackFolder(tmp_path / "twee")
    first.replace("pack.toml", 'nl = "Proef"', 'nl = "Eerste"')
    choice = choose(first.folder, second.folder)
    assert titles(choice.first()) == "Eerste"


@pytest.mark.parametrize("harm", ["missing", "no pack", "broken", "newer"])
def test_a_pack_that_cannot_be_used_gives_way_and_staff_read_why(
    choose: Callable[..., PackChoice], tmp_path: Path, harm: str
) -> None:
    first, second = PackFolder(tmp_path / "een"), PackFolder(tmp_path / "twee")
    match harm:
        case "missing":
            first.folder.rename(tmp_path / "elsewhere")
        case "no pack":
            first.path("pack.toml").unlink()
        case "broken":
            first.write("nl/topics/10-een.md", "+++\nid = \n")
        case _:
            first.replace("pack.toml", "schema = 1", "schema = 99")
    choice = choose(first.folder, second.folder)
    assert titles(choice.first()) == "Proef"
    errors = [problem for problem in choice.problems if problem.severity == "error"]
    assert errors
    assert all(problem.file.startswith(str(first.folder)) for problem in errors)


def test_without_a_usable_pack_there_is_none(
    choose: Callable[..., PackChoice], tmp_path: Path
) -> None:
    choice = choose(tmp_path / "nowhere")
    assert choice.first() is None
    assert choice.problems


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Make a folder count as one that takes long to compile."""

    def make(folder: Path) -> None:
        monkeypatch.setattr(pack_choice, "is_large", folder.__eq__)

    return make


@pytest.fixture
def first(tmp_path: Path, large: Callable[[Path], None]) -> PackFolder:
    """A large pack, "Groot"."""
    made = PackFolder(tmp_path / "een")
    made.replace("pack.toml", 'nl = "Proef"', 'nl = "Groot"')
    large(made.folder)
    return made


@pytest.fixture
def second(tmp_path: Path) -> PackFolder:
    """A small pack, "Proef"."""
    return PackFolder(tmp_path / "twee")


def waiting(choice: PackChoice) -> PackChoice:
    """The choice, which shows the small pack while the large one waits."""
    assert titles(choice.first()) == "Proef"
    return choice


def arrived(choice: PackChoice, qtbot: QtBot) -> str:
    """Start, and the title of what is ready then."""
    came: list[Loaded] = []
    choice.ready.connect(came.append)
    with qtbot.waitSignal(choice.ready, timeout=20_000):
        choice.start()
    return titles(came[0])


def refused(choice: PackChoice, qtbot: QtBot) -> list[Problem]:
    """Start, and the problems when the large pack was refused."""
    with qtbot.waitSignal(choice.refused, timeout=20_000):
        choice.start()
    return choice.problems


def test_while_a_large_pack_is_compiled_the_next_one_shows(
    choose: Callable[..., PackChoice], first: PackFolder, second: PackFolder, qtbot: QtBot
) -> None:
    choice = waiting(choose(first.folder, second.folder))
    assert arrived(choice, qtbot) == "Groot"
    again = choose(first.folder, second.folder)
    assert titles(again.first()) == "Groot", "compiled already: it shows at once"


def test_a_large_pack_with_errors_is_refused_and_staff_read_why(
    choose: Callable[..., PackChoice], first: PackFolder, second: PackFolder, qtbot: QtBot
) -> None:
    first.replace("nl/topics/10-een.md", 'id = "een"', 'id = "Een Kaart"')
    choice = waiting(choose(first.folder, second.folder))
    found = refused(choice, qtbot)
    assert any(str(first.folder) in problem.file for problem in found)


@pytest.mark.parametrize("known_before", [True, False])
def test_a_large_pack_shows_also_where_the_store_refuses(
    choose: Callable[..., PackChoice],
    first: PackFolder,
    second: PackFolder,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    known_before: bool,
) -> None:
    (tmp_path / "store").write_text("no folder")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    if not known_before:

        def yes(_folder: Path) -> bool:
            return True

        monkeypatch.setattr(pack_choice, "_takes_files", yes)
    choice = waiting(choose(first.folder, second.folder))
    assert arrived(choice, qtbot) == "Groot"
    assert list(temporary.iterdir())
    choice.close()
    assert not list(temporary.iterdir())


def test_where_nothing_can_be_written_the_large_pack_is_refused(
    choose: Callable[..., PackChoice],
    first: PackFolder,
    second: PackFolder,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "store").write_text("no folder")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    choice = waiting(choose(first.folder, second.folder))
    assert "let the program write" in refused(choice, qtbot)[-1].to_do


def test_a_pack_that_may_not_show_gives_way(
    choose: Callable[..., PackChoice],
    first: PackFolder,
    second: PackFolder,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    third = PackFolder(tmp_path / "drie")
    third.replace("pack.toml", 'nl = "Proef"', 'nl = "Niet"')

    def unfit(pack: Pack) -> str | None:
        return None if pack.edition("nl").title == "Proef" else "may not show"

    choice = waiting(choose(first.folder, third.folder, second.folder, unfit=unfit))
    found = [one.file for one in refused(choice, qtbot) if one.what == "may not show"]
    assert found == [str(third.folder), str(first.folder)]


def test_closed_it_leaves_no_child_behind(
    choose: Callable[..., PackChoice], first: PackFolder, second: PackFolder
) -> None:
    choice = waiting(choose(first.folder, second.folder))
    choice.start()
    choice.close()
    choice.close()


def test_nothing_starts_where_nothing_waits(
    choose: Callable[..., PackChoice], tmp_path: Path
) -> None:
    choice = choose(PackFolder(tmp_path / "een").folder)
    titles(choice.first())
    choice.start()
    assert choice.children() == []
