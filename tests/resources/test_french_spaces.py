"""No French line begins with a colon or a question mark: the space before it does not break."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kiosk.paths import resources_folder
from kiosk.ui.strings import Strings

PACKS = "packs/*/fr"
OWN = resources_folder() / "strings/fr.toml"
FILES = sorted(
    [
        OWN,
        *resources_folder().glob(f"{PACKS}/*.toml"),
        *resources_folder().glob(f"{PACKS}/topics/*.md"),
    ]
)
# An ordinary space beside a sign that French keeps apart from its word, or none where one belongs.
LOOSE = re.compile(r"(?<=\S) [:;!?»]|« |\w[;!?»]|«\w")


def loose(text: str) -> list[str]:
    """Where the spaces of French may break or are missing, a few words each."""
    return [text[max(0, at.start() - 20) : at.end() + 5] for at in LOOSE.finditer(text)]


@pytest.mark.parametrize("words", ["Son : doux", "Et après ?", "« Lettres »", "Vraiment?"])
def test_a_space_that_may_break_is_found(words: str) -> None:
    assert loose(words)


def test_a_space_that_holds_is_left_alone() -> None:
    assert loose("Son\u00a0: doux. Et après\u202f? «\u00a0Lettres\u00a0»") == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_signs_stay_with_their_word(file: Path) -> None:
    lines = file.read_text("utf-8").splitlines()
    assert [bad for line in lines for bad in loose(line)] == []


def test_a_colon_that_the_program_sets_has_its_space_too() -> None:
    words = tomllib.loads(OWN.read_text("utf-8"))
    assert Strings.from_document("fr", words)("health.named", name="Contenu") == "Contenu\u00a0:"
