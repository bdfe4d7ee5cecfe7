"""A control whose words can be read aloud, and that shows so while they sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.ui.widgets.control import Control

if TYPE_CHECKING:
    from kiosk.ui.widgets.flow import Mark


class SaidControl(Control):
    """Paints its words with `mark`, which is None while nothing of it sounds."""

    mark: Mark | None = None

    def set_mark(self, mark: Mark | None) -> None:
        """Mark the words while they sound (access.md S6), or no longer."""
        if mark != self.mark:
            self.mark = mark
            self.update()
