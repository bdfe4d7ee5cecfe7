"""Questions for the doctor: kept with one touch, taken along as text (issue 6, farewell)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.domain.pack import TopicList
from kiosk.domain.slip import MOST_CHARACTERS, slip
from kiosk.proving.fit import problems
from tests.ui.support.kiosk import SIZES, Kiosk, Plan
from tests.ui.support.packs import make_pack, make_question, make_topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.domain.pack import Topic
    from tests.ui.support.kiosk import Size

ASK = ("Mag ik zwemmen met warm weer?", "Wat past bij mij?")
OTHER = ("Mag ik naar de sauna?",)
HEADING = "Vragen voor de dokter"


def plan(*asked: tuple[str, ...], size: Size = SIZES[0]) -> Plan:
    topics = [
        make_topic(number)._replace(questions=questions)
        for number, questions in enumerate(asked, 1)
    ]
    return Plan(make_pack(topics, [make_question(1, "kaart-1")]), size=size)


@pytest.fixture
def reader(start: Callable[[Plan], Kiosk]) -> Kiosk:
    kiosk = start(plan(ASK, OTHER))
    kiosk.press("attract.read")
    to_questions(kiosk, 1)
    return kiosk


def to_questions(kiosk: Kiosk, topic: int) -> None:
    kiosk.press(f"home.topic.kaart-{topic}")
    while not kiosk.shows("topic.keep"):
        kiosk.press("nav.next")


def decoded(picture: QImage) -> str:
    """What a reader of codes finds in a picture."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    shape = (grey.height(), grey.bytesPerLine())
    pixels = memoryview(bytes(grey.constBits())).cast("B", shape)
    found = zxingcpp.read_barcodes(pixels)
    return found[0].text if found else ""


# -- keeping -------------------------------------------------------------------------------------


def test_a_topics_questions_stand_on_its_last_page(reader: Kiosk) -> None:
    assert reader.name("topic.heading") == HEADING
    body = reader.name("topic.body")
    assert all(question in body for question in ASK)


def test_one_touch_keeps_them_and_another_lets_them_go(reader: Kiosk) -> None:
    before = reader.box("topic.keep")
    assert reader.name("topic.keep") == "Bewaar deze vragen"
    reader.press("topic.keep")
    assert reader.name("topic.keep") == "Bewaard"
    assert reader.box("topic.keep") == before
    reader.press("topic.keep")
    assert reader.name("topic.keep") == "Bewaar deze vragen"
    reader.press("nav.done")
    assert not reader.shows("farewell.code")


def test_one_question_is_called_one(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(plan(OTHER))
    kiosk.press("attract.read")
    to_questions(kiosk, 1)
    assert kiosk.name("topic.keep") == "Bewaar deze vraag"


def test_a_pack_without_questions_shows_nothing_of_it(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(plan(()))
    kiosk.press("attract.read", "home.topic.kaart-1")
    for _ in range(5):
        assert not kiosk.shows("topic.keep")
        if kiosk.screen != "screen.topic":
            break
        kiosk.press("nav.next")
    kiosk.press("quiz.stop", "nav.done")
    assert not kiosk.shows("farewell.questions-title")


def test_a_full_list_says_so_and_keeps_what_it_has(start: Callable[[Plan], Kiosk]) -> None:
    """At most 600 characters (the issue)."""
    long = tuple(f"Vraag nummer {number} is lang, {'heel ' * 14}lang?" for number in range(3))
    kiosk = start(plan(long, long, OTHER))
    kiosk.press("attract.read")
    to_questions(kiosk, 1)
    kiosk.press("topic.keep", "nav.home")
    to_questions(kiosk, 2)
    assert kiosk.name("topic.keep") == "Uw lijst is vol"
    kiosk.press("topic.keep", "nav.done")
    text = kiosk.name("farewell.code")
    assert len(text) <= MOST_CHARACTERS
    assert text.count("Vraag nummer") == 3


def test_it_works_one_sentence_at_a_time(start: Callable[[Plan], Kiosk]) -> None:
    kiosk = start(plan(ASK))
    kiosk.press("attract.read", "nav.view", "view.sentences", "nav.home", "home.topic.kaart-1")
    for _ in range(30):
        if kiosk.shows("topic.keep"):
            break
        kiosk.press("nav.next")
    kiosk.press("topic.keep")
    assert kiosk.name("topic.keep") == "Bewaard"
    kiosk.press("nav.next")
    assert not kiosk.shows("topic.keep")


# -- taking along --------------------------------------------------------------------------------


def test_the_farewell_holds_them_in_the_order_of_the_topics(reader: Kiosk) -> None:
    reader.press("topic.keep", "nav.home")
    to_questions(reader, 2)
    reader.press("topic.keep", "nav.done")
    wanted = slip(HEADING, [*ASK, *OTHER])
    assert reader.name("farewell.code") == wanted
    assert decoded(reader.picture()) == wanted
    shown = reader.name("farewell.questions")
    assert all(question in shown for question in (*ASK, *OTHER))


@pytest.mark.parametrize("door", ["attract.read", "attract.dark"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_pixels_hold_the_text_at_every_size_in_both_themes(
    start: Callable[[Plan], Kiosk], size: Size, door: str
) -> None:
    """The longest text there can be, é and all, read back from the glass."""
    most = tuple(
        f"Hoe zit het met één vraag, de {number}e van al deze vragen?" for number in range(10)
    )
    assert 500 < len(slip(HEADING, most)) <= MOST_CHARACTERS
    kiosk = start(plan(most, size=size))
    kiosk.press(door)
    to_questions(kiosk, 1)
    kiosk.press("topic.keep", "nav.done")
    assert decoded(kiosk.picture()) == slip(HEADING, most)
    current = kiosk.window.current
    assert current is not None
    assert problems(current) == []


def seen_by_a_telephone(kiosk: Kiosk, distance_mm: float) -> QImage:
    """The code as a camera of 1920 px over 65 degrees sees it, blurred by a pixel and noisy."""
    x, y, wide, high = kiosk.box("farewell.code")
    picture = kiosk.picture().copy(QRect(x, y, wide, high))
    px_per_mm = 1920 / (2 * distance_mm * 0.637)  # tan(32.5 degrees)
    factor = px_per_mm / kiosk.px_per_mm
    # A plate around it, as a hand frames it; half a pixel off the grid.
    small = QImage(
        round(wide * factor) + 120, round(high * factor) + 120, QImage.Format.Format_RGB32
    )
    small.fill(Qt.GlobalColor.darkGray)
    painter = QPainter(small)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    smooth = picture.scaled(
        round(wide * factor),
        round(high * factor),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter.translate(60.5, 60.5)
    painter.rotate(2.0)
    painter.drawImage(0, 0, smooth)
    painter.end()
    return small


@pytest.mark.parametrize("distance_mm", [300.0, 450.0, 600.0])
@pytest.mark.parametrize("size", [SIZES[0], SIZES[5]], ids=str)
def test_a_telephone_reads_it_at_arms_length(
    start: Callable[[Plan], Kiosk], size: Size, distance_mm: float
) -> None:
    kiosk = start(plan(ASK, size=size))
    kiosk.press("attract.read")
    to_questions(kiosk, 1)
    kiosk.press("topic.keep", "nav.done")
    assert decoded(seen_by_a_telephone(kiosk, distance_mm)) == slip(HEADING, ASK)


def test_who_takes_questions_along_has_two_minutes_for_it(reader: Kiosk) -> None:
    """access.md K1; without questions it stays 20 s (LOOK.md)."""
    reader.press("topic.keep", "nav.done")
    reader.wait(119)
    assert reader.screen == "screen.farewell"
    reader.wait(2)
    assert reader.screen == "screen.attract"


def test_questions_are_gone_with_the_visit_and_no_code_brings_them_back(reader: Kiosk) -> None:
    reader.press("topic.keep", "nav.done")
    visit = reader.session.navigator.visit
    assert visit is not None
    pictures = sorted(visit.code or ())
    del visit
    reader.wait(130)
    reader.press("attract.read", "home.return")
    reader.press(*(f"return.picture.{one}" for one in pictures), "nav.next")
    assert reader.name("topic.keep") == "Bewaar deze vragen"
    reader.press("nav.done")
    assert not reader.shows("farewell.code")


class ReadOneByOne(TopicList):
    """Topics of which each that is read is noted, as an index reads them from a disk."""

    def __init__(self, topics: tuple[Topic, ...]) -> None:
        super().__init__(topics)
        self.read: set[int] = set()

    def __getitem__(self, place: int, /) -> Topic:
        self.read.add(place)
        return super().__getitem__(place)


def test_a_page_of_a_large_pack_reads_no_topics_far_away(start: Callable[[Plan], Kiosk]) -> None:
    """With 10,000 topics each page took a third of a second, to look who had kept questions."""
    topics = ReadOneByOne(
        tuple(make_topic(number)._replace(questions=OTHER) for number in range(1, 101))
    )
    pack = make_pack([make_topic(1)])
    edition = pack.editions["nl"]._replace(topics=topics)
    kiosk = start(Plan(pack._replace(editions={"nl": edition})))
    kiosk.press("attract.read")
    to_questions(kiosk, 2)
    kiosk.press("topic.keep")
    topics.read.clear()
    kiosk.press("nav.next", "nav.next")
    assert max(topics.read) < 10
