"""The handout for a speaker: three slides of the talk to a page, with text and notes beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPen

from kiosk.domain.talk.slides import Slide, everything, make_slides
from kiosk.handout.cover import cover
from kiosk.handout.job import Job
from kiosk.handout.pieces import (
    TIED,
    Beside,
    Decoration,
    Drawn,
    Mark,
    Piece,
    Text,
    paint_stack,
    stacked,
)
from kiosk.handout.sheet import COLUMN, HAIRLINE, Face, mm, pt
from kiosk.ui.theme.fonts import HEAVY, STRONG

# A slide as a wall of 16 by 9 shows it, and where the words beside it begin.
SLIDE = QSize(mm(84), mm(47.25))
PAD = mm(4)
AT = SLIDE.width() + mm(6)
BESIDE = COLUMN - AT
TEXT_PT = 10.5
# The sizes that a slide's words are tried at, in points; at the last one they may be cut.
SIZES = (16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6)
PICTURE_SHARE = 0.36
GAP = mm(5)


def speaking(job: Job, room: int) -> list[Piece]:
    """Every piece of the handout in order; three slides fill a page of `room`, in units."""
    least = (room - 2 * GAP) // 3
    pieces: list[Piece] = cover(job, job.words("handout.talk"))
    slides = make_slides(job.edition, everything(job.edition))
    topic = ""
    fresh = True
    for slide in slides:
        if slide.kind in ("title", "end"):
            continue
        row = Beside(_picture(job, slide), _words(job, slide), AT, GAP, least)
        row.fresh, fresh = fresh, False
        if slide.topic != topic:
            row.mark = Mark(slide.topic_title)
            topic = slide.topic
        pieces.append(row)
    return pieces


def _words(job: Job, slide: Slide) -> list[Piece]:
    """What stands beside a slide: its number, the page's text, what the speaker says."""
    make = job.stationery
    face, strong = make.face(TEXT_PT, factor=1.32), make.face(TEXT_PT, STRONG, factor=1.32)
    small = make.face(9.5, STRONG, "ink_soft")
    number = job.words("handout.slide", number=slide.number)
    pieces: list[Piece] = [Text(f"{number} · {slide.topic_title}", small, BESIDE, keep=TIED)]
    if slide.kind == "question":
        right = next((answer.text for answer in slide.answers if answer.correct), "")
        answer = job.words("quiz.right_answer", answer=right)
        pieces.append(Text(answer, strong, BESIDE, before=mm(1)))
        pieces.append(Text(slide.why, face, BESIDE, before=mm(1)))
        return pieces
    pieces += [Text(part, face, BESIDE, before=mm(1)) for part in slide.text]
    if slide.notes:
        heading = make.face(TEXT_PT, HEAVY, "heading", slide.accent)
        pieces.append(Text(job.words("handout.notes"), heading, BESIDE, before=mm(2.5), keep=TIED))
        pieces.append(Text(slide.notes, face, BESIDE))
    return pieces


def _picture(job: Job, slide: Slide) -> Piece:
    """The slide in a frame, in the largest type that fits."""
    make = job.stationery
    inner = QSize(SLIDE.width() - 2 * PAD, SLIDE.height() - 2 * PAD)
    room = QSize(round(SLIDE.width() * PICTURE_SHARE) - PAD, inner.height())
    drawing = job.pictures.piece(slide.picture, room, slide.accent)
    width = inner.width() - (room.width() + PAD if drawing is not None else 0)
    column = _fitted(job, slide, width, inner.height())
    frame = QPen(make.theme.colour("line"), HAIRLINE)
    band = make.theme.colour("heading", slide.accent)

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x, y, mm(1.5), SLIDE.height()), band)
        painter.setPen(frame)
        painter.drawRect(QRectF(x, y, SLIDE.width(), SLIDE.height()))
        top = y + (SLIDE.height() - stacked(column)) / 2
        paint_stack(column, painter, x + PAD, top)
        if drawing is not None:
            middle = y + (SLIDE.height() - drawing.height) / 2
            drawing.paint(painter, x + SLIDE.width() - PAD - room.width(), middle)

    return Drawn(SLIDE.height(), draw)


def _fitted(job: Job, slide: Slide, width: int, height: int) -> Sequence[Piece]:
    column: Sequence[Piece] = ()
    for points in SIZES:
        column = _slide_words(job, slide, width, points)
        if stacked(column) <= height:
            break
    return column


def _slide_words(job: Job, slide: Slide, width: int, points: float) -> list[Piece]:
    make = job.stationery
    heading = make.face(points, HEAVY, "heading", slide.accent, 1.15)
    face: Face = make.face(points * 0.86, factor=1.25)
    pieces: list[Piece] = [Text(slide.heading, heading, width)]
    if slide.line:
        pieces.append(Text(slide.line, face, width, before=pt(points * 0.5)))
    for number, answer in enumerate(slide.answers, 1):
        side = Decoration(round(2 * face.size), bullet=f"{number}")
        pieces.append(Text(answer.text, face, width, side, pt(points * 0.3)))
    return pieces
