"""The lock: exact, hashed, complete, and free of anything about where packages come from."""

from __future__ import annotations

import re
import tomllib

import pytest

from tools.environment import LOCK, PURE_PACKAGES, ROOT, excerpt

TEXT = LOCK.read_text(encoding="utf-8")
ENTRIES = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", TEXT, re.MULTILINE))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _names(requirements: list[str]) -> dict[str, str]:
    """Map each canonical name to what follows it, from requirement lines."""
    found: dict[str, str] = {}
    for line in requirements:
        plain = line.split("#")[0].split(";")[0].strip()
        if match := re.fullmatch(r"([A-Za-z0-9_.-]+)(?:\[[a-z]+\])?(.*)", plain):
            found[_canonical(match[1])] = match[2]
    return found


def test_every_entry_has_a_version_and_hashes() -> None:
    for name in ENTRIES:
        entry = excerpt(TEXT, frozenset({name}))
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), name
    starts = re.findall(r"^[^\s#].*", TEXT, re.MULTILINE)
    assert len(starts) == len(ENTRIES), "a line that is neither an entry nor a comment"


def test_it_names_no_index() -> None:
    for path in ("requirements.lock", "requirements.in", "pyproject.toml"):
        text = (ROOT / path).read_text(encoding="utf-8")
        assert not re.search(r"://|--(extra-)?index|--find-links|--trusted", text), path


def test_it_holds_what_was_asked_for() -> None:
    asked = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    for name, version in _names(asked).items():
        assert name in ENTRIES
        if version:
            assert ENTRIES[name] == version.removeprefix("=="), name


def test_the_package_asks_for_what_is_locked() -> None:
    asked = (ROOT / "requirements.in").read_text(encoding="utf-8").split("# Development")[0]
    runtime = _names(asked.splitlines())
    assert _names(PROJECT["dependencies"]).keys() == runtime.keys()


def test_no_browser_engine() -> None:
    assert "pyside6" not in ENTRIES
    assert not any("webengine" in name for name in ENTRIES)


@pytest.mark.parametrize("name", sorted(PURE_PACKAGES))
def test_the_pure_environment_can_be_cut_out(name: str) -> None:
    assert excerpt(TEXT, frozenset({name})).startswith(f"{name}==")


def test_the_pure_environment_has_no_qt() -> None:
    assert not {name for name in PURE_PACKAGES if "qt" in name or "pyside" in name}


def test_an_excerpt_of_something_unknown_is_refused() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        excerpt(TEXT, frozenset({"nonsense"}))


def test_third_party_lists_every_library_that_ships() -> None:
    needed_by_those = {"shiboken6", "qtpy", "packaging", "mdurl"}
    text = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    for name in _names(PROJECT["dependencies"]).keys() | needed_by_those:
        assert re.search(rf"^\|[^|]*\b{re.escape(name)}\b", text, re.MULTILINE), name


def test_every_licence_text_that_is_named_is_there() -> None:
    text = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)h][^)]*)\)", text)
    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []
