"""Unexpected errors: logged, a calm screen, back at attract; too many, and it gives up a while."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal

from kiosk.faces.rescue import MOST, REST_MS, WITHIN_S, Rescue
from kiosk.log import Log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Desk:
    """A rescue with a clock that stands still, and what it did."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = 0.0
        self.did: list[str] = []
        self.log = Log(folder)
        self.rescue = Rescue(self._restart, self._give_up, self.log, lambda: self.now)

    def _restart(self) -> None:
        self.did.append("restart")

    def _give_up(self) -> None:
        self.did.append("give up")

    def logged(self) -> str:
        self.log.close()
        return (self.folder / "kiosk.log").read_text("utf-8")


def fail(text: str = "by accident") -> None:
    try:
        raise RuntimeError(text)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)


@pytest.fixture
def desk(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.rescue.close()


def test_an_error_is_logged_with_where_it_came_from_and_the_kiosk_starts_over(desk: Desk) -> None:
    fail()
    assert desk.did == [], "not from the middle of what failed"
    QCoreApplication.processEvents()
    assert desk.did == ["restart"]
    assert "RuntimeError: by accident" in desk.logged()
    assert "test_rescue.py" in desk.logged()


def test_an_exception_in_a_slot_takes_that_way(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], qapp: QCoreApplication
) -> None:
    class Source(QObject):
        happened = Signal()

    def slot() -> None:
        raise ValueError("in a slot")

    source = Source()
    source.happened.connect(slot)
    # Made here: pytest-qt puts a hook of its own around each test.
    desk = Desk(tmp_path)
    source.happened.emit()
    QCoreApplication.processEvents()
    desk.rescue.close()
    assert desk.did == ["restart"]
    assert "in a slot" in desk.logged()
    assert "Traceback" not in capfd.readouterr().err


def test_errors_now_and_then_always_start_over(desk: Desk) -> None:
    for _ in range(20):
        fail()
        desk.now += WITHIN_S
        QCoreApplication.processEvents()
    assert desk.did == ["restart"] * 20


def test_too_many_errors_give_up(desk: Desk) -> None:
    for _ in range(MOST + 1):
        fail()
        desk.now += 1.0
        QCoreApplication.processEvents()
    assert desk.did == ["restart"] * MOST + ["give up"]


def test_after_a_rest_it_tries_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(MOST + 3):
        fail()
    QCoreApplication.processEvents()
    assert desk.did[-1] == "give up"
    assert "restart" not in desk.did[desk.did.index("give up") :]
    assert desk.rescue.rest.isActive()
    assert desk.rescue.rest.interval() == REST_MS
    desk.rescue.rest.timeout.emit()
    assert desk.did[-1] == "restart"


def test_errors_during_the_rest_are_logged_and_start_no_circle(desk: Desk) -> None:
    for _ in range(MOST + 1):
        fail()
        QCoreApplication.processEvents()
    before = list(desk.did)
    for _ in range(MOST + 1):
        fail("out of order itself")
        QCoreApplication.processEvents()
    assert desk.did == before
    assert "out of order itself" in desk.logged()


def test_closed_it_puts_the_hook_back_and_does_nothing_more(tmp_path: Path) -> None:
    before = sys.excepthook
    desk = Desk(tmp_path)
    for _ in range(MOST + 1):
        fail()
    desk.rescue.close()
    assert sys.excepthook is before
    QCoreApplication.processEvents()
    assert desk.did == []
