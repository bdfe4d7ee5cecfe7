"""A tour pictures every screen once a size, names them clearly, and says what is in its way."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from kiosk.commands.options import Size, TourOptions
from kiosk.domain.letters import Letters
from kiosk.proving import tour as module
from kiosk.proving.offscreen import PANES, Pane
from kiosk.proving.tour import stops, tour
from kiosk.proving.walk import sights
from kiosk.proving.walk_staff import staff_screens
from kiosk.ui.screen import Screen
from tests.content.builder import TOPIC, PackFolder

# The screens of a pack of one topic with two pages and a quiz of one question.
SCREENS = {
    "attract-een",
    "home",
    "topic-een-1",
    "topic-een-2",
    "question-1",
    "question-1-answer-1-right",
    "question-1-answer-2-wrong",
    "result-nothing-answered",
    "result-all-right",
    "result-one-missed",
    "result-all-missed",
    "view",
    "about-1",
    "idle-topic",
    "idle-question",
    "mirrored-topic",
    "mirrored-home",
    "farewell",
    "out-of-order",
    "attract-message",
    *staff_screens(),
}
# What sentences one by one, the slides of talk and display, and the speaker's screens are called.
OTHERS = {
    *("display", "farewell", "home", "low", "preflight"),
    *("presenter", "return", "sentence", "talk", "topic"),
}
GLASS = Size(1024, 576)


@pytest.fixture
def pack(qapp: QApplication, tmp_path: Path) -> PackFolder:
    assert qapp is not None
    return PackFolder(tmp_path / "pack")


@pytest.fixture
def visitors_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the screens of staff, talk and display, which are the most."""
    monkeypatch.setattr(module, "sights", partial(sights, fixed=False))


def names(folder: Path) -> set[str]:
    return {file.stem for file in folder.glob("*.png")}


def image(file: Path) -> QImage:
    found = QImage(str(file))
    assert not found.isNull(), file
    return found


def colours(picture: QImage) -> int:
    small = picture.scaled(64, 64)
    return len({small.pixel(x, y) for x in range(64) for y in range(64)})


def test_every_screen_has_a_picture(
    pack: PackFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "out"
    options = TourOptions(out, (GLASS,), text_size=125, pack=pack.folder)
    assert tour(options) == 0
    folder = out / "1024x576-125-light"
    others = names(folder) - SCREENS
    assert {name.partition("-")[0] for name in others} == OTHERS
    assert names(folder) >= SCREENS
    pictures = {file.stem: image(file) for file in folder.glob("*.png")}
    assert {picture.size().toTuple() for picture in pictures.values()} == {(1024, 576)}
    assert [name for name, picture in pictures.items() if colours(picture) < 3] == ["talk-black"]
    alike = {bytes(pictures[name].constBits()) for name in SCREENS}
    # "All missed" is "one missed" where there is one question.
    assert len(alike) == len(SCREENS) - 1
    said = capsys.readouterr()
    assert said.out.startswith(f"1024x576-125-light: {len(pictures)} pictures, ")
    assert (said.out.count("\n"), said.err) == (1, "")


def test_the_contact_sheet_shows_them_all(pack: PackFolder, tmp_path: Path) -> None:
    options = TourOptions(tmp_path, (GLASS,), theme="dark", text_size=150, pack=pack.folder)
    assert tour(options) == 0
    sheet = image(tmp_path / "1024x576-150-dark.png")
    assert sheet.width() > 2000
    rows = [y for y in range(sheet.height()) if sheet.pixelColor(200, y).lightness() < 60]
    # Six groups, one of them of two rows, each 213 px high at least.
    assert len(rows) > 6 * 200


def test_what_does_not_fit_is_named_and_counted(
    pack: PackFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # A glass of 137 by 77 mm, on which no three controls of 40 mm stand side by side.
    options = TourOptions(tmp_path, (GLASS,), text_size=150, px_per_mm=5.0, pack=pack.folder)
    assert tour(options) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("1024x576@5-150-light: ")
    assert len(said) > 2
    assert all(line.startswith("FAIL 1024x576@5-150-light: ") for line in said[1:-1])
    assert len(set(said)) == len(said)
    assert any(" and " in line and " more: " in line for line in said)
    assert said[-1] == f"{len(said) - 2} findings: what they name does not fit"
    assert names(tmp_path / "1024x576@5-150-light") >= SCREENS - {"about-1", "topic-een-1"}


def test_words_that_run_into_an_edge_are_named(
    pack: PackFolder,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def everywhere(picture: QImage, screen: Screen) -> list[str]:
        assert picture.size() == screen.size()
        return ["a control: runs over"]

    monkeypatch.setattr(module, "bled", everywhere)
    options = TourOptions(tmp_path, (GLASS,), text_size=125, pack=pack.folder)
    assert tour(options) == 1
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("FAIL")]
    more = len(names(tmp_path / "1024x576-125-light")) - 3
    assert more > len(SCREENS)
    assert line == (
        "FAIL 1024x576-125-light: attract-een, attract-message, home "
        f"and {more} more: a control: runs over"
    )


def test_seven_topics_make_two_pages_of_home(pack: PackFolder, tmp_path: Path) -> None:
    for number in range(2, 8):
        text = TOPIC.replace('id = "een"', f'id = "t{number}"')
        pack.write(f"nl/topics/{number}0-t.md", text.replace("Een kaart", f"Kaart {number}"))
    options = TourOptions(tmp_path, (GLASS,), text_size=100, pack=pack.folder)
    assert tour(options) == 0
    found = names(tmp_path / "1024x576-100-light")
    assert {"home-1", "home-2", "topic-t7-2", "attract-t7"} <= found
    assert "home" not in found


@pytest.mark.usefixtures("visitors_only")
def test_each_language_has_a_folder(pack: PackFolder, tmp_path: Path) -> None:
    pack.add_language("fr")
    # A sheet with a button more than for one language has small letters, for which half is too small.
    options = TourOptions(tmp_path, (Size(1366, 768),), text_size=100, pack=pack.folder)
    assert tour(options) == 0
    assert (tmp_path / "1366x768-100-light-nl").is_dir()
    assert (tmp_path / "1366x768-100-light-fr").is_dir()
    assert tour(options._replace(language="fr", text_size=125)) == 0
    assert (tmp_path / "1366x768-125-light").is_dir()


def test_what_a_tour_without_options_shows() -> None:
    found = stops(TourOptions(Path("out")), ["nl"])
    assert [stop.name for stop in found] == [
        "1920x1080-100-light",
        "1920x1080-125-light",
        "1920x1080-150-light",
        "1920x1080-150-dark",
        "1080x1920-125-light",
        "1366x768-125-light",
        "1280x1024-125-light",
        "3840x2160-125-light",
        "1366x768@3.95-125-light",
    ]
    assert {stop.pane for stop in found} == set(PANES)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            TourOptions(Path("out"), (Size(800, 600), Size(600, 800)), text_size=100),
            ["800x600-100-light", "600x800-100-light"],
        ),
        (
            TourOptions(Path("out"), (Size(800, 600),)),
            ["800x600-100-light", "800x600-125-light", "800x600-150-light", "800x600-150-dark"],
        ),
        (TourOptions(Path("out"), (Size(800, 600),), theme="dark"), ["800x600-150-dark"]),
        (
            TourOptions(Path("out"), (Size(800, 600),), theme="dark", text_size=100),
            ["800x600-100-dark"],
        ),
        (
            TourOptions(Path("out"), (Size(800, 600),), text_size=100, px_per_mm=3.0),
            ["800x600@3-100-light"],
        ),
    ],
)
def test_options_narrow_the_tour(options: TourOptions, expected: list[str]) -> None:
    assert [stop.name for stop in stops(options, ["nl"])] == expected


def test_a_scale_goes_for_every_usual_size_once() -> None:
    found = stops(TourOptions(Path("out"), text_size=100, px_per_mm=3.0), ["nl"])
    assert {stop.pane.scale for stop in found} == {3.0}
    assert len(found) == len({(stop.pane.width, stop.pane.height) for stop in found}) == 5


def test_the_scale_off_screen_is_that_of_a_21_inch_panel() -> None:
    assert Pane(1920, 1080).scale == pytest.approx(1080 / 268)
    assert Pane(1080, 1920).scale == pytest.approx(1080 / 268)
    assert Pane(1366, 768, 3.95).scale == 3.95


def test_the_start_step_is_that_of_the_kiosk() -> None:
    assert module.stops(TourOptions(Path("out")), ["nl"])[-1].letters == Letters()


@pytest.mark.usefixtures("qapp")
def test_a_pack_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tour(TourOptions(tmp_path / "out", pack=tmp_path / "nowhere")) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"kiosk: {tmp_path / 'nowhere'} is not a folder\n"


def test_a_pack_with_errors(
    pack: PackFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack.replace("nl/quiz.toml", "correct = true", "correct = false")
    assert tour(TourOptions(tmp_path / "out", pack=pack.folder)) == 2
    said = capsys.readouterr().err
    assert "cannot be shown" in said
    assert "quiz.toml:" in said
    assert not (tmp_path / "out").exists()


def test_a_language_that_the_pack_has_not(
    pack: PackFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tour(TourOptions(tmp_path / "out", language="de", pack=pack.folder)) == 2
    assert capsys.readouterr().err == "kiosk: the pack has no language 'de'; it has nl\n"


def test_a_folder_that_cannot_be_made(
    pack: PackFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert tour(TourOptions(tmp_path / "file" / "out", pack=pack.folder)) == 2
    assert capsys.readouterr().err.startswith(f"kiosk: {tmp_path / 'file' / 'out'} cannot be made")


def test_a_picture_that_cannot_be_written(
    pack: PackFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "1024x576-125-light" / "home.png").mkdir(parents=True)
    options = TourOptions(tmp_path, (GLASS,), text_size=125, pack=pack.folder)
    assert tour(options) == 2
    assert "home.png cannot be written" in capsys.readouterr().err


@pytest.mark.usefixtures("visitors_only")
def test_a_topic_that_does_not_loop_is_not_on_attract(pack: PackFolder, tmp_path: Path) -> None:
    text = TOPIC.replace('id = "een"', 'id = "twee"').replace("Een kaart", "Kaart twee")
    pack.write("nl/topics/20-twee.md", text.replace("action =", "loop = false\naction ="))
    options = TourOptions(tmp_path, (GLASS,), text_size=100, pack=pack.folder)
    assert tour(options) == 0
    found = names(tmp_path / "1024x576-100-light")
    assert "attract-een" in found
    assert "attract-twee" not in found
    assert "topic-twee-1" in found


@pytest.mark.usefixtures("visitors_only")
def test_dark_is_dark(pack: PackFolder, tmp_path: Path) -> None:
    for theme in ("light", "dark"):
        options = TourOptions(tmp_path, (GLASS,), theme=theme, text_size=125, pack=pack.folder)
        assert tour(options) == 0

    def corner(theme: str) -> QColor:
        return image(tmp_path / f"1024x576-125-{theme}" / "home.png").pixelColor(2, 2)

    assert corner("dark").lightness() < 60 < 200 < corner("light").lightness()
