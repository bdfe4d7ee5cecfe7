"""The kiosk ends when the system asks it to, and starts nothing that outlives it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QTimer

from kiosk import running
from kiosk.commands.options import RunOptions, Size
from kiosk.domain.crash_brake import RESTART
from kiosk.loop import EndSignals, start_no_bus

if sys.platform == "win32":
    pytest.skip("Windows has no such signals", allow_module_level=True)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[1]
ENDING = (signal.SIGTERM, signal.SIGHUP)


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Whoever started the tests may ignore SIGHUP (nohup), and children inherit that."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in ENDING}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_ends_the_kiosk_with_code_0(tmp_path: Path, number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--data-dir", str(tmp_path / "data")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        stderr=subprocess.PIPE,
        text=True,
    ) as kiosk:
        assert kiosk.stderr is not None
        # The first warning (nobody has reviewed the pack) is written once the session is there.
        assert "WARNING" in kiosk.stderr.readline()
        kiosk.send_signal(number)
        try:
            _, rest = kiosk.communicate(timeout=20)
        finally:
            kiosk.kill()
    assert kiosk.returncode == 0
    assert "Traceback" not in rest


def test_a_second_signal_ends_what_hears_none() -> None:
    code = (
        "import time; from PySide6.QtCore import QCoreApplication as A; a = A([]); "
        "from kiosk.loop import EndSignals; s = EndSignals(); print('here', flush=True); "
        "time.sleep(0.01)\nwhile True: print('still', flush=True); time.sleep(0.01)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as deaf:
        assert deaf.stdout is not None
        assert deaf.stdout.readline() == "here\n"
        deaf.send_signal(signal.SIGTERM)
        for _ in range(20):
            assert deaf.stdout.readline() == "still\n"
        deaf.send_signal(signal.SIGTERM)
        try:
            deaf.communicate(timeout=20)
        finally:
            deaf.kill()
    assert deaf.returncode == -signal.SIGTERM


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_that_comes_before_the_loop_ends_it_too(
    qapp: QApplication, number: signal.Signals
) -> None:
    signals = EndSignals()
    late = QTimer(singleShot=True, interval=5000)
    late.timeout.connect(lambda: QCoreApplication.exit(9))
    late.start()
    os.kill(os.getpid(), number)
    code = qapp.exec()
    late.stop()
    signals.close()
    assert code == 0
    assert signal.getsignal(number) is signal.SIG_DFL


def test_a_signal_that_is_ignored_stays_ignored(qapp: QApplication) -> None:
    assert qapp
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        signals = EndSignals()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        signals.close()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_kiosk_that_cannot_be_made_asks_to_be_started_again(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert qtbot

    def fall(*_: object) -> None:
        raise RuntimeError("by accident")

    def application() -> QApplication:
        return qapp

    monkeypatch.setattr(running, "Kiosk", fall)
    monkeypatch.setattr(running, "make_application", application)
    assert running.run(RunOptions(windowed=Size(800, 600), data_dir=tmp_path)) == RESTART
    assert "by accident" in (tmp_path / "kiosk.log").read_text("utf-8")
    assert "Traceback" not in capsys.readouterr().err


def test_without_a_bus_none_is_started(tmp_path: Path) -> None:
    for environ in ({}, {"XDG_RUNTIME_DIR": str(tmp_path)}, {"DBUS_SESSION_BUS_ADDRESS": ""}):
        start_no_bus(environ, "linux")
        assert environ["DBUS_SESSION_BUS_ADDRESS"] == "disabled:"


def test_a_bus_that_is_there_stays_in_use(tmp_path: Path) -> None:
    named = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/somewhere"}
    start_no_bus(named, "linux")
    assert named["DBUS_SESSION_BUS_ADDRESS"] == "unix:path=/somewhere"
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(tmp_path / "bus"))
        environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
        start_no_bus(environ, "linux")
    assert "DBUS_SESSION_BUS_ADDRESS" not in environ
    elsewhere: dict[str, str] = {}
    start_no_bus(elsewhere, "win32")
    assert elsewhere == {}
