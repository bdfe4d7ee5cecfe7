"""The display: one slide of the loop, with the clinic's name, the time and its message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.domain.text import words
from kiosk.ui.display.fade import Fade
from kiosk.ui.display.frame import Dress, Frame, frame_of, line_style
from kiosk.ui.display.sheet import Sheet
from kiosk.ui.display.slide_view import DisplaySlide
from kiosk.ui.screen import Screen
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.band import Band
from kiosk.ui.widgets.label import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable


class DisplayScreen(Screen):
    """Shows a sheet until another is asked for, or nothing but black. Takes no input itself."""

    def __init__(self, parent: QWidget, look: Look, clock: Callable[[], float]) -> None:
        """`clock` is monotonic, in seconds."""
        super().__init__(parent, "screen.display", look, ())
        self._sheet: Sheet | None = None
        self._frame: Frame | None = None
        self._dress = Dress()
        self._black = False
        self._header = TextLabel(self, "display.clinic")
        self._clock = TextLabel(self, "display.clock")
        self._slide = DisplaySlide(self)
        self._footer = TextLabel(self, "display.line")
        self._band = Band(self, "display.message", look, dark=True)
        self._fade = Fade(self, clock)

    @property
    def slide(self) -> DisplaySlide:
        """What is read."""
        return self._slide

    @property
    def is_black(self) -> bool:
        """Whether nothing shows."""
        return self._black

    @property
    def fades(self) -> bool:
        """Whether one sheet is becoming the next now."""
        return self._fade.runs

    def show_sheet(self, sheet: Sheet, dress: Dress, turn: int, fade_ms: int = 0) -> None:
        """Show a sheet, set for this dress and turn; over `fade_ms`, 0 for at once."""
        was_black = self._black
        fades = fade_ms > 0 and self._sheet is not None and self.isVisible() and not was_black
        before = self._picture() if fades else None
        self._black = False
        self._sheet, self._dress = sheet, dress
        self._frame = frame_of(self.look, dress, turn)
        self.refresh()
        if before is not None:
            self._fade.run(before, self._picture(), fade_ms)

    def show_time(self, text: str) -> bool:
        """Show another time in the same place; False where there is none for it."""
        if bool(text) != bool(self._dress.clock):
            return False
        self._dress = self._dress._replace(clock=text)
        if self._clock.isVisibleTo(self):
            self._clock.show_text(text, line_style(self.look), self.look.colour("on_panel"))
        return True

    def show_black(self) -> None:
        """Show nothing."""
        self._black = True
        self._fade.close_fade()
        for part in (self._header, self._clock, self._slide, self._footer, self._band):
            part.hide()
        self.setGeometry(0, 0, self.look.metrics.width, self.look.metrics.height)
        self.update()

    def close_screen(self) -> None:
        """Let nothing run any more."""
        self._fade.close_fade()

    def word_count(self) -> int:
        """The words of the slide."""
        return len(words(self._slide.accessibleName()))

    def arrange(self) -> None:
        self._fade.close_fade()
        sheet, frame = self._sheet, self._frame
        if sheet is None or frame is None or self._black:
            return
        look = self.look
        ink = look.colour("on_panel")
        style = line_style(look)
        room = sheet.room
        lines = (
            (self._header, frame.header, frame.header_box if room.header else None),
            (self._clock, self._dress.clock, frame.clock_box if room.header else None),
            (self._footer, frame.footer, frame.footer_box if room.footer else None),
        )
        for label, text, box in lines:
            label.setVisible(box is not None)
            if box is not None:
                label.show_text(text, style, ink)
                label.place(box)
        self._band.setVisible(bool(self._dress.message))
        if self._dress.message:
            width, shift = look.metrics.width, self._dress.shift
            self._band.arrange(self._dress.message, look, frame.band_px, width, shift)
        self._slide.show()
        self._slide.show_sheet(sheet, look)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        accent = self._sheet.slide.accent if self._sheet is not None else ""
        ground = self.look.colour("panel", accent)
        painter.fillRect(self.rect(), Qt.GlobalColor.black if self._black else ground)
        painter.end()

    def _picture(self) -> QPixmap:
        """What shows now, as one picture."""
        self._fade.close_fade()
        return self.grab()
