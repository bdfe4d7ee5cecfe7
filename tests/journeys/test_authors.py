"""An author from outside: makes a pack, shows it, and sees what is saved at the same page."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.house import Plan
from tests.journeys.support.kiosk import REPOSITORY
from tests.journeys.support.waiting import wait_for
from tests.journeys.support.walks import page, pages_onward

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.support.kiosk import Kiosk

TOPICS, QUESTIONS = 2, 1


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack as the command makes it, French first."""
    folder = tmp_path / "my-pack"
    counts = ["--topics", str(TOPICS), "--questions", str(QUESTIONS)]
    command = [sys.executable, "main.py", "new", str(folder), "--language", "fr"]
    done = subprocess.run(
        [*command, "--language", "nl", *counts],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "2 topics, 1 question" in done.stdout
    return folder


def test_a_new_pack_is_read_to_the_end_of_its_quiz(
    start: Callable[[Plan], Kiosk], pack: Path
) -> None:
    kiosk = start(Plan(options=("--pack", str(pack))))
    kiosk.open("attract.read", "screen.home")
    kiosk.open("home.topic.topic-1", "screen.topic")
    headings = {page(shown).heading for shown in pages_onward(kiosk)}
    assert {"Dites le message ici", "Rendez clair un mot dur"} <= headings
    kiosk.wait_for("screen.quiz")
    kiosk.open("quiz.option.1", "quiz.verdict")
    kiosk.open("quiz.next", "screen.quiz-result")


def test_what_is_saved_shows_where_the_author_reads(
    start: Callable[[Plan], Kiosk], pack: Path
) -> None:
    kiosk = start(Plan(options=("--pack", str(pack), "--watch", "--windowed", "1120x630")))
    kiosk.open("attract.read", "screen.home")
    kiosk.open("home.topic.topic-2", "screen.topic")
    kiosk.step("nav.next")
    assert page(kiosk.settled()).heading == "Rendez clair un mot dur"
    file = pack / "fr/topics/20-topic-2.md"
    whole = file.read_text("utf-8")

    def save(text: str) -> None:
        new = file.with_suffix(".new")
        new.write_text(text, "utf-8")
        new.replace(file)

    save(whole.replace("Rendez clair un mot dur", "Un mot tout neuf"))
    wait_for(lambda: page(kiosk.settled()).heading == "Un mot tout neuf", "the new words")
    save(whole.split("---")[0].replace("topic-2", ""))
    kiosk.settled()
    assert page(kiosk.settled()).heading == "Un mot tout neuf"
    save(whole)
    wait_for(lambda: page(kiosk.settled()).heading == "Rendez clair un mot dur", "the words before")
