"""What a screen reader finds on the display: every slide in words, and nothing nameless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.support.tree import nodes

if TYPE_CHECKING:
    from tests.ui.display.display_support import Display


def test_the_answers_slide_says_that_it_is_the_right_one(display: Display) -> None:
    said = [name for name in display.sheets(7) if "Antwoord b van 1" in name]
    assert said[-1] == (
        "Wat was vraag 1 ook weer?\nJuist: Antwoord b van 1\nDit staat zo op kaart nummer 1, bij b."
    )
    assert "Juist" not in said[0], "the question gives nothing away"


def test_a_fade_is_no_node_of_its_own(display: Display) -> None:
    before = {node.identifier for node in nodes(display.window)}
    display.wait(12.1)
    assert display.desk.screen is not None
    assert display.desk.screen.fades
    found = nodes(display.window)
    assert {node.identifier for node in found} == before
    assert [node for node in found if not (node.identifier or node.name)] == []
