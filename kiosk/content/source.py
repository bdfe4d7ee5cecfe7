"""Opens the files of a pack: only plain ones inside its folder, within a size, as clean text."""

from __future__ import annotations

import difflib
import os
import stat
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kiosk.content.tree import Tree, real, tree

if TYPE_CHECKING:
    from kiosk.content.report import FileReport, Report

# What a person can write is far below these; what is above is a mistake or an attack.
MOST_TEXT = 256_000
MOST_MANIFEST = 1_000_000
MOST_PICTURE = 20_000_000

# Comparing a name with 2,000 others takes 20 ms; 10,000 missing pictures need no hint each.
_MOST_HINTS = 20


class Source:
    """A pack's folder, listed once."""

    def __init__(self, folder: Path, report: Report) -> None:
        self._folder = Path(real(folder))
        self.tree: Tree = tree(self._folder)
        # A Mac writes é as two characters in file names; authors and other systems write one.
        self._names = {_normal(name): name for name in self.tree.files}
        self._hints_left = _MOST_HINTS
        self._report_tree(report)

    def _report_tree(self, report: Report) -> None:
        if self.tree.problem:
            report.file(".").error(0, self.tree.problem, "give the folder of one pack")
        for name, kind in self.tree.odd.items():
            report.file(name).error(0, f"this is {kind}", "put a plain file here, or remove it")

    def has(self, name: str) -> bool:
        """Whether a plain file of this name lies in the folder."""
        return _normal(name) in self._names

    def is_odd(self, name: str) -> bool:
        """Whether something that is no plain file has this name, or the name of a folder above."""
        return any(name == odd or name.startswith(f"{odd}/") for odd in self.tree.odd)

    def below(self, folder: str, ending: str) -> list[str]:
        """The names of the plain files right in a folder that end so, in order."""
        start = f"{folder}/"
        return sorted(
            name
            for name in self._names
            if name.startswith(start) and "/" not in name[len(start) :] and name.endswith(ending)
        )

    def size(self, name: str) -> int:
        """The bytes of a file that is there."""
        return self.tree.files[self._names[_normal(name)]]

    def real_name(self, name: str) -> str:
        """How a file that is there is spelled on the disk."""
        return self._names[_normal(name)]

    def path(self, name: str) -> Path:
        """Where a file that is there stands."""
        return self._folder / self._names[_normal(name)]

    def data(self, name: str, limit: int, report: FileReport) -> bytes | None:
        """The bytes of a file, or None and an error in its report; reads no more than `limit`."""
        try:
            data = _read(self.path(name), limit)
        except (OSError, ValueError) as error:
            why = (error.strerror if isinstance(error, OSError) else None) or str(error)
            report.error(0, f"this file cannot be read ({why})", "make it readable for the kiosk")
            return None
        if len(data) > limit:
            report.error(0, f"this file is larger than {limit // 1000} kB", "make it smaller")
            return None
        return data

    def text(self, name: str, report: FileReport, limit: int = MOST_TEXT) -> str | None:
        """A text file in NFC with plain line ends, or None and an error in its report."""
        data = self.data(name, limit, report)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            report.error(line, "this file is not UTF-8 text", "save the file as UTF-8")
            return None
        return _normal(text.replace("\r\n", "\n").replace("\r", "\n"))

    def resolve(self, reference: str) -> tuple[str, str, str]:
        """A name that a text gives, checked: the name found, else what is wrong and what to do."""
        wrong = _bad_reference(reference)
        if wrong:
            return "", wrong, "name a file inside the pack's folder, with / between the names"
        if self.has(reference):
            return reference, "", ""
        if self.is_odd(reference):
            return "", f"{reference} is not a plain file", "put the file itself into the folder"
        near: list[str] = []
        if self._hints_left > 0:
            self._hints_left -= 1
            near = difflib.get_close_matches(reference[:200], list(self._names)[:2000], 1)
        hint = f"did you mean {near[0]}?" if near else "add the file, or mend the name"
        return "", f"there is no file {_short(reference)}", hint


def _bad_reference(reference: str) -> str:
    parts = reference.split("/")
    if "\\" in reference:
        return f"the path {_short(reference)} has a backslash"
    if reference.startswith("/") or ":" in parts[0]:
        return f"the path {_short(reference)} is absolute"
    if ".." in parts:
        return f"the path {_short(reference)} leaves the pack's folder"
    if not reference or "" in parts or "." in parts or "\0" in reference:
        return f"the path {_short(reference)} is not plain"
    return ""


def _short(text: str) -> str:
    return repr(text if len(text) <= 80 else f"{text[:77]}…")


def _read(path: Path, limit: int) -> bytes:
    flags = os.O_RDONLY
    # A fifo must not block, a link must not lead away, Windows must not translate line ends.
    for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY", "O_CLOEXEC"):
        flags |= cast("int", getattr(os, name, 0))
    descriptor = os.open(path, flags)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("not a plain file")
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(limit + 1)
    finally:
        os.close(descriptor)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)
