"""The commands of the program: reads the arguments, hands over, and ends with an exit code."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.commands.options import (
        AutostartOptions,
        CheckOptions,
        CompileOptions,
        CountsOptions,
        HandoutOptions,
        NewOptions,
        PinOptions,
        RunOptions,
        ScheduleOptions,
        SetUpOptions,
        SpeakOptions,
        VoiceOptions,
    )

FINE, WRONG_USE, INTERRUPTED = 0, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code: 0 fine, 2 wrong use (DESIGN.md section 4).

    Without `arguments` it is the program itself, and takes the process's own.
    """
    try:
        if arguments is None:
            # Ctrl+C ends the program at once and quietly: an exception amidst the loading of Qt
            # makes Python abort with pages of text.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            arguments = sys.argv[1:]
        code = _dispatch(arguments)
    except SystemExit as end:  # argparse has said its message
        code = end.code if isinstance(end.code, int) else WRONG_USE
    except KeyboardInterrupt:
        return INTERRUPTED
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        _complain(f"Qt cannot be loaded ({error}); install what requirements.lock lists")
        code = WRONG_USE
    return code if _write("") else WRONG_USE


def _dispatch(arguments: Sequence[str]) -> int:
    # Imported here, so that as little as possible comes before Ctrl+C is quiet.
    from kiosk.commands.plain_run import plain_run

    plain = plain_run(arguments)
    if plain is not None:
        return _run(plain)
    from kiosk.commands.arguments import full_parse
    from kiosk.commands.options import (
        AutostartOptions,
        CheckOptions,
        CompileOptions,
        CountsOptions,
        HandoutOptions,
        NewOptions,
        PinOptions,
        RunOptions,
        ScheduleOptions,
        SelftestOptions,
        SetUpOptions,
        SpeakOptions,
        SuperviseOptions,
        VoiceOptions,
    )

    options = full_parse(arguments)
    if isinstance(options, RunOptions):
        return _run(options)
    if isinstance(options, SetUpOptions):
        return _set_up(options)
    if isinstance(options, SuperviseOptions):
        from kiosk.commands.supervising import supervise

        return supervise(options)
    # Everything but run stays off the screen, also where there is none; only a look at the
    # machine needs its real one.
    if not (isinstance(options, SelftestOptions) and options.machine):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if isinstance(options, (CheckOptions, NewOptions, VoiceOptions)):
        return _write_pack(options)
    if isinstance(options, SelftestOptions):
        from kiosk.proving.selftest import selftest

        return selftest(options)
    managed = (HandoutOptions, PinOptions, CountsOptions, ScheduleOptions, AutostartOptions)
    if isinstance(options, managed):
        return _manage(options)
    if isinstance(options, (CompileOptions, SpeakOptions)):
        return _serve(options)
    from kiosk.proving.tour import tour

    return tour(options)


def _serve(options: CompileOptions | SpeakOptions) -> int:
    """What the kiosk itself starts beside the show; it ends with the kiosk."""
    from kiosk.commands.options import SpeakOptions
    from kiosk.compiling import compile_beside, end_with_parent

    end_with_parent()
    if isinstance(options, SpeakOptions):
        from kiosk.host.speech.speaker import speak

        return speak()
    from kiosk.host.probe import QtProbe

    return compile_beside(options, QtProbe)


def _write_pack(options: CheckOptions | NewOptions | VoiceOptions) -> int:
    """The commands of whoever writes a pack."""
    from kiosk.commands.options import CheckOptions, NewOptions

    if isinstance(options, CheckOptions):
        return _check(options)
    if isinstance(options, NewOptions):
        from kiosk.commands.new_pack import new_pack

        return new_pack(options)
    from kiosk.commands.voicing import voice

    return voice(options)


def _manage(
    options: HandoutOptions | PinOptions | CountsOptions | ScheduleOptions | AutostartOptions,
) -> int:
    """The commands of whoever looks after a kiosk."""
    from kiosk.commands.options import (
        CountsOptions,
        HandoutOptions,
        PinOptions,
        ScheduleOptions,
    )

    if isinstance(options, HandoutOptions):
        from kiosk.commands.handing_out import handout

        return handout(options)
    if isinstance(options, PinOptions):
        from kiosk.commands.pinning import set_pin

        return set_pin(options)
    if isinstance(options, CountsOptions):
        from kiosk.commands.telling_counts import tell_counts

        return tell_counts(options)
    if isinstance(options, ScheduleOptions):
        from kiosk.commands.scheduling import schedule

        return schedule(options)
    from kiosk.commands.autostart import install_autostart

    return install_autostart(options)


def _check(options: CheckOptions) -> int:
    from kiosk.commands.checking import checked
    from kiosk.host.probe import QtProbe

    report = checked(options, QtProbe())
    for line in report.remarks:
        _complain(line)
    return report.code if _write(report.output) else WRONG_USE


def _run(options: RunOptions) -> int:
    def start() -> int:
        from kiosk.host.plain_import import load_qt

        # What a start makes is there to stay: looking for garbage in it, four or five times before
        # the first frame, takes 4 ms each (measured). `run` lets it look again.
        gc.disable()
        try:
            load_qt()
            from kiosk.running import run

            return run(options)
        finally:
            gc.enable()

    return _on_screen(start)


def _set_up(options: SetUpOptions) -> int:
    def start() -> int:
        from kiosk.commands.set_up import set_up

        return set_up(options)

    return _on_screen(start)


def _on_screen(start: Callable[[], int]) -> int:
    """The commands that show something on the screen."""
    from kiosk.host.display import reach_display

    # Qt would abort the process here; see qt-facts.md 6.
    reach = reach_display(os.environ, sys.platform)
    if reach.trouble is not None:
        _complain(reach.trouble)
        return WRONG_USE
    try:
        return start()
    finally:
        # Not before Qt has let go of the display, see Reach.
        reach.close()


def _complain(message: str) -> None:
    if sys.stderr is not None:
        with suppress(OSError):
            print(f"kiosk: {message}", file=sys.stderr, flush=True)


def _write(text: str) -> bool:
    """Writes to standard output and flushes it; False when that failed.

    A reader that has left (`kiosk check | head`) is no failure, and nothing to speak of.
    """
    out = sys.stdout
    if out is None:
        return True
    try:
        if isinstance(out, TextIOWrapper):
            out.reconfigure(errors="backslashreplace")
        out.write(text)
        out.flush()
    except BrokenPipeError:
        _leave_output()
        return True
    except OSError as error:
        _leave_output()
        _complain(f"the output could not be written: {error.strerror}")
        return False
    return True


def _leave_output() -> None:
    """Lets Python close its output without a complaint of its own."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
