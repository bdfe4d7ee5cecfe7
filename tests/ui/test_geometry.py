"""Where things stand on every screen, at every size and in all letters (DESIGN.md section 3)."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect

from kiosk.domain.units import font_px
from kiosk.ui.widgets.label import TextLabel
from tests.ui.support.kiosk import FULL_HD, LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.sight import Sight, cut_text, sight
from tests.ui.support.tree import box_of, controls
from tests.ui.support.walk import every_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.packs import Loaded
    from kiosk.domain.letters import Letters

SCREEN_BOTTOM_MM = {True: 790.0, False: 850.0}  # portrait or not (DESIGN.md section 3)
# Two names of one place (DESIGN.md section 5).
SAME_PLACE = {"quiz.stop": "nav.done", "quiz.next": "nav.next"}


@pytest.fixture(scope="module")
def sights(request: pytest.FixtureRequest) -> dict[tuple[Size, Letters], list[Sight]]:
    """Filled as tests ask: one walk a size and letters serves every test here."""
    return {}


@pytest.fixture(params=SIZES, ids=str)
def size(request: pytest.FixtureRequest) -> Size:
    return request.param


@pytest.fixture(params=LETTERS, ids=lambda one: f"{one.text_size}{'d' if one.dark else ''}")
def letters(request: pytest.FixtureRequest) -> Letters:
    return request.param


@pytest.fixture
def seen(
    sights: dict[tuple[Size, Letters], list[Sight]],
    start: Callable[[Plan], Kiosk],
    bundled: Loaded,
    size: Size,
    letters: Letters,
) -> list[Sight]:
    """Every screen of the bundled pack at this size in these letters.

    Some letters see fewer pages: `test_paging` has them all, and dark ones stand as light ones do.
    """
    if (size, letters) not in sights:
        assert bundled.pack is not None
        kiosk = start(Plan(bundled.pack, bundled.folder, size=size))
        whole = letters in (LETTERS[1], LETTERS[2])
        sights[size, letters] = [
            sight(kiosk, name) for name in every_screen(kiosk, letters, whole=whole)
        ]
    return sights[size, letters]


def pressed(one: Sight) -> dict[str, QRect]:
    """The controls without attract's poster, which is the ground that its screen stands on."""
    return {name: box for name, box in one.controls.items() if name != "attract.topic"}


def test_nothing_is_cut_and_no_word_is_broken(seen: list[Sight]) -> None:
    assert {one.name: one.cut for one in seen if one.cut} == {}


def test_everything_lies_inside_the_glass(seen: list[Sight], size: Size) -> None:
    glass = QRect(0, 0, size.width, size.height)
    outside = [
        f"{one.name}: {name}"
        for one in seen
        for name, box in (one.controls | one.labels).items()
        if box.isEmpty() or not glass.contains(box)
    ]
    assert outside == []


def test_nothing_lies_over_anything_else(seen: list[Sight]) -> None:
    over = [
        f"{one.name}: {first} and {second}"
        for one in seen
        for (first, a), (second, b) in combinations((pressed(one) | one.labels).items(), 2)
        if a.intersects(b)
    ]
    assert over == []


def test_nothing_scrolls(seen: list[Sight]) -> None:
    assert [name for one in seen for name in one.scrolling] == []


def test_controls_are_large_enough(seen: list[Sight], size: Size) -> None:
    """access.md M1, M2: 30 mm, on the shelf 40 mm."""
    small: list[str] = []
    for one in seen:
        for name, box in pressed(one).items():
            shelf = name.startswith(("nav.", "quiz.stop", "quiz.next", "idle."))
            least = round((40 if shelf else 30) * size.px_per_mm)
            if min(box.width(), box.height()) < least:
                small.append(f"{one.name}: {name} {box.width()}×{box.height()} under {least}")
    assert small == []


def test_controls_are_apart_and_off_the_edge(seen: list[Sight], size: Size) -> None:
    """access.md M2: 8 mm from one another, 10 mm from the edge, to the nearest pixel."""
    margin, gap = round(10 * size.px_per_mm), round(8 * size.px_per_mm)
    edge = QRect(0, 0, size.width, size.height).adjusted(margin, margin, -margin, -margin)
    wrong: list[str] = []
    for one in seen:
        boxes = pressed(one)
        wrong += [
            f"{one.name}: {name} at the edge" for name, b in boxes.items() if not edge.contains(b)
        ]
        for (first, a), (second, b) in combinations(boxes.items(), 2):
            if a.adjusted(-gap, -gap, gap, gap).intersects(b):
                wrong.append(f"{one.name}: {first} and {second} too close")
    assert wrong == []


def test_the_six_places_never_move(seen: list[Sight]) -> None:
    """access.md K3: within 2 px on every screen."""
    places: dict[str, QRect] = {}
    moved: list[str] = []
    for one in seen:
        for name, box in one.controls.items():
            if not name.startswith(("nav.", "quiz.stop", "quiz.next")):
                continue
            place = places.setdefault(SAME_PLACE.get(name, name), box)
            apart = (box.x() - place.x(), box.y() - place.y(), box.right() - place.right())
            if max(map(abs, apart)) > 2:
                moved.append(f"{one.name}: {name}")
    assert moved == []
    assert set(places) == {
        "nav.done",
        "nav.home",
        "nav.back",
        "nav.size",
        "nav.listen",
        "nav.next",
        "nav.view",
    }


def test_controls_are_within_reach(seen: list[Sight], size: Size) -> None:
    """access.md R1: at most 1100 mm above the floor, at least 800 (landscape as it hangs)."""
    bottom = SCREEN_BOTTOM_MM[size.height > size.width]
    for one in seen:
        for name, box in pressed(one).items():
            top_mm = bottom + (size.height - box.y()) / size.px_per_mm
            low_mm = bottom + (size.height - box.y() - box.height()) / size.px_per_mm
            assert top_mm <= 1100.5, f"{one.name}: {name} reaches {top_mm:.0f} mm"
            assert low_mm >= 799.5, f"{one.name}: {name} hangs at {low_mm:.0f} mm"


def test_no_page_has_more_than_forty_words(seen: list[Sight]) -> None:
    """access.md K2."""
    assert max(one.word_count for one in seen) <= 40


def test_all_words_are_large_enough(seen: list[Sight], size: Size) -> None:
    """access.md V1, by the size of every font; `test_pixels` measures what a size gives."""
    least = font_px(600.0, size.px_per_mm)
    small = [
        f"{one.name}: {name} {px} under {least}"
        for one in seen
        for name, px in one.fonts.items()
        if px < least
    ]
    assert small == []


def test_reading_text_has_the_size_of_the_letters(
    seen: list[Sight], size: Size, letters: Letters
) -> None:
    smallest = font_px(600.0, size.px_per_mm)
    bodies = {one.fonts["topic.body"] / smallest for one in seen if "topic.body" in one.fonts}
    assert bodies
    assert all(abs(ratio - letters.factor) < 0.02 for ratio in bodies)


def test_reading_text_is_set_to_be_read(seen: list[Sight]) -> None:
    """access.md V7: 1.5 lines, at most 60 characters a line, leading edge even, no italics.

    The one word under each picture of a code is no reading text: it stands centred.
    """
    for one in seen:
        for name, style in one.lines.items():
            assert not style.centred or name.startswith("farewell.name."), name
            assert not style.font.italic(), name
            if name.rpartition(".")[2] in ("body", "why", "summary"):
                assert style.line >= round(1.5 * style.font.pixelSize()), name
            if name.rpartition(".")[2] in ("body", "why", "summary", "action", "right-answer"):
                assert style.most == 60, name


@pytest.mark.parametrize("factor", [0.7, 1.3])
@pytest.mark.parametrize("size", [FULL_HD, SIZES[1]], ids=str)
def test_sizes_follow_px_per_mm(
    start: Callable[[Plan], Kiosk], bundled: Loaded, size: Size, factor: float
) -> None:
    """access.md X4: ± 30 % in the setting are ± 30 % in the height of every control in mm."""
    assert bundled.pack is not None
    wide = Size(round(size.width * 1.4), round(size.height * 1.4), size.px_per_mm)
    kiosk = start(Plan(bundled.pack, bundled.folder, size=wide))
    kiosk.press("attract.read")
    before = {name: kiosk.box(name) for name in ("nav.done", "nav.size")}
    px = kiosk.look.type
    kiosk.resize(Size(wide.width, wide.height, size.px_per_mm * factor))
    kiosk.session.navigator.relook()
    for name, box in before.items():
        assert kiosk.box(name)[3] == pytest.approx(box[3] * factor, abs=1)
    assert kiosk.look.type.body == pytest.approx(px.body * factor, abs=2)
    assert kiosk.look.type.label == pytest.approx(px.label * factor, abs=2)


def test_a_mirrored_shelf_keeps_its_six_places(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1")
    names = ("nav.done", "nav.home", "nav.back", "nav.size", "nav.next")
    before = {name: kiosk.box(name) for name in names}
    kiosk.press("nav.home", "nav.view", "view.mirror", "nav.home", "home.topic.kaart-1")
    for name, (x, y, width, height) in before.items():
        assert kiosk.box(name) == (1920 - x - width, y, width, height)


def test_an_empty_place_stays_empty(kiosk: Kiosk) -> None:
    """Without a voice place 5 shows nothing on any screen."""
    metrics = kiosk.look.metrics
    place = metrics.place(5)
    empty = QRect(place.x, place.y, place.width, place.height)
    for name in every_screen(kiosk, LETTERS[1], voiced=False):
        if name in ("attract", "farewell", "warning"):
            continue
        boxes = [box_of(one, kiosk.window) for one in controls(kiosk.window)]
        assert not [box for box in boxes if box.intersects(empty)], name


def test_the_checks_here_can_fail(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1")
    body = kiosk.widget("topic.body")
    assert isinstance(body, TextLabel)
    assert cut_text(body) == ""
    body.resize(body.width(), 10)
    assert cut_text(body)
    body.resize(60, 5000)
    assert "broken word" in cut_text(body)
