"""How the X server and its window manager see the kiosk's window, and what puts it right."""

from __future__ import annotations

import struct
from typing import NamedTuple

from kiosk.host.x11_wire import (
    XConnection,
    atom,
    client_message,
    focus,
    geometry,
    longs_property,
    map_window,
    raise_window,
    select_events,
    tree,
    window_attributes,
)

_REPORTED = (
    "_NET_WM_STATE",
    "WM_STATE",
    "_NET_WM_DESKTOP",
    "_NET_SUPPORTING_WM_CHECK",
    "_NET_SHOWING_DESKTOP",
    "_NET_CURRENT_DESKTOP",
)
"""Properties whose change is worth a look."""

_ATOMS = (
    *_REPORTED,
    "_NET_ACTIVE_WINDOW",
    "_NET_WM_STATE_FULLSCREEN",
    "_NET_WM_STATE_ABOVE",
    "_NET_WM_STATE_HIDDEN",
    "_NET_WM_STATE_SHADED",
    "_NET_WM_STATE_BELOW",
)
_STRUCTURE, _SUBSTRUCTURE, _PROPERTY = 1 << 17, 1 << 19, 1 << 22
_PROPERTY_NOTIFY = 28
_VIEWABLE, _INPUT_OUTPUT = 2, 1
_SYNTHETIC = 0x80
_CLIENT_BITS = 0x1FFFFFFF
_REMOVE, _ADD = 0, 1
_FROM_A_PAGER = 2
"""A window manager obeys a pager at once; an application would be held back as a focus thief."""
_ALL_DESKTOPS = 0xFFFFFFFF

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in the server's pixels."""


class Standing(NamedTuple):
    """What may be wrong with a window: all False when it stands in front."""

    withdrawn: bool = False
    """The window manager has let go of it: Qt must show it anew."""
    unmapped: bool = False
    covered: bool = False
    misplaced: bool = False
    """Another desktop, shaded, iconic, kept below, not full screen, or the desktop is shown."""


class XWindowWatch:
    """Owns a connection and watches one window through it; `close()` ends it.

    `fileno()` becomes readable when something may have changed; then ask `stirred()`. Every method
    may raise OSError: the server is gone or does not answer, so close it.
    """

    def __init__(self, connection: XConnection, window: int) -> None:
        self._x = connection
        self._window = window
        replies = connection.ask(*(atom(name) for name in _ATOMS))
        self._atoms = {name: _word(reply, 8) for name, reply in zip(_ATOMS, replies, strict=True)}
        self._reported = {self._atoms[name] for name in _REPORTED}
        connection.tell(
            select_events(connection.root, _SUBSTRUCTURE | _PROPERTY),
            select_events(window, _STRUCTURE | _PROPERTY),
        )

    @property
    def window(self) -> int:
        """The id of the window that is watched."""
        return self._window

    def fileno(self) -> int:
        """For a socket notifier."""
        return self._x.fileno()

    def close(self) -> None:
        """Stop watching."""
        self._x.close()

    def stirred(self) -> bool:
        """Whether anything happened since the last time that may concern the window's standing."""
        return any(self._tells(event) for event in self._x.events())

    def _tells(self, event: bytes) -> bool:
        # Qt writes the time of every touch into a property; that is no reason to look.
        if event[0] & ~_SYNTHETIC != _PROPERTY_NOTIFY:
            return True
        return _word(event, 8) in self._reported

    def look(self) -> Standing:
        """Ask the server how the window stands now: three to five round trips, about 1 ms."""
        top = self._top_level()
        managed = self._manager()
        get = self._atoms
        listed, attributes, state, wm_state, desktop, current, showing = self._x.ask(
            tree(self._x.root),
            window_attributes(self._window),
            longs_property(self._window, get["_NET_WM_STATE"]),
            longs_property(self._window, get["WM_STATE"]),
            longs_property(self._window, get["_NET_WM_DESKTOP"]),
            longs_property(self._x.root, get["_NET_CURRENT_DESKTOP"]),
            longs_property(self._x.root, get["_NET_SHOWING_DESKTOP"]),
        )
        if attributes is None:
            return Standing()  # gone for good; Qt knows that before we do
        return Standing(
            withdrawn=managed and not any(_longs(wm_state)[:1]),
            unmapped=attributes[26] != _VIEWABLE,
            covered=self._covered(top, _children(listed)),
            misplaced=managed
            and (
                not self._in_order(set(_longs(state)))
                or _longs(desktop)[:1] not in ([], [_ALL_DESKTOPS], _longs(current)[:1])
                or _longs(showing)[:1] == [1]
            ),
        )

    def bring_back(self) -> None:
        """Undo with the window manager, or without one, whatever keeps the window from the front."""
        get = self._atoms
        if not self._manager():
            own = self._window
            self._x.tell(map_window(own), raise_window(own), focus(own))
            return
        self._tell_manager("_NET_SHOWING_DESKTOP", 0, to_root=True)
        self._tell_manager("_NET_WM_DESKTOP", _ALL_DESKTOPS, _FROM_A_PAGER)
        for change, first, second in (
            (_REMOVE, "_NET_WM_STATE_SHADED", "_NET_WM_STATE_BELOW"),
            (_REMOVE, "_NET_WM_STATE_HIDDEN", "_NET_WM_STATE_HIDDEN"),
            (_ADD, "_NET_WM_STATE_FULLSCREEN", "_NET_WM_STATE_ABOVE"),
        ):
            self._tell_manager("_NET_WM_STATE", change, get[first], get[second], _FROM_A_PAGER)
        self._tell_manager("_NET_ACTIVE_WINDOW", _FROM_A_PAGER)
        self._x.tell(raise_window(self._window))

    def _tell_manager(self, kind: str, *data: int, to_root: bool = False) -> None:
        about = self._x.root if to_root else self._window
        self._x.tell(client_message(self._x.root, about, self._atoms[kind], data))

    def _in_order(self, state: set[int]) -> bool:
        get = self._atoms
        return get["_NET_WM_STATE_FULLSCREEN"] in state and not state & {
            get["_NET_WM_STATE_HIDDEN"],
            get["_NET_WM_STATE_SHADED"],
            get["_NET_WM_STATE_BELOW"],
        }

    def _manager(self) -> bool:
        name = self._atoms["_NET_SUPPORTING_WM_CHECK"]
        (answer,) = self._x.ask(longs_property(self._x.root, name))
        check = _longs(answer)[:1]
        if not check:
            return False
        # The property outlives a window manager that was killed; its window does not.
        (mirrored,) = self._x.ask(longs_property(check[0], name))
        return _longs(mirrored)[:1] == check

    def _top_level(self) -> int:
        window = self._window
        while True:
            (answer,) = self._x.ask(tree(window))
            parent = _word(answer, 12)
            if answer is None or parent in (0, self._x.root):
                return window
            window = parent

    def _covered(self, top: int, stack: list[int]) -> bool:
        if top not in stack:
            return False
        above = [window for window in stack[stack.index(top) + 1 :] if self._is_foreign(window)]
        if not above:
            return False
        own, *boxes = self._x.ask(*(geometry(window) for window in (top, *above)))
        attributes = self._x.ask(*(window_attributes(window) for window in above))
        return any(
            shows is not None
            and shows[26] == _VIEWABLE
            and int.from_bytes(shows[12:14], "little") == _INPUT_OUTPUT
            and _overlap(_box(own), _box(box))
            for box, shows in zip(boxes, attributes, strict=True)
        )

    def _is_foreign(self, window: int) -> bool:
        """Not the kiosk's own (a pop-up) and not the server's (a compositor's overlay)."""
        owner = window & _CLIENT_BITS & ~self._x.resource_mask
        own = self._window & _CLIENT_BITS & ~self._x.resource_mask
        return owner not in (0, own)


def _word(packet: bytes | None, place: int) -> int:
    return 0 if packet is None else int.from_bytes(packet[place : place + 4], "little")


def _longs(packet: bytes | None) -> list[int]:
    if packet is None or packet[1] != 32:
        return []
    count = _word(packet, 16)
    return list(struct.unpack_from(f"<{count}I", packet, 32))


def _children(packet: bytes | None) -> list[int]:
    if packet is None:
        return []
    count = int.from_bytes(packet[16:18], "little")
    return list(struct.unpack_from(f"<{count}I", packet, 32))


def _box(packet: bytes | None) -> Box:
    if packet is None:
        return (0, 0, 0, 0)
    left, top, width, height, border = struct.unpack_from("<hhHHH", packet, 12)
    return (left, top, left + width + 2 * border, top + height + 2 * border)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
