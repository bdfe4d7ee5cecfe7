"""A bus of its own with services that note what they are asked, for tests of keeping awake."""

# jeepney carries no types: see tests/journeys/support/wire.py.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Any

from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.journeys.support.children import Child, find_tool
from tests.journeys.support.waiting import wait_for

if TYPE_CHECKING:
    from pathlib import Path

COOKIE = 4711


class PrivateBus:
    """Owns a dbus-daemon; `close()` ends it."""

    def __init__(self, folder: Path) -> None:
        socket = folder / "bus"
        self.address = f"unix:path={socket}"
        daemon = find_tool("dbus-daemon")
        argv = [daemon, "--session", "--nofork", "--nopidfile", f"--address={self.address}"]
        self._daemon = Child(argv, log=folder / "bus.log")
        wait_for(socket.exists, "the bus")

    def close(self) -> None:
        """End the bus."""
        self._daemon.stop()


class Service:
    """Owns some names on a bus, answers every call, and notes it as (method, arguments).

    `refuses` are methods that it answers with an error. A lock that it handed out as a
    descriptor counts as let go of when the other end was closed.
    """

    def __init__(self, address: str, *names: str, refuses: tuple[str, ...] = ()) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self._refuses = refuses
        self._locks: list[int] = []
        self._link = open_dbus_connection(bus=address, enable_fds=True)
        for name in names:
            self._link.send_and_get_reply(message_bus.RequestName(name), timeout=5)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def methods(self) -> list[str]:
        """The methods that were called, in order."""
        return [method for method, _ in self.calls]

    def locks_held(self) -> int:
        """How many descriptors that were handed out are still open on the other side."""
        return sum(not _hung_up(lock) for lock in self._locks)

    def close(self) -> None:
        """Leave the bus."""
        self._stop.set()
        self._thread.join(5)
        self._link.close()
        for lock in self._locks:
            os.close(lock)

    def _serve(self) -> None:
        while not self._stop.is_set():
            try:
                message = self._link.receive(timeout=0.02)
            except TimeoutError:
                continue
            except ConnectionError:
                return
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, message: Any) -> None:  # noqa: ANN401 - jeepney's own type is none
        fields = message.header.fields
        method = fields[HeaderFields.member]
        if method in self._refuses:
            self._link.send(new_error(message, "org.example.No", "s", ("no",)))
        elif fields.get(HeaderFields.signature) == "ssss":
            read_end, write_end = os.pipe()
            self._locks.append(read_end)
            self._link.send(new_method_return(message, "h", (write_end,)))
            os.close(write_end)
        elif "nhibit" in method and not method.lower().startswith("un"):
            self._link.send(new_method_return(message, "u", (COOKIE,)))
        else:
            self._link.send(new_method_return(message))
        self.calls.append((method, tuple(message.body)))


def _hung_up(descriptor: int) -> bool:
    os.set_blocking(descriptor, False)
    try:
        return os.read(descriptor, 1) == b""
    except BlockingIOError:
        return False
