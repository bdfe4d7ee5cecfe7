"""Fixtures of the journeys: kiosks that run in a real window and are used from outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.abandoned import Abandoned, leave
from tests.journeys.support.house import House, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from tests.journeys.support.kiosk import Kiosk

FAILED = pytest.StashKey[bool]()


def pytest_configure(config: pytest.Config) -> None:
    """Declare the mark for what takes minutes: it goes on while others run."""
    config.addinivalue_line("markers", "last: runs after all other journeys")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what is marked `last` at the end."""
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether a journey failed, for what happens to its kiosks."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The kiosks of this run."""
    house = House(tmp_path_factory.mktemp("house"))
    yield house
    house.close()


@pytest.fixture(scope="session")
def abandoned(house: House) -> Iterator[Abandoned]:
    """A kiosk that somebody left on a page."""
    yield from leave(house, farewell=False)


@pytest.fixture(scope="session")
def said_goodbye(house: House) -> Iterator[Abandoned]:
    """A kiosk that somebody left after "Klaar"."""
    yield from leave(house, farewell=True)


@pytest.fixture(scope="session", autouse=True)
def begun_before_the_first(request: pytest.FixtureRequest) -> None:
    """Begin what takes minutes, where a test of this run asks for it.

    Each worker does so: which of them will run those tests is not known yet.
    """
    asked = {name for item in request.session.items for name in getattr(item, "fixturenames", ())}
    for name in ("abandoned", "said_goodbye"):
        if name in asked:
            request.getfixturevalue(name)


@pytest.fixture
def journey(house: House, request: pytest.FixtureRequest) -> Iterator[House]:
    """The house for one journey; tidied afterwards."""
    yield house
    failed = request.node.stash.get(FAILED, False)
    name = re.sub(r"[^\w.-]+", "-", request.node.name)
    house.end_journey(failed=failed, name=name)


@pytest.fixture
def kiosk(journey: House) -> Kiosk:
    """A kiosk at attract, as the bundled defaults show it on a 21.5 inch panel of 1920×1080.

    It may have served earlier journeys: what must hold for a fresh start asks `start`.
    """
    return journey.shared(Plan())


@pytest.fixture
def start(journey: House) -> Callable[[Plan], Kiosk]:
    """Starts a fresh kiosk by a plan; ends with the journey."""
    return journey.own


@pytest.fixture
def share(journey: House) -> Callable[[Plan], Kiosk]:
    """A kiosk at attract by a plan that other journeys may share."""
    return journey.shared
