"""Screens go to standby and come back, and where that cannot be, nothing is wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.host.screen_power import ScreenPower
from kiosk.host.x11_address import XAddress
from tests.host.fake_dpms import DpmsServer

if not sys.platform.startswith("linux"):
    pytest.skip("X11 sockets are a Linux matter", allow_module_level=True)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DpmsServer]:
    found = DpmsServer(tmp_path)
    monkeypatch.setattr(XAddress, "socket_path", property(lambda _self: str(found.path)))
    yield found
    found.close()


def power(environ: dict[str, str] | None = None) -> ScreenPower:
    return ScreenPower(environ or {"DISPLAY": ":7"}, "linux")


def test_off_and_on_again(server: DpmsServer) -> None:
    screens = power()
    assert screens.off()
    assert screens.is_off
    assert server.asked == ["enable", "level 3"]
    screens.on()
    assert not screens.is_off
    assert server.asked == ["enable", "level 3", "level 0", "disable"]


def test_who_uses_power_saving_keeps_it(server: DpmsServer) -> None:
    server.enabled = True
    screens = power()
    screens.off()
    screens.close()
    assert server.asked == ["enable", "level 3", "level 0"]


def test_screens_that_are_on_are_left_alone(server: DpmsServer) -> None:
    power().on()
    power().close()
    assert server.asked == []


def test_a_server_that_does_not_know_it(server: DpmsServer) -> None:
    server.knows = False
    assert not power().off()
    assert server.asked == []


def test_a_screen_that_cannot(server: DpmsServer) -> None:
    server.capable = False
    assert not power().off()
    assert server.asked == []


def test_under_wayland_the_guest_is_left_alone(server: DpmsServer) -> None:
    assert not power({"DISPLAY": ":7", "WAYLAND_DISPLAY": "wayland-0"}).off()
    assert server.asked == []


@pytest.mark.parametrize("display", ["", "nonsense", ":61999"])
def test_no_server_is_no_error(display: str) -> None:
    screens = power({"DISPLAY": display})
    assert not screens.off()
    screens.on()
    screens.close()


def test_other_systems(server: DpmsServer) -> None:
    assert not ScreenPower({"DISPLAY": ":7"}, "darwin").off()
    assert not ScreenPower({}, "win32").off()  # no Windows under it here
