"""The heartbeat: a supervisor hears that the kiosk is ready, alive and ending."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer, QTimerEvent
from PySide6.QtWidgets import QApplication

from kiosk.host.heartbeat import Heartbeat, is_supervised

if not sys.platform.startswith("linux"):
    pytest.skip("sd_notify is a Linux matter", allow_module_level=True)


class Listener:
    """A supervisor's socket."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "notify"
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(self.path))
        self._socket.setblocking(False)

    def heard(self) -> list[str]:
        found: list[str] = []
        try:
            while True:
                found.append(self._socket.recv(1000).decode())
        except BlockingIOError:
            return found

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener(tmp_path: Path, qapp: QApplication) -> Iterator[Listener]:
    found = Listener(tmp_path)
    yield found
    found.close()


def beat(heart: Heartbeat) -> None:
    for timer in heart.findChildren(QTimer):
        QCoreApplication.sendEvent(timer, QTimerEvent(timer.timerId()))


def intervals(heart: Heartbeat) -> list[int]:
    return [timer.interval() for timer in heart.findChildren(QTimer) if timer.isActive()]


def test_a_life(listener: Listener) -> None:
    heart = Heartbeat({"NOTIFY_SOCKET": str(listener.path), "WATCHDOG_USEC": "60000000"})
    assert listener.heard() == []
    heart.ready()
    assert listener.heard() == ["READY=1\nWATCHDOG=1"]
    assert intervals(heart) == [30_000]
    beat(heart)
    assert listener.heard() == ["WATCHDOG=1"]
    heart.close()
    assert listener.heard() == ["STOPPING=1"]
    assert intervals(heart) == []
    heart.close()
    assert listener.heard() == []


def test_an_abstract_name(tmp_path: Path, qapp: QApplication) -> None:
    name = f"kiosk-test-{os.getpid()}"
    near = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    near.bind(f"\0{name}")
    near.setblocking(False)
    heart = Heartbeat({"NOTIFY_SOCKET": f"@{name}"})
    heart.ready()
    assert near.recv(100).startswith(b"READY=1")
    heart.close()
    near.close()


def test_the_pipe_of_our_own_supervisor(qapp: QApplication) -> None:
    ours, theirs = os.pipe()
    heart = Heartbeat({"KIOSK_HEARTBEAT": str(theirs), "WATCHDOG_USEC": "60000000"})
    heart.ready()
    beat(heart)
    assert os.read(ours, 1000) == b"READY=1\nWATCHDOG=1\nWATCHDOG=1\n"
    heart.close()
    assert os.read(ours, 1000) == b"STOPPING=1\n"
    assert os.read(ours, 1000) == b""  # it is closed
    os.close(ours)


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"WATCHDOG_USEC": "60000000"},
        {"NOTIFY_SOCKET": ""},
        {"NOTIFY_SOCKET": "/"},
        {"NOTIFY_SOCKET": "notify"},
        {"NOTIFY_SOCKET": "vsock:2:1234"},
        {"KIOSK_HEARTBEAT": "stdout"},
        {"KIOSK_HEARTBEAT": "99999"},
        {"KIOSK_HEARTBEAT": "9" * 30},
    ],
)
def test_without_a_supervisor_nothing_runs(qapp: QApplication, environ: dict[str, str]) -> None:
    heart = Heartbeat(environ)
    heart.ready()
    assert intervals(heart) == []
    heart.close()


@pytest.mark.parametrize("patience", ["", "0", "soon", "-5", "1" * 16])
def test_a_supervisor_that_wants_no_beats_gets_none(listener: Listener, patience: str) -> None:
    heart = Heartbeat({"NOTIFY_SOCKET": str(listener.path), "WATCHDOG_USEC": patience})
    assert intervals(heart) == []
    heart.ready()
    assert listener.heard() == ["READY=1\nWATCHDOG=1"]
    heart.close()


def test_beats_that_are_another_process_s_are_not_ours(listener: Listener) -> None:
    environ = {"NOTIFY_SOCKET": str(listener.path), "WATCHDOG_USEC": "60000000"}
    other = Heartbeat({**environ, "WATCHDOG_PID": "1"})
    assert intervals(other) == []
    other.close()
    own = Heartbeat({**environ, "WATCHDOG_PID": str(os.getpid())})
    assert intervals(own) == [30_000]
    own.close()


def test_a_supervisor_that_is_gone_is_no_error(tmp_path: Path, qapp: QApplication) -> None:
    heart = Heartbeat({"NOTIFY_SOCKET": str(tmp_path / "nobody"), "WATCHDOG_USEC": "60000000"})
    heart.ready()
    beat(heart)
    heart.close()


def test_a_pipe_that_nobody_reads_never_blocks(qapp: QApplication) -> None:
    ours, theirs = os.pipe()
    heart = Heartbeat({"KIOSK_HEARTBEAT": str(theirs), "WATCHDOG_USEC": "60000000"})
    for _ in range(10_000):
        heart.ready()
    heart.close()
    os.close(ours)


def test_who_is_supervised() -> None:
    assert is_supervised({"KIOSK_SUPERVISED": "1"})
    assert is_supervised({"NOTIFY_SOCKET": "/run/notify"})
    assert not is_supervised({})
