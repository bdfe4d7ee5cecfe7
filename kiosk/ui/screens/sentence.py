"""One sentence of a topic at a time, large and in the middle (access.md section 5, item 6)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui.leaf_screen import LeafScreen
from kiosk.ui.paging.layout import text_of
from kiosk.ui.paging.leaf import sized
from kiosk.ui.theme.fonts import REGULAR
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Flow, Paragraph, Style

# Against the text of a page; the sentence shrinks to that where it must.
LARGER = 1.6
LINE = 1.5  # access.md V7
STEP_PX = 2
ROOM_MM = 4.0


class _OneSentence(LeafScreen):
    """Shows a leaf that has one sentence."""

    # The sentence stands in the middle of what is free.
    sinks = False

    def __init__(self, parent: QWidget, name: str, look: Look) -> None:
        super().__init__(parent, name, look)
        self._body.centre_vertically()

    def arrange(self) -> None:
        super().arrange()
        if self._shown is None or self._box is None:
            return
        topic, leaf, words = self._shown
        look, box = sized(self.look, leaf), self._box
        room_px = look.metrics.mm(ROOM_MM)
        top = box.heading.bottom + room_px
        below = [part.y for part in (box.button, box.following) if part is not None]
        bottom = min((y - room_px for y in below), default=box.limit)
        content = look.metrics.content
        if box.glossary is not None:
            low = box.glossary._replace(y=bottom - box.glossary.height)
            self._box = box._replace(glossary=low)
            self._glossary.place(low)
            bottom = low.y - room_px
        room = Rect(content.x, top, content.width, bottom - top)
        text = text_of(topic, leaf, words)
        self._body.show_paragraphs(text, largest(look, text, room), look.colour("ink"))
        # Sentences return from topic to topic as they are.
        self._body.name_after("")
        self._body.place(room)


class SentenceScreen(_OneSentence):
    """One sentence of a topic. To a visitor and to tests it is the topic's screen."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "topic", look)


class ActivitySentenceScreen(_OneSentence):
    """One sentence of the answer to a wish."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, "activity", look)


def largest(look: Look, text: tuple[Paragraph, ...], room: Rect) -> Style:
    """The largest letters in which a text fits its room, at most 1.6 times those of a page."""
    body = look.type.body
    for px in range(round(body * LARGER), body, -STEP_PX):
        flow = Flow(text, _style(look, px), room.width)
        if flow.height <= room.height and not flow.broken_word:
            return flow.style
    return _style(look, body)


def _style(look: Look, px: int) -> Style:
    return Style.of(look.font(px, REGULAR), LINE, balanced=True, centred=True)
