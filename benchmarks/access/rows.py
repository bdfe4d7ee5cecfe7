"""The rows of access.md that are must or should, and four moonshots, in its order."""

from __future__ import annotations

from typing import Final

from benchmarks.access.rows_body import HANDS, REACH, SIGHT
from benchmarks.access.rows_machine import MACHINE, SPEECH

ROWS: Final = (*SIGHT, *HANDS, *REACH, *SPEECH, *MACHINE)
