"""Puts up one of the clinic's prepared messages for a while, or takes it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.message import MINUTES
from kiosk.domain.text import words
from kiosk.ui.grid import beside_bottom, grid, stacked
from kiosk.ui.message_board import MessageBoard
from kiosk.ui.sheet_screen import SheetScreen, fit
from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import AnswerButton, answer_pad
from kiosk.ui.widgets.control import Skin
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.staff_button import StaffButton, fit_words


class PickButton(AnswerButton):
    """A message; the one that is up is filled, and its description says so."""

    up = False

    def skin(self) -> Skin:
        skin = super().skin()
        if not self.up:
            return skin
        look = self.look
        return skin._replace(ground=look.colour("right_ground"), ink=look.colour("right_ink"))


class MessageScreen(SheetScreen):
    """First which message, then for how long; what is up can be taken away at once."""

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        messages: Sequence[str],
        board: MessageBoard,
        shrinks: Callable[[str], bool] = lambda _text: False,
    ) -> None:
        """`messages` are the prepared ones; `board` outlives this screen.

        `shrinks` tells whether a message is so long that a display shows it in smaller letters.
        """
        super().__init__(parent, "screen.message", look)
        self._messages = tuple(messages)
        self._board = board
        self._shrinks = shrinks
        self._picked: str | None = None
        self._first = 0
        self._shown = 0
        self._text = TextLabel(self, "message.text")
        self._note = TextLabel(self, "message.note")
        self._picks = [self._pick(number) for number in range(len(self._messages))]
        self._times = [
            self.button(f"message.minutes.{minutes}", "mdi6.clock-outline") for minutes in MINUTES
        ]
        self._away = self.button("message.take-away", "mdi6.close")
        self._more = self.button("message.more", "mdi6.arrow-right")
        self.chosen.connect(self._on_choice)

    def _pick(self, number: int) -> PickButton:
        button = PickButton(self, f"message.pick.{number + 1}", self.look)
        button.clicked.connect(self._on_pick)
        return button

    # -- what shows --------------------------------------------------------------------------------

    def start(self) -> None:
        self._board.changed.connect(self.refresh)

    def close_sheet(self) -> None:
        self._board.changed.disconnect(self.refresh)

    def back(self) -> None:
        if self._picked is None:
            super().back()
        else:
            self._picked = None
            self.refresh()

    def title(self) -> str:
        say, up = self.look.strings, self._board.minutes_left
        if self._picked is not None:
            return say("message.how_long")
        if up:
            return say("message.up_one") if up == 1 else say("message.up", minutes=up)
        return say("message.which" if self._messages else "message.none")

    def arrange_sheet(self, area: Rect) -> None:
        picking = self._picked is None
        self._note.hide()
        for button in self._times:
            button.setVisible(not picking)
        self._away.setVisible(picking and bool(self._board.text))
        if picking:
            self._arrange_picks(area)
        else:
            for button in (*self._picks, self._more):
                button.hide()
            self._arrange_times(area)
        self._arrange_bottom()

    def _arrange_times(self, area: Rect) -> None:
        metrics = self.look.metrics
        for button, minutes in zip(self._times, MINUTES, strict=True):
            button.set_words(self._duration(minutes))
        across = 2 if metrics.portrait else len(MINUTES)
        boxes = grid(metrics, area, len(MINUTES), across)
        fit(self._times, boxes)
        below = self._show_text(self._picked or "", area)
        self._show_note(self._picked or "", area._replace(y=below))

    def _duration(self, minutes: int) -> str:
        say = self.look.strings
        if minutes % 60:
            return say("message.minutes", count=minutes)
        return say("message.hour") if minutes == 60 else say("message.hours", count=minutes // 60)

    def _arrange_picks(self, area: Rect) -> None:
        metrics = self.look.metrics
        self._show_text("" if self._messages else self.look.strings("message.none_how"), area)
        heights = [self._height(text, area.width) for text in self._messages]
        last, used = self._first, -metrics.gutter
        while last < len(heights) and used + metrics.gutter + heights[last] <= area.height:
            used += metrics.gutter + heights[last]
            last += 1
        self._shown = max(last, min(self._first + 1, len(heights)))
        boxes = iter(stacked(metrics, area, heights[self._first : self._shown]))
        for number, (button, text) in enumerate(zip(self._picks, self._messages, strict=True)):
            shown = self._first <= number < self._shown
            button.setVisible(shown)
            button.set_words(text)
            button.set_px(self.look.type.smallest)
            button.up = text == self._board.text
            said = self.look.strings("message.is_up") if button.up else ""
            button.setAccessibleDescription(said)
            if shown:
                button.place(next(boxes))
        self._more.setVisible(self._first > 0 or self._shown < len(heights))

    def _height(self, text: str, width: int) -> int:
        look = self.look
        style = Style.of(look.font(look.type.smallest, STRONG), 1.25)
        flow = Flow((paragraph(text),), style, width - 2 * answer_pad(look))
        return max(look.metrics.target, flow.height + 2 * look.metrics.mm(4))

    def _show_text(self, text: str, area: Rect) -> int:
        look = self.look
        self._text.setVisible(bool(text))
        if not text:
            return area.y
        style = Style.of(look.font(look.type.body), 1.3)
        self._text.show_text(text, style, look.colour("ink"))
        return self._text.place_at(area.x, area.y, area.width)

    def _show_note(self, text: str, area: Rect) -> None:
        """How many words it has, and what comes of many."""
        look = self.look
        key = "message.words_small" if self._shrinks(text) else "message.words"
        style = Style.of(look.font(look.type.smallest), 1.3)
        said = look.strings(key, count=len(words(text)))
        self._note.show_text(said, style, look.colour("ink_soft"))
        self._note.place_at(area.x, area.y, area.width)
        self._note.show()

    def _arrange_bottom(self) -> None:
        """What stands beside the way back: take the message away, show more of them."""
        look, metrics = self.look, self.look.metrics
        self._away.set_words(look.strings("message.take_away"))
        self._more.set_words(look.strings("message.more"))
        box = beside_bottom(metrics)
        wide = (box.width - metrics.gutter) // 2
        halves = (box._replace(width=wide), box._replace(x=box.right - wide, width=wide))
        buttons: list[StaffButton] = [self._away, self._more]
        for button, half in zip(buttons, halves, strict=True):
            button.place(half)
        fit_words([*buttons], wide, box.height)

    # -- what is meant -----------------------------------------------------------------------------

    def pick(self, text: str) -> None:
        """Ask how long this message is to stay."""
        self._picked = text
        self.refresh()

    def _on_pick(self) -> None:
        number = int(self.pressed_identifier().rpartition(".")[2]) - 1
        self.pick(self._messages[number])

    def _on_choice(self, what: str) -> None:
        if what == "message.take-away":
            self._board.take_away()
        elif what == "message.more":
            self._first = self._shown if self._shown < len(self._messages) else 0
            self.refresh()
        elif self._picked is not None:
            text, self._picked = self._picked, None
            self._first = 0
            self._board.put(text, int(what.rpartition(".")[2]))
