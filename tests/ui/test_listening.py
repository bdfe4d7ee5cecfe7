"""A kiosk that reads aloud: what it says, what it marks, and what silences it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QPushButton

from kiosk.ui.listening import Listening, VoiceManners
from kiosk.ui.widgets.flow import Flow, Mark, Style, paragraph
from kiosk.ui.widgets.label import TextLabel
from tests.ui.support.kiosk import Plan
from tests.ui.support.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.host.speech.voice import Order
    from tests.ui.support.kiosk import Kiosk


class MadeUpVoice(QObject):
    """A voice that ends a sentence when a test says so."""

    changed = Signal()
    began = Signal(int)
    ended = Signal(int)
    failed = Signal(int)

    def __init__(self, *languages: str) -> None:
        super().__init__()
        self.languages = languages
        self.trouble = "" if languages else "no-engine"
        self.prompt = True
        self.orders: list[Order] = []
        self.number = 0
        self.looked = 0

    @property
    def said(self) -> list[str]:
        return [order.text for order in self.orders]

    def speaks(self, language: str) -> bool:
        return language in self.languages

    def look(self) -> None:
        self.looked += 1

    def say(self, number: int, order: Order) -> None:
        self.number = number
        self.orders.append(order)
        if self.prompt:
            self.began.emit(number)

    def stop(self) -> None:
        self.number = 0

    def end(self) -> None:
        number, self.number = self.number, 0
        self.ended.emit(number)

    def finish(self) -> None:
        while self.number:
            self.end()


class Room:
    """A kiosk with a voice."""

    def __init__(self, kiosk: Kiosk, voice: MadeUpVoice, manners: VoiceManners) -> None:
        self.kiosk = kiosk
        self.voice = voice
        self.listening = Listening(
            kiosk.session,
            kiosk.hands,
            voice,  # pyright: ignore[reportArgumentType] - stands in for it
            manners,
            kiosk.clock,
        )

    def marked(self) -> list[str]:
        """The words that are marked."""
        found: list[str] = []
        for label in self.kiosk.window.findChildren(TextLabel):
            mark = label._mark  # pyright: ignore[reportPrivateUsage] - what is painted
            if mark is not None and label.isVisible():
                text = label.paragraphs[mark.paragraph].text.replace("\u00ad", "")
                found.append(text[mark.start : mark.end])
        return found

    def button(self) -> str:
        """The name of what stands in place 5, "" while it is empty."""
        widget = self.kiosk.widgets().get("nav.listen")
        return widget.accessibleName() if isinstance(widget, QPushButton) else ""


@pytest.fixture
def room(kiosk: Kiosk) -> Room:
    return Room(kiosk, MadeUpVoice("nl"), VoiceManners(rate=-0.2))


def on_page(room: Room) -> Room:
    """On the first page of the first topic."""
    room.kiosk.press("attract.read", "home.topic.kaart-1")
    return room


def test_a_page_is_read_in_order_and_marked_as_it_sounds(room: Room) -> None:
    """access.md S1 and S6."""
    on_page(room).kiosk.press("nav.listen")
    marked: list[str] = []
    while room.voice.number:
        marked += room.marked()
        room.voice.end()
    shown = [
        "Kaart 1",
        "Pagina 1 van 2 · 1 minuut",
        "Rustig begin",
        "Dit is een korte zin.",
        "Nog een zin komt erna.",
    ]
    assert marked == shown
    assert room.voice.said == [*shown[:1], "Pagina 1 van 2, 1 minuut", *shown[2:]]
    assert room.marked() == []
    assert room.button() == "Luister"
    assert {(order.language, order.rate) for order in room.voice.orders} == {("nl", -0.2)}


def test_a_sentence_is_marked_when_it_sounds_and_no_sooner(room: Room) -> None:
    """access.md S6: an engine may take its time before it begins."""
    voice = room.voice
    voice.prompt = False
    on_page(room).kiosk.press("nav.listen")
    assert room.marked() == []
    voice.began.emit(voice.number)
    assert room.marked() == ["Kaart 1"]
    first = voice.number
    voice.end()
    assert room.marked() == ["Kaart 1"], "a pause is no reason to flicker"
    voice.began.emit(first)
    assert room.marked() == ["Kaart 1"]
    voice.began.emit(voice.number)
    assert room.marked() == ["Pagina 1 van 2 · 1 minuut"]
    number = voice.number
    room.kiosk.press("nav.listen")
    voice.began.emit(number)
    assert room.marked() == []


def test_everything_that_shows_is_said(room: Room) -> None:
    """access.md S1: the names of all text of a page, and nothing else."""
    on_page(room).kiosk.press("nav.next", "nav.listen")
    room.voice.finish()
    texts = [key for key in room.kiosk.widgets() if key.startswith("topic.")]
    shown = " ".join(room.kiosk.name(key) for key in texts if key != "topic.picture")
    said = " ".join(room.voice.said)
    assert sorted(said.split()) == sorted(shown.replace(" ·", ",").split())


def test_home_says_every_kernel_with_its_card(room: Room) -> None:
    room.kiosk.press("attract.read", "nav.listen")
    room.voice.finish()
    kernels = ["Kaart 1", "Dit is de kern van de kaart.", "Kaart 2", "Dit is de kern van de kaart."]
    start = room.voice.said.index("Kaart 1")
    assert room.voice.said[start : start + 4] == kernels
    assert room.voice.said[-1] == "Doe de quiz"


def test_a_question_is_said_with_its_answers_and_a_verdict_with_its_why(room: Room) -> None:
    room.kiosk.press("attract.read", "home.quiz", "nav.listen")
    room.voice.finish()
    assert room.voice.said == [
        "Vraag 1 van 3",
        "Wat was vraag 1 ook weer?",
        "Antwoord a van 1",
        "Antwoord b van 1",
        "Antwoord c van 1",
    ]
    room.voice.orders.clear()
    room.kiosk.press("quiz.option.2", "nav.listen")
    room.voice.finish()
    assert room.voice.said[2:] == [
        "Juist",
        "Het juiste antwoord: Antwoord b van 1",
        "Dit staat zo op kaart nummer 1, bij b.",
    ]


def test_the_result_is_said(room: Room) -> None:
    room.kiosk.press("attract.read", "home.quiz", "quiz.option.1", "quiz.stop", "nav.listen")
    room.voice.finish()
    assert "U bent gestopt" in room.voice.said
    assert "Nog eens: 1 vraag" in room.voice.said


def test_the_same_place_stops_it_and_begins_anew(room: Room) -> None:
    """access.md S2: a second tap stops, and it can be repeated."""
    on_page(room).kiosk.press("nav.listen")
    assert room.button() == "Stop"
    room.kiosk.press("nav.listen")
    assert not room.voice.number
    assert room.button() == "Luister"
    assert room.marked() == []
    room.kiosk.press("nav.listen")
    assert room.voice.said == ["Kaart 1", "Kaart 1"]


def test_a_screen_reader_starts_and_stops_it(room: Room) -> None:
    """By its action, with neither touch nor key."""
    on_page(room)
    room.kiosk.wait(5)
    for speaking in (True, False, True):
        button = room.kiosk.widget("nav.listen")
        assert isinstance(button, QPushButton)
        button.click()
        assert room.listening.speaking is speaking


def test_a_key_stops_it_too(room: Room) -> None:
    on_page(room).kiosk.press("nav.listen")
    room.kiosk.key(Qt.Key.Key_Tab)
    assert not room.voice.number
    button = room.kiosk.widget("nav.listen")
    button.setFocus()
    for speaking in (True, False, True):
        room.kiosk.wait(1)
        room.kiosk.key(Qt.Key.Key_Return)
        assert room.listening.speaking is speaking


def test_a_finger_on_the_glass_stops_it_before_it_lifts(room: Room) -> None:
    on_page(room).kiosk.press("nav.listen")
    room.kiosk.finger_down(room.kiosk.window.rect().center())
    assert not room.voice.number


@pytest.mark.parametrize("control", ["nav.next", "nav.back", "nav.home", "nav.size", "nav.done"])
def test_another_page_is_silent(room: Room, control: str) -> None:
    on_page(room).kiosk.press("nav.listen", control)
    assert not room.voice.number
    assert not room.listening.speaking


@pytest.mark.parametrize("move", ["back", "render", "reset"])
def test_it_ends_with_what_it_reads_without_a_touch_too(room: Room, move: str) -> None:
    on_page(room).kiosk.press("nav.listen")
    session = room.kiosk.session
    {
        "back": session.navigator.back,
        "render": session.navigator.render,
        "reset": session.navigator.wiped.emit,
    }[move]()
    assert not room.voice.number


def test_nothing_sounds_without_a_touch(room: Room) -> None:
    """access.md S3."""
    on_page(room).kiosk.press("nav.next", "nav.back", "nav.home", "home.quiz", "quiz.option.1")
    room.voice.changed.emit()
    room.kiosk.wait(60)
    assert room.voice.said == []


def test_the_next_screen_offers_it_anew(room: Room) -> None:
    on_page(room).kiosk.press("nav.listen", "nav.next")
    assert room.button() == "Luister"


def test_without_a_voice_the_place_is_empty_until_there_is_one(kiosk: Kiosk) -> None:
    room = on_page(Room(kiosk, MadeUpVoice(), VoiceManners()))
    assert room.button() == ""
    room.voice.languages = ("fr",)
    room.voice.changed.emit()
    assert room.button() == ""
    room.voice.languages = ("nl",)
    room.voice.changed.emit()
    assert room.button() == "Luister"


def test_a_voice_that_fails_takes_its_button_along(room: Room) -> None:
    on_page(room).kiosk.press("nav.listen")
    room.voice.languages = ()
    room.voice.changed.emit()
    room.voice.failed.emit(room.voice.number)
    assert room.button() == ""
    assert room.marked() == []


def test_the_idle_warning_has_the_whole_shelf(room: Room) -> None:
    on_page(room)
    session = room.kiosk.session
    session.idle.warned.emit(True)
    assert room.button() == ""
    room.voice.changed.emit()
    assert room.button() == ""
    session.idle.warned.emit(False)
    assert room.button() == "Luister"
    room.voice.languages = ()
    room.voice.changed.emit()
    session.idle.warned.emit(True)
    session.idle.warned.emit(False)
    assert room.button() == ""


def test_nobody_is_idle_while_it_sounds(room: Room) -> None:
    """features.md section 2."""
    on_page(room).kiosk.press("nav.listen")
    room.kiosk.wait(400)
    assert room.kiosk.screen == "screen.topic"
    assert not room.kiosk.shows("idle.stay")
    room.voice.finish()
    room.kiosk.wait(400)
    assert room.kiosk.screen == "screen.attract"


def test_quiet_hours_leave_the_place_empty(kiosk: Kiosk) -> None:
    quiet = [True]
    manners = VoiceManners(quiet=lambda: quiet[0])
    room = on_page(Room(kiosk, MadeUpVoice("nl"), manners))
    assert room.button() == ""
    quiet[0] = False
    room.kiosk.press("nav.next")
    assert room.button() == "Luister"


def test_a_recording_goes_before_the_voice(start: Callable[[Plan], Kiosk], tmp_path: Path) -> None:
    pack = pack_of()
    topic = pack.edition("nl").topics[0]
    folder = tmp_path / "audio" / "nl" / topic.id
    folder.mkdir(parents=True)
    wanted = [topic.pages[0].heading, *topic.pages[0].sentences()]
    for sentence in wanted[:-1]:
        (folder / f"{sentence.id}.ogg").touch()
    room = on_page(Room(start(Plan(pack, tmp_path)), MadeUpVoice("nl"), VoiceManners()))
    room.kiosk.press("nav.listen")
    room.voice.finish()
    files = [order.file.rpartition("/")[2].removesuffix(".ogg") for order in room.voice.orders]
    assert files[2:] == [*(sentence.id for sentence in wanted[:-1]), ""]
    # Without a voice they must all be there.
    room.voice.languages, room.voice.trouble = (), "no-engine"
    room.voice.changed.emit()
    assert room.button() == ""
    (folder / f"{wanted[-1].id}.ogg").touch()
    room.voice.changed.emit()
    assert room.button() == "Luister"
    room.voice.orders.clear()
    room.kiosk.press("nav.listen")
    room.voice.finish()
    assert room.voice.said == [sentence.text for sentence in wanted]
    # Who plays them fell silent: they wait for it too.
    room.voice.trouble = "silent"
    room.voice.changed.emit()
    assert room.button() == ""


def test_a_mark_finds_its_words_in_a_word_that_breaks(kiosk: Kiosk) -> None:
    """Soft hyphens that the layout puts in move nothing."""
    look = kiosk.look
    width = 6 * look.type.body
    text = "Kort. Hottentottententententoonstellingsbouwmeester komt. Ja."
    flow = Flow((paragraph(text),), Style.of(look.font(look.type.body), 1.5), width)
    image = QImage(width, flow.height, QImage.Format.Format_RGB32)
    pink = QColor(255, 0, 255)

    def rows(start: int, end: int) -> list[int]:
        """The lines on which something is marked."""
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        flow.paint(painter, 0, 0, QColor("black"), Mark(0, start, end, pink, QColor("black")))
        painter.end()
        middles = range(flow.style.line // 2, flow.height, flow.style.line)
        return [
            number
            for number, y in enumerate(middles)
            if any(image.pixelColor(x, y) == pink for x in range(0, width, 2))
        ]

    lines = list(range(flow.lines))
    assert len(lines) > 3
    assert rows(0, len(text)) == lines
    assert rows(text.index("Ja."), len(text)) == lines[-1:]
    assert rows(0, len("Kort.")) == lines[:1]
