"""What the display needs of its machine: the screens' power, and no sleep."""

from __future__ import annotations

from typing import Protocol


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
