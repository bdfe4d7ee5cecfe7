"""The sheets for sound, language, restart and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.host.volume import Loudness, Volume
from kiosk.ui.screens.language import LanguageScreen, Tongue
from kiosk.ui.screens.leaving import LeavingScreen, Way
from kiosk.ui.screens.volume import VolumeScreen
from kiosk.ui.sheet_screen import SheetScreen

if TYPE_CHECKING:
    from tests.ui.support.kiosk import Kiosk


def put(kiosk: Kiosk, screen: SheetScreen) -> list[str]:
    """Show a sheet; returns what it says from now on."""
    said: list[str] = []
    screen.chosen.connect(said.append)
    screen.left.connect(lambda: said.append("left"))
    kiosk.session.pause()
    kiosk.window.show_screen(screen)
    screen.refresh()
    screen.start()
    return said


class Machine(Volume):
    """A machine whose sound a test sets."""

    def __init__(self, loudness: Loudness | None) -> None:
        super().__init__()
        self.loudness = loudness
        self.asked: list[object] = []

    def ask(self) -> None:
        self.told.emit(self.loudness)

    def set_percent(self, percent: int) -> None:
        self.asked.append(percent)

    def set_muted(self, muted: bool) -> None:
        self.asked.append(muted)


def test_louder_and_quieter_by_ten(kiosk: Kiosk) -> None:
    machine = Machine(Loudness(45, muted=False))
    put(kiosk, VolumeScreen(kiosk.window, kiosk.look, machine))
    assert kiosk.name("volume.level") == "45 van 100"
    kiosk.press("volume.more", "volume.more", "volume.less")
    assert machine.asked == [55, 65, 55], "also where the machine is slow to answer"
    assert kiosk.name("volume.level") == "55 van 100"


@pytest.mark.parametrize(("now", "press", "then"), [(96, "more", 100), (4, "less", 0)])
def test_it_ends_at_nothing_and_at_all(kiosk: Kiosk, now: int, press: str, then: int) -> None:
    machine = Machine(Loudness(now, muted=False))
    put(kiosk, VolumeScreen(kiosk.window, kiosk.look, machine))
    kiosk.press(f"volume.{press}")
    assert machine.asked == [then]


def test_off_and_on_again(kiosk: Kiosk) -> None:
    machine = Machine(Loudness(45, muted=False))
    put(kiosk, VolumeScreen(kiosk.window, kiosk.look, machine))
    assert kiosk.name("volume.mute") == "Geluid uit"
    kiosk.press("volume.mute")
    machine.told.emit(Loudness(45, muted=True))
    assert kiosk.name("volume.level") == "Het geluid is uit"
    assert kiosk.name("volume.mute") == "Geluid aan"
    kiosk.press("volume.mute")
    assert machine.asked == [True, False]


def test_louder_turns_the_sound_on(kiosk: Kiosk) -> None:
    machine = Machine(Loudness(40, muted=True))
    put(kiosk, VolumeScreen(kiosk.window, kiosk.look, machine))
    kiosk.press("volume.more")
    assert machine.asked == [False, 50]


def test_no_sound_is_said_and_has_no_buttons(kiosk: Kiosk) -> None:
    put(kiosk, VolumeScreen(kiosk.window, kiosk.look, Machine(None)))
    assert kiosk.name("volume.level") == "Geen geluid op deze computer"
    assert not kiosk.shows("volume.more")
    assert not kiosk.shows("volume.bar")


def test_a_sheet_that_was_left_listens_no_more(kiosk: Kiosk) -> None:
    machine = Machine(Loudness(45, muted=False))
    screen = VolumeScreen(kiosk.window, kiosk.look, machine)
    put(kiosk, screen)
    screen.close_sheet()
    machine.told.emit(Loudness(90, muted=False))
    assert kiosk.name("volume.level") == "45 van 100"


TONGUES = (Tongue("nl", "Nederlands"), Tongue("fr", "Français"))


def test_a_language_is_chosen_by_its_own_name(kiosk: Kiosk) -> None:
    screen = LanguageScreen(kiosk.window, kiosk.look, TONGUES, "nl")
    said = put(kiosk, screen)
    assert kiosk.name("staff.title") == "De volgende bezoeker begint in: Nederlands"
    assert kiosk.widget("language.nl").accessibleDescription() == "nu gekozen"
    assert kiosk.name("language.fr") == "Français"
    kiosk.press("language.fr")
    assert said == ["language.fr"]
    put(kiosk, LanguageScreen(kiosk.window, kiosk.look, TONGUES, "fr"))
    assert kiosk.name("staff.title") == "De volgende bezoeker begint in: Français"
    assert kiosk.widget("language.nl").accessibleDescription() == ""


@pytest.mark.parametrize(
    ("way", "ask", "then"),
    [
        ("restart", "Opnieuw starten?", "De kiosk start nu opnieuw."),
        ("exit", "De kiosk afsluiten?", "De kiosk sluit nu af."),
    ],
)
def test_leaving_is_asked_once_and_said(kiosk: Kiosk, way: Way, ask: str, then: str) -> None:
    screen = LeavingScreen(kiosk.window, kiosk.look, way)
    said = put(kiosk, screen)
    assert kiosk.name("leaving.ask") == ask
    kiosk.press(f"leaving.{way}")
    assert said == [f"leaving.{way}"]
    assert kiosk.name("leaving.ask") == then
    assert not kiosk.shows("staff.cancel")
    screen.back()
    assert said == [f"leaving.{way}"]


def test_no_leads_back(kiosk: Kiosk) -> None:
    said = put(kiosk, LeavingScreen(kiosk.window, kiosk.look, "restart"))
    assert kiosk.name("staff.cancel") == "Nee"
    kiosk.press("staff.cancel")
    assert said == ["left"]
