"""What tests of staff share: a ward with a gate, and a kiosk that is being set up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.staff.gate_support import IT, STAFF, Ward
from tests.ui.staff.set_up_support import SettingUp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.support.kiosk import Kiosk


@pytest.fixture
def ward(kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ward]:
    """Staff have a PIN, IT has another; hashes cost nothing here (tests/store measures them)."""
    monkeypatch.setattr("kiosk.store.pin_hash._COST", (16, 1, 1))
    made = Ward(kiosk, tmp_path)
    made.pins.set("staff", STAFF)
    made.pins.set("it", IT)
    yield made
    made.close()


@pytest.fixture
def setting_up(kiosk: Kiosk) -> SettingUp:
    """A kiosk at the first question of set-up."""
    return SettingUp(kiosk)
