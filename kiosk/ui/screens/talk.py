"""The wall: the slide that shows, and over it what the speaker needs for a moment."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtWidgets import QWidget

from kiosk.domain.talk.show import Cover
from kiosk.ui.screen import Screen
from kiosk.ui.talk.answer_bar import AnswerBar
from kiosk.ui.talk.chip import Chip
from kiosk.ui.talk.slide_paint import NO_HANDS, Counted
from kiosk.ui.talk.slide_view import SlideView
from kiosk.ui.talk.spotlight import Spotlight
from kiosk.ui.talk.step import Step
from kiosk.ui.talk.strip import ASKING, CONTROLS, Strip
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import WordButton

Over = Literal["", "controls", "end", "quiet"]
_END_MM = 120.0


class WallSight(NamedTuple):
    """What a wall shows: a step, which slide of how many, hands, and what lies over them.

    `typed` are the words for digits typed; `end` shows the end card's button; `undo` the control
    that takes a hand back.
    """

    step: Step
    wall: Wall
    number: int
    whole: int
    counted: Counted = NO_HANDS
    cover: Cover = ""
    over: Over = ""
    typed: str = ""
    end: bool = False
    undo: bool = False


class TalkScreen(Screen):
    """Shows one `WallSight`. `requested` carries the identifier of what was pressed."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.talk", look, ())
        self._sight: WallSight | None = None
        self._slide = SlideView(self)
        self._bars: list[AnswerBar] = []
        self._typed = Chip(self, "talk.typed")
        self._end = WordButton(self, "talk.end", look, "mdi6.home-outline")
        self._end.beside = True
        self._end.clicked.connect(self._on_pressed)
        self._controls = Strip(self, look, ("talk.controls", "talk.progress"), CONTROLS, (1, 1))
        self._asking = Strip(self, look, ("talk.asking", "talk.question"), ASKING, (1, 4))
        for strip in (self._controls, self._asking):
            strip.requested.connect(self.requested)
        self._spotlight = Spotlight(self)

    def show_sight(self, sight: WallSight) -> None:
        """Show the talk as it stands."""
        self._sight = sight
        self.look = sight.wall.look
        self.accent = sight.step.slide.accent
        self.refresh()

    def told(self) -> str:
        """The slide, or what is asked or typed over it."""
        sight = self._sight
        if sight is not None and sight.over in ("end", "quiet"):
            return self._asking.words.text()
        return (sight.typed if sight is not None else "") or self._slide.accessibleName()

    def point(self, x: float, y: float) -> None:
        """Light what lies around a point, in px."""
        if self._sight is not None and not self._sight.cover:
            self._spotlight.light(self._sight.wall, x, y)

    def unpoint(self) -> None:
        """Take the light away."""
        self._spotlight.hide()

    def arrange(self) -> None:
        sight = self._sight
        if sight is None:
            return
        metrics = self.look.metrics
        self._slide.place(Rect(0, 0, metrics.width, metrics.height))
        progress = (sight.number, sight.whole)
        self._slide.show_step(sight.step, sight.wall, progress, sight.cover)
        self._arrange_bars(sight)
        self._arrange_end(sight)
        self._arrange_typed(sight)
        self._arrange_strips(sight)

    def _arrange_bars(self, sight: WallSight) -> None:
        bars = () if sight.cover else sight.step.bars
        while len(self._bars) < len(bars):
            bar = AnswerBar(self, len(self._bars) + 1, self.look)
            bar.clicked.connect(self._on_pressed)
            self._bars.append(bar)
        for place, control in enumerate(self._bars):
            control.setVisible(place < len(bars))
        for control, bar in zip(self._bars, bars, strict=False):
            control.setAccessibleIdentifier(f"talk.option.{bar.answer + 1}")
            control.show_bar(bar, sight.step, sight.wall, sight.counted)

    def _arrange_end(self, sight: WallSight) -> None:
        shown = sight.end and not sight.cover and not sight.over
        self._end.setVisible(shown)
        if not shown:
            return
        metrics = self.look.metrics
        place = metrics.place(1)
        width = min(metrics.mm(_END_MM), metrics.content.width)
        self._end.set_words(self.look.strings("talk.end_card"))
        self._end.set_px(self._end.fit_beside(width))
        self._end.place(Rect(metrics.margin, place.y, width, place.height))

    def _arrange_typed(self, sight: WallSight) -> None:
        self._typed.setVisible(bool(sight.typed))
        if not sight.typed:
            return
        self._typed.show_chip(sight.typed, sight.wall)
        self._typed.raise_()

    def _arrange_strips(self, sight: WallSight) -> None:
        say = self.look.strings
        progress = say("talk.progress", number=sight.number, count=sight.whole)
        asking = say("talk.ask_quiet" if sight.over == "quiet" else "talk.ask_end")
        self._controls.setVisible(sight.over == "controls")
        self._asking.setVisible(sight.over in ("end", "quiet"))
        for strip, words in ((self._controls, progress), (self._asking, asking)):
            if strip.isVisibleTo(self):
                strip.arrange(self.look, words, self.accent)
                strip.raise_()
        self._controls.show_button("talk.undo", shown=sight.undo)
        self._controls.show_button("talk.end", shown=sight.end and not sight.undo)
