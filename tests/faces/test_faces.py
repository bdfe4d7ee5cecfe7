"""One face has the window at a time, whatever order the changes come in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.modes import Change, Mode, Modes
from kiosk.faces.faces import Face, Faces

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MODES: tuple[Mode, ...] = get_args(Mode)
CHANGES: tuple[Change, ...] = get_args(Change)


class Spy:
    """A face that remembers whether it has the window, and whether it kept anything."""

    def __init__(self, mode: Mode, told: list[str]) -> None:
        self.mode = mode
        self.told = told
        self.shows = False
        self.kept = False

    def _tell(self, what: str) -> None:
        self.told.append(f"{self.mode} {what}")

    def begin(self) -> None:
        self.shows, self.kept = True, True
        self._tell("begin")

    def pause(self) -> None:
        self.shows = False
        self._tell("pause")

    def resume(self) -> None:
        self.shows = True
        self._tell("resume")

    def withdraw(self) -> None:
        self.shows = self.kept = False
        self._tell("withdraw")


class Room:
    def __init__(self, mode: Mode = "touch") -> None:
        self.told: list[str] = []
        self.spies: dict[Mode, Spy] = {mode: Spy(mode, self.told) for mode in MODES}
        makers: dict[Mode, Callable[[], Face]] = {
            mode: partial(self.spies.__getitem__, mode) for mode in MODES
        }
        self.faces = Faces(Modes.starting(mode), makers)
        self.faces.now.begin()
        self.told.clear()

    @property
    def showing(self) -> list[Mode]:
        return [mode for mode, spy in self.spies.items() if spy.shows]


def test_a_change_ends_one_face_and_begins_the_next() -> None:
    room = Room()
    room.faces.change("talk_started")
    assert room.told == ["touch withdraw", "presentation begin"]
    room.faces.change("talk_over")
    assert room.told[2:] == ["presentation withdraw", "touch begin"]


def test_an_interrupted_face_shows_again_with_what_it_had() -> None:
    room = Room()
    room.faces.interrupt()
    room.faces.interrupt()
    assert room.told == ["touch pause"]
    room.faces.resume()
    room.faces.resume()
    assert room.told == ["touch pause", "touch resume"]


def test_to_patients_from_patients_starts_over() -> None:
    room = Room()
    room.faces.interrupt()
    room.faces.change("patients")
    assert room.told == ["touch pause", "touch withdraw", "touch begin"]
    room.faces.resume()  # the staff's screens close: nothing is left to resume
    assert room.told[3:] == []


@pytest.mark.parametrize("home", ["touch", "display"])
def test_after_an_error_the_mode_to_return_to_starts_over(home: Mode) -> None:
    room = Room(home)
    room.faces.change("talk_started")
    room.faces.start_over()
    assert room.faces.modes == Modes.starting(home)
    assert room.showing == [home]


@given(st.sampled_from(MODES), st.lists(st.sampled_from([*CHANGES, "interrupt", "resume", "over"])))
def test_never_two_faces_and_nothing_kept_by_one_that_was_left(
    start: Mode, steps: Sequence[str]
) -> None:
    room = Room(start)
    interrupted = False
    for step in steps:
        if step == "interrupt":
            room.faces.interrupt()
            interrupted = True
        elif step == "resume":
            room.faces.resume()
            interrupted = False
        elif step == "over":
            room.faces.start_over()
            interrupted = False
        else:
            room.faces.change(cast("Change", step))
            interrupted = False
        now = room.faces.modes.now
        assert room.showing == ([] if interrupted else [now])
        assert [mode for mode, spy in room.spies.items() if spy.kept] == [now]
