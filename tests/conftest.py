"""What every test shares; imports no Qt, for part of the suite runs without."""

from __future__ import annotations

import importlib.util

import pytest

# Settings of pytest-qt in pyproject.toml: without the plugin nobody would know them.
QT_SETTINGS = ("qt_api", "qt_log_level_fail", "qt_log_ignore")


def pytest_addoption(parser: pytest.Parser) -> None:
    if importlib.util.find_spec("pytestqt") is None:
        for name in QT_SETTINGS:
            parser.addini(name, "a setting of pytest-qt, which is not installed here")
