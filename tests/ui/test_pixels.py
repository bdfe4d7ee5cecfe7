"""What shows, by its pixels: size of letters, lines, contrast, stillness (access.md V1 to V9)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest

from kiosk.domain.pack import Run
from kiosk.domain.units import cap_height_mm, font_px
from kiosk.ui.theme.fonts import HEAVY, REGULAR, STRONG
from kiosk.ui.widgets.control import Control
from kiosk.ui.widgets.flow import Flow, Paragraph, Style, paragraph
from tests.ui.support.kiosk import FULL_HD, LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import Texts, make_pack, make_question, make_topic
from tests.ui.support.pixels import changed, luminance, near, rim, rows_with, text_contrast
from tests.ui.support.tree import box_of, controls, labels
from tests.ui.support.walk import every_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.packs import Loaded
    from kiosk.domain.letters import Letters
    from kiosk.ui.theme.look import Kit

BLACK, WHITE = QColor("black"), QColor("white")


def painted(flow: Flow, width: int) -> QImage:
    """A text in black on white."""
    image = QImage(width, flow.height + 40, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    flow.paint(painter, 10.0, 20.0, BLACK)
    painter.end()
    return image


@pytest.mark.parametrize("weight", [REGULAR, STRONG, HEAVY])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_capital_is_as_high_as_the_eye_needs(kit: Kit, size: Size, weight: int) -> None:
    """access.md V1: the rows of a capital H in the smallest font are 0.7° at 600 mm."""
    px = font_px(600, size.px_per_mm)
    flow = Flow((paragraph("H"),), Style.of(kit.fonts.font(px, weight), 1.5), 400)
    image = painted(flow, 420)
    high = stem_height(image)
    assert high >= cap_height_mm(600) * size.px_per_mm - 0.1
    assert high == pytest.approx(0.668 * px, abs=0.5), "the bundled font shows"


def stem_height(image: QImage) -> float:
    """The height of the highest stem, where a row that is half covered counts half."""
    return max(
        sum(1 - image.pixelColor(x, y).lightnessF() for y in range(image.height()))
        for x in range(80)
    )


def baselines(image: QImage, box: QRect) -> list[int]:
    """The last row of each line of capitals without descenders."""
    rows = rows_with(image, box, BLACK)
    return [one for one, other in pairwise([*rows, 10**6]) if other > one + 1]


def test_lines_are_one_and_a_half_and_paragraphs_more(kit: Kit) -> None:
    """access.md V7, by pixels."""
    px = 40
    style = Style.of(kit.fonts.font(px, REGULAR), 1.5)
    two = Flow((paragraph("HH HH HH"), paragraph("HH")), style, 130)
    found = baselines(painted(two, 200), QRect(0, 0, 200, two.height + 40))
    gaps = [lower - upper for upper, lower in pairwise(found)]
    assert gaps[:-1] == [60] * (len(gaps) - 1)
    assert gaps[-1] >= 1.5 * 60


def test_lines_keep_their_distance_where_a_word_is_bold(kit: Kit) -> None:
    style = Style.of(kit.fonts.font(40, REGULAR), 1.5)
    bold = Paragraph((Run("HH "), Run("HH", bold=True), Run(" HH HH")))
    flow = Flow((bold,), style, 150)
    found = baselines(painted(flow, 200), QRect(0, 0, 200, flow.height + 40))
    assert {lower - upper for upper, lower in pairwise(found)} == {60}


@pytest.mark.parametrize("letter", ["n", "i", "W"])
def test_no_line_is_longer_than_sixty_characters(kit: Kit, letter: str) -> None:
    """access.md V7: on the widest glass a line of narrow letters stops early."""
    text = " ".join([letter * 4] * 60)
    style = Style.of(kit.fonts.font(45, REGULAR), 1.5, most=60)
    flow = Flow((paragraph(text),), style, 3800)
    widest = QFontMetricsF(style.font).horizontalAdvance((letter * 4 + " ") * 12)
    assert flow.widest <= widest
    assert flow.lines >= len(text) / 60


def test_body_text_starts_at_the_leading_edge_in_every_line(kit: Kit) -> None:
    style = Style.of(kit.fonts.font(40, REGULAR), 1.5)
    flow = Flow((paragraph("HHH HH HHHHH H HH"),), style, 150)
    image = painted(flow, 200)
    for line in range(flow.lines):
        box = QRect(0, 20 + 60 * line, 200, 60)
        first = next(
            x
            for x in range(box.left(), box.right())
            if any(near(image.pixelColor(x, y), BLACK) for y in range(box.top(), box.bottom()))
        )
        assert 10 <= first <= 16


LONGEST = ["Beweeglijkheid", "Vermoeidheid", "Evenwicht", "Spierkracht", "Hersenen", "Kinesist"]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_words_on_controls_keep_off_their_edges(start: Callable[[Plan], Kiosk], size: Size) -> None:
    """Painted words have no box: a frame inside each control has to be of its ground."""
    topics = [make_topic(number, title=title) for number, title in enumerate(LONGEST, 1)]
    pack = make_pack(topics, [make_question(1, "kaart-1")])
    kiosk = start(Plan(pack, size=size))
    metrics = kiosk.look.metrics
    touched: list[str] = []
    for name in every_screen(kiosk, LETTERS[2], whole=False):
        for control in controls(kiosk.window):
            if (
                not isinstance(control, Control)
                or control.accessibleIdentifier() == "attract.topic"
            ):
                continue
            edge = control.skin().edge_px + 2
            ground = control.skin().ground.rgb()
            strange = set(rim(control, edge, max(2, metrics.mm(0.5)))) - {ground}
            if strange:
                touched.append(f"{name}: {control.accessibleIdentifier()}")
    assert touched == []


@pytest.mark.parametrize("letters", [LETTERS[1], LETTERS[3]], ids=["light", "dark"])
def test_words_stand_out_on_every_screen(
    start: Callable[[Plan], Kiosk], bundled: Loaded, letters: Letters
) -> None:
    """access.md V3 by pixels: 7:1, and 12:1 for body and answers."""
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack, bundled.folder, size=SIZES[2]))
    weak: list[str] = []
    for name in every_screen(kiosk, letters, whole=False):
        image = kiosk.picture()
        for one in (*labels(kiosk.window), *controls(kiosk.window)):
            identifier = one.accessibleIdentifier()
            if identifier.endswith((".picture", "attract.topic")):
                continue
            high = identifier.endswith(".body") or ".option." in identifier
            inner = box_of(one, kiosk.window)
            if isinstance(one, Control):
                edge = one.skin().edge_px + 2
                inner.adjust(edge, edge, -edge, -edge)
            ratio = text_contrast(image, inner)
            # Thin strokes are mixed with their ground: a tenth is allowed for that.
            if ratio < (12 if high else 7) * 0.9:
                weak.append(f"{name}: {identifier} {ratio:.1f}")
    assert weak == []


@pytest.mark.parametrize("letters", [LETTERS[1], LETTERS[3]], ids=["light", "dark"])
def test_right_and_not_right_differ_in_grey_and_in_words(
    start: Callable[[Plan], Kiosk], letters: Letters
) -> None:
    """access.md V5."""
    kiosk = start(Plan(make_pack([make_topic(1)], [make_question(1, "kaart-1")])))
    kiosk.enter(letters)
    kiosk.press("home.quiz", "quiz.option.1")
    right, said = grey(kiosk), kiosk.name("quiz.verdict")
    kiosk.press("nav.back", "quiz.option.2")
    wrong = grey(kiosk)
    assert (said, kiosk.name("quiz.verdict")) == ("Juist", "Niet juist")
    panel = [abs(one - other) for one, other in zip(right, wrong, strict=True)]
    assert sum(difference > 10 for difference in panel) / len(panel) > 0.02


def grey(kiosk: Kiosk) -> list[int]:
    image = kiosk.picture().convertToFormat(QImage.Format.Format_Grayscale8)
    return [
        QColor(image.pixel(x, y)).lightness()
        for y in range(0, kiosk.look.metrics.shelf.y, 6)
        for x in range(0, image.width(), 6)
    ]


@pytest.mark.parametrize("way", [(), ("home.topic.kaart-1",), ("home.quiz",), ("nav.view",)])
def test_nothing_moves_while_somebody_reads(kiosk: Kiosk, way: tuple[str, ...]) -> None:
    """access.md V9: no pixel changes and one timer sleeps, that of the idle watch."""
    kiosk.press("attract.read", *way)
    before = kiosk.picture()
    kiosk.wait(100)
    assert len(kiosk.timers.running()) == 1
    assert kiosk.timers.running()[0].parent() is kiosk.session.idle
    assert changed(before, kiosk.picture()) == 0


def test_the_warning_changes_a_dot_every_five_seconds_and_nothing_else(kiosk: Kiosk) -> None:
    kiosk.press("attract.read")
    kiosk.wait(121)
    before = kiosk.picture()
    kiosk.wait(3)
    assert kiosk.picture() == before
    kiosk.wait(2)
    after = kiosk.picture()
    assert 0 < changed(before, after) < 3000


def test_a_finger_on_a_control_shows_at_once(kiosk: Kiosk) -> None:
    """access.md M10."""
    kiosk.press("attract.read")
    kiosk.wait(1)
    before = kiosk.picture()
    at = QPoint(100, 960)
    kiosk.finger_down(at)
    down = kiosk.picture()
    assert down.pixelColor(60, 900) != before.pixelColor(60, 900)
    kiosk.finger_up(QPoint(960, 700))
    assert kiosk.picture() == before
    assert kiosk.screen == "screen.home"


@pytest.mark.parametrize("letters", [LETTERS[1], LETTERS[3]], ids=["light", "dark"])
def test_the_focus_is_a_ring_of_a_millimetre_that_stands_out(
    start: Callable[[Plan], Kiosk], letters: Letters
) -> None:
    """access.md X2: at least 1 mm wide, 3:1 against what was there."""
    kiosk = start(Plan(make_pack([make_topic(1)], [make_question(1, "kaart-1")])))
    kiosk.enter(letters)
    before = kiosk.picture()
    QTest.keyClick(kiosk.handle, Qt.Key.Key_Tab)
    focused = kiosk.window.focusWidget()
    assert isinstance(focused, Control)
    after = kiosk.picture()
    box = box_of(focused, kiosk.window)
    middle = box.center().y()
    ring = [x for x in range(box.left(), box.center().x()) if strong(before, after, x, middle)]
    assert len(ring) >= kiosk.px_per_mm


def strong(before: QImage, after: QImage, x: int, y: int) -> bool:
    low, high = sorted((luminance(before.pixel(x, y)), luminance(after.pixel(x, y))))
    return (high + 0.05) / (low + 0.05) >= 3


def test_a_page_whose_picture_is_missing_is_a_page_without_picture(
    start: Callable[[Plan], Kiosk],
) -> None:
    texts = Texts(picture="images/nowhere.svg")
    kiosk = start(Plan(make_pack([make_topic(1, texts)])))
    kiosk.picture()
    kiosk.press("attract.read")
    kiosk.picture()
    kiosk.press("home.topic.kaart-1")
    assert kiosk.name("topic.body")
    kiosk.picture()


def test_every_picture_of_the_bundled_pack_is_drawn(
    start: Callable[[Plan], Kiosk], bundled: Loaded
) -> None:
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack, bundled.folder))
    kiosk.enter(LETTERS[0])
    edition = bundled.pack.edition("nl")
    for number in range(len(edition.topics)):
        kiosk.press(f"home.topic.{edition.topics[number].id}")
        box = box_of(kiosk.widget("topic.picture"), kiosk.window)
        image = kiosk.picture()
        drawn = {
            image.pixel(x, y)
            for x in range(box.left(), box.right(), 7)
            for y in range(box.top(), box.bottom(), 7)
        }
        assert len(drawn) >= 3, edition.topics[number].id
        kiosk.press("nav.home")


def test_the_ground_reaches_every_corner_of_the_glass(kiosk: Kiosk) -> None:
    for size in (*SIZES[:3], FULL_HD):
        kiosk.resize(size)
        for name in every_screen(kiosk, LETTERS[0], whole=False):
            image = kiosk.picture()
            assert (image.width(), image.height()) == (size.width, size.height)
            look = kiosk.look
            corner = image.pixelColor(size.width - 1, size.height - 1)
            assert corner in (look.colour("shelf"), look.colour("paper")), name
