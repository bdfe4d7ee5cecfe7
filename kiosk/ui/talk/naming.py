"""Names for a talk that nobody must type, and the one that somebody types."""

from __future__ import annotations

from kiosk.domain.pack import Edition
from kiosk.domain.talk.slides import TalkChoice
from kiosk.store.talks import LONGEST_NAME, SavedTalks, clean_name, free_name
from kiosk.ui.strings import Strings

# So many names show at once, also on the smallest glass.
OFFERED = 6
_NUMBERED = 9


class Names:
    """Owns what is typed while a name is asked for."""

    def __init__(self, saved: SavedTalks) -> None:
        self._saved = saved
        self._typed = ""
        self._names: list[str] = []

    @property
    def typed(self) -> str:
        """The name that was typed, as it would be saved."""
        return clean_name(self._typed)

    def begin(self) -> None:
        """Ask anew."""
        self._typed = ""

    def type(self, key: str, text: str) -> bool:
        """Take a key; False when it adds nothing to a name."""
        if key == "Backspace" and self._typed:
            self._typed = self._typed[:-1]
            return True
        if not text or not text.isprintable() or (text == " " and not self._typed):
            return False
        self._typed = (self._typed + text)[:LONGEST_NAME]
        return True

    def words(self, choice: TalkChoice, edition: Edition, say: Strings) -> list[str]:
        """The names to choose from, as words on buttons: a name that is taken says so."""
        self._names = self._offered(choice, edition, say)
        return [
            say("prepare.replace", name=name) if self._saved.find(name) is not None else name
            for name in self._names
        ]

    def at(self, number: int) -> str:
        """The name on a button, from 0."""
        return self._names[number]

    def _offered(self, choice: TalkChoice, edition: Edition, say: Strings) -> list[str]:
        taken = [talk.name for talk in self._saved.talks]
        found = [self.typed] if self.typed else []
        if choice.name in taken:
            found.append(choice.name)
        if choice.shown:
            topics = edition.topics
            title = topics[topics.place(choice.shown[0])].title
            found.append(free_name(title.replace("\u00ad", ""), taken))
        numbered = (say("prepare.name", number=number) for number in range(1, _NUMBERED + 1))
        used = {name.casefold() for name in taken}
        found.extend(name for name in numbered if name.casefold() not in used)
        return list({name.casefold(): name for name in reversed(found)}.values())[::-1][:OFFERED]
