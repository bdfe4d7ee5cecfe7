"""What is known of a kiosk's health, and what of it asks for attention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from kiosk.domain.health_facts import (
    ClockFacts,
    DiskFacts,
    Ending,
    Facts,
    Origin,
    PackFacts,
    PinFacts,
    ScreenFacts,
    Silence,
    StartFacts,
    VersionFacts,
)

if TYPE_CHECKING:
    from datetime import date

    from kiosk.domain.ageing import Age
    from kiosk.domain.clock_trust import Doubt

State = Literal["ok", "note", "attention"]

# Under this the disk asks for attention, in MB: the next pack and a support bundle need room.
LEAST_FREE_MB = 200

_SCALES: dict[Origin, str] = {
    "setting": "health.scale_setting",
    "screen": "health.scale_screen",
    "assumed": "health.scale_assumed",
}
_DOUBTS: dict[Doubt, str] = {
    "before-build": "health.time_before_build",
    "behind": "health.time_behind",
    "ahead": "health.time_ahead",
    "jumped": "health.time_jumped",
}
# Who stands before it can look at a watch; no watch helps before the program was made.
_CLOCK_ASKED = "health.clock_doubt"
_ENDINGS: dict[Ending, str] = {
    "first": "health.ended_first",
    "asked": "health.ended_asked",
    "daily": "health.ended_daily",
    "stopped": "health.ended_stopped",
    "crash": "health.ended_crash",
    "power": "health.ended_power",
}


class Phrase(NamedTuple):
    """Words by their key in `strings/`, and the values that are filled in."""

    key: str
    values: Mapping[str, str] = {}


class Item(NamedTuple):
    """One subject: how it stands, in words for a nurse (`None`: nothing for a nurse) and for IT."""

    name: str
    state: State
    words: Phrase | None
    details: tuple[Phrase, ...]


def items(facts: Facts) -> tuple[Item, ...]:
    """Every subject, in the order in which IT looks for them."""
    found = [
        _pack(facts.pack),
        *_reviews(facts.pack),
        *_screens(facts.screens),
        _touch(facts.touchscreens),
        _sound(facts),
        _letters(facts),
        *([_disk(facts.disk)] if facts.disk is not None else []),
        _clock(facts.clock),
        _pin(facts.pin),
        _settings(facts),
        _others(facts),
        _start(facts.start),
        _versions(facts.versions),
    ]
    return tuple(found)


def red(found: Iterable[Item]) -> tuple[Item, ...]:
    """The items that ask for attention."""
    return tuple(item for item in found if item.state == "attention")


def asks_about_clock(found: Iterable[Item]) -> bool:
    """Whether somebody may say that the clock is right after all."""
    return any(item.words is not None and item.words.key == _CLOCK_ASKED for item in found)


# -- the subjects ------------------------------------------------------------------------------


def _item(name: str, why: str, state: State, details: Iterable[Phrase], **values: str) -> Item:
    """An item with its words by their key; without a `why` it has none for a nurse."""
    return Item(name, state, Phrase(why, values) if why else None, tuple(details))


def _pack(pack: PackFacts | None) -> Item:
    if pack is None:
        return _item("pack", "health.no_pack", "attention", [Phrase("health.pack_none")])
    place = Phrase("health.pack_slot", {"slot": pack.slot, "folder": pack.folder})
    if not pack.slot:
        place = Phrase("health.pack_folder", {"folder": pack.folder})
    version = Phrase("health.pack_version", {"id": pack.id, "version": pack.version})
    return _item("pack", "", "ok", [version, place])


def _reviews(pack: PackFacts | None) -> list[Item]:
    return [_review(pack, age) for age in pack.ages] if pack is not None else []


def _review(pack: PackFacts, age: Age) -> Item:
    language = age.language
    if age.state == "unreviewed":
        # What the settings allow is no fault; where they do not, this language shows nowhere.
        state: State = "note" if pack.unreviewed_allowed else "attention"
        detail = Phrase("health.review_none", {"language": language})
        return _item("review", "health.unreviewed", state, [detail])
    on, until = _day(age.reviewed_on), _day(age.review_by)
    detail = Phrase("health.review", {"language": language, "on": on, "until": until})
    if not age.is_for_staff:
        return _item("review", "", "ok", [detail])
    why = "health.review_over" if age.state == "expired" else "health.review_soon"
    return _item("review", why, "attention", [detail], date=until)


def _day(day: date | None) -> str:
    """A day as people write it: `1-12-2026`."""
    return "?" if day is None else f"{day.day}-{day.month}-{day.year}"


def _screens(screens: tuple[ScreenFacts, ...]) -> list[Item]:
    if not screens:
        return [_item("screen", "health.no_screen", "attention", [Phrase("health.screen_none")])]
    return [_screen(one) for one in screens]


def _screen(screen: ScreenFacts) -> Item:
    values = {
        "name": screen.name,
        "px": f"{screen.width} × {screen.height}",
        "mm": f"{screen.width_mm} × {screen.height_mm}",
        "scale": f"{screen.px_per_mm:.2f}",
    }
    details = [
        Phrase("health.screen_size" if screen.ours else "health.screen_other", values),
        Phrase(_SCALES[screen.origin]),
    ]
    if screen.ours and screen.mismatch:
        return _item("screen", "health.measure", "attention", details)
    return _item("screen", "", "note" if screen.origin == "assumed" else "ok", details)


def _touch(names: tuple[str, ...]) -> Item:
    if not names:
        return _item("touch", "", "note", [Phrase("health.touch_none")])
    return _item("touch", "", "ok", [Phrase("health.touch", {"names": ", ".join(names)})])


_SILENCES: dict[Silence, str] = {
    "off": "health.silence_off",
    "quiet": "health.silence_quiet",
    "no-engine": "health.silence_no_engine",
    "hung": "health.silence_hung",
    "died": "health.silence_died",
    "silent": "health.silence_silent",
}


def _sound(facts: Facts) -> Item:
    details = [Phrase("health.sound", {"what": facts.sound})] if facts.sound else []
    if facts.silence:
        details.append(Phrase(_SILENCES[facts.silence]))
    if facts.silence in ("hung", "died", "silent"):
        return _item("sound", "health.no_speech", "note", details)
    if facts.voices is None:
        return _item("sound", "", "note", [*details, Phrase("health.voices_unknown")])
    lacking = [language for language, voices in facts.voices.items() if not voices]
    for language, voices in facts.voices.items():
        values = {"language": language, "names": ", ".join(voices)}
        details.append(Phrase("health.voices" if voices else "health.voices_none", values))
    if lacking:
        return _item("sound", "health.no_voice", "note", details, language=", ".join(lacking))
    return _item("sound", "", "ok", details)


def _letters(facts: Facts) -> Item:
    details = [Phrase("health.fonts" if facts.fonts else "health.fonts_none")]
    if not facts.icons:
        details.append(Phrase("health.icons_none"))
    if facts.fonts and facts.icons:
        return _item("letters", "", "ok", details)
    return _item("letters", "health.letters_other", "attention", details)


def _disk(disk: DiskFacts) -> Item:
    free = "?" if disk.free_mb is None else f"{disk.free_mb / 1000:.1f}"
    total = "?" if disk.total_mb is None else f"{disk.total_mb / 1000:.1f}"
    values = {"free": free, "total": total, "kind": disk.filesystem or "?"}
    details = [Phrase("health.disk", values), Phrase("health.disk_folder", {"folder": disk.folder})]
    if disk.trouble:
        details.append(Phrase("health.disk_refuses", {"why": disk.trouble}))
        return _item("disk", "health.disk_closed", "attention", details)
    if disk.free_mb is not None and disk.free_mb < LEAST_FREE_MB:
        return _item("disk", "health.disk_full", "attention", details)
    if not disk.lasting:
        details.append(Phrase("health.disk_forgets"))
        return _item("disk", "", "note", details)
    return _item("disk", "", "ok", details)


def _clock(clock: ClockFacts) -> Item:
    details = [Phrase("health.time", {"now": clock.now.replace("T", " ")})]
    if clock.doubt:
        details.append(Phrase(_DOUBTS[clock.doubt]))
        if clock.doubt == "before-build":
            return _item("clock", "health.clock_wrong", "attention", details)
        return _item("clock", _CLOCK_ASKED, "attention", details, now=_spoken(clock.now))
    return _item("clock", "", "ok", details)


def _spoken(now: str) -> str:
    """A local time (ISO) as people write it."""
    day, _, time = now.partition("T")
    return f"{'-'.join(reversed(day.split('-')))} {time}"


def _pin(pin: PinFacts) -> Item:
    details = [
        Phrase("health.pin_set" if pin.staff else "health.pin_none"),
        Phrase("health.pin_it_set" if pin.it else "health.pin_it_none"),
    ]
    if pin.volatile:
        details.append(Phrase("health.pin_volatile"))
    if not pin.staff:
        return _item("pin", "health.no_pin", "attention", details)
    return _item("pin", "", "note" if pin.volatile else "ok", details)


def _settings(facts: Facts) -> Item:
    file = Phrase("health.settings_file", {"file": facts.settings_file})
    if not facts.settings_file:
        file = Phrase("health.settings_default")
    details = [file, Phrase("health.settings_hash", {"hash": facts.settings_hash})]
    details += _told(facts.settings_problems)
    if facts.settings_errors:
        count = str(facts.settings_errors)
        why = "health.settings_wrong_one" if facts.settings_errors == 1 else "health.settings_wrong"
        return _item("settings", why, "attention", details, count=count)
    return _item("settings", "", "note" if facts.settings_problems else "ok", details)


def _others(facts: Facts) -> Item:
    details = _told(facts.other_problems) or [Phrase("health.problems_none")]
    if facts.other_errors:
        return _item("problems", "health.problems", "attention", details)
    return _item("problems", "", "note" if facts.other_problems else "ok", details)


def _told(problems: tuple[str, ...]) -> list[Phrase]:
    return [Phrase("health.problem", {"problem": problem}) for problem in problems]


def _start(start: StartFacts) -> Item:
    up = Phrase("health.up", {"time": _span(start.up_s)})
    if start.machine_up_s is not None:
        times = {"time": _span(start.up_s), "machine": _span(start.machine_up_s)}
        up = Phrase("health.up_both", times)
    ended = Phrase(_ENDINGS[start.ended], {"on": start.ended_on.replace("T", " ")})
    if start.ended == "crash":
        return _item("start", "health.crashed", "attention", [up, ended])
    return _item("start", "", "note" if start.ended == "power" else "ok", [up, ended])


def _span(seconds: int) -> str:
    """A length of time as days, hours and minutes: `12 d 03:07`."""
    minutes = max(0, seconds) // 60
    days, minutes = divmod(minutes, 24 * 60)
    clock = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{days} d {clock}" if days else clock


def _versions(versions: VersionFacts) -> Item:
    return _item("versions", "", "ok", [Phrase("health.versions", versions._asdict())])
