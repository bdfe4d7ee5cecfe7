from __future__ import annotations
import pytest
from tests.journeys.test_farewell import open_topic
@pytest.mark.parametrize("n", range(120))
def test_dbg(kiosk, n):
    open_topic(kiosk)
    kiosk.open("nav.done", "screen.farewell")
    kiosk.key("Escape")
    kiosk.wait_for("screen.topic")
