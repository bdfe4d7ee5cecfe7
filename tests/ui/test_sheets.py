"""The sheets: what a visitor can change, and who says what was read (LOOK.md, Screens)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.letters import Letters
from kiosk.domain.pack import Review
from kiosk.ui.strings import Strings
from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan
from tests.ui.support.packs import make_pack, make_topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bundle import Bundle


@pytest.fixture
def view(kiosk: Kiosk) -> Kiosk:
    kiosk.press("attract.read", "nav.view")
    return kiosk


def choices(kiosk: Kiosk) -> list[str]:
    return [name for name in kiosk.widgets() if name.startswith("view.") and name != "view.title"]


def test_it_opens_from_home_over_two_places(kiosk: Kiosk) -> None:
    kiosk.press("attract.read")
    x, _, width, _ = kiosk.box("nav.view")
    kiosk.press("nav.view")
    assert kiosk.screen == "screen.view"
    assert kiosk.box("nav.home")[0] == x
    right = kiosk.box("nav.back")
    assert right[0] + right[2] == x + width


def test_with_one_language_there_is_none_to_choose(view: Kiosk) -> None:
    assert choices(view) == [
        "view.dark",
        "view.mirror",
        "view.lower",
        "view.sentences",
        "view.hold",
        "view.about",
    ]


def test_a_black_screen_keeps_the_size_and_can_be_undone(view: Kiosk) -> None:
    view.press("view.dark")
    assert view.look.letters == Letters(125, dark=True)
    assert view.name("view.dark") == "Licht scherm"
    view.press("view.dark")
    assert view.look.letters == Letters(125)
    assert view.name("view.dark") == "Zwart scherm"


def test_from_another_dark_size_letters_go_to_the_largest_dark_ones(view: Kiosk) -> None:
    view.press("view.dark", "nav.size")
    assert view.look.letters == Letters(150, dark=True)


def test_mirroring_flips_the_shelf_and_flips_it_back(view: Kiosk) -> None:
    before = view.box("nav.done")
    view.press("view.mirror")
    assert view.box("nav.done") != before
    view.press("view.mirror")
    assert view.box("nav.done") == before


@pytest.fixture
def two(start: Callable[[Plan], Kiosk], bundle: Bundle) -> Kiosk:
    """A kiosk whose pack and interface speak Dutch and French."""

    def strings(language: str) -> Strings:
        dutch = bundle.strings("nl")
        words = {key: dutch(key) for key in dutch.keys}
        if language == "fr":
            words |= {"language.name": "Français", "nav.done": "Fini", "view.title": "Langue"}
        else:
            words |= {"language.name": "Nederlands"}
        return Strings(language, words)

    pack = make_pack([make_topic(1)], languages=("nl", "fr"))
    return start(Plan(pack, strings=strings, languages=("nl", "fr")))


def test_the_other_language_is_named_in_its_own_words(two: Kiosk) -> None:
    two.press("attract.read", "nav.view")
    assert two.name("view.language") == "Français"
    two.press("view.language")
    assert two.screen == "screen.view"
    assert two.name("view.title") == "Langue"
    assert two.name("view.language") == "Nederlands"
    assert two.name("nav.done") == "Fini"


def test_the_language_lasts_for_the_visit_and_falls_back_after_it(two: Kiosk) -> None:
    two.press("attract.read", "nav.view", "view.language", "nav.home")
    assert two.name("nav.done") == "Fini"
    two.press("nav.done", "farewell.wipe", "attract.read")
    assert two.name("nav.done") == "Klaar"


def about(kiosk: Kiosk) -> str:
    """Everything that the sheet says, on all its pages."""
    kiosk.press("attract.read", "nav.view", "view.about")
    said = [kiosk.name("about.body")]
    while kiosk.shows("nav.next"):
        kiosk.press("nav.next")
        said.append(kiosk.name("about.body"))
    return "\n".join(said)


def test_about_names_source_and_privacy(kiosk: Kiosk) -> None:
    said = about(kiosk)
    assert "Dit is een proef." in said
    assert "Bron: Een artikel, 2024" in said
    assert "Dit scherm bewaart niets over u." in said


def test_about_says_whether_somebody_looked_it_over(start: Callable[[Plan], Kiosk]) -> None:
    unreviewed = about(start(Plan(make_pack([make_topic(1)]))))
    assert "keek onze woorden nog niet na" in unreviewed
    review = Review("Dokter Proef", "2026-01-02", "2028-01-02", "x")
    reviewed = about(start(Plan(make_pack([make_topic(1)], review=review))))
    assert "Dokter Proef" in reviewed
    assert "nog niet na" not in reviewed


@pytest.mark.parametrize("letters", LETTERS, ids=str)
def test_about_keeps_its_place_in_all_letters(
    start: Callable[[Plan], Kiosk], letters: Letters
) -> None:
    kiosk = start(Plan(make_pack([make_topic(1)]), size=SIZES[5]))
    kiosk.enter(letters)
    kiosk.press("nav.view", "view.about")
    bodies = [kiosk.name("about.body")]
    while kiosk.shows("nav.next"):
        kiosk.press("nav.next")
        bodies.append(kiosk.name("about.body"))
    assert len(set(bodies)) == len(bodies)
    first = bodies[-1].split(".")[0]
    kiosk.press("nav.size")
    assert first in kiosk.name("about.body")
    for _ in bodies:
        kiosk.press("nav.back")
        if kiosk.screen == "screen.view":
            break
    assert kiosk.screen == "screen.view"
