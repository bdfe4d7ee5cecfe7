"""Coming back with three pictures, as tests of it do that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.returning import PICTURES
from tests.ui.support.kiosk import Kiosk, Size

if TYPE_CHECKING:
    from kiosk.ui.screen import Screen

CARDS = tuple(f"return.picture.{picture}" for picture in PICTURES)
NEARLY_SQUARE = Size(1280, 1024)
NAMES: dict[str, str] = dict(
    zip(
        ("Boom", "Vis", "Zon", "Huis", "Fiets", "Boot", "Sleutel", "Kop", "Boek"),
        PICTURES,
        strict=True,
    )
)


def code(kiosk: Kiosk) -> set[str]:
    """The pictures on the farewell, by what they are called there."""
    shown = {kiosk.name(f"farewell.picture.{number}") for number in (1, 2, 3)}
    assert shown == {kiosk.name(f"farewell.name.{number}") for number in (1, 2, 3)}
    return {NAMES[name] for name in shown}


def shown_on(kiosk: Kiosk) -> Screen:
    current = kiosk.window.current
    assert current is not None
    return current


def come_back(kiosk: Kiosk, pictures: set[str], door: str = "attract.read") -> None:
    kiosk.press(door, "home.return", *(f"return.picture.{one}" for one in sorted(pictures)))
    kiosk.press("nav.next")


def other_than(pictures: set[str], *, wrong: int) -> set[str]:
    """Three pictures of which so many are wrong."""
    return {*sorted(pictures)[wrong:], *sorted(set(PICTURES) - pictures)[:wrong]}
