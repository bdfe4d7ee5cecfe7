"""What tests of a talk share: a talk that has begun or is being prepared, and two screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.talk.hall_support import Hall
from tests.ui.talk.room_support import Room
from tests.ui.talk.talk_support import Talk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.bundle import Bundle
    from kiosk.content.packs import Loaded
    from kiosk.ui.theme.look import Kit
    from tests.ui.support.kiosk import Kiosk


@pytest.fixture
def unbegun(kit: Kit, bundle: Bundle, bundled: Loaded) -> Iterator[Talk]:
    """A talk before its first slide."""
    assert bundled.pack is not None
    drawn = bundle.kit(lambda path: bundled.folder.joinpath(*path.split("/")))
    talk = Talk(drawn, bundle.strings, bundled.pack, bundled.folder)
    yield talk
    talk.close()


@pytest.fixture
def talk(unbegun: Talk) -> Talk:
    """A talk at its first slide."""
    unbegun.begin()
    return unbegun


@pytest.fixture
def room(kiosk: Kiosk, tmp_path: Path) -> Iterator[Room]:
    """A kiosk in which a talk over four topics is being prepared."""
    room = Room(kiosk, tmp_path)
    yield room.open()
    room.preparing.close()


@pytest.fixture
def hall(kiosk: Kiosk) -> Iterator[Hall]:
    """A talk on two screens, at its first slide."""
    hall = Hall(kiosk)
    yield hall
    hall.close()
