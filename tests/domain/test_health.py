"""What of a kiosk's facts asks for attention (issue 3, item 3; features.md P)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.ageing import Age
from kiosk.domain.diagnosis import diagnosis
from kiosk.domain.health import LEAST_FREE_MB, items, red
from kiosk.domain.health_facts import (
    ClockFacts,
    DiskFacts,
    Facts,
    PackFacts,
    PinFacts,
    ScreenFacts,
    StartFacts,
    VersionFacts,
)

if TYPE_CHECKING:
    from kiosk.domain.ageing import AgeState
    from kiosk.domain.health import Item
    from kiosk.domain.health_facts import Silence

PACK = PackFacts("bewegen", "1.2", "/srv/bewegen", "", (Age("nl", "fresh", date(2026, 1, 5)),))
SCREEN = ScreenFacts("HDMI-1", 1920, 1080, 476, 268, 4.03, "setting")
DISK = DiskFacts("/srv", 5_000, 64_000, "ext4")
FINE = Facts(
    VersionFacts("0.2.0", "3.11.2", "6.11.3", "Linux"),
    StartFacts(60, 90, "asked", "2026-11-10T04:30"),
    ClockFacts("2026-11-22T16:05"),
    PinFacts(staff=True),
    PACK,
    (SCREEN,),
    DISK,
    touchscreens=("ILITEK",),
    voices={"nl": ("Lotte",)},
    settings_hash="3fa9c1d2",
)


def of(facts: Facts, name: str) -> list[Item]:
    return [item for item in items(facts) if item.name == name]


def names(facts: Facts) -> list[str]:
    return [item.name for item in red(items(facts))]


def keys(item: Item) -> list[str]:
    return [phrase.key for phrase in item.details]


def test_a_kiosk_that_is_well_asks_for_nothing() -> None:
    assert {item.state for item in items(FINE)} == {"ok"}
    assert [item.words for item in items(FINE)] == [None] * len(items(FINE))


def aged(state: AgeState, *, allowed: bool = True) -> Facts:
    age = Age("nl", state, date(2026, 1, 5), date(2026, 12, 1), 9)
    return FINE._replace(pack=PACK._replace(ages=(age,), unreviewed_allowed=allowed))


@pytest.mark.parametrize(
    ("facts", "name", "words"),
    [
        (FINE._replace(pack=None), "pack", "health.no_pack"),
        (aged("expired"), "review", "health.review_over"),
        (aged("due"), "review", "health.review_soon"),
        (aged("unreviewed", allowed=False), "review", "health.unreviewed"),
        (FINE._replace(screens=()), "screen", "health.no_screen"),
        (FINE._replace(screens=(SCREEN._replace(mismatch=True),)), "screen", "health.measure"),
        (FINE._replace(fonts=False), "letters", "health.letters_other"),
        (FINE._replace(icons=False), "letters", "health.letters_other"),
        (FINE._replace(disk=DISK._replace(trouble="read-only")), "disk", "health.disk_closed"),
        (FINE._replace(disk=DISK._replace(free_mb=199)), "disk", "health.disk_full"),
        (
            FINE._replace(clock=ClockFacts("1970-01-01T00:00", "before-build")),
            "clock",
            "health.clock_wrong",
        ),
        (
            FINE._replace(clock=ClockFacts("2026-11-22T16:05", "behind")),
            "clock",
            "health.clock_doubt",
        ),
        (FINE._replace(pin=PinFacts(staff=False)), "pin", "health.no_pin"),
        (FINE._replace(settings_errors=1), "settings", "health.settings_wrong_one"),
        (FINE._replace(settings_errors=2), "settings", "health.settings_wrong"),
        (FINE._replace(other_errors=1), "problems", "health.problems"),
        (FINE._replace(start=StartFacts(5, ended="crash")), "start", "health.crashed"),
    ],
)
def test_one_thing_wrong_asks_for_attention_in_words(facts: Facts, name: str, words: str) -> None:
    assert names(facts) == [name]
    (item,) = red(items(facts))
    assert item.words is not None
    assert item.words.key == words
    assert item.details, "and tells IT what"


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (aged("unreviewed"), "review"),
        (FINE._replace(screens=(SCREEN._replace(origin="assumed"),)), "screen"),
        (FINE._replace(touchscreens=()), "touch"),
        (FINE._replace(voices=None), "sound"),
        (FINE._replace(voices={"nl": ()}), "sound"),
        (FINE._replace(disk=DISK._replace(lasting=False)), "disk"),
        (FINE._replace(pin=PinFacts(staff=True, volatile=True)), "pin"),
        (FINE._replace(settings_problems=("a warning",)), "settings"),
        (FINE._replace(other_problems=("a warning",)), "problems"),
        (FINE._replace(start=StartFacts(5, ended="power")), "start"),
    ],
)
def test_what_is_only_good_to_know_is_not_red(facts: Facts, name: str) -> None:
    assert names(facts) == []
    assert [item.name for item in items(facts) if item.state == "note"] == [name]


def test_a_screen_of_others_may_have_any_scale() -> None:
    other = SCREEN._replace(ours=False, mismatch=True)
    facts = FINE._replace(screens=(SCREEN, other))
    assert names(facts) == []
    assert [keys(item)[0] for item in of(facts, "screen")] == [
        "health.screen_size",
        "health.screen_other",
    ]


def test_the_disk_is_judged_only_once_it_answered() -> None:
    assert of(FINE._replace(disk=None), "disk") == []
    unknown = DISK._replace(free_mb=None, total_mb=None)
    assert of(FINE._replace(disk=unknown), "disk")[0].state == "ok"
    enough = DISK._replace(free_mb=LEAST_FREE_MB)
    assert of(FINE._replace(disk=enough), "disk")[0].state == "ok"


def test_each_language_has_its_own_review() -> None:
    pack = PACK._replace(ages=(Age("nl", "expired"), Age("fr", "fresh"), Age("de", "unreviewed")))
    states = [item.state for item in of(FINE._replace(pack=pack), "review")]
    assert states == ["attention", "ok", "note"]


def test_days_are_written_as_people_write_them() -> None:
    (item,) = of(aged("due"), "review")
    assert item.words is not None
    assert item.words.values == {"date": "1-12-2026"}
    assert item.details[0].values["on"] == "5-1-2026"


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "00:00"), (59, "00:00"), (3_720, "01:02"), (1_047_780, "12 d 03:03")]
)
def test_how_long_it_runs(seconds: int, said: str) -> None:
    (item,) = of(FINE._replace(start=StartFacts(seconds)), "start")
    assert item.details[0].values == {"time": said}


def test_every_problem_is_told_to_it() -> None:
    facts = FINE._replace(settings_problems=("one", "two"), settings_errors=1)
    (item,) = of(facts, "settings")
    assert [one.values["problem"] for one in item.details if one.key == "health.problem"] == [
        "one",
        "two",
    ]


def test_the_diagnosis_is_short_and_tells_what_is_red_once() -> None:
    pack = PACK._replace(ages=(Age("nl", "expired"), Age("fr", "expired")))
    text = diagnosis(FINE._replace(pack=pack, pin=PinFacts(staff=False)))
    assert text.splitlines() == [
        "kiosk 0.2.0",
        "red review pin",
        "settings 3fa9c1d2",
        "pack bewegen 1.2",
        "qt 6.11.3 python 3.11.2",
        "time 2026-11-22T16:05",
    ]
    assert "red none" in diagnosis(FINE)
    assert "pack none" in diagnosis(FINE._replace(pack=None))


@example("x" * 400, "1")
@given(st.text(), st.text())
def test_the_diagnosis_is_never_longer_than_a_code_can_hold(name: str, version: str) -> None:
    text = diagnosis(FINE._replace(pack=PACK._replace(id=name, version=version)))
    assert len(text) <= 300
    assert text.isascii()


def test_the_diagnosis_holds_no_path_and_no_problem() -> None:
    facts = FINE._replace(settings_problems=("/etc/kiosk/settings.toml:3: secret",))
    assert "/" not in diagnosis(facts)
    assert "secret" not in diagnosis(facts)


@pytest.mark.parametrize("silence", ["hung", "died", "silent"])
def test_staff_see_why_no_voice_speaks(silence: Silence) -> None:
    (item,) = of(FINE._replace(voices={"nl": ()}, silence=silence), "sound")
    assert item.state == "note"
    assert item.words is not None
    assert item.words.key == "health.no_speech"
    assert f"health.silence_{silence}" in keys(item)


@pytest.mark.parametrize("silence", ["off", "quiet"])
def test_speech_that_is_meant_to_be_silent_is_no_trouble(silence: Silence) -> None:
    (item,) = of(FINE._replace(voices=None, silence=silence), "sound")
    assert item.words is None
    assert f"health.silence_{silence}" in keys(item)
