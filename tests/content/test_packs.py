"""A pack on the disk becomes a pack of the domain; one with errors becomes its problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content import packs
from kiosk.content.packs import fresh, load
from tests.content.builder import FakeProbe, PackFolder
from tests.content.index_support import TOPIC, everything, first_topic, never


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_without_a_store_the_same_pack_comes(pack: PackFolder, store: Path) -> None:
    stored = load(pack.folder, store, FakeProbe)
    alone = load(pack.folder, None, FakeProbe)
    assert alone.compiled
    assert everything(alone.pack) == everything(stored.pack)


def test_what_a_pack_says_stands_in_the_domain(pack: PackFolder) -> None:
    pack.add_picture()
    pack.replace(TOPIC, "icon =", 'image = "images/beeld.png"\nalt = "Een beeld."\nicon =')
    loaded = load(pack.folder, None, FakeProbe).pack
    assert loaded is not None
    assert (loaded.id, loaded.version, loaded.languages) == ("proef", "1.0", ("nl",))
    assert loaded.source == ("Een artikel", "Een arts", "Een huis", "2024")
    edition = loaded.edition("nl_BE")
    assert (edition.title, edition.subtitle) == ("Proef", "Een korte proef")
    assert edition.notice == "Dit is een proef."
    (topic,) = (edition.topics[0],)
    assert (topic.id, topic.title, topic.icon) == ("een", "Een kaart", "mdi6.run")
    assert topic.image == ("images/beeld.png", "Een beeld.")
    assert (topic.minutes, topic.accent, topic.loop) == (1, "petrol", True)
    assert [sentence.text for sentence in topic.kernel] == ["Bewegen doet goed.", "Dat is fijn."]
    assert [sentence.text for sentence in topic.action] == ["Vraag het na."]
    assert topic.questions == ("Mag ik zwemmen?",)
    page, last = topic.pages
    assert page.heading.text == "Bewegen doet goed"
    assert [block.kind for block in page.blocks] == ["paragraph", "bullet", "bullet"]
    assert page.blocks[0].sentences[0].runs == (
        ("Bewegen doet ", False),
        ("goed", True),
        (".", False),
    )
    assert page.slide == "Bewegen doet goed."
    assert page.notes == "Zeg het rustig. En kijk rond."
    assert (last.slide, last.notes, last.claims) == ("", "", ())
    (question,) = edition.questions
    assert (question.id, question.topic, question.ask.text) == ("q1", "een", "Wat doet goed?")
    assert question.right.text == "Bewegen"
    assert edition.glossary == {}


def test_sentences_on_pages_keep_the_plain_id(pack: PackFolder) -> None:
    topic = first_topic(load(pack.folder, None, FakeProbe))
    body = [sentence for page in topic.pages for sentence in page.sentences()]
    assert body[0].text == topic.kernel[0].text
    assert "-" not in body[0].id
    assert topic.kernel[0].id == f"{body[0].id}-2"


def test_a_seal_that_holds_is_a_review(pack: PackFolder) -> None:
    loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is not None
    review = loaded.pack.edition("nl").review
    assert review is not None
    assert (review.reviewed_by, review.reviewed_on) == ("Een arts", "2026-01-02")
    assert review.review_by == "2028-01-02"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (TOPIC, "Hier staat nog wat.", "Hier staat nog iets."),
        (TOPIC, "# Nog een blad", "# Nog een vel"),
        (TOPIC, "Vraag het na.", "Vraag het aan."),
        (TOPIC, "En kijk rond.", "En kijk om."),
        ("nl/quiz.toml", "Stil zitten", "Stil staan"),
        ("pack.toml", "Dit is een proef.", "Dit is geen proef."),
    ],
)
def test_a_word_that_changes_breaks_the_seal(
    pack: PackFolder, file: str, old: str, new: str
) -> None:
    pack.replace(file, old, new)
    loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is not None
    assert loaded.pack.edition("nl").review is None
    (problem,) = loaded.problems
    assert (problem.file, problem.severity) == ("pack.toml", "warning")
    assert "the seal is broken" in problem.what


def test_a_review_without_a_seal_does_not_count_and_is_told_its_hash(pack: PackFolder) -> None:
    sealed = pack.path("pack.toml").read_text("utf-8")
    line = next(row for row in sealed.splitlines() if row.startswith("text_hash"))
    pack.write("pack.toml", sealed.replace(f"{line}\n", ""))
    loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is not None
    assert loaded.pack.edition("nl").review is None
    (problem,) = loaded.problems
    assert (problem.file, problem.severity) == ("pack.toml", "warning")
    assert line in problem.to_do


def test_what_is_no_word_leaves_the_seal_whole(pack: PackFolder) -> None:
    pack.replace(TOPIC, "mdi6.run", "mdi6.walk")
    pack.replace(TOPIC, "Bewegen doet **goed**. Dat", "Bewegen doet\n**goed**.  Dat")
    loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is not None
    assert loaded.pack.edition("nl").review is not None


def test_a_pack_with_errors_is_none_now_and_later(pack: PackFolder, store: Path) -> None:
    pack.replace(TOPIC, "mdi6.run", "mdi6.nope")
    first = load(pack.folder, store, FakeProbe)
    second = load(pack.folder, store, never)
    for loaded in (first, second):
        assert loaded.pack is None
        assert [(p.file, p.line, p.severity) for p in loaded.problems] == [(TOPIC, 4, "error")]


@pytest.mark.parametrize("missing", ["folder", "file", "manifest"])
def test_what_is_no_pack_is_told(tmp_path: Path, store: Path, missing: str) -> None:
    folder = tmp_path / "nothing"
    if missing == "file":
        folder.write_text("x")
    if missing == "manifest":
        folder.mkdir()
    loaded = load(folder, store, FakeProbe)
    assert loaded.pack is None
    (problem,) = loaded.problems
    assert problem.severity == "error"


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "/".join(["x"] * 3000), "", "\udcff"])
def test_a_name_that_no_system_allows_is_told(store: Path, name: str) -> None:
    loaded = load(Path("/nowhere") / name, store, FakeProbe)
    assert loaded.pack is None
    assert [problem.severity for problem in loaded.problems] == ["error"]
    assert fresh(Path("/nowhere") / name, store) is None
    assert not packs.is_large(Path("/nowhere") / name)


def test_a_pack_with_an_odd_name_has_its_index(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / ("é\udcff " + "n" * 200)
    PackFolder(folder)
    load(folder, store, FakeProbe)
    again = load(folder, store, never)
    assert not again.compiled
    assert first_topic(again).title == "Een kaart"
