"""Every screen of the staff's menu, one after the other, for tours and for measuring."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.host.volume import Loudness, Volume
from kiosk.proving.walk_gate import gate_screens
from kiosk.proving.walk_handout import handout_screens
from kiosk.proving.walk_health import health_screens
from kiosk.proving.walk_set_up import set_up_screens
from kiosk.ui.message_board import MessageBoard
from kiosk.ui.screen import Screen
from kiosk.ui.screens.cleaning import CleaningScreen
from kiosk.ui.screens.language import LanguageScreen, Tongue
from kiosk.ui.screens.leaving import LeavingScreen
from kiosk.ui.screens.message import MessageScreen
from kiosk.ui.screens.staff import StaffScreen, Standing
from kiosk.ui.screens.volume import VolumeScreen
from kiosk.ui.theme.look import Look
from kiosk.ui.window import KioskWindow

# As long as a message may be (`domain.message.MOST_WORDS`), two short ones, and as many as may be.
LONGEST = "De dokter komt ongeveer dertig minuten later. Dank u voor uw geduld."
MESSAGES = ("Het spreekuur loopt uit.", LONGEST, "De balie is even dicht.", *[LONGEST] * 6)
TONGUES = (
    Tongue("nl", "Nederlands"),
    Tongue("fr", "Français"),
    Tongue("en", "English"),
    Tongue("de", "Deutsch"),
)

Maker = Callable[[KioskWindow, Look], Screen]


def staff_screens() -> dict[str, Maker]:
    """How each screen is made, by the name of its picture."""
    return {
        **gate_screens(),
        **health_screens(),
        **set_up_screens(),
        **handout_screens(),
        "staff": StaffScreen,
        "staff-attention": _menu_with_findings,
        "cleaning": _cleaning,
        "volume": lambda window, look: _volume(window, look, Loudness(40, muted=False)),
        "volume-off": lambda window, look: _volume(window, look, Loudness(40, muted=True)),
        "volume-none": lambda window, look: _volume(window, look, None),
        "language": lambda window, look: LanguageScreen(window, look, TONGUES, "nl"),
        "message": _message,
        "message-minutes": _message_for,
        "message-up": _message_up,
        "message-none": lambda window, look: _messages(window, look, ()),
        "restart": lambda window, look: LeavingScreen(window, look, "restart"),
        "exit": lambda window, look: LeavingScreen(window, look, "exit"),
    }


def _menu_with_findings(window: KioskWindow, look: Look) -> Screen:
    return StaffScreen(window, look, Standing("display", red=2, locked=True))


def _cleaning(window: KioskWindow, look: Look) -> Screen:
    return CleaningScreen(window, look, lambda: 0.0)


def _volume(window: KioskWindow, look: Look, loudness: Loudness | None) -> Screen:
    screen = VolumeScreen(window, look, Volume(window))
    screen.show_loudness(loudness)
    return screen


def _messages(window: KioskWindow, look: Look, messages: tuple[str, ...]) -> MessageScreen:
    return MessageScreen(window, look, messages, MessageBoard(window, lambda: 0.0))


def _message(window: KioskWindow, look: Look) -> Screen:
    return _messages(window, look, MESSAGES)


def _message_for(window: KioskWindow, look: Look) -> Screen:
    board = MessageBoard(window, lambda: 0.0)
    screen = MessageScreen(window, look, MESSAGES, board, lambda _text: True)
    screen.pick(LONGEST)
    return screen


def _message_up(window: KioskWindow, look: Look) -> Screen:
    board = MessageBoard(window, lambda: 0.0)
    board.put(LONGEST, 30)
    board.close()
    return MessageScreen(window, look, MESSAGES, board)
