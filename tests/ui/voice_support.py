"""A kiosk with a voice that ends a sentence when a test says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from kiosk.ui.listening import Listening, VoiceManners
from kiosk.ui.widgets.label import TextLabel

if TYPE_CHECKING:
    from kiosk.host.speech.voice import Order
    from tests.ui.support.kiosk import Kiosk


class MadeUpVoice(QObject):
    """A voice that ends a sentence when a test says so."""

    changed = Signal()
    began = Signal(int)
    ended = Signal(int)
    failed = Signal(int)

    def __init__(self, *languages: str) -> None:
        super().__init__()
        self.languages = languages
        self.trouble = "" if languages else "no-engine"
        self.prompt = True
        self.orders: list[Order] = []
        self.number = 0
        self.looked = 0

    @property
    def said(self) -> list[str]:
        return [order.text for order in self.orders]

    def speaks(self, language: str) -> bool:
        return language in self.languages

    def look(self) -> None:
        self.looked += 1

    def say(self, number: int, order: Order) -> None:
        self.number = number
        self.orders.append(order)
        if self.prompt:
            self.began.emit(number)

    def stop(self) -> None:
        self.number = 0

    def end(self) -> None:
        number, self.number = self.number, 0
        self.ended.emit(number)

    def finish(self) -> None:
        while self.number:
            self.end()


class Reading:
    """A kiosk with a voice."""

    def __init__(self, kiosk: Kiosk, voice: MadeUpVoice, manners: VoiceManners) -> None:
        self.kiosk = kiosk
        self.voice = voice
        self.listening = Listening(
            kiosk.session,
            kiosk.hands,
            voice,  # pyright: ignore[reportArgumentType] - stands in for it
            manners,
            kiosk.clock,
        )

    def marked(self) -> list[str]:
        """The words that are marked."""
        found: list[str] = []
        for label in self.kiosk.window.findChildren(TextLabel):
            mark = label._mark  # pyright: ignore[reportPrivateUsage] - what is painted
            if mark is not None and label.isVisible():
                text = label.paragraphs[mark.paragraph].text.replace("\u00ad", "")
                found.append(text[mark.start : mark.end])
        return found

    def button(self) -> str:
        """The name of what stands in place 5, "" while it is empty."""
        widget = self.kiosk.widgets().get("nav.listen")
        return widget.accessibleName() if isinstance(widget, QPushButton) else ""


def on_page(reading: Reading) -> Reading:
    """On the first page of the first topic."""
    reading.kiosk.press("attract.read", "home.topic.kaart-1")
    return reading
