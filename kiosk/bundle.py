"""Loads what the kiosk brings along: themes, words, fonts, and says what is broken of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from kiosk.content.cache import compiled
from kiosk.paths import resource
from kiosk.problems import Problem
from kiosk.store.files import UnreadableFileError, read_small
from kiosk.ui.strings import Strings
from kiosk.ui.theme.drawings import Drawings
from kiosk.ui.theme.fonts import Fonts
from kiosk.ui.theme.icons import Icons
from kiosk.ui.theme.look import Keyboard, Kit
from kiosk.ui.theme.theme import Theme

# The language of the interface where it does not speak the pack's.
DEFAULT = "nl"

# Some hundred times what the files have; larger ones are no files of ours.
MOST_TEXT_BYTES = 1_000_000
MOST_FONT_BYTES = 20_000_000

# The weights of ui/theme/fonts.py, a file each.
WEIGHTS = 3

_TO_DO = "install the program again"


class Bundle:
    """The bundled resources, each read when it is first needed. Collects `problems` for staff.

    Whatever lies in their place (nothing, a link, a named pipe, a huge file) costs the look of
    the kiosk and nothing else.
    """

    def __init__(self, store: Path | None) -> None:
        self._store = store
        self._strings: dict[str, Strings] = {}
        self._languages = tuple(file.stem for file in _listed("strings", ".toml"))
        self.problems: list[Problem] = []
        self.noticed: Callable[[], None] | None = None
        """Called for a problem that comes to light later: a word that a screen asks for in vain."""

    def kit(self, find_picture: Callable[[str], Path | None]) -> Kit:
        """What every look of a window shares."""
        files = font_files()
        fonts = Fonts(files)
        if len(files) < WEIGHTS:
            self._note("fonts", f"{WEIGHTS - len(files)} of {WEIGHTS} fonts are not there", _TO_DO)
        elif not fonts.loaded:
            self._note("fonts", "a bundled font cannot be loaded", "let the program load fonts")
        light, dark = self._theme("light"), self._theme("dark")
        for theme in (light, dark):
            self._note_missing(theme, light.roles | dark.roles)
        return Kit(fonts, Icons(), Drawings(find_picture), light, dark, Keyboard())

    def plain_kit(self) -> Kit:
        """A kit that leans on no file: black on white, in the system's own letters."""
        drawings = Drawings(_no_picture)
        return Kit(Fonts(()), Icons(), drawings, Theme("light", {}), Theme("dark", {}), Keyboard())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the interface."""
        return self._languages

    def strings(self, language: str) -> Strings:
        """The interface's words in a language (`nl_BE` falls back to `nl`), else in another."""
        short = language.replace("-", "_").split("_")[0]
        code = next((code for code in (language, short) if code in self._languages), DEFAULT)
        made = self._strings.get(code)
        if made is None:
            document = self._document(f"strings-{code}", f"strings/{code}.toml")
            found = Strings.from_document(code, document)
            made = self._strings[code] = _Words(found, self._note_word)
            if not made.keys:
                self._note(f"strings/{code}.toml", "has no words", _TO_DO)
        return made

    def _note_word(self, language: str, key: str) -> None:
        known = len(self.problems)
        self._note(f"strings/{language}.toml", f"has no words for {key}", _TO_DO)
        if self.noticed is not None and len(self.problems) > known:
            self.noticed()

    def _theme(self, name: str) -> Theme:
        return Theme.from_document(name, self._document(f"theme-{name}", f"themes/{name}.toml"))

    def _note_missing(self, theme: Theme, roles: frozenset[str]) -> None:
        file = f"themes/{theme.name}.toml"
        missing = roles - theme.roles
        if not theme.roles:
            self._note(file, "has no colours", _TO_DO)
        elif missing:
            self._note(file, f"has no colour for {', '.join(sorted(missing))}", _TO_DO)

    def _document(self, name: str, relative: str) -> dict[str, object]:
        """A parsed file of the resources; empty where it cannot be used."""
        try:
            file = resource(relative)

            def parse() -> object:
                import tomllib  # 23 ms that a later start does not pay (qt-facts.md section 7)

                return tomllib.loads(read_small(file, MOST_TEXT_BYTES).decode("utf-8"))

            found = compiled(name, [file], parse, self._store)
        except FileNotFoundError:
            self._note(relative, "is not there", _TO_DO)
            return {}
        except (OSError, ValueError, RecursionError, UnreadableFileError) as error:
            self._note(relative, f"cannot be read ({error})", _TO_DO)
            return {}
        return cast("dict[str, object]", found) if isinstance(found, dict) else {}

    def _note(self, file: str, what: str, to_do: str) -> None:
        problem = Problem(file, 0, "error", what, to_do)
        if problem not in self.problems:
            self.problems.append(problem)


class _Words(Strings):
    """Tells of each key that has no words: a visitor sees a control without a name."""

    def __init__(self, words: Strings, missed: Callable[[str, str], None]) -> None:
        super().__init__(words.language, {key: words(key) for key in words.keys})
        self._missed = missed

    def __call__(self, key: str, **values: object) -> str:
        text = super().__call__(key, **values)
        if not text:
            self._missed(self.language, key)
        return text


def font_files() -> list[Path]:
    """The font files of the kiosk, in the weights that it uses; only what is safe to open."""
    return [file for file in _listed("fonts", ".ttf") if _is_font(file)]


def _is_font(file: Path) -> bool:
    try:
        plain = resource(f"fonts/{file.name}")
        return plain.is_file() and plain.stat().st_size <= MOST_FONT_BYTES
    except (OSError, ValueError):
        return False


def _listed(folder: str, ending: str) -> list[Path]:
    """What lies in a folder of the resources; nothing where there is no such folder."""
    try:
        return sorted(file for file in resource(folder).iterdir() if file.suffix == ending)
    except (OSError, ValueError):
        return []


def _no_picture(_path: str) -> None:
    """There are no pictures."""
