"""Words, colours and icons that are asked for in vain are noted."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kiosk.bundle import Bundle
from kiosk.proving.selftest import Bench
from kiosk.proving.watch import Watch


def test_words_that_are_missing_are_noted() -> None:
    watch = Watch()
    say = watch.strings(Bundle(None).strings)("nl")
    assert say("nav.done") == "Klaar"
    assert watch.missing == []
    assert say("nav.nope") == ""
    say("topic.page", number=1)
    assert watch.missing == [
        "strings nl: no words for nav.nope",
        "strings nl: nobody fills in all of topic.page: Pagina 1 van {count}",
    ]


def test_colours_and_icons_that_are_missing_are_noted(bench: Bench) -> None:
    watch = Watch()
    kit = watch.kit(bench.kit, {"light": {"roles": {"ink": "black"}, "accents": {"mos": "red"}}})
    kit.light.colour("ink", "mos")
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    kit.icons.paint(painter, "mdi6.arrow-right", QRectF(0, 0, 20, 20), kit.light.colour("ink"))
    assert watch.missing == []
    kit.icons.paint(painter, "mdi6.nope", QRectF(0, 0, 20, 20), kit.light.colour("ink"))
    painter.end()
    kit.light.colour("paper")
    kit.light.colour("ink", "geel")
    assert watch.missing == [
        "icons: no mdi6.nope",
        "theme light: no role paper",
        "theme light: no accent geel",
    ]
