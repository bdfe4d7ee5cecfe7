"""Finds what does not fit on a screen: cut, too small, too close, or over one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.domain.units import floor_px, font_px
from kiosk.ui.display.slide_view import DisplaySlide
from kiosk.ui.screen import Screen
from kiosk.ui.talk.answer_bar import AnswerBar
from kiosk.ui.talk.slide_view import SlideView
from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.metrics import Metrics, Rect
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.flow import Flow, Style, paragraph
from kiosk.ui.widgets.label import PictureLabel, TextLabel
from kiosk.ui.widgets.poster import Poster

# The law itself, in mm, not the numbers that screens are built from: a slip there must show here
# (DESIGN.md section 3; access.md R1).
TARGET_MM, SHELF_TARGET_MM = 30.0, 40.0
GAP_MM = 8.0
EDGE_MM = 10.0
REACH_MM = 1100.0
BOTTOM_MM, BOTTOM_PORTRAIT_MM = 850.0, 790.0
# Where "Lager" has every control (access.md R2); on low glass one row of targets above the shelf.
LOW_PART = 0.4
LOW_ROW_MM, LOW_ROW_PORTRAIT_MM = 100.0, 148.0

# What stands on the shelf, by the first part of its identifier (DESIGN.md section 5).
_SHELF = ("nav.", "idle.", "farewell.", "quiz.stop", "quiz.next")
# No control sets its words closer; a word that needs this room does not fit any of them.
_TIGHTEST_LINE = 1.15
_TIGHTEST_PAD_MM = 1.0
# How far a control may stand from its place on another screen, in px (access.md K3).
_STEADY_PX = 2
# The labels that people read, by the last part of their identifier.
_READING = (".body", ".why", ".right-answer", ".summary", ".hidden", ".action")
# A finding that many screens share is said once, with so many of their names.
_MOST_NAMES = 3
# Controls that stand in one place under two names (DESIGN.md section 5).
_SAME_PLACE = {"quiz.stop": "nav.done", "quiz.next": "nav.next"}


class _Part(NamedTuple):
    name: str
    box: Rect
    widget: QWidget


def problems(screen: Screen) -> list[str]:
    """What is wrong with a screen as it stands, one line each; empty when everything fits.

    Sizes from DESIGN.md section 3: controls 30 mm (shelf 40), 8 mm apart, 10 mm from the edge,
    each rounded to the nearest px; letters as large as `access.md V1`; nothing cut or covered.
    """
    metrics = screen.look.metrics
    controls = _parts(screen, Control)
    labels = [part for kind in (TextLabel, PictureLabel) for part in _parts(screen, kind)]
    pressed = [part for part in controls if not isinstance(part.widget, Poster)]
    found = [] if any(part.box.height for part in labels) else ["nothing to read shows"]
    for part in (*controls, *labels):
        found.extend(_outside(part, metrics))
    for part in pressed:
        found.extend(_control(part, metrics))
    for part in labels:
        if isinstance(part.widget, TextLabel):
            found.extend(_text(part.name, part.widget, screen))
    if any(part.name.startswith(_SHELF) for part in controls):
        for part in labels:
            found.extend(_on_shelf(part, metrics))
    for one, other in combinations(pressed, 2):
        found.extend(_too_close(one, other, metrics))
    slides = [part for part in labels if isinstance(part.widget, SlideView)]
    found.extend(_slides(labels))
    # A slide is the ground that everything of a talk lies on.
    for one, other in combinations(
        [part for part in (*controls, *labels) if part not in slides], 2
    ):
        found.extend(_overlap(one, other))
    return found


def _slides(labels: Sequence[_Part]) -> Iterator[str]:
    """What slides, which set their words themselves, know to be wrong with them."""
    for part in labels:
        if isinstance(part.widget, SlideView | DisplaySlide):
            yield from part.widget.problems


def remarks(screen: Screen) -> list[str]:
    """What fits only because it gave way further than meant, one line a size; no failures.

    Words of controls under the smallest lawful size, which are its last resort (`Look`), and
    reading text that does not grow with Letters (DESIGN.md section 3).
    """
    look = screen.look
    found: dict[tuple[int, int], list[str]] = {}
    for part in _parts(screen, Control):
        px = _letters(part.widget)
        if 0 < px < _smallest(look.metrics):
            found.setdefault((px, _smallest(look.metrics)), []).append(part.name)
    for part in _parts(screen, TextLabel):
        if isinstance(part.widget, TextLabel) and part.name.endswith(_READING):
            px = part.widget.flow().style.font.pixelSize()
            if px < look.type.body:
                found.setdefault((px, look.type.body), []).append(part.name)
    return [
        f"letters of {px} px where {meant} are meant: {', '.join(names)}"
        for (px, meant), names in found.items()
    ]


def bled(picture: QImage, screen: Screen) -> list[str]:
    """The controls whose words or pictures run into their own edge, seen in a screen's picture.

    Geometry cannot tell: how a control sets its words is its own affair. A poster is left out:
    it draws no edge, and what it shows stands on the ground behind it. So is a bar that hands fill.
    """
    found: list[str] = []
    radius = screen.look.metrics.radius
    for part in _parts(screen, Control):
        assert isinstance(part.widget, Control), "asked for controls"
        if isinstance(part.widget, Poster | AnswerBar):
            continue
        inset = part.widget.skin().edge_px + 2
        box = part.box.inset(inset)
        lines = (
            Rect(box.x + radius, box.y, box.width - 2 * radius, 1),
            Rect(box.x + radius, box.bottom - 1, box.width - 2 * radius, 1),
            Rect(box.x, box.y + radius, 1, box.height - 2 * radius),
            Rect(box.right - 1, box.y + radius, 1, box.height - 2 * radius),
        )
        if not all(_one_colour(picture.copy(*line)) for line in lines):
            found.append(f"{part.name}: what stands on it runs into its edge")
    return found


def named(screens: Sequence[str]) -> str:
    """The names of the screens that share a finding: the first three, and how many more."""
    more = len(screens) - _MOST_NAMES
    return ", ".join(screens[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _one_colour(line: QImage) -> bool:
    if line.isNull():
        # Of a control too small to have this edge, which its size tells.
        return True
    pixels = bytes(line.constBits())
    return pixels == pixels[:4] * (len(pixels) // 4)


class Steady:
    """Remembers where the shelf's controls stand; they keep their place on every screen."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, bool], Rect] = {}

    def problems(self, screen: Screen) -> list[str]:
        """The controls that stand elsewhere than on a screen seen before (access.md K3)."""
        found: list[str] = []
        for part in _parts(screen, Control):
            if not part.name.startswith((*_SAME_PLACE, "nav.")):
                continue
            key = (_SAME_PLACE.get(part.name, part.name), screen.look.metrics.mirrored)
            before = self._places.setdefault(key, part.box)
            if any(abs(now - was) > _STEADY_PX for now, was in zip(part.box, before, strict=True)):
                found.append(f"{part.name} stands at {_said(part.box)}, before at {_said(before)}")
        return found


def _parts(screen: Screen, kind: type[QWidget]) -> list[_Part]:
    """The visible widgets of a kind, by the identifiers that people know them by."""
    return [
        _Part(widget.accessibleIdentifier() or type(widget).__name__, _box(widget, screen), widget)
        for widget in screen.findChildren(kind)
        if widget.isVisibleTo(screen) and not _empty(widget)
    ]


def _empty(widget: QWidget) -> bool:
    return isinstance(widget, TextLabel) and not widget.text()


def _box(widget: QWidget, screen: Screen) -> Rect:
    corner = widget.mapTo(screen, widget.rect().topLeft())
    return Rect(corner.x(), corner.y(), widget.width(), widget.height())


def _outside(part: _Part, metrics: Metrics) -> Iterator[str]:
    box = part.box
    if box.x < 0 or box.y < 0 or box.right > metrics.width or box.bottom > metrics.height:
        yield f"{part.name} lies outside the window: {_said(box)}"


def _control(part: _Part, metrics: Metrics) -> Iterator[str]:
    """A control's size, its distance from the edge, its height above the floor, its words."""
    box, mm = part.box, metrics.mm
    least = SHELF_TARGET_MM if part.name.startswith(_SHELF) else TARGET_MM
    shorter = min(box.width, box.height)
    if shorter < mm(least):
        yield f"{part.name} is {shorter} px on its shorter side, {least:g} mm are {mm(least)} px"
    edge = min(box.x, box.y, metrics.width - box.right, metrics.height - box.bottom)
    if edge < mm(EDGE_MM):
        yield f"{part.name} is {edge} px from the edge, {EDGE_MM:g} mm are {mm(EDGE_MM)} px"
    bottom = metrics.bottom_mm or (BOTTOM_PORTRAIT_MM if metrics.portrait else BOTTOM_MM)
    highest = metrics.height - mm(REACH_MM - bottom)
    if box.y < highest:
        yield f"{part.name} begins at y {box.y}, above the reach of {highest}"
    if metrics.lowered and box.y < (low := _low_top(metrics)):
        yield f"{part.name} begins at y {box.y}, lowered controls at {low}"
    if isinstance(part.widget, Control):
        yield from _words(part, part.widget, metrics)


def _low_top(metrics: Metrics) -> int:
    row = LOW_ROW_PORTRAIT_MM if metrics.portrait else LOW_ROW_MM
    return metrics.height - max(int(LOW_PART * metrics.height), metrics.mm(row) + 1)


def _words(part: _Part, control: Control, metrics: Metrics) -> Iterator[str]:
    """What can be said of a control's words without knowing how it sets them."""
    px = _letters(control)
    if not control.words or not px:
        return
    least = min(floor_px(metrics.px_per_mm), _smallest(metrics))
    if px < least:
        yield f"{part.name} has letters of {px} px, capitals of 4.8 mm need {least}"
    style = Style.of(control.look.font(px, STRONG), _TIGHTEST_LINE)
    flow = Flow(
        (paragraph(control.words),), style, part.box.width - 2 * metrics.mm(_TIGHTEST_PAD_MM)
    )
    if flow.broken_word:
        yield f"{part.name} breaks a word of {control.words!r} at {px} px"
    if flow.height > part.box.height:
        yield f"{part.name} is {part.box.height} px high, its words need {flow.height}"


def _smallest(metrics: Metrics) -> int:
    """The smallest lawful font size in px (access.md V1)."""
    return font_px(metrics.viewing_distance_mm, metrics.px_per_mm)


def _letters(widget: QWidget) -> int:
    """The font size in px of a control's words; 0 for one that sets them in several."""
    px = getattr(widget, "px", 0)
    return px if isinstance(px, int) else 0


def _text(name: str, label: TextLabel, screen: Screen) -> Iterator[str]:
    """Whether a text fits in its label, in letters that are large enough (access.md V1)."""
    look, flow = screen.look, label.flow()
    if flow.height > label.height():
        yield f"{name} is {label.height()} px high, its text needs {flow.height}"
    if flow.widest > label.width() + 1:
        yield f"{name} is {label.width()} px wide, its text needs {round(flow.widest)}"
    if flow.broken_word:
        yield f"{name} breaks a word of {label.text()!r}"
    px = flow.style.font.pixelSize()
    least = look.type.body if name.endswith(".body") else _smallest(look.metrics)
    if px < least:
        yield f"{name} has letters of {px} px, it needs {least}"


def _on_shelf(part: _Part, metrics: Metrics) -> Iterator[str]:
    """The shelf is for hands: nothing to read reaches into it, also where a place is empty."""
    into = part.box.bottom - metrics.shelf.y
    if into > 0:
        yield f"{part.name} reaches {into} px into the shelf"


def _too_close(one: _Part, other: _Part, metrics: Metrics) -> Iterator[str]:
    across = max(one.box.x - other.box.right, other.box.x - one.box.right)
    down = max(one.box.y - other.box.bottom, other.box.y - one.box.bottom)
    gap, least = max(across, down), metrics.mm(GAP_MM)
    if 0 <= gap < least:
        yield f"{one.name} and {other.name} are {gap} px apart, {GAP_MM:g} mm are {least} px"


def _overlap(one: _Part, other: _Part) -> Iterator[str]:
    across = min(one.box.right, other.box.right) - max(one.box.x, other.box.x)
    down = min(one.box.bottom, other.box.bottom) - max(one.box.y, other.box.y)
    if across > 0 and down > 0:
        yield f"{one.name} and {other.name} overlap by {across} x {down} px"


def _said(box: Rect) -> str:
    return f"{box.width} x {box.height} px at {box.x}, {box.y}"
