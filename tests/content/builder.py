"""A small pack without a single problem, for tests to spoil."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.content.packs import check
from kiosk.problems import Problem

MANIFEST = """\
schema = 1
id = "proef"
version = "1.0"
languages = ["nl"]

[title]
nl = "Proef"

[subtitle]
nl = "Een korte proef"

[notice]
nl = "Dit is een proef."

[source]
title = "Een artikel"
author = "Een arts"
organisation = "Een huis"
year = 2024

[review.nl]
reviewed_by = "Een arts"
reviewed_on = 2026-01-02
review_by = "2028-01-02"
text_hash = "HASH"
"""

TOPIC = """\
+++
id = "een"
title = "Een kaart"
icon = "mdi6.run"
kernel = "Bewegen doet goed. Dat is fijn."
action = "Vraag het na."
questions = ["Mag ik zwemmen?"]
+++
# Bewegen doet goed

Bewegen doet **goed**. Dat is fijn.

- Zwem wat.
- Loop wat.

Slide: Bewegen doet goed.
Notes: Zeg het rustig.
En kijk rond.

---
# Nog een blad

Hier staat nog wat.
"""

QUIZ = """\
[[question]]
id = "q1"
topic = "een"
ask = "Wat doet goed?"

[[question.option]]
text = "Bewegen"
correct = true
why = "Ja, want op de kaart staat dat bewegen goed doet."

[[question.option]]
text = "Stil zitten"
correct = false
why = "Nee, want op de kaart staat dat bewegen goed doet."
"""

CLAIMS = """\
schema = 1

[[claim]]
id = "C01"
part = "Deel"
lines = "1-2"
strength = "people"
hedge = "kan"
text = "Exercise may help people with MS."
"""


class FakeProbe:
    """Knows every icon but one, every letter but one, and every picture but one."""

    def __init__(self) -> None:
        self.looked_at: list[str] = []

    def picture(self, path: Path) -> str | None:
        self.looked_at.append(path.name)
        return "is broken" if path.stem == "stuk" else None

    def missing_characters(self, text: str) -> str:
        return "→" if "→" in text else ""

    def has_icon(self, name: str) -> bool:
        return name.startswith("mdi6.") and name != "mdi6.nope"


def text_hash(problems: list[Problem], language: str) -> str:
    """The hash that the checker names for a broken seal; empty where none is broken."""
    for problem in problems:
        if "seal is broken" in problem.what and f" {language} " in problem.what:
            return problem.to_do.split('"')[1]
    return ""


@cache
def clean_hash() -> str:
    """The hash of the clean pack, asked for once: hundreds of tests begin with that pack."""
    with TemporaryDirectory() as made:
        files = {"pack.toml": MANIFEST, "nl/topics/10-een.md": TOPIC, "nl/quiz.toml": QUIZ}
        for name, content in files.items():
            path = Path(made) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        return text_hash(check(Path(made), FakeProbe()), "nl")


class PackFolder:
    """A pack on the disk; `clean` when it is made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("nl/topics/10-een.md", TOPIC)
        self.write("nl/quiz.toml", QUIZ)
        self.write("pack.toml", MANIFEST.replace("HASH", clean_hash()))

    def path(self, name: str) -> Path:
        return self.folder / name

    def write(self, name: str, content: str | bytes) -> None:
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def read(self, name: str) -> str:
        return self.path(name).read_text("utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text, f"{old!r} does not stand in {name}"
        self.write(name, text.replace(old, new, 1))

    def seal(self, language: str = "nl") -> None:
        """Writes the hash that the checker names into the review."""
        found = text_hash(self.problems(), language)
        if found:
            old = self.read("pack.toml").split(f"[review.{language}]")[1]
            old = old.split('text_hash = "')[1].split('"')[0]
            self.replace("pack.toml", old, found)

    def add_picture(self, name: str = "images/beeld.png", width: int = 8, height: int = 8) -> None:
        self.write(name, png(width, height))

    def add_claims(self) -> None:
        """A claim, and words that carry it wherever it must be carried."""
        said = "Bewegen kan goed doen voor mensen met MS."
        self.write("claims.toml", CLAIMS)
        self.write(
            "nl/topics/10-een.md",
            TOPIC.replace("Bewegen doet goed. Dat is fijn.", said)
            .replace("Bewegen doet **goed**. Dat is fijn.", said)
            .replace("Slide: Bewegen doet goed.", f"Claims: C01\nSlide: {said}")
            .replace("Zeg het rustig.", said)
            .replace("Hier staat nog wat.\n", f"{said}\n\nClaims: C01\n"),
        )
        why = "Bewegen kan goed doen voor mensen met MS, zegt men."
        self.write(
            "nl/quiz.toml",
            QUIZ.replace(
                'Ja, want op de kaart staat dat bewegen goed doet."', f'{why}"\nclaims = ["C01"]'
            ).replace(
                'Nee, want op de kaart staat dat bewegen goed doet."', f'{why}"\nagainst = "C01"'
            ),
        )
        self.seal()

    def add_language(self, language: str = "fr") -> None:
        """The same pack once more under another language's name."""
        manifest = self.read("pack.toml").replace('["nl"]', f'["nl", "{language}"]')
        for part in ("title", "subtitle", "notice"):
            manifest = manifest.replace(f"[{part}]\n", f'[{part}]\n{language} = "Essai {part}"\n')
        seal = manifest.split("[review.nl]")[1]
        self.write("pack.toml", f"{manifest}\n[review.{language}]{seal}")
        for path in sorted(self.path("nl").rglob("*.*")):
            name = path.relative_to(self.path("nl")).as_posix()
            self.write(f"{language}/{name}", path.read_bytes())
        self.seal(language)

    def problems(self) -> list[Problem]:
        return check(self.folder, FakeProbe())


def png(width: int, height: int) -> bytes:
    """A picture file of this size as its head says it; its pixels are empty."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", checksum)

    head = struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(min((width + 1) * height, 1_000_000)))
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
