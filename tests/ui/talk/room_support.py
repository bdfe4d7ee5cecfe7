"""A kiosk off screen in which a talk is being prepared."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.domain.letters import Letters
from kiosk.domain.pack import Talk
from kiosk.domain.talk.slides import TalkChoice
from kiosk.store.talks import SavedTalks
from kiosk.ui.talk.means import Means
from kiosk.ui.talk.preparing import Preparing
from tests.ui.support.kiosk import Kiosk
from tests.ui.support.packs import pack_of
from tests.ui.talk.screens_support import Screens

if TYPE_CHECKING:
    from kiosk.ui.theme.look import Look


class Room:
    """A kiosk in which a talk is being prepared."""

    def __init__(self, kiosk: Kiosk, folder: Path, topics: int = 4) -> None:
        self.kiosk = kiosk
        self.screens = Screens(QGuiApplication.primaryScreen, kiosk.window)
        self.saved = SavedTalks(folder)
        self.time: datetime | None = datetime(2026, 1, 5, 13, 55, 20)  # noqa: DTZ001 - no zone
        pack = pack_of(topics, 3)
        self.edition = pack.editions["nl"]
        self.talks: tuple[Talk, ...] = ()
        self.means = Means(
            self.look,
            lambda: self.edition,
            lambda: self.talks,
            self.saved,
            self.screens,
            kiosk.clock,
            lambda: self.time,
            {},
        )
        kiosk.session.pause()
        self.preparing = Preparing(kiosk.window, kiosk.hands, self.means)
        self.started: list[TalkChoice] = []
        self.left: list[bool] = []
        self.preparing.started.connect(self.started.append)
        self.preparing.left.connect(lambda: self.left.append(True))

    def look(self) -> Look:
        return self.kiosk.looks(Letters(100), "nl", False)

    def open(self) -> Room:
        self.preparing.open()
        self.kiosk.flush()
        return self

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.kiosk.wait(0.2)
            self.kiosk.key(key)

    def type(self, text: str) -> None:
        keys = {" ": Qt.Key.Key_Space}
        self.key(*(keys.get(sign) or Qt.Key[f"Key_{sign.upper()}"] for sign in text))

    def titles(self) -> list[str]:
        """The first lines of the topics' cards, as they stand."""
        cards = [node for node in self.kiosk.nodes() if node.identifier.startswith("talk.topic.")]
        return [card.name.splitlines()[0] for card in cards]
