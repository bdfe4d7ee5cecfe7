"""Steps in which a length is changed by minus and plus."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.set_up import BOTTOM, PASSIVE, VIEWING, Draft, Range
from kiosk.ui.grid import grid
from kiosk.ui.set_up.step import Step
from kiosk.ui.sheet_screen import fit
from kiosk.ui.strings import Strings
from kiosk.ui.theme.fonts import HEAVY
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.label import TextLabel

# The buttons as they stand, with their icons.
CHANGES = (
    ("much-less", "mdi6.minus"),
    ("less", "mdi6.minus"),
    ("more", "mdi6.plus"),
    ("much-more", "mdi6.plus"),
)


class Change(Protocol):
    """Makes something larger or smaller."""

    def __call__(self, *, up: bool, much: bool) -> None:
        """By much, or by a little."""
        ...


class ChangeStep(Step):
    """Something that four buttons make smaller or larger, by a little or by much."""

    def __init__(
        self,
        screen: QWidget,
        look: Look,
        change: Change,
        words: Callable[[Strings], tuple[str, str, str, str]],
    ) -> None:
        """`words` are those of the four buttons as they stand."""
        super().__init__(screen, look)
        self._change = change
        self._words = words
        self._value = TextLabel(screen, "set-up.value")
        self.keep(self._value)
        self._buttons = [self.button(f"set-up.{name}", icon) for name, icon in CHANGES]

    def arrange_changes(self, look: Look, area: Rect) -> int:
        """Place the buttons at the bottom of an area; returns the y above them."""
        for button, words in zip(self._buttons, self._words(look.strings), strict=True):
            button.set_words(words)
        boxes = grid(look.metrics, area, len(CHANGES), 2 if look.metrics.portrait else 4)
        fit(self._buttons, boxes)
        return boxes[0].y - look.metrics.gutter

    def show_value(self, words: str, look: Look, x: int, y: int, width: int) -> int:
        """Show what it is now; returns the y below it."""
        style = Style.of(look.font(look.type.heading, HEAVY), 1.2)
        self._value.show_text(words, style, look.colour("ink"))
        return self._value.place_at(x, y, width)

    def on_button(self, what: str) -> None:
        self._change(up=what.endswith("more"), much=what.startswith("much"))
        self.changed.emit()

    def take_key(self, key: Qt.Key, text: str) -> bool:
        if text not in ("+", "-"):
            return False
        self.on_button("more" if text == "+" else "less")
        return True


class Length(NamedTuple):
    """A length that is asked: its setting, its bounds, the keys of question and reason."""

    setting: str
    bounds: Range
    question: str
    why: str


BOTTOM_LENGTH = Length("screen_bottom_mm", BOTTOM, "setup.bottom", "setup.bottom_why")
VIEWING_LENGTH = Length("viewing_distance_mm", VIEWING, "setup.viewing", "setup.viewing_why")
PASSIVE_LENGTH = Length("passive_distance_mm", PASSIVE, "setup.passive", "setup.passive_why")


class NumberStep(ChangeStep):
    """A length in mm, large."""

    def __init__(
        self, screen: QWidget, look: Look, draft: Draft, length: Length, start: float
    ) -> None:
        """`start` is the length that applies as long as nobody changed it, in mm."""
        super().__init__(screen, look, self._change_length, self._length_words)
        self._draft = draft
        self._length = length
        self._start = start

    @property
    def value(self) -> float:
        """The length now, in mm."""
        return float(self._draft.values.get(self._length.setting, self._start))

    def title(self, say: Strings) -> str:
        return say(self._length.question)

    def _length_words(self, say: Strings) -> tuple[str, str, str, str]:
        bounds = self._length.bounds
        little, much = f"{bounds.step:g}", f"{bounds.stride:g}"
        return (
            say("setup.less", mm=much),
            say("setup.less", mm=little),
            say("setup.more", mm=little),
            say("setup.more", mm=much),
        )

    def _change_length(self, *, up: bool, much: bool) -> None:
        bounds = self._length.bounds
        by = bounds.stride if much else bounds.step
        moved = bounds.moved(self.value, by if up else -by)
        self._draft.values[self._length.setting] = moved

    def arrange(self, look: Look, area: Rect) -> None:
        say = look.strings
        self.arrange_changes(look, area)
        y = self.show_text(say(self._length.why), look, area) + look.metrics.mm(3)
        self.show_value(say("setup.mm", mm=f"{self.value:g}"), look, area.x, y, area.width)
