"""What the display needs of its machine: the clock on the wall, the screens' power, no sleep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtCore import SignalInstance

    from kiosk.domain.schedule import State


class Wall(Protocol):
    """The clock on the wall, see `kiosk.host.wall_clock`."""

    @property
    def minute(self) -> SignalInstance:
        """Another minute."""
        ...

    @property
    def wall(self) -> datetime | None:
        """The local time, None while it is in doubt."""
        ...

    @property
    def today(self) -> date | None:
        """The local date, None while it is in doubt."""
        ...

    @property
    def state(self) -> State:
        """Whether the screen is on, and dark."""
        ...


class Power(Protocol):
    """What puts the screens to standby, see `kiosk.host.screen_power`."""

    def off(self) -> bool:
        """Switch them off; False where that cannot be done."""
        ...

    def on(self) -> None:
        """Wake them."""
        ...


class Wakeful(Protocol):
    """What keeps the computer awake, see `kiosk.host.awake`."""

    def hold(self) -> None:
        """From now on."""
        ...

    def release(self) -> None:
        """No longer."""
        ...
