"""How loud the kiosk is: quieter, louder, off."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.host.volume import LOUDEST, Loudness, Volume
from kiosk.ui.grid import grid
from kiosk.ui.sheet_screen import SheetScreen, fit
from kiosk.ui.theme.fonts import HEAVY
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.bar import Bar
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel

# How much one press changes, of 100.
STEP = 10
BAR_MM = 14.0


class VolumeScreen(SheetScreen):
    """Sets the volume of the machine, from `start()` on; says so where there is no sound."""

    def __init__(self, parent: QWidget, look: Look, volume: Volume) -> None:
        """`volume` belongs to whoever made it, and outlives this screen."""
        super().__init__(parent, "screen.volume", look)
        self._volume = volume
        self._loudness: Loudness | None = None
        self._asked = False
        self._level = TextLabel(self, "volume.level")
        self._bar = Bar(self, "volume.bar", look)
        self._buttons = [
            self.button("volume.less", "mdi6.volume-minus"),
            self.button("volume.more", "mdi6.volume-plus"),
            self.button("volume.mute", "mdi6.volume-off"),
        ]
        self.chosen.connect(self._on_press)
        self._listening = False

    # -- for the desk ----------------------------------------------------------------------------

    def start(self) -> None:
        self._volume.told.connect(self.show_loudness)
        self._listening = True
        self._volume.ask()

    def close_sheet(self) -> None:
        if self._listening:
            self._listening = False
            self._volume.told.disconnect(self.show_loudness)

    # -- what shows --------------------------------------------------------------------------------

    def show_loudness(self, loudness: Loudness | None) -> None:
        """Show how loud it is; None: there is no sound."""
        self._loudness, self._asked = loudness, True
        self.refresh()
        self.announce(self._level.text())

    def title(self) -> str:
        return self.look.strings("volume.title")

    def words(self) -> str:
        """How loud it is, in words."""
        say, now = self.look.strings, self._loudness
        if now is None:
            return say("volume.none") if self._asked else say("volume.wait")
        return say("volume.off") if now.muted else say("volume.level", percent=now.percent)

    def arrange_sheet(self, area: Rect) -> None:
        look, metrics, now = self.look, self.look.metrics, self._loudness
        keys = ("volume.less", "volume.more", "volume.unmute" if self._muted else "volume.mute")
        for button, key in zip(self._buttons, keys, strict=True):
            button.set_words(look.strings(key))
            button.setVisible(now is not None)
        self._buttons[2].icon_name = "mdi6.volume-high" if self._muted else "mdi6.volume-off"
        boxes = grid(metrics, area, len(self._buttons), len(self._buttons))
        fit(self._buttons, boxes)
        style = Style.of(look.font(look.type.heading, HEAVY), 1.15, balanced=True)
        self._level.show_text(self.words(), style, look.colour("ink"))
        y = self._level.place_at(area.x, area.y + metrics.mm(4), area.width)
        self._bar.look = look
        self._bar.setVisible(now is not None)
        percent = 0 if now is None or now.muted else now.percent
        self._bar.show_share(percent, self.words())
        self._bar.place(Rect(area.x, y + metrics.mm(4), area.width, metrics.mm(BAR_MM)))

    @property
    def _muted(self) -> bool:
        return self._loudness is not None and self._loudness.muted

    def _on_press(self, what: str) -> None:
        now = self._loudness
        if now is None:
            return
        if what == "volume.mute":
            self._volume.set_muted(not now.muted)
            return
        percent = now.percent + (STEP if what == "volume.more" else -STEP)
        # Shown at once, so that the next press counts from here; then told by the machine.
        self._loudness = Loudness(max(0, min(LOUDEST, percent)), muted=False)
        if now.muted:
            self._volume.set_muted(False)
        self._volume.set_percent(self._loudness.percent)
        self.refresh()
