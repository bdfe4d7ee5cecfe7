"""`kiosk selftest`: loads everything, opens every screen off screen, and says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kiosk.bundle import Bundle
from kiosk.bundle_checks import (
    Check,
    bundled_font_check,
    pack_checks,
    read_themes,
    string_checks,
    strings_folder,
    themes_folder,
)
from kiosk.checking import bundled_packs
from kiosk.console import say
from kiosk.content.packs import load
from kiosk.domain.pack import Pack
from kiosk.fit import Steady, problems
from kiosk.host.probe import QtProbe
from kiosk.offscreen import PANES, STEPS, Offscreen, Pane, ready, step_name
from kiosk.options import SelftestOptions
from kiosk.ui.content import Content
from kiosk.ui.looks import Glass
from kiosk.ui.theme.look import Kit
from kiosk.walk import sights
from kiosk.watch import Watch

FINE, FAILED = 0, 1

# The smallest size is painted too, for what only painting asks for: icons and colours.
_PAINTED = min(PANES, key=lambda pane: pane.width * pane.height)
# A finding that many screens share is said once, with so many of their names.
_MOST_NAMES = 3


def selftest(options: SelftestOptions) -> int:
    """Check the program, or with `machine` the machine; returns 0, or 1 where anything fails."""
    if options.machine:
        from kiosk.machine import machine_checks

        return report(machine_checks())
    ready()
    return report(program_checks())


def report(checks: Iterable[Check]) -> int:
    """Say each check as it is done: one `ok` line, or a line for each problem."""
    failed = 0
    for check in checks:
        for problem in check.problems:
            say(f"FAIL {check.name}: {problem}")
        for note in check.notes:
            say(f"note {check.name}: {note}")
        if check.problems:
            failed += 1
        else:
            say(f"ok   {check.name}{': ' if check.remark else ''}{check.remark}")
    say("everything is all right" if not failed else f"{failed} checks failed")
    return FAILED if failed else FINE


def program_checks() -> Iterator[Check]:
    """Everything that the program brings along, then every screen at every size."""
    yield from pack_checks(QtProbe)
    themes, theme_checks = read_themes(themes_folder())
    yield from theme_checks
    yield bundled_font_check()
    yield from string_checks(strings_folder())
    watch = Watch()
    for folder in bundled_packs():
        loaded = load(folder, None, QtProbe)
        if loaded.pack is not None:
            bundle = Bundle(None)
            kit = watch.kit(bundle.kit(lambda path, root=folder: root / path), themes)
            yield from fit_checks(loaded.pack, folder, (bundle, kit, watch), PANES)
        loaded.close()
    yield Check("words, colours and icons", tuple(watch.missing), "all that screens ask for")


def fit_checks(
    pack: Pack,
    folder: Path,
    tools: tuple[Bundle, Kit, Watch],
    panes: Sequence[Pane],
    glass: Glass | None = None,
) -> Iterator[Check]:
    """Every screen of a pack in every language, size and step of Letters."""
    bundle, kit, watch = tools
    for language in pack.languages:
        content = Content(pack, folder, watch.strings(bundle.strings), bundle.languages, language)
        for pane in panes:
            count = 0
            found: list[str] = []
            for letters in STEPS:
                kiosk = Offscreen(pane, letters, content, kit, glass)
                seen = look_around(kiosk, paint=pane == _PAINTED)
                kiosk.close()
                count += seen[0]
                found.extend(f"{step_name(letters)} {line}" for line in seen[1])
            remark = f"{count} screens in {len(STEPS)} steps of Letters"
            yield Check(f"{pack.id} {language} {pane}", tuple(found), remark)


def look_around(kiosk: Offscreen, *, paint: bool) -> tuple[int, list[str]]:
    """Open every screen: how many there are, and what is wrong with which."""
    found: dict[str, list[str]] = {}
    steady = Steady()
    count = 0
    try:
        for sight in sights(kiosk):
            count += 1
            for problem in (*problems(kiosk.screen), *steady.problems(kiosk.screen)):
                found.setdefault(problem, []).append(sight.name)
            if paint:
                kiosk.picture()
    except Exception as error:  # noqa: BLE001 - whatever a screen raises is a finding, not the end
        found.setdefault(f"{type(error).__name__}: {error}", []).append(f"screen {count + 1}")
    if not count:
        found.setdefault("no screen shows", []).append("all")
    return count, [f"{_named(names)}: {problem}" for problem, names in found.items()]


def _named(names: list[str]) -> str:
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
