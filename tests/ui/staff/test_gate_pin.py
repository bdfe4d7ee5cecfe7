"""The gate: the PIN, how it is typed, and the wait after wrong tries (issue 3, item 1)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.ui.errand import Errand
from tests.ui.staff.gate_support import IT, STAFF, WRONG, Later, Ward
from tests.ui.staff.pin_support import WAIT, digits, key_of, said, type_keys

# In


def test_a_right_pin_opens_the_menu(ward: Ward) -> None:
    ward.open()
    ward.enter()
    assert ward.log == ["menu-staff starts", "staff for menu"]
    assert ward.kiosk.screen == "screen.menu-staff"
    assert ward.desk.level == "staff"


def test_the_pin_of_it_opens_it_all(ward: Ward) -> None:
    ward.open()
    ward.enter(IT)
    assert ward.kiosk.screen == "screen.menu-it"


def test_with_a_talk_as_goal_the_talk_is_next(ward: Ward) -> None:
    ward.open("talk")
    assert ward.kiosk.name("staff.pin-title") == "Het praatje starten"
    ward.enter()
    assert ward.log == ["staff for talk"]
    assert not ward.desk.is_open
    assert ward.desk.level is None


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_does_it_alone(ward: Ward, enter: Qt.Key) -> None:
    ward.open()
    type_keys(ward, "48")
    ward.kiosk.key(Qt.Key.Key_Backspace)
    type_keys(ward, "711")
    assert digits(ward) == "4 cijfers"
    ward.kiosk.key(enter)
    assert ward.kiosk.screen == "screen.menu-staff"


def test_the_keypad_counts_too(ward: Ward) -> None:
    ward.open()
    for letter in STAFF:
        QTest.keyClick(ward.kiosk.handle, key_of(letter), Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(ward.kiosk.handle, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert ward.kiosk.screen == "screen.menu-staff"


def test_who_walks_with_the_keys_presses_what_has_the_focus(ward: Ward) -> None:
    ward.open()
    ward.kiosk.key(Qt.Key.Key_Tab)
    focused = ward.kiosk.window.focusWidget()
    assert focused is not None
    assert focused.accessibleIdentifier() == "staff.key.1"
    ward.kiosk.key(Qt.Key.Key_Return)
    assert digits(ward) == "1 cijfer"
    assert ward.kiosk.look.kit.keyboard.in_use


def test_digits_are_dots_and_erased_one_by_one(ward: Ward) -> None:
    ward.open()
    assert digits(ward) == "Nog geen cijfers"
    ward.kiosk.press("staff.key.1", "staff.key.2")
    assert digits(ward) == "2 cijfers"
    ward.kiosk.press("staff.erase")
    assert digits(ward) == "1 cijfer"
    ward.kiosk.press("staff.erase", "staff.erase")
    assert digits(ward) == "Nog geen cijfers"
    ward.kiosk.press("staff.ok")
    assert said(ward) == "Typ uw pincode.", "nothing typed is no try"


def test_more_than_eight_digits_are_not_taken(ward: Ward) -> None:
    ward.open()
    type_keys(ward, "123456789012")
    assert digits(ward) == "8 cijfers"


def test_letters_and_the_like_are_nothing(ward: Ward) -> None:
    ward.open()
    type_keys(ward, "a-é ")
    QTest.keyClick(ward.kiosk.handle, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert digits(ward) == "Nog geen cijfers"


# Wrong


@pytest.mark.parametrize("pin", [WRONG, "4712", "471", "47110", "1", "80808081"])
def test_a_wrong_pin_says_no_more_than_that(ward: Ward, pin: str) -> None:
    ward.open()
    ward.enter(pin)
    assert said(ward) == "Dat klopt niet. Probeer het opnieuw."
    assert digits(ward) == "Nog geen cijfers"
    ward.kiosk.press("staff.key.4")
    assert said(ward) == "Typ uw pincode."


def test_five_wrong_tries_show_the_seconds_to_wait(ward: Ward) -> None:
    ward.open()
    for _ in range(5):
        ward.enter(WRONG)
    seen = [said(ward)]
    for _ in range(3):
        ward.kiosk.wait(1.0)
        seen.append(said(ward))
    assert seen == [WAIT.format(number) for number in (30, 29, 28, 27)]
    shown = ward.kiosk.widgets()
    assert "staff.cancel" in shown
    assert not [name for name in shown if name.startswith(("staff.key", "staff.ok"))]
    type_keys(ward, STAFF)
    ward.kiosk.key(Qt.Key.Key_Return)
    assert said(ward) == WAIT.format(27)


def test_after_the_wait_the_pad_is_there_again(ward: Ward) -> None:
    ward.open()
    for _ in range(5):
        ward.enter(WRONG)
    ward.kiosk.wait(28.0)
    ward.kiosk.tap(ward.corner("right"))  # a sign of life: the gate would close
    assert said(ward) == "Dat was te vaak fout. Wacht nog 1 seconde."
    ward.kiosk.wait(1.1)
    assert said(ward) == "Typ uw pincode."
    ward.enter()
    assert ward.kiosk.screen == "screen.menu-staff"


def test_the_wait_is_there_when_the_gate_opens_again(ward: Ward) -> None:
    ward.open()
    for _ in range(5):
        ward.enter(WRONG)
    ward.kiosk.press("staff.cancel")
    ward.kiosk.wait(4.0)
    ward.open()
    assert said(ward) == WAIT.format(25)


def test_without_a_pin_it_names_the_it_department(ward: Ward) -> None:
    (ward.folder / "data" / "pins").unlink()
    ward.open()
    assert said(ward) == "Hier is nog geen pincode. Vraag de IT-dienst."
    assert [name for name in ward.kiosk.widgets() if name.startswith("staff.k")] == []
    type_keys(ward, STAFF)
    ward.kiosk.key(Qt.Key.Key_Return)
    assert ward.kiosk.screen == "screen.staff-pin"
    ward.kiosk.press("staff.cancel")
    assert ward.kiosk.screen == "screen.attract"


def test_a_pin_that_is_set_meanwhile_counts_at_once(ward: Ward) -> None:
    (ward.folder / "data" / "pins").unlink()
    ward.open()
    ward.kiosk.press("staff.cancel")
    ward.open_pins().set("staff", "2468")
    ward.open()
    ward.enter("2468")
    assert ward.desk.level == "it"


def kept_errands(ward: Ward) -> list[Later]:
    """The errands of the gate from now on; each waits until a test lets it happen."""
    errands: list[Later] = []

    def later() -> Errand:
        errands.append(Later())
        return errands[-1]

    ward.make_errand = later
    return errands


def test_while_the_pin_is_looked_at_the_pad_takes_nothing(ward: Ward) -> None:
    errands = kept_errands(ward)
    ward.open()
    ward.enter(WRONG)
    assert said(ward) == "Typ uw pincode."
    ward.kiosk.press("staff.key.1")
    assert digits(ward) == "4 cijfers", "as it was when it was sent"
    errands[0].finish()
    ward.kiosk.flush()
    assert said(ward) == "Dat klopt niet. Probeer het opnieuw."


def test_a_right_pin_that_comes_too_late_opens_nothing(ward: Ward) -> None:
    errands = kept_errands(ward)
    ward.open()
    ward.enter()
    ward.kiosk.press("staff.cancel")
    errands[0].finish()
    ward.kiosk.flush()
    assert ward.kiosk.screen == "screen.attract"
    assert not ward.desk.is_open
