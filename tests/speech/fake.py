"""A program that pretends to speak, by the orders of docs/speech.md; its folder says how well.

The file `manner` there holds one word: fine, none (no voice), hung (never tells its voices), mute
(never begins), stuck (never ends), deaf (never stops), dying (ends in mid-sentence). The file
`seconds` says how long a sentence lasts, `delay` how long it takes to begin. Every order and its
moment is written to `log`, every moment at which a sentence begins to `began`.
"""

from __future__ import annotations

import json
import os
import select
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple


class Heard(NamedTuple):
    """An order that came, and when (seconds of the machine's monotonic clock)."""

    at: float
    order: dict[str, Any]

    @property
    def text(self) -> str:
        """What was to be said; "" for a stop."""
        return str(self.order.get("text", ""))


class FakeVoice:
    """A folder with a program in it that pretends to speak."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.program = folder / "speaker"
        root = Path(__file__).parents[2]
        self.program.write_text(
            f'#!/bin/sh\ncd "{root}"\nexec "{sys.executable}" -m tests.speech.fake "{folder}"\n',
            "utf-8",
        )
        self.program.chmod(0o755)
        self.behave("fine")
        self.last(0.05)
        self.hesitate(0.0)

    def behave(self, manner: str) -> None:
        """How it behaves from its next start on."""
        (self.folder / "manner").write_text(manner, "utf-8")

    def last(self, seconds: float) -> None:
        """How long a sentence lasts."""
        (self.folder / "seconds").write_text(str(seconds), "utf-8")

    def hesitate(self, seconds: float) -> None:
        """How long it takes from an order to the sound."""
        (self.folder / "delay").write_text(str(seconds), "utf-8")

    def began(self) -> list[float]:
        """The moments at which a sentence began to sound (seconds of the monotonic clock)."""
        try:
            return [float(at) for at in (self.folder / "began").read_text("utf-8").split()]
        except FileNotFoundError:
            return []

    def heard(self) -> list[Heard]:
        """Every order so far."""
        try:
            lines = (self.folder / "log").read_text("utf-8").splitlines()
        except FileNotFoundError:
            return []
        return [Heard(float(at), json.loads(order)) for at, order in map(_halves, lines)]

    def said(self) -> list[str]:
        """Every sentence that was to be said, in order."""
        return [one.text for one in self.heard() if one.text]

    def starts(self) -> int:
        """How many times the program was started."""
        try:
            return len((self.folder / "starts").read_text("utf-8"))
        except FileNotFoundError:
            return 0


def _halves(line: str) -> tuple[str, str]:
    at, _, order = line.partition(" ")
    return at, order


def main(folder: Path) -> None:
    """Be that program."""
    with (folder / "starts").open("a", encoding="utf-8") as starts:
        starts.write("x")
    manner = (folder / "manner").read_text("utf-8")
    if manner == "hung":
        sys.stdin.read()
        return
    _tell(voices={} if manner == "none" else {"nl": ["Nep"], "fr": ["Feinte"]})
    number, end = 0, 0.0
    while True:
        left = max(0.0, end - time.monotonic()) if number and manner != "stuck" else None
        if not select.select([0], [], [], left)[0]:
            _tell(ended=number)
            number = 0
            continue
        data = os.read(0, 65536)
        if not data:
            return
        for line in data.splitlines():
            order = json.loads(line)
            with (folder / "log").open("a", encoding="utf-8") as log:
                log.write(f"{time.monotonic()} {line.decode()}\n")
            number = _follow(order, manner, folder)
            end = time.monotonic() + float((folder / "seconds").read_text("utf-8"))


def _follow(order: dict[str, Any], manner: str, folder: Path) -> int:
    """Do what is ordered; the number of what is being said now."""
    if "stop" in order:
        if manner != "deaf":
            _tell(stopped=order["stop"])
        return 0
    if manner == "mute":
        return 0
    time.sleep(float((folder / "delay").read_text("utf-8")))
    with (folder / "began").open("a", encoding="utf-8") as began:
        began.write(f"{time.monotonic()}\n")
    _tell(began=order["say"])
    if manner == "dying":
        os._exit(1)
    return int(order["say"])


def _tell(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
