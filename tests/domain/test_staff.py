"""What can be a PIN."""

from __future__ import annotations

import pytest

from kiosk.domain.staff import is_pin


@pytest.mark.parametrize("pin", ["0000", "1234", "12345678"])
def test_four_to_eight_digits(pin: str) -> None:
    assert is_pin(pin)


@pytest.mark.parametrize(
    "pin", ["", "123", "123456789", "12 34", "12a4", "１２３４", "١٢٣٤", "-123", "1234\n"]
)
def test_nothing_else(pin: str) -> None:
    assert not is_pin(pin)
