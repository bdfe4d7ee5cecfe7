"""The window of `kiosk set-up`: the set-up screens alone, by touch and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from kiosk import paths
from kiosk.bundle import DEFAULT, Bundle
from kiosk.commands.run_options import RunOptions
from kiosk.commands.set_up import facts
from kiosk.configuration.set_up_files import Keeper, places
from kiosk.domain.letters import Letters
from kiosk.faces.pane import Pane
from kiosk.pack_choice import candidates
from kiosk.store.pins import open_pins
from kiosk.ui.set_up.screen import SetUpScreen
from kiosk.ui.touch.hands import Hands

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.commands.options import SetUpOptions
    from kiosk.domain.staff import Level
    from kiosk.log import Log
    from kiosk.settings import LoadedSettings
    from kiosk.ui.set_up.summary import Outcome
    from kiosk.ui.theme.look import Look

# The letters of staff's screens: one fixed step, in light colours.
STAFF_LETTERS = Letters(100)


class SetUpWindow(QObject):
    """Owns the window, its input and the screen; ends the event loop. `close()` lets go.

    `outcome` is what came of keeping the answers; None as long as nobody kept them.
    """

    def __init__(
        self,
        options: SetUpOptions,
        loaded: LoadedSettings,
        data: Path,
        log: Log,
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self.outcome: Outcome | None = None
        settings = loaded.settings
        run = RunOptions(windowed=options.windowed, screen=options.screen)
        self._pane = Pane(run, settings, log)
        self.window = self._pane.window
        bundle = Bundle(data / "cache")
        self._looks = self._pane.looks(bundle, lambda _path: None)
        self._language = options.language or settings.language or DEFAULT
        self.hands = Hands(self.window, self._pane.px_per_mm, clock, settings.tap_guard_ms / 1000)
        fixed: dict[Level, str] = {"staff": settings.pin_hash, "it": settings.it_pin_hash}
        pins = open_pins(data, paths.protected_folder(), fixed, clock()).pins
        codes = _spoken(bundle, settings.pack, data)
        known = facts(
            settings,
            [(code, bundle.strings(code)("language.name") or code) for code in codes],
            settings.language if settings.language in codes else codes[0],
            self._pane.px_per_mm(),
            (self.window.width(), self.window.height()),
            pins,
        )
        keeper = Keeper(places(options.settings, loaded.file), pins, data)
        self.screen = SetUpScreen(self.window, self._look(), known, keeper.keep, self.hands.keys)
        self.screen.left.connect(self._on_left)
        self.screen.kept.connect(self._on_kept)
        self.window.resized.connect(self._on_resized)
        self.hands.keys.escape.connect(self.screen.back)
        self.hands.field.touched.connect(self.hands.keys.pointer_used)
        self.hands.keys.keyboard_used.connect(self._on_keyboard)

    def show(self) -> None:
        """Show the first step."""
        self.window.show_screen(self.screen)
        self.screen.set_look(self._look())
        self.screen.start()
        self._pane.show()

    def close(self) -> None:
        """Let go of everything."""
        self.screen.close_sheet()
        self.hands.close()
        self._pane.close()
        self.window.close()

    def _look(self) -> Look:
        return self._looks(STAFF_LETTERS, self._language, False)

    def _on_resized(self) -> None:
        self.screen.set_look(self._look())

    def _on_keyboard(self, in_use: bool) -> None:
        self._look().kit.keyboard.in_use = in_use
        self.window.update()

    def _on_kept(self, outcome: Outcome) -> None:
        self.outcome = outcome

    def _on_left(self) -> None:
        QCoreApplication.exit(0)


def _spoken(bundle: Bundle, pack: str, data: Path) -> tuple[str, ...]:
    """The languages of the pack that the interface speaks too, the usual one first.

    By the folders of the pack, not by its files: what is wrong in those is another matter.
    """
    folders = candidates(None, pack, data).folders[:1]
    there = {topics.parent.name for folder in folders for topics in folder.glob("*/topics")}
    both = [code for code in bundle.languages if code in there] or [*bundle.languages]
    return tuple(sorted(both, key=lambda code: code != DEFAULT)) or (DEFAULT,)
