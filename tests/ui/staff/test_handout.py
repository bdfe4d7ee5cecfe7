"""Staff choose which texts they want on paper, and take them along or print them."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter

from kiosk.domain.letters import Letters
from kiosk.handout.printing import Sheets, a4
from kiosk.handout.staff import Handouts
from kiosk.handout.writing import Kit as HandoutKit
from kiosk.handout.writing import Wish, make_job
from kiosk.host.printing import find_printer, print_pages
from kiosk.ui.content import Content
from kiosk.ui.screens.handout import HandoutScreen
from kiosk.ui.screens.save_to import Place
from tests.handout.support import Handout

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from kiosk.bundle import Bundle
    from kiosk.content.packs import Loaded
    from kiosk.handout.job import Form
    from kiosk.ui.sheet_screen import SheetScreen
    from kiosk.ui.theme.look import Kit
    from tests.ui.support.kiosk import Kiosk

TODAY = date(2026, 11, 22)


class Printer:
    """Stands in for a printer: remembers what it was given, and is done when it is told."""

    def __init__(self, result: object) -> None:
        self.result = result
        self.printed: list[Form] = []
        self.told = threading.Event()

    def __call__(self, form: Form) -> Callable[[], object]:
        def job() -> object:
            self.told.wait(20)
            self.printed.append(form)
            return self.result

        return job


def put(kiosk: Kiosk, screen: SheetScreen) -> None:
    kiosk.session.pause()
    kiosk.window.show_screen(screen)
    screen.set_look(kiosk.look._replace(letters=Letters(100)))
    screen.start()


def ask(kiosk: Kiosk, printer: Printer | None = None) -> tuple[HandoutScreen, list[str]]:
    screen = HandoutScreen(kiosk.window, kiosk.look, printer)
    said: list[str] = []
    screen.file_wanted.connect(said.append)
    screen.left.connect(lambda: said.append("left"))
    put(kiosk, screen)
    return screen, said


def test_without_a_printer_each_form_becomes_a_file_at_once(kiosk: Kiosk) -> None:
    _, said = ask(kiosk)
    kiosk.press("handout.pages", "handout.slides", "handout.review", "staff.cancel")
    assert said == ["pages", "slides", "review", "left"]


def test_with_a_printer_staff_choose_where_it_goes(kiosk: Kiosk) -> None:
    _, said = ask(kiosk, Printer(result=True))
    kiosk.press("handout.slides")
    assert said == []
    assert kiosk.name("staff.title") == "Waar moet het heen?"
    kiosk.press("handout.save")
    assert said == ["slides"]
    kiosk.press("staff.cancel", "handout.review", "handout.save", "staff.cancel", "staff.cancel")
    assert said == ["slides", "review", "left"]


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (True, "De printer heeft de bladen."),
        (False, "Het afdrukken lukte niet. Kijk of de printer aan staat, of kies een bestand."),
        (OSError("no paper"), "Het afdrukken lukte niet."),
    ],
)
def test_printing_tells_how_it_went(kiosk: Kiosk, qtbot: QtBot, result: object, words: str) -> None:
    printer = Printer(result)
    screen, said = ask(kiosk, printer)
    kiosk.press("handout.review", "handout.print")
    assert kiosk.name("handout.text") == "De bladen gaan naar de printer. Dat duurt even."
    printer.told.set()
    qtbot.waitUntil(lambda: kiosk.name("handout.text").startswith(words))
    assert printer.printed == ["review"]
    assert screen.control("handout.pages") is None
    # What failed can be tried again, or taken along.
    assert (screen.control("handout.save") is not None) == (result is not True)
    kiosk.press("staff.cancel")
    assert said == (["left"] if result is True else [])
    screen.close_sheet()


def test_an_answer_after_the_sheet_closed_reaches_nobody(kiosk: Kiosk) -> None:
    printer = Printer(result=True)
    screen, _ = ask(kiosk, printer)
    kiosk.press("handout.pages", "handout.print")
    screen.close_sheet()
    printer.told.set()
    for thread in threading.enumerate():
        if thread.name == "errand":
            thread.join(20)
    assert printer.printed == ["pages"]
    QCoreApplication.processEvents()
    assert kiosk.name("handout.text").startswith("De bladen gaan naar de printer.")


def handouts(
    kit: Kit, bundle: Bundle, bundled: Loaded, places: list[Place], printer: str = ""
) -> tuple[Handouts, Content]:
    assert bundled.pack is not None
    content = Content(bundled.pack, bundled.folder, bundle.strings, ("nl",), "nl")
    return Handouts(kit, None, lambda: places, printer, lambda: TODAY), content


@pytest.mark.parametrize(
    ("form", "name", "words"),
    [
        ("pages", "boekje", "In dit boekje"),
        ("slides", "dias", "Wat u erbij vertelt"),
        ("review", "nakijkblad", "Handtekening"),
    ],
)
def test_a_handout_is_saved_whole_where_staff_choose(
    kiosk: Kiosk,
    kit: Kit,
    bundle: Bundle,
    bundled: Loaded,
    qtbot: QtBot,
    tmp_path: Path,
    form: Form,
    name: str,
    words: str,
) -> None:
    made, content = handouts(kit, bundle, bundled, [Place(tmp_path)])
    screen = made.save_sheet(kiosk.window, kiosk.look, content, form)
    put(kiosk, screen)
    for number in ("", "-2"):
        screen = made.save_sheet(kiosk.window, kiosk.look, content, form)
        put(kiosk, screen)
        saved: list[object] = []
        screen.saved.connect(saved.append)
        kiosk.press("save.place.1")
        qtbot.waitUntil(lambda saved=saved: saved != [], timeout=20_000)
        file = tmp_path / f"bewegen-bij-ms-{name}-2026-11-22{number}.pdf"
        assert saved == [file]
        found = Handout(file.read_bytes())
        assert found.says(words)
        assert found.language == "nl"
        screen.close_sheet()


def test_a_pack_that_went_meanwhile_is_no_crash(
    kiosk: Kiosk, kit: Kit, bundle: Bundle, bundled: Loaded, qtbot: QtBot, tmp_path: Path
) -> None:
    made, content = handouts(kit, bundle, bundled, [Place(tmp_path / "out")])
    gone = content._replace(folder=tmp_path / "gone")
    screen = made.save_sheet(kiosk.window, kiosk.look, gone, "pages")
    put(kiosk, screen)
    kiosk.press("save.place.1")
    qtbot.waitUntil(lambda: screen.control("save.place.1") is not None, timeout=20_000)
    assert not (tmp_path / "out").exists()
    screen.close_sheet()


def test_the_sheet_offers_printing_only_where_a_printer_is_set(
    kiosk: Kiosk, kit: Kit, bundle: Bundle, bundled: Loaded, qtbot: QtBot
) -> None:
    made, content = handouts(kit, bundle, bundled, [])
    screen = made.sheet(kiosk.window, kiosk.look, content)
    put(kiosk, screen)
    kiosk.press("handout.pages")
    assert screen.control("handout.print") is None
    made, content = handouts(kit, bundle, bundled, [], "No printer has this name")
    screen = made.sheet(kiosk.window, kiosk.look, content)
    put(kiosk, screen)
    kiosk.press("handout.pages", "handout.print")
    qtbot.waitUntil(
        lambda: kiosk.name("handout.text").startswith("Het afdrukken lukte niet."), timeout=20_000
    )
    screen.close_sheet()


def paper(file: Path) -> QPrinter:
    """A printer that prints to a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def sheets_of(kit: Kit, bundle: Bundle, bundled: Loaded) -> Sheets:
    assert bundled.pack is not None
    parts = HandoutKit(kit.fonts, kit.light, bundle.strings)
    job = make_job(bundled.pack, bundled.folder, Wish("slides", "nl", TODAY), parts)
    return Sheets(job, "slides")


def test_a_printer_gets_every_page(
    kit: Kit, bundle: Bundle, bundled: Loaded, tmp_path: Path
) -> None:
    assert find_printer("") is None
    sheets = sheets_of(kit, bundle, bundled)
    printer = paper(tmp_path / "a.pdf")
    assert print_pages(printer, a4(), sheets.name, sheets.paint)
    del printer
    found = Handout((tmp_path / "a.pdf").read_bytes())
    assert len(found.pages) == len(sheets.pages)
    # Nothing is larger or smaller than in the file: the frame of a slide stands where it should.
    first = list(found.pictures(1))[1]
    assert first.pixelColor(60, 17).lightness() < 255


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses(kit: Kit, bundle: Bundle, bundled: Loaded, tmp_path: Path) -> None:
    sheets = sheets_of(kit, bundle, bundled)
    printer = paper(tmp_path / "no" / "a.pdf")
    assert not print_pages(printer, a4(), sheets.name, sheets.paint)
