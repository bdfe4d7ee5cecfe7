"""Every sheet of the display's loop, one after the other, for tours and for measuring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.domain.loop import Choice
from kiosk.domain.pixel_shift import Shift
from kiosk.ui.content import Content
from kiosk.ui.display.far import far_look
from kiosk.ui.display.frame import Dress
from kiosk.ui.display.manner import Manner
from kiosk.ui.display.reel import Reel
from kiosk.ui.screens.display import DisplayScreen
from kiosk.ui.theme.look import Look
from kiosk.ui.window import KioskWindow

# Of a pack of thousands the first are enough to see that its slides fit.
_MOST: Final = 200
_MESSAGE: Final = "Het spreekuur loopt 30 minuten uit."


def display_screens(window: KioskWindow, content: Content, look: Look) -> Iterator[str]:
    """Show each sheet of one round; then one with a message, and one past its review."""
    look = far_look(look)
    say = look.strings
    screen = DisplayScreen(window, look, lambda: 0.0)
    window.show_screen(screen)
    dress = Dress("UZ Voorbeeld", "Wachtzaal 2", "14:25", say("display.touch"))
    dress = dress._replace(shift=Shift(8, 8), margin=8)
    reel = Reel(content, Manner(choice=Choice()), None)
    seen: set[str] = set()
    while len(seen) < _MOST:
        sheet = reel.set(look, dress)
        name = f"display-{sheet.slide.id}-{reel.number}"
        if name in seen:
            break
        seen.add(name)
        screen.show_sheet(sheet, dress, reel.turn)
        yield name
        reel.advance()
    others = {
        "display-message": dress._replace(message=_MESSAGE),
        "display-note": dress._replace(note=say("display.note")),
    }
    for name, other in others.items():
        screen.show_sheet(reel.set(look, other), other, reel.turn)
        yield name
