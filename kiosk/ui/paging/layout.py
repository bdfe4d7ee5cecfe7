"""Where the parts of a leaf stand, in px: one function for the screen and for paging."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.pack import Topic
from kiosk.domain.slip import is_asking
from kiosk.ui.paging.leaf import (
    BAND_MM,
    Leaf,
    action_of,
    action_style,
    body_of,
    body_style,
    button_style,
    following_of,
    glossary_of,
    glossary_style,
    heading_style,
    label_style,
    page_at,
    progress_px,
    sized,
    widest,
)
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.metrics import Rect
from kiosk.ui.widgets.buttons import OFFER_PAD_MM, beside_icon
from kiosk.ui.widgets.flow import Flow, Paragraph, Style, paragraph, paragraph_of

# Room between parts, in mm.
UNDER_PROGRESS_MM = 1.5
UNDER_HEADING_MM = 3.5
ABOVE_ACTION_MM = 6.0
ACTION_PAD_MM = 5.0
ABOVE_GLOSSARY_MM = 5.0
GLOSSARY_PAD_MM = 5.0
UNDER_GLOSSARY_MM = 10.0
# Under this height, in mm, a picture gives way to the words that stand on its panel.
LEAST_PICTURE_MM = 40.0
ABOVE_FOLLOWING_MM = 4.0
ABOVE_BUTTON_MM = 6.0
LEAST_BUTTON_MM = 150.0
ABOVE_SHELF_MM = 3.0
BESIDE_PANEL_MM = 4.0
# Under this height a panel on top gives way to a band, in mm.
SMALLEST_PANEL_MM = 80.0


class Words(NamedTuple):
    """The lines of a leaf that come from the interface, in the language shown.

    `to_do` is the heading of an action that has a page of its own, `ask` the text above a button
    that has one, `ask_keep` that above the button that keeps a topic's questions. `keep` is what
    this one says now, "" where there is none; `kept`: whether they are kept.
    """

    progress: str
    following: str
    to_do: str = ""
    ask: str = ""
    ask_keep: str = ""
    keep: str = ""
    kept: bool = False


class Box(NamedTuple):
    """Where the parts of a leaf stand, in px; a part that does not show is None.

    `bottom` is where the content ends, `limit` where it must end; `line_px` is the font size of
    the progress line; `crowded`: that is smaller than the letters ask for; `in_margin`: hard words
    are explained on the panel, below the picture.
    """

    panel: Rect | None
    band: Rect | None
    title: Rect
    progress: Rect
    heading: Rect
    body: Rect
    action: Rect | None
    following: Rect | None
    bottom: int
    limit: int
    line_px: int = 0
    crowded: bool = False
    button: Rect | None = None
    glossary: Rect | None = None
    in_margin: bool = False

    @property
    def fits(self) -> bool:
        """Whether nothing is cut."""
        return self.bottom <= self.limit


def lay_out(topic: Topic, leaf: Leaf, look: Look, words: Words) -> Box:
    """Place every part of a leaf on the glass of `look`."""
    look = sized(look, leaf)
    metrics = look.metrics
    limit = metrics.shelf.y - metrics.mm(ABOVE_SHELF_MM)
    if not leaf.shape.panel:
        return _under_band(topic, leaf, look, words, limit)
    if metrics.portrait:
        panel = Rect(0, 0, metrics.width, leaf.panel_height)
        x, y, width = metrics.margin, panel.bottom + metrics.mm(6), metrics.content.width
    else:
        wide = metrics.column_x(leaf.shape.panel) - metrics.gutter // 2
        panel = Rect(0, 0, wide, metrics.shelf.y)
        x = metrics.column_x(leaf.shape.panel) + metrics.mm(BESIDE_PANEL_MM)
        y, width = metrics.top, metrics.width - metrics.margin - x
    end = min(panel.width - metrics.mm(4), metrics.content.right)
    title = Rect(metrics.margin, metrics.top, end - metrics.margin, 0)
    flow = Flow((paragraph(topic.title),), title_style(look, topic, title.width), title.width)
    title = title._replace(height=flow.height)
    px = progress_px(look, words.progress, width)
    progress = Flow((paragraph(words.progress),), label_style(look, px), width)
    line = Rect(x, y, width, progress.height)
    margin = None if metrics.portrait else _margin(leaf, look, title, panel)
    head = (panel, None, title, line, limit)
    if margin is not None and page_at(topic, leaf).picture is not None:
        # A picture of the page's own explains: hard words leave it its room where they can.
        box = _column(topic, leaf, look, words, head)
        margin = None if box.fits else margin
    column = leaf if margin is None else leaf._replace(explained=())
    box = _column(topic, column, look, words, head)
    if margin is not None:
        box = box._replace(glossary=margin, in_margin=True)
    return box._replace(line_px=px, crowded=px < look.type.label)


def _margin(leaf: Leaf, look: Look, title: Rect, panel: Rect) -> Rect | None:
    """Where hard words stand on the panel: low, below the picture; None where they do not fit."""
    parts, mm = glossary_of(leaf), look.metrics.mm
    if not parts:
        return None
    pad = mm(GLOSSARY_PAD_MM)
    width = panel.width - title.x - pad - mm(UNDER_GLOSSARY_MM)
    flow = Flow(parts, glossary_style(look), width)
    y = panel.bottom - mm(UNDER_GLOSSARY_MM) - flow.height
    if flow.broken_word or y < title.bottom + mm(ABOVE_GLOSSARY_MM):
        return None
    return Rect(title.x + pad, y, width, flow.height)


def sunk(box: Box) -> Box:
    """The same with all text as low as it goes, nearer to a low eye; a title on colour stays."""
    free = max(0, box.limit - box.bottom)
    low = box._replace(
        progress=_down(box.progress, free),
        heading=_down(box.heading, free),
        body=_down(box.body, free),
        action=None if box.action is None else _down(box.action, free),
        bottom=box.bottom + free,
        glossary=box.glossary
        if box.glossary is None or box.in_margin
        else _down(box.glossary, free),
    )
    return low if box.panel is not None else low._replace(title=_down(box.title, free))


def _down(part: Rect, px: int) -> Rect:
    return part._replace(y=part.y + px)


def heading_of(topic: Topic, leaf: Leaf, words: Words) -> Paragraph:
    """The heading of a leaf: its page's, repeated on every half; an action alone has its own."""
    if leaf.action and not leaf.blocks and words.to_do:
        return paragraph(words.to_do)
    return paragraph_of((page_at(topic, leaf).heading,))


def text_of(topic: Topic, leaf: Leaf, words: Words) -> tuple[Paragraph, ...]:
    """What the body of a leaf shows."""
    ask = words.ask_keep if is_asking(page_at(topic, leaf)) else words.ask
    return body_of(leaf, words.following, ask)


def title_style(look: Look, topic: Topic, width: int) -> Style:
    """How the topic's title is set in a width: as a label, smaller where a word is too long."""
    for px in (look.type.label, look.type.smallest):
        style = label_style(look, px, balanced=True)
        if not Flow((paragraph(topic.title),), style, width).broken_word:
            break
    return style


def _under_band(topic: Topic, leaf: Leaf, look: Look, words: Words, limit: int) -> Box:
    metrics = look.metrics
    band = Rect(0, 0, metrics.width, metrics.mm(BAND_MM))
    x, y, width = metrics.content.x, metrics.top, metrics.content.width
    gap = metrics.mm(8)
    for px in (look.type.label, look.type.smallest):
        style = label_style(look, px)
        title = Flow((paragraph(topic.title),), style, width)
        progress = Flow((paragraph(widest(words.progress)),), style, width)
        if title.widest + gap + progress.widest <= width:
            wide = round(title.widest) + 2
            left = Rect(x, y, wide, title.height)
            right = Rect(x + wide + gap, y, width - wide - gap, progress.height)
            box = _column(topic, leaf, look, words, (None, band, left, right, limit))
            return box._replace(line_px=px, crowded=px < look.type.label)
    left = Rect(x, y, width, title.height)
    right = Rect(x, left.bottom, width, progress.height)
    box = _column(topic, leaf, look, words, (None, band, left, right, limit))
    return box._replace(line_px=look.type.smallest, crowded=True)


def _column(
    topic: Topic,
    leaf: Leaf,
    look: Look,
    words: Words,
    head: tuple[Rect | None, Rect | None, Rect, Rect, int],
) -> Box:
    """The heading, the text and the tail under the progress line."""
    panel, band, title, progress, limit = head
    mm = look.metrics.mm
    x = progress.x if panel is not None else look.metrics.content.x
    width = progress.width if panel is not None else look.metrics.content.width
    y = progress.bottom + mm(UNDER_PROGRESS_MM)
    parts = (heading_of(topic, leaf, words),)
    style = heading_style(look, leaf.shape.heading_px)
    heading = Rect(x, y, width, Flow(parts, style, width).height)
    y = heading.bottom + mm(UNDER_HEADING_MM)
    text = text_of(topic, leaf, words)
    body = Rect(x, y, width, Flow(text, body_style(look), width).height)
    y = body.bottom
    action = following = button = glossary = None
    parts = glossary_of(leaf)
    if parts:
        pad = mm(GLOSSARY_PAD_MM)
        flow = Flow(parts, glossary_style(look), width - pad)
        glossary = Rect(x + pad, y + mm(ABOVE_GLOSSARY_MM), width - pad, flow.height)
        y = glossary.bottom
    parts = action_of(leaf)
    if parts:
        pad = mm(ACTION_PAD_MM)
        flow = Flow(parts, action_style(look), width - 2 * pad)
        action = Rect(x, y + mm(ABOVE_ACTION_MM), width, flow.height + 2 * pad)
        y = action.bottom
    if leaf.button:
        button = Rect(x, y + mm(ABOVE_BUTTON_MM), *button_size(look, leaf.button, width))
        y = button.bottom
    line = following_of(leaf, words.following)
    end = limit
    if line:
        flow = Flow((paragraph(line),), label_style(look, progress_px(look, line, width)), width)
        y += mm(ABOVE_FOLLOWING_MM)
        following = Rect(x, max(y, limit - flow.height), width, flow.height)
        end = following.y - mm(ABOVE_FOLLOWING_MM)
        y += flow.height
    if button is not None:
        # Low, where hands reach and where it stands the same on every leaf.
        button = button._replace(y=max(button.y, end - button.height))
        if following is not None and look.metrics.lowered:
            # What is pressed stands lowest; the line above it is only read.
            low = following.bottom - button.height
            following = following._replace(y=button.y)
            button = button._replace(y=low)
    box = Box(panel, band, title, progress, heading, body, action, following, y, limit)
    return box._replace(button=button, glossary=glossary)


def button_size(look: Look, words: str, width: int) -> tuple[int, int]:
    """The size of a button below the text in a column: its words on one line, where that holds it.

    It is 30 mm high at the least.
    """
    mm = look.metrics.mm
    around = beside_icon(look) + mm(OFFER_PAD_MM)
    flow = Flow((paragraph(words),), button_style(look), width - around)
    wide = min(width, max(mm(LEAST_BUTTON_MM), round(flow.widest) + 2 + around))
    return wide, max(look.metrics.target, flow.height + 2 * mm(OFFER_PAD_MM))
