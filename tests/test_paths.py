"""Where the program looks, and that it never leaves its own folders."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from kiosk import paths
from kiosk.paths import data_dir, resource, resources_folder, settings_files

ROOT = Path(__file__).parents[1]


def test_a_bundled_file() -> None:
    assert resource("settings.toml").is_file()
    assert resource("packs/bewegen-bij-ms") == ROOT / "resources" / "packs" / "bewegen-bij-ms"
    assert not resource("no/such/thing").exists()


@pytest.mark.parametrize(
    "relative",
    [
        "",
        ".",
        "..",
        "/etc/passwd",
        "../main.py",
        "packs/../../main.py",
        "packs/..",
        "packs//x",
        "packs/",
        "packs\\x",
        "..\\main.py",
        "C:/Windows",
        "c:x",
        "a\0b",
    ],
)
def test_a_path_that_is_not_plain_is_refused(relative: str) -> None:
    with pytest.raises(ValueError, match="not a plain path"):
        resource(relative)


def test_a_link_may_not_lead_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "kiosk"
    (package / "resources" / "inside").mkdir(parents=True)
    (package / "resources" / "out").symlink_to(tmp_path)
    (package / "resources" / "in").symlink_to(package / "resources" / "inside")
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    with pytest.raises(ValueError, match="leaves"):
        resource("out/secret")
    assert resource("in") == package / "resources" / "in"


def test_installed_resources_stand_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "kiosk" / "paths.py"))
    assert resources_folder() == tmp_path / "resources"
    (tmp_path / "kiosk" / "resources").mkdir(parents=True)
    assert resources_folder() == tmp_path / "kiosk" / "resources"


def test_the_data_folder_is_where_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_dir(Path("ours")) == tmp_path / "ours"
    assert data_dir(tmp_path / "elsewhere") == tmp_path / "elsewhere"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="platformdirs answers for this system only")
@pytest.mark.parametrize("variables", [{}, {"XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"}])
def test_the_quick_answer_is_that_of_platformdirs(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert data_dir() == platformdirs.user_data_path("kiosk", appauthor=False)
    user = platformdirs.user_config_path("kiosk", appauthor=False)
    assert settings_files() == (Path("/etc/kiosk/settings.toml"), user / "settings.toml")


def test_relative_base_folders_and_a_missing_home(monkeypatch: pytest.MonkeyPatch) -> None:
    environ = {"XDG_DATA_HOME": "here", "HOME": "/home/x"}
    assert data_dir(None, environ, "linux") == Path("/home/x/.local/share/kiosk")
    monkeypatch.setattr(os.path, "expanduser", str)
    assert data_dir(None, {}, "linux") == Path("/var/lib/kiosk")


def test_windows() -> None:
    machine, user = settings_files({"PROGRAMDATA": "P"}, "win32")
    assert machine == Path("P") / "Kiosk" / "settings.toml"
    assert (user.parent.name, user.name) == ("Kiosk", "settings.toml")
    assert data_dir(None, {}, "win32").name == "Kiosk"


def test_importing_makes_nothing(tmp_path: Path) -> None:
    environ = {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    code = "import kiosk.paths, kiosk.settings, kiosk.log, kiosk.cli; kiosk.paths.data_dir()"
    subprocess.run([sys.executable, "-c", code], check=True, env=environ, timeout=60)
    assert list(tmp_path.iterdir()) == []
