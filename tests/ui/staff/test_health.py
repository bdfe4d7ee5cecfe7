"""The screen of health (issue 3, item 3; features.md P and 5.14)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from kiosk.domain.diagnosis import diagnosis
from kiosk.domain.health import items
from kiosk.domain.health_facts import ClockFacts
from kiosk.domain.letters import Letters
from kiosk.proving.fit import bled, problems
from kiosk.proving.walk_health import DOUBTED, FINE, WORST
from kiosk.ui.health_words import red_items
from kiosk.ui.screens.health import Health, HealthScreen
from kiosk.ui.widgets.qr import GOOD_MODULE_MM, LEAST_MODULE_MM, QrLabel
from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bundle import Bundle
    from kiosk.domain.health_facts import Facts
    from kiosk.ui.staff.sheet import StaffSheet


def health(facts: Facts) -> Health:
    return Health(items(facts), diagnosis(facts))


def put(kiosk: Kiosk, screen: StaffSheet) -> None:
    kiosk.session.pause()
    kiosk.window.show_screen(screen)
    screen.refresh()
    kiosk.flush()


def put_health(kiosk: Kiosk, facts: Facts, letters: Letters = LETTERS[0]) -> HealthScreen:
    screen = HealthScreen(kiosk.window, kiosk.look._replace(letters=letters))
    put(kiosk, screen)
    screen.show_health(health(facts))
    return screen


def read_codes(picture: QImage) -> list[str]:
    """What a telephone would read off the glass."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    wide, high, line = grey.width(), grey.height(), grey.bytesPerLine()
    pixels = bytes(grey.constBits())
    tight = b"".join(pixels[y * line : y * line + wide] for y in range(high))
    view = memoryview(tight).cast("B", shape=[high, wide])
    return [found.text for found in zxingcpp.read_barcodes(view)]


def test_a_nurse_reads_that_all_is_well(kiosk: Kiosk) -> None:
    put_health(kiosk, FINE)
    assert kiosk.screen == "screen.health"
    assert kiosk.name("health.state") == "Alles in orde"
    assert kiosk.name("health.words").startswith("Goed om te weten:")
    well = FINE._replace(pack=FINE.pack and FINE.pack._replace(ages=()))
    put_health(kiosk, well)
    assert not kiosk.shows("health.words")


def test_a_nurse_reads_what_asks_for_attention_and_what_to_do(kiosk: Kiosk) -> None:
    put_health(kiosk, FINE._replace(fonts=False, pin=FINE.pin._replace(staff=False)))
    assert kiosk.name("health.state") == "Dit vraagt aandacht:"
    lines = kiosk.name("health.words").split("\n")
    assert lines[:2] == [
        "Letters of tekens zien er anders uit dan bedoeld. Bel de IT-dienst.",
        "Er is nog geen pincode. Vraag de IT-dienst om er een te kiezen.",
    ]


def test_the_same_words_are_said_once(bundle: Bundle) -> None:
    twice = FINE._replace(screens=(FINE.screens[0]._replace(mismatch=True),) * 2)
    assert len(red_items(twice, bundle.strings("nl"))) == 1
    assert red_items(FINE, bundle.strings("nl")) == []


def test_well_and_not_well_differ_without_colour(kiosk: Kiosk) -> None:
    """By shape, not by the ground alone (access.md V5)."""
    screen = put_health(kiosk, FINE)
    mark = screen.grab().toImage().copy(0, 0, 150, 150)
    screen.show_health(health(WORST))
    other = screen.grab().toImage().copy(0, 0, 150, 150)
    edges = [_edges(image) for image in (mark, other)]
    assert edges[0] != edges[1]


def _edges(image: QImage) -> list[bool]:
    """Where neighbouring pixels differ, whatever their colours are."""
    pixels = [[image.pixel(x, y) for x in range(image.width())] for y in range(image.height())]
    return [one != two for row in pixels for one, two in pairwise(row)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_telephone_reads_the_diagnosis_at_every_size(
    start: Callable[[Plan], Kiosk], size: Size
) -> None:
    kiosk = start(Plan(pack_of(), size=size))
    for facts in (FINE, WORST):
        for letters in (Letters(100), Letters(100, dark=True)):
            screen = put_health(kiosk, facts, letters)
            assert read_codes(kiosk.picture()) == [diagnosis(facts)]
            assert kiosk.name("health.code") == diagnosis(facts)
            code = screen.findChild(QrLabel)
            assert code is not None
            module_mm = code.module / size.px_per_mm
            assert LEAST_MODULE_MM <= module_mm <= GOOD_MODULE_MM


def test_the_longest_diagnosis_is_read_too(kiosk: Kiosk) -> None:
    screen = HealthScreen(kiosk.window, kiosk.look)
    put(kiosk, screen)
    longest = "kiosk 10.20.30 " + "red review pin settings " * 12
    screen.show_health(Health((), longest[:300]))
    assert read_codes(kiosk.picture()) == [longest[:300]]


def test_the_code_has_its_quiet_zone(kiosk: Kiosk) -> None:
    screen = put_health(kiosk, FINE, Letters(100, dark=True))
    code = screen.findChild(QrLabel)
    assert code is not None
    picture = code.grab().toImage()
    rim = code.module * 4  # ISO/IEC 18004
    light = picture.pixel(0, 0)
    for step in range(0, picture.width(), 3):
        for x, y in ((step, rim - 1), (rim - 1, step), (picture.width() - rim, step)):
            assert picture.pixel(x, y) == light
    assert picture.pixelColor(0, 0).lightnessF() > 0.9, "also in the dark theme"
    assert picture.pixelColor(rim, rim).lightnessF() < 0.2, "and there it begins"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_sheet_fits_at_every_size(start: Callable[[Plan], Kiosk], size: Size) -> None:
    kiosk = start(Plan(pack_of(), size=size))
    found: list[str] = []
    for facts in (FINE, DOUBTED, WORST):
        screen = put_health(kiosk, facts)
        for sheet in range(screen.sheets):
            screen.turn(sheet)
            found += [f"{sheet}: {one}" for one in problems(screen)]
            found += [f"{sheet}: {one}" for one in bled(kiosk.picture(), screen)]
    assert found == []


def test_verder_turns_every_sheet_and_comes_back(kiosk: Kiosk) -> None:
    screen = put_health(kiosk, WORST)
    seen: list[str] = []
    for _ in range(screen.sheets):
        shown = "health.details" if kiosk.shows("health.details") else "health.words"
        assert kiosk.shows("health.code") == (shown == "health.words")
        seen.append(kiosk.name(shown))
        kiosk.press("health.next")
    assert len(set(seen)) == screen.sheets > 2
    assert kiosk.shows("health.code")
    everything = "\n".join(seen)
    for word in ("Inhoud:", "Let op: Klok:", "Pincode:", "Kiosk 0.2.0", "Read-only file system"):
        assert word in everything, word


def test_the_sheets_for_it_are_counted(kiosk: Kiosk) -> None:
    screen = put_health(kiosk, FINE)
    screen.turn(1)
    assert kiosk.name("staff.title").startswith("Voor de IT-dienst: blad 1 van ")


def test_many_problems_are_told_as_a_number(kiosk: Kiosk) -> None:
    screen = put_health(kiosk, WORST)
    told: list[str] = []
    for sheet in range(screen.sheets):
        screen.turn(sheet)
        if kiosk.shows("health.details"):
            told.append(kiosk.name("health.details"))
    assert "En nog 6, zie het bestand." in "\n".join(told)


def test_back_leads_to_the_first_sheet_and_then_away(kiosk: Kiosk) -> None:
    screen = put_health(kiosk, FINE)
    left: list[bool] = []
    screen.left.connect(lambda: left.append(True))
    kiosk.press("health.next")
    assert kiosk.shows("health.details")
    kiosk.press("staff.cancel")
    assert kiosk.shows("health.words")
    assert left == []
    kiosk.press("staff.cancel")
    assert left == [True]


def test_saving_is_a_choice(kiosk: Kiosk) -> None:
    screen = put_health(kiosk, FINE)
    chosen: list[str] = []
    screen.chosen.connect(chosen.append)
    kiosk.press("health.save")
    assert chosen == ["health.save"]


def test_it_follows_what_becomes_known(kiosk: Kiosk) -> None:
    known = [FINE]
    screen = HealthScreen(kiosk.window, kiosk.look, lambda: health(known[-1]))
    put(kiosk, screen)
    screen.start()
    assert kiosk.name("health.state") == "Alles in orde"
    known.append(WORST)
    screen.ask_again()
    assert kiosk.name("health.state") == "Dit vraagt aandacht:"


def test_a_clock_in_doubt_is_confirmed_by_whoever_has_a_watch(kiosk: Kiosk) -> None:
    screen = put_health(kiosk, DOUBTED)
    assert "22-11-2026 16:05" in kiosk.name("health.words")
    assert kiosk.name("health.clock") == "De klok klopt"
    chosen: list[str] = []
    screen.chosen.connect(chosen.append)
    kiosk.press("health.clock")
    assert chosen == ["health.clock"]
    screen.turn(1)
    assert not kiosk.shows("health.clock")


def test_a_clock_that_cannot_be_right_is_not_confirmed(kiosk: Kiosk) -> None:
    for facts in (FINE, FINE._replace(clock=ClockFacts("1970-01-01T00:00", "before-build"))):
        put_health(kiosk, facts)
        assert not kiosk.shows("health.clock")
