"""The three faces of the kiosk and the allowed ways from one to another."""

from __future__ import annotations

from typing import Literal, NamedTuple

Mode = Literal["touch", "presentation", "display"]
Change = Literal["touched", "visit_over", "talk_started", "talk_over", "patients", "loop"]


class Modes(NamedTuple):
    """The mode now, and the mode to which a visit or a talk returns."""

    now: Mode
    home: Mode = "touch"

    @classmethod
    def starting(cls, mode: Mode) -> Modes:
        """The state at the start of the program."""
        return cls(mode, "display" if mode == "display" else "touch")

    def after(self, change: Change) -> Modes:
        """The state after a change; a change that has no meaning in this mode alters nothing."""
        return _TABLE.get((self.now, change), _unchanged)(self)


def _unchanged(state: Modes) -> Modes:
    return state


def _return(state: Modes) -> Modes:
    return state._replace(now=state.home)


def _patients(_: Modes) -> Modes:
    return Modes("touch", "touch")


def _loop(_: Modes) -> Modes:
    return Modes("display", "display")


def _talk(state: Modes) -> Modes:
    return state._replace(now="presentation")


def _visit(state: Modes) -> Modes:
    return state._replace(now="touch")


_TABLE = {
    ("display", "touched"): _visit,
    ("touch", "visit_over"): _return,
    ("touch", "talk_started"): _talk,
    ("display", "talk_started"): _talk,
    ("presentation", "talk_over"): _return,
    ("touch", "patients"): _patients,
    ("display", "patients"): _patients,
    ("presentation", "patients"): _patients,
    ("touch", "loop"): _loop,
    ("display", "loop"): _loop,
    ("presentation", "loop"): _loop,
}
