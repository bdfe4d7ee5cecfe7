"""When this program was made: no computer that runs it can live in an earlier time."""

from __future__ import annotations

from typing import Final

BUILT: Final = 1_767_225_600.0
"""1 January 2026, in seconds since 1970: the year of this release, raised with that of each next
(domain/clock_trust.py). A dead battery falls back to the year of the computer's own making, and
whoever tries a schedule by dates of the year so far is not told that they cannot be."""
