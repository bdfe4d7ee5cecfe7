"""Asks the services of one bus to hold off sleep, screen saver and notifications."""

from __future__ import annotations

import os
import struct
from typing import NamedTuple

from PySide6.QtCore import QObject, QSocketNotifier

from kiosk.host.dbus_wire import BusLink, Call, Message

WHO = "kiosk"
_BUS, _BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
# GNOME: 4 suspend, 8 idle.
_GNOME_FLAGS = 4 | 8


class Inhibitor(NamedTuple):
    """One way to hold something off: a call, and the method that ends it with the answer.

    Where `end` is empty the answer is a file descriptor, and closing it ends it (logind).
    `{reason}` among the arguments stands for the reason.
    """

    ask: Call
    end: str = ""


def _logind(what: str) -> Inhibitor:
    name = "org.freedesktop.login1"
    arguments = (what, WHO, "{reason}", "block")
    path = "/org/freedesktop/login1"
    return Inhibitor(Call(name, path, f"{name}.Manager", "Inhibit", arguments))


SYSTEM = (_logind("sleep"), _logind("idle"))
"""Two calls: a machine that refuses the one may grant the other."""

SESSION = (
    Inhibitor(
        Call(
            "org.freedesktop.ScreenSaver",
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver",
            "Inhibit",
            (WHO, "{reason}"),
        ),
        "UnInhibit",
    ),
    Inhibitor(
        Call(
            "org.gnome.SessionManager",
            "/org/gnome/SessionManager",
            "org.gnome.SessionManager",
            "Inhibit",
            (WHO, 0, "{reason}", _GNOME_FLAGS),
        ),
        "Uninhibit",
    ),
    Inhibitor(
        Call(
            "org.freedesktop.PowerManagement",
            "/org/freedesktop/PowerManagement/Inhibit",
            "org.freedesktop.PowerManagement.Inhibit",
            "Inhibit",
            (WHO, "{reason}"),
        ),
        "UnInhibit",
    ),
    Inhibitor(
        Call(
            "org.freedesktop.Notifications",
            "/org/freedesktop/Notifications",
            "org.freedesktop.Notifications",
            "Inhibit",
            (WHO, "{reason}", {}),
        ),
        "UnInhibit",
    ),
)


class BusHold(QObject):
    """Owns a connection to one bus and what its services granted; `close()` ends both.

    Nothing is waited for. A service that is not there answers with an error, which is none of
    ours; one that comes later is asked then.
    """

    def __init__(
        self, path: str, inhibitors: tuple[Inhibitor, ...], reason: str, parent: QObject
    ) -> None:
        """Raises OSError where there is no such bus."""
        link = BusLink(path)  # where there is none, the parent has nothing to keep
        super().__init__(parent)
        self._inhibitors = inhibitors
        self._reason = reason
        self._asked: dict[int, Inhibitor] = {}
        self._granted: list[tuple[Inhibitor, int]] = []
        self._locks: list[int] = []
        self._link: BusLink | None = link
        try:
            self._watch_services()
            for inhibitor in inhibitors:
                self._ask(inhibitor)
        except OSError:
            link.close()
            self.deleteLater()
            raise
        kind = QSocketNotifier.Type.Read
        self._notifier = QSocketNotifier(self._link.fileno(), kind, self)
        self._notifier.activated.connect(self._on_readable)

    @property
    def open(self) -> bool:
        """Whether the bus is still there."""
        return self._link is not None

    @property
    def granted(self) -> int:
        """How many services hold something off for us."""
        return len(self._granted) + len(self._locks)

    def close(self) -> None:
        """Give everything back."""
        self.deleteLater()  # its parent holds and releases for years
        if self._link is None:
            return
        try:
            # An answer may be waiting that nobody has read yet.
            self._take(self._link.incoming())
            for inhibitor, cookie in self._granted:
                ask = inhibitor.ask
                self._link.call(ask._replace(method=inhibitor.end, arguments=(cookie,)))
        except OSError:
            pass
        self._lose()

    def _watch_services(self) -> None:
        assert self._link is not None, "open"
        for service in dict.fromkeys(each.ask.service for each in self._inhibitors):
            rule = f"type='signal',sender='{_BUS}',member='NameOwnerChanged',arg0='{service}'"
            self._link.call(Call(_BUS, _BUS_PATH, _BUS, "AddMatch", (rule,)))

    def _ask(self, inhibitor: Inhibitor) -> None:
        assert self._link is not None, "open"
        texts = (
            self._reason if value == "{reason}" else value for value in inhibitor.ask.arguments
        )
        number = self._link.call(inhibitor.ask._replace(arguments=tuple(texts)))
        self._asked[number] = inhibitor

    def _on_readable(self) -> None:
        if self._link is None:
            return
        try:
            self._take(self._link.incoming())
        except (OSError, struct.error, IndexError, UnicodeDecodeError):
            self._lose()

    def _take(self, messages: list[Message]) -> None:
        for message in messages:
            inhibitor = self._asked.pop(message.reply_to, None)
            cookie = message.number()
            if inhibitor is None:
                self._on_other(message)
            elif message.fds:
                self._locks.extend(message.fds)
            elif message.ok and inhibitor.end and cookie is not None:
                self._granted.append((inhibitor, cookie))

    def _on_other(self, message: Message) -> None:
        for descriptor in message.fds:
            os.close(descriptor)
        if message.reply_to or message.member != "NameOwnerChanged":
            return
        service, _, owner = [*message.texts(), "", "", ""][:3]
        # Whoever had it before took its promises along.
        self._granted = [pair for pair in self._granted if pair[0].ask.service != service]
        if owner:
            for inhibitor in self._inhibitors:
                if inhibitor.ask.service == service:
                    self._ask(inhibitor)

    def _lose(self) -> None:
        if self._link is not None:
            self._notifier.setEnabled(False)
            self._link.close()
            self._link = None
        for lock in self._locks:
            os.close(lock)
        self._locks, self._granted = [], []
        self._asked.clear()
