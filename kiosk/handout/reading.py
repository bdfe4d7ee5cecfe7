"""The handout to read: a title page, every topic, the activities, the quiz, its answers, the source."""

from __future__ import annotations

from PySide6.QtCore import QSize

from kiosk.domain.activities import opened_from
from kiosk.domain.glossary import line_of, terms
from kiosk.domain.pack import Page, Question, Run, Topic
from kiosk.handout.cover import INDENT, contents, cover, facts
from kiosk.handout.job import ACCENT, Job
from kiosk.handout.pieces import BULLET, HELD, TIED, Beside, Decoration, Mark, Piece, Text, stacked
from kiosk.handout.sheet import COLUMN, Face, mm
from kiosk.ui.theme.fonts import HEAVY, STRONG

BODY_PT = 13
HEADING_PT = 14.5
TITLE_PT = 24
# The drawing of a topic beside its title, and a picture of a page or a question below its words.
DRAWING = QSize(mm(36), mm(36))
FIGURE = QSize(mm(90), mm(60))
WISH = QSize(mm(26), mm(26))
TICK_INDENT = mm(9)
# How much of the usual room between parts is left where that brings a topic onto one page.
CLOSE = 0.7


def reading(job: Job, room: int) -> list[Piece]:
    """Every piece of the handout in order; a page has `room`, in units."""
    body: list[Piece] = []
    entries: list[tuple[Mark, str]] = []
    for topic in job.topics():
        pieces = _topic(job, topic)
        if stacked(pieces) > room:
            close = _topic(job, topic, CLOSE)
            pieces = close if stacked(close) <= room else pieces
        body += pieces
        entries.append((Mark(topic.title), topic.accent))
    body += _activities(job)
    if job.edition.activities:
        entries.append((Mark(job.edition.activities.ask), _accent(job)))
    body += _quiz(job)
    if job.edition.questions:
        entries.append((Mark(job.words("handout.quiz")), ACCENT))
        entries.append((Mark(job.words("handout.answers")), ACCENT))
    body += _glossary(job)
    if job.edition.glossary:
        entries.append((Mark(job.words("handout.words")), ACCENT))
    body += _about(job)
    entries.append((Mark(job.words("about.title")), ACCENT))
    return [*cover(job), *contents(job, entries), *body]


def _topic(job: Job, topic: Topic, air: float = 1.0) -> list[Piece]:
    """A topic; `air` is how much of the usual room there is between its parts."""
    pieces: list[Piece] = [_head(job, topic)]
    for page in topic.pages:
        pieces += page_pieces(job, page, topic.accent)
    make = job.stationery
    bar = Decoration(INDENT, bar=make.theme.colour("heading", topic.accent))
    if topic.action:
        pieces.append(_label(job, job.words("topic.to_do"), topic.accent, bar))
        action = " ".join(sentence.text for sentence in topic.action)
        pieces.append(Text(action, make.face(BODY_PT), COLUMN, bar))
    if topic.questions:
        pieces.append(_label(job, job.words("handout.ask"), topic.accent))
        tick = Decoration(TICK_INDENT, tick=True)
        pieces += _kept(
            [Text(one, make.face(BODY_PT), COLUMN, tick, mm(1.2)) for one in topic.questions]
        )
    for piece in pieces:
        piece.before = round(piece.before * air)
    return pieces


def _head(job: Job, topic: Topic) -> Piece:
    """The topic's title and kernel, with its drawing beside them."""
    make = job.stationery
    drawing = job.pictures.piece(topic.image, DRAWING, topic.accent)
    at = DRAWING.width() + mm(8) if drawing is not None else 0
    width = COLUMN - at
    title = Text(topic.title, make.face(TITLE_PT, HEAVY, "heading", topic.accent, 1.15), width)
    kernel = Text(topic.kernel_text, make.face(BODY_PT, STRONG), width, before=mm(3))
    head = Beside(drawing, [title, kernel], at, keep=TIED)
    head.fresh = True
    head.mark = Mark(topic.title)
    return head


def page_pieces(job: Job, page: Page, accent: str) -> list[Piece]:
    """A page of the pack: heading, words and picture, held together."""
    make = job.stationery
    face = make.face(HEADING_PT, HEAVY, "heading", accent, 1.2)
    pieces: list[Piece] = [Text(page.heading.runs, face, COLUMN, before=mm(6), keep=TIED)]
    pieces += body_pieces(page, make.face(BODY_PT, factor=1.36), COLUMN)
    figure = job.pictures.piece(page.picture, FIGURE, accent)
    if figure is not None:
        figure.before = mm(3)
        pieces.append(figure)
    return _kept(pieces)


def body_pieces(page: Page, face: Face, width: int) -> list[Piece]:
    """The paragraphs and bullets of a page."""
    pieces: list[Piece] = []
    was_bullet = False
    for block in page.blocks:
        bullet = block.kind == "bullet"
        runs: list[Run] = []
        for sentence in block.sentences:
            runs += [Run(" ")] if runs else []
            runs += sentence.runs
        side = Decoration(mm(6), bullet=BULLET) if bullet else Decoration()
        gap = mm(0.8) if bullet and was_bullet else mm(1.4)
        pieces.append(Text(runs, face, width, side, gap))
        was_bullet = bullet
    return pieces


def _kept(pieces: list[Piece]) -> list[Piece]:
    """The pieces, held together on one page."""
    for piece in pieces[:-1]:
        piece.keep = max(piece.keep, HELD)
    return pieces


def _label(job: Job, words: str, accent: str, side: Decoration | None = None) -> Text:
    face = job.stationery.face(BODY_PT, HEAVY, "heading", accent)
    return Text(words, face, COLUMN, side or Decoration(), mm(6.5), keep=TIED)


def _section(job: Job, words: str) -> Text:
    face = job.stationery.face(TITLE_PT, HEAVY, "heading", ACCENT, 1.15)
    title = Text(words, face, COLUMN, keep=TIED, fresh=True)
    title.mark = Mark(words)
    return title


def _activities(job: Job) -> list[Piece]:
    """The wishes of the pack, each with its drawing and the activities that answer it."""
    activities = job.edition.activities
    if activities is None:
        return []
    make, accent = job.stationery, _accent(job)
    face, bold = make.face(BODY_PT), make.face(HEADING_PT, HEAVY, "heading", accent, 1.2)
    pieces: list[Piece] = [_section(job, activities.ask)]
    for wish in activities.wishes:
        drawing = job.pictures.piece(wish.picture, WISH, accent)
        at = WISH.width() + mm(8) if drawing is not None else 0
        column: list[Piece] = [Text(wish.label, bold, COLUMN - at, keep=TIED)]
        for advice in wish.advice:
            why = " ".join(sentence.text for sentence in advice.why)
            runs = (Run(f"{advice.activity.name.text}: ", bold=True), Run(why))
            column.append(Text(runs, face, COLUMN - at, before=mm(1.5)))
        pieces.append(Beside(drawing, column, at, mm(7)))
    care = activities.care
    bar = Decoration(INDENT, bar=make.theme.colour("heading", accent))
    pieces.append(_label(job, care.heading.text, accent, bar))
    text = " ".join(sentence.text for sentence in care.text)
    return [*pieces, Text(text, face, COLUMN, bar)]


def _accent(job: Job) -> str:
    """The accent of the topic that the activities belong to."""
    topic = opened_from(job.edition)
    return topic.accent if topic else ACCENT


def _quiz(job: Job) -> list[Piece]:
    questions = job.edition.questions
    if not questions:
        return []
    pieces: list[Piece] = [_section(job, job.words("handout.quiz"))]
    for number, question in enumerate(questions, 1):
        pieces += _question(job, number, question)
    pieces.append(_section(job, job.words("handout.answers")))
    for number, question in enumerate(questions, 1):
        pieces += _answer(job, number, question)
    return pieces


def _asked(job: Job, number: int, question: Question, before: int) -> Text:
    face = job.stationery.face(BODY_PT, STRONG)
    return Text(f"{number}. {question.ask.text}", face, COLUMN, before=before)


def _question(job: Job, number: int, question: Question) -> list[Piece]:
    face = job.stationery.face(BODY_PT)
    pieces: list[Piece] = [_asked(job, number, question, mm(8))]
    figure = job.pictures.piece(question.image, QSize(mm(60), mm(40)), ACCENT)
    if figure is not None:
        figure.before = mm(2)
        pieces.append(figure)
    tick = Decoration(TICK_INDENT, tick=True)
    pieces += [Text(one.text, face, COLUMN, tick, mm(1.5)) for one in question.options]
    return _kept(pieces)


def _answer(job: Job, number: int, question: Question) -> list[Piece]:
    make, right = job.stationery, question.right
    why = " ".join(sentence.text for sentence in right.why)
    answer = job.words("quiz.right_answer", answer=right.text)
    return _kept(
        [
            _asked(job, number, question, mm(7)),
            Text(answer, make.face(BODY_PT, STRONG, "right_ground"), COLUMN, before=mm(1.5)),
            Text(why, make.face(BODY_PT), COLUMN, before=mm(0.5)),
        ]
    )


def _glossary(job: Job) -> list[Piece]:
    lines = [line_of(term, job.edition.language) for term in terms(job.edition.glossary)]
    if not lines:
        return []
    face = job.stationery.face(BODY_PT)
    pieces: list[Piece] = [_section(job, job.words("handout.words"))]
    for number, line in enumerate(lines):
        pieces.append(Text(line.runs, face, COLUMN, before=mm(2 if number else 6)))
    return pieces


def _about(job: Job) -> list[Piece]:
    make = job.stationery
    title = make.face(HEADING_PT, HEAVY, "heading", ACCENT, 1.2)
    heading = Text(job.words("about.title"), title, COLUMN, before=mm(12))
    heading.mark = Mark(job.words("about.title"))
    lines = [job.edition.notice, *facts(job), job.words("handout.licence")]
    small = make.face(11.5)
    return _kept([heading, *(Text(one, small, COLUMN, before=mm(2)) for one in lines if one)])
