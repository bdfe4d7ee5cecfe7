"""Knows the kiosk's health for the staff's screens: the menu's count, the sheet and the bundle."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.diagnosis import diagnosis
from kiosk.domain.health import items
from kiosk.domain.health_facts import DiskFacts
from kiosk.health.gather import Sources, gather
from kiosk.host.disk import disk_facts
from kiosk.host.sticks import sticks
from kiosk.store.delivery import Delivered
from kiosk.support_bundle import Contents, write_bundle
from kiosk.ui.errand import Errand
from kiosk.ui.health_words import red_items
from kiosk.ui.screens.health import Health, HealthScreen
from kiosk.ui.screens.save_to import Place, SaveToScreen
from kiosk.ui.strings import Strings
from kiosk.ui.theme.look import Look

EXPORT = "export"
"""The folder below the data folder where files go that no stick takes."""


class HealthWatch(QObject):
    """Makes the sheets `screen.health` and `screen.save-to`; emits `changed()` when it knows more.

    The disk answers from a thread of its own: what the menu counts first may lack it. Owns that
    thread's answer; `close()` waits for it no more.
    """

    changed = Signal()

    def __init__(
        self,
        sources: Sources,
        say: Callable[[], Strings],
        ask_disk: Callable[[], DiskFacts] | None = None,
    ) -> None:
        """`say` are the words of the kiosk's language now; `ask_disk` stands in in tests."""
        super().__init__()
        self._sources = sources
        self._say = say
        self._ask_disk = ask_disk or (lambda: disk_facts(sources.data))
        self._disk: DiskFacts | None = None
        self._errand = Errand(self)
        self._errand.done.connect(self._on_disk)

    def close(self) -> None:
        """Stop for good."""
        self._errand.close()

    def look_at_disk(self) -> None:
        """Ask the disk anew; `changed()` follows when its answer is another one."""
        self._errand.start(self._ask_disk)

    def red_items(self) -> list[str]:
        """What asks for attention now, in words for a nurse; asks the disk for the next time."""
        self.look_at_disk()
        return red_items(gather(self._sources, self._disk), self._say())

    def health(self) -> Health:
        """Everything that is known now."""
        facts = gather(self._sources, self._disk)
        return Health(items(facts), diagnosis(facts))

    def sheet(self, window: QWidget, look: Look) -> HealthScreen:
        """A new screen of health; it follows what becomes known while it shows."""
        self.look_at_disk()
        screen = HealthScreen(window, look, self.health)
        self.changed.connect(screen.ask_again)
        return screen

    def save_sheet(self, window: QWidget, look: Look) -> SaveToScreen:
        """A new screen that puts the bundle of this moment where staff choose."""
        now = datetime.fromtimestamp(self._sources.wall()).astimezone()
        facts = gather(self._sources, self._disk)
        contents = Contents(facts, self._sources.loaded, self._say(), self._sources.data)

        def save(place: Place) -> Delivered:
            return write_bundle(contents, now, place.folder, stick=place.stick)

        return SaveToScreen(window, look, self.places, save)

    def places(self) -> list[Place]:
        """Where a file can go now: every stick, and the data folder's export."""
        found = [Place(one.folder, one.name, True, one.writable) for one in sticks()]
        return [*found, Place(self._sources.data / EXPORT)]

    def _on_disk(self, found: object) -> None:
        before, self._disk = self._disk, found if isinstance(found, DiskFacts) else None
        if self._disk != before:
            self.changed.emit()
