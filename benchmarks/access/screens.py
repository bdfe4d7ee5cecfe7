"""Walks every patient screen at every size and in all letters, and measures what shows."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QScrollBar, QWidget

from benchmarks.access.figure import Extreme, Figure
from kiosk.bundle import Bundle
from kiosk.content.packs import load
from kiosk.domain.units import CAP_EM
from kiosk.host.probe import QtProbe
from kiosk.paths import resource
from kiosk.proving.fit import problems
from kiosk.proving.offscreen import PANES, STEPS, Offscreen, ready
from kiosk.proving.walk import sights
from kiosk.ui.content import Content
from kiosk.ui.touch.targets import shown_buttons
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.label import TextLabel
from kiosk.ui.widgets.poster import Poster

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QRect

    from kiosk.domain.letters import Letters
    from kiosk.proving.offscreen import Pane

SIZES = tuple(letters for letters in STEPS if not letters.dark)
"""White on black stands where black on white does."""

DISTANCE_MM = 600.0
BOTTOM_MM, BOTTOM_PORTRAIT_MM = 850.0, 790.0
"""How high the glass edge hangs where nothing else is set (DESIGN.md section 3)."""

SHELF = ("nav.", "quiz.stop", "quiz.next", "idle.", "farewell.")
LOWERED = " low-"
"""How the walk begins the name of a screen with "Lager" on."""

LONG_TEXT = (".body", ".why", ".summary")


class Walk:
    """The extremes of everything seen; `figures()` tells them."""

    def __init__(self) -> None:
        self._least: defaultdict[str, Extreme] = defaultdict(Extreme)
        self._most: defaultdict[str, Extreme] = defaultdict(lambda: Extreme(largest=True))
        self._counts: defaultdict[str, int] = defaultdict(int)
        self._slack_mm = 0.0

    def go(self, pane: Pane, letters: Letters, language: str = "nl") -> None:
        """Open every patient screen once at this size in these letters."""
        bundle, folder = Bundle(None), resource("packs/bewegen-bij-ms")
        loaded = load(folder, None, QtProbe)
        assert loaded.pack is not None, "the bundled pack can be opened"
        content = Content(loaded.pack, folder, bundle.strings, bundle.languages, language)
        kiosk = Offscreen(pane, letters, content, bundle.kit(lambda path: folder / path))
        try:
            self._slack_mm = max(self._slack_mm, 0.5 / pane.scale)
            for sight in sights(kiosk, fixed=False):
                self._see(f"{pane} {language} {letters.text_size} {sight.name}", kiosk, pane)
        finally:
            kiosk.close()
            loaded.close()

    def _see(self, where: str, kiosk: Offscreen, pane: Pane) -> None:
        self._counts["screens"] += 1
        unfit = problems(kiosk.screen)
        self._counts["unfit"] += len(unfit)
        if unfit:
            self._most["unfit"].see(len(unfit), f"{where}: {unfit[0]}")
        buttons = [
            (button, rect)
            for button, rect in shown_buttons(kiosk.window)
            if not isinstance(button, Poster)  # the ground that attract stands on
        ]
        self._places(where, pane, [(one.accessibleIdentifier(), rect) for one, rect in buttons])
        for widget in kiosk.window.findChildren(QWidget):
            if widget.isVisibleTo(kiosk.window):
                self._widget(where, widget, pane)

    def _widget(self, where: str, widget: QWidget, pane: Pane) -> None:
        name = f"{where} {widget.accessibleIdentifier()}"
        if isinstance(widget, QAbstractScrollArea | QScrollBar):
            self._counts["scrolling"] += 1
        if isinstance(widget, QAbstractButton):
            known = bool(widget.accessibleIdentifier() and widget.accessibleName())
            self._counts["unnamed"] += not known
        if isinstance(widget, Control) and widget.words and widget.px and _sets_words(widget):
            self._least["label_mm"].see(widget.px * CAP_EM / pane.scale, name)
            self._least["label_degrees"].see(_degrees(widget.px, pane), name)
            self._counts["labels"] += 1
            lawful = widget.px >= widget.look.metrics.smallest
            self._counts["small labels"] += not lawful
        if isinstance(widget, TextLabel) and widget.text():
            style = widget.flow().style
            px = style.font.pixelSize()
            self._least["text_degrees"].see(_degrees(px, pane), name)
            if name.endswith(LONG_TEXT):
                self._least["line"].see(style.line / px, name)
                self._most["characters"].see(style.most, name)
                self._counts["italic"] += style.font.italic()

    def _places(self, where: str, pane: Pane, boxes: list[tuple[str, QRect]]) -> None:
        scale = pane.scale
        portrait = pane.height > pane.width
        bottom = BOTTOM_PORTRAIT_MM if portrait else BOTTOM_MM
        for name, box in boxes:
            at = f"{where} {name}"
            shorter = min(box.width(), box.height()) / scale
            self._least["target"].see(shorter, at)
            if name.startswith(SHELF):
                self._least["shelf"].see(shorter, at)
            right = pane.width - box.x() - box.width()
            down = pane.height - box.y() - box.height()
            self._least["edge"].see(min(box.x(), box.y(), right, down) / scale, at)
            self._counts["outside"] += min(box.x(), box.y(), right, down) < 0
            top = (pane.height - box.y()) / scale
            self._most["top"].see(bottom + top, at)
            self._least["low"].see(bottom + down / scale, at)
            answers = () if portrait else ("quiz.option.",)
            if name.startswith((*SHELF, *answers)):
                self._most["steps"].see(top, at)
            if LOWERED in where:
                self._most["lowered"].see(100 * top * scale / pane.height, at)
        for (one, a), (other, b) in combinations(boxes, 2):
            self._least["gap"].see(_gap(a, b) / scale, f"{where} {one}, {other}")

    def figures(self) -> Iterator[Figure]:
        """What was seen, by row."""
        least, most, counts = self._least, self._most, self._counts

        def low(row: str, what: str, key: str, unit: str, bar: float, slack: float = 0.0) -> Figure:
            seen = least[key]
            return Figure(row, what, seen.value, unit, least=bar, slack=slack, where=seen.where)

        def high(row: str, what: str, key: str, unit: str, bar: float, slack: float = 0) -> Figure:
            seen = most[key]
            return Figure(row, what, seen.value, unit, most=bar, slack=slack, where=seen.where)

        half = self._slack_mm
        yield low("V1", "text at 600 mm", "text_degrees", "°", 0.7)
        yield low("V1", "words on controls", "label_degrees", "°", 0.7)
        yield low("V1", "their capitals", "label_mm", "mm", 4.8)
        small = 100 * counts["small labels"] / max(1, counts["labels"])
        yield Figure("V1", "of them under 0.7°", small, "%")
        unfit = counts["unfit"]
        yield Figure("V2", "what does not fit", unfit, most=0, where=most["unfit"].where)
        yield Figure("V2", "screens opened", counts["screens"], "", least=300)
        yield low("V7", "line height", "line", "×", 1.5, 0.02)
        yield high("V7", "characters a line, at most", "characters", "", 60)
        yield Figure("V7", "italic texts", counts["italic"], "", most=0)
        yield low("M1", "smallest target", "target", "mm", 30.0, half)
        yield low("M2", "smallest on the shelf", "shelf", "mm", 40.0, half)
        yield low("M2", "smallest gap", "gap", "mm", 8.0, 2 * half)
        yield low("M2", "nearest to the edge", "edge", "mm", 10.0, half)
        yield Figure("M9", "outside the window", counts["outside"], "", most=0)
        yield Figure("M9", "scroll bars and areas", counts["scrolling"], "", most=0)
        yield high("R1", "highest top", "top", "mm", 1100.0, half)
        yield low("R1", "lowest bottom", "low", "mm", 800.0, half)
        yield high("R2", "shelf and answers above the edge, at most", "steps", "mm", 250.0, half)
        yield high("R2", "with Lager, share of the glass", "lowered", "%", 40.0, 0.5)
        yield Figure("X1", "controls without name or identifier", counts["unnamed"], "", most=0)


def measure(
    panes: Sequence[Pane] = PANES,
    steps: Sequence[Letters] = SIZES,
    others: Sequence[str] = ("fr", "en", "de"),
) -> list[Figure]:
    """Walk every size in all letters in Dutch, the last of both in the other languages."""
    ready()
    walk = Walk()
    for pane in panes:
        for letters in steps:
            walk.go(pane, letters)
    for language in others:
        walk.go(panes[-1], steps[-1], language)
    return list(walk.figures())


def _degrees(px: int, pane: Pane) -> float:
    """The angle of a capital of this font size."""
    return math.degrees(math.atan(px * CAP_EM / pane.scale / DISTANCE_MM))


def _sets_words(control: Control) -> bool:
    """Whether its words stand in one size; cards set theirs in several."""
    return bool(control.words) and "\n" not in control.words


def _gap(one: QRect, other: QRect) -> float:
    across = max(one.x() - other.x() - other.width(), other.x() - one.x() - one.width())
    down = max(one.y() - other.y() - other.height(), other.y() - one.y() - one.height())
    return max(across, down)
