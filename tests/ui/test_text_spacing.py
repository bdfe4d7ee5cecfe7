"""Wider letters, words and lines cut and cover nothing (WCAG 1.4.12), on every patient screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec

import pytest
from PySide6.QtGui import QFont

from kiosk.paths import resource
from kiosk.proving.fit import problems
from kiosk.proving.offscreen import STEPS, Offscreen, Pane, step_name
from kiosk.proving.walk import sights
from kiosk.ui.content import Content
from kiosk.ui.theme.fonts import REGULAR, Fonts
from kiosk.ui.widgets.flow import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bundle import Bundle
    from kiosk.content.packs import Loaded
    from kiosk.domain.letters import Letters
    from kiosk.ui.theme.look import Kit

# WCAG 1.4.12, in em; paragraphs already stand 1.5 lines of 1.5 em apart, which is more than 2 em.
LETTERS_EM, WORDS_EM, LINE_EM = 0.12, 0.16, 1.5
# On a 15.6 inch glass the largest letters give way to wider ones: nothing is lost by that.
SMALLER = " has letters of "
P = ParamSpec("P")
PACK = resource("packs/bewegen-bij-ms")
PATIENTS = ("attract", "home", "topic", "question", "result", "sheets", "other")


class Spaced(Fonts):
    """The kiosk's own fonts, set wider."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__(())
        self._plain = fonts

    def font(self, px: int, weight: int = REGULAR) -> QFont:
        wide = QFont(self._plain.font(px, weight))
        wide.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, LETTERS_EM * px)
        wide.setWordSpacing(WORDS_EM * px)
        return wide


def _with_wide_lines(
    made: Callable[Concatenate[QFont, float, P], Style],
) -> Callable[Concatenate[QFont, float, P], Style]:
    def wide(font: QFont, factor: float, *rest: P.args, **manner: P.kwargs) -> Style:
        return made(font, max(factor, LINE_EM), *rest, **manner)

    return wide


@pytest.fixture
def spaced(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> Kit:
    monkeypatch.setattr(Style, "of", _with_wide_lines(Style.of))
    return kit._replace(fonts=Spaced(kit.fonts))


@pytest.mark.parametrize("letters", STEPS[:3], ids=step_name)
@pytest.mark.parametrize(
    "pane", [Pane(1920, 1080), Pane(1080, 1920), Pane(1366, 768, 3.95)], ids=str
)
def test_wide_text_is_neither_cut_nor_covered(
    spaced: Kit, bundle: Bundle, bundled: Loaded, pane: Pane, letters: Letters
) -> None:
    assert bundled.pack is not None
    content = Content(bundled.pack, PACK, bundle.strings, ("nl",), "nl")
    kiosk = Offscreen(pane, letters, content, spaced)
    found: list[str] = []
    seen = 0
    for sight in sights(kiosk):
        if not sight.group.startswith(PATIENTS):
            break
        seen += 1
        wrong = [problem for problem in problems(kiosk.screen) if SMALLER not in problem]
        found.extend(f"{sight.name}: {problem}" for problem in wrong)
    kiosk.close()
    assert seen > 30
    assert found == []
