"""A start without a display ends with one line that says why, and costs a good start nothing."""

from __future__ import annotations

import os
import re
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.host.display import reach_display, unreachable_display
from kiosk.host.system_libraries import WAYLAND, XCB, libraries, missing_packages

if not sys.platform.startswith("linux"):
    pytest.skip("X11 and Wayland sockets are Linux matters", allow_module_level=True)

COOKIE = b"0123456789abcdef"
ROOT = 0x51D
MASK = 0x1FFFFF

Server = Callable[[bytes], int]


def accepted() -> bytes:
    head = struct.pack("<IIIIHHBBBBBBBBI", 1, 0, MASK, 0, 5, 0xFFFF, 1, 1, 0, 0, 32, 32, 8, 255, 0)
    body = head + b"maker\0\0\0" + b"\0" * 8 + struct.pack("<I", ROOT) + b"\0" * 36
    return struct.pack("<BxHHH", 1, 11, 0, len(body) // 4) + body


def refused(reason: bytes) -> bytes:
    padded = reason + b"\0" * (-len(reason) % 4)
    return struct.pack("<BBHHH", 0, len(reason), 11, 0, len(padded) // 4) + padded


@pytest.fixture
def x_server() -> Iterator[Server]:
    """A server on a free display number: lets in whom `wanted` names, refuses others."""
    with ExitStack() as stack:

        def serve(wanted: bytes) -> int:
            for number in range(4000, 5000):
                listener = socket.socket(socket.AF_UNIX)
                try:
                    listener.bind(f"\0/tmp/.X11-unix/X{number}")
                except OSError:
                    listener.close()
                    continue
                stack.callback(listener.close)
                listener.listen()
                threading.Thread(target=answer, args=(listener, wanted), daemon=True).start()
                return number
            raise AssertionError("no free display number")

        yield serve


def answer(listener: socket.socket, wanted: bytes) -> None:
    try:
        link, _ = listener.accept()
    except OSError:
        return
    with link:
        name_bytes, cookie_bytes = struct.unpack_from("<6xHH", link.recv(12))
        rest = link.recv(1000) if name_bytes else b""
        sent = rest[-cookie_bytes:] if cookie_bytes else b""
        link.sendall(accepted() if sent == wanted else refused(b"not you"))
        link.recv(1)


def authority(path: Path, *entries: tuple[int, bytes, bytes, bytes, bytes]) -> str:
    raw = b""
    for family, *fields in entries:
        raw += struct.pack(">H", family)
        raw += b"".join(struct.pack(">H", len(field)) + field for field in fields)
    path.write_bytes(raw)
    return str(path)


def entry(
    number: int, cookie: bytes, host: str | None = None
) -> tuple[int, bytes, bytes, bytes, bytes]:
    own = (host or socket.gethostname()).encode()
    return (256, own, str(number).encode(), b"MIT-MAGIC-COOKIE-1", cookie)


def test_open_server_is_reached_and_the_connection_stays_open(x_server: Server) -> None:
    reach = reach_display({"DISPLAY": f":{x_server(b'')}.0"}, "linux")
    assert reach.trouble is None
    assert reach.x11 is not None
    assert (reach.x11.root, reach.x11.resource_mask) == (ROOT, MASK)
    reach.close()


def test_the_cookie_that_xcb_would_send_is_sent(x_server: Server, tmp_path: Path) -> None:
    number = x_server(COOKIE)
    file = authority(
        tmp_path / "cookies",
        entry(number, b"of another machine", host="elsewhere"),
        entry(number + 1, b"of another display"),
        entry(number, COOKIE),
        entry(number, b"a later one is not read"),
    )
    environ = {"DISPLAY": f"unix:{number}", "XAUTHORITY": file}
    assert unreachable_display(environ, "linux") is None


def test_cookies_in_the_home_folder_are_found(x_server: Server, tmp_path: Path) -> None:
    number = x_server(COOKIE)
    authority(tmp_path / ".Xauthority", (65535, b"", b"", b"MIT-MAGIC-COOKIE-1", COOKIE))
    environ = {"DISPLAY": f":{number}", "HOME": str(tmp_path)}
    assert unreachable_display(environ, "linux") is None


@pytest.mark.parametrize("cut", [1, 5, 30])
def test_a_damaged_cookie_file_is_as_good_as_none(
    x_server: Server, tmp_path: Path, cut: int
) -> None:
    number = x_server(COOKIE)
    file = Path(authority(tmp_path / "cookies", entry(number, COOKIE)))
    file.write_bytes(file.read_bytes()[:-cut])
    trouble = unreachable_display({"DISPLAY": f":{number}", "XAUTHORITY": str(file)}, "linux")
    assert trouble is not None


def test_a_fifo_as_cookie_file_does_not_hang(x_server: Server, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    environ = {"DISPLAY": f":{x_server(b'')}", "XAUTHORITY": str(tmp_path / "fifo")}
    assert unreachable_display(environ, "linux") is None


def test_a_server_that_refuses_is_told_with_its_reason(x_server: Server) -> None:
    trouble = unreachable_display({"DISPLAY": f":{x_server(COOKIE)}"}, "linux")
    assert trouble is not None
    assert "refuses this user (not you)" in trouble
    assert "XAUTHORITY" in trouble
    assert "\n" not in trouble


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({}, "neither WAYLAND_DISPLAY nor DISPLAY is set"),
        ({"DISPLAY": ""}, "neither WAYLAND_DISPLAY nor DISPLAY is set"),
        ({"DISPLAY": ":3999"}, "the X display :3999 does not answer"),
        ({"DISPLAY": "[::1]:3999"}, "does not answer"),
        ({"DISPLAY": "screen"}, "names no X display"),
        ({"DISPLAY": ":one"}, "names no X display"),
        ({"WAYLAND_DISPLAY": "wayland-7"}, "XDG_RUNTIME_DIR is not set"),
        ({"WAYLAND_DISPLAY": "/nowhere/w"}, "the Wayland display /nowhere/w does not answer"),
        ({"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"}, "wayland-0 cannot be found"),
        ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "w"}, "neither"),
    ],
)
def test_trouble_is_one_line_that_names_the_display(environ: dict[str, str], words: str) -> None:
    trouble = unreachable_display(environ, "linux")
    assert trouble is not None
    assert words in trouble
    assert "\n" not in trouble


@pytest.mark.parametrize("plugin", ["vnc:size=800x600", "linuxfb", "eglfs;xcb", "minimalegl", "x"])
def test_a_platform_that_the_kiosk_does_not_know_is_named(plugin: str) -> None:
    trouble = unreachable_display({"QT_QPA_PLATFORM": plugin}, "linux")
    assert trouble is not None
    assert f"names {re.split('[:;]', plugin)[0]!r}" in trouble
    assert "\n" not in trouble


@pytest.mark.parametrize(
    "plugin", ["offscreen", "minimal", "offscreen:configfile=x", "minimal;xcb"]
)
def test_a_platform_without_display_server_is_left_to_qt(plugin: str) -> None:
    assert unreachable_display({"QT_QPA_PLATFORM": plugin}, "linux") is None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_only_linux_is_asked(platform: str) -> None:
    assert unreachable_display({}, platform) is None


def test_a_wayland_socket_is_enough(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "wayland-1"))
        listener.listen()
        environ = {"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert unreachable_display(environ, "linux") is None


def test_x11_is_the_second_choice_where_wayland_is_gone(x_server: Server) -> None:
    environ = {"WAYLAND_DISPLAY": "/nowhere/w", "DISPLAY": f":{x_server(b'')}"}
    assert unreachable_display(environ, "linux") is None


@pytest.mark.parametrize("plugin", [XCB, WAYLAND])
def test_missing_libraries_are_told_by_package(
    plugin: str, monkeypatch: pytest.MonkeyPatch, x_server: Server
) -> None:
    assert missing_packages(plugin) == []
    lost = {XCB: "libxcb-cursor.so.0", WAYLAND: "libwayland-cursor.so.0"}[plugin]

    def loads(name: str) -> bool:
        return name != lost

    monkeypatch.setattr("kiosk.host.system_libraries._loads", loads)
    assert missing_packages(plugin, folders=()) == [libraries(plugin)[lost]]


def test_a_missing_library_stops_the_start_with_its_package(
    monkeypatch: pytest.MonkeyPatch, x_server: Server
) -> None:
    def lost(_plugin: str) -> list[str]:
        return ["libxcb-cursor0"]

    monkeypatch.setattr("kiosk.host.display.missing_packages", lost)
    trouble = unreachable_display({"DISPLAY": f":{x_server(b'')}"}, "linux")
    assert trouble is not None
    assert trouble.endswith("install (Debian, Ubuntu): libxcb-cursor0")


@pytest.mark.parametrize(("plugin", "file"), [(XCB, "libqxcb.so"), (WAYLAND, "libqwayland.so")])
def test_the_list_of_libraries_is_what_this_qt_loads(plugin: str, file: str) -> None:
    import PySide6

    found = Path(str(PySide6.__file__)).parent / "Qt" / "plugins" / "platforms" / file
    listed = subprocess.run(["ldd", str(found)], capture_output=True, text=True, check=True)
    loaded = set(re.findall(r"^\s*(\S+) =>", listed.stdout, re.MULTILINE))
    names = set(libraries(plugin))
    assert names <= loaded, "named, but not loaded by Qt"
    graphic = re.compile(r"lib(xcb|xkb|X11|wayland|EGL\.|GL\.|dbus|fontconfig|glib)")
    assert {name for name in loaded if graphic.match(name)} <= names, "loaded, but not named"


def test_asking_imports_no_qt_and_no_process_tools() -> None:
    code = (
        "import sys; from kiosk.host.display import reach_display;"
        "reach_display({'DISPLAY': ':3999'}, 'linux');"
        "print([m for m in ('PySide6', 'subprocess', 'ctypes', 'socket') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
