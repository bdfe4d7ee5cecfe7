"""Where a file goes, and jobs away from the screen's thread (issue 3, item 3)."""

from __future__ import annotations

from pathlib import Path
from threading import Event, get_ident
from typing import TYPE_CHECKING
from weakref import ref

import pytest

from kiosk.store.delivery import Delivered
from kiosk.ui.errand import Errand
from kiosk.ui.screens.save_to import Place, SaveToScreen
from tests.ui.support.kiosk import Kiosk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from kiosk.ui.staff.sheet import StaffSheet

STICK = Place(Path("/media/kiosk/KINGSTON"), "KINGSTON", stick=True)
LOCKED = Place(Path("/media/kiosk/OUD"), "OUD", stick=True, writable=False)
HERE = Place(Path("/srv/kiosk/export"))
FILE = "kiosk-it-2026-11-22-1605.zip"


def put(kiosk: Kiosk, screen: StaffSheet) -> None:
    kiosk.session.pause()
    kiosk.window.show_screen(screen)
    screen.refresh()
    kiosk.flush()


class Saving:
    """A screen that saves as a test says: at once, in the test's own thread."""

    def __init__(self, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, *places: Place) -> None:
        monkeypatch.setattr(Errand, "start", lambda errand, job: errand.done.emit(job()))  # pyright: ignore[reportUnknownLambdaType, reportUnknownMemberType, reportUnknownArgumentType]
        self.kiosk = kiosk
        self.places = list(places)
        self.result = Delivered(None, "full")
        self.asked: list[Place] = []
        self.screen = SaveToScreen(kiosk.window, kiosk.look, lambda: self.places, self._save)
        put(kiosk, self.screen)
        self.screen.start()

    def _save(self, place: Place) -> Delivered:
        self.asked.append(place)
        return self.result

    @property
    def text(self) -> str:
        return self.kiosk.name("save.text")

    def buttons(self) -> list[str]:
        shown = sorted(name for name in self.kiosk.widgets() if name.startswith("save.place."))
        return [self.kiosk.name(name) for name in shown]


@pytest.fixture
def saving(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Saving]:
    made = Saving(kiosk, monkeypatch, HERE)
    yield made
    made.screen.close_sheet()


def test_a_stick_appears_by_itself_and_goes_again(saving: Saving) -> None:
    assert saving.buttons() == ["Op deze computer"]
    assert saving.text == "Steek een stick in de computer. Hij verschijnt hier vanzelf."
    saving.places.insert(0, STICK)
    saving.kiosk.wait(1.1)
    assert saving.buttons() == ["Stick KINGSTON", "Op deze computer"]
    assert saving.text == "Kies een plaats."
    saving.places.remove(STICK)
    saving.kiosk.wait(1.1)
    assert saving.buttons() == ["Op deze computer"]


def test_what_is_saved_on_a_stick_says_its_name_and_that_the_stick_may_go(saving: Saving) -> None:
    saving.places.insert(0, STICK)
    saving.result = Delivered(STICK.folder / FILE)
    chosen: list[object] = []
    files: list[object] = []
    saving.screen.place_chosen.connect(chosen.append)
    saving.screen.saved.connect(files.append)
    saving.kiosk.wait(1.1)
    saving.kiosk.press("save.place.1")
    assert saving.asked == chosen == [STICK]
    assert files == [STICK.folder / FILE]
    assert saving.text == f"Bewaard. U mag de stick wegnemen.\n{FILE}"
    assert saving.buttons() == []


def test_what_is_saved_here_says_where(saving: Saving) -> None:
    saving.result = Delivered(HERE.folder / FILE)
    saving.kiosk.press("save.place.1")
    assert saving.text == f"Bewaard op deze computer:\n{FILE}\n{HERE.folder}"


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (Delivered(None, "full"), "Er is geen plaats meer."),
        (Delivered(None, "closed"), "Hier kan niets bewaard worden."),
        (Delivered(None, "gone"), "De stick is weg."),
        (Delivered(None, "other"), "Bewaren lukte niet."),
    ],
)
def test_a_failure_is_told_and_another_place_can_be_chosen(
    saving: Saving, result: Delivered, words: str
) -> None:
    saving.result = result
    saving.kiosk.press("save.place.1")
    assert saving.text.startswith(words)
    assert saving.buttons() == ["Op deze computer"]
    saving.places.insert(0, STICK)
    saving.kiosk.wait(1.1)
    assert saving.text == "Kies een plaats.", "a new stick is a new try"


def test_a_locked_stick_is_not_even_tried(saving: Saving) -> None:
    saving.places.insert(0, LOCKED)
    saving.kiosk.wait(1.1)
    assert saving.buttons()[0] == "Stick OUD, op slot"
    saving.kiosk.press("save.place.1")
    assert saving.asked == []
    assert saving.text.startswith("Hier kan niets bewaard worden.")


def test_more_sticks_than_fit_still_leave_the_computer(saving: Saving) -> None:
    many = [STICK._replace(folder=Path(f"/media/{n}"), name=f"S{n}") for n in range(9)]
    saving.places[:] = [*many, HERE]
    saving.kiosk.wait(1.1)
    assert len(saving.buttons()) == 6
    assert saving.buttons()[-1] == "Op deze computer"


def test_a_job_that_breaks_is_a_failure_like_any_other(kiosk: Kiosk, qtbot: QtBot) -> None:
    go = Event()

    def breaks(_place: Place) -> Delivered:
        go.wait(10)
        raise ValueError("no")

    screen = SaveToScreen(kiosk.window, kiosk.look, lambda: [HERE], breaks)
    put(kiosk, screen)
    errand = screen.findChild(Errand)
    assert errand is not None
    with qtbot.waitSignal(errand.done):
        kiosk.press("save.place.1")
        assert kiosk.name("save.text") == "Even wachten."
        assert not kiosk.shows("save.place.1")
        go.set()
    assert kiosk.name("save.text").startswith("Bewaren lukte niet.")


# -- errands -------------------------------------------------------------------------------------


def test_an_errand_runs_elsewhere_and_answers_here(qtbot: QtBot) -> None:
    errand = Errand()
    told: list[tuple[object, int]] = []

    def hear(result: object) -> None:
        told.append((result, get_ident()))

    errand.done.connect(hear)
    with qtbot.waitSignal(errand.done):
        errand.start(get_ident)
    ((ran_in, answered_in),) = told
    assert ran_in != get_ident()
    assert answered_in == get_ident()


def test_an_errand_that_nobody_waits_for_answers_nobody(qtbot: QtBot) -> None:
    errand = Errand()
    told: list[object] = []
    errand.done.connect(told.append)
    go, went = Event(), Event()

    def slow() -> str:
        go.wait(10)
        went.set()
        return "late"

    errand.start(slow)
    errand.close()
    go.set()
    assert went.wait(10)
    with qtbot.waitSignal(errand.done):
        errand.start(lambda: "new")
    assert told == ["new"]


def test_a_job_never_holds_whoever_waited_for_it(qtbot: QtBot) -> None:
    """Freed by the job's thread, it was freed while this one handed it the result: a crash."""
    errand = Errand()
    held, go, went = ref(errand), Event(), Event()

    def slow() -> None:
        go.wait(10)
        went.set()

    errand.start(slow)
    del errand
    assert held() is None
    go.set()
    assert went.wait(10)
