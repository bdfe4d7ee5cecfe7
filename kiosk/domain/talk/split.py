"""Cuts a line that is too long for one slide into parts, where a speaker would breathe."""

from __future__ import annotations

from itertools import combinations, pairwise

MORE = "…"
_SENTENCE_ENDS = (".", "!", "?", "…")
_PAUSES = (",", ";", ":")
# What a cut costs, in letters of unevenness: nothing at the end of a sentence.
_AT_PAUSE, _ANYWHERE = 8, 40
# So many words at most are tried in every way; a longer text is cut evenly.
_MOST_WORDS = 30
_MOST_PARTS = 4


def split_line(text: str, parts: int) -> tuple[str, ...]:
    """The text in so many parts (fewer where it has fewer words), as even as good cuts allow.

    A part that stops inside a sentence ends with "…", and the next one begins with it.
    """
    words = text.split()
    parts = min(parts, len(words))
    if parts <= 1:
        return (text,) if text else ()
    if len(words) > _MOST_WORDS or parts > _MOST_PARTS:
        cuts = tuple(round(number * len(words) / parts) for number in range(1, parts))
    else:
        cuts = min(combinations(range(1, len(words)), parts - 1), key=lambda at: _cost(words, at))
    pieces = [words[begin:end] for begin, end in pairwise((0, *cuts, len(words)))]
    said = [" ".join(piece) for piece in pieces]
    for number in range(len(said) - 1):
        if not said[number].endswith(_SENTENCE_ENDS):
            said[number] = f"{said[number].rstrip(',;:')} {MORE}"
            said[number + 1] = f"{MORE} {said[number + 1]}"
    return tuple(said)


def _cost(words: list[str], cuts: tuple[int, ...]) -> float:
    edges = (0, *cuts, len(words))
    lengths = [sum(map(len, words[begin:end])) + end - begin for begin, end in pairwise(edges)]
    cost = float(max(lengths) - min(lengths))
    for cut in cuts:
        before = words[cut - 1]
        if not before.endswith(_SENTENCE_ENDS):
            cost += _AT_PAUSE if before.endswith(_PAUSES) else _ANYWHERE
    return cost
