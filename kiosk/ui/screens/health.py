"""Health: whether everything works, in words for a nurse, in details and a QR code for IT."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.domain.health import Item, asks_about_clock, red
from kiosk.domain.pack import Run
from kiosk.ui.grid import beside_bottom
from kiosk.ui.health_words import details_of, for_nurse, name_of
from kiosk.ui.sheet_screen import SheetScreen
from kiosk.ui.theme.fonts import HEAVY, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect, TypeScale
from kiosk.ui.widgets.flow import Flow, Paragraph, Style, paragraph
from kiosk.ui.widgets.flow_sheets import in_sheets, shortened
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.mark import paint_panel, paint_verdict_mark
from kiosk.ui.widgets.qr import QrLabel
from kiosk.ui.widgets.staff_button import StaffButton, fit_words

# Room inside the panel, the side of its mark and the gap beside it, in mm.
PAD_MM, MARK_MM, GAP_MM = 7.0, 16.0, 5.0
# The letters of a nurse's words, in parts of the smallest lawful ones.
LARGER = (1.4, 1.2, 1.0)
# The file for IT has every problem, the screen the first ones.
MOST_DETAILS = 8


class Health(NamedTuple):
    """What the screen shows: every item, and the text of the QR code."""

    items: tuple[Item, ...] = ()
    diagnosis: str = "kiosk"


class HealthScreen(SheetScreen):
    """Emits `chosen` with "health.save" or "health.clock" (it is right), and `left()`. "Verder" turns its sheets round and round.

    The first sheets are a nurse's, with the code for IT beside them; the others have every detail.
    It never scrolls, and its letters are those of the first step of Letters.
    """

    def __init__(
        self, parent: QWidget, look: Look, ask: Callable[[], Health] | None = None
    ) -> None:
        """`ask` tells how the kiosk stands: when the screen shows, and at `ask_again()`."""
        super().__init__(parent, "screen.health", look)
        self._state = TextLabel(self, "health.state")
        self._words = TextLabel(self, "health.words")
        self._details = TextLabel(self, "health.details")
        self._code = QrLabel(self, "health.code", look)
        self._code_text = TextLabel(self, "health.code-text")
        self._save = self.button("health.save", "mdi6.usb-flash-drive-outline")
        self._clock = self.button("health.clock", "mdi6.clock-outline")
        self._next = StaffButton(self, "health.next", look, "mdi6.arrow-right")
        self._next.clicked.connect(self._on_next)
        self._ask = ask
        self._health = Health()
        self._sheet = 0
        self._nurse: list[list[Paragraph]] = [[]]
        self._for_it: list[list[Paragraph]] = []
        self._nurse_style = self._style()
        self._panel = Rect(0, 0, 0, 0)
        self._code.show_text(self._health.diagnosis)

    def show_health(self, health: Health) -> None:
        """Show how the kiosk stands."""
        if health.diagnosis != self._health.diagnosis:
            self._code.show_text(health.diagnosis)
        self._health = health
        self.refresh()

    @property
    def sheets(self) -> int:
        """How many sheets there are."""
        return len(self._nurse) + len(self._for_it)

    def turn(self, sheet: int) -> None:
        """Show another sheet, counted from 0."""
        self._sheet = sheet
        self.refresh()

    # -- for the desk --------------------------------------------------------------------------

    def start(self) -> None:
        self.ask_again()
        self.announce(f"{self._state.text()} {self._words.text()}")

    def ask_again(self) -> None:
        """Show how the kiosk stands now."""
        if self._ask is not None:
            self.show_health(self._ask())

    def back(self) -> None:
        if self._sheet:
            self.turn(0)
        else:
            super().back()

    # -- its own -------------------------------------------------------------------------------

    def _on_next(self) -> None:
        self.turn((self._sheet + 1) % self.sheets)
        self.announce(f"{self._title.text()} {self._details.text() or self._words.text()}")

    def title(self) -> str:
        number = self._sheet - len(self._nurse)
        if number < 0:
            return ""
        return self.look.strings("health.sheet", number=number + 1, count=len(self._for_it))

    def arrange(self) -> None:
        """Lay out every sheet, then place the one that shows; all of it is made anew each time."""
        metrics = self.look.metrics
        rest = beside_bottom(metrics)
        content = metrics.content
        area = Rect(content.x, content.y, content.width, rest.y - metrics.gutter - content.y)
        asked = asks_about_clock(self._health.items)
        self._lay_nurse(area, asked=asked)
        self._lay_details(area)
        self._sheet = min(self._sheet, self.sheets - 1)
        super().arrange()
        nurse = self._sheet < len(self._nurse)
        self._clock.setVisible(nurse and asked)
        for label in (self._state, self._words, self._code, self._code_text):
            label.setVisible(nurse)
        self._details.setVisible(not nurse)
        if nurse:
            self._place_nurse()
        else:
            self._place_details(area)
        self._arrange_buttons(rest)

    def _arrange_buttons(self, rest: Rect) -> None:
        metrics = self.look.metrics
        save, following = self._save, self._next
        save.set_words(self.look.strings("health.save"))
        following.set_words(self.look.strings("nav.next"))
        wide = metrics.span(2 if metrics.portrait else 3)
        left = Rect(rest.x, rest.y, rest.width - wide - metrics.gutter, rest.height)
        save.place(left)
        following.place(Rect(left.right + metrics.gutter, rest.y, wide, rest.height))
        following.beside = True
        following.set_px(following.fit_beside(wide))
        save.beside = save.fit_beside(left.width) >= metrics.smallest
        if save.beside:
            save.set_px(save.fit_beside(left.width))
        else:
            fit_words([save], left.width - metrics.mm(4), left.height)

    # -- the sheets of a nurse -----------------------------------------------------------------

    def _lay_nurse(self, area: Rect, *, asked: bool) -> None:
        """Put the code at the side (below, on tall glass), and the words on as many sheets."""
        metrics = self.look.metrics
        style = self._style(STRONG)._replace(balanced=True)
        text = self.look.strings("health.code_text")
        self._code_text.show_text(text, style, self.look.colour("ink"))
        if metrics.portrait:
            self._panel = self._lay_code_below(area)
        else:
            self._panel = self._lay_code_beside(area)
        if asked:
            self._panel = self._lay_clock_below(self._panel)
        found = self._health.items
        lines = for_nurse(red(found), self.look.strings)
        words = [Paragraph((Run(line),), bullet=len(lines) > 1) for line in lines]
        notes = for_nurse([item for item in found if item.state == "note"], self.look.strings)
        if notes:
            # In one paragraph, so that no sheet ends on it.
            heading = Run(self.look.strings("health.to_know"), bold=True)
            words.append(Paragraph((heading, Run(f" {notes[0]}"))))
            words.extend(paragraph(line) for line in notes[1:])
        box = self._words_box()
        # Few words are set larger; many keep the smallest letters and get more sheets.
        for factor in LARGER:
            self._nurse_style = self._style(factor=factor)
            self._nurse = in_sheets(words, self._nurse_style, box.width, box.height) or [[]]
            if len(self._nurse) == 1:
                break

    def _lay_code_beside(self, area: Rect) -> Rect:
        metrics = self.look.metrics
        wide = metrics.span(4)
        x = area.right - wide
        high = Flow((paragraph(self._code_text.text()),), self._style(STRONG), wide).height
        gap = metrics.mm(3)
        side = self._code.place_in(self.look, x, area.y, min(wide, area.height - high - gap))
        wide = max(wide, side)
        x = area.right - wide
        top = area.y + (area.height - side - gap - high) // 2
        self._code.move(x, top)
        self._code_text.place(Rect(x, top + side + gap, wide, high))
        return Rect(area.x, area.y, x - metrics.gutter - area.x, area.height)

    def _lay_code_below(self, area: Rect) -> Rect:
        metrics = self.look.metrics
        side = self._code.place_in(self.look, area.x, area.y, area.width // 2)
        y = area.bottom - side
        self._code.move(area.x, y)
        x = area.x + side + metrics.gutter
        self._code_text.place(Rect(x, y, area.right - x, side))
        self._code_text.centre_vertically()
        return Rect(area.x, area.y, area.width, y - metrics.gutter - area.y)

    def _lay_clock_below(self, panel: Rect) -> Rect:
        metrics = self.look.metrics
        y = panel.bottom - metrics.target
        box = Rect(panel.x, y, panel.width, metrics.target)
        self._clock.set_words(self.look.strings("health.clock"))
        self._clock.beside = True
        self._clock.set_px(self._clock.fit_beside(box.width))
        self._clock.place(box)
        return panel._replace(height=y - metrics.gutter - panel.y)

    def _words_box(self) -> Rect:
        """Where the words stand: in the panel, below the line that says how it stands."""
        mm, inner = self.look.metrics.mm, self._panel.inset(self.look.metrics.mm(PAD_MM))
        key = "health.bad" if red(self._health.items) else "health.good"
        # With a button more below it, the heading leaves its room to the words.
        asked = asks_about_clock(self._health.items)
        px = self._kind.smallest if asked else self._kind.heading
        style = Style.of(self.look.font(px, HEAVY), 1.15, balanced=True)
        self._state.show_text(self.look.strings(key), style, self.look.colour(self._role("ink")))
        x = inner.x + mm(MARK_MM + GAP_MM)
        high = self._state.place_at(x, inner.y, inner.right - x) - inner.y
        middle = max(high, mm(MARK_MM))
        self._state.move(x, inner.y + (middle - high) // 2)
        y = inner.y + middle + mm(GAP_MM)
        return Rect(inner.x, y, inner.width, inner.bottom - y)

    def _place_nurse(self) -> None:
        words = self._nurse[self._sheet]
        self._words.show_paragraphs(words, self._nurse_style, self.look.colour(self._role("ink")))
        self._words.setVisible(bool(words))
        self._words.place(self._words_box())

    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        if self._sheet >= len(self._nurse):
            return
        look, panel = self.look, self._panel
        paint_panel(painter, look, panel, self._role("ground"), self._role("edge"))
        side, pad = look.metrics.mm(MARK_MM), look.metrics.mm(PAD_MM)
        y = max(panel.y + pad, self._state.geometry().center().y() - side // 2)
        mark = Rect(panel.x + pad, y, side, side)
        paint_verdict_mark(painter, look, mark, right=not red(self._health.items))

    def _role(self, part: str) -> str:
        return f"{'wrong' if red(self._health.items) else 'right'}_{part}"

    # -- the sheets of IT ----------------------------------------------------------------------

    def _lay_details(self, area: Rect) -> None:
        title = Style.of(self.look.font(self._kind.smallest, HEAVY), 1.2)
        top = title.line + self.look.metrics.mm(4)
        found = [one for item in self._health.items for one in self._paragraphs(item)]
        self._for_it = in_sheets(found, self._style(), area.width, area.height - top)

    def _paragraphs(self, item: Item) -> list[Paragraph]:
        """An item's name and facts; what is long of it has paragraphs of its own."""
        say = self.look.strings
        details = details_of(item, say)
        if len(details) > MOST_DETAILS:
            more = len(details) - MOST_DETAILS
            details = [*details[:MOST_DETAILS], say("health.more_problems", count=more)]
        name = Run(say("health.named", name=name_of(item, say)) + " ", bold=True)
        if item.name in ("settings", "problems"):
            first, *others = map(shortened, details)
            return [Paragraph((name, Run(first))), *map(paragraph, others)]
        return [Paragraph((name, Run(" ".join(map(shortened, details)))))]

    def _place_details(self, area: Rect) -> None:
        words = self._for_it[self._sheet - len(self._nurse)]
        self._title.move(area.x, area.y)
        self._details.show_paragraphs(words, self._style(), self.look.colour("ink"))
        y = self._title.geometry().bottom() + 1 + self.look.metrics.mm(4)
        self._details.place(Rect(area.x, y, area.width, area.bottom - y))

    @property
    def _kind(self) -> TypeScale:
        return TypeScale.at(self.look.metrics.smallest, 100)

    def _style(self, weight: int = 400, factor: float = 1.0) -> Style:
        return Style.of(self.look.font(round(self._kind.smallest * factor), weight), 1.3)
