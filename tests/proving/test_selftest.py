"""The self-test passes for what is shipped, and says what it found."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.bundle import Bundle
from kiosk.commands.options import SelftestOptions
from kiosk.content.packs import Loaded
from kiosk.host.probe import QtProbe
from kiosk.proving import bundle_checks, machine, selftest
from kiosk.proving.bundle_checks import Check, pack_checks, read_themes, string_checks
from kiosk.proving.offscreen import PANES, STEPS, Pane
from kiosk.proving.selftest import Bench, fit_checks, report

ROOT = Path(__file__).parents[2]
# So many screens at least have letters of their own: staff, talk and display.
STAFF_AND_WALL = 100


# What is shipped


@pytest.mark.parametrize("pane", PANES, ids=str)
def test_every_screen_fits(loaded: Loaded, bench: Bench, pane: Pane) -> None:
    (check,) = fit_checks(loaded, bench, [pane], ["nl"])
    assert check.problems == ()
    assert int(check.remark.split()[0]) > 4 * 60 + STAFF_AND_WALL
    assert bench.watch.missing == []


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_every_screen_fits_in_the_others(loaded: Loaded, bench: Bench, language: str) -> None:
    # Narrowest and smallest in mm, in the largest letters; the command takes them all.
    panes = [PANES[1], PANES[-1]]
    checks = [*fit_checks(loaded, bench, panes, [language], STEPS[-1:])]
    assert [check.problems for check in checks] == [()] * 2
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
