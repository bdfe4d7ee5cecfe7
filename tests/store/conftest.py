"""What tests of PINs share: a data folder, the administrator's folder, hashes that cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    folder = tmp_path / "etc"
    folder.mkdir()
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a hash costs has its own test."""
    monkeypatch.setattr("kiosk.store.pin_hash._COST", (16, 1, 1))
