"""The small X11 client keeps replies, errors and events apart, and never waits for ever."""

from __future__ import annotations

import socket
import struct
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from kiosk.host.x11_guard import RETRY_S, XGuard
from kiosk.host.x11_window import Standing
from kiosk.host.x11_wire import XConnection, geometry, tree

if not sys.platform.startswith("linux"):
    pytest.skip("X11 sockets are a Linux matter", allow_module_level=True)

WINDOW = 0x200001


def reply(number: int, text: bytes, extra: int = 0) -> bytes:
    return struct.pack("<BBHI", 1, 0, number, extra // 4) + text.ljust(24 + extra, b".")


def error(number: int) -> bytes:
    return struct.pack("<BBH", 0, 3, number).ljust(32, b"\0")


def event(kind: int, text: bytes) -> bytes:
    return bytes([kind, 0, 0, 0]) + text.ljust(28, b".")


class Line:
    """A connection and the server's end of it."""

    def __init__(self) -> None:
        near, self.server = socket.socketpair()
        self.connection = XConnection(near, 1, 0x1FFFFF)

    def close(self) -> None:
        self.connection.close()
        self.server.close()


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    yield line
    line.close()


def test_replies_come_in_the_order_of_the_questions(line: Line) -> None:
    line.server.sendall(reply(1, b"one", extra=8) + reply(2, b"two"))
    answers = line.connection.ask(tree(WINDOW), geometry(WINDOW))
    assert [answer and answer[8:11] for answer in answers] == [b"one", b"two"]


def test_an_objection_is_none_and_the_next_answer_is_kept(line: Line) -> None:
    line.server.sendall(error(1) + reply(2, b"two"))
    first, second = line.connection.ask(tree(WINDOW), geometry(WINDOW))
    assert first is None
    assert second is not None
    assert second[8:11] == b"two"


def test_an_objection_to_something_told_earlier_belongs_to_nobody(line: Line) -> None:
    line.connection.tell(tree(WINDOW), tree(WINDOW))
    line.server.sendall(error(1) + error(2) + reply(3, b"mine"))
    (answer,) = line.connection.ask(geometry(WINDOW))
    assert answer is not None


def test_events_between_replies_are_not_lost(line: Line) -> None:
    line.server.sendall(event(19, b"map") + reply(1, b"one") + event(0x80 | 33, b"message"))
    line.connection.ask(tree(WINDOW))
    seen = line.connection.events()
    assert [packet[4:7] for packet in seen] == [b"map", b"mes"]
    assert line.connection.events() == []


def test_half_an_event_is_kept_until_the_rest_comes(line: Line) -> None:
    whole = event(22, b"configure")
    line.server.sendall(whole[:20])
    assert line.connection.events() == []
    line.server.sendall(whole[20:])
    assert line.connection.events() == [whole]


def test_the_number_of_a_request_has_sixteen_bits(line: Line) -> None:
    line.server.settimeout(5)
    for _ in range(0x10000 // 256):
        line.connection.tell(*[tree(WINDOW)] * 256)
        left = 256 * 8
        while left:
            left -= len(line.server.recv(left))
    line.server.sendall(reply(1, b"after the turn"))
    (answer,) = line.connection.ask(geometry(WINDOW))
    assert answer is not None


def test_a_server_that_is_gone_or_silent_is_an_oserror(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.host.x11_wire.ANSWER_S", 0.05)
    slow = Line()
    with pytest.raises(TimeoutError):
        slow.connection.ask(tree(WINDOW))
    slow.close()
    line.server.close()
    with pytest.raises(OSError, match=r"closed|pipe|reset"):
        line.connection.ask(tree(WINDOW))
    with pytest.raises(OSError, match=r"closed|pipe|reset"):
        line.connection.events()


def test_without_a_server_the_guard_knows_what_qt_knows_and_asks_again_later(
    qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    dialled: list[float] = []

    def nobody(*_args: object) -> XConnection:
        dialled.append(now[0])
        raise ConnectionRefusedError

    monkeypatch.setattr("kiosk.host.x11_guard.connect", nobody)
    guard = XGuard({"DISPLAY": ":0"}, lambda: now[0], qapp)
    for _ in range(3):
        assert guard.look(WINDOW) == Standing()
        guard.bring_back()
    now[0] += RETRY_S
    guard.look(WINDOW)
    assert dialled == [100.0, 100.0 + RETRY_S]
    guard.close()


def test_a_server_that_dies_is_left_alone(qapp: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line()
    line.server.close()

    def dial(*_args: object) -> XConnection:
        return line.connection

    monkeypatch.setattr("kiosk.host.x11_guard.connect", dial)
    guard = XGuard({"DISPLAY": ":0"}, lambda: 0.0, qapp)
    assert guard.look(WINDOW) == Standing()
    guard.bring_back()
    guard.close()
