"""`kiosk tour`: a picture of every screen at every size, and what does not fit on it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QImage

from kiosk.bundle import Bundle
from kiosk.commands.checking import bundled_packs
from kiosk.commands.options import TourOptions
from kiosk.console import complain, say
from kiosk.content.packs import Loaded, load
from kiosk.domain.letters import Letters
from kiosk.host.probe import QtProbe
from kiosk.problems import has_errors
from kiosk.proving.contact_sheet import ContactSheet, Ink
from kiosk.proving.fit import Steady, bled, named, problems
from kiosk.proving.offscreen import PANES, STEPS, Offscreen, Pane, ready, step_name
from kiosk.proving.picture_files import PictureError, PictureFiles
from kiosk.proving.walk import sights
from kiosk.ui.content import Content
from kiosk.ui.screen import Screen
from kiosk.ui.theme.fonts import STRONG
from kiosk.ui.theme.look import Kit

FINE, DOES_NOT_FIT, WRONG_USE = 0, 1, 2

# The size that shows every step of Letters where nothing else is asked for; the others show the
# step that the kiosk starts with (docs/tour.md says what that spares).
_MAIN = PANES[0]
_START = Letters()


class TourError(Exception):
    """The tour cannot be made; its text says why, in plain words."""


class Stop(NamedTuple):
    """One size, one step of Letters, one language: a folder of pictures and a contact sheet."""

    pane: Pane
    letters: Letters
    language: str
    name: str


def tour(options: TourOptions) -> int:
    """Make the pictures, name what does not fit; returns the exit code (DESIGN.md section 4)."""
    ready()
    try:
        return _tour(options)
    except (TourError, PictureError) as error:
        complain(str(error))
        return WRONG_USE


def _tour(options: TourOptions) -> int:
    loaded = _pack(options.pack)
    bundle = Bundle(None)
    try:
        kit = bundle.kit(lambda path: loaded.folder.joinpath(*path.split("/")))
        assert loaded.pack is not None, "a pack with errors was refused"
        languages = _languages(options.language, loaded.pack.languages)
        _make_folder(options.out)
        unfit = 0
        with PictureFiles() as files:
            for stop in stops(options, languages):
                content = Content(
                    loaded.pack, loaded.folder, bundle.strings, bundle.languages, stop.language
                )
                unfit += _visit(stop, content, kit, options.out, files)
    finally:
        loaded.close()
    if unfit:
        say(f"{unfit} findings: what they name does not fit")
    return DOES_NOT_FIT if unfit else FINE


def stops(options: TourOptions, languages: Sequence[str]) -> list[Stop]:
    """What to picture: every size asked for in every step asked for, else the usual ones."""
    panes = [Pane(*size, options.px_per_mm) for size in options.sizes] or _usual(options.px_per_mm)
    found: list[Stop] = []
    for pane in panes:
        for letters in _steps(options, pane):
            for language in languages:
                name = f"{pane}-{step_name(letters)}"
                name += f"-{language}" if len(languages) > 1 else ""
                found.append(Stop(pane, letters, language, name))
    return found


def _usual(px_per_mm: float | None) -> list[Pane]:
    if px_per_mm is None:
        return list(PANES)
    sizes = dict.fromkeys((pane.width, pane.height) for pane in PANES)
    return [Pane(*size, px_per_mm) for size in sizes]


def _steps(options: TourOptions, pane: Pane) -> list[Letters]:
    size, theme = options.text_size, options.theme
    if size is not None:
        return [Letters(size, theme == "dark")]
    if theme is not None:
        return [letters for letters in STEPS if letters.dark == (theme == "dark")]
    return list(STEPS) if options.sizes or pane == _MAIN else [_START]


def _pack(folder: Path | None) -> Loaded:
    """The pack to show: the one asked for, else the first bundled one. Raises TourError."""
    if folder is None:
        folder = next(iter(bundled_packs()), None)
        if folder is None:
            raise TourError("there is no bundled pack; name one with --pack")
    elif not folder.is_dir():
        raise TourError(f"{folder} is not a folder")
    loaded = load(folder, None, QtProbe)
    if loaded.pack is None or not len(next(iter(loaded.pack.editions.values())).topics):
        errors = [str(problem) for problem in loaded.problems if has_errors([problem])]
        loaded.close()
        raise TourError("\n".join([f"{folder} cannot be shown", *errors]))
    return loaded


def _languages(asked: str | None, there: tuple[str, ...]) -> tuple[str, ...]:
    if asked is None:
        return there
    for wanted in (asked, asked.replace("-", "_").split("_")[0].lower()):
        if wanted in there:
            return (wanted,)
    raise TourError(f"the pack has no language {asked!r}; it has {', '.join(there)}")


def _visit(stop: Stop, content: Content, kit: Kit, out: Path, files: PictureFiles) -> int:
    """Picture one stop, say so in a line, and in one more each what does not fit; counts those."""
    began = time.monotonic()
    folder = out / stop.name
    _make_folder(folder)
    kiosk = Offscreen(stop.pane, stop.letters, content, kit)
    theme = kit.light
    ink = Ink(theme.colour("paper"), theme.colour("ink"), theme.colour("line"))
    title = f"{stop.name} · {stop.pane.scale:.2f} px/mm"
    sheet = ContactSheet(title, kit.fonts.font(1, STRONG), ink)
    pictures = 0
    found = _Findings()
    for sight in sights(kiosk):
        picture = kiosk.picture()
        files.write(picture, folder / f"{sight.name}.png")
        sheet.add(sight.group, sight.name, picture)
        pictures += 1
        found.look(sight.name, kiosk.screen, picture)
    kiosk.close()
    for number, image in enumerate(sheet.images(), 1):
        files.write(image, out / f"{stop.name}{'' if number == 1 else f'-{number}'}.png")
    files.finish()
    seconds = time.monotonic() - began
    say(f"{stop.name}: {pictures} pictures, {seconds:.1f} s")
    return found.report(stop.name)


class _Findings:
    """What does not fit at one stop, each with the screens that share it."""

    def __init__(self) -> None:
        self._steady = Steady()
        self._found: dict[str, list[str]] = {}

    def look(self, name: str, screen: Screen, picture: QImage) -> None:
        """Measure one screen, as the self-test does."""
        seen = [*problems(screen), *self._steady.problems(screen), *bled(picture, screen)]
        for problem in seen:
            self._found.setdefault(problem, []).append(name)

    def report(self, stop: str) -> int:
        """Say each in a line; returns how many there are."""
        for problem, screens in self._found.items():
            say(f"FAIL {stop}: {named(screens)}: {problem}")
        return len(self._found)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TourError(f"{folder} cannot be made ({error.strerror})") from error
