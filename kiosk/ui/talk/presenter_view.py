"""What the speaker's view says: a running talk in words."""

from __future__ import annotations

from datetime import datetime

from kiosk.domain.talk.pace import Pace
from kiosk.ui.screens.presenter import MOOD_OF, Asking, Mood, PresenterSight
from kiosk.ui.strings import Strings
from kiosk.ui.talk.state import TalkState
from kiosk.ui.widgets.held import NO_BREAK


def presenter_sight(
    state: TalkState, say: Strings, now: float, wall_clock: datetime | None
) -> PresenterSight:
    """The speaker's view of a talk at `now` (the talk's clock) and at a time of day, if known."""
    show, place = state.show, state.show.place
    pace, mood = _pace(state.pace, place.slide, now, say)
    special = _special(state, say)
    if special:
        pace, mood = special, "attention"
    asking: Asking = ""
    if state.warned:
        asking = "quiet"
    elif show.sheet == "end" and not show.cover:
        asking = "end"
    following = show.following
    return PresenterSight(
        state.slides[place.slide],
        state.step(place),
        None if following is None else state.step(following),
        state.wall,
        _time(state, say, wall_clock),
        pace,
        mood,
        state.counted(place),
        asking,
        special,
    )


def _time(state: TalkState, say: Strings, wall_clock: datetime | None) -> str:
    number, count = state.show.place.slide + 1, len(state.slides)
    if wall_clock is None:
        return say("talk.progress", number=number, count=count)
    clock = f"{wall_clock:%H:%M}"
    return say("presenter.time", clock=clock, number=number, count=count)


def _special(state: TalkState, say: Strings) -> str:
    """What stands otherwise than it seems: a covered or held wall, digits that wait for Enter."""
    show = state.show
    if show.counting is not None:
        answer = show.counting + 1
        if show.typed:
            return say("presenter.typed_hands", answer=answer, count=show.typed)
        return say("presenter.type_hands", answer=answer)
    if show.typed:
        return say("talk.go", number=show.typed)
    if show.cover:
        return say("presenter.black") if show.cover == "black" else say("presenter.white")
    if show.frozen is not None:
        return say("presenter.frozen", number=show.frozen.slide + 1)
    return ""


def _pace(pace: Pace, slide: int, now: float, say: Strings) -> tuple[str, Mood]:
    """The minutes that passed against the plan, in words, and how that looks."""
    timing = pace.timing(slide, now)
    whole = max(1, round(pace.plan.whole / 60))
    if timing == "waiting":
        return say("presenter.waiting", count=whole), MOOD_OF[timing]
    minute = int(pace.elapsed(now) // 60) + 1
    off = max(1, round(abs(pace.lead(slide, now)) / 60))
    words = {
        "on_time": say("presenter.on_time"),
        "ahead": say("presenter.ahead", count=off),
        "behind": say("presenter.behind", count=off),
    }
    # The number stays with its word.
    how = words[timing].replace(" ", NO_BREAK, 1)
    return say("presenter.minute", number=minute, count=whole, how=how), MOOD_OF[timing]
