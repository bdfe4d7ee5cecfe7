"""Runs the loop over the sheets of its slides: what shows now, what next, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.ageing import ages, showing
from kiosk.domain.loop import Loop, LoopPlace
from kiosk.domain.loop_slides import Part, Slide, count_words
from kiosk.domain.playlist import dwell_s
from kiosk.ui.display.frame import Dress, frame_of
from kiosk.ui.display.sheet import Sheet, sheets_of

if TYPE_CHECKING:
    from datetime import date

    from kiosk.ui.content import Content
    from kiosk.ui.display.manner import Manner
    from kiosk.ui.theme.look import Look


class Reel:
    """Owns the loop of one pack and the sheets of the slide that shows.

    Its place survives a visit, another look and, through `place`, another pack or a restart.
    """

    def __init__(
        self,
        content: Content,
        manner: Manner,
        today: date | None,
        place: LoopPlace | None = None,
    ) -> None:
        """Without a `today` that can be believed nothing is past its review."""
        self._content = content
        self._manner = manner
        self._parts = _parts(content, manner, today)
        self._loop = Loop(self._parts, manner.choice, place)
        self._sheets: tuple[Sheet, ...] = ()
        self._at = 0
        self._said = ""
        self.turn = 0
        """Counts the slides that were shown."""

    @property
    def place(self) -> LoopPlace:
        """Where it is."""
        return self._loop.place

    @property
    def slide(self) -> Slide:
        """The slide that shows."""
        return self._loop.slide

    @property
    def sheet(self) -> Sheet:
        """The sheet that shows, once it was set."""
        return self._sheets[self._at]

    @property
    def dwell_s(self) -> float:
        """How long it shows, in seconds (access.md D1); a mark that stands for a word counts."""
        return dwell_s(count_words(self._said), self._manner.base_s, self._manner.word_s)

    def is_same(self, content: Content, today: date | None) -> bool:
        """Whether a reel of this content would show the same on that day."""
        return content is self._content and _parts(content, self._manner, today) == self._parts

    def set(self, look: Look, dress: Dress) -> Sheet:
        """Set the slide for a look and what stands around it; the sheet that shows is kept."""
        slide = self._loop.slide
        if slide.kind == "source":
            said = look.strings("display.source", source=slide.sentences[0]) or slide.sentences[0]
            slide = slide._replace(sentences=(said,))
        self._sheets = sheets_of(slide, look, frame_of(look, dress, self.turn).rooms)
        self._at = min(self._at, len(self._sheets) - 1)
        self._said = self.sheet.named(look.strings)
        return self.sheet

    @property
    def number(self) -> int:
        """Which sheet of its slide shows, from 1."""
        return self._at + 1

    def has_more(self) -> bool:
        """Whether the slide goes on with another sheet."""
        return self._at + 1 < len(self._sheets)

    def advance(self) -> None:
        """Go to the next sheet, or to the next slide, which is yet to be set."""
        if self.has_more():
            self._at += 1
            return
        self._at = 0
        self.turn += 1
        self._loop.advance()


def _parts(content: Content, manner: Manner, today: date | None) -> list[Part]:
    pack = content.pack
    wanted: dict[str, None] = {}
    for code in manner.languages or ("",):
        wanted.setdefault(content.edition(code).language)
    found = showing(tuple(wanted), ages(pack, today), manner.at_expiry)
    return [
        Part(pack.editions[code], pack.source, noted=code in found.noted)
        for code in found.languages
    ]
