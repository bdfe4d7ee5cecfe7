"""What tests of the proofs share: the pack that is shipped, and a bench to measure it on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.content.packs import Loaded, load
from kiosk.host.probe import QtProbe
from kiosk.paths import resource
from kiosk.proving import bundle_checks
from kiosk.proving.bundle_checks import read_themes
from kiosk.proving.selftest import Bench, bench_for
from kiosk.proving.watch import Watch

PACK = resource("packs/bewegen-bij-ms")


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
