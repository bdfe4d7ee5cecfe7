"""Hashes PINs with scrypt, and reads and writes such hashes as text."""

from __future__ import annotations

import base64
import hmac
import os
from typing import Final, NamedTuple

# scrypt: 16 MB and some 50 ms; no hash keeps a PIN of four digits from whoever has the file, so
# the file's mode and the waits are what protects it. A hash may ask for four times as much.
_COST: Final = (2**14, 8, 1)
_MOST_MEMORY: Final = 64 * 1024 * 1024
_SALT_BYTES, _HASH_BYTES = 16, 32


class PinHash(NamedTuple):
    """`scrypt$N$r$p$SALT$HASH`: the cost in figures, salt and hash in URL-safe base64."""

    n: int
    r: int
    p: int
    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, pin: str) -> PinHash:
        """A new hash of a PIN, with a salt of its own."""
        salt = os.urandom(_SALT_BYTES)
        return cls(*_COST, salt, _scrypt(pin, *_COST, salt, _HASH_BYTES))

    @classmethod
    def read(cls, text: str) -> PinHash:
        """The hash that a text stands for.

        Raises ValueError for anything else, and for a cost that an old computer would choke on.
        """
        kind, *numbers, salt, digest = text.split("$") if text.count("$") == 5 else ("", "", "")
        if kind != "scrypt" or not all(is_number(number) for number in numbers):
            raise ValueError("it is not a line that `kiosk pin` wrote")
        n, r, p = (int(number) for number in numbers)
        if n < 2 or n & (n - 1) or not (1 <= r <= 64 and 1 <= p <= 4):
            raise ValueError("its cost is not one of scrypt")
        if 128 * n * r > _MOST_MEMORY:
            raise ValueError("it costs too much memory")
        found = cls(n, r, p, _decoded(salt), _decoded(digest))
        if not (8 <= len(found.salt) <= 64 and 16 <= len(found.digest) <= 64):
            raise ValueError("its salt or its hash has the wrong length")
        return found

    def __str__(self) -> str:
        salt, digest = (
            base64.urlsafe_b64encode(part).rstrip(b"=").decode()
            for part in (self.salt, self.digest)
        )
        return f"scrypt${self.n}${self.r}${self.p}${salt}${digest}"

    def fits(self, pin: str) -> bool:
        """Whether this is the hash of a PIN; takes as long for a wrong one as for the right one."""
        made = _scrypt(pin, self.n, self.r, self.p, self.salt, len(self.digest))
        return hmac.compare_digest(made, self.digest)


def _scrypt(pin: str, n: int, r: int, p: int, salt: bytes, length: int) -> bytes:
    from hashlib import scrypt  # loads OpenSSL, for which no start waits

    room = 128 * r * (n + p + 2) + 1_000_000
    return scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=room, dklen=length)


def is_number(text: str) -> bool:
    """Whether a text is a whole number, of at most twenty digits."""
    return text.isascii() and text.isdigit() and len(text) <= 20


def _decoded(text: str) -> bytes:
    # Strictly: whatever b64decode skips or forgives would give one hash several spellings.
    found = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if base64.urlsafe_b64encode(found).rstrip(b"=").decode() != text:
        raise ValueError("its base64 is not the plain one")
    return found
