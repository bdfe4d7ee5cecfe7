"""Loads what the kiosk brings along: themes, words, fonts, and says what is broken of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.content.cache import compiled
from kiosk.paths import resource, resources_folder
from kiosk.problems import Problem
from kiosk.ui.strings import Strings
from kiosk.ui.theme.drawings import Drawings
from kiosk.ui.theme.fonts import Fonts
from kiosk.ui.theme.icons import Icons
from kiosk.ui.theme.look import Keyboard, Kit
from kiosk.ui.theme.theme import Theme

# The language of the interface where it does not speak the pack's.
DEFAULT = "nl"


class Bundle:
    """The bundled resources, each read when it is first needed. Collects `problems` for staff."""

    def __init__(self, store: Path | None) -> None:
        self._store = store
        self._strings: dict[str, Strings] = {}
        self._files = {
            file.stem: file for file in sorted(resources_folder().glob("strings/*.toml"))
        }
        self.problems: list[Problem] = []

    def kit(self, find_picture: Callable[[str], Path | None]) -> Kit:
        """What every look of a window shares."""
        fonts = Fonts(font_files())
        if not fonts.loaded:
            self._note("fonts", "a bundled font cannot be loaded", "let the program load fonts")
        light, dark = self._theme("light"), self._theme("dark")
        return Kit(fonts, Icons(), Drawings(find_picture), light, dark, Keyboard())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the interface."""
        return tuple(self._files)

    def strings(self, language: str) -> Strings:
        """The interface's words in a language (`nl_BE` falls back to `nl`), else in another."""
        short = language.replace("-", "_").split("_")[0]
        code = next((code for code in (language, short) if code in self._files), DEFAULT)
        made = self._strings.get(code)
        if made is None:
            file = self._files.get(code, resource(f"strings/{code}.toml"))
            document = self._document(f"strings-{code}", file)
            made = self._strings[code] = Strings.from_document(code, document)
        return made

    def _theme(self, name: str) -> Theme:
        file = resource(f"themes/{name}.toml")
        return Theme.from_document(name, self._document(f"theme-{name}", file))

    def _document(self, name: str, file: Path) -> object:
        def parse() -> object:
            import tomllib  # 23 ms that a later start does not pay (qt-facts.md section 7)

            return tomllib.loads(file.read_text(encoding="utf-8"))

        try:
            return compiled(name, [file], parse, self._store)
        except (OSError, ValueError, RecursionError) as error:
            self._note(str(file.name), f"cannot be read ({error})", "install the program again")
            return {}

    def _note(self, file: str, what: str, to_do: str) -> None:
        problem = Problem(file, 0, "error", what, to_do)
        if problem not in self.problems:
            self.problems.append(problem)


def font_files() -> list[Path]:
    """The font files of the kiosk, in the weights that it uses."""
    return sorted(resource("fonts").glob("*.ttf"))
