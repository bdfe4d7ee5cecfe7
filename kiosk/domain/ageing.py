"""How old the reviewed words are, and what follows when their review is past its date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from kiosk.domain.pack import Pack, Review

AtExpiry = Literal["warn", "note", "leave-out"]
AgeState = Literal["unreviewed", "fresh", "due", "expired"]

# features.md section 5 item 10: staff see it 60 days before.
SOON_DAYS: Final = 60


class Age(NamedTuple):
    """The words of one language: when reviewed, until when, and how that stands today.

    `days_left` is negative once the date is past, None where there is no date or no today.
    """

    language: str
    state: AgeState
    reviewed_on: date | None = None
    review_by: date | None = None
    days_left: int | None = None

    @property
    def is_for_staff(self) -> bool:
        """Whether staff must see to it."""
        return self.state in ("due", "expired")


class Showing(NamedTuple):
    """Which languages the loop shows, and which of them with a note about their age."""

    languages: tuple[str, ...]
    noted: frozenset[str] = frozenset()


def age_of(language: str, review: Review | None, today: date | None) -> Age:
    """How the words of a language stand. Without a `today` that can be believed nothing expires."""
    if review is None:
        return Age(language, "unreviewed")
    reviewed, until = _date(review.reviewed_on), _date(review.review_by)
    if until is None or today is None:
        return Age(language, "fresh", reviewed, until)
    left = (until - today).days
    state: AgeState = "fresh"
    if left < 0:
        state = "expired"
    elif left <= SOON_DAYS:
        state = "due"
    return Age(language, state, reviewed, until, left)


def ages(pack: Pack, today: date | None) -> tuple[Age, ...]:
    """How every language of a pack stands, in the pack's order."""
    return tuple(age_of(code, pack.editions[code].review, today) for code in pack.languages)


def showing(wanted: Sequence[str], found: Iterable[Age], at_expiry: AtExpiry) -> Showing:
    """What the loop shows of the languages it is to show.

    Never nothing: where every language would be left out, all stay, with the note; and words that
    nobody ever reviewed do not stand in for those whose review is over.
    """
    states = {age.language: age.state for age in found}
    expired = {code for code, state in states.items() if state == "expired"}
    if at_expiry == "leave-out":
        kept = tuple(code for code in wanted if code not in expired)
        if expired.isdisjoint(wanted) or any(states.get(code) != "unreviewed" for code in kept):
            return Showing(kept)
        return Showing(tuple(wanted), frozenset(expired & set(wanted)))
    noted = expired & set(wanted) if at_expiry == "note" else ()
    return Showing(tuple(wanted), frozenset(noted))


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
