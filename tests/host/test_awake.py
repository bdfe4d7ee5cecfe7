"""The machine stays awake while something shows, whatever of it can be asked."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING

import pytest

from kiosk.host.awake import Awake
from kiosk.host.dbus_wire import socket_of
from kiosk.host.inhibitors import SESSION, BusHold
from tests.host.fake_services import COOKIE, PrivateBus, Service
from tests.ui.support.events import deliver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

GNOME = "org.gnome.SessionManager"
SAVER = "org.freedesktop.ScreenSaver"
POWER = "org.freedesktop.PowerManagement"
NOTES = "org.freedesktop.Notifications"
LOGIND = "org.freedesktop.login1"
NOWHERE = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus", "DBUS_SYSTEM_BUS_ADDRESS": ""}
WAITS_S = 5.0
"""Who waits for an answer of a bus waits 25 s, the usual limit of a call; a busy machine does not
take so long over nothing."""


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[PrivateBus]:
    bus = PrivateBus(tmp_path)
    yield bus
    bus.close()


@pytest.fixture
def env(bus: PrivateBus) -> dict[str, str]:
    """One private bus stands for both of a machine's."""
    return {"DBUS_SESSION_BUS_ADDRESS": bus.address, "DBUS_SYSTEM_BUS_ADDRESS": bus.address}


@pytest.fixture
def awake(env: dict[str, str], qtbot: QtBot) -> Iterator[Awake]:
    awake = Awake(env, "linux")
    yield awake
    awake.close()


def running(bus: PrivateBus, *names: str, refuses: tuple[str, ...] = ()) -> Service:
    return Service(bus.address, *names, refuses=refuses)


def test_every_service_is_asked_and_everything_is_given_back(
    bus: PrivateBus, awake: Awake, qtbot: QtBot
) -> None:
    service = running(bus, GNOME, SAVER, POWER, NOTES, LOGIND)
    awake.hold("Er loopt een praatje")
    qtbot.waitUntil(lambda: service.locks_held() == 2 and len(service.calls) == 6)
    asked = [body for _, body in service.calls]
    assert ("kiosk", "Er loopt een praatje") in asked
    assert ("kiosk", 0, "Er loopt een praatje", 12) in asked
    assert ("kiosk", "Er loopt een praatje", {}) in asked
    assert ("idle", "kiosk", "Er loopt een praatje", "block") in asked
    assert ("sleep", "kiosk", "Er loopt een praatje", "block") in asked
    awake.release()
    qtbot.waitUntil(lambda: service.locks_held() == 0 and len(service.calls) == 10)
    assert sorted(service.methods[6:]) == ["UnInhibit", "UnInhibit", "UnInhibit", "Uninhibit"]
    assert all(body == (COOKIE,) for _, body in service.calls[6:])
    service.close()


def test_holding_twice_asks_once_and_it_can_be_held_again(
    bus: PrivateBus, awake: Awake, qtbot: QtBot
) -> None:
    service = running(bus, SAVER)
    for _ in range(2):
        awake.hold()
        awake.hold()
        qtbot.waitUntil(
            lambda: service.methods.count("Inhibit") > service.methods.count("UnInhibit")
        )
        awake.release()
        awake.release()
        qtbot.waitUntil(lambda: service.methods[-1] == "UnInhibit")
    assert service.methods == ["Inhibit", "UnInhibit"] * 2
    service.close()


def test_what_refuses_costs_only_itself(bus: PrivateBus, awake: Awake, qtbot: QtBot) -> None:
    deaf = running(bus, NOTES, refuses=("Inhibit",))
    willing = running(bus, LOGIND)
    awake.hold()
    qtbot.waitUntil(lambda: willing.locks_held() == 2)
    awake.release()
    qtbot.waitUntil(lambda: willing.locks_held() == 0)
    assert "UnInhibit" not in deaf.methods
    deaf.close()
    willing.close()


def test_a_service_that_comes_later_is_asked_then(
    bus: PrivateBus, awake: Awake, qtbot: QtBot
) -> None:
    awake.hold()
    first = running(bus, LOGIND)
    service = running(bus, SAVER)
    qtbot.waitUntil(lambda: "Inhibit" in service.methods and first.locks_held() == 2)
    service.close()
    again = running(bus, SAVER)
    qtbot.waitUntil(lambda: "Inhibit" in again.methods)
    first.close()
    again.close()


def test_released_before_anybody_answered(
    bus: PrivateBus, awake: Awake, env: dict[str, str], qtbot: QtBot
) -> None:
    service = running(bus, LOGIND)
    awake.hold()
    awake.release()
    other = Awake(env, "linux")
    other.hold()
    qtbot.waitUntil(lambda: service.locks_held() == 2)
    other.close()
    qtbot.waitUntil(lambda: service.locks_held() == 0)
    service.close()


def test_no_service_and_no_bus_are_no_error(awake: Awake, qtbot: QtBot) -> None:
    awake.hold()
    assert awake.holding
    awake.release()
    assert not awake.holding
    lonely = Awake({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere", "DISPLAY": ":987"}, "linux")
    before = time.perf_counter()
    lonely.hold()
    assert time.perf_counter() - before < WAITS_S
    lonely.close()


def test_a_bus_that_never_answers_holds_nobody_up(tmp_path: Path, qtbot: QtBot) -> None:
    silent = socket.socket(socket.AF_UNIX)
    silent.bind(str(tmp_path / "silent"))
    silent.listen()
    address = f"unix:path={tmp_path / 'silent'}"
    awake = Awake(
        {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address}, "linux"
    )
    before = time.perf_counter()
    awake.hold()
    awake.release()
    assert time.perf_counter() - before < WAITS_S
    silent.close()


@pytest.mark.parametrize(
    "answer", [b"REJECTED EXTERNAL\r\n", b"", b"OK 1\r\nAGREE_UNIX_FD\r\nBxx" * 9]
)
def test_a_bus_that_talks_nonsense_is_left(tmp_path: Path, qtbot: QtBot, answer: bytes) -> None:
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(tmp_path / "door"))
    door.listen()
    awake = Awake(
        {
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path / 'door'}",
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere",
        },
        "linux",
    )
    awake.hold()
    guest, _ = door.accept()
    guest.sendall(answer)
    guest.shutdown(socket.SHUT_WR)
    hold = awake.findChild(BusHold)
    assert hold is not None
    qtbot.waitUntil(lambda: not hold.open)
    awake.close()
    guest.close()
    door.close()


def test_windows(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    flags: list[int] = []
    monkeypatch.setattr("kiosk.host.awake._set_execution_state", flags.append)
    awake = Awake({}, "win32")
    awake.hold()
    awake.release()
    assert flags == [0x80000003, 0x80000000]


def test_nothing_is_left_to_the_next_service(bus: PrivateBus, qtbot: QtBot) -> None:
    """What another service of that name granted is not given back to its successor."""
    owner = Awake({}, "linux")
    first = running(bus, SAVER)
    path = socket_of(bus.address)
    assert path is not None
    hold = BusHold(path, SESSION[:1], "x", owner)
    qtbot.waitUntil(lambda: hold.granted == 1)
    first.close()
    qtbot.waitUntil(lambda: hold.granted == 0)
    hold.close()


@pytest.mark.parametrize("there", [True, False])
def test_who_holds_for_years_keeps_nothing_of_what_was_held(
    env: dict[str, str], there: bool
) -> None:
    awake = Awake(env if there else NOWHERE, "linux")
    awake.hold()
    assert bool(awake.children()) == there
    awake.release()
    deliver()
    assert awake.children() == []
