"""A walk through every screen of a kiosk, for checks that hold on all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.domain.letters import Letters
    from kiosk.domain.visit import Visit
    from kiosk.ui.screen import Screen
    from tests.ui.support.kiosk import Kiosk


def offer_listening(screen: Screen) -> None:
    """Fill the shelf as it is where there is a voice."""
    screen.show_listening(offered=True, speaking=False)


def loudness(_visit: Visit) -> int:
    """A step of loudness, so that the sheet offers to change it."""
    return 3


def every_screen(
    kiosk: Kiosk, letters: Letters, *, whole: bool = True, voiced: bool = True
) -> Iterator[str]:
    """Every screen and page in these letters, from attract to attract; yields a name for each.

    Unless `whole` only the first and last page of the first topic and one question are among
    them; unless `voiced` nothing can be read aloud.
    """
    yield "attract"
    if voiced:
        kiosk.session.navigator.shown.connect(offer_listening)
        kiosk.session.navigator.stage.loudness = loudness
    kiosk.enter(letters)
    yield "home"
    kiosk.press("nav.view")
    yield "view"
    kiosk.press("view.about")
    yield "about"
    while kiosk.shows("nav.next"):
        kiosk.press("nav.next")
        yield "about, on"
    kiosk.press("nav.home")
    yield from _topics(kiosk, whole=whole)
    yield from _quiz(kiosk, whole=whole)
    kiosk.wait(125)
    while not kiosk.shows("idle.stay"):
        kiosk.wait(5)
    yield "warning"
    kiosk.press("idle.stay", "nav.done")
    yield "farewell"
    kiosk.press("farewell.wipe")


def _topics(kiosk: Kiosk, *, whole: bool) -> Iterator[str]:
    card = next(name for name in kiosk.widgets() if name.startswith("home.topic."))
    kiosk.press(card)
    first = kiosk.name("topic.title")
    while kiosk.screen == "screen.topic":
        title, progress = kiosk.name("topic.title"), kiosk.name("topic.progress")
        last = kiosk.shows("topic.following")
        if whole or (title == first and (last or progress.startswith("Pagina 1 "))):
            yield f"{title}: {progress}"
        if not whole and title != first:
            kiosk.press("nav.home", "home.quiz")
        else:
            kiosk.press("nav.next")


def _quiz(kiosk: Kiosk, *, whole: bool) -> Iterator[str]:
    while kiosk.screen == "screen.quiz":
        progress = kiosk.name("quiz.progress")
        yield progress
        answers = [name for name in kiosk.widgets() if name.startswith("quiz.option.")]
        for answer in sorted(answers):
            kiosk.press(answer)
            yield f"{progress}, {answer}"
            if answer != max(answers):
                kiosk.press("nav.back")
        kiosk.press("quiz.next" if whole else "quiz.stop")
    yield "result"
