"""Whether Qt will find a display, asked before Qt, which aborts the process when there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from kiosk.host.system_libraries import WAYLAND, XCB, missing_packages
from kiosk.host.x11_address import parse_display
from kiosk.host.x11_wire import XConnection, XRefusedError, connect, dial_unix

NO_DISPLAY_TO_TRY = (
    "no display: neither WAYLAND_DISPLAY nor DISPLAY is set; "
    "start the kiosk inside a graphical session, or use 'tour' to make pictures without one"
)


# Others (eglfs, linuxfb, vnc …) end in Qt's abort where anything about them is missing.
_WITHOUT_DISPLAY = frozenset({"offscreen", "minimal"})
_KNOWN = "xcb, wayland, offscreen or minimal"


class Reach(NamedTuple):
    """What was found: `trouble` is one line for IT, `x11` the open connection that proved it.

    The caller closes `x11`, but only once QApplication has gone: an X server whose last client
    leaves starts afresh, or ends where it was told to (`-terminate`).
    """

    trouble: str | None
    x11: XConnection | None = None

    def close(self) -> None:
        """Let go of the connection."""
        if self.x11 is not None:
            self.x11.close()


def unreachable_display(environ: Mapping[str, str], platform: str) -> str | None:
    """One English line that says why no window can open, or None; leaves nothing open.

    `platform` is `sys.platform`. A real start uses `reach_display`, see `Reach`.
    """
    reach = reach_display(environ, platform)
    reach.close()
    return reach.trouble


def reach_display(environ: Mapping[str, str], platform: str) -> Reach:
    """Try the displays Qt would try, in its order (`qt-facts.md` 6); no Qt, no child process."""
    if not platform.startswith("linux"):
        return Reach(None)
    troubles: list[str] = []
    for plugin in _plugins(environ):
        if plugin == "wayland":
            found = Reach(_wayland_trouble(environ))
        elif plugin == "xcb":
            found = _reach_x11(environ)
        elif plugin in _WITHOUT_DISPLAY:
            return Reach(None)
        else:
            # Qt would try it before those after it, and may not come back.
            return Reach(f"QT_QPA_PLATFORM names {plugin!r}; the kiosk needs {_KNOWN}")
        if found.trouble is None:
            return found
        troubles.append(found.trouble)
    return Reach("; ".join(troubles))


def _plugins(environ: Mapping[str, str]) -> Iterator[str]:
    """The platform plugins Qt 6 tries one after the other; measured with 6.12."""
    named = [part.partition(":")[0] for part in environ.get("QT_QPA_PLATFORM", "").split(";")]
    if any(named):
        for name in filter(None, named):
            yield "wayland" if name.startswith("wayland") else name
        return
    if environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland":
        yield "wayland"
    yield "xcb"


def _wayland_trouble(environ: Mapping[str, str]) -> str | None:
    if not environ.get("WAYLAND_SOCKET"):
        name = environ.get("WAYLAND_DISPLAY") or "wayland-0"
        folder = environ.get("XDG_RUNTIME_DIR", "")
        if not folder and not name.startswith("/"):
            return f"the Wayland display {name} cannot be found: XDG_RUNTIME_DIR is not set"
        path = str(Path(folder, name))
        try:
            dial_unix(path).close()
        except OSError as error:
            return f"the Wayland display {path} does not answer ({_reason(error)})"
    return _missing(WAYLAND)


def _reach_x11(environ: Mapping[str, str]) -> Reach:
    display = environ.get("DISPLAY", "")
    if not display:
        return Reach(NO_DISPLAY_TO_TRY)
    address = parse_display(display)
    if address is None:
        return Reach(f"DISPLAY is {display!r}, which names no X display; it should look like :0")
    missing = _missing(XCB)
    if missing:
        return Reach(missing)
    try:
        return Reach(None, connect(address, environ))
    except XRefusedError as refused:
        return Reach(
            f"the X display {display} refuses this user ({refused}); "
            "point XAUTHORITY at the cookie file of the user who started X"
        )
    except OSError as error:
        return Reach(f"the X display {display} does not answer ({_reason(error)})")


def _missing(plugin: str) -> str | None:
    packages = missing_packages(plugin)
    if not packages:
        return None
    return f"Qt lacks system libraries; install (Debian, Ubuntu): {' '.join(packages)}"


def _reason(error: OSError) -> str:
    return error.strerror or str(error) or "no answer in time"
