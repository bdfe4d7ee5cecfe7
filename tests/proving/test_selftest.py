"""The self-test passes for what is shipped, and sees each thing that can be wrong."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.bundle import Bundle, font_files
from kiosk.commands.options import SelftestOptions
from kiosk.content.packs import Loaded, load
from kiosk.domain.letters import Letters
from kiosk.host.probe import QtProbe
from kiosk.paths import resource
from kiosk.proving import bundle_checks, machine, selftest
from kiosk.proving.bundle_checks import Check, font_check, pack_checks, read_themes, string_checks
from kiosk.proving.fit import Steady, bled, problems, remarks
from kiosk.proving.offscreen import PANES, STEPS, Offscreen, Pane
from kiosk.proving.selftest import Bench, bench_for, fit_checks, look_around, report
from kiosk.proving.walk import sights
from kiosk.proving.watch import Watch
from kiosk.ui.content import Content
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.label import TextLabel
from tests.content.builder import PackFolder

ROOT = Path(__file__).parents[2]
PACK = resource("packs/bewegen-bij-ms")
# So many screens at least have letters of their own: staff, talk and display.
STAFF_AND_WALL = 100


@pytest.fixture(scope="module")
def loaded(qapp: QApplication) -> Iterator[Loaded]:
    assert qapp is not None
    found = load(PACK, None, QtProbe)
    yield found
    found.close()


@pytest.fixture(scope="module")
def bench(qapp: QApplication) -> Bench:
    assert qapp is not None
    themes, _ = read_themes(bundle_checks.themes_folder())
    return bench_for(PACK, themes, Watch())


# What is shipped


@pytest.mark.parametrize("pane", PANES, ids=str)
def test_every_screen_fits(loaded: Loaded, bench: Bench, pane: Pane) -> None:
    (check,) = fit_checks(loaded, bench, [pane], ["nl"])
    assert check.problems == ()
    assert int(check.remark.split()[0]) > 4 * 60 + STAFF_AND_WALL
    assert bench.watch.missing == []


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_every_screen_fits_in_the_others(loaded: Loaded, bench: Bench, language: str) -> None:
    # Widest, narrowest and smallest in mm, in the largest letters; the command takes them all.
    panes = [PANES[0], PANES[1], PANES[-1]]
    checks = [*fit_checks(loaded, bench, panes, [language], STEPS[-1:])]
    assert [check.problems for check in checks] == [()] * 3
    assert all(int(check.remark.split()[0]) > 60 + STAFF_AND_WALL for check in checks)
    assert bench.watch.missing == []


def test_every_language_of_the_pack_is_measured(loaded: Loaded, bench: Bench) -> None:
    names = [check.name for check in fit_checks(loaded, bench, [PANES[2]], None, ())]
    assert names == [f"bewegen-bij-ms {language} 1366x768" for language in ("nl", "fr", "en", "de")]


def test_staff_and_wall_are_measured_in_one_step(loaded: Loaded, bench: Bench) -> None:
    small, last = (
        next(fit_checks(loaded, bench, [PANES[0]], ["nl"], [step])) for step in (STEPS[2], STEPS[3])
    )
    counts = [int(check.remark.split()[0]) for check in (small, last)]
    assert counts[1] - counts[0] > STAFF_AND_WALL


def test_what_is_shipped_is_whole(qapp: QApplication) -> None:
    assert qapp is not None
    _, themes = read_themes(bundle_checks.themes_folder())
    strings = string_checks(bundle_checks.strings_folder())
    packs = pack_checks(QtProbe)
    checks = [*themes, *strings, *packs, bundle_checks.bundled_font_check()]
    assert [check for check in checks if check.problems] == []
    names = {check.name for check in checks}
    assert {"theme light", "theme dark", "strings nl", "pack bewegen-bij-ms", "fonts"} <= names


def test_every_key_in_the_code_has_words() -> None:
    known = Bundle(None).strings("nl").keys
    asked = {key for file in (ROOT / "kiosk/ui").rglob("*.py") for key in keys_in(file)}
    assert len(asked) > 20
    assert sorted(asked - known) == []


def keys_in(file: Path) -> set[str]:
    """The texts that a file hands to `say(…)` or `strings(…)`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = ast.unparse(node.func).rpartition(".")[2]
            first = node.args[0]
            if name in ("say", "strings") and isinstance(first, ast.Constant):
                found.add(str(first.value))
    return found


# What it says


def test_a_line_a_check_and_one_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert report([Check("a", (), "2 roles"), Check("b", ())]) == 0
    assert capsys.readouterr().out == "ok   a: 2 roles\nok   b\neverything is all right\n"
    assert report([Check("a", ("x", "y"), "not said"), Check("b", (), "", ("by the way",))]) == 1
    said = "FAIL a: x\nFAIL a: y\nnote b: by the way\nok   b\n1 checks failed\n"
    assert capsys.readouterr().out == said


def test_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(selftest, "program_checks", lambda: [Check("a", ("x",))])
    assert selftest.selftest(SelftestOptions()) == 1
    monkeypatch.setattr(selftest, "program_checks", lambda: [Check("a", ())])
    assert selftest.selftest(SelftestOptions()) == 0
    monkeypatch.setattr(machine, "machine_checks", lambda: [Check("b", ("y",))])
    assert selftest.selftest(SelftestOptions(machine=True)) == 1
    assert "FAIL b: y" in capsys.readouterr().out


# What does not fit


@pytest.fixture
def kiosk(loaded: Loaded, bench: Bench) -> Iterator[Offscreen]:
    assert loaded.pack is not None
    bundle = bench.bundle
    content = Content(loaded.pack, PACK, bundle.strings, bundle.languages, "nl")
    made = Offscreen(PANES[0], Letters(), content, bench.kit)
    made.navigator.begin()
    yield made
    made.close()


def part(kiosk: Offscreen, identifier: str) -> Control | TextLabel:
    for kind in (Control, TextLabel):
        for widget in kiosk.screen.findChildren(kind):
            if widget.accessibleIdentifier() == identifier:
                return widget
    raise AssertionError(f"no {identifier}")


def moved(identifier: str, change: Callable[[QRect], QRect]) -> Callable[[Offscreen], None]:
    def move(kiosk: Offscreen) -> None:
        widget = part(kiosk, identifier)
        widget.setGeometry(change(widget.geometry()))

    return move


def hide_labels(kiosk: Offscreen) -> None:
    for label in kiosk.screen.findChildren(TextLabel):
        label.hide()


def shrink_letters(kiosk: Offscreen) -> None:
    vars(part(kiosk, "nav.done"))["px"] = 20


BREAKS = {
    "lies outside": moved("nav.done", lambda box: box.translated(0, 100)),
    "is 160 px on its shorter side, 40 mm are 161": moved(
        "nav.done", lambda box: box.adjusted(0, 1, 0, 0)
    ),
    "is 120 px on its shorter side, 30 mm are 121": moved(
        "home.topic.waarom-bewegen", lambda box: QRect(box.x(), box.y(), box.width(), 120)
    ),
    "is 39 px from the edge, 10 mm are 40": moved("nav.done", lambda box: box.translated(-1, 0)),
    "apart, 8 mm are 32": moved("nav.size", lambda box: box.translated(-1, 0)),
    "overlap by": moved("home.quiz", lambda box: box.adjusted(-50, 0, 0, 0)),
    "above the reach": moved("home.quiz", lambda box: QRect(box.x(), 40, box.width(), 300)),
    "px high, its text needs": moved("home.title", lambda box: box.adjusted(0, 0, 0, -1)),
    "breaks a word": moved("home.title", lambda box: QRect(box.x(), box.y(), 200, 400)),
    "px high, its words need": moved(
        "home.topic.luister-naar-uw-lichaam", lambda box: QRect(box.x(), box.y(), 436, 122)
    ),
    "20 px into the shelf": moved(
        "home.subtitle", lambda box: QRect(1300, 874 - box.height(), 500, box.height())
    ),
    "nothing to read": hide_labels,
    "letters of 20 px": shrink_letters,
}


def test_home_has_no_problem(kiosk: Offscreen) -> None:
    assert problems(kiosk.screen) == []


@pytest.mark.parametrize("expected", BREAKS)
def test_each_misfit_is_found(kiosk: Offscreen, expected: str) -> None:
    BREAKS[expected](kiosk)
    assert [problem for problem in problems(kiosk.screen) if expected in problem]


def test_a_control_that_left_its_place_is_found(kiosk: Offscreen) -> None:
    steady = Steady()
    assert steady.problems(kiosk.screen) == []
    part(kiosk, "nav.done").move(42, 880)
    assert steady.problems(kiosk.screen) == []
    part(kiosk, "nav.done").move(43, 880)
    (problem,) = steady.problems(kiosk.screen)
    assert problem.startswith("nav.done stands at")


def test_words_that_run_over_the_edge_are_seen(kiosk: Offscreen) -> None:
    assert bled(kiosk.picture(), kiosk.screen) == []
    vars(part(kiosk, "home.topic.hersenen-in-beeld"))["px"] = 150
    (problem,) = bled(kiosk.picture(), kiosk.screen)
    assert problem.startswith("home.topic.hersenen-in-beeld: ")


def test_letters_that_gave_way_are_a_remark(kiosk: Offscreen) -> None:
    assert remarks(kiosk.screen) == []
    shrink_letters(kiosk)
    assert remarks(kiosk.screen) == ["letters of 20 px where 45 are meant: nav.done"]


def test_a_screen_that_raises_is_a_finding(
    kiosk: Offscreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ValueError("no such thing")

    monkeypatch.setattr(kiosk.navigator, "show_farewell", broken)
    seen = look_around(kiosk, paint=False)
    assert seen.screens > 60
    assert [finding.what for finding in seen.problems] == ["ValueError: no such thing"]


def test_the_walk_names_each_screen_once(kiosk: Offscreen) -> None:
    names = [sight.name for sight in sights(kiosk)]
    assert len(names) == len(set(names))


# What is asked for in vain


def test_words_that_are_missing_are_noted() -> None:
    watch = Watch()
    say = watch.strings(Bundle(None).strings)("nl")
    assert say("nav.done") == "Klaar"
    assert watch.missing == []
    assert say("nav.nope") == ""
    say("topic.page", number=1)
    assert watch.missing == [
        "strings nl: no words for nav.nope",
        "strings nl: nobody fills in all of topic.page: Pagina 1 van {count}",
    ]


def test_colours_and_icons_that_are_missing_are_noted(bench: Bench) -> None:
    watch = Watch()
    kit = watch.kit(bench.kit, {"light": {"roles": {"ink": "black"}, "accents": {"mos": "red"}}})
    kit.light.colour("ink", "mos")
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    kit.icons.paint(painter, "mdi6.arrow-right", QRectF(0, 0, 20, 20), kit.light.colour("ink"))
    assert watch.missing == []
    kit.icons.paint(painter, "mdi6.nope", QRectF(0, 0, 20, 20), kit.light.colour("ink"))
    painter.end()
    kit.light.colour("paper")
    kit.light.colour("ink", "geel")
    assert watch.missing == [
        "icons: no mdi6.nope",
        "theme light: no role paper",
        "theme light: no accent geel",
    ]


# Broken bundles


THEME = '[roles]\nink = "black"\npaper = "accent"\n[accents]\nmos = "red"\n'


@pytest.mark.parametrize(
    ("dark", "expected"),
    [
        (THEME, None),
        (THEME.replace('ink = "black"\n', ""), "roles has no ink"),
        (THEME.replace("mos", "pruim"), "accents has no mos"),
        (THEME.replace("black", "blackish"), "roles.ink is no colour: 'blackish'"),
        ("[roles", "cannot be read"),
        ("", "has no roles"),
    ],
)
def test_broken_themes(tmp_path: Path, dark: str, expected: str | None) -> None:
    (tmp_path / "light.toml").write_text(THEME)
    (tmp_path / "dark.toml").write_text(dark)
    found = {check.name: check.problems for check in read_themes(tmp_path)[1]}
    if expected is None:
        assert found == {"theme light": (), "theme dark": ()}
    else:
        assert [problem for problem in found["theme dark"] if expected in problem]


@pytest.mark.parametrize(
    ("french", "expected"),
    [
        ('a.b = "x {n}"\na.c = "y"\n', ()),
        ('a.b = "x {n}"\n', ("no a.c",)),
        ('a.b = "x {m}"\na.c = "y"\n', ("a.b fills in ['m'], not ['n']",)),
        ('a.b = "x {n}"\na.c = " "\n', ("a.c is empty",)),
        ('a.b = "x {n}"\na.c = "y"\na.d = "z"\n', ("a.d is not in nl.toml",)),
    ],
)
def test_broken_words(tmp_path: Path, french: str, expected: tuple[str, ...]) -> None:
    (tmp_path / "nl.toml").write_text('a.b = "x {n}"\na.c = "y"\n')
    (tmp_path / "fr.toml").write_text(french)
    found = {check.name: check.problems for check in string_checks(tmp_path)}
    assert found == {"strings nl": (), "strings fr": expected}


def test_words_that_cannot_be_read(tmp_path: Path) -> None:
    assert [check.problems for check in string_checks(tmp_path)] == [("the file is not there",)]
    (tmp_path / "nl.toml").write_text("a = ")
    (check,) = string_checks(tmp_path)
    assert check.problems[0].startswith("cannot be read")


def test_a_font_file_that_is_none(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    assert font_check(font_files()).problems == ()
    (tmp_path / "bad.ttf").write_text("no font")
    assert "a font file cannot be loaded" in font_check([tmp_path / "bad.ttf"]).problems
    assert "a font file cannot be loaded" in font_check([]).problems


def test_a_pack_with_errors(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication
) -> None:
    assert qapp is not None
    pack = PackFolder(tmp_path / "proef")
    monkeypatch.setattr(bundle_checks, "bundled_packs", lambda: [pack.folder])
    (check,) = pack_checks(QtProbe)
    assert (check.problems, check.remark) == ((), "nl: 1 topics, 1 questions; 0 warnings")
    pack.write("nl/quiz.toml", "nonsense")
    (check,) = pack_checks(QtProbe)
    assert "quiz.toml" in check.problems[0]
    monkeypatch.setattr(bundle_checks, "bundled_packs", list)
    (check,) = pack_checks(QtProbe)
    assert check.problems == ("no pack is bundled",)


# The machine


def test_python_and_qt() -> None:
    assert machine.python_check((3, 11, 0), 2**63 - 1).problems == ()
    assert machine.python_check((3, 10, 9), 2**63 - 1).problems
    assert machine.python_check((3, 12, 1), 2**31 - 1).problems
    assert machine.qt_check("6.9.0").problems == ()
    assert machine.qt_check("6.11.3").problems == ()
    assert machine.qt_check("6.8.9").problems


def test_memory(tmp_path: Path) -> None:
    assert machine.memory_check(999).problems
    assert machine.memory_check(1000).problems == ()
    assert machine.memory_check(None).problems == ()
    file = tmp_path / "meminfo"
    assert machine.memory_mb(file) is None
    file.write_text("MemTotal: 2000000 kB\nMemFree: 5 kB\n")
    assert machine.memory_mb(file) == 2048
    file.write_text("MemTotal:\n")
    assert machine.memory_mb(file) is None


def test_data_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert machine.data_check(folder).problems == ()
    assert not folder.exists()
    folder.mkdir()
    assert machine.data_check(folder).problems == ()
    assert [*folder.iterdir()] == []
    (tmp_path / "file").write_text("")
    assert machine.data_check(tmp_path / "file" / "data").problems


def test_icons_and_display() -> None:
    assert machine.icon_check(found=True).problems == ()
    assert machine.icon_check(found=False).problems
    assert machine.display_check({}, "win32").problems == ()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a display is given")
def test_a_machine_without_a_display(tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "selftest", "--machine"],
        capture_output=True,
        text=True,
        timeout=60,
        env={**kept, "HOME": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert [line for line in lines if line.startswith("FAIL")] == [
        line for line in lines if line.startswith("FAIL display: ")
    ]
    for name in ("Python", "Qt", "memory", "data folder", "fonts", "icons"):
        assert [line for line in lines if line.startswith(f"ok   {name}: ")], name
