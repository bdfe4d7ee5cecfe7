"""Counts the syllables of German by groups of vowels."""

from __future__ import annotations

import re

_GROUP = re.compile("aa|ee|oo|ie|ei|ai|au|eu|äu|oi|[aeo]y(?![aeiouäöü])|[aeiouyäöüéèêáàâ]")
# A first syllable of its own before another vowel: be-enden, ge-eignet.
_PREFIX = re.compile(
    "^(?:be(?=einfl|eindr|end|eil|inhalt|urteil|unruhig)|ge(?=eign|impf|eini|end|ehrt)|re(?=integ))"
)
# Written together, spoken apart: Studi-en, Famili-e, Ide-en, Muse-um.
_IEN = re.compile("(?<=[^aeiouyäöüß])ien(?=$|s)")
_ONE_IEN = re.compile("(?:^[^aeiou]*|sch|^bed|^verd)ien$")
_IE = re.compile("(?:stud|famil|ser|lin|akt|mater|kast|pin|fol|petersil)ie$")
_APART = re.compile("e(?=ums?$|en$)|ygi(?=ene)|o(?=or[dt]i|oper)|(?:pat|kl|or|grad)i(?=ent)")
_OTHERS = {
    "team": 1,
    "teams": 1,
    "training": 2,
    "exercise": 3,
    "medxercise": 4,
    "website": 2,
    "online": 2,
    "cool": 1,
}


def german_part(part: str) -> int:
    """The syllables of one part in small letters."""
    if part in _OTHERS:
        return _OTHERS[part]
    word = part.replace("qu", "kw")
    if re.match("y[aeiouäöü]", word):
        word = f"j{word[1:]}"
    word = _IE.sub(lambda found: f"{found[0][:-1]}|e", word)
    if not _ONE_IEN.search(word):
        word = _IEN.sub("i|en", word)
    word = _APART.sub(lambda found: f"{found[0]}|", word)
    word = _PREFIX.sub(lambda found: f"{found[0]}|", word)
    return len(_GROUP.findall(word))
