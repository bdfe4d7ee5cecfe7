"""Who staff are to the kiosk, and what brings them to its gate."""

from __future__ import annotations

from typing import Literal

Level = Literal["staff", "it"]
"""What a PIN opens: the staff's doors, or those of the IT department too (features.md G)."""

Goal = Literal["menu", "talk"]
"""What lies behind the gate once the PIN is right."""

SHORTEST_PIN, LONGEST_PIN = 4, 8
"""Digits of a PIN (features.md section 2, Staff gesture)."""


def is_pin(text: str) -> bool:
    """Whether a text can be a PIN: 4 to 8 of the digits 0 to 9."""
    digits = text.isascii() and text.isdigit()
    return digits and SHORTEST_PIN <= len(text) <= LONGEST_PIN
