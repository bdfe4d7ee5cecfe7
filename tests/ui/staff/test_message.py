"""Putting up a message: which one, for how long; and the band that shows it on attract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.domain.letters import Letters
from kiosk.proving.fit import bled, problems
from kiosk.proving.walk_staff import LONGEST
from kiosk.ui.message_board import MessageBoard
from kiosk.ui.screens.attract import AttractScreen
from kiosk.ui.screens.message import MessageScreen
from kiosk.ui.widgets.band import Band
from kiosk.ui.widgets.poster import PosterPanel
from tests.ui.support.clock import Clock, Timers
from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan, Size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.content.packs import Loaded

MESSAGES = ("Het spreekuur loopt uit.", "De balie is even dicht.")


@pytest.fixture
def board(kiosk: Kiosk) -> Iterator[MessageBoard]:
    found = MessageBoard(kiosk.window, kiosk.clock)
    yield found
    found.close()


def sheet(kiosk: Kiosk, board: MessageBoard, *messages: str) -> MessageScreen:
    screen = MessageScreen(kiosk.window, kiosk.look, messages or MESSAGES, board)
    kiosk.session.pause()
    kiosk.window.show_screen(screen)
    screen.refresh()
    screen.start()
    return screen


def test_two_touches_put_a_message_up(kiosk: Kiosk, board: MessageBoard) -> None:
    sheet(kiosk, board)
    kiosk.press("message.pick.2")
    assert kiosk.name("message.text") == MESSAGES[1]
    kiosk.press("message.minutes.30")
    assert (board.text, board.minutes_left) == (MESSAGES[1], 30)
    assert kiosk.name("staff.title") == "Er staat een bericht. Nog 30 minuten."
    assert kiosk.widget("message.pick.2").accessibleDescription() == "staat er nu"
    assert kiosk.widget("message.pick.1").accessibleDescription() == ""


@pytest.mark.parametrize("minutes", [15, 30, 60, 120])
def test_each_time_is_meant(kiosk: Kiosk, board: MessageBoard, minutes: int) -> None:
    sheet(kiosk, board)
    kiosk.press("message.pick.1", f"message.minutes.{minutes}")
    assert board.minutes_left == minutes


def test_what_is_up_can_be_taken_away(kiosk: Kiosk, board: MessageBoard) -> None:
    board.put("Even geduld.", 15)
    sheet(kiosk, board)
    kiosk.press("message.take-away")
    assert board.text == ""
    assert not kiosk.shows("message.take-away")
    assert kiosk.name("staff.title") == "Welk bericht?"


def test_staff_see_how_many_words_it_has_and_what_comes_of_many(
    kiosk: Kiosk, board: MessageBoard
) -> None:
    long = MESSAGES[1]
    screen = MessageScreen(kiosk.window, kiosk.look, MESSAGES, board, lambda text: text == long)
    kiosk.session.pause()
    kiosk.window.show_screen(screen)
    screen.refresh()
    screen.start()
    kiosk.press("message.pick.1")
    assert kiosk.name("message.note") == "4 woorden."
    kiosk.press("staff.cancel")
    assert not kiosk.shows("message.note")
    kiosk.press("message.pick.2")
    said = "5 woorden is lang. Bij “Alleen kijken” zijn de letters kleiner."
    assert kiosk.name("message.note") == said


def test_back_steps_back_within_the_sheet_first(kiosk: Kiosk, board: MessageBoard) -> None:
    screen = sheet(kiosk, board)
    left: list[bool] = []
    screen.left.connect(lambda: left.append(True))
    kiosk.press("message.pick.1", "staff.cancel")
    assert kiosk.shows("message.pick.1")
    assert left == []
    kiosk.press("message.pick.1")
    screen.back()
    assert kiosk.shows("message.pick.1")
    kiosk.press("staff.cancel")
    assert left == [True]


def test_many_messages_come_page_by_page(kiosk: Kiosk, board: MessageBoard) -> None:
    sheet(kiosk, board, *[f"{LONGEST} {number}" for number in range(9)])
    seen: list[str] = []
    for _ in range(9):
        seen.extend(name for name in kiosk.widgets() if name.startswith("message.pick."))
        kiosk.press("message.more")
        if kiosk.shows("message.pick.1"):
            break
    assert seen == [f"message.pick.{number}" for number in range(1, 10)]


def test_without_messages_it_says_whom_to_ask(kiosk: Kiosk, board: MessageBoard) -> None:
    screen = MessageScreen(kiosk.window, kiosk.look, (), board)
    kiosk.window.show_screen(screen)
    screen.refresh()
    assert kiosk.name("staff.title") == "Er zijn nog geen berichten."
    assert kiosk.name("message.text") == "De IT-dienst kan ze maken."
    assert not kiosk.shows("message.more")


def test_the_board_takes_it_down_when_its_time_is_over(kiosk: Kiosk, board: MessageBoard) -> None:
    told: list[str] = []
    board.changed.connect(lambda: told.append(board.text))
    board.put("Even geduld.", 15)
    kiosk.wait(15 * 60 - 1)
    assert told == ["Even geduld."]
    kiosk.wait(2)
    assert told == ["Even geduld.", ""]
    kiosk.wait(10_000)
    assert told == ["Even geduld.", ""]


def test_a_later_message_has_all_of_its_time(kiosk: Kiosk, board: MessageBoard) -> None:
    board.put("Een.", 15)
    kiosk.wait(10 * 60)
    board.put("Twee.", 15)
    kiosk.wait(10 * 60)
    assert board.text == "Twee."


def test_an_early_timer_takes_nothing_down() -> None:
    """A timer may be early by some milliseconds, or the clock may have stood still."""
    clock = Clock()
    board = MessageBoard(None, lambda: clock.now)
    timers = Timers(Clock(), board)
    board.put("Even geduld.", 15)
    timers.note()
    timers.wait(15 * 60 + 1)
    assert board.text == "Even geduld."
    clock.now += 15 * 60
    timers.wait(15 * 60 + 1)
    assert timers.running() == []
    assert board.text == ""


# -- the band on attract -------------------------------------------------------------------------


@pytest.mark.parametrize("letters", LETTERS[:3], ids=str)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_attract_gives_way_to_the_longest_message(
    start: Callable[[Plan], Kiosk], bundled: Loaded, size: Size, letters: Letters
) -> None:
    """Every kernel stands whole on the poster below it, at every size, in every step."""
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack, bundled.folder, size=size))
    screen = AttractScreen(kiosk.window, kiosk.look._replace(letters=letters))
    kiosk.window.show_screen(screen)
    screen.refresh()
    screen.show_message(LONGEST)
    band = screen.findChild(Band)
    assert band is not None
    panel = screen.findChild(PosterPanel)
    assert panel is not None
    for topic in bundled.pack.edition("nl").topics:
        screen.show_topic(topic, "")
        assert panel.words_fit(), topic.id
        assert panel.y() == band.height()
    assert problems(screen) == []
    assert bled(kiosk.picture(), screen) == []


def test_a_band_is_there_only_with_a_message(kiosk: Kiosk) -> None:
    screen = kiosk.window.current
    assert isinstance(screen, AttractScreen)
    plain = kiosk.picture()
    assert not kiosk.shows("attract.message")
    screen.show_message("De dokter komt zo.")
    assert kiosk.name("attract.message") == "De dokter komt zo."
    assert kiosk.box("attract.poster")[1] == kiosk.box("attract.message")[3]
    screen.show_message("")
    assert not kiosk.shows("attract.message")
    assert farthest(kiosk.picture(), plain) < 32, "attract is as it was"


def farthest(one: QImage, other: QImage) -> int:
    """By how much two pictures differ in the pixel that differs most, in steps of 255.

    Not one bit for bit: letters of 64 px and more are drawn anew each time, and Qt softens their
    edges a little differently once it has drawn others. A pixel's width aside is above 100.
    """
    painter = QPainter(one)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    apart = one.convertToFormat(QImage.Format.Format_RGB888)
    return max(bytes(apart.constBits()))


def test_who_reads_it_can_still_open_the_topic(kiosk: Kiosk) -> None:
    screen = kiosk.window.current
    assert isinstance(screen, AttractScreen)
    screen.show_message(LONGEST)
    kiosk.press("attract.topic")
    assert kiosk.screen == "screen.topic"
    assert not kiosk.shows("attract.message"), "never over a page that a patient reads"
    kiosk.key(Qt.Key.Key_Escape)
    assert not kiosk.shows("attract.message")
