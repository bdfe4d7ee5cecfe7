"""The slide on the wall: one picture for the hall, one name for a screen reader."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.domain.talk.show import Cover
from kiosk.ui.talk.slide_paint import paint_rule, paint_step
from kiosk.ui.talk.step import Step
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.widgets.label import PictureLabel

# The role whose colour covers the wall, and the words for it.
_COVERS = {
    "black": ("cover_black", "talk.covered_black"),
    "white": ("cover_white", "talk.covered_white"),
}


class SlideView(PictureLabel):
    """Paints a step of a slide, the progress under it, or what covers them.

    Its accessible name is all that shows on it. Bars are painted by the buttons that lie on it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "talk.slide")
        self._step: Step | None = None
        self._wall: Wall | None = None
        self._progress = (0, 1)
        self._cover: Cover = ""

    def show_step(self, step: Step, wall: Wall, progress: tuple[int, int], cover: Cover) -> None:
        """Show a step, and which slide of how many it is; a cover hides both."""
        self._step, self._wall, self._progress, self._cover = step, wall, progress, cover
        name = wall.look.strings(_COVERS[cover][1]) if cover else step.name
        self.show_picture(QPixmap(), name)
        self.update()

    @property
    def problems(self) -> list[str]:
        """What is cut on the slide, for the walk through all screens."""
        if self._step is None or self._wall is None:
            return ["talk.slide shows nothing"]
        small = [
            f"talk.slide has letters of {words.flow.style.font.pixelSize()} px"
            for words in self._step.words
            if words.flow.style.font.pixelSize() < self._wall.px
        ]
        return small if self._step.fits else [*small, "talk.slide cuts its words"]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._step is None or self._wall is None:
            return
        painter = QPainter(self)
        if self._cover:
            painter.fillRect(self.rect(), self._wall.look.colour(_COVERS[self._cover][0]))
        else:
            paint_step(painter, self._step._replace(bars=()), self._wall)
            paint_rule(painter, self._wall, *self._progress)
        painter.end()
