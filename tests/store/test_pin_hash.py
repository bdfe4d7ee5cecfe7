"""A PIN's hash: salted, readable again, and no text of another kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.store.pin_hash import PinHash

SALT, DIGEST = "A" * 22, "A" * 43
GOOD = f"scrypt$16384$8$1${SALT}${DIGEST}"


def test_it_fits_its_pin_only() -> None:
    made = PinHash.of("4711")
    again = PinHash.read(str(made))
    assert again == made
    assert again.fits("4711")
    for pin in ("4712", "471", "47110", "", "1174"):
        assert not again.fits(pin)


def test_no_two_hashes_are_the_same() -> None:
    assert str(PinHash.of("4711")) != str(PinHash.of("4711"))


def test_it_costs_16_mb_and_says_so() -> None:
    text = str(PinHash.of("4711"))
    assert text.startswith("scrypt$16384$8$1$")
    assert text.count("$") == 5
    assert not set(text) & set("\"'\\ ")


def test_a_good_one_is_read() -> None:
    assert PinHash.read(GOOD).n == 16384


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4711",
        "scrypt",
        GOOD + "$",
        GOOD.replace("scrypt", "bcrypt"),
        GOOD.replace("16384", "16385"),
        GOOD.replace("16384", "0"),
        GOOD.replace("16384", "1"),
        GOOD.replace("16384", "-16384"),
        GOOD.replace("16384", "1048576"),  # a gigabyte
        GOOD.replace("16384", "9" * 30),
        GOOD.replace("$8$", "$0$"),
        GOOD.replace("$8$", "$999$"),
        GOOD.replace("$1$", "$9$"),
        GOOD.replace("$8$", "$٨$"),
        GOOD.replace(SALT, "AAAA"),
        GOOD.replace(SALT, "A" * 500),
        GOOD.replace(SALT, "A" * 21 + "!"),
        GOOD.replace(SALT, "A" * 21 + "B"),  # bits that no byte has
        GOOD.replace(SALT, SALT + "=="),
        GOOD.replace(DIGEST, ""),
        GOOD.replace(DIGEST, "A" * 1000),
        GOOD.replace(DIGEST, "é" * 43),
    ],
)
def test_another_text_is_no_hash(text: str) -> None:
    with pytest.raises(ValueError):
        PinHash.read(text)


@given(st.text(max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    try:
        found = PinHash.read(text)
    except ValueError:
        return
    assert str(found) == text
