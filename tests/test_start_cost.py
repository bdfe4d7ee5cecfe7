"""What a start imports on our own account, before Qt: next to nothing (qt-facts.md 7)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tools.settings_docs import EXAMPLE

ROOT = Path(__file__).parents[1]
DEAR = {
    *("argparse", "dataclasses", "difflib", "gettext", "inspect", "json", "logging"),
    *("kiosk.commands.checking", "platformdirs", "tomllib", "traceback", "PySide6"),
}
START = "from kiosk.settings import load_settings; from pathlib import Path; "


def imported_by(code: str) -> set[str]:
    """The modules that the code loads in a fresh interpreter."""
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); before = set(sys.modules)\n"
        f"{code}\n"
        "loaded = sorted(set(sys.modules) - before)\n"
        "import json; print(json.dumps(loaded))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(done.stdout))


def test_a_plain_command_line() -> None:
    code = (
        "import kiosk.cli; from kiosk.commands.arguments import parse; parse(['--mode', 'touch'])"
    )
    assert not imported_by(code) & DEAR


def test_a_start_up_to_the_display_knows_no_other_command() -> None:
    code = (
        "import kiosk.cli, kiosk.host.display as display; "
        "display.reach_display = lambda *_: display.Reach('there is none'); "
        "assert kiosk.cli.main(['--mode', 'touch']) == 2"
    )
    loaded = imported_by(code)
    assert "kiosk.host.display" in loaded
    assert not loaded & (DEAR | {"kiosk.commands.options", "kiosk.commands.arguments"})


def test_qt_leaves_the_import_of_python_in_place() -> None:
    code = (
        "import builtins; own = builtins.__import__; "
        "from kiosk.host.plain_import import load_qt; load_qt(); "
        "assert builtins.__import__ is own; import kiosk.ui.window"
    )
    assert "kiosk.ui.window" in imported_by(code)


def test_no_settings_file() -> None:
    loaded = imported_by(f"{START}load_settings(None, ())")
    assert not loaded & (
        DEAR | {"kiosk.configuration.settings_reader", "kiosk.configuration.settings_spec"}
    )


def test_a_plain_settings_file(tmp_path: Path) -> None:
    plain = tmp_path / "settings.toml"
    plain.write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    assert not imported_by(f"{START}load_settings(Path({str(plain)!r}), ())") & DEAR


def test_a_line_in_the_log(tmp_path: Path) -> None:
    code = "from kiosk.log import Log; from pathlib import Path; "
    assert not imported_by(f"{code}Log(Path({str(tmp_path)!r})).info('started')") & DEAR
    assert (tmp_path / "kiosk.log").is_file()
