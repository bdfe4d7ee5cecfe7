"""Counts the syllables of English: groups of vowels, less what is silent, more what is split."""

from __future__ import annotations

import re

_GROUP = re.compile("[aeiouy]+")
_SILENT_END = re.compile(
    r"""(?:
      [aeiouy][^aeiouy]+(?<![^aeiouy]l)e$                # make, people's other e's; not table
    | [aeiouy][^aeiouy]+(?<![sxzcg])(?<![sc]h)(?<![^aeiouy]l)es$     # makes; not noses, tables
    | [aeiouy][^aeiouy]+(?<![td])(?<![^aeiouy]l)ed$      # moved, filled; not needed, handled
    )""",
    re.VERBOSE,
)
# A silent e inside: movement, lonely, something, wheelchair has none.
_SILENT_INSIDE = re.compile(
    r"""(?:[aeiouy][^aeiouy]+e(?=(?:ly|less|ness|ments?|ful|fully|some)$)(?<!(?:el|pl)e)
    |[aeiouy][^aeiouytd]+e(?=d(?:ly|ness)$)
    |^(?:some|there|here|home|life|like|care|time|house|nerve|more)(?<=e)(?=[^aeiouyrsd]|one$))""",
    re.VERBOSE,
)
# A vowel after which another one begins a syllable of its own.
_SPLIT = re.compile(
    r"""
      (?<![ctsgh])i(?=a(?!ge))  | (?<![ctsgxh])i(?=o) | i(?=u) | i(?=et)(?!eth)
    | (?<![ctf])i(?=en[ct])     | (?:(?<=[aeiouy][^aeiouy])|(?<=[aeiouy][^aeiouy][^aeiouy]))i(?=ers?$|est$)
    | (?<=phys)i(?=o)           | (?<=sc)i(?=en)
    | (?<!q)(?<!g)(?<!rs)u(?=a)       | (?<![qg])u(?=el|en|et) | u(?=ous?) | (?<=fl)u(?=id)
    | (?<=[rt])u(?=in$|ition)   | e(?=um$|ums$) | (?<!g)e(?=o(?!u|p[la])) | (?<=cr)e(?=at)
    | (?<=r)e(?=act|ali)        | (?<=[aeiouy][^aeiouy])e(?=as?$) | (?<=th)e(?=at)
    | [eoyu](?=ings?$)          | o(?=e[mt])    | y(?=e[lr]) | (?<=[aeou])y(?=[aeiou])
    | (?<=c)o(?=op|ord)         | a(?=os)       | i(?=ing)
    """,
    re.VERBOSE,
)
_ISM = re.compile("(?:[sz]m|thm)s?$")
_OTHERS = {
    "soldier": 2,
    "premier": 2,
    "pilates": 3,
    "diabetes": 4,
    "eye": 1,
    "eyes": 1,
    "every": 2,
    "everyone": 3,
    "everything": 3,
    "business": 2,
    "don": 1,
    "isn": 2,
    "doesn": 2,
    "didn": 2,
    "hasn": 2,
    "wasn": 2,
    "couldn": 2,
    "wouldn": 2,
    "shouldn": 2,
    "medxercise": 4,
    "medicine": 3,
    "vegetable": 4,
    "wednesday": 2,
}


def english_part(part: str) -> int:
    """The syllables of one part in small letters."""
    if part in _OTHERS:
        return _OTHERS[part]
    silent = bool(_SILENT_END.search(part)) + len(_SILENT_INSIDE.findall(part))
    split = len(_SPLIT.findall(part)) + bool(_ISM.search(part))
    return max(
        len(_GROUP.findall(part)) - silent + split, min(len(part), 1) if len(part) > 1 else 0
    )
