"""Whatever authors write, reading ends in problems or a pack; what is clean comes back whole."""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.packs import load
from kiosk.domain.pack import Topic
from kiosk.domain.text import plain, sentence_id
from kiosk.problems import has_errors
from tests.content.builder import CLAIMS, MANIFEST, QUIZ, TOPIC, FakeProbe, PackFolder

FILES = {
    "pack.toml": MANIFEST,
    "claims.toml": CLAIMS,
    "nl/topics/10-een.md": TOPIC,
    "nl/quiz.toml": QUIZ,
    "nl/glossary.toml": 'MRI = "Een foto."\n',
}

calmly = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow], database=None
)


@contextmanager
def folder() -> Generator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


@st.composite
def spoiled(draw: st.DrawFn, text: str) -> bytes:
    """The text of a good file with a piece cut out and another put in."""
    data = text.encode()
    begin = draw(st.integers(0, len(data)))
    end = draw(st.integers(begin, min(len(data), begin + 40)))
    piece = draw(
        st.one_of(
            st.binary(max_size=12),
            st.text(max_size=8).map(lambda text: text.encode("utf-8", "replace")),
            st.sampled_from(
                [
                    b"[",
                    b"]]",
                    b"{",
                    b'"""',
                    b"'",
                    b"\n---\n",
                    b"+++",
                    b"\r",
                    b"**",
                    b"<b>",
                    b"![",
                    b"](",
                    b"\n> ",
                    b"\n1. ",
                    b"Notes:",
                    b"Claims: C9\n",
                    b"\x00",
                    b"= 1\n",
                    b"a.b = 1\n",
                    b"[[question]]\n",
                    b"\n# ",
                    b"    ",
                ]
            ),
        )
    )
    return data[:begin] + piece + data[end:]


contents = st.sampled_from(sorted(FILES)).flatmap(
    lambda name: st.tuples(
        st.just(name),
        st.one_of(st.binary(max_size=300), spoiled(FILES[name]), spoiled(FILES[name])),
    )
)


@calmly
@given(contents, st.booleans())
def test_any_bytes_end_in_problems_or_a_pack(content: tuple[str, bytes], claims: bool) -> None:
    with folder() as place:
        pack = PackFolder(place / "pack")
        if claims:
            pack.add_claims()
        pack.write(*content)
        loaded = load(pack.folder, place / "store", FakeProbe)
        again = load(pack.folder, place / "store", FakeProbe)
        problems = pack.problems()
        assert list(loaded.problems) == list(again.problems) == problems
        assert (loaded.pack is None) == has_errors(problems)
        assert (again.pack is None) == has_errors(problems)
        assert len(problems) == len(set(problems))
        assert problems == sorted(problems, key=lambda problem: (problem.file, problem.line))
        for problem in problems:
            assert problem.what.isprintable()
            assert problem.to_do.isprintable()
            assert problem.line <= content[1].count(b"\n") + content[1].count(b"\r") + 60


WORD = st.text(alphabet="abcdeéëiïmnorstuz", min_size=1, max_size=6).map(plain)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence of up to six words; none ends like an abbreviation, which ends no sentence."""
    last = draw(WORD.filter(lambda word: word not in {"ca", "dr", "enz", "m", "mr", "nr"}))
    words = [*draw(st.lists(WORD, max_size=5)), last]
    return " ".join(words).capitalize() + draw(st.sampled_from(".!?"))


SENTENCE = sentences()
HEADING = st.lists(WORD, min_size=1, max_size=4).map(" ".join)


class PageMade(NamedTuple):
    """A page as its author thinks of it."""

    heading: str
    paragraph: list[str]
    bullets: list[str]
    notes: str

    def markdown(self) -> str:
        lines = [f"# {self.heading}", "", " ".join(self.paragraph), ""]
        lines += [f"- {bullet}" for bullet in self.bullets]
        return "\n".join([*lines, "", f"Notes: {self.notes}", ""])


PAGE = st.builds(
    PageMade,
    HEADING,
    st.lists(SENTENCE, min_size=1, max_size=3),
    st.lists(SENTENCE, max_size=2),
    SENTENCE,
)


def topic_of(pages: list[PageMade], kernel: str = "Een kern.") -> str:
    head = TOPIC[: TOPIC.index("# Bewegen")].replace("Bewegen doet goed. Dat is fijn.", kernel)
    return head + "---\n".join(page.markdown() for page in pages)


def read(pack: PackFolder, store: Path | None) -> Topic:
    loaded = load(pack.folder, store, FakeProbe)
    assert loaded.pack is not None, loaded.problems
    return loaded.pack.edition("nl").topics[0]


@calmly
@given(st.lists(PAGE, min_size=1, max_size=4), SENTENCE)
def test_what_an_author_writes_comes_back_whole(pages: list[PageMade], kernel: str) -> None:
    with folder() as place:
        pack = PackFolder(place / "pack")
        pack.write("nl/topics/10-een.md", topic_of(pages, kernel))
        first = read(pack, place / "store")
        assert read(pack, place / "store") == first == read(pack, None)
        assert [page.heading.text for page in first.pages] == [page.heading for page in pages]
        for page, made in zip(first.pages, pages, strict=True):
            texts = [[sentence.text for sentence in block.sentences] for block in page.blocks]
            assert texts == [made.paragraph, *([bullet] for bullet in made.bullets)]
            assert page.notes == made.notes
        assert first.kernel_text == kernel


@calmly
@given(st.lists(PAGE, min_size=2, max_size=4))
def test_a_sentence_keeps_its_id_when_pages_move(pages: list[PageMade]) -> None:
    moved = list(reversed(pages))
    with folder() as place:
        pack = PackFolder(place / "pack")
        ids: list[dict[str, str]] = []
        for version in (pages, moved, pages[:1]):
            pack.write("nl/topics/10-een.md", topic_of(version))
            topic = read(pack, None)
            sentences = [sentence for page in topic.pages for sentence in page.sentences()]
            assert len({sentence.id for sentence in sentences}) == len(sentences)
            ids.append({s.text: s.id for s in reversed(sentences)})
        assert ids[0] == ids[1]
        for text, name in ids[2].items():
            assert ids[0][text] == name == sentence_id(text)
