"""Calls and signals over D-Bus, with types."""

# jeepney carries no types: this file alone deals with it and gives what comes out its type.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

import struct
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jeepney import Message

ANSWER_S = 10.0
"""How long an answer may take; a kiosk that hangs longer fails its journey."""


SERIAL_PLACE, SERIAL_FORMAT = 8, "<I"
"""Where a D-Bus message carries its number; jeepney writes little-endian."""


class GoneError(LookupError):
    """What was asked does not exist any more, or does not answer that."""


@dataclass(frozen=True, slots=True)
class Place:
    """One object on the bus: who owns it and its path."""

    owner: str
    path: str


@dataclass(frozen=True, slots=True)
class Call:
    """One method call to make."""

    place: Place
    interface: str
    method: str
    signature: str = ""
    arguments: tuple[object, ...] = ()

    @staticmethod
    def get(place: Place, interface: str, name: str) -> Call:
        """The call that reads a property; the answer is a (signature, value) pair."""
        properties = "org.freedesktop.DBus.Properties"
        return Call(place, properties, "Get", "ss", (interface, name))


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal that came in."""

    interface: str
    member: str
    path: str
    body: tuple[Any, ...]
    at: float
    """Monotonic seconds."""


class Bus:
    """Owns one connection to a bus; `close()` ends it."""

    def __init__(self, address: str) -> None:
        self._link = open_dbus_connection(bus=address)
        self._signals: deque[Signal] = deque()
        self._packets: dict[Call, bytearray] = {}

    def call(self, call: Call) -> tuple[Any, ...]:
        """Make one call. Raises GoneError when the answer is an error."""
        (answer,) = self.call_many([call])
        if answer is None:
            raise GoneError(f"{call.method} of {call.place.path}")
        return answer

    def call_many(self, calls: Sequence[Call]) -> list[tuple[Any, ...] | None]:
        """Send all calls at once and collect the answers in order; None for an error.

        Raises TimeoutError when an answer stays out for ANSWER_S.
        """
        places: dict[int, int] = {}
        packets: list[bytes] = []
        for index, call in enumerate(calls):
            serial: int = next(self._link.outgoing_serial)
            places[serial] = index
            packets.append(self._packet(call, serial))
        self._link.sock.sendall(b"".join(packets))
        answers: list[tuple[Any, ...] | None] = [None] * len(calls)
        while places:
            message = self._link.receive(timeout=ANSWER_S)
            fields: dict[Any, Any] = message.header.fields
            index = places.pop(fields.get(HeaderFields.reply_serial, -1), None)
            if index is None:
                self._keep_signal(message)
            elif message.header.message_type is MessageType.method_return:
                answers[index] = message.body
        return answers

    def listen(self, interface: str) -> None:
        """Have the bus deliver every signal of this interface here."""
        rule = MatchRule(type="signal", interface=interface)
        reply = self._link.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_S)
        if reply.header.message_type is not MessageType.method_return:
            raise RuntimeError(f"cannot listen to {interface}")

    def signals(self) -> list[Signal]:
        """All signals since the last time, without waiting for more."""
        while True:
            try:
                self._keep_signal(self._link.receive(timeout=0))
            except TimeoutError:
                break
        taken = list(self._signals)
        self._signals.clear()
        return taken

    def close(self) -> None:
        """Disconnect."""
        self._link.close()

    def _packet(self, call: Call, serial: int) -> bytes:
        """The call as it goes over the wire; trees are asked the same again and again."""
        packet = self._packets.get(call)
        if packet is None:
            packet = self._packets[call] = bytearray(_message(call).serialise(serial=1))
        struct.pack_into(SERIAL_FORMAT, packet, SERIAL_PLACE, serial)
        return bytes(packet)

    def _keep_signal(self, message: Message) -> None:
        if message.header.message_type is not MessageType.signal:
            return
        fields: dict[Any, Any] = message.header.fields
        self._signals.append(
            Signal(
                interface=fields[HeaderFields.interface],
                member=fields[HeaderFields.member],
                path=fields[HeaderFields.path],
                body=message.body,
                at=time.monotonic(),
            )
        )


def _message(call: Call) -> Message:
    address = DBusAddress(call.place.path, call.place.owner, call.interface)
    return new_method_call(address, call.method, call.signature or None, call.arguments)
