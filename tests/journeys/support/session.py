"""A private D-Bus session with its accessibility bus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.support.children import Child, find_tool
from tests.journeys.support.waiting import wait_for
from tests.journeys.support.wire import Bus, Call, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LAUNCHER_PLACES = (
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
)


class SessionBus:
    """Owns a session bus and its accessibility bus; `close()` ends both.

    `address` and `accessibility_address` are what a program needs to join.
    """

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        socket = f"unix:path={folder / 'session-bus'}"
        daemon = find_tool("dbus-daemon")
        argv = [daemon, "--session", "--nofork", "--nopidfile", f"--address={socket}"]
        self._daemon = Child(argv, log=folder / "dbus.log", env=env)
        self.address = socket
        wait_for((folder / "session-bus").exists, "the session bus")
        launcher_env = {**env, "DBUS_SESSION_BUS_ADDRESS": self.address}
        self._launcher = Child(
            [find_tool("at-spi-bus-launcher", *LAUNCHER_PLACES), "--launch-immediately"],
            log=folder / "at-spi.log",
            env=launcher_env,
        )
        self.accessibility_address = wait_for(self._ask_address, "the accessibility bus")

    def close(self) -> None:
        """End both buses."""
        self._launcher.stop()
        self._daemon.stop()

    def _ask_address(self) -> str | None:
        bus = Bus(self.address)
        try:
            owner = Call(
                Place("org.freedesktop.DBus", "/org/freedesktop/DBus"),
                "org.freedesktop.DBus",
                "NameHasOwner",
                "s",
                ("org.a11y.Bus",),
            )
            # Asking for the address before the launcher has its name would start a second one.
            if not bus.call(owner)[0]:
                return None
            place = Place("org.a11y.Bus", "/org/a11y/bus")
            address: str = bus.call(Call(place, "org.a11y.Bus", "GetAddress"))[0]
            return address
        finally:
            bus.close()
