"""When this program was made: no computer that runs it can live in an earlier time."""

from __future__ import annotations

from typing import Final

BUILT: Final = 1_793_491_200.0
"""1 November 2026, in seconds since 1970; raised with each release (domain/clock_trust.py)."""
