"""What a code of return keeps, and until when."""

from __future__ import annotations

import gc
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.domain.returning import Kept
from kiosk.domain.visit import TopicPlace
from tests.ui.support.kiosk import Kiosk
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    pass

from tests.ui.return_support import code

# -- what is kept, and until when ------------------------------------------------------------------


def test_wipe_everything_wipes_the_code_too(reader: Kiosk) -> None:
    reader.press("nav.done")
    reader.press("farewell.wipe", "attract.read")
    assert not reader.shows("home.return")
    assert len(reader.session.navigator.returns.codes) == 0


def test_an_idle_reset_leaves_no_code(reader: Kiosk) -> None:
    reader.wait(300)
    reader.press("attract.read")
    assert not reader.shows("home.return")


def test_home_stops_offering_it_at_midnight_while_it_shows(reader: Kiosk) -> None:
    reader.press("nav.done")
    reader.wait(21)
    reader.press("attract.read")
    assert reader.shows("home.return")
    reader.today += timedelta(days=1)
    reader.wait(31)
    assert not reader.shows("home.return")
    assert reader.screen == "screen.home"


def kept_in_memory() -> list[Kept]:
    """What is kept of visits to these tests' topics, wherever it is."""
    gc.collect()
    kept = [one for one in gc.get_objects() if type(one) is Kept]
    return [one for one in kept if getattr(one.place, "topic", "").startswith("kaart")]


def test_after_midnight_nothing_is_left_in_memory(reader: Kiosk) -> None:
    reader.press("nav.done")
    reader.wait(21)
    assert kept_in_memory()
    reader.today += timedelta(days=1)
    reader.wait(31)
    assert not kept_in_memory()
    running = [timer for timer in reader.timers.running() if timer.interval() == 30_000]
    assert running == [], "nothing looks at the day any more"


def test_a_visit_leaves_its_place_and_quiz_and_nothing_else(reader: Kiosk) -> None:
    """access.md P2: no letters, no loudness, no choices of the sheet."""
    reader.press("nav.size", "nav.done")
    pictures = code(reader)
    reader.wait(21)
    kept = reader.session.navigator.returns.codes.find(pictures)
    assert kept is not None
    assert kept._fields == ("place", "quiz", "language")
    assert isinstance(kept.place, TopicPlace)
    assert kept.place.topic == "kaart-2"


def test_another_pack_forgets_every_code(reader: Kiosk) -> None:
    reader.press("nav.done")
    reader.wait(21)
    reader.session.use_content(reader.content(pack_of()))
    reader.press("attract.read")
    assert not reader.shows("home.return")


def test_another_language_to_start_in_forgets_no_code(reader: Kiosk) -> None:
    """Staff who change the language must not lose the place of somebody who was called away."""
    reader.press("nav.done")
    reader.wait(21)
    reader.session.use_content(reader.session.stand.content._replace(language="nl"))
    reader.press("attract.read")
    assert reader.shows("home.return")
