"""Sets a slide on the glass: how large, with which picture, and on how many sheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from kiosk.domain.loop_pieces import batches, broken, plain, shorter
from kiosk.domain.loop_slides import MOST_WORDS, Slide
from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.flow import Flow, Paragraph, Style, paragraph

if TYPE_CHECKING:
    from kiosk.ui.strings import Strings

# The largest letters, relative to the smallest lawful ones: slides of few words do not shout.
_LARGEST: Final = 1.45
_LARGEST_PORTRAIT: Final = 1.2
_STEP: Final = 0.93
_LINES: Final = (1.25, 1.15)
_GAP_EM: Final = 0.4
_MARK_EM: Final = 1.05
_BALANCED_EM: Final = 12.0
# A picture that is smaller than this, in letters, says nothing from far away.
_LEAST_PICTURE_EM: Final = 2.4
_PICTURE_SHARE: Final = 5 / 12
# A sentence in more pieces than this is told without its title over each.
_MOST_NAMED: Final = 3


class Room(NamedTuple):
    """Where a slide may stand, and whether the lines above and below it show then."""

    box: Rect
    header: bool
    footer: bool


class Words(NamedTuple):
    """Text as it is set, with its top left corner in px of the glass."""

    flow: Flow
    x: int
    y: int


class Sheet(NamedTuple):
    """One sheet of a slide as it shows: `fits` is False where nothing helped."""

    slide: Slide
    room: Room
    words: tuple[Words, ...]
    px: int
    picture: Rect | None = None
    mark: Rect | None = None
    fits: bool = True

    @property
    def text(self) -> str:
        """Every word on it."""
        return "\n".join(filter(None, (self.slide.lead, *_lines(self.slide))))

    def named(self, say: Strings) -> str:
        """The same for who cannot see the mark beside the right answer."""
        if self.slide.kind != "answer":
            return self.text
        answer, *why = _lines(self.slide)
        return "\n".join(filter(None, (self.slide.lead, say("talk.right", answer=answer), *why)))


class _Block(NamedTuple):
    paragraphs: tuple[Paragraph, ...]
    weight: int
    grows: bool
    marked: bool = False


def sheets_of(slide: Slide, look: Look, rooms: Sequence[Room]) -> tuple[Sheet, ...]:
    """The slide on as few sheets as its words need, in letters that are never too small.

    A kernel that leaves no room for its picture has a sheet with picture and title before it.
    `rooms` are tried in order, each with less around the slide. What gives way: the picture,
    the lines above and below, the answers under a question or the reason under an answer, then
    the slide breaks between sentences, and at last between words.
    """
    whole = _first_fit(slide, look, rooms)
    title = _title_sheet(slide, look, rooms) if whole is None or whole.picture is None else None
    if title is not None:
        return (title, *sheets_of(plain(slide, *slide.sentences), look, rooms))
    for one in (slide, *shorter(slide)):
        sheet = _first_fit(one, look, rooms)
        if sheet is not None:
            return (sheet,)
    if slide.kind == "answer":
        # Without its question an answer would say something else ("later": of rats, or of you?).
        asked = slide._replace(kind="question", lead="", sentences=(slide.lead,))
        return sheets_of(asked, look, rooms)
    # Who comes in at the second piece is told what it is about, too.
    found = _in_pieces(slide, look, rooms, slide.title) if slide.title else ()
    return found or _in_pieces(slide, look, rooms)


def _in_pieces(
    slide: Slide, look: Look, rooms: Sequence[Room], lead: str = ""
) -> tuple[Sheet, ...]:
    """The slide on several sheets, each under `lead`; none where a sheet has no room for it."""
    for count in range(2, len(slide.sentences) + 1):
        parts = [part._replace(lead=lead) for part in batches(slide, count)]
        if any(part.word_count > MOST_WORDS for part in parts):
            continue
        found = [_first_fit(part, look, rooms) for part in parts]
        if all(found):
            return tuple(sheet for sheet in found if sheet is not None)
    pieces: list[Sheet] = []
    for sentence in slide.sentences:
        cut = _broken(plain(slide, sentence)._replace(lead=lead), look, rooms)
        # A title over a word or two says less than the words.
        if lead and (not cut or len(cut) > _MOST_NAMED):
            return ()
        pieces += cut
    return tuple(pieces)


def _title_sheet(slide: Slide, look: Look, rooms: Sequence[Room]) -> Sheet | None:
    """The title with the picture; None where there is no picture, or no room for it either."""
    if slide.picture is None or not slide.title:
        return None
    title = slide._replace(kind="title", lead="", sentences=(slide.title,))
    found = (_with_picture(title, look, room) for room in rooms)
    return next((sheet for sheet in found if sheet is not None), None)


def _first_fit(slide: Slide, look: Look, rooms: Sequence[Room]) -> Sheet | None:
    for number, room in enumerate(rooms):
        if slide.picture is not None and number == 0:
            sheet = _with_picture(slide, look, room)
            if sheet is not None:
                return sheet
        last = number == len(rooms) - 1
        for line in _LINES if last else _LINES[:1]:
            sheet = _set(slide, look, room, room.box, line)
            if sheet is not None:
                return sheet
    return None


def _with_picture(slide: Slide, look: Look, room: Room) -> Sheet | None:
    """The slide with its picture beside it, above it on an upright glass; None without room."""
    box, gap = room.box, look.metrics.gutter * 2
    least = round(look.metrics.smallest * _LEAST_PICTURE_EM)
    if look.metrics.portrait:
        # Words under a picture stay small for the picture's sake; a title is few words.
        most = 0.0 if slide.kind == "title" else 1.0
        sheet = _set(slide, look, room, box, _LINES[0], most)
        if sheet is None:
            return None
        used = _height(sheet)
        side = min(box.height - used - gap, box.width)
        if side < least:
            return None
        picture = Rect(box.x, box.y + (box.height - used - gap - side) // 2, box.width, side)
        below = box._replace(y=picture.bottom + gap, height=box.bottom - picture.bottom - gap)
        placed = _set(slide, look, room, below, _LINES[0], most)
        return None if placed is None else placed._replace(picture=picture)
    wide = round(box.width * _PICTURE_SHARE)
    text = box._replace(width=box.width - wide - gap)
    sheet = _set(slide, look, room, text, _LINES[0])
    if sheet is None or min(wide, box.height) < least:
        return None
    return sheet._replace(picture=Rect(text.right + gap, box.y, wide, box.height))


def _set(
    slide: Slide, look: Look, room: Room, box: Rect, line: float, most: float = 0.0
) -> Sheet | None:
    """The slide in a box, as large as fits; None where not even the smallest does."""
    smallest = look.metrics.smallest
    most = most or (_LARGEST_PORTRAIT if look.metrics.portrait else _LARGEST)
    px = round(smallest * most)
    while True:
        px = max(px, smallest)
        sheet = _placed(slide, look, room, box, (px, line))
        if sheet.fits:
            return sheet
        if px == smallest:
            return None
        px = min(px - 1, round(px * _STEP))


def _placed(slide: Slide, look: Look, room: Room, box: Rect, kind: tuple[int, float]) -> Sheet:
    """The slide in letters of a size and lines of a height, in the middle of a box."""
    px, line = kind
    smallest = min(look.metrics.smallest, px)
    gap = round(px * _GAP_EM)
    flows: list[tuple[Flow, int]] = []
    side = 0
    for block in _blocks(slide):
        size = px if block.grows else smallest
        side = round(px * _MARK_EM) if block.marked else side
        inset = side + gap if block.marked else 0
        width = box.width - inset
        # Few words to a line are not made even: that would leave words alone.
        listed = block.paragraphs[0].bullet
        balanced = not listed and width >= size * _BALANCED_EM
        style = Style.of(look.font(size, block.weight), line, balanced=balanced)
        flows.append((Flow(block.paragraphs, style, width), inset))
    height = sum(flow.height for flow, _ in flows) + gap * (len(flows) - 1)
    y = box.y + (box.height - height) // 2
    words: list[Words] = []
    mark: Rect | None = None
    for flow, inset in flows:
        if inset:
            mark = Rect(box.x, y + max(0, (flow.style.line - side) // 2), side, side)
        words.append(Words(flow, box.x + inset, y))
        y += flow.height + gap
    fits = height <= box.height and not any(flow.broken_word for flow, _ in flows)
    return Sheet(slide, room, tuple(words), smallest, None, mark, fits)


def _blocks(slide: Slide) -> list[_Block]:
    lead = [_Block((paragraph(slide.lead),), STRONG, grows=False)] if slide.lead else []
    if slide.kind == "answer":
        right, *why = slide.sentences
        blocks = [*lead, _Block((paragraph(right),), HEAVY, grows=True, marked=True)]
        return (
            [*blocks, _Block((paragraph(" ".join(why)),), REGULAR, grows=False)] if why else blocks
        )
    body = _Block((paragraph(" ".join(slide.sentences)),), HEAVY, grows=True)
    items = tuple(paragraph(item)._replace(bullet=True) for item in slide.items)
    return [*lead, body, *([_Block(items, STRONG, grows=False)] if items else [])]


def _lines(slide: Slide) -> tuple[str, ...]:
    if slide.kind == "answer":
        return (slide.sentences[0], " ".join(slide.sentences[1:]))
    return (" ".join(slide.sentences), *slide.items)


def _height(sheet: Sheet) -> int:
    return sheet.words[-1].y + sheet.words[-1].flow.height - sheet.words[0].y


def _broken(slide: Slide, look: Look, rooms: Sequence[Room]) -> list[Sheet]:
    """A sentence in pieces, where one sheet is too small for it; none where its lead hinders."""
    whole = _first_fit(slide, look, rooms)
    if whole is not None:
        return [whole]
    for parts in broken(slide):
        found = [_first_fit(part, look, rooms) for part in parts]
        if all(found):
            return [sheet for sheet in found if sheet is not None]
    return [] if slide.lead else [_shrunk(slide, look, rooms[-1])]


def _shrunk(slide: Slide, look: Look, room: Room) -> Sheet:
    """The last resort for a word that is wider than the glass."""
    floor = min(look.metrics.floor, look.metrics.smallest)
    for px in range(look.metrics.smallest, floor, -2):
        sheet = _placed(slide, look, room, room.box, (px, _LINES[-1]))
        if sheet.fits:
            return sheet
    return _placed(slide, look, room, room.box, (floor, _LINES[-1]))
