"""`kiosk voice`: renders a pack's audio with an installed voice, one file a sentence."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kiosk.commands.options import VoiceOptions
from kiosk.console import complain, say
from kiosk.content.packs import load
from kiosk.domain.pack import Edition
from kiosk.domain.spoken_pack import spoken
from kiosk.host.probe import QtProbe
from kiosk.problems import has_errors
from kiosk.proving.offscreen import ready
from kiosk.store.files import write_atomically

FINE, WRONG_USE = 0, 2
# What was rendered, and by which voice: everything else beside it is a person's, and stays.
LIST = "rendered.txt"
# Slow, for who needs time; the same as in the facts page on speech, section 3.
WORDS_A_MINUTE = 130
# A program that takes longer for one sentence hangs, in s.
LIMIT_S = 60
_FILE = re.compile(r"[\w-]+/[0-9a-f-]+\.ogg\Z")
_ENCODERS: Mapping[str, tuple[str, ...]] = {
    "oggenc": ("-Q", "-o", "{ogg}", "{wav}"),
    "ffmpeg": ("-v", "error", "-y", "-i", "{wav}", "-c:a", "libvorbis", "{ogg}"),
    "sox": ("{wav}", "{ogg}"),
}


class VoiceError(Exception):
    """Nothing can be rendered; the message says what to do."""


class Made(NamedTuple):
    """A file that was rendered: by which voice, and what it held then."""

    by: str
    digest: str


class Studio:
    """Renders sentences with one voice: espeak-ng, or piper with a voice file."""

    def __init__(self, piper: Path | None, find: Callable[[str], str | None]) -> None:
        """Raises VoiceError where a program is missing."""
        program = "espeak-ng" if piper is None else "piper"
        self.name = program if piper is None else f"{program} {piper.stem}"
        self._piper = piper
        if find(program) is None:
            raise VoiceError(f"{program} is not installed")
        self._speaker = program
        encoder = next((name for name in _ENCODERS if find(name)), None)
        if encoder is None:
            raise VoiceError(f"one of {', '.join(_ENCODERS)} must be installed")
        self._encoder = encoder

    def render(self, text: str, language: str, file: Path) -> None:
        """Write the sound of a sentence; the file is there whole or not at all.

        Raises VoiceError where a program fails.
        """
        with tempfile.TemporaryDirectory() as made:
            wav, ogg = f"{made}/said.wav", f"{made}/said.ogg"
            if self._piper is None:
                rate = str(WORDS_A_MINUTE)
                speak = (self._speaker, "-v", language, "-s", rate, "--stdin", "-w", wav)
            else:
                speak = (self._speaker, "--model", str(self._piper), "--output_file", wav)
            _run(speak, text)
            _run((self._encoder, *(p.format(wav=wav, ogg=ogg) for p in _ENCODERS[self._encoder])))
            _write(file, Path(ogg).read_bytes())


def voice(options: VoiceOptions, find: Callable[[str], str | None] = shutil.which) -> int:
    """Render what a pack lacks, and say what was done; the exit code (DESIGN.md section 4)."""
    ready()
    loaded = load(options.pack, None, QtProbe)
    try:
        if loaded.pack is None or has_errors(loaded.problems):
            raise VoiceError(f"{options.pack}: not a pack without errors; see kiosk check")
        studio = Studio(options.piper, find)
        for code in _codes(options, loaded.pack.languages):
            if code not in loaded.pack.languages:
                raise VoiceError(f"the pack does not speak {code}")
            folder = options.pack / "audio" / code
            made, kept = render_edition(studio, loaded.pack.edition(code), folder)
            say(f"{folder}: {made} rendered, {kept} kept")
    except (VoiceError, OSError) as error:
        complain(str(error))
        return WRONG_USE
    finally:
        loaded.close()
    return FINE


def _codes(options: VoiceOptions, languages: Sequence[str]) -> Sequence[str]:
    """The languages to render. A voice of piper speaks one: that which its file is named after.

    Where the name tells none of the pack's (`nl_BE-nathalie.onnx` does), the pack's first.
    """
    if options.language:
        return (options.language,)
    if options.piper is None:
        return languages
    named = re.split(r"[^a-z]", options.piper.name.lower(), maxsplit=1)[0]
    found = next((code for code in languages if re.split(r"[-_]", code)[0] == named), None)
    return (found or languages[0],)


def render_edition(studio: Studio, edition: Edition, folder: Path) -> tuple[int, int]:
    """Render what is new or was made by another voice; how many were made, and were kept.

    What is not in the list is a recording of a person: it is never touched.
    """
    listed = _untouched(folder, _read(folder / LIST))
    wanted = {f"{one.topic}/{one.id}.ogg": one for one in spoken(edition)}
    for name in [name for name in listed if name not in wanted]:
        (folder / name).unlink(missing_ok=True)
        del listed[name]
    missing = [
        name
        for name in wanted
        if (
            listed[name].by != studio.name if name in listed else not os.path.lexists(folder / name)
        )
    ]
    try:
        for name in missing:
            language = edition.language.replace("_", "-")
            studio.render(wanted[name].said, language, folder / name)
            listed[name] = Made(studio.name, _digest(folder / name))
    finally:
        lines = [f"{name}\t{made.by}\t{made.digest}\n" for name, made in sorted(listed.items())]
        _write(folder / LIST, "".join(lines).encode())
    return len(missing), len(wanted) - len(missing)


def _untouched(folder: Path, listed: Mapping[str, Made]) -> dict[str, Made]:
    """What is still as it was rendered; a person may have put their recording in its place."""
    return {name: made for name, made in listed.items() if made.digest == _digest(folder / name)}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16] if file.is_file() else ""


def _write(file: Path, content: bytes) -> None:
    why = write_atomically(file, content)
    if why is not None:
        raise VoiceError(f"{file}: {why}")


def _read(file: Path) -> dict[str, Made]:
    try:
        lines = file.read_text("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    parts = [line.split("\t") for line in lines]
    return {one[0]: Made(one[1], one[2]) for one in parts if len(one) == 3 and _FILE.match(one[0])}


def _run(command: Sequence[str], text: str = "") -> None:
    try:
        subprocess.run(
            command, input=text.encode(), check=True, capture_output=True, timeout=LIMIT_S
        )
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise VoiceError(f"{command[0]} failed: {' '.join(last)}") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise VoiceError(f"{command[0]} failed: {error}") from None
