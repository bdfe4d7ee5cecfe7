"""What tests of the display share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.display.display_support import Display, Plan
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.bundle import Bundle
    from kiosk.ui.theme.look import Kit


@pytest.fixture
def put_up(kit: Kit, bundle: Bundle) -> Iterator[Callable[[Plan], Display]]:
    """Puts up displays and takes them down after the test."""
    made: list[Display] = []

    def make(plan: Plan) -> Display:
        made.append(Display(kit, bundle.strings, plan))
        return made[-1]

    yield make
    for display in made:
        display.close()


@pytest.fixture
def display(put_up: Callable[[Plan], Display]) -> Display:
    """Two topics and one question, on a Monday morning."""
    return put_up(Plan(pack_of(topics=2, questions=1)))
