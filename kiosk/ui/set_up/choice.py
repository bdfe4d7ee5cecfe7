"""A step in which one of a few answers is chosen: language, mode at start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kiosk.domain.set_up import Draft
from kiosk.ui.grid import grid
from kiosk.ui.set_up.step import Step
from kiosk.ui.sheet_screen import fit
from kiosk.ui.strings import Strings
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect

MOST_ACROSS = 4


class Answer(NamedTuple):
    """A possible answer: its value, the key of its words (or the words), and its icon."""

    value: str
    key: str
    icon: str
    words: str = ""


class ChoiceStep(Step):
    """A button for each answer; the one that applies is filled, with a tick."""

    def __init__(
        self,
        screen: QWidget,
        look: Look,
        draft: Draft,
        setting: str,
        answers: Sequence[Answer],
        now: str,
    ) -> None:
        """`setting` is what is asked, `now` the value that applies as long as nobody chose."""
        super().__init__(screen, look)
        self._draft = draft
        self._setting = setting
        self._answers = tuple(answers)
        self._now = now
        self._buttons = [self.button(f"set-up.choice.{one.value}", one.icon) for one in answers]

    def title(self, say: Strings) -> str:
        return say("setup.language") if self._setting == "language" else say("setup.mode")

    def arrange(self, look: Look, area: Rect) -> None:
        metrics, say = look.metrics, look.strings
        chosen = self._draft.values.get(self._setting, self._now)
        for button, answer in zip(self._buttons, self._answers, strict=True):
            button.set_words(answer.words or say(answer.key))
            button.primary = answer.value == chosen
            button.set_accent("petrol")
            button.icon_name = "mdi6.check" if button.primary else answer.icon
            button.setAccessibleDescription(say("setup.chosen") if button.primary else "")
        self.text.hide()
        across = min(len(self._answers), 2 if metrics.portrait else MOST_ACROSS)
        if across:
            fit(self._buttons, grid(metrics, area, len(self._buttons), across))

    def on_button(self, what: str) -> None:
        self._draft.values[self._setting] = what
        self.changed.emit()
