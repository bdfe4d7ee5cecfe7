"""Where the parts of the display stand: the message, the line above, the slide, the line below."""

from __future__ import annotations

from typing import Final, NamedTuple

from kiosk.domain.pixel_shift import Shift
from kiosk.ui.display.sheet import Room
from kiosk.ui.theme.fonts import REGULAR, STRONG
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.band import LINE as BAND_LINE
from kiosk.ui.widgets.band import PAD_MM as BAND_PAD_MM
from kiosk.ui.widgets.flow import Flow, Style, paragraph

LINE: Final = 1.15
_BETWEEN: Final = " · "
# A clinic's name that takes more of the height than this is no line above a slide any more.
_MOST_HEADER: Final = 0.25
_APART_EM: Final = 0.3
# The kernel keeps two thirds of the height that it has without a message.
_MOST_BAND: Final = 1 / 3
_SMALLER: Final = 0.96


class Dress(NamedTuple):
    """What shows beside the slide: texts as they are, "" for none.

    `note` goes before `touch` and `zone`: it says that the words are past their review.
    """

    clinic: str = ""
    zone: str = ""
    clock: str = ""
    touch: str = ""
    note: str = ""
    message: str = ""
    shift: Shift = Shift(0, 0)
    margin: int = 0


class Frame(NamedTuple):
    """Boxes in px of the glass; a text that has no room has no box.

    `band` is how high the message's band is, 0 for none, and `band_px` its font size.
    """

    band: int
    band_px: int
    header: str
    header_box: Rect | None
    clock_box: Rect | None
    footer: str
    footer_box: Rect | None
    rooms: tuple[Room, ...]


def frame_of(look: Look, dress: Dress, turn: int = 0) -> Frame:
    """The frame of one slide; `turn` lets two texts take turns in the line below."""
    metrics = look.metrics
    rim = max(metrics.margin, metrics.mm(4) + dress.margin)
    band, band_px = band_of(look, dress.message, rim)
    top = max(band + metrics.gutter, rim) if band else rim
    inner = Rect(
        rim + dress.shift.x,
        top + dress.shift.y,
        metrics.width - 2 * rim,
        metrics.height - top - rim,
    )
    header, header_box, clock_box = _header(look, dress, inner)
    footer = _footer(dress, header, turn)
    footer_box = _footer_box(look, footer, inner, must=bool(dress.note))
    above = max((box.height for box in (header_box, clock_box) if box), default=0)
    below = footer_box.height if footer_box else 0
    return Frame(
        band,
        band_px,
        header,
        header_box,
        clock_box,
        footer,
        footer_box,
        _rooms(
            inner,
            _apart(look, above),
            _apart(look, below),
            must_note=bool(dress.note and footer_box),
        ),
    )


def line_style(look: Look) -> Style:
    """How the lines above and below the slide are set."""
    return Style.of(look.font(look.metrics.smallest, REGULAR), LINE)


def shrinks(look: Look, message: str) -> bool:
    """Whether a message is so long that its letters are smaller than those of the slides."""
    return bool(message) and band_of(look, message, look.metrics.margin)[1] < look.metrics.smallest


def band_of(look: Look, message: str, rim: int) -> tuple[int, int]:
    """How high the band with the clinic's message is, and its font size in px; (0, 0) for none.

    Its letters are those of the slides, or as large as let the slide keep its two thirds; never
    under `Metrics.floor`. `rim` is what stays free around the slide, in px.
    """
    if not message:
        return 0, 0
    metrics = look.metrics
    most = round((metrics.height - 2 * rim) * _MOST_BAND) + rim - metrics.gutter
    px = metrics.smallest
    while True:
        style = Style.of(look.font(px, STRONG), BAND_LINE, balanced=True)
        flow = Flow((paragraph(message),), style, metrics.width - 2 * metrics.margin)
        high = flow.height + 2 * metrics.mm(BAND_PAD_MM)
        if px <= metrics.floor or (high <= most and not flow.broken_word):
            return high, px
        px = max(min(px - 1, round(px * _SMALLER)), metrics.floor)


def _apart(look: Look, high: int) -> int:
    """The height of a line with the room between it and the slide; 0 for no line."""
    return high + round(look.metrics.smallest * _APART_EM) if high else 0


def _rooms(inner: Rect, above: int, below: int, *, must_note: bool) -> tuple[Room, ...]:
    """The whole frame, then with less and less of it; a note about old words always stays."""
    found: list[Room] = []
    for header, footer in ((True, True), (True, False), (False, True), (False, False)):
        top = above if header else 0
        bottom = below if footer else 0
        if (must_note and not footer) or (header and not above) or (footer and not below):
            continue
        box = inner._replace(y=inner.y + top, height=inner.height - top - bottom)
        found.append(Room(box, header, footer))
    # Without a line above, "with" and "without" it are the same room.
    return tuple(found) or (Room(inner, header=False, footer=False),)


def _header(look: Look, dress: Dress, inner: Rect) -> tuple[str, Rect | None, Rect | None]:
    style = line_style(look)
    clock_box: Rect | None = None
    width = inner.width
    if dress.clock:
        # As wide as any time, so that the next minute needs no other place.
        times = (
            "".join(digit if sign.isdigit() else sign for sign in dress.clock) for digit in "08"
        )
        wide = 2 + max(round(Flow((paragraph(time),), style, width).widest) for time in times)
        clock_box = Rect(inner.right - wide, inner.y, wide, style.line)
        width -= wide + look.metrics.gutter
    both = _BETWEEN.join(filter(None, (dress.clinic, dress.zone)))
    for text in (both, dress.clinic):
        flow = Flow((paragraph(text),), style, width)
        if text and flow.lines == 1 and not flow.broken_word:
            return text, Rect(inner.x, inner.y, width, flow.height), clock_box
    if dress.clinic:
        flow = Flow((paragraph(dress.clinic),), style, width)
        if flow.height <= _MOST_HEADER * inner.height and not flow.broken_word:
            return dress.clinic, Rect(inner.x, inner.y, width, flow.height), clock_box
    return "", None, clock_box


def _footer(dress: Dress, header: str, turn: int) -> str:
    if dress.note:
        return dress.note
    zone = "" if dress.zone and dress.zone in header else dress.zone
    wanted = [text for text in (dress.touch, zone) if text]
    return wanted[turn % len(wanted)] if wanted else ""


def _footer_box(look: Look, text: str, inner: Rect, *, must: bool) -> Rect | None:
    if not text:
        return None
    flow = Flow((paragraph(text),), line_style(look), inner.width)
    if flow.broken_word or (flow.height > _MOST_HEADER * inner.height and not must):
        return None
    return Rect(inner.x, inner.bottom - flow.height, inner.width, flow.height)
