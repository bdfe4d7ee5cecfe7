"""What the tests of handouts share: fonts and words loaded once, the bundled pack as a handout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.bundle import Bundle
from kiosk.content.packs import load
from kiosk.handout.writing import Kit
from kiosk.host.probe import QtProbe
from kiosk.paths import resource
from tests.handout.support import Handout, made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from kiosk.content.packs import Loaded
    from kiosk.domain.pack import Pack

FOLDER = resource("packs/bewegen-bij-ms")


@pytest.fixture(scope="session")
def kit(qapp: QApplication) -> Kit:
    assert qapp is not None
    bundle = Bundle(None)
    parts = bundle.kit(lambda _path: None)
    return Kit(parts.fonts, parts.light, bundle.strings)


@pytest.fixture(scope="session")
def loaded() -> Iterator[Loaded]:
    found = load(FOLDER, None, QtProbe)
    yield found
    found.close()


@pytest.fixture(scope="session")
def pack(loaded: Loaded) -> Pack:
    """The pack that comes with the kiosk."""
    assert loaded.pack is not None, loaded.problems
    return loaded.pack


@pytest.fixture(scope="session")
def reading(kit: Kit, pack: Pack) -> Handout:
    return made(kit, pack, FOLDER)


@pytest.fixture(scope="session")
def speaking(kit: Kit, pack: Pack) -> Handout:
    return made(kit, pack, FOLDER, "slides")


@pytest.fixture(scope="session")
def reviewing(kit: Kit, pack: Pack) -> Handout:
    return made(kit, pack, FOLDER, "review")
