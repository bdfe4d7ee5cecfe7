"""Compares the recordings of a pack with the sentences that it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.content.report import Report
from kiosk.content.tree import tree
from kiosk.domain.spoken_pack import spoken

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.domain.pack import Pack
    from kiosk.problems import Problem

_SHOWN = 60


def check_recordings(folder: Path, pack: Pack) -> list[Problem]:
    """Warnings for sentences that nobody recorded, and for recordings that no sentence has.

    Only in languages that have a recording: most packs have none, and a voice reads them.
    """
    report = Report()
    for language in pack.languages:
        start = f"audio/{language}/"
        there = [name for name in tree(folder).files if name.startswith(start)]
        sounds = {name for name in there if name.endswith(".ogg")}
        if sounds:
            wanted = {
                f"{start}{one.topic}/{one.id}.ogg": one.text
                for one in spoken(pack.edition(language))
            }
            for name in wanted:
                if name in sounds:
                    continue
                what = f"nobody recorded “{_short(wanted[name])}”"
                to_do = f"record it as {name.removeprefix(start)}, or run kiosk voice"
                report.file(start[:-1]).warning(0, what, to_do)
            for name in sorted(sounds - wanted.keys()):
                what = "no sentence has this recording"
                to_do = "record the sentence as it is now, or remove the file"
                report.file(name).warning(0, what, to_do)
    return report.problems()


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 2]} …"
