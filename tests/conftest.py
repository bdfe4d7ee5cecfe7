"""What every test shares; imports no Qt, for part of the suite runs without."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path

import hypothesis
import pytest

from kiosk import paths

# The same examples each time: a failure is there for everybody or for nobody. New ones are tried
# with `./dev test --hypothesis-profile=default`.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.load_profile("repeatable")

# Where LC_ALL is C, Qt says on its log and on the errors of every program that it takes C.UTF-8.
if os.environ.get("LC_ALL") in {"C", "POSIX"}:
    os.environ["LC_ALL"] = "C.UTF-8"

# Settings of pytest-qt in pyproject.toml: without the plugin nobody would know them.
QT_SETTINGS = ("qt_api", "qt_log_level_fail", "qt_log_ignore")


def pytest_addoption(parser: pytest.Parser) -> None:
    if importlib.util.find_spec("pytestqt") is None:
        for name in QT_SETTINGS:
            parser.addini(name, "a setting of pytest-qt, which is not installed here")


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the resources that a test may spoil."""
    copy = tmp_path / "resources"
    shutil.copytree(paths.resources_folder(), copy)
    monkeypatch.setattr(paths, "resources_folder", lambda: copy)
    return copy
