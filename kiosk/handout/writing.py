"""Makes the handout of a pack and writes it whole, or says in one line why not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk import __version__
from kiosk.domain.text import plain
from kiosk.handout.claims import source_claims
from kiosk.handout.finishing import About, finished
from kiosk.handout.job import Form, Job
from kiosk.handout.letters import lost_letters
from kiosk.handout.pictures import Pictures
from kiosk.handout.printing import Sheets, pdf
from kiosk.handout.sheet import Stationery
from kiosk.store.files import write_atomically
from kiosk.ui.strings import Strings
from kiosk.ui.theme.fonts import Fonts
from kiosk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from kiosk.domain.pack import Pack


class HandoutError(Exception):
    """There is no handout; its text says why, in one plain line."""


class Kit(NamedTuple):
    """What handouts are made with: fonts, the light theme, and words by language."""

    fonts: Fonts
    theme: Theme
    words: Callable[[str], Strings]


class Wish(NamedTuple):
    """Which handout: its form, its language ("": the pack's first), and the day on it."""

    form: Form
    language: str
    today: date


def write_handout(pack: Pack, folder: Path, out: Path, wish: Wish, kit: Kit) -> int:
    """Write the handout of the pack in `folder` to `out`; returns how many pages it has.

    Needs a QGuiApplication, and may run in a thread of its own, with a pack of its own. `out`
    has the old content or the whole new one at any moment. Raises HandoutError.
    """
    _check_place(out)
    made = make_handout(pack, folder, wish, kit)
    _write(out, made.content)
    return made.pages


class Made(NamedTuple):
    """A handout: the PDF, and how many pages it has."""

    content: bytes
    pages: int


def make_handout(pack: Pack, folder: Path, wish: Wish, kit: Kit) -> Made:
    """The handout of the pack in `folder` in memory; otherwise as `write_handout`."""
    job = make_job(pack, folder, wish, kit)
    sheets = Sheets(job, wish.form)
    try:
        raw = pdf(sheets)
    except OSError as error:
        raise HandoutError(str(error)) from error
    return Made(finished(raw, sheets.bookmarks, _about(job, wish.form)), len(sheets.pages))


def make_job(pack: Pack, folder: Path, wish: Wish, kit: Kit) -> Job:
    """What the handout is made of, for `Sheets`."""
    edition = pack.edition(wish.language)
    stationery = Stationery(kit.fonts, kit.theme, kit.words(edition.language))
    claims = source_claims(folder) if wish.form == "review" else {}
    return Job(pack, edition, stationery, Pictures(folder, kit.theme), claims, wish.today)


def _about(job: Job, form: Form) -> About:
    kinds = {"slides": "handout.talk", "review": "handout.review"}
    kind = job.words(kinds[form]) if form in kinds else ""
    title = plain(job.edition.title) + (f" ({kind})" if kind else "")
    source = job.pack.source
    author = ", ".join(part for part in source[1:3] if part) if source is not None else ""
    subject = " ".join(part for part in (job.edition.subtitle, job.review()) if part)
    lost = lost_letters(job.stationery.face(10).font)
    program = f"kiosk {__version__}"
    return About(title, author, subject, job.edition.language, program, job.today, lost)


def _check_place(out: Path) -> None:
    """Refuse a place that cannot be written before the work is done."""
    try:
        if out.is_dir():
            raise HandoutError(f"{out} is a folder; name a file in it, such as handout.pdf")
        if out.exists() and not out.is_file():  # an administrator's run would replace a device
            raise HandoutError(f"{out} is no plain file; name one, such as handout.pdf")
        if not out.parent.is_dir():
            raise HandoutError(f"there is no folder {out.parent}; make it first")
    except (OSError, ValueError) as error:
        raise HandoutError(f"{out} cannot be written ({error})") from error


def _write(out: Path, content: bytes) -> None:
    """Write it whole, for everybody to read: a stick that is pulled out leaves no half handout."""
    why = write_atomically(out, content, mode=0o644)
    if why is not None:
        raise HandoutError(f"{out} cannot be written ({why})")
