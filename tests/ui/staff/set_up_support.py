"""A kiosk off screen that is being set up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.letters import Letters
from kiosk.domain.set_up import Draft, Facts
from kiosk.ui.set_up.screen import SetUpScreen
from kiosk.ui.set_up.summary import Outcome
from tests.ui.support.kiosk import Kiosk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kiosk.domain.staff import Level

LENGTHS = {"screen_bottom_mm": 850.0, "viewing_distance_mm": 600.0, "passive_distance_mm": 1500.0}
GOOD = Outcome(("/somewhere/settings.toml",))


class SettingUp:
    """A kiosk that is being set up, and what was kept."""

    def __init__(
        self, kiosk: Kiosk, outcome: Outcome = GOOD, there: frozenset[Level] = frozenset()
    ) -> None:
        self.kiosk = kiosk
        self.outcome: Outcome | Exception = outcome
        self.kept: list[tuple[dict[str, str | float], dict[Level, str]]] = []
        self.left = 0
        look = kiosk.look._replace(letters=Letters(100))
        glass = (look.metrics.width, look.metrics.height)
        languages = (("nl", "Nederlands"), ("fr", "Français"))
        known = Facts(languages, "nl", "touch", kiosk.px_per_mm, glass, LENGTHS, frozenset(), there)
        self.screen = SetUpScreen(kiosk.window, look, known, self._keep, kiosk.hands.keys)
        self.screen.left.connect(self._on_left)
        kiosk.session.pause()
        kiosk.window.show_screen(self.screen)
        self.screen.refresh()
        self.screen.start()
        kiosk.flush()

    def _keep(self, draft: Draft) -> Outcome:
        self.kept.append((dict(draft.values), dict(draft.pins)))
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def _on_left(self) -> None:
        self.left += 1

    def go_to(self, step: str) -> None:
        while self.screen.step != step:
            self.kiosk.press("set-up.next")

    def type(self, digits: str) -> None:
        for digit in digits:
            self.kiosk.press(f"staff.key.{digit}")

    def save(self, qtbot: QtBot) -> None:
        with qtbot.waitSignal(self.screen.kept, timeout=10_000):
            self.kiosk.press("set-up.next")
        self.kiosk.flush()
