"""The pages for people: what they point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.environment import ROOT

PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")})
CODE = re.compile(r"^```.*?^```|^ {4}.*?$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")


def _anchors(page: Path) -> set[str]:
    """Return the names of a page's headings, as a reader's browser makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        assert not anchor or anchor in _anchors(target), link


def test_the_readme_starts_the_kiosk_and_its_tests_with_one_command_each() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"^    \./dev run\b", text, re.MULTILINE)
    assert re.search(r"^    \./dev test\b", text, re.MULTILINE)


def test_the_readme_has_pictures_of_the_kiosk() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r'<img alt="[^"]+" src="(docs/pictures/[a-z-]+\.png)"', text))
    kept = {f"docs/pictures/{path.name}" for path in (ROOT / "docs" / "pictures").glob("*")}
    assert shown == kept


def test_the_readme_says_what_the_kiosk_is_not() -> None:
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert "It gives general information. It asks nothing about anyone's health" in text
