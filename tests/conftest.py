"""What every test shares; imports no Qt, for part of the suite runs without."""

from __future__ import annotations

import importlib.util

import hypothesis
import pytest

# The same examples each time: a failure is there for everybody or for nobody. New ones are tried
# with `./dev test --hypothesis-profile=default`.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.load_profile("repeatable")

# Settings of pytest-qt in pyproject.toml: without the plugin nobody would know them.
QT_SETTINGS = ("qt_api", "qt_log_level_fail", "qt_log_ignore")


def pytest_addoption(parser: pytest.Parser) -> None:
    if importlib.util.find_spec("pytestqt") is None:
        for name in QT_SETTINGS:
            parser.addini(name, "a setting of pytest-qt, which is not installed here")
