"""The form for a reviewer: every word of the pack beside its claims, with boxes to sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize

from kiosk.domain.activities import opened_from
from kiosk.domain.glossary import line_of, terms
from kiosk.domain.pack import Page, Question, Run, Sentence, Topic
from kiosk.handout.claims import SourceClaim
from kiosk.handout.cover import cover
from kiosk.handout.job import ACCENT, Job
from kiosk.handout.pieces import (
    HELD,
    TIED,
    Decoration,
    Mark,
    Piece,
    Text,
)
from kiosk.handout.reading import body_pieces
from kiosk.handout.sheet import COLUMN, Face, mm
from kiosk.handout.signing import SMALL_PT, judged, label_face, signature
from kiosk.ui.theme.fonts import HEAVY, STRONG

STRENGTHS = {
    "people": "handout.people",
    "general": "handout.general",
    "animals": "handout.animals",
    "advice": "handout.advice",
    "open": "handout.open",
    "scope": "handout.scope",
}
TEXT_PT = 11.5
INDENT = mm(6)
FIGURE = QSize(mm(50), mm(34))


def reviewing(job: Job) -> list[Piece]:
    """Every piece of the form in order."""
    pieces: list[Piece] = cover(job, job.words("handout.review"))
    how = job.stationery.face(13)
    pieces.append(Text(job.words("handout.how"), how, COLUMN, before=mm(8)))
    pieces += _front(job)
    for topic in job.topics():
        pieces += _topic(job, topic)
    pieces += _activities(job)
    for number, question in enumerate(job.edition.questions, 1):
        pieces += _question(job, number, question)
    return pieces + _glossary(job)


def _front(job: Job) -> list[Piece]:
    edition = job.edition
    pieces: list[Piece] = [_title(job, job.words("handout.general_words"), ACCENT)]
    texts = [text for text in (edition.title, edition.subtitle, edition.notice) if text]
    pieces += [Text(text, _face(job), COLUMN, before=mm(2)) for text in texts]
    return _held([*pieces, signature(job)])


def _topic(job: Job, topic: Topic) -> list[Piece]:
    first = topic.pages[0].claims if topic.pages else ()
    card = job.words("handout.card") + f": {topic.title}"
    pieces: list[Piece] = [_title(job, card, topic.accent, 0)]
    pieces += _picture(job, topic, None)
    pieces += _item(job, "handout.kernel", [topic.kernel_text])
    if topic.action:
        action = " ".join(sentence.text for sentence in topic.action)
        pieces += _item(job, "topic.to_do", [action])
    pieces += _item(job, "handout.ask", topic.questions)
    pieces = _held([*pieces, *_claims(job, first), signature(job)])
    for number, page in enumerate(topic.pages, 1):
        pieces += _page(job, topic, number, page)
    return pieces


def _page(job: Job, topic: Topic, number: int, page: Page) -> list[Piece]:
    place = job.words("topic.page", number=number, count=len(topic.pages))
    pieces: list[Piece] = [_title(job, f"{topic.title} · {place}", topic.accent, 1)]
    pieces += _picture(job, topic, page)
    pieces.append(judged(job, job.words("handout.text")))
    heading = job.stationery.face(TEXT_PT, HEAVY)
    pieces.append(Text(page.heading.runs, heading, COLUMN, before=mm(1), keep=TIED))
    pieces += body_pieces(page, _face(job), COLUMN)
    pieces += _item(job, "handout.slide_line", [page.slide] if page.slide else [])
    pieces += _item(job, "handout.notes", [page.notes] if page.notes else [])
    return _held([*pieces, *_claims(job, page.claims), signature(job)])


def _activities(job: Job) -> list[Piece]:
    """The wishes with their activities, and what is said after them; each signed by itself."""
    activities = job.edition.activities
    if activities is None:
        return []
    topic = opened_from(job.edition)
    accent = topic.accent if topic else ACCENT
    pieces: list[Piece] = [_title(job, activities.ask, accent, 0)]
    pieces.append(Text(activities.title, _face(job), COLUMN, before=mm(2), keep=TIED))
    care = activities.care
    for wish in activities.wishes:
        parts = [(one.activity.name.text, one.why, one.claims) for one in wish.advice]
        pieces += _wish(job, _title(job, wish.label, accent, 1), parts)
    last = _title(job, care.heading.text, accent, 1)
    return [*pieces, *_wish(job, last, [("", care.text, care.claims)])]


def _wish(
    job: Job, title: Text, parts: Sequence[tuple[str, Sequence[Sentence], Sequence[str]]]
) -> list[Piece]:
    """What one wish leads to: names, reasons and the claims that those rest on."""
    pieces: list[Piece] = [title]
    used: list[str] = []
    for name, why, claims in parts:
        used += claims
        runs = [Run(f"{name}: ", bold=True)] if name else []
        runs.append(Run(" ".join(sentence.text for sentence in why)))
        pieces.append(judged(job, job.words("handout.text")))
        pieces.append(Text(runs, _face(job), COLUMN, before=mm(1)))
    return _held([*pieces, *_claims(job, dict.fromkeys(used)), signature(job)])


def _question(job: Job, number: int, question: Question) -> list[Piece]:
    count = len(job.edition.questions)
    progress = job.words("quiz.progress", number=number, count=count)
    title = _title(job, progress, ACCENT, 1 if number > 1 else 0)
    if number == 1:
        title.mark = Mark(job.words("handout.quiz"))
    strong = job.stationery.face(TEXT_PT, STRONG)
    pieces: list[Piece] = [
        title,
        Text(question.ask.text, strong, COLUMN, before=mm(2), keep=TIED),
    ]
    used: list[str] = []
    for option in question.options:
        names = option.claims or ((option.against,) if option.against else ())
        used += names
        said = job.words("quiz.right" if option.correct else "quiz.wrong")
        basis = "handout.rests_on" if option.correct else "handout.against"
        if names:
            said += f" · {job.words(basis, claims=', '.join(names))}"
        why = " ".join(sentence.text for sentence in option.why)
        runs = (Run(f"{option.text}: ", bold=True), Run(why))
        pieces += [judged(job, said), Text(runs, _face(job), COLUMN, before=mm(0.5))]
    return _held([*pieces, *_claims(job, dict.fromkeys(used)), signature(job)])


def _glossary(job: Job) -> list[Piece]:
    if not job.edition.glossary:
        return []
    pieces: list[Piece] = [_title(job, job.words("handout.words"), ACCENT, 0)]
    for term in terms(job.edition.glossary):
        line = line_of(term, job.edition.language)
        pieces.append(Text(line.runs, _face(job), COLUMN, before=mm(1.5)))
    pieces[-1].keep = TIED
    return [*pieces, signature(job)]


def _held(pieces: list[Piece]) -> list[Piece]:
    """What is signed together, on one page where it fits."""
    for piece in pieces[:-1]:
        piece.keep = max(piece.keep, HELD)
    return pieces


def _face(job: Job) -> Face:
    return job.stationery.face(TEXT_PT)


def _small(job: Job) -> Face:
    return job.stationery.face(SMALL_PT, role="ink_soft", factor=1.35)


def _title(job: Job, words: str, accent: str, level: int = 0) -> Text:
    """The head of what is signed together; what opens a part of the form begins a page."""
    face = job.stationery.face(16, HEAVY, "heading", accent, 1.2)
    title = Text(words, face, COLUMN, before=mm(11), keep=TIED, fresh=not level)
    title.mark = Mark(words, level)
    return title


def _item(job: Job, key: str, texts: Sequence[str]) -> list[Piece]:
    """One kind of text, and a choice for it; nothing where there is none."""
    if not texts:
        return []
    lines = [Text(text, _face(job), COLUMN, before=mm(1)) for text in texts]
    return [judged(job, job.words(key)), *lines]


def _picture(job: Job, topic: Topic, page: Page | None) -> list[Piece]:
    picture = page.picture if page is not None else topic.image
    if picture is None:
        return []
    pieces: list[Piece] = []
    figure = job.pictures.piece(picture, FIGURE, topic.accent)
    if figure is not None:
        figure.before, figure.keep = mm(3), TIED
        pieces.append(figure)
    alt = job.words("handout.picture", alt=picture.alt)
    pieces.append(Text(alt, _small(job), COLUMN, before=mm(1), keep=TIED))
    return pieces


def _claims(job: Job, names: Iterable[str]) -> list[Piece]:
    """The claims that words rest on, each with its strength and where the source says it."""
    found = [job.claims.get(name) or SourceClaim(name, "", "", "", "", "") for name in names]
    if not found:
        return []
    pieces: list[Piece] = [
        Text(job.words("handout.claims"), label_face(job), COLUMN, before=mm(4), keep=TIED)
    ]
    bar = Decoration(INDENT, bar=job.stationery.theme.colour("emblem"))
    for claim in found:
        facts = [claim.id]
        if claim.strength in STRENGTHS:
            facts.append(job.words(STRENGTHS[claim.strength]))
        if claim.hedge:
            facts.append(job.words("handout.hedge", hedge=claim.hedge))
        if claim.lines:
            facts.append(job.words("handout.lines", lines=claim.lines, part=claim.part))
        runs = (Run(" · ".join(facts), bold=True), Run(f" {claim.text}"))
        pieces.append(Text(runs, _small(job)._replace(colour=_face(job).colour), COLUMN, bar))
    for piece in pieces[1:]:
        piece.before = mm(1.5)
    return pieces
