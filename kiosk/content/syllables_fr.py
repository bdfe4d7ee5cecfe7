"""Counts the syllables of French as it is spoken with care: each e but the one at a word's end."""

from __future__ import annotations

import re

# What is written and not heard, in this order.
_UNHEARD = (
    (re.compile("qu"), "k"),
    (re.compile("gu(?=[eéèêiîy])"), "g"),
    (re.compile("ge(?=[aàâoôû])"), "j"),
    (re.compile("o[eê]il|œil"), "œj"),
    (re.compile("ue(?=il)"), "œ"),
    (re.compile("(?<=[aeouœ])il(?=l|s?$)"), "j"),
    (re.compile("aoû"), "û"),
    (re.compile("oeu"), "œu"),
)
_MUTE_E = re.compile("es?$")
_ENT = re.compile("ent$")
# Third persons of verbs: the only words whose -ment or -ient is not heard.
_VERBS = re.compile(
    r"""(?:^aim|(?:trans|in)?form|nomm|calm|^anim|dorm|prim|estim|firm|somm|entam|ferm
    |[aou]i|bli|pli|cri|^li|fi|[éaiu]di|vari|préci|gnifi|soci)ent$""",
    re.VERBOSE,
)
_ENT_HEARD = re.compile(
    r"""(?:m|i|souv|par|arg|^ag|^v|cont|^c|pourc|^d|^l|abs|prés|différ|réc|fréqu|urg|prud|évid
    |accid|tal|excell|viol|serp|couv|torr|intellig|perman|précéd|présid|appar|cohér|adhér
    |compét|occid|innoc|adolesc|dolesc|néglig|transpar|équival)ent$""",
    re.VERBOSE,
)
_NUCLEUS = re.compile(
    r"""
    (?:(?<![bcdfgptv][lr])(?:ou|[iuy])(?=[aàâeéèêioôuyœæ]))?     # a glide: pied, nuit, oui
    (?:eau|œu|aî|ai|au|eî|ei|eu|eû|oî|oi|oû|où|ou|ui|[aàâeéèêëiîïoôuùûüyœæ])
    """,
    re.VERBOSE,
)
_OTHERS = {"alcool": 2, "moelle": 1, "moelles": 1, "medxercise": 4, "exercise": 3, "femme": 1}


def french_part(part: str) -> int:
    """The syllables of one part in small letters."""
    if part in _OTHERS:
        return _OTHERS[part]
    word = part
    for written, heard in _UNHEARD:
        word = written.sub(heard, word)
    bare = _ENT.sub("", word) if _ends_mute(part) else _MUTE_E.sub("", word)
    # "le", "des" and "sent" keep the only vowel they have.
    return len(_NUCLEUS.findall(bare)) or len(_NUCLEUS.findall(word))


def _ends_mute(part: str) -> bool:
    """Whether a word on -ent is a verb such as "bougent"."""
    if not part.endswith("ent"):
        return False
    return bool(_VERBS.search(part)) or not _ENT_HEARD.search(part)
