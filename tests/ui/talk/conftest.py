"""What tests of a talk share: a talk that has begun, over the pack that comes with the kiosk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.talk.talk_support import Talk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.bundle import Bundle
    from kiosk.content.packs import Loaded
    from kiosk.ui.theme.look import Kit


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
