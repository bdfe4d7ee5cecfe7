"""Texts that are huge, no text, or made to hurt parsers: a clear problem in bounded time."""

from __future__ import annotations

import tracemalloc

import pytest

from kiosk.content.packs import load
from tests.content.builder import QUIZ, TOPIC, FakeProbe, PackFolder
from tests.content.hostile_support import QUIZ_FILE, TOPIC_FILE, bounded, refused


def test_a_manifest_of_60_megabytes_is_not_read(pack: PackFolder) -> None:
    with pack.path("pack.toml").open("wb") as file:
        file.truncate(60_000_000)
    tracemalloc.start()
    refused(pack, "pack.toml", "larger than 1000 kB")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12_000_000


@pytest.mark.parametrize("name", [TOPIC_FILE, QUIZ_FILE, "claims.toml", "nl/glossary.toml"])
def test_a_text_of_60_megabytes_is_not_read(pack: PackFolder, name: str) -> None:
    with pack.path(name).open("wb") as file:
        file.truncate(60_000_000)
    refused(pack, name, "larger than 256 kB", 0)


@pytest.mark.parametrize("number", ["0x" + "f" * 5000, "-0X" + "f" * 5000, "9" * 5000])
@pytest.mark.parametrize("old", ["schema = 1", "year = 2024"])
def test_a_number_that_python_will_not_write_out(pack: PackFolder, old: str, number: str) -> None:
    pack.replace("pack.toml", old, f"{old.split()[0]} = {number}")
    refused(pack, "pack.toml", "not TOML" if "X" in number else "a number is far too long")


@pytest.mark.parametrize(
    "name", ["pack.toml", TOPIC_FILE, QUIZ_FILE, "claims.toml", "nl/glossary.toml"]
)
@pytest.mark.parametrize(
    ("data", "what"),
    [
        (bytes(range(256)) * 40, "is not UTF-8 text"),
        (b"a = 1\n\xe9\n", "is not UTF-8 text"),
        (b"\xff\xfea\x00", "is not UTF-8 text"),
        (b"a = " + b"[" * 100_000, ""),
        (b"a = " + b"[" * 50_000 + b"]" * 50_000, ""),
        (b"a" + b".a" * 60_000 + b" = 1", ""),
        (b"a = " + b"{b=" * 30_000, ""),
        (b"[" * 100_000, ""),
        (b"[[" + b"a." * 50_000 + b"a]]", ""),
        (b"a = " + b"9" * 200_000, ""),
        (b'a = """' + b"x" * 200_000, ""),
        (b"'" * 200_001, ""),
        (b'"\\' * 100_000, ""),
        (b"\x00" * 1000, ""),
        (b"", ""),
    ],
    ids=lambda value: "" if isinstance(value, str) else str(value[:8]),
)
def test_bytes_that_are_no_toml(pack: PackFolder, name: str, data: bytes, what: str) -> None:
    pack.write(name, data)
    if data or name != "nl/glossary.toml":
        refused(pack, name, what)


def front(rest: str) -> str:
    return TOPIC[: TOPIC.index("# Bewegen")] + rest


@pytest.mark.parametrize(
    "rest",
    [
        "# Kop\n\n" + "[" * 100_000,
        "# Kop\n\n" + "![" * 50_000,
        "# Kop\n\n" + "[" * 2_900 + "](" * 2_900,
        "# Kop\n\n" + "![a](" * 1_100,
        "# Kop\n\n" + "*" * 5_000,
        "# Kop\n\n" + "**a " * 1_400,
        "# Kop\n\n" + "_a*" * 1_900,
        "# Kop\n\n" + "`" * 5_900,
        "# Kop\n\n" + "<" * 5_900,
        "# Kop\n\n" + "&" * 5_900,
        "# Kop\n\n" + "> " * 2_900 + "a",
        "# Kop\n\n" + "- " * 2_900 + "a",
        "# Kop\n\n" + "".join(f"{' ' * (2 * n)}- a\n" for n in range(70)),
        "# Kop\n\n" + "|" * 2_900 + "\n" + "|-" * 1_400,
        "# Kop\n\n" + "\\" * 5_900,
        "# Kop\n\n" + "<!--" * 1_400,
        "# Kop\n\n" + "a\n" * 2_900,
        "---\n" * 60_000,
        "# Kop\n\na\n---\n" * 20_000,
        "Notes:\n" * 30_000,
        "# Kop\n\nClaims: " + "C1," * 80_000,
        "# Kop\n\nSlide: " + "a" * 200_000,
        "# Kop\n\n" + "#" * 5_000,
    ],
    ids=range(23),
)
def test_markdown_that_hurts_parsers(pack: PackFolder, rest: str) -> None:
    pack.add_claims()
    pack.write(TOPIC_FILE, front(rest))
    refused(pack, TOPIC_FILE, "")


def test_front_matter_that_never_closes(pack: PackFolder) -> None:
    pack.write(TOPIC_FILE, "+++\n" + "a = 1\n" * 40_000)
    refused(pack, TOPIC_FILE, "never closes", 1)


def test_a_byte_order_mark_and_windows_line_ends_are_fine(pack: PackFolder) -> None:
    for name in ("pack.toml", TOPIC_FILE, QUIZ_FILE):
        text = pack.read(name).replace("\n", "\r\n")
        pack.write(name, b"\xef\xbb\xbf" + text.encode())
    assert pack.problems() == []
    pack.replace(TOPIC_FILE, "- Zwem wat.", "- *Zwem* wat.")
    assert refused(pack, TOPIC_FILE, "italics").line == 13


def test_letters_as_a_mac_writes_them_are_one_character(pack: PackFolder) -> None:
    pack.replace(TOPIC_FILE, "Een kaart", "E\u0301e\u0301n")
    loaded = load(pack.folder, None, FakeProbe).pack
    assert loaded is not None
    assert loaded.edition("nl").topics[0].title == "\u00c9\u00e9n"


def test_many_problems_in_many_files_stay_a_list_to_read(pack: PackFolder) -> None:
    topic = TOPIC.replace("mdi6.run", "mdi6.nope").replace("- Zwem", "- <b>x</b>\n" * 45)
    for number in range(100):
        text = topic.replace('"een"', f'"een{number}"')
        pack.write(f"nl/topics/{number:03}.md", text.replace("icon =", f"k{number} = 1\nicon ="))
    with bounded(30):
        found = pack.problems()
    assert len(found) <= 2_001
    assert found[-1].what.startswith("and ")
    assert found[-1].severity == "error"


def test_ten_thousand_missing_pictures_take_no_time(pack: PackFolder) -> None:
    questions = [
        QUIZ.replace('"q1"', f'"q{n}"').replace("ask =", f'image = "images/{n}.png"\nask =')
        for n in range(500)
    ]
    pack.write(QUIZ_FILE, "\n".join(questions))
    refused(pack, QUIZ_FILE, "there is no file")
