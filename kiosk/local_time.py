"""The local time of a moment, in the computer's time zone or another one."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from kiosk.domain.schedule import Local


def local_clock(zone: tzinfo | None = None) -> Local:
    """The local time of moments in a zone; without one, in the computer's own."""

    def local(moment: float) -> datetime:
        return datetime.fromtimestamp(moment, UTC).astimezone(zone).replace(tzinfo=None)

    return local


def local_today() -> date:
    """The date now, in the computer's own time zone."""
    return local_clock()(time.time()).date()
