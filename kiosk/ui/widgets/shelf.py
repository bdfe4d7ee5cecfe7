"""The shelf: six places at the bottom that never move (LOOK.md, Grid)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kiosk.domain.text import plain
from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.widgets.buttons import StayButton, WordButton, roomy_px
from kiosk.ui.widgets.fitting import largest_px
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.late import is_aside, set_aside, show_late


class Place(NamedTuple):
    """One control of the shelf: its identifier, words, icon and place (1 to 6)."""

    identifier: str
    key: str
    icon: str
    first: int
    places: int = 1
    primary: bool = False


DONE = Place("nav.done", "nav.done", "mdi6.hand-wave-outline", 1)
STOP = Place("quiz.stop", "quiz.stop", "mdi6.stop-circle-outline", 1)
HOME = Place("nav.home", "nav.home", "mdi6.home-outline", 2)
BACK = Place("nav.back", "nav.back", "mdi6.arrow-left", 3)
VIEW = Place("nav.view", "nav.view", "mdi6.tune-variant", 2, 2)
SIZE = Place("nav.size", "nav.size", "mdi6.format-size", 4)
LISTEN = Place("nav.listen", "nav.listen", "mdi6.volume-high", 5)
NEXT = Place("nav.next", "nav.next", "mdi6.arrow-right", 6, primary=True)
QUIZ_NEXT = Place("quiz.next", "nav.next", "mdi6.arrow-right", 6, primary=True)

# What "Taal en scherm" and languages bear where there are several.
TRANSLATE_ICON = "mdi6.translate"

# Those that a screen may show only later.
_LATE = (LISTEN, NEXT, QUIZ_NEXT)

# What "Luister" becomes while something sounds.
SILENCE_KEY, SILENCE_ICON = "nav.silence", "mdi6.stop"
# Words that share one size on the shelf, so that they look alike on every screen.
_ONE_PLACE = (
    "nav.done",
    "nav.home",
    "nav.back",
    "nav.size",
    "nav.listen",
    SILENCE_KEY,
    "nav.next",
    "quiz.stop",
)


def shelf_px(look: Look) -> int:
    """The font size in px of every word on the shelf: the largest at which all fit well."""
    metrics = look.metrics
    box = metrics.place(1)
    texts = [look.strings(key) for key in _ONE_PLACE if key in look.strings]
    return roomy_px(look, texts, box.width, box.height - metrics.mm(6.0) - metrics.mm(8.0))


class Shelf:
    """The shelf's buttons on one screen. Owns no timer; dies with the screen."""

    def __init__(self, parent: QWidget, look: Look, places: tuple[Place, ...]) -> None:
        self._places = places
        self._buttons = {
            place.identifier: WordButton(parent, place.identifier, look, place.icon)
            for place in places
        }
        for place in _LATE:
            if place in places:
                set_aside(self._buttons[place.identifier])
        self._strip = QWidget(parent)
        self._strip.setAccessibleIdentifier("idle.warning")
        self._strip.hide()
        self.stay = StayButton(self._strip, "idle.stay", look)
        self.warning = False
        self._px = 0
        self._fitted: object = None

    def __getitem__(self, identifier: str) -> WordButton:
        return self._buttons[identifier]

    def arrange(self, look: Look, accent: str) -> None:
        """Put every button in its place, in the order in which they are seen."""
        px = self._fit(look)
        for place in self._places:
            button = self._buttons[place.identifier]
            button.set_look(look)
            button.set_px(px)
            if not is_aside(button):
                button.set_words(look.strings(place.key))
            button.primary = place.primary
            button.set_accent(accent)
            button.place(look.metrics.place(place.first, place.places))
        size = self._buttons.get("nav.size")
        if size is not None:
            size.set_dots(look.letters.step)
            step = look.strings(f"size.{look.letters.text_size}")
            ground = look.strings("size.dark", size=step) if look.letters.dark else step
            size.setAccessibleDescription(plain(ground))
        self._arrange_stay(look)

    def _fit(self, look: Look) -> int:
        """The font size of its words; pages turn often, and what it is found from rarely changes."""
        of = (look.metrics, look.letters.text_size, look.strings.language)
        if of != self._fitted:
            self._px, self._fitted = shelf_px(look), of
        return self._px

    def _arrange_stay(self, look: Look) -> None:
        stay = self.stay
        stay.set_look(look)
        stay.set_words(look.strings("idle.warning"))
        self._strip.setAccessibleName(plain(stay.words))
        shelf, box = look.metrics.shelf, look.metrics.whole_shelf
        self._strip.setGeometry(shelf.x, shelf.y, shelf.width, shelf.height)
        stay.place(box._replace(x=box.x - shelf.x, y=box.y - shelf.y))
        style = Style.of(look.font(look.type.label, STRONG), 1.2)
        sizes = look.label_sizes
        room = (stay.text_width(), stay.height() - look.metrics.mm(18))
        stay.set_px(largest_px(sizes, [stay.words], room=room, make=style))

    def raise_in_order(self) -> None:
        """Make the order of the accessibility tree the order of sight, the warning last."""
        for button in self.in_order():
            button.raise_()
        self._strip.raise_()

    def in_order(self) -> list[WordButton]:
        """The buttons as the eye meets them: row by row, from left to right."""
        return sorted(self._buttons.values(), key=lambda button: (button.y(), button.x()))

    def show_button(self, identifier: str, *, shown: bool) -> None:
        """Show a button or leave its place empty."""
        show_late(self._buttons[identifier], shown=shown and not self.warning)

    def show_listening(self, look: Look, *, offered: bool, speaking: bool) -> None:
        """Offer "Luister", or "Stop" while something sounds; or leave the place empty."""
        button = self._buttons.get(LISTEN.identifier)
        if button is not None:
            button.icon_name = SILENCE_ICON if speaking else LISTEN.icon
            show_late(button, shown=offered and not self.warning)
            if not is_aside(button):
                button.set_words(look.strings(SILENCE_KEY if speaking else LISTEN.key))

    def warn(self, *, on: bool) -> None:
        """Turn the shelf into the idle warning's one button, or back."""
        self.warning = on
        for button in self._buttons.values():
            button.setVisible(not on)
        self._strip.setVisible(on)
