"""The speaker's own screen in a talk: this slide, the next one, notes, time and controls."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.talk.pace import Timing
from kiosk.domain.talk.slides import Slide
from kiosk.ui.grid import grid
from kiosk.ui.screen import Screen
from kiosk.ui.sight_order import order_by_sight
from kiosk.ui.talk.notes import set_notes
from kiosk.ui.talk.presenter_parts import (
    HandsButton,
    NotesCard,
    NotesSheet,
    SmallSlide,
    notes_foot,
    notes_room,
)
from kiosk.ui.talk.slide_paint import NO_HANDS, Counted
from kiosk.ui.talk.step import Step
from kiosk.ui.talk.strip import ASKING, BACK, BLACK, NEXT, OVERVIEW, Strip, StripButton, strip_px
from kiosk.ui.talk.wall_look import Wall
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.mark import paint_panel
from kiosk.ui.widgets.shelf import Place
from kiosk.ui.widgets.staff_button import StaffButton, fit_words

END = Place("talk.end", "talk.end", "mdi6.stop-circle-outline", 1)
SWAP = Place("talk.swap", "presenter.swap", "mdi6.swap-horizontal", 2)
PLACES = (END, SWAP, BACK, BLACK, OVERVIEW, NEXT)

_ABOVE_SHELF_MM = 4.0
_GAP_MM = 4.0
_PANEL_PAD_MM = 4.0
# On low glass the notes have more of the width, and the small slides less.
_LOW_MM = 150.0
# How much of the height the two small slides have, when there is room for both.
_NOW_PART, _NOW_PART_PORTRAIT = 0.62, 0.4
# Notes grow up to this many times the smallest letters: they are read while standing.
_LARGEST_NOTES = 1.6

Asking = Literal["", "end", "quiet"]
Mood = Literal["plain", "good", "attention"]

# The roles of the panel around the time: ground, edge, ink.
_MOODS: dict[Mood, tuple[str, str, str]] = {
    "plain": ("plate", "line", "ink"),
    "good": ("right_ground", "right_edge", "right_ink"),
    "attention": ("wrong_ground", "wrong_edge", "wrong_ink"),
}
MOOD_OF: dict[Timing, Mood] = {
    "waiting": "plain",
    "ahead": "plain",
    "on_time": "good",
    "behind": "attention",
}


class PresenterSight(NamedTuple):
    """What the speaker sees. `time` is the line with clock and number, `pace` how it goes.

    `special` says what is otherwise than it seems, such as a black wall; `pace` says so too then.
    """

    slide: Slide
    now: Step
    following: Step | None
    wall: Wall
    time: str
    pace: str
    mood: Mood = "plain"
    counted: Counted = NO_HANDS
    asking: Asking = ""
    special: str = ""


class PresenterScreen(Screen):
    """Shows one `PresenterSight`. `requested` carries the identifier of what was pressed."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "screen.presenter", look, ())
        self._sight: PresenterSight | None = None
        self._now = SmallSlide(self, "talk.now")
        self._after_title = TextLabel(self, "talk.after-title")
        self._after = SmallSlide(self, "talk.after")
        self._time = TextLabel(self, "talk.time")
        self._pace = TextLabel(self, "talk.pace")
        self._panel = Rect(0, 0, 0, 0)
        self._sheet = NotesSheet(self)
        self._notes = NotesCard(self, look)
        self._notes.clicked.connect(self._notes.turn)
        self._answers: list[HandsButton] = []
        self._undo = StaffButton(self, "talk.undo", look, "mdi6.undo")
        self._undo.clicked.connect(self._on_pressed)
        self._buttons = [StripButton(self, place.identifier, look, place.icon) for place in PLACES]
        for button in self._buttons:
            button.clicked.connect(self._on_pressed)
        self._asking = Strip(self, look, ("talk.asking", "talk.question"), ASKING, (1, 4))
        self._asking.requested.connect(self.requested)

    def show_sight(self, sight: PresenterSight, look: Look) -> None:
        """Show the talk as it stands."""
        self._sight = sight
        self.look = look
        self.accent = sight.slide.accent
        self.refresh()

    def told(self) -> str:
        """The slide and what is otherwise than it seems, or what is asked."""
        sight = self._sight
        if sight is None:
            return ""
        if sight.asking:
            return self._asking.words.text()
        return f"{sight.special}\n{sight.now.name}" if sight.special else sight.now.name

    def turn_notes(self) -> None:
        """Show the next leaf of the notes, and say it; nothing where one is all."""
        if self._notes.isVisibleTo(self):
            self._notes.turn()
            self.announce(self._notes.words)

    # -- where everything stands ---------------------------------------------------------------

    def arrange(self) -> None:
        sight = self._sight
        if sight is None:
            return
        metrics = self.look.metrics
        gap = metrics.mm(_GAP_MM)
        bottom = metrics.shelf.y - metrics.mm(_ABOVE_SHELF_MM)
        area = Rect(metrics.margin, metrics.margin, metrics.content.width, bottom - metrics.margin)
        if metrics.portrait:
            high = round(area.height * _NOW_PART_PORTRAIT)
            now = self._place_now(sight, area._replace(height=high))
            half = (area.width - metrics.gutter) // 2
            row = Rect(area.x, now.bottom + gap, half, round(area.height * 0.2))
            after = self._place_after(sight, row)
            beside = Rect(area.x + half + metrics.gutter, row.y, half, row.height)
            y = max(after, self._place_status(sight, beside)) + gap
            self._place_words(sight, Rect(area.x, y, area.width, area.bottom - y))
        else:
            columns = 4 if area.height < metrics.mm(_LOW_MM) else 5
            left = area._replace(width=metrics.span(columns))
            now = self._place_now(sight, left._replace(height=round(left.height * _NOW_PART)))
            y = now.bottom + gap
            self._place_after(sight, Rect(left.x, y, left.width, area.bottom - y))
            right = Rect(metrics.column_x(columns), area.y, metrics.span(12 - columns), area.height)
            y = self._place_status(sight, right) + gap
            self._place_words(sight, Rect(right.x, y, right.width, area.bottom - y))
        self._arrange_buttons(sight)

    def _place_now(self, sight: PresenterSight, box: Rect) -> Rect:
        fitted = self._now.fitted(sight.wall, box)
        self._now.place(fitted)
        self._now.show_step(sight.now, sight.wall, sight.counted, sight.now.name)
        return fitted

    def _place_after(self, sight: PresenterSight, box: Rect) -> int:
        """Place what comes next, with its title above it; returns the y below it."""
        look = self.look
        say = look.strings
        there = sight.following is not None
        style = Style.of(look.font(look.metrics.smallest, STRONG), 1.2)
        text = say("presenter.after") if there else say("presenter.last")
        self._after_title.show_text(text, style, look.colour("ink_soft"))
        y = self._after_title.place_at(box.x, box.y, box.width)
        self._after.setVisible(there)
        if sight.following is None:
            return y
        fitted = self._after.fitted(sight.wall, Rect(box.x, y, box.width, box.bottom - y))
        self._after.place(fitted)
        self._after.show_step(sight.following, sight.wall, NO_HANDS, sight.following.name)
        return fitted.bottom

    def _place_status(self, sight: PresenterSight, box: Rect) -> int:
        look = self.look
        px = self._largest(sight.time, box.width)
        style = Style.of(look.font(px, HEAVY), 1.2)
        self._time.show_text(sight.time, style, look.colour("ink"))
        y = self._time.place_at(box.x, box.y, box.width) + look.metrics.mm(1)
        pad = look.metrics.mm(_PANEL_PAD_MM)
        style = Style.of(look.font(look.metrics.smallest, STRONG), 1.2)
        self._pace.show_text(sight.pace, style, look.colour(_MOODS[sight.mood][2]))
        below = self._pace.place_at(box.x + pad, y + pad // 3, box.width - 2 * pad)
        self._panel = Rect(box.x, y, box.width, below + pad // 3 - y)
        return self._panel.bottom

    def _largest(self, text: str, width: int) -> int:
        """The largest font size in px, up to a heading's, at which a text stands in one line."""
        look = self.look
        smallest = look.metrics.smallest
        for px in range(look.type.heading, smallest, -1):
            flow = Flow((paragraph(text),), Style.of(look.font(px, HEAVY), 1.2), width)
            if flow.lines == 1:
                return px
        return smallest

    def _place_words(self, sight: PresenterSight, box: Rect) -> None:
        """Place the notes, or on a question the answers to count hands for."""
        box = self._reachable(box)
        for notes in (self._sheet, self._notes):
            notes.place(box)
            notes.hide()
        if not sight.slide.answers:
            self._place_notes(sight.slide, box)
        self._place_answers(sight, box)

    def _place_notes(self, slide: Slide, box: Rect) -> None:
        look = self.look
        largest = round(look.metrics.smallest * _LARGEST_NOTES)
        room = notes_room(look, box)
        found = set_notes(slide, look, room, largest)
        if len(found.leaves) == 1:
            self._sheet.show_notes(found, look)
            self._sheet.show()
            return
        found = set_notes(slide, look, (room[0], room[1] - notes_foot(look)), largest)
        self._notes.show_notes(found)
        self._notes.show()

    def _reachable(self, box: Rect) -> Rect:
        top = max(box.y, self.look.metrics.reach_top)
        return box._replace(y=top, height=box.bottom - top)

    def _place_answers(self, sight: PresenterSight, box: Rect) -> None:
        answers = sight.slide.answers
        while len(self._answers) < len(answers):
            button = HandsButton(self, len(self._answers) + 1, self.look)
            button.clicked.connect(self._on_pressed)
            self._answers.append(button)
        for number, button in enumerate(self._answers):
            button.setVisible(number < len(answers))
        self._undo.setVisible(bool(answers))
        if not answers:
            return
        boxes = grid(self.look.metrics, box, len(answers) + 1, 2)
        shown = self._answers[: len(answers)]
        for number, (button, answer) in enumerate(zip(shown, answers, strict=True)):
            button.place(boxes[number])
            button.set_look(self.look)
            counting = sight.counted.chosen == number
            count = sight.counted.of(number)
            button.show_answer(answer.text, count, right=answer.correct, counting=counting)
        sizes = self.look.label_sizes
        fitting = (px for px in reversed(sizes) if all(button.fits(px) for button in shown))
        px = next(fitting, sizes[0])
        for button in shown:
            button.px = px
        self._undo.set_words(self.look.strings("talk.undo"))
        self._undo.place(boxes[-1])
        fit_words([self._undo], boxes[-1].width, boxes[-1].height)

    def _arrange_buttons(self, sight: PresenterSight) -> None:
        look = self.look
        px = strip_px(look, [look.strings(place.key) for place in PLACES])
        for place, button in zip(PLACES, self._buttons, strict=True):
            button.setVisible(not sight.asking)
            button.set_px(px)
            button.set_words(look.strings(place.key))
            button.primary = place.primary
            button.set_accent(self.accent)
            button.place(look.metrics.place(place.first, place.places))
        self._asking.setVisible(bool(sight.asking))
        if sight.asking:
            key = "talk.ask_quiet" if sight.asking == "quiet" else "talk.ask_end"
            self._asking.arrange(look, look.strings(key), self.accent)
            self._asking.raise_()

    def _order(self) -> None:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        order_by_sight(self.findChildren(Control, options=direct))
        self._asking.raise_()

    def paint_ground(self, painter: QPainter) -> None:
        look, shelf = self.look, self.look.metrics.shelf
        painter.fillRect(shelf.x, shelf.y, shelf.width, shelf.height, look.colour("shelf"))
        if self._sight is not None:
            ground, edge, _ = _MOODS[self._sight.mood]
            paint_panel(painter, look, self._panel, ground, edge)
