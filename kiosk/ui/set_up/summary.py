"""The last step: what changes, and where it was kept, or why it could not be."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kiosk.domain.set_up import Draft
from kiosk.store.settings_writer import shown
from kiosk.ui.set_up.step import Step
from kiosk.ui.strings import Strings
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Style
from kiosk.ui.widgets.flow_sheets import shortened

# Ends a line within a paragraph, for QTextLayout.
NEW_LINE = "\u2028"
LONGEST = 60


class Outcome(NamedTuple):
    """What came of keeping the answers.

    `files` were written; `trouble` is the place that refused and why, "" where none did, and
    `copy` where a copy lies then, "" where there is none.
    """

    files: tuple[str, ...] = ()
    trouble: str = ""
    copy: str = ""


class SummaryStep(Step):
    """The lines of the settings file, so that they can be copied where nothing can be written."""

    def __init__(self, screen: QWidget, look: Look, draft: Draft) -> None:
        super().__init__(screen, look)
        self._draft = draft
        self._outcome: Outcome | None = None

    def show_outcome(self, outcome: Outcome) -> None:
        """Tell what came of it."""
        self._outcome = outcome
        self.changed.emit()

    def title(self, say: Strings) -> str:
        outcome = self._outcome
        if outcome is None:
            return say("setup.nothing") if self._draft.empty else say("setup.check")
        return say("setup.refused") if outcome.trouble else say("setup.saved")

    def _lines(self, say: Strings) -> list[str]:
        draft, outcome = self._draft, self._outcome
        if outcome is not None and not outcome.trouble:
            return [say("setup.restart"), *map(_short, outcome.files)]
        values = [f"{name} = {shown(value)}" for name, value in draft.values.items()]
        if outcome is not None:
            told = _short(outcome.trouble)
            if outcome.copy:
                return [told, say("setup.copy", place=_short(outcome.copy))]
            return [told, *values]
        pins = [
            say("setup.new_pin_staff") if level == "staff" else say("setup.new_pin_it")
            for level in draft.pins
        ]
        return [*values, *pins]

    def arrange(self, look: Look, area: Rect) -> None:
        text = NEW_LINE.join(self._lines(look.strings))
        self.text.setVisible(bool(text))
        if text:
            # Paths and keys are for IT, who stand at the glass: the smallest lawful letters.
            style = Style.of(look.font(look.metrics.smallest), 1.15)
            self.text.show_text(text, style, look.colour("ink"))
            self.text.place_at(area.x, area.y, area.width)


def _short(text: str) -> str:
    """A path or a message as long as a line of the smallest glass shows it."""
    return shortened(text, LONGEST)
