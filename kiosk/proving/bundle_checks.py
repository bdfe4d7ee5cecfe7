"""Checks what the kiosk brings along: packs, themes, fonts and words."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from PySide6.QtGui import QColor, QRawFont

from kiosk.bundle import DEFAULT, font_files
from kiosk.commands.checking import bundled_packs
from kiosk.content.packs import check, load
from kiosk.content.probe import Probe
from kiosk.paths import resources_folder
from kiosk.ui.strings import Strings
from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG, Fonts
from kiosk.ui.theme.theme import ACCENT

THEMES = ("light", "dark")

Document = Mapping[str, Mapping[str, str]]


class Check(NamedTuple):
    """What was looked at, what is wrong with it, and a remark for when nothing is.

    `notes` are worth knowing and no failure.
    """

    name: str
    problems: tuple[str, ...]
    remark: str = ""
    notes: tuple[str, ...] = ()


def pack_checks(make_probe: Callable[[], Probe]) -> Iterator[Check]:
    """Each bundled pack: read, checked and opened."""
    folders = bundled_packs()
    if not folders:
        yield Check("packs", ("no pack is bundled",))
    for folder in folders:
        name = f"pack {folder.name}"
        found = check(folder, make_probe())
        errors = tuple(str(problem) for problem in found if problem.severity == "error")
        if errors:
            yield Check(name, errors)
            continue
        loaded = load(folder, None, make_probe)
        if loaded.pack is None:
            yield Check(name, ("cannot be opened",))
        else:
            editions = loaded.pack.editions.values()
            counts = [
                f"{edition.language}: {len(edition.topics)} topics, "
                f"{len(edition.questions)} questions"
                for edition in editions
            ]
            yield Check(name, (), "; ".join([*counts, f"{len(found)} warnings"]))
        loaded.close()


def read_themes(folder: Path) -> tuple[dict[str, Document], Iterator[Check]]:
    """Both themes as they stand in their files, and what is wrong with them."""
    themes: dict[str, Document] = {}
    broken: dict[str, str] = {}
    for name in THEMES:
        try:
            themes[name] = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            broken[name] = str(error)
    return themes, _theme_checks(themes, broken)


def _theme_checks(themes: Mapping[str, Document], broken: Mapping[str, str]) -> Iterator[Check]:
    for name in THEMES:
        if name in broken:
            yield Check(f"theme {name}", (f"cannot be read ({broken[name]})",))
            continue
        found: list[str] = []
        for table in sorted({table for theme in themes.values() for table in theme}):
            known = {key for theme in themes.values() for key in theme.get(table, {})}
            there = themes[name].get(table, {})
            found.extend(f"{table} has no {key}" for key in sorted(known - set(there)))
            found.extend(
                f"{table}.{key} is no colour: {value!r}"
                for key, value in there.items()
                if value != ACCENT and not QColor.isValidColorName(str(value))
            )
        roles = len(themes[name].get("roles", {}))
        if not roles:
            found.append("has no roles")
        yield Check(f"theme {name}", tuple(found), f"{roles} roles")


def font_check(files: list[Path]) -> Check:
    """The bundled family in its three weights, as Qt draws it."""
    fonts = Fonts(files)
    found = [] if fonts.loaded and files else ["a font file cannot be loaded"]
    families: set[str] = set()
    for weight in (REGULAR, STRONG, HEAVY):
        raw = QRawFont.fromFont(fonts.font(100, weight))
        families.add(raw.familyName())
        if raw.weight() != weight:
            found.append(f"weight {weight} is drawn as {raw.weight()} of {raw.familyName()}")
    if len(families) > 1:
        found.append(f"the weights come from several families: {', '.join(sorted(families))}")
    return Check("fonts", tuple(found), f"{', '.join(families)} in 3 weights")


def bundled_font_check() -> Check:
    """The same for the files of this program."""
    return font_check(font_files())


def string_checks(folder: Path) -> Iterator[Check]:
    """Each language's words against those of the reference language."""
    files = {file.stem: file for file in sorted(folder.glob("*.toml"))}
    words = {code: _words(code, file) for code, file in files.items()}
    reference = words.get(DEFAULT)
    if not isinstance(reference, Strings):
        yield Check(f"strings {DEFAULT}", (reference or "the file is not there",))
        return
    for code, found in words.items():
        if isinstance(found, Strings):
            problems = tuple(_string_problems(found, reference))
            yield Check(f"strings {code}", problems, f"{len(found.keys)} texts")
        elif code != DEFAULT:
            yield Check(f"strings {code}", (found,))


def _words(code: str, file: Path) -> Strings | str:
    """The words of a file, or what is wrong with it."""
    try:
        return Strings.from_document(code, tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        return f"cannot be read ({error})"


def _string_problems(words: Strings, reference: Strings) -> Iterator[str]:
    for key in sorted(reference.keys - words.keys):
        yield f"no {key}"
    for key in sorted(words.keys - reference.keys):
        yield f"{key} is not in {reference.language}.toml"
    for key in sorted(words.keys):
        text = words(key)
        if not text.strip():
            yield f"{key} is empty"
        elif key in reference and _places(text) != _places(reference(key)):
            yield f"{key} fills in {sorted(_places(text))}, not {sorted(_places(reference(key)))}"


def _places(text: str) -> set[str]:
    """The names between braces."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}


def themes_folder() -> Path:
    """Where the themes are."""
    return resources_folder() / "themes"


def strings_folder() -> Path:
    """Where the words of the interface are."""
    return resources_folder() / "strings"
