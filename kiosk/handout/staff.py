"""Makes the sheets by which staff take a handout along, or print it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from PySide6.QtWidgets import QWidget

from kiosk.content.packs import Loaded, fresh, load
from kiosk.handout.job import Form
from kiosk.handout.printing import Sheets, a4
from kiosk.handout.writing import HandoutError, Kit, Wish, make_handout, make_job
from kiosk.host.probe import QtProbe
from kiosk.store.delivery import Delivered, deliver
from kiosk.ui.content import Content
from kiosk.ui.screens.handout import HandoutScreen
from kiosk.ui.screens.save_to import Place, SaveToScreen
from kiosk.ui.strings import Strings
from kiosk.ui.theme import look as looks
from kiosk.ui.theme.look import Look

_FILES = {
    "pages": "handout.file_pages",
    "slides": "handout.file_slides",
    "review": "handout.file_review",
}


class Handouts:
    """Makes `screen.handout` and `screen.save-to` for handouts of the pack that visitors see.

    The work is done in a thread of its own, with a pack of its own; `kit` is the window's.
    """

    def __init__(
        self,
        kit: looks.Kit,
        store: Path | None,
        places: Callable[[], Sequence[Place]],
        printer: str = "",
        today: Callable[[], date] = date.today,
    ) -> None:
        """`store` holds the index of the pack; `printer` is the setting, empty for none."""
        self._kit = kit
        self._store = store
        self._places = places
        self._printer = printer
        self._today = today

    def sheet(self, window: QWidget, look: Look, content: Content) -> HandoutScreen:
        """A new screen that asks which handout; prints it by itself."""
        if not self._printer:
            return HandoutScreen(window, look)
        return HandoutScreen(window, look, lambda form: self._job(content, form, self._print))

    def save_sheet(self, window: QWidget, look: Look, content: Content, form: Form) -> SaveToScreen:
        """A new screen that puts a handout where staff choose."""
        language = content.edition("").language
        words = content.strings(language)
        stem = f"{content.pack.id}-{words(_FILES[form])}-{self._today():%Y-%m-%d}.pdf"
        make = self._job(content, form, _make)

        def save(place: Place) -> Delivered:
            made = make()
            if not isinstance(made, bytes):
                return Delivered(None, "other", str(made))

            def write(file: BinaryIO) -> None:
                file.write(made)

            return deliver(place.folder, stem, write, stick=place.stick)

        return SaveToScreen(window, look, self._places, save)

    def _job(
        self, content: Content, form: Form, do: Callable[[Loaded, Wish, Kit], object]
    ) -> Callable[[], object]:
        """What a thread does. The words are copied first: what is missing is told on this one."""
        language = content.edition("").language
        spoken = content.strings(language)
        words = Strings(spoken.language, {key: spoken(key) for key in spoken.keys})

        def copied(_language: str) -> Strings:
            return words

        kit = Kit(self._kit.fonts, self._kit.light, copied)
        wish = Wish(form, language, self._today())
        folder, store = content.folder, self._store

        def job() -> object:
            loaded = fresh(folder, store) or load(folder, None, QtProbe)
            try:
                return do(loaded, wish, kit)
            except HandoutError as error:
                return error
            finally:
                loaded.close()

        return job

    def _print(self, loaded: Loaded, wish: Wish, kit: Kit) -> bool:
        # Loads the system's printing, which the start need not pay.
        from kiosk.host.printing import find_printer, print_pages

        printer = find_printer(self._printer)
        if printer is None or loaded.pack is None:
            return False
        sheets = Sheets(make_job(loaded.pack, loaded.folder, wish, kit), wish.form)
        return print_pages(printer, a4(), sheets.name, sheets.paint)


def _make(loaded: Loaded, wish: Wish, kit: Kit) -> bytes:
    if loaded.pack is None:
        raise HandoutError(f"{loaded.folder} cannot be used any more")
    return make_handout(loaded.pack, loaded.folder, wish, kit).content
