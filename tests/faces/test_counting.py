"""What is counted of visits, when it is written, and what costs nothing but the counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiosk.faces.counting import EVERY_S, DayCounter
from kiosk.store.counts_file import COUNTS_FILE, CountsFile

DAY = date(2026, 5, 4)


class Moment:
    """A clock and a calendar that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.today: date | None = DAY


def counter_in(folder: Path, moment: Moment) -> DayCounter:
    return DayCounter(folder, lambda: moment.today, lambda: moment.now)


def visit(counter: DayCounter, *topics: str) -> None:
    counter.saw("visit_started")
    for topic in topics:
        counter.saw("topic_opened", topic)
    counter.saw("visit_ended")


def kept(folder: Path) -> dict[str, int]:
    days = CountsFile(folder).read().days
    return {
        " ".join(filter(None, what)): number
        for totals in days.values()
        for what, number in totals.items()
    }


def test_nothing_is_written_while_somebody_is_there(tmp_path: Path) -> None:
    counter = counter_in(tmp_path, Moment())
    counter.saw("visit_started")
    counter.saw("topic_opened", "a")
    assert not list(tmp_path.iterdir())
    counter.saw("visit_ended")
    assert kept(tmp_path) == {"visit_started": 1, "topic_opened a": 1}


def test_the_next_visits_are_written_after_a_while_or_at_the_end(tmp_path: Path) -> None:
    moment = Moment()
    counter = counter_in(tmp_path, moment)
    visit(counter)
    moment.now += EVERY_S - 1
    visit(counter)
    assert kept(tmp_path) == {"visit_started": 1}
    moment.now += 1
    visit(counter)
    assert kept(tmp_path) == {"visit_started": 3}
    visit(counter)
    counter.close()
    assert kept(tmp_path) == {"visit_started": 4}


def test_the_next_start_goes_on_counting(tmp_path: Path) -> None:
    for _ in range(2):
        counter = counter_in(tmp_path, Moment())
        visit(counter, "a", "b", "a")
        counter.close()
    assert kept(tmp_path) == {"visit_started": 2, "topic_opened a": 4, "topic_opened b": 2}


def test_by_a_clock_that_is_in_doubt_nothing_is_counted(tmp_path: Path) -> None:
    moment = Moment()
    moment.today = None
    counter = counter_in(tmp_path, moment)
    visit(counter)
    counter.close()
    assert not list(tmp_path.iterdir())


def test_a_broken_file_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / COUNTS_FILE).write_text("?")
    visit(counter_in(tmp_path, Moment()))
    assert kept(tmp_path) == {"visit_started": 1}
    assert "?" in [file.read_text() for file in tmp_path.iterdir()]


def test_a_disk_that_refuses_is_tried_again_and_loses_no_count(tmp_path: Path) -> None:
    folder, moment = tmp_path / "data", Moment()
    folder.write_text("a file where the folder should be")
    counter = counter_in(folder, moment)
    visit(counter)
    assert counter.trouble
    folder.unlink()
    counter.close()
    assert kept(folder) == {"visit_started": 1}
