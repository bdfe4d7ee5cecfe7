"""A kiosk that reads aloud: what it says, and what it marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.ui.listening import VoiceManners
from kiosk.ui.widgets.flow import Flow, Mark, Style, paragraph
from tests.ui.support.kiosk import Plan
from tests.ui.support.packs import pack_of
from tests.ui.voice_support import MadeUpVoice, Reading, on_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.support.kiosk import Kiosk


def test_a_page_is_read_in_order_and_marked_as_it_sounds(reading: Reading) -> None:
    """access.md S1 and S6."""
    on_page(reading).kiosk.press("nav.listen")
    marked: list[str] = []
    while reading.voice.number:
        marked += reading.marked()
        reading.voice.end()
    shown = [
        "Kaart 1",
        "Pagina 1 van 2 · 1 minuut",
        "Rustig begin",
        "Dit is een korte zin.",
        "Nog een zin komt erna.",
    ]
    assert marked == shown
    assert reading.voice.said == [*shown[:1], "Pagina 1 van 2, 1 minuut", *shown[2:]]
    assert reading.marked() == []
    assert reading.button() == "Luister"
    assert {(order.language, order.rate) for order in reading.voice.orders} == {("nl", -0.2)}


def test_a_sentence_is_marked_when_it_sounds_and_no_sooner(reading: Reading) -> None:
    """access.md S6: an engine may take its time before it begins."""
    voice = reading.voice
    voice.prompt = False
    on_page(reading).kiosk.press("nav.listen")
    assert reading.marked() == []
    voice.began.emit(voice.number)
    assert reading.marked() == ["Kaart 1"]
    first = voice.number
    voice.end()
    assert reading.marked() == ["Kaart 1"], "a pause is no reason to flicker"
    voice.began.emit(first)
    assert reading.marked() == ["Kaart 1"]
    voice.began.emit(voice.number)
    assert reading.marked() == ["Pagina 1 van 2 · 1 minuut"]
    number = voice.number
    reading.kiosk.press("nav.listen")
    voice.began.emit(number)
    assert reading.marked() == []


def test_everything_that_shows_is_said(reading: Reading) -> None:
    """access.md S1: the names of all text of a page, and nothing else."""
    on_page(reading).kiosk.press("nav.next", "nav.listen")
    reading.voice.finish()
    texts = [key for key in reading.kiosk.widgets() if key.startswith("topic.")]
    shown = " ".join(reading.kiosk.name(key) for key in texts if key != "topic.picture")
    said = " ".join(reading.voice.said)
    assert sorted(said.split()) == sorted(shown.replace(" ·", ",").split())


def test_home_says_every_kernel_with_its_card(reading: Reading) -> None:
    reading.kiosk.press("attract.read", "nav.listen")
    reading.voice.finish()
    kernels = ["Kaart 1", "Dit is de kern van de kaart.", "Kaart 2", "Dit is de kern van de kaart."]
    start = reading.voice.said.index("Kaart 1")
    assert reading.voice.said[start : start + 4] == kernels
    assert reading.voice.said[-1] == "Doe de quiz"


def test_a_question_is_said_with_its_answers_and_a_verdict_with_its_why(reading: Reading) -> None:
    reading.kiosk.press("attract.read", "home.quiz", "nav.listen")
    reading.voice.finish()
    assert reading.voice.said == [
        "Vraag 1 van 3",
        "Wat was vraag 1 ook weer?",
        "Antwoord a van 1",
        "Antwoord b van 1",
        "Antwoord c van 1",
    ]
    reading.voice.orders.clear()
    reading.kiosk.press("quiz.option.2", "nav.listen")
    reading.voice.finish()
    assert reading.voice.said[2:] == [
        "Juist",
        "Het juiste antwoord: Antwoord b van 1",
        "Dit staat zo op kaart nummer 1, bij b.",
    ]


def test_the_result_is_said(reading: Reading) -> None:
    reading.kiosk.press("attract.read", "home.quiz", "quiz.option.1", "quiz.stop", "nav.listen")
    reading.voice.finish()
    assert "U bent gestopt" in reading.voice.said
    assert "Nog eens: 1 vraag" in reading.voice.said


def test_a_recording_goes_before_the_voice(start: Callable[[Plan], Kiosk], tmp_path: Path) -> None:
    pack = pack_of()
    topic = pack.edition("nl").topics[0]
    folder = tmp_path / "audio" / "nl" / topic.id
    folder.mkdir(parents=True)
    wanted = [topic.pages[0].heading, *topic.pages[0].sentences()]
    for sentence in wanted[:-1]:
        (folder / f"{sentence.id}.ogg").touch()
    reading = on_page(Reading(start(Plan(pack, tmp_path)), MadeUpVoice("nl"), VoiceManners()))
    reading.kiosk.press("nav.listen")
    reading.voice.finish()
    files = [order.file.rpartition("/")[2].removesuffix(".ogg") for order in reading.voice.orders]
    assert files[2:] == [*(sentence.id for sentence in wanted[:-1]), ""]
    # Without a voice they must all be there.
    reading.voice.languages, reading.voice.trouble = (), "no-engine"
    reading.voice.changed.emit()
    assert reading.button() == ""
    (folder / f"{wanted[-1].id}.ogg").touch()
    reading.voice.changed.emit()
    assert reading.button() == "Luister"
    reading.voice.orders.clear()
    reading.kiosk.press("nav.listen")
    reading.voice.finish()
    assert reading.voice.said == [sentence.text for sentence in wanted]
    # Who plays them fell silent: they wait for it too.
    reading.voice.trouble = "silent"
    reading.voice.changed.emit()
    assert reading.button() == ""


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
