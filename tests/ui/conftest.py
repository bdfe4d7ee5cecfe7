"""What tests of the user interface share: fonts loaded once, kiosks, and no leaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.bundle import Bundle
from kiosk.content.packs import load
from kiosk.host.probe import QtProbe
from kiosk.paths import resource
from kiosk.ui.listening import VoiceManners
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Metrics
from tests.ui.support.kiosk import Kiosk, Plan
from tests.ui.support.leaks import no_leaks
from tests.ui.support.packs import pack_of
from tests.ui.voice_support import MadeUpVoice, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from kiosk.content.packs import Loaded
    from kiosk.domain.letters import Letters
    from kiosk.ui.theme.look import Kit
    from tests.ui.support.kiosk import Size


@pytest.fixture(scope="session")
def bundle(qapp: QApplication) -> Bundle:
    qapp.setStyle("Fusion")
    return Bundle(None)


@pytest.fixture(scope="session")
def kit(bundle: Bundle) -> Kit:
    """Fonts, icons and themes, loaded once for all tests."""
    return bundle.kit(lambda _path: None)


@pytest.fixture(scope="session")
def look_of(kit: Kit, bundle: Bundle) -> Callable[[Size, Letters], Look]:
    """Makes the look of a glass in Dutch."""

    def make(size: Size, letters: Letters) -> Look:
        metrics = Metrics(size.width, size.height, size.px_per_mm)
        return Look(kit, metrics, letters, bundle.strings("nl"))

    return make


@pytest.fixture(scope="session")
def bundled(qapp: QApplication) -> Iterator[Loaded]:
    """The pack that comes with the kiosk."""
    loaded = load(resource("packs/bewegen-bij-ms"), None, QtProbe)
    assert loaded.pack is not None, loaded.problems
    yield loaded
    loaded.close()


@pytest.fixture
def start(kit: Kit, bundle: Bundle) -> Iterator[Callable[[Plan], Kiosk]]:
    """Starts kiosks and ends them after the test."""
    made: list[Kiosk] = []

    def make(plan: Plan) -> Kiosk:
        made.append(Kiosk(kit, bundle.strings, plan))
        return made[-1]

    yield make
    for kiosk in made:
        kiosk.close()


@pytest.fixture
def kiosk(start: Callable[[Plan], Kiosk]) -> Kiosk:
    """A kiosk of 1920×1080 with two topics of two pages and three questions, at attract."""
    return start(Plan(pack_of()))


@pytest.fixture
def quiz(kiosk: Kiosk) -> Kiosk:
    """The same kiosk at the first question of its quiz."""
    kiosk.press("attract.read", "home.quiz")
    return kiosk


@pytest.fixture
def reading(kiosk: Kiosk) -> Reading:
    """The same kiosk with a voice that speaks Dutch."""
    return Reading(kiosk, MadeUpVoice("nl"), VoiceManners(rate=-0.2))


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A window or a running timer that a test leaves behind fails it."""
    with no_leaks(monkeypatch):
        yield


@pytest.fixture
def reader(kiosk: Kiosk) -> Kiosk:
    """Somebody is on the second page of the second topic."""
    kiosk.press("attract.read", "home.topic.kaart-2", "nav.next")
    return kiosk
