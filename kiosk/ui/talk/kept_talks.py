"""The talks that can be taken, and the one that was removed last, which can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.talk.slides import TalkChoice, everything, from_pack

if TYPE_CHECKING:
    from kiosk.ui.strings import Strings
    from kiosk.ui.talk.means import Means


class KeptTalks:
    """What the sheet "Praatjes" offers: every topic, saved talks, then those of the pack.

    Holds the talk that was removed last until another is saved or the preflight ends, for one
    touch removes it: no question asked, and nothing lost by a slip of the hand.
    """

    def __init__(self, means: Means) -> None:
        self._means = means
        self.removed: TalkChoice | None = None
        """What `put_back` would bring back."""

    def words(self, say: Strings) -> tuple[str, ...]:
        """The buttons of the sheet, in order."""
        return (say("prepare.all"), *(talk.title or talk.name for talk in self._offered()))

    def at(self, number: int) -> TalkChoice:
        """The talk of a button, from 0."""
        if number == 0:
            return everything(self._means.edition())
        offered = self._offered()[number - 1]
        return self._means.saved.find(offered.name) or offered

    def remove(self, name: str) -> None:
        """Forget a saved talk; nothing where there is none of that name."""
        found = self._means.saved.find(name)
        if found is not None:
            self._means.saved.remove(name)
            self.removed = found

    def put_back(self) -> TalkChoice | None:
        """Keep the talk that was removed last again; None where nothing was."""
        found, self.removed = self.removed, None
        if found is not None:
            self._means.saved.save(found)
        return found

    def _offered(self) -> list[TalkChoice]:
        saved = [talk._replace(title=talk.name) for talk in self._means.saved.talks]
        return [*saved, *map(from_pack, self._means.talks())]
