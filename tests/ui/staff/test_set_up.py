"""Set-up: one question after the other by touch and by keyboard; nothing is kept before the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.set_up import CARD_MM
from kiosk.ui.set_up.summary import Outcome
from tests.ui.staff.set_up_support import GOOD, SettingUp
from tests.ui.support.kiosk import Kiosk, Plan, Size
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


STEPS = ["language", "mode", "size", "bottom", "viewing", "passive", "pin", "it-pin", "save"]


def test_forwards_and_back_through_every_question(setting_up: SettingUp) -> None:
    seen: list[str] = []
    while True:
        seen.append(setting_up.screen.step)
        if seen[-1] == "save":
            break
        setting_up.kiosk.press("set-up.next")
    assert seen == STEPS
    back: list[str] = []
    while setting_up.screen.step != "language":
        setting_up.kiosk.press("set-up.back")
        back.append(setting_up.screen.step)
    assert back == STEPS[-2::-1]
    assert not setting_up.kiosk.shows("set-up.back")
    assert setting_up.left == 0


def test_progress_stands_in_words(setting_up: SettingUp) -> None:
    setting_up.go_to("bottom")
    assert setting_up.kiosk.name("staff.title") == "4 van 8: Hoe hoog hangt het scherm?"


def test_nothing_chosen_changes_nothing(setting_up: SettingUp, qtbot: QtBot) -> None:
    setting_up.go_to("save")
    assert setting_up.kiosk.name("staff.title") == "Er is niets veranderd"
    setting_up.save(qtbot)
    assert setting_up.kept == [({}, {})]


def test_answers_are_kept_at_the_end_and_not_before(setting_up: SettingUp, qtbot: QtBot) -> None:
    kiosk = setting_up.kiosk
    kiosk.press("set-up.choice.fr", "set-up.next", "set-up.choice.display", "set-up.next")
    kiosk.press("set-up.more", "set-up.next", "set-up.much-less", "set-up.next")
    kiosk.press("set-up.more", "set-up.next", "set-up.much-more", "set-up.next")
    setting_up.type("2580")
    kiosk.press("set-up.next")
    setting_up.type("2580")
    setting_up.go_to("save")
    assert setting_up.kept == []
    assert kiosk.name("set-up.text").split("\u2028") == [
        'language = "fr"',
        'mode = "display"',
        "px_per_mm = 4.042",
        "screen_bottom_mm = 750",
        "viewing_distance_mm = 610",
        "passive_distance_mm = 2500",
        "Nieuwe pincode voor medewerkers",
    ]
    setting_up.save(qtbot)
    values = {
        "language": "fr",
        "mode": "display",
        "px_per_mm": 4.042,
        "screen_bottom_mm": 750,
        "viewing_distance_mm": 610,
        "passive_distance_mm": 2500,
    }
    assert setting_up.kept == [(values, {"staff": "2580"})]
    assert kiosk.name("staff.title") == "Bewaard"
    assert not kiosk.shows("staff.cancel")
    kiosk.press("set-up.next")
    assert setting_up.left == 1


def test_back_keeps_the_answers(setting_up: SettingUp) -> None:
    kiosk = setting_up.kiosk
    kiosk.press("set-up.choice.fr", "set-up.next", "set-up.back")
    assert kiosk.widget("set-up.choice.fr").accessibleDescription() == "gekozen"
    assert kiosk.widget("set-up.choice.nl").accessibleDescription() == ""


def test_stop_ends_it_at_any_question(setting_up: SettingUp) -> None:
    setting_up.kiosk.press("set-up.choice.fr")
    setting_up.go_to("viewing")
    setting_up.kiosk.press("staff.cancel")
    assert setting_up.left == 1
    assert setting_up.kept == []


# -- the size of the screen ----------------------------------------------------------------------


def test_the_card_is_drawn_as_large_as_a_card_is(setting_up: SettingUp) -> None:
    setting_up.go_to("size")
    kiosk = setting_up.kiosk
    scale = kiosk.px_per_mm
    _, _, width, height = kiosk.box("set-up.card")
    assert (width, height) == (round(CARD_MM[0] * scale), round(CARD_MM[1] * scale))
    assert kiosk.name("set-up.value") == "Beeld: 476 × 268 mm"


def test_the_outline_that_shows_is_the_card(setting_up: SettingUp) -> None:
    """In the pixels: it is held against the glass."""
    setting_up.go_to("size")
    kiosk = setting_up.kiosk
    x, y, width, height = kiosk.box("set-up.card")
    picture = kiosk.picture()
    ground = picture.pixelColor(x - 3, y + height // 2)
    line = [picture.pixelColor(at, y + height // 2) for at in (x, x + width - 1)]
    assert all(colour.lightness() < ground.lightness() - 60 for colour in line)
    assert picture.pixelColor(x + width, y + height // 2) == ground


@pytest.mark.parametrize(
    ("press", "by"), [("less", -1), ("more", 1), ("much-less", -16), ("much-more", 16)]
)
def test_it_grows_and_shrinks_by_pixels(setting_up: SettingUp, press: str, by: int) -> None:
    setting_up.go_to("size")
    kiosk = setting_up.kiosk
    before = kiosk.box("set-up.card")[2]
    kiosk.press(f"set-up.{press}")
    assert kiosk.box("set-up.card")[2] == before + by


@pytest.mark.parametrize("size", [Size(1920, 1080), Size(1080, 1920), Size(1366, 768, 3.95)])
def test_it_never_grows_over_what_stands_around_it(
    start: Callable[[Plan], Kiosk], size: Size
) -> None:
    kiosk = start(Plan(pack_of(), size=size))
    setting_up = SettingUp(kiosk)
    setting_up.go_to("size")
    for _ in range(60):
        kiosk.press("set-up.much-more")
    x, y, width, height = kiosk.box("set-up.card")
    assert y + height <= kiosk.box("set-up.less")[1]
    text = kiosk.box("set-up.text")
    assert x + width <= text[0] or y >= text[1] + text[3]


# -- PINs ----------------------------------------------------------------------------------------


def test_a_pin_must_be_typed_twice_alike(setting_up: SettingUp) -> None:
    kiosk = setting_up.kiosk
    setting_up.go_to("pin")
    setting_up.type("123")
    assert not kiosk.shows("set-up.next"), "too short"
    assert kiosk.name("set-up.text") == "Nog te kort: 4 tot 8 cijfers."
    setting_up.type("4")
    kiosk.press("set-up.next")
    assert setting_up.screen.step == "pin-again"
    assert not kiosk.shows("set-up.next")
    setting_up.type("1235")
    assert kiosk.name("set-up.text") == "Dit is niet dezelfde pincode."
    assert not kiosk.shows("set-up.next")
    kiosk.press("staff.erase")
    setting_up.type("4")
    kiosk.press("set-up.next")
    assert setting_up.screen.step == "it-pin"


def test_a_pin_that_was_erased_is_not_set(setting_up: SettingUp, qtbot: QtBot) -> None:
    kiosk = setting_up.kiosk
    setting_up.go_to("pin")
    setting_up.type("1234")
    kiosk.press("set-up.next", "set-up.back", *["staff.erase"] * 4, "set-up.next")
    assert setting_up.screen.step == "it-pin"
    setting_up.go_to("save")
    setting_up.save(qtbot)
    assert setting_up.kept == [({}, {})]


def test_eight_digits_are_the_most(setting_up: SettingUp) -> None:
    setting_up.go_to("pin")
    setting_up.type("123456789")
    assert setting_up.kiosk.name("staff.pin-digits").startswith("8 ")


def test_no_digit_stands_on_the_screen(setting_up: SettingUp) -> None:
    setting_up.go_to("pin")
    setting_up.type("9753")
    said = [node.name + node.description for node in setting_up.kiosk.nodes()]
    assert not [text for text in said if "9753" in text]


def test_a_pin_that_is_there_stays_when_nothing_is_typed(kiosk: Kiosk) -> None:
    setting_up = SettingUp(kiosk, there=frozenset({"staff"}))
    setting_up.go_to("pin")
    assert kiosk.name("set-up.text") == "4 tot 8 cijfers. Niets typen: de pincode blijft."


# -- the keyboard --------------------------------------------------------------------------------


def test_digits_and_signs_can_be_typed(setting_up: SettingUp) -> None:
    kiosk = setting_up.kiosk
    setting_up.go_to("bottom")
    kiosk.key(Qt.Key.Key_Plus)
    assert kiosk.name("set-up.value") == "860 mm"
    setting_up.go_to("pin")
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_Return):
        kiosk.key(key)
    assert setting_up.screen.step == "pin-again"
    kiosk.key(Qt.Key.Key_1)
    kiosk.key(Qt.Key.Key_Backspace)
    assert kiosk.name("staff.pin-digits") == kiosk.look.strings("staff.pin_empty")


def test_the_whole_way_by_arrows_and_enter(setting_up: SettingUp) -> None:
    kiosk = setting_up.kiosk
    for _ in range(40):
        if setting_up.screen.step == "save":
            break
        widget = kiosk.widget("set-up.next")
        widget.setFocus()
        kiosk.key(Qt.Key.Key_Return)
    assert setting_up.screen.step == "save"


def test_when_it_is_left_the_keys_are_free(setting_up: SettingUp) -> None:
    setting_up.go_to("bottom")
    setting_up.screen.close_sheet()
    setting_up.kiosk.key(Qt.Key.Key_Plus)
    assert setting_up.kiosk.name("set-up.value") == "850 mm"


# -- where nothing can be written ----------------------------------------------------------------


def test_a_place_that_refuses_is_told_with_the_lines_to_copy(kiosk: Kiosk, qtbot: QtBot) -> None:
    trouble = "/etc/kiosk/settings.toml: Read-only file system"
    setting_up = SettingUp(kiosk, Outcome(trouble=trouble))
    kiosk.press("set-up.choice.fr")
    setting_up.go_to("save")
    setting_up.save(qtbot)
    assert kiosk.name("staff.title") == "Hier kan de kiosk niets bewaren"
    assert kiosk.name("set-up.text").split("\u2028") == [trouble, 'language = "fr"']
    setting_up.outcome = GOOD
    setting_up.save(qtbot)
    assert kiosk.name("staff.title") == "Bewaard", "it can be tried again"


def test_a_copy_is_told_instead(kiosk: Kiosk, qtbot: QtBot) -> None:
    setting_up = SettingUp(kiosk, Outcome(trouble="x: full", copy="/media/STICK"))
    kiosk.press("set-up.choice.fr")
    setting_up.go_to("save")
    setting_up.save(qtbot)
    assert kiosk.name("set-up.text").split("\u2028") == [
        "x: full",
        "Een kopie staat in /media/STICK.",
    ]


def test_an_error_is_told_too(kiosk: Kiosk, qtbot: QtBot) -> None:
    setting_up = SettingUp(kiosk)

    setting_up.outcome = RuntimeError("nothing works")
    setting_up.go_to("save")
    setting_up.save(qtbot)
    assert kiosk.name("staff.title") == "Hier kan de kiosk niets bewaren"
