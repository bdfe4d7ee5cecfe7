"""The form for a reviewer: every word beside what the source says, with boxes to sign."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from tests.handout.conftest import FOLDER
from tests.handout.support import Handout, flat

if TYPE_CHECKING:
    from kiosk.domain.pack import Pack

STRENGTHS = {
    "people": "gezien bij mensen met MS",
    "general": "gezien bij mensen, niet alleen met MS",
    "animals": "alleen gezien bij dieren",
    "advice": "raad van de schrijver",
    "open": "nog niet bekend",
    "scope": "waarover het gaat",
}


def claims() -> dict[str, dict[str, str]]:
    document = tomllib.loads((FOLDER / "claims.toml").read_text("utf-8"))
    return {claim["id"]: claim for claim in document["claim"]}


def test_every_claim_stands_there_with_strength_lines_and_words(reviewing: Handout) -> None:
    for name, claim in claims().items():
        facts = [name, STRENGTHS[claim["strength"]]]
        facts += [f"voorzichtig: “{claim['hedge']}”"] if "hedge" in claim else []
        facts += [f"bron: regels {claim['lines']} ({claim['part']}) {claim['text']}"]
        assert flat(" · ".join(facts)) in reviewing.text


def test_each_page_of_the_pack_has_its_words_claims_and_a_box(
    reviewing: Handout, pack: Pack
) -> None:
    edition = pack.edition("nl")
    for place in range(len(edition.topics)):
        topic = edition.topics[place]
        for number, page in enumerate(topic.pages, 1):
            title = f"{topic.title} · Pagina {number} van {len(topic.pages)}"
            sheet = next(one for one in reviewing.pages if title in one)
            part = sheet.split(title)[1].split(" · Pagina ")[0]
            said = [page.heading.text, page.slide, page.notes]
            said += [sentence.text for sentence in page.sentences()]
            assert [text for text in said if flat(text) not in part] == []
            assert [name for name in page.claims if f"{name} ·" not in part] == []
            assert "Naam" in part
            assert "Datum" in part
            # Words on the screen, slide line, notes, and the whole.
            assert part.count("akkoord") == part.count("wijzigen") == 4


def test_kernels_and_answers_are_there_with_what_they_rest_on(
    reviewing: Handout, pack: Pack
) -> None:
    edition = pack.edition("nl")
    for place in range(len(edition.topics)):
        topic = edition.topics[place]
        sheet = next(one for one in reviewing.pages if f"Kaart: {topic.title}" in one)
        said = [topic.kernel_text, *topic.questions, *(part.text for part in topic.action)]
        assert [text for text in said if flat(text) not in sheet] == []
        assert [name for name in topic.pages[0].claims if f"{name} ·" not in sheet] == []
        assert topic.image is None or flat(f"Beeld: {topic.image.alt}") in sheet
    for question in edition.questions:
        for option in question.options:
            why = " ".join(sentence.text for sentence in option.why)
            basis = (
                f"Juist · Steunt op {', '.join(option.claims)}"
                if option.correct
                else f"Niet juist · Tegengesproken door {option.against}"
            )
            at = reviewing.text.index(flat(f"{option.text}: {why}"))
            assert basis in reviewing.text[at - 120 : at]


def test_bookmarks_have_pages_below_their_topic(reviewing: Handout, pack: Pack) -> None:
    marks = reviewing.outline()
    topic = pack.edition("nl").topics[0]
    at = next(n for n, (_, title, _) in enumerate(marks) if title == f"Kaart: {topic.title}")
    below = marks[at + 1 : at + 1 + len(topic.pages)]
    assert marks[at][0] == 0
    assert [level for level, _, _ in below] == [1] * len(topic.pages)
    assert {title for level, title, _ in marks if not level} >= {"Quiz", "Moeilijke woorden"}


def test_each_wish_has_its_words_claims_and_a_box(reviewing: Handout, pack: Pack) -> None:
    activities = pack.edition("nl").activities
    assert activities is not None
    for wish in activities.wishes:
        # The outline leads to the sheet: labels stand on no other.
        sheet = next(page for _, title, page in reviewing.outline() if title == wish.label)
        text = " ".join(reviewing.pages[sheet : sheet + 2])
        for advice in wish.advice:
            why = " ".join(sentence.text for sentence in advice.why)
            assert flat(f"{advice.activity.name.text}: {why}") in text
            for name in advice.claims:
                assert f"{name} · {STRENGTHS['advice']}" in text
        assert "Handtekening" in text
    care = activities.care
    assert flat(" ".join(sentence.text for sentence in care.text)) in reviewing.text
