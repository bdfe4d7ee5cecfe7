"""How loud the machine is: asks and sets it by the sound system's own command line."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QStandardPaths, QTimer, Signal

from kiosk.host.let_go import let_go

# A sound system that does not answer within this time counts as none, in ms.
ANSWER_MS = 3000
LOUDEST = 100
# What PulseAudio and PipeWire pretend to play on where there is no sound card.
NO_CARD = "auto_null"


class Loudness(NamedTuple):
    """How loud it is, from 0 to 100, and whether the sound is off."""

    percent: int
    muted: bool


class Mixer(NamedTuple):
    """One program that knows the volume.

    `ask` are argument lists whose outputs, joined, `read` understands: None where it says that
    there is no sound. The others set it; in `level` "{percent}" and "{share}" (of 1) are filled in.
    """

    program: str
    ask: tuple[tuple[str, ...], ...]
    read: Callable[[str], Loudness | None]
    level: tuple[str, ...]
    off: tuple[str, ...]
    on: tuple[str, ...]

    def louder(self, percent: int) -> tuple[str, ...]:
        """The arguments that set the volume."""
        return tuple(part.format(percent=percent, share=percent / 100) for part in self.level)


_PIPEWIRE = "@DEFAULT_AUDIO_SINK@"
_PULSE = "@DEFAULT_SINK@"


def _read_wpctl(said: str) -> Loudness | None:
    found = re.search(r"^Volume: (\d+(?:\.\d+)?)", said, re.MULTILINE)
    if found is None or NO_CARD in said:
        return None
    return _loudness(round(100 * float(found.group(1))), muted="[MUTED]" in said)


def _read_pactl(said: str) -> Loudness | None:
    found = re.search(r"/\s*(\d+)%\s*/", said)
    if found is None or NO_CARD in said:
        return None
    return _loudness(int(found.group(1)), muted="Mute: yes" in said)


def _read_amixer(said: str) -> Loudness | None:
    found = re.search(r"\[(\d+)%\]", said)
    if found is None:
        return None
    return _loudness(int(found.group(1)), muted="[off]" in said)


def _loudness(percent: int, *, muted: bool) -> Loudness:
    return Loudness(max(0, min(LOUDEST, percent)), muted)


# In this order: on a machine with PipeWire all three may be there, and wpctl knows it best.
MIXERS = (
    Mixer(
        "wpctl",
        (("get-volume", _PIPEWIRE), ("inspect", _PIPEWIRE)),
        _read_wpctl,
        ("set-volume", _PIPEWIRE, "{share:.2f}"),
        ("set-mute", _PIPEWIRE, "1"),
        ("set-mute", _PIPEWIRE, "0"),
    ),
    Mixer(
        "pactl",
        (("get-default-sink",), ("get-sink-volume", _PULSE), ("get-sink-mute", _PULSE)),
        _read_pactl,
        ("set-sink-volume", _PULSE, "{percent}%"),
        ("set-sink-mute", _PULSE, "1"),
        ("set-sink-mute", _PULSE, "0"),
    ),
    Mixer(
        "amixer",
        (("-M", "sget", "Master"),),
        _read_amixer,
        ("-M", "sset", "Master", "{percent}%"),
        ("sset", "Master", "mute"),
        ("sset", "Master", "unmute"),
    ),
)


class Volume(QObject):
    """The volume of the machine. `told(loudness)`: how loud it is now; None where nothing knows.

    Owns at most one running program; nothing here waits for it. `close()` ends it.
    """

    told = Signal(object)

    def __init__(
        self, parent: QObject | None = None, find: Callable[[str], str] | None = None
    ) -> None:
        """`find` tells where a program is, "" where there is none such."""
        super().__init__(parent)
        self._find = find or QStandardPaths.findExecutable
        self._left: list[Mixer] = []
        self._mixer: Mixer | None = None
        self._todo: list[tuple[str, ...]] = []
        self._running: tuple[str, ...] = ()
        self._said = ""
        self._process: QProcess | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(ANSWER_MS)
        self._limit.timeout.connect(self._on_too_long)

    def ask(self) -> None:
        """Look anew who knows the volume, and tell it."""
        self._stop()
        self._left = list(MIXERS)
        self._next_mixer()

    def set_percent(self, percent: int) -> None:
        """Set the volume, from 0 to 100, then tell how loud it is."""
        if self._mixer is not None:
            self._change(self._mixer.louder(max(0, min(LOUDEST, percent))))

    def set_muted(self, muted: bool) -> None:
        """Turn the sound off or on, then tell how loud it is."""
        if self._mixer is not None:
            self._change(self._mixer.off if muted else self._mixer.on)

    def close(self) -> None:
        """End what runs; nothing is told any more."""
        process = self._process
        self._stop()
        self._left = []
        self._mixer = None
        if process is not None:
            process.waitForFinished(ANSWER_MS)

    # -- one program after the other ---------------------------------------------------------

    def _change(self, arguments: tuple[str, ...]) -> None:
        assert self._mixer is not None, "asked for where something knows the volume"
        # Questions that are still to be asked are overtaken; every change counts.
        changes = [one for one in self._todo if one not in self._mixer.ask]
        self._todo = [*changes, arguments, *self._mixer.ask]
        if self._process is None:
            self._run()

    def _next_mixer(self) -> None:
        while self._left:
            mixer = self._left.pop(0)
            if self._find(mixer.program):
                self._mixer, self._todo = mixer, list(mixer.ask)
                self._run()
                return
        self._mixer = None
        self.told.emit(None)

    def _run(self) -> None:
        assert self._mixer is not None, "there is one to run"
        self._running = self._todo.pop(0)
        if self._running == self._mixer.ask[0]:
            self._said = ""
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("LC_ALL", "C")
        process.setProcessEnvironment(environment)
        process.setProgram(self._find(self._mixer.program))
        process.setArguments(list(self._running))
        process.setStandardErrorFile(os.devnull)
        process.setStandardInputFile(os.devnull)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        self._limit.start()
        process.start()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process = self._process
        if process is None or self._mixer is None:
            return
        output = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        self._let_go()
        if code != 0 or status is not QProcess.ExitStatus.NormalExit:
            self._fail()
            return
        self._said += output if self._running in self._mixer.ask else ""
        if self._todo:
            self._run()
            return
        loudness = self._mixer.read(self._said)
        if loudness is None:
            self._fail()
        else:
            self._left = []
            self.told.emit(loudness)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._let_go()
            self._fail()

    def _on_too_long(self) -> None:
        self._let_go()
        self._fail()

    def _fail(self) -> None:
        """This one does not know: ask the next; after the last, nothing does."""
        self._todo = []
        self._next_mixer()

    def _stop(self) -> None:
        self._todo = []
        self._let_go()

    def _let_go(self) -> None:
        self._limit.stop()
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._on_finished)
        process.errorOccurred.disconnect(self._on_error)
        let_go(process)
