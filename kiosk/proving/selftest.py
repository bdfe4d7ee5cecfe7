"""`kiosk selftest`: loads everything, opens every screen off screen, and says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kiosk.bundle import Bundle
from kiosk.commands.checking import bundled_packs
from kiosk.commands.options import SelftestOptions
from kiosk.console import say
from kiosk.content.packs import Loaded, load
from kiosk.domain.letters import Letters
from kiosk.host.probe import QtProbe
from kiosk.proving.bundle_checks import (
    Check,
    Document,
    bundled_font_check,
    pack_checks,
    read_themes,
    string_checks,
    strings_folder,
    themes_folder,
)
from kiosk.proving.fit import Steady, bled, named, problems, remarks
from kiosk.proving.offscreen import PANES, STEPS, Offscreen, Pane, ready, step_name
from kiosk.proving.walk import sights
from kiosk.proving.watch import Watch
from kiosk.ui.content import Content
from kiosk.ui.looks import Glass
from kiosk.ui.theme.look import Kit

FINE, FAILED = 0, 1

# Where there is the least room in mm, screens are painted too: only painting asks for icons and
# colours, and shows whether words run over a control's edge.
_PAINTED = PANES[-1:]
# Staff, a wall and a display have letters of their own: their screens are opened in one step of
# Letters. In the dark one, where talk and display are dark; the staff's are light everywhere.
_FIXED = STEPS[-1]


def selftest(options: SelftestOptions) -> int:
    """Check the program, or with `machine` the machine; returns 0, or 1 where anything fails."""
    if options.machine:
        from kiosk.proving.machine import machine_checks

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
        yield from fit_checks(loaded, bench_for(folder, themes, watch), PANES)
        loaded.close()
    yield Check("words, colours and icons", tuple(watch.missing), "all that screens ask for")


def bench_for(
    folder: Path, themes: Mapping[str, Document], watch: Watch, glass: Glass | None = None
) -> Bench:
    """What the screens of the pack in a folder are opened with."""
    bundle = Bundle(None)
    kit = bundle.kit(lambda path: folder.joinpath(*path.split("/")))
    return Bench(bundle, watch.kit(kit, themes), watch, glass or Glass())


class Bench(NamedTuple):
    """What every screen is opened with: the bundle, its kit under watch, and the glass."""

    bundle: Bundle
    kit: Kit
    watch: Watch
    glass: Glass = Glass()


class Finding(NamedTuple):
    """What was found, and on which screens."""

    what: str
    names: tuple[str, ...]


class Seen(NamedTuple):
    """What a walk through every screen came to: `problems` fail, `notes` do not."""

    screens: int
    problems: tuple[Finding, ...]
    notes: tuple[Finding, ...]


def fit_checks(
    loaded: Loaded,
    bench: Bench,
    panes: Sequence[Pane],
    languages: Sequence[str] | None = None,
    steps: Sequence[Letters] = STEPS,
) -> Iterator[Check]:
    """Every screen of a pack in each language (None: all it has), size and step of Letters."""
    pack = loaded.pack
    if pack is None:
        return
    for language in pack.languages if languages is None else languages:
        say = bench.watch.strings(bench.bundle.strings)
        content = Content(pack, loaded.folder, say, bench.bundle.languages, language)
        for pane in panes:
            seen: dict[str, Seen] = {}
            for letters in steps:
                kiosk = Offscreen(pane, letters, content, bench.kit, bench.glass)
                seen[step_name(letters)] = look_around(
                    kiosk, paint=pane in _PAINTED, fixed=letters == _FIXED
                )
                kiosk.close()
            count = sum(one.screens for one in seen.values())
            yield Check(
                f"{pack.id} {language} {pane}",
                _said({step: one.problems for step, one in seen.items()}),
                f"{count} screens in {len(steps)} steps of Letters",
                _said({step: one.notes for step, one in seen.items()}),
            )


def look_around(kiosk: Offscreen, *, paint: bool, fixed: bool = True) -> Seen:
    """Open every screen; `paint` paints each as well; `fixed` is that of `kiosk.proving.walk.sights`.

    Never raises for what a screen does.
    """
    found: dict[str, list[str]] = {}
    noted: dict[str, list[str]] = {}
    steady = Steady()
    count = 0
    try:
        for sight in sights(kiosk, fixed=fixed):
            count += 1
            screen = kiosk.screen
            seen = [*problems(screen), *steady.problems(screen)]
            if paint:
                seen.extend(bled(kiosk.picture(), screen))
            for problem in seen:
                found.setdefault(problem, []).append(sight.name)
            for remark in remarks(screen):
                noted.setdefault(remark, []).append(sight.name)
    except Exception as error:  # noqa: BLE001 - whatever a screen raises is a finding, not the end
        found.setdefault(f"{type(error).__name__}: {error}", []).append(f"screen {count}")
    if not count:
        found.setdefault("no screen shows", []).append("all")
    return Seen(count, _findings(found), _findings(noted))


def _findings(found: Mapping[str, Sequence[str]]) -> tuple[Finding, ...]:
    return tuple(Finding(what, tuple(names)) for what, names in found.items())


def _said(found: Mapping[str, Sequence[Finding]]) -> tuple[str, ...]:
    """A line for each finding, with the steps of Letters that share it."""
    steps: dict[Finding, list[str]] = {}
    for step, findings in found.items():
        for finding in findings:
            steps.setdefault(finding, []).append(step)
    return tuple(
        f"{', '.join(where)}: {named(finding.names)}: {finding.what}"
        for finding, where in steps.items()
    )
