"""The look of a window for eyes that are across the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.letters import Letters
from kiosk.domain.talk.glass import DISTANCE_SIDES

if TYPE_CHECKING:
    from kiosk.ui.theme.look import Look


def far_look(look: Look, passive_mm: float = 0.0) -> Look:
    """The look with letters of 0.7° at `passive_mm` (0: 5.6 times the glass's short side)."""
    metrics = look.metrics
    short_mm = min(metrics.width, metrics.height) / metrics.px_per_mm
    far = passive_mm or DISTANCE_SIDES * short_mm
    return look._replace(
        metrics=metrics._replace(viewing_distance_mm=far),
        letters=Letters(100, look.letters.dark),
    )
