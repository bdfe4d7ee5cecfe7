"""Runs Orca with a speech back end that writes what it is given to a file, one JSON line each.

For the system's Python, not ours: `python3 orca_aloud.py FILE`, with Orca on its path.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

USUAL_BACK_END = "orca.speechdispatcherfactory"


class Context(Protocol):
    """What Orca knows of a piece that it reads."""

    utterance: str


class SpeechServer:
    """What Orca takes for its speech dispatcher; whatever it does not know is done in silence.

    Orca's releases call the same in two styles, so both are there.
    """

    log = Path("nowhere")

    @staticmethod
    def getFactoryName() -> str:
        return "a file"

    @staticmethod
    def getSpeechServers() -> list[SpeechServer]:
        return [SpeechServer()]

    @staticmethod
    def getSpeechServer(_info: object = None) -> SpeechServer:
        return SpeechServer()

    @staticmethod
    def shutdownActiveServers() -> None:
        pass

    get_factory_name = getFactoryName
    get_speech_servers = getSpeechServers
    get_speech_server = getSpeechServer
    shutdown_active_servers = shutdownActiveServers

    def speak(self, text: str | None = None, *_rest: object, **_named: object) -> None:
        if text:
            with self.log.open("a", encoding="utf-8") as file:
                file.write(json.dumps(text) + "\n")

    def sayAll(self, utterances: Iterable[tuple[Context, object]], _progress: object) -> None:
        for context, _voice in utterances:
            self.speak(context.utterance)

    say_all = sayAll

    def __getattr__(self, name: str) -> Callable[..., None]:
        return _nothing


def _nothing(*_arguments: object, **_named: object) -> None:
    pass


def main(log: Path) -> int:
    """Run Orca until somebody ends it."""
    SpeechServer.log = log
    back_end: Any = ModuleType(USUAL_BACK_END)
    back_end.SpeechServer = SpeechServer
    sys.modules[USUAL_BACK_END] = back_end
    # As its own program does, without looking for another Orca of this user, which is none of ours.
    orca: Any = import_module("orca.orca")
    manager = orca.getSettingsManager()
    manager.activate(None, {})
    sys.path.insert(0, manager.getPrefsDir())
    settings: Any = import_module("orca.settings")
    settings.enableKeyEcho = False
    return int(orca.main() or 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
