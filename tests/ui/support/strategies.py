"""Topics as authors could write them: every shape that the pack contract allows may come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from kiosk.domain.text import words
from tests.ui.support.kiosk import LETTERS, SIZES
from tests.ui.support.packs import Texts, make_topic

if TYPE_CHECKING:
    from kiosk.domain.pack import Topic
    from tests.ui.support.packs import PageText

MOST_WORDS = 40  # of a page (DESIGN.md section 6)

# From one to fifteen words (access.md L2), with words of up to fourteen letters (L3).
_SENTENCES = (
    "Dus.",
    "Waarom?",
    "Dat mag.",
    "Vergelijkingen helpen.",
    "Kijk maar mee.",
    "De zon gaat op.",
    "Vandaag regent het niet.",
    "Honden lopen graag in het bos.",
    "Een boterham smaakt best met kaas!",
    "In de stad staan drie hoge torens.",
    "Het water van de rivier stroomt naar zee.",
    "Wie vroeg opstaat, hoort de vogels al fluiten.",
    "Op de markt verkoopt men fruit, bloemen en groenten.",
    "De trein naar de kust vertrekt elk uur van hier.",
    "Mijn buurvrouw leest de krant liever in de tuin dan binnen.",
    "Kinderen bouwen op het strand een kasteel met een brede gracht eromheen.",
    "Wetenschappers onderzoeken waarom trekvogels hun weg naar het zuiden terugvinden.",
    "Na het eten wandelen wij nog een uur langs de oever van het meer.",
)
_HEADINGS = ("Zo", "Een warme dag", "Hoe vinden vogels hun weg?", "Op de markt is veel te zien")
_TITLES = ("Zee", "De stad in", "Vogels van hier", "Wandelen langs het water")
_ACTIONS = (
    "",
    "Kijk eens naar buiten.",
    "Kies een vogel. Vertel iemand over uw keuze van vandaag.",
)

sentences = st.sampled_from(_SENTENCES)
glasses = st.sampled_from(SIZES)
letter_steps = st.sampled_from(LETTERS)


@st.composite
def pages(draw: st.DrawFn) -> PageText:
    """A heading and paragraphs of at most 40 words in all."""
    paragraphs: list[str] = []
    left = MOST_WORDS
    for parts in draw(
        st.lists(st.lists(sentences, min_size=1, max_size=4), min_size=1, max_size=4)
    ):
        kept: list[str] = []
        for part in parts:
            if len(words(part)) <= left:
                kept.append(part)
                left -= len(words(part))
        if kept:
            paragraphs.append(draw(st.sampled_from(("", "- "))) + " ".join(kept))
    return draw(st.sampled_from(_HEADINGS)), tuple(paragraphs)


@st.composite
def topics(draw: st.DrawFn) -> Topic:
    """A topic of one to five pages, with or without a picture and an action."""
    texts = Texts(
        pages=draw(st.lists(pages(), min_size=1, max_size=5)),
        action=draw(st.sampled_from(_ACTIONS)),
        picture=draw(st.sampled_from(("", "images/waarom.svg"))),
    )
    return make_topic(1, texts, title=draw(st.sampled_from(_TITLES)))
