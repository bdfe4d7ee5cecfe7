"""Eén zin per keer: a topic sentence by sentence, large and in the middle, with speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.visit import TopicPlace
from kiosk.ui.listening import VoiceManners
from kiosk.ui.widgets.label import TextLabel
from tests.ui.support.kiosk import LETTERS, SIZES, Kiosk, Plan, Size
from tests.ui.support.packs import LONG, SHORT, Texts, pack_of
from tests.ui.voice_support import MadeUpVoice, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.packs import Loaded
    from kiosk.domain.letters import Letters

# Of the made-up topic, with its action.
SENTENCES = [
    "Dit is een korte zin.",
    "Nog een zin komt erna.",
    "Deze bladzijde heeft meer woorden dan de andere.",
    "Zij staan in twee stukken.",
    "Hier begint het tweede stuk.",
    "Daar horen nog deze woorden bij.",
    "Dan is het gedaan.",
    "Kies één ding en doe het.",
]


def one_by_one(kiosk: Kiosk) -> Kiosk:
    """At the first sentence of the first topic."""
    kiosk.press("attract.read", "nav.view", "view.sentences", "nav.home", "home.topic.kaart-1")
    return kiosk


def test_next_steps_sentences_and_then_goes_on(kiosk: Kiosk) -> None:
    one_by_one(kiosk)
    seen: list[str] = []
    headings: list[str] = []
    while kiosk.name("topic.title") == "Kaart 1":
        seen.append(kiosk.name("topic.body"))
        headings.append(kiosk.name("topic.heading"))
        assert kiosk.name("topic.progress") == f"Zin {len(seen)} van {len(SENTENCES)}"
        kiosk.press("nav.next")
    assert seen == SENTENCES
    assert headings == [SHORT[0]] * 2 + [LONG[0]] * 5 + ["Wat kunt u doen?"]
    assert (kiosk.screen, kiosk.name("topic.body")) == ("screen.topic", SENTENCES[0])


def test_back_steps_sentences(kiosk: Kiosk) -> None:
    one_by_one(kiosk).press("nav.next", "nav.next", "nav.back")
    assert kiosk.name("topic.body") == SENTENCES[1]


def test_the_last_sentence_says_what_comes_next(kiosk: Kiosk) -> None:
    one_by_one(kiosk)
    for _ in SENTENCES[1:]:
        assert not kiosk.shows("topic.following")
        kiosk.press("nav.next")
    assert kiosk.name("topic.following") == "Hierna: Kaart 2"


def test_the_place_is_kept_both_ways(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "home.topic.kaart-1", "nav.next")
    navigator = kiosk.session.navigator
    visit = navigator.visit
    assert visit is not None
    visit.one_by_one = True
    navigator.render()
    assert kiosk.name("topic.body") == SENTENCES[2]
    kiosk.press("nav.next", "nav.next")
    visit.one_by_one = False
    navigator.render()
    assert SENTENCES[4] in kiosk.name("topic.body")


def test_letters_keep_the_sentence_and_make_it_larger(kiosk: Kiosk) -> None:
    one_by_one(kiosk).press("nav.next")
    heights: list[int] = []
    for letters in LETTERS[:3]:
        kiosk.set_letters(letters)
        assert kiosk.name("topic.body") == SENTENCES[1]
        heights.append(kiosk.look.type.body)
    assert heights == sorted(set(heights))


def test_the_sheet_says_what_it_changes_to_and_reset_forgets(kiosk: Kiosk) -> None:
    kiosk.press("attract.read", "nav.view")
    assert kiosk.name("view.sentences") == "Eén zin per keer"
    kiosk.press("view.sentences")
    assert kiosk.name("view.sentences") == "Hele pagina’s"
    kiosk.press("nav.done", "farewell.wipe", "attract.read", "nav.view")
    assert kiosk.name("view.sentences") == "Eén zin per keer"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("letters", [LETTERS[0], LETTERS[2]], ids=["100", "150"])
def test_every_sentence_of_the_bundled_pack_fits_in_larger_letters(
    start: Callable[[Plan], Kiosk], bundled: Loaded, size: Size, letters: Letters
) -> None:
    assert bundled.pack is not None
    kiosk = start(Plan(bundled.pack, bundled.folder, size=size))
    kiosk.enter(letters)
    navigator = kiosk.session.navigator
    visit = navigator.visit
    assert visit is not None
    visit.one_by_one = True
    topics = navigator.edition.topics
    larger = count = 0
    for place in range(len(topics)):
        for leaf in navigator.stage.leaves(visit, topics[place]):
            visit.place = TopicPlace(topics[place].id, leaf.first)
            navigator.render()
            label = kiosk.widget("topic.body")
            assert isinstance(label, TextLabel)
            flow = label.flow()
            assert flow.height <= label.height(), leaf
            assert not flow.broken_word, leaf
            count += 1
            larger += flow.style.font.pixelSize() > kiosk.look.type.body
    assert larger >= 0.9 * count


@pytest.mark.parametrize("letters", LETTERS[:3], ids=["100", "125", "150"])
def test_a_long_sentence_keeps_clear_of_the_buttons_on_little_glass(
    start: Callable[[Plan], Kiosk], letters: Letters
) -> None:
    # 25 words are the most that stand uncut; on a true 15.6 inch the largest letters give way.
    row = " ".join(["Loop", *["met", "een", "vriend", "mee"] * 6]) + "."
    texts = Texts(pages=(("Een kop", (row,)),), action="")
    kiosk = start(Plan(pack_of(1, 1, texts), size=SIZES[-1]))
    kiosk.enter(letters)
    visit = kiosk.session.navigator.visit
    assert visit is not None
    visit.one_by_one = True
    kiosk.press("home.topic.kaart-1")
    body, below = kiosk.widget("topic.body"), kiosk.widget("topic.following").geometry()
    assert isinstance(body, TextLabel)
    assert body.flow().height <= body.height()
    assert body.geometry().bottom() < below.top()
    assert below.bottom() < kiosk.look.metrics.shelf.y
    assert body.flow().style.font.pixelSize() >= kiosk.look.type.smallest


# -- with speech -------------------------------------------------------------------------------


def test_who_listens_hears_the_next_sentence_with_next(reading: Reading) -> None:
    one_by_one(reading.kiosk).press("nav.listen")
    reading.voice.finish()
    for wanted in ([SENTENCES[1]], [LONG[0], SENTENCES[2]], [SENTENCES[3]]):
        reading.voice.orders.clear()
        reading.kiosk.press("nav.next")
        reading.voice.finish()
        assert reading.voice.said == wanted
    reading.voice.orders.clear()
    reading.kiosk.press("nav.back")
    assert reading.voice.said == [SENTENCES[2]]
    assert reading.marked() == [SENTENCES[2]]


def test_stop_ends_that(reading: Reading) -> None:
    one_by_one(reading.kiosk).press("nav.listen", "nav.listen")
    reading.voice.orders.clear()
    reading.kiosk.press("nav.next")
    assert reading.voice.said == []


def test_who_did_not_ask_hears_nothing(reading: Reading) -> None:
    one_by_one(reading.kiosk).press("nav.next", "nav.back")
    assert reading.voice.said == []


def test_whole_pages_go_on_in_silence(reading: Reading) -> None:
    reading.kiosk.press("attract.read", "home.topic.kaart-1", "nav.listen")
    reading.voice.finish()
    reading.voice.orders.clear()
    reading.kiosk.press("nav.next")
    assert reading.voice.said == []


# -- loudness ----------------------------------------------------------------------------------


def test_loudness_steps_and_is_heard_and_reset_forgets(reading: Reading) -> None:
    """access.md S4, P2."""
    reading.kiosk.press("attract.read", "nav.view")
    assert reading.kiosk.name("view.sound") == "Geluid: luid"
    names: list[str] = []
    for _ in range(4):
        reading.kiosk.press("view.sound")
        names.append(reading.kiosk.name("view.sound"))
    assert names == ["Geluid: luidst", "Geluid: zacht", "Geluid: gewoon", "Geluid: luid"]
    assert reading.voice.said == names
    volumes = [order.volume for order in reading.voice.orders]
    assert volumes[0] == 1
    assert volumes[1] < volumes[2] < volumes[3] < volumes[0]
    reading.kiosk.press("view.sound", "nav.done", "farewell.wipe", "attract.read", "nav.view")
    assert reading.kiosk.name("view.sound") == "Geluid: luid"


def test_a_cap_is_never_passed(kiosk: Kiosk) -> None:
    reading = Reading(kiosk, MadeUpVoice("nl"), VoiceManners(start_step=4, most_step=2))
    reading.kiosk.press("attract.read", "nav.view")
    for _ in range(4):
        reading.kiosk.press("view.sound")
    assert max(order.volume for order in reading.voice.orders) < 0.26


def test_without_a_voice_there_is_nothing_to_set(kiosk: Kiosk) -> None:
    reading = Reading(kiosk, MadeUpVoice(), VoiceManners())
    reading.kiosk.press("attract.read", "nav.view")
    assert not kiosk.shows("view.sound")
