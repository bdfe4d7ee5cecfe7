"""The ways out of the gate and the desk, and what a sheet asks (issue 3, item 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.visit import TopicPlace
from kiosk.ui.errand import Errand
from kiosk.ui.staff.desk import GATE_MS, MENU_MS
from tests.ui.staff.gate_support import IT, STAFF, WRONG, Menu, Ward
from tests.ui.staff.pin_support import digits, said, type_keys
from tests.ui.support.kiosk import SIZES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("way", ["button", "escape", "time"])
def test_cancelled_the_same_page_shows(ward: Ward, way: str) -> None:
    kiosk = ward.kiosk
    kiosk.press("attract.read")
    kiosk.session.navigator.go(TopicPlace("kaart-1"))
    kiosk.press("nav.next")
    before = [(node.identifier, node.name) for node in kiosk.nodes()]
    ward.open()
    kiosk.press("staff.key.1")
    match way:
        case "button":
            kiosk.press("staff.cancel")
        case "escape":
            kiosk.key(Qt.Key.Key_Escape)
        case _:
            kiosk.wait(GATE_MS / 1000 + 0.1)
    assert ward.log == ["left"]
    assert [(node.identifier, node.name) for node in kiosk.nodes()] == before


def test_the_gate_waits_30_s_after_the_last_sign_of_life(ward: Ward) -> None:
    ward.open()
    ward.kiosk.wait(28.0)
    ward.kiosk.press("staff.key.1")
    ward.kiosk.wait(29.0)
    type_keys(ward, "2")
    ward.kiosk.wait(29.0)
    assert ward.kiosk.screen == "screen.staff-pin"
    ward.kiosk.wait(1.1)
    assert ward.kiosk.screen == "screen.attract"


def test_the_menu_waits_three_minutes(ward: Ward) -> None:
    ward.open()
    ward.enter()
    ward.kiosk.wait(MENU_MS / 1000 - 2)
    assert ward.kiosk.screen == "screen.menu-staff"
    ward.kiosk.press("menu-staff.go")
    ward.desk.show(ward.sheet())
    ward.kiosk.flush()
    ward.kiosk.wait(MENU_MS / 1000 - 1)
    assert ward.kiosk.screen == "screen.sheet"
    ward.kiosk.wait(1.1)
    assert ward.kiosk.screen == "screen.attract"
    assert ward.log[-2:] == ["sheet ends", "left"]


def test_a_sheet_leads_back_to_the_menu_and_the_menu_out(ward: Ward) -> None:
    ward.open()
    ward.enter()
    ward.kiosk.press("menu-staff.go")
    assert ward.log[-1] == "menu-staff.go"
    ward.desk.show(ward.sheet())
    ward.kiosk.flush()
    assert ward.log[-2:] == ["menu-staff ends", "sheet starts"]
    ward.kiosk.press("sheet.go")
    assert ward.log[-1] == "sheet.go"
    ward.kiosk.key(Qt.Key.Key_Escape)
    assert ward.kiosk.screen == "screen.menu-staff"
    ward.kiosk.key(Qt.Key.Key_Escape)
    assert ward.kiosk.screen == "screen.attract"


def test_another_face_takes_over_without_a_word(ward: Ward) -> None:
    ward.open()
    ward.enter()
    ward.desk.end()
    assert "left" not in ward.log
    assert not ward.desk.is_open
    assert [timer for timer in ward.kiosk.timers.running() if timer.parent() is ward.desk] == []


def test_what_only_it_may_do_asks_for_the_pin_of_it(ward: Ward) -> None:
    ward.open()
    ward.enter()
    ward.desk.ask_it("staff.exit")
    ward.kiosk.flush()
    assert ward.kiosk.name("staff.pin-title") == "Voor de IT-dienst"
    ward.enter(STAFF)
    assert said(ward) == "Dat klopt niet. Probeer het opnieuw."
    ward.enter(IT)
    assert ward.kiosk.screen == "screen.menu-it"
    assert ward.log[-1] == "staff.exit"
    assert ward.desk.level == "it"


def test_without_the_pin_of_it_the_menu_shows_again(ward: Ward) -> None:
    ward.open()
    ward.enter()
    ward.desk.ask_it("staff.exit")
    ward.kiosk.flush()
    ward.kiosk.press("staff.cancel")
    assert ward.kiosk.screen == "screen.menu-staff"
    assert ward.desk.level == "staff"
    assert "staff.exit" not in ward.log


def test_asked_for_again_the_sheet_hears_it(ward: Ward) -> None:
    """By corners or keys: that ends the cleaning early."""
    ward.open()
    ward.enter()
    ward.desk.show(ward.sheet())
    ward.kiosk.flush()
    ward.hold("left", 2.1)
    ward.hold("right", 2.1)
    assert ward.log[-1] == "sheet asked"
    assert ward.kiosk.screen == "screen.sheet"


def test_nobody_shows_a_sheet_without_a_pin(ward: Ward) -> None:
    ward.desk.show_menu()
    ward.desk.ask_it("staff.exit")
    assert ward.kiosk.screen == "screen.attract"
    sheet = Menu(ward.kiosk.window, ward.look(), "sheet", ward.log)
    with pytest.raises(RuntimeError):
        ward.desk.show(sheet)
    ward.open()
    with pytest.raises(RuntimeError):
        ward.desk.show(sheet)
    sheet.deleteLater()


def test_glass_of_another_size(ward: Ward) -> None:
    ward.open()
    ward.kiosk.press("staff.key.1")
    for size in SIZES:
        ward.kiosk.resize(size)
        assert ward.kiosk.look.metrics.width == size.width
        assert digits(ward) == "1 cijfer"
    ward.enter("711")
    ward.kiosk.press("staff.key.4")


def test_after_wrong_tries_and_a_lost_process_the_wait_goes_on(ward: Ward) -> None:
    ward.open()
    for _ in range(5):
        ward.enter(WRONG)
    ward.kiosk.wait(10.0)
    # Nothing was closed: another program reads what the first one left.
    assert ward.open_pins().wait_s(ward.kiosk.clock()) == pytest.approx(20.0)


def test_a_real_thread_answers_too(ward: Ward, qtbot: QtBot) -> None:
    ward.make_errand = Errand
    ward.open()
    ward.enter()
    qtbot.waitUntil(lambda: ward.kiosk.screen == "screen.menu-staff", timeout=5000)
