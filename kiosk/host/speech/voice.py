"""The kiosk's side of speech: starts the process that speaks, and never waits for it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from PySide6.QtCore import QObject, QProcess, Qt, QTimer, Signal

from kiosk.domain.speaking import limit_s, pause_s
from kiosk.host.let_go import let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Trouble = Literal["", "no-engine", "hung", "died", "silent"]

# An engine that has not told its voices by then never will; a sentence that does not begin by
# then is stuck; who does not stop by then is ended (access.md S2: 300 ms). In ms.
READY_MS = 15_000
BEGIN_MS = 4_000
STOP_MS = 200
# The process that nobody needed for so long ends, so that it holds no memory, in ms.
LINGER_MS = 60_000
# What a recording may take on top of its own time, in ms.
_OVER_MS = 4_500


class Order(NamedTuple):
    """What to say, and how: `volume` from 0 to 1, `rate` from -1 to 1; `file` is its recording."""

    text: str
    language: str
    volume: float = 1.0
    rate: float = 0.0
    file: str = ""


class Voice(QObject):
    """Says one thing at a time. Owns at most one process and its timers; `close()` ends them.

    `changed()`: it can say more, or less, than before. `began(number)`: it sounds from now on;
    `ended(number)`: it was said; `failed(number)`: it was not, and `changed` came before that.
    """

    changed = Signal()
    began = Signal(int)
    ended = Signal(int)
    failed = Signal(int)

    def __init__(
        self,
        command: Sequence[str],
        parent: QObject | None = None,
        has_engine: Callable[[], bool] = lambda: True,
    ) -> None:
        """`command` starts the process; `has_engine` tells cheaply whether it could speak at all."""
        super().__init__(parent)
        self._command = tuple(command)
        self._has_engine = has_engine
        self._process: QProcess | None = None
        self._ready = False
        self._asked = False
        self._rest = b""
        self._number = 0
        self._order: Order | None = None
        self._stopping = 0
        self._failures = 0
        self.voices: Mapping[str, tuple[str, ...]] = {}
        self.trouble: Trouble = ""
        self._watch = self._timer(self._on_stuck)
        self._linger = self._timer(self._let_go)
        self._retry = self._timer(self._again)
        self._retry.setTimerType(Qt.TimerType.VeryCoarseTimer)

    @property
    def asked(self) -> bool:
        """Whether it is known what it can say."""
        return self._asked

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for a language now."""
        return language.replace("-", "_").split("_")[0] in self.voices

    def look(self) -> None:
        """Find out which voices there are, unless that is known or under way."""
        if self._process is not None or self._asked or self._retry.isActive():
            return
        if not self._has_engine():
            self._asked = True
            self._set({}, "no-engine")
            return
        self._start()

    def say(self, number: int, order: Order) -> None:
        """Say something; `number` comes back with what became of it."""
        if self._process is None:
            self._start()
        self._linger.stop()
        self._number, self._order = number, order
        self._write(say=number, **order._asdict())
        self._watch.start(BEGIN_MS if self._ready else READY_MS)

    def stop(self) -> None:
        """Fall silent now, whatever the process does."""
        if not self._number:
            return
        self._number, self._order = 0, None
        if not self._ready:
            # It did not speak yet, and would before it heard of this.
            self._let_go()
            if not self._asked:
                self._retry.start(round(1000 * pause_s(1)))
            return
        self._stopping += 1
        self._write(stop=self._stopping)
        self._watch.start(STOP_MS)

    def close(self) -> None:
        """End the process; nothing is told any more."""
        self._retry.stop()
        self._let_go()

    # -- the process ---------------------------------------------------------------------------

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def _start(self) -> None:
        self._retry.stop()
        self._ready, self._rest = False, b""
        process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments(list(self._command[1:]))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_told)
        process.finished.connect(self._on_gone)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        self._watch.start(READY_MS)
        process.start()

    def _write(self, **order: object) -> None:
        if self._process is not None:
            self._process.write(json.dumps(order).encode() + b"\n")

    def _let_go(self) -> None:
        """End the process, whatever state it is in, without waiting for it."""
        self._watch.stop()
        self._linger.stop()
        self._ready = False
        process, self._process = self._process, None
        if process is None:
            return
        process.readyReadStandardOutput.disconnect(self._on_told)
        process.finished.disconnect(self._on_gone)
        process.errorOccurred.disconnect(self._on_error)
        let_go(process)

    def _again(self) -> None:
        self._asked = False
        self.look()

    # -- what it tells -------------------------------------------------------------------------

    def _on_told(self) -> None:
        process = self._process
        if process is None:
            return
        heard = self._rest + bytes(process.readAllStandardOutput().data())
        *lines, self._rest = heard.split(b"\n")
        for line in lines:
            told: Any = None
            with suppress(ValueError):
                told = json.loads(line)
            if isinstance(told, dict) and self._process is process:
                self._on_event(cast("dict[str, Any]", told))

    def _on_event(self, told: dict[str, Any]) -> None:
        if "voices" in told:
            self._on_voices({str(code): tuple(names) for code, names in told["voices"].items()})
        elif told.get("began") == self._number != 0 and self._order is not None:
            seconds = float(told.get("seconds") or 0)
            own = limit_s(self._order.text, self._order.rate)
            self._watch.start(round(1000 * seconds + _OVER_MS if seconds else 1000 * own))
            self.began.emit(self._number)
        elif told.get("ended") == self._number != 0:
            number, self._number, self._order = self._number, 0, None
            self._failures = 0
            self._rest_a_while()
            self.ended.emit(number)
        elif told.get("failed") == self._number != 0:
            self._fall("silent")
        elif told.get("stopped") == self._stopping != 0 and not self._number:
            self._rest_a_while()

    def _on_voices(self, voices: Mapping[str, tuple[str, ...]]) -> None:
        self._ready = self._asked = True
        self._set(voices, "" if voices else "no-engine")
        if self._number:
            self._watch.start(BEGIN_MS)
        else:
            self._let_go()  # it was only asked; who never listens pays for nothing
        if not voices:
            # Somebody may install one: look again, seldom.
            self._retry.start(round(1000 * pause_s(99)))

    def _rest_a_while(self) -> None:
        self._watch.stop()
        self._linger.start(LINGER_MS)

    def _set(self, voices: Mapping[str, tuple[str, ...]], trouble: Trouble) -> None:
        if (voices, trouble) != (self.voices, self.trouble):
            self.voices, self.trouble = voices, trouble
            self.changed.emit()

    # -- what goes wrong -----------------------------------------------------------------------

    def _on_stuck(self) -> None:
        if self._ready and not self._number:
            self._let_go()  # it did not stop in time: what comes next gets a new one
        else:
            self._fall("silent" if self._ready else "hung")

    def _on_gone(self) -> None:
        self._fall("died")

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fall("died")

    def _fall(self, trouble: Trouble) -> None:
        """It cannot be relied on: no voice for a while, then it is asked again."""
        number, self._number, self._order = self._number, 0, None
        self._let_go()
        self._failures += 1
        self._asked = True
        self._retry.start(round(1000 * pause_s(self._failures)))
        self._set({}, trouble)
        if number:
            self.failed.emit(number)
