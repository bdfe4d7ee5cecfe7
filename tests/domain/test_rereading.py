"""The same visit in changed words: any two states of a pack, any place, always a valid one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.letters import Letters
from kiosk.domain.pack import Block, Edition, Page, Run, Sentence, Topic, TopicList
from kiosk.domain.rereading import reread
from kiosk.domain.visit import HomePlace, TopicPlace, Visit

Said = tuple[tuple[str, ...], ...]
pages = st.lists(
    st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=4).map(tuple), min_size=1, max_size=3
).map(tuple)


def sentence(name: str) -> Sentence:
    return Sentence(name, (Run(f"Zin {name}."),))


def edition(said: Said | None) -> Edition:
    """One topic whose pages say so, or none."""
    made = () if said is None else (topic(said),)
    return Edition("nl", "T", "", "", TopicList(made), (), {}, None)


def topic(said: Said) -> Topic:
    shown = tuple(
        Page(
            sentence(f"kop {number}"),
            (Block("paragraph", tuple(map(sentence, page))),),
            None,
            (),
            "",
            "",
        )
        for number, page in enumerate(said)
    )
    return Topic("een", "Een", "", 1, None, "petrol", (), True, (), (), shown)


def visit_at(name: str) -> Visit:
    visit = Visit(Letters(), "nl")
    visit.go(TopicPlace("een", name))
    visit.asks.append("een")
    return visit


@given(pages, pages, st.data())
def test_a_sentence_that_stands_is_kept_and_another_has_a_place(
    here: Said, there: Said, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(here[0]))
    visit = visit_at(name)
    reread(visit, edition(here), edition(there))
    known = {one for page in there for one in page}
    assert isinstance(visit.place, TopicPlace)
    assert visit.place.sentence == name if name in known else visit.place.sentence in known


@given(pages)
def test_what_is_gone_leads_home(here: Said) -> None:
    visit = visit_at(here[0][0])
    reread(visit, edition(here), edition(None))
    assert visit.place == HomePlace()
    assert visit.asks == []


def test_the_start_of_a_topic_stays_its_start() -> None:
    visit = visit_at("")
    reread(visit, edition((("a",),)), edition((("b",), ("c",))))
    assert visit.place == TopicPlace("een")
    assert visit.asks == ["een"]
