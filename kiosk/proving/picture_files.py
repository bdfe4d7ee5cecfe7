"""Writes pictures as PNG beside the making of the next ones: a tour spends most of its time so."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Self

from PySide6.QtGui import QImage, QImageWriter

# Of 100: the least at which Qt compresses at all. More takes up to four times as long for files
# that are 15 % smaller.
_COMPRESSION = 12
# Pictures that wait for each writer; one of 3840x2160 takes 25 MB.
_WAITING = 2


class PictureError(Exception):
    """A picture that cannot be written; its text says which and why."""


class PictureFiles:
    """Owns as many writers as there are cores. As a context it ends when all is written."""

    def __init__(self) -> None:
        writers = os.cpu_count() or 1
        self._most = _WAITING * writers
        self._pool = ThreadPoolExecutor(writers, "pictures")
        self._waiting: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._pool.shutdown(cancel_futures=kind is not None)
        if kind is None:
            self.finish()

    def write(self, image: QImage, file: Path) -> None:
        """Write a picture soon. Raises PictureError for an earlier one that could not be."""
        while len(self._waiting) >= self._most:
            self._waiting.popleft().result()
        # Nothing shines through a screen, and three bytes are written faster than four.
        opaque = image.convertToFormat(QImage.Format.Format_RGB888)
        self._waiting.append(self._pool.submit(_write, opaque, file))

    def finish(self) -> None:
        """Wait until all is written. Raises PictureError for one that could not be."""
        while self._waiting:
            self._waiting.popleft().result()


def _write(image: QImage, file: Path) -> None:
    writer = QImageWriter(str(file), b"png")
    writer.setCompression(_COMPRESSION)
    if not writer.write(image):
        raise PictureError(f"{file} cannot be written ({writer.errorString()})")
