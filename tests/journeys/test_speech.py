"""Reading aloud in a real window, with a program that pretends to be the voice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.hand import HOLD_MS
from tests.journeys.support.house import Plan
from tests.journeys.support.waiting import wait_for
from tests.journeys.support.walks import open_home, open_topic
from tests.speech.fake import FakeVoice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.support.kiosk import Kiosk


@pytest.fixture
def fake(tmp_path: Path) -> FakeVoice:
    return FakeVoice(tmp_path / "voice")


@pytest.fixture
def talker(fake: FakeVoice, start: Callable[[Plan], Kiosk]) -> Kiosk:
    """A kiosk that speaks by that program."""
    return start(speaking(fake))


def speaking(fake: FakeVoice) -> Plan:
    return Plan(env=(("KIOSK_SPEAKER", str(fake.program)),))


def begin(kiosk: Kiosk, fake: FakeVoice, seconds: float = 60.0) -> None:
    """Have a page read; the first sentence lasts so long."""
    fake.last(seconds)
    open_topic(kiosk)
    kiosk.wait_for("nav.listen", timeout=20)
    kiosk.tap("nav.listen")
    wait_for(lambda: bool(fake.said()), "a first sentence", timeout=20)


def stopped(fake: FakeVoice) -> float | None:
    """The moment of the last order, if that is to be silent."""
    last = fake.heard()[-1]
    return last.at if "stop" in last.order else None


def test_a_page_is_said_in_the_order_of_the_tree(talker: Kiosk, fake: FakeVoice) -> None:
    """access.md S1: all visible text in reading order, and nothing before the touch (S3)."""
    open_topic(talker)
    talker.wait_for("nav.listen", timeout=20)
    assert fake.said() == []
    shown = talker.settled()
    names = [
        node.name
        for part in ("title", "progress", "heading", "body", "glossary")
        for node in shown.starting(f"topic.{part}")
    ]
    talker.tap("nav.listen")
    wait_for(lambda: talker.node("nav.listen").name == "Stop", "Stop", timeout=5)
    wait_for(lambda: talker.node("nav.listen").name == "Luister", "the end", timeout=30)
    said = " ".join(fake.said()).split()
    assert said == " ".join(names).replace(" ·", ",").split()


@pytest.mark.parametrize("how", ["the same place", "elsewhere", "another page", "a key"])
def test_any_touch_silences_it_within_300_ms(talker: Kiosk, fake: FakeVoice, how: str) -> None:
    """access.md S2, from the touch to the order that reaches the voice."""
    begin(talker, fake)
    spots = {
        "the same place": talker.node("nav.listen").centre,
        "elsewhere": talker.node("topic.body").centre,
        "another page": talker.node("nav.next").centre,
    }
    if how == "a key":
        down = time.monotonic()
        talker.key("Tab")
    else:
        talker.tap_spot(spots[how])  # which politely waits before it
        down = time.monotonic() - HOLD_MS / 1000
    moment = wait_for(lambda: stopped(fake), "silence", timeout=5)
    assert moment is not None
    assert moment - down < 0.3
    wait_for(lambda: talker.node("nav.listen").name == "Luister", "Luister", timeout=5)
    assert len(fake.said()) == 1


def test_a_voice_that_dies_takes_its_button_along_and_brings_it_back(
    talker: Kiosk, fake: FakeVoice
) -> None:
    """Issue 5: the kiosk is as quick as before meanwhile."""
    fake.behave("dying")
    open_topic(talker)
    talker.wait_for("nav.listen", timeout=20)
    talker.tap("nav.listen")
    talker.wait_until_gone("nav.listen", timeout=10)
    talker.step("nav.next")
    fake.behave("fine")
    talker.wait_for("nav.listen", timeout=20)


def test_an_engine_that_hangs_costs_nothing(
    start: Callable[[Plan], Kiosk], fake: FakeVoice
) -> None:
    """qt-facts.md 7: more than ten minutes in a bad machine."""
    fake.behave("hung")
    kiosk = start(speaking(fake))
    open_home(kiosk)
    wait_for(lambda: fake.starts() == 1, "a look for a voice", timeout=20)
    before = time.monotonic()
    kiosk.open(kiosk.settled().starting("home.topic.")[0].identifier, "screen.topic")
    for _ in range(3):
        kiosk.step("nav.next")
    assert time.monotonic() - before < 10
    assert kiosk.find("nav.listen") is None


def test_a_machine_without_a_voice_has_an_empty_place(
    start: Callable[[Plan], Kiosk], fake: FakeVoice
) -> None:
    fake.behave("none")
    kiosk = start(speaking(fake))
    open_topic(kiosk)
    wait_for(lambda: fake.starts() == 1, "a look for a voice", timeout=20)
    assert kiosk.settled().find("nav.listen") is None
