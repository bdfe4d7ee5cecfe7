"""Warns of sentences that are not plain: passive, in capitals, with a sum, a promise or blame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content.phrases import Phrases, phrases, spread, table, texts
from kiosk.domain.text import split_sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.content.report import FileReport

_SHOWN = 90
# access.md L4: whole numbers ("3 van de 10"), no sums.
_SUM = re.compile(r"\d+\s*[-+x×:/÷]\s*\d+|\d+\s*%|\d+[.,]\d+|\d+\s*=")
# access.md V7: no phrase in capitals; one abbreviation is none.
_CAPITALS = re.compile(r"\b[^\W\d_a-zß-ÿ]{2,}(?:\s+[^\W\d_a-zß-ÿ]{2,})+\b|\b[^\W\d_a-zß-ÿ]{6,}\b")
_UNWANTED = {
    "promise": "say what was seen, with its caution",
    "blame": "say it without",
    "dose": "say it without; nobody can tell the amount that is right for a reader",
    "sum": "give whole numbers, such as 3 of the 10",
}


class Passive(NamedTuple):
    """How a language says who is acted upon: an auxiliary with a participle near it."""

    auxiliary: frozenset[str]
    participle: re.Pattern[str] | None
    never: frozenset[str]
    before: int
    after: int

    def said(self, sentence: str) -> str:
        """The auxiliary and the participle in a sentence, or an empty text."""
        if self.participle is None:
            return ""
        said = [word.lower() for word in words(sentence)]
        for place, word in enumerate(said):
            if word not in self.auxiliary:
                continue
            near = said[place + 1 : place + 1 + self.after]
            near += said[max(0, place - self.before) : place]
            for other in near:
                if other not in self.never and self.participle.fullmatch(other):
                    return f"{word} … {other}"
        return ""


class PlainRules(NamedTuple):
    """What a language file says of plain words.

    `gain` in a sentence to the reader is a promise unless `caution` stands there. Words of
    `to_reader` with a capital count inside a sentence only: at its start "Sie" may be anybody.
    """

    unwanted: Mapping[str, Phrases]
    to_reader: frozenset[str]
    gain: Phrases
    caution: Phrases
    passive: Passive


def plain_rules(values: Mapping[str, object]) -> PlainRules:
    """The rules in a parsed language file; what is missing or of another kind is never said."""
    unwanted = {name: phrases(table(values.get(name)).get("phrases")) for name in _UNWANTED}
    promise = table(values.get("promise"))
    return PlainRules(
        unwanted,
        frozenset(texts(promise.get("to_reader"))),
        phrases(promise.get("gain")),
        phrases(promise.get("caution")),
        _passive(table(values.get("passive"))),
    )


def check_plain(texts: Iterable[tuple[int, str]], rules: PlainRules, report: FileReport) -> None:
    """Warns of each sentence of texts with their lines that is not plain (access.md L4, V7, Q3)."""
    for line, text in texts:
        for sentence in split_sentences(text):
            for what, to_do in _complaints(sentence, rules):
                report.warning(line, f"{what} (“{_short(sentence)}”)", to_do)


def _complaints(sentence: str, rules: PlainRules) -> list[tuple[str, str]]:
    said = spread(sentence)
    found: list[tuple[str, str]] = []
    for kind, to_do in _UNWANTED.items():
        phrase = rules.unwanted[kind].said(said)
        if phrase:
            found.append((f"“{phrase}” is a word of {kind}", to_do))
    gain = rules.gain.said(said)
    asks = sentence.rstrip("\"'”’)] ").endswith("?")
    if gain and not asks and not rules.caution.said(said) and _to_reader(sentence, rules):
        to_do = (
            f"add a caution, such as “{rules.caution.phrases[0]}”" if rules.caution else "cut it"
        )
        found.append((f"“{gain}” is promised to the reader", to_do))
    passive = rules.passive.said(sentence)
    if passive:
        found.append((f"this sentence is passive, “{passive}”", "say who does it"))
    total = _SUM.search(sentence)
    if total:
        found.append((f"“{total[0]}” asks for a sum", _UNWANTED["sum"]))
    capitals = _CAPITALS.search(sentence)
    if capitals:
        found.append((f"“{capitals[0]}” stands in capitals", "write it in small letters"))
    return found


def _to_reader(sentence: str, rules: PlainRules) -> bool:
    first, *others = words(sentence)
    inside = {first.lower(), *others, *(word.lower() for word in others)}
    return not rules.to_reader.isdisjoint(inside)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else f"{sentence[: _SHOWN - 2]} …"


def _passive(values: Mapping[str, object]) -> Passive:
    written = values.get("participle")
    try:
        participle = re.compile(written) if isinstance(written, str) else None
    except re.error:
        participle = None
    before, after = values.get("before"), values.get("after")
    return Passive(
        frozenset(texts(values.get("auxiliary"))),
        participle,
        frozenset(texts(values.get("never"))),
        before if isinstance(before, int) else 0,
        after if isinstance(after, int) else 0,
    )
