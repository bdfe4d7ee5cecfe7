"""What the tests of content share: a pack without problems. No Qt is needed for any of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.builder import PackFolder


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    return PackFolder(tmp_path / "pack")
