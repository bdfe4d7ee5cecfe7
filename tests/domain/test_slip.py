"""The questions for the doctor as one text (issue: at most 600 characters)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.slip import MOST_CHARACTERS, has_room, slip

QUESTIONS = st.lists(st.text("abc ?é", min_size=1, max_size=200), max_size=6)


def test_a_heading_and_a_line_for_each_question() -> None:
    assert (
        slip("Vragen", ["Mag ik zwemmen?", "Wanneer?"]) == "Vragen\n- Mag ik zwemmen?\n- Wanneer?"
    )


@given(QUESTIONS, QUESTIONS)
def test_room_is_what_the_text_itself_needs(kept: list[str], more: list[str]) -> None:
    assert has_room("Vragen", kept, more) == (len(slip("Vragen", kept + more)) <= 600)
    assert MOST_CHARACTERS == 600
