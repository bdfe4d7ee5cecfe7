"""Says in words how a kiosk's health stands: for a nurse, for IT, and for a file."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.health import Item, Phrase, items, red
from kiosk.domain.health_facts import Facts
from kiosk.ui.strings import Strings

_NAMES = {
    "pack": "health.name_pack",
    "review": "health.name_review",
    "screen": "health.name_screen",
    "touch": "health.name_touch",
    "sound": "health.name_sound",
    "letters": "health.name_letters",
    "disk": "health.name_disk",
    "clock": "health.name_clock",
    "pin": "health.name_pin",
    "settings": "health.name_settings",
    "problems": "health.name_problems",
    "start": "health.name_start",
    "versions": "health.name_versions",
}


def said(phrase: Phrase, say: Strings) -> str:
    """A phrase in the language of `say`."""
    return say(phrase.key, **phrase.values)


def name_of(item: Item, say: Strings) -> str:
    """The name of an item; one that asks for attention says so."""
    name = say(_NAMES[item.name])
    return say("health.look", name=name) if item.state == "attention" else name


def details_of(item: Item, say: Strings) -> list[str]:
    """What IT reads of an item, one sentence each."""
    return [said(phrase, say) for phrase in item.details]


def red_items(facts: Facts, say: Strings) -> list[str]:
    """What asks for attention, in words for a nurse; one line each."""
    return for_nurse(red(items(facts)), say)


def for_nurse(found: Sequence[Item], say: Strings) -> list[str]:
    """The words of items for a nurse, each only once; items without words say nothing."""
    lines = [said(item.words, say) for item in found if item.words is not None]
    return list(dict.fromkeys(lines))


def report(found: Sequence[Item], say: Strings) -> str:
    """All of it as text: first what asks for attention, then every detail."""
    wrong = for_nurse(red(found), say)
    lines = [say("health.bad") if wrong else say("health.good"), *(f"- {one}" for one in wrong), ""]
    for item in found:
        lines.append(say("health.named", name=name_of(item, say)))
        lines.extend(f"    {detail}" for detail in details_of(item, say))
    return "\n".join(lines) + "\n"
