"""Every screen by two keys alone, Tab and Enter: all is reached, in the order of reading (X2)."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.journeys.support.house import Plan
from tests.journeys.support.kiosk import REPOSITORY
from tests.journeys.support.switch import Switch, order_problems
from tests.journeys.support.waiting import pause_until, wait_for
from tests.journeys.test_keyboard import PX_PER_MM, RING_MM, ring_pixels
from tests.journeys.test_menu import PIN, STAFFED, open_menu
from tests.journeys.test_set_up import SETTING_UP
from tests.journeys.test_talk import GATE_ASKS_S
from tests.journeys.test_two_screens import GLASS, Screens, fills

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.support.framebuffer import Box
    from tests.journeys.support.kiosk import Kiosk

TALK = Plan(options=("--mode", "presentation"), first_screen="screen.talk")
SHEETS = (
    ("staff.message", "screen.message", "message.pick.1", "message.minutes.15"),
    ("staff.language", "screen.language"),
    ("staff.volume", "screen.volume"),
    ("staff.handout", "screen.handout", "handout.pages", "screen.save-to"),
    ("staff.health", "screen.health", "health.save", "screen.save-to"),
    ("staff.restart", "screen.leaving"),
    ("staff.set-up", "screen.staff-pin"),
    ("staff.exit", "screen.staff-pin"),
)


def test_the_screens_after_a_quiz_and_the_sheets(kiosk: Kiosk) -> None:
    hand = Switch(kiosk)
    wrong: list[str] = []
    hand.press("attract.read", "screen.home")
    hand.press("nav.view", "screen.view", "space")
    wrong += order_problems(kiosk)
    hand.press("view.about", "screen.about")
    wrong += order_problems(kiosk)
    hand.press("nav.home", "screen.home")
    hand.press("home.quiz", "screen.quiz")
    hand.press("quiz.option.1", "quiz.verdict")
    hand.press("quiz.stop", "screen.quiz-result")
    wrong += order_problems(kiosk)
    assert wrong == []


def test_every_choice_of_the_sheet_by_the_second_key(kiosk: Kiosk) -> None:
    """Each changes something that shows, and the focus stays where it was."""
    hand = Switch(kiosk)
    hand.press("attract.read", "screen.home")
    hand.press("nav.view", "screen.view")
    offered = [node.identifier for node in kiosk.settled().starting("view.")]
    for choice in [one for one in offered if one not in {"view.title", "view.about"}]:
        begun = seen = words(kiosk)
        for key in ("Return", "space") * 2:
            hand.press(choice, choice, key)
            seen = wait_for(lambda was=seen: other(was, words(kiosk)), f"a change by {choice}")
            focused = wait_for(lambda: kiosk.snapshot().focused(), "a focus")
            assert focused.identifier == choice
            if seen == begun:
                break
            # Two presses of one moment are, on X, one key held down.
            pause_until(time.monotonic() + 0.15)
        assert seen == begun, f"{choice} does not come round"


def test_home_with_more_than_six_topics_and_the_ring(
    start: Callable[[Plan], Kiosk], tmp_path: Path
) -> None:
    folder = tmp_path / "pack"
    options = ["--language", "nl", "--topics", "8", "--questions", "1"]
    command = [sys.executable, "main.py", "new", str(folder), *options]
    subprocess.run(command, cwd=REPOSITORY, capture_output=True, timeout=60, check=True)
    kiosk = start(Plan(options=("--pack", str(folder))))
    hand = Switch(kiosk)
    hand.press("attract.read", "screen.home")
    wrong = order_problems(kiosk)
    hand.press("nav.next", "home.topic.topic-8")
    wrong += order_problems(kiosk)
    assert wrong == []
    assert ringless(kiosk) == []
    hand.press("home.topic.topic-8", "screen.topic", "space")
    kiosk.key("Escape")
    kiosk.wait_for("home.topic.topic-8")
    hand.press("nav.next", "home.topic.topic-1")


def ringless(kiosk: Kiosk) -> list[str]:
    """The controls of a screen around which nothing shows the focus."""
    kiosk.tap_spot((960, 8))
    plain = kiosk.still_picture()
    found: list[str] = []
    hand = Switch(kiosk)
    for _ in kiosk.settled().controls():
        hand.on()
        node = wait_for(lambda: kiosk.snapshot().focused(), "a focus")
        ring = ring_pixels(plain, kiosk.still_picture(still_s=0.05), node.box)
        if ring < 0.9 * 2 * sum(node.box[2:]) * RING_MM * PX_PER_MM:
            found.append(node.line())
    return found


def words(kiosk: Kiosk) -> list[tuple[str, str, Box]]:
    """Who shows, with which words, and where."""
    return [(node.identifier, node.name, node.box) for node in kiosk.settled()]


def other(was: object, now: list[tuple[str, str, Box]]) -> list[tuple[str, str, Box]] | None:
    return None if now == was else now


def type_pin(kiosk: Kiosk, hand: Switch, pin: str) -> None:
    """By Tab and Enter over the keys of the pad."""
    kiosk.wait_for("screen.staff-pin")
    for digit in pin:
        hand.press(f"staff.key.{digit}", f"staff.key.{digit}")
        pause_until(time.monotonic() + 0.15)
    hand.press("staff.ok", "screen.staff")


def test_the_gate_the_menu_and_each_of_its_sheets(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(STAFFED)
    hand = Switch(kiosk)
    kiosk.key("ctrl+shift+F12")
    kiosk.wait_for("screen.staff-pin")
    wrong = order_problems(kiosk)
    type_pin(kiosk, hand, PIN)
    wrong += order_problems(kiosk)
    for button, screen, *further in SHEETS:
        hand.press(button, screen)
        wrong += order_problems(kiosk)
        if further:
            hand.press(further[0], further[1], "space")
            wrong += order_problems(kiosk)
        escape_to(kiosk, "screen.staff")
    assert wrong == []


def escape_to(kiosk: Kiosk, screen: str) -> None:
    """Esc goes back, sheet by sheet."""
    while kiosk.snapshot().screen() != screen:
        before = kiosk.snapshot().content()
        kiosk.key("Escape")
        wait_for(lambda was=before: kiosk.snapshot().content() != was, "the sheet before")


def test_what_the_menu_starts_and_how_it_ends(start: Callable[[Plan], Kiosk]) -> None:
    """Talk, display, cleaning, and patients again: by keys alone."""
    kiosk = start(STAFFED)
    hand = Switch(kiosk)
    open_menu(kiosk)
    hand.press("staff.presentation", "talk.start")
    hand.press("talk.leave", "screen.attract")
    open_menu(kiosk)
    hand.press("staff.display", "screen.display")
    open_menu(kiosk)
    hand.press("staff.touch", "screen.attract")
    open_menu(kiosk)
    hand.press("staff.cleaning", "screen.cleaning")
    pause_until(time.monotonic() + 0.15)
    kiosk.key("space")
    kiosk.wait_for("screen.attract")


def test_set_up_from_its_first_question_to_its_last(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(SETTING_UP)
    kiosk.forgive()
    hand = Switch(kiosk)
    wrong: list[str] = []
    for _ in range(12):
        wrong += order_problems(kiosk)
        title = kiosk.node("staff.title").name
        if len(kiosk.snapshot().controls()) == 1:
            break
        hand.press("set-up.next", "screen.set-up")
        wait_for(lambda before=title: kiosk.node("staff.title").name != before, "the next question")
    assert wrong == []


def test_a_talk_is_prepared_and_begun(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(TALK)
    hand = Switch(kiosk)
    wrong = order_problems(kiosk)
    hand.press("talk.talks", "talk.choice.1")
    wrong += order_problems(kiosk)
    kiosk.key("Escape")
    kiosk.wait_for("talk.start")
    hand.press("talk.start", "talk.slide")
    assert wrong == []


def test_each_control_of_the_speaker_has_its_key(start: Callable[[Plan], Kiosk]) -> None:
    """In a talk keys are a clicker's (features.md section 3): no focus goes round."""
    kiosk = start(TALK)
    screens = Screens(kiosk)
    screens.plug()
    fills(kiosk, "screen.talk", GLASS)
    kiosk.key("F5")
    fills(kiosk, "screen.presenter", GLASS)
    kiosk.desk.tree.listen("object:announcement")
    first, second = kiosk.node("talk.now").name, kiosk.node("talk.after").name

    def shows(name: str, identifier: str = "talk.now") -> None:
        wait_for(lambda: (node := kiosk.find(identifier)) and node.name == name, name)

    for key, name in (("Next", second), ("Prior", first), ("Right", second)):
        kiosk.key(key)
        shows(name)
    told = wait_for(kiosk.desk.tree.announcements, "a slide that is announced")
    assert set(told) <= {first, second}
    pace = kiosk.node("talk.pace").name
    kiosk.key("b")
    wait_for(lambda: "zwart" in kiosk.node("talk.pace").name, "black, in words")
    kiosk.key("b")
    wait_for(lambda: kiosk.node("talk.pace").name == pace, "the slide again")
    kiosk.key("Tab")
    kiosk.wait_for("talk.go.1")
    kiosk.key("Left")
    kiosk.key("Return")
    shows(first)
    kiosk.key("F1")
    kiosk.wait_for("talk.help-title")
    for _ in range(2):
        kiosk.key("Escape")
    kiosk.wait_for("screen.presenter")
    kiosk.key("s")
    fills(kiosk, "screen.talk", GLASS)
    kiosk.key("s")
    fills(kiosk, "screen.presenter", GLASS)
    kiosk.key("Escape")
    kiosk.key("Escape")
    kiosk.wait_for("talk.question")
    pause_until(time.monotonic() + GATE_ASKS_S)
    kiosk.key("Return")
    kiosk.wait_for("screen.attract", timeout=10)


def test_a_display_opens_home_by_any_key(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(Plan(options=("--mode", "display"), first_screen="screen.display"))
    assert kiosk.settled().controls() == []
    kiosk.key("Tab")
    kiosk.wait_for("screen.home")
    Switch(kiosk).press("nav.done", "screen.farewell")
