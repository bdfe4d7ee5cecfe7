"""How far the marked sentence and the sound lie apart, seen on a real window (access.md S6)."""

from __future__ import annotations

import math
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.access.figure import Figure
from benchmarks.programs import PACK
from kiosk.content.packs import load
from kiosk.host.probe import QtProbe
from kiosk.proving.offscreen import ready
from tests.journeys.support.house import House, Plan
from tests.journeys.support.walks import open_topic
from tests.speech.fake import FakeVoice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.journeys.support.framebuffer import Framebuffer

SENTENCE_S, DELAY_S = 0.9, 0.4
"""How long each sentence sounds, and how long it takes to begin: longer than the bar."""

MOST_MS = 250.0
LOOK_S = 0.002
START_S = 10.0
"""How long the first sentence may take: its process must start."""


def measure() -> Iterator[Figure]:
    """A page of which the author's sentences are recorded, and the kiosk's own words are not.

    What pretends to be engine and player notes when it begins to sound.
    """
    with tempfile.TemporaryDirectory(prefix="drift-") as name:
        folder = Path(name)
        fake = FakeVoice(folder / "voice")
        fake.last(SENTENCE_S)
        fake.hesitate(DELAY_S)
        options = ("--pack", str(_recorded(folder / "pack")))
        env = (("KIOSK_SPEAKER", str(fake.program)),)
        house = House(folder)
        try:
            kiosk = house.own(Plan(env=env, options=options))
            open_topic(kiosk)
            kiosk.wait_for("nav.listen", timeout=20)
            kiosk.tap("nav.listen")
            yield from _figures(fake, _changes(kiosk.desk.screen, fake))
        finally:
            house.close()


def _figures(fake: FakeVoice, changes: Sequence[float]) -> Iterator[Figure]:
    sounds = zip(fake.began(), [one for one in fake.heard() if one.text], strict=False)
    found: dict[str, list[float]] = {"a recording": [], "the voice": []}
    for at, heard in sounds:
        by = "a recording" if heard.order["file"] else "the voice"
        found[by].append(1000 * min((abs(change - at) for change in changes), default=math.inf))
    for by, drifts in found.items():
        what = f"{by} of {len(drifts)} sentences"
        yield Figure("S6", what, max(drifts, default=math.nan), "ms", most=MOST_MS)


def _changes(screen: Framebuffer, fake: FakeVoice) -> list[float]:
    """The moments at which anything changed on the screen, until nothing is said any more."""
    last, found = screen.keep(), list[float]()
    began, begun_at = 0, time.monotonic() + START_S
    while time.monotonic() < begun_at + SENTENCE_S + DELAY_S + 1.0:
        if last.renew():
            found.append(time.monotonic())
        if len(fake.began()) > began:
            began, begun_at = began + 1, time.monotonic()
        time.sleep(LOOK_S)
    return found


def _recorded(folder: Path) -> Path:
    """The bundled pack, its first topic with a file for each sentence of the author."""
    shutil.copytree(PACK, folder)
    ready()
    loaded = load(folder, None, QtProbe)
    assert loaded.pack is not None, "the bundled pack can be opened"
    topic = loaded.pack.edition("nl").topics[0]
    audio = folder / "audio" / "nl" / topic.id
    audio.mkdir(parents=True)
    for page in topic.pages:
        for sentence in (page.heading, *page.sentences()):
            (audio / f"{sentence.id}.ogg").touch()
    loaded.close()
    return folder
