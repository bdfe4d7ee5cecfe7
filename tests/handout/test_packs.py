"""Whatever pack the checker lets through becomes a whole handout, in every form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.content.packs import load
from kiosk.domain.pack import Review
from kiosk.host.probe import QtProbe
from tests.content.builder import TOPIC, PackFolder
from tests.handout.support import Handout, ink, made
from tests.ui.support.packs import Texts, make_pack, make_question, make_topic, pack_of

if TYPE_CHECKING:
    from kiosk.domain.pack import Pack
    from kiosk.handout.job import Form
    from kiosk.handout.writing import Kit

FORMS: tuple[Form, ...] = ("pages", "slides", "review")
NOWHERE = Path("/nonexistent")


@pytest.fixture
def folder(tmp_path: Path) -> PackFolder:
    return PackFolder(tmp_path / "pack")


def of_folder(kit: Kit, pack: PackFolder, form: Form = "pages", language: str = "") -> Handout:
    loaded = load(pack.folder, None, QtProbe)
    assert loaded.pack is not None, loaded.problems
    try:
        return made(kit, loaded.pack, pack.folder, form, language)
    finally:
        loaded.close()


def within(handout: Handout) -> bool:
    """Whether every page keeps its margins."""
    for picture in handout.pictures(1):
        if ink(picture, 0, 0, 10, 297) or ink(picture, 200, 0, 210, 297):
            return False
        if ink(picture, 0, 0, 210, 10) or ink(picture, 0, 287, 210, 297):
            return False
    return True


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("topics", "questions"), [(1, 0), (1, 1), (12, 12)])
def test_few_and_many(kit: Kit, topics: int, questions: int, form: Form) -> None:
    found = made(kit, pack_of(topics, questions), NOWHERE, form)
    assert f"Bladzijde {len(found.pages)} van {len(found.pages)}" in found.pages[-1]
    assert found.text.count("Rustig begin") >= topics
    assert ("Quiz" in {title for _, title, _ in found.outline()}) == (
        bool(questions) and form != "slides"
    )
    assert within(found)


@pytest.mark.parametrize("form", FORMS)
def test_texts_of_any_length_are_all_there(kit: Kit, form: Form) -> None:
    words = [f"woord{number}" for number in range(4000)]
    topic = make_topic(1)
    page = topic.pages[0]._replace(notes=" ".join(words))
    pack = make_pack([topic._replace(pages=(page, *topic.pages[1:]))])
    found = made(kit, pack, NOWHERE, form)
    if form == "pages":
        assert "woord7 " not in found.text, "notes are for whoever speaks"
        return
    copied = found.copied().split()
    assert [word for word in copied if word.startswith("woord") and word != "woorden"] == words
    assert within(found)


def test_words_longer_than_a_line_break(kit: Kit) -> None:
    long = "Aa" + "moeilijk" * 30
    texts = Texts(pages=((long, (long, f"- {long}")),), action=long, kernel=long)
    pack = make_pack([make_topic(1, texts, title=long)], [make_question(1, "kaart-1")])
    for form in FORMS:
        found = made(kit, pack, NOWHERE, form)
        assert long in found.text.replace(" ", "").replace("-", "")
        first = next(line for line in found.lines() if line.startswith("Aamoei"))
        assert first.endswith("-")
        assert within(found)


def test_a_title_with_soft_hyphens_is_searched_without(kit: Kit) -> None:
    found = made(kit, make_pack([make_topic(1, title="Bewe\u00adging")]), NOWHERE)
    assert "Beweging" in found.text
    assert [title for _, title, _ in found.outline()][1] == "Beweging"


def test_a_missing_picture_costs_the_picture(kit: Kit) -> None:
    with_it = made(kit, make_pack([make_topic(1, Texts(picture="images/no.svg"))]), NOWHERE)
    without = made(kit, make_pack([make_topic(1)]), NOWHERE)
    assert with_it.pages == without.pages


@pytest.mark.parametrize("size", [(3000, 200), (200, 3000), (4, 4)])
def test_photographs_of_any_shape_stay_inside(
    kit: Kit, folder: PackFolder, size: tuple[int, int]
) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(90, 20, 20))
    folder.path("images").mkdir()
    image.save(str(folder.path("images/beeld.png")))
    told = 'image = "images/beeld.png"\nalt = "Een beeld."\nkernel'
    shown = TOPIC.replace("kernel", told, 1)
    shown = shown.replace("- Zwem wat.", "![Een beeld.](images/beeld.png)\n\n- Zwem wat.")
    folder.write("nl/topics/10-een.md", shown)
    for form in FORMS:
        found = of_folder(kit, folder, form)
        assert within(found)
        sides = found.images()
        assert sides
        assert max(sides) < 1000, "finer than a printer shows"


def test_another_language_says_so(kit: Kit, folder: PackFolder) -> None:
    folder.add_language("fr")
    found = of_folder(kit, folder, language="fr")
    assert found.language == "fr"
    assert found.facts["/Title"] == "Essai title"
    assert "22 novembre 2026" in found.text


def test_who_reviewed_it_and_that_it_was_too_long_ago(kit: Kit) -> None:
    review = Review("Dr. Iemand", "2025-01-05", "2026-01-05", "x")
    found = made(kit, make_pack([make_topic(1)], review=review), NOWHERE)
    said = "Nagekeken door Dr. Iemand op 5 januari 2025."
    assert all(said in page for page in found.pages)
    assert all("Opnieuw na te kijken sinds 5 januari 2026" in page for page in found.pages)
    fresh = review._replace(review_by="2027-01-05")
    again = made(kit, make_pack([make_topic(1)], review=fresh), NOWHERE)
    assert "Opnieuw" not in again.text


def test_a_pack_without_source_or_claims(kit: Kit) -> None:
    pack: Pack = pack_of(1, 1)._replace(source=None)
    for form in FORMS:
        found = made(kit, pack, NOWHERE, form)
        assert "Bron:" not in found.text
    # What it names is asked for, though nobody knows what it says.
    assert "C00" in made(kit, pack, NOWHERE, "review").text


def test_bold_words_and_bullets(kit: Kit, folder: PackFolder) -> None:
    found = of_folder(kit, folder)
    assert "Bewegen doet goed. Dat is fijn. • Zwem wat. • Loop wat." in found.copied()
    assert any("SemiBold" in name for name, _ in found.fonts())
