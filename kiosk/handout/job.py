"""What one handout is made of, and the words that stand on each of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from PySide6.QtCore import QDate, QLocale

from kiosk.domain.pack import Edition, Pack, Topic
from kiosk.handout.claims import SourceClaim
from kiosk.handout.pictures import Pictures
from kiosk.handout.sheet import Stationery
from kiosk.ui.strings import Strings

Form = Literal["pages", "slides", "review"]

# Pieces that belong to no topic have the first accent, as the sheets of the kiosk have.
ACCENT = "petrol"


class Job(NamedTuple):
    """One language of a pack, what it is made with, and the day that it is made on."""

    pack: Pack
    edition: Edition
    stationery: Stationery
    pictures: Pictures
    claims: Mapping[str, SourceClaim]
    today: date

    @property
    def words(self) -> Strings:
        """The words of the handout itself."""
        return self.stationery.words

    def topics(self) -> Iterator[Topic]:
        """The topics in order."""
        return (self.edition.topics[place] for place in range(len(self.edition.topics)))

    def day(self, day: date) -> str:
        """A day in words, in the language of the pack."""
        locale = QLocale(self.edition.language)
        long = locale.dateFormat(QLocale.FormatType.LongFormat)
        # Without the day of the week.
        return locale.toString(QDate(day.year, day.month, day.day), re.sub(r"dddd,? ?", "", long))

    def source(self) -> str:
        """Where the content comes from, in one line; empty where the pack does not say."""
        source = self.pack.source
        if source is None:
            return ""
        parts = (source.title, source.author, source.organisation, source.year)
        return self.words("handout.source", source=", ".join(part for part in parts if part))

    def review(self) -> str:
        """Who reviewed the words, or that nobody did; and whether that was too long ago."""
        review = self.edition.review
        if review is None:
            return self.words("handout.unreviewed")
        name, on = review.reviewed_by, self._iso(review.reviewed_on)
        said = self.words("handout.reviewed", name=name, date=on)
        if review.review_by and review.review_by < self.today.isoformat():
            return f"{said} " + self.words("handout.expired", date=self._iso(review.review_by))
        return said

    def made(self) -> str:
        """The day that the handout is made on."""
        return self.words("handout.made", date=self.day(self.today))

    def version(self) -> str:
        """Which pack this is."""
        pack = self.pack
        language = self.edition.language
        return self.words("handout.pack", id=pack.id, version=pack.version, language=language)

    def _iso(self, text: str) -> str:
        try:
            return self.day(date.fromisoformat(text))
        except ValueError:
            return text
