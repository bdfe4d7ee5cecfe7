"""Asks where a file goes, on a stick or on this computer, and says when it is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.store.delivery import Delivered, Refusal
from kiosk.ui.errand import Errand
from kiosk.ui.grid import grid
from kiosk.ui.sheet_screen import SheetScreen, fit
from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect, TypeScale
from kiosk.ui.widgets.flow import Style, paragraph
from kiosk.ui.widgets.flow_sheets import shortened
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.staff_button import StaffButton

# How often it looks whether a stick came or went, in ms: soon after a hand let go of it.
LOOK_MS = 1000
# More places than these do not fit on the smallest glass: the folder and the first sticks.
MOST_PLACES = 6
# A stick without a name is known by a long number.
LONGEST_NAME = 15

_REFUSALS: dict[Refusal, str] = {
    "full": "save.full",
    "closed": "save.closed",
    "gone": "save.gone",
    "other": "save.other",
}


class Place(NamedTuple):
    """Where a file can go: a stick with its name, or a folder of this computer."""

    folder: Path
    name: str = ""
    stick: bool = False
    writable: bool = True


class SaveToScreen(SheetScreen):
    """Emits `place_chosen(Place)`, `saved(Path)` and `left()`.

    Finds sticks by itself while it shows. `save(place)` writes the file, in a thread of its own;
    what it returns is told here. Owns a timer and that thread's answer, from `start()` to
    `close_sheet()`.
    """

    place_chosen = Signal(object)
    saved = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        find: Callable[[], Sequence[Place]],
        save: Callable[[Place], Delivered],
    ) -> None:
        """`find` lists the places now, sticks first; it is asked again and again."""
        super().__init__(parent, "screen.save-to", look)
        self._text = TextLabel(self, "save.text")
        self._find = find
        self._save = save
        self._places: tuple[Place, ...] = ()
        self._buttons: list[StaffButton] = []
        self._state: Literal["choose", "busy", "done"] = "choose"
        self._told = ""
        self._chosen: Place | None = None
        self._errand = Errand(self)
        self._errand.done.connect(self._on_done)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self.look_again()

    # -- for the desk --------------------------------------------------------------------------

    def start(self) -> None:
        self._timer.start(LOOK_MS)
        self.announce(f"{self._title.text()} {self._text.text()}")

    def close_sheet(self) -> None:
        self._timer.stop()
        self._errand.close()

    def look_again(self) -> None:
        """See which places there are now."""
        if self._state != "choose":
            return
        places = _fitting(self._find())
        if places != self._places or not self._buttons:
            if set(places) - set(self._places):
                self._told = ""
            self._places = places
            self._make_buttons()
            self.refresh()

    # -- its own -------------------------------------------------------------------------------

    def _on_time(self) -> None:
        self._timer.start(LOOK_MS)
        self.look_again()

    def title(self) -> str:
        return self.look.strings("save.title") if self._state == "choose" else ""

    def _make_buttons(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for number, place in enumerate(self._places, 1):
            icon = "mdi6.usb-flash-drive-outline" if place.stick else "mdi6.desktop-tower-monitor"
            button = StaffButton(self, f"save.place.{number}", self.look, icon)
            button.clicked.connect(self._on_place)
            button.show()
            self._buttons.append(button)

    def _words(self, place: Place) -> str:
        say = self.look.strings
        if not place.stick:
            return say("save.folder")
        name = shortened(place.name, LONGEST_NAME)
        return say("save.stick" if place.writable else "save.locked", name=name)

    def _on_place(self) -> None:
        number = int(self.pressed_identifier().rpartition(".")[2])
        place = self._chosen = self._places[number - 1]
        if not place.writable:
            self.tell(place, Delivered(None, "closed"))
            return
        self._tell("busy", self.look.strings("save.busy" if place.stick else "save.busy_folder"))
        self.place_chosen.emit(place)
        save = self._save
        self._errand.start(lambda: save(place))

    def _on_done(self, result: object) -> None:
        if self._chosen is not None:
            other = Delivered(None, "other", str(result))
            self.tell(self._chosen, result if isinstance(result, Delivered) else other)

    def tell(self, place: Place, result: Delivered) -> None:
        """Say what came of it; where nothing did, another place can be chosen."""
        say, file = self.look.strings, result.file
        if file is None:
            self._tell("choose", say(_REFUSALS[result.refusal or "other"]))
            self.look_again()
            return
        lines = [say("save.done_stick" if place.stick else "save.done_folder"), file.name]
        if not place.stick:
            lines.append(str(file.parent))
        self._tell("done", "\n".join(map(shortened, lines)))
        self.saved.emit(file)

    def _tell(self, state: Literal["choose", "busy", "done"], words: str) -> None:
        self._state = state
        self._told = words
        self.refresh()
        self.announce(words)

    def arrange_sheet(self, area: Rect) -> None:
        metrics = self.look.metrics
        choosing = self._state == "choose"
        large = TypeScale.at(metrics.smallest, 100).heading
        style = Style.of(self.look.font(metrics.smallest if choosing else large, STRONG), 1.3)
        lines = [paragraph(line) for line in self._hint().split("\n")]
        self._text.show_paragraphs(lines, style, self.look.colour("ink"))
        below = self._text.place_at(area.x, area.y, area.width) + metrics.mm(4)
        for button, place in zip(self._buttons, self._places, strict=True):
            button.setVisible(choosing)
            button.set_words(self._words(place))
        if choosing:
            room = Rect(area.x, below, area.width, area.bottom - below)
            fit(self._buttons, grid(metrics, room, len(self._buttons), self._across()))
        else:
            middle = metrics.content.y + (area.bottom - metrics.content.y) // 2
            self._text.move(area.x, middle - self._text.height() // 2)

    def _across(self) -> int:
        return 2 if self.look.metrics.portrait or len(self._buttons) in (2, 4) else 3

    def _hint(self) -> str:
        if self._told:
            return self._told
        none = not any(place.stick for place in self._places)
        return self.look.strings("save.no_stick" if none else "save.choose")


def _fitting(found: Sequence[Place]) -> tuple[Place, ...]:
    """As many places as there is room for: sticks give way to the computer's own folders."""
    folders = [place for place in found if not place.stick]
    fitting = [place for place in found if place.stick][: MOST_PLACES - len(folders)]
    return (*fitting, *folders)
