"""Everything by keyboard: order, a visible focus, no trap (access.md X2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.support.waiting import wait_for
from tests.journeys.support.walks import answer, open_home, open_quiz, open_topic

if TYPE_CHECKING:
    from tests.journeys.support.framebuffer import Box, Picture
    from tests.journeys.support.kiosk import Kiosk
    from tests.journeys.support.tree import Node

PX_PER_MM = 4.03
RING_MM = 1.0
RING_CONTRAST = 3.0


def focus_after(kiosk: Kiosk, key: str) -> Node:
    """Type a key; the control that has the focus then."""
    kiosk.key(key)
    found = wait_for(lambda: kiosk.settled().focused(), "a focus")
    assert found.is_control, found.line()
    return found


def rows(nodes: list[Node]) -> list[list[Node]]:
    """Nodes by rows from the top, each row from the left."""
    found: list[list[Node]] = []
    for node in sorted(nodes, key=lambda one: one.centre[1]):
        for row in found:
            top, height = row[0].box[1], row[0].box[3]
            if top <= node.centre[1] < top + height:
                row.append(node)
                break
        else:
            found.append([node])
    return [sorted(row, key=lambda one: one.box[0]) for row in found]


def open_screen(kiosk: Kiosk, name: str) -> None:
    match name:
        case "home":
            open_home(kiosk)
        case "topic":
            open_topic(kiosk)
        case "quiz":
            open_quiz(kiosk)
        case "verdict":
            open_quiz(kiosk)
            answer(kiosk, right=False)
        case "farewell":
            open_home(kiosk)
            kiosk.open("nav.done", "screen.farewell")
        case _:
            assert name == "attract"


@pytest.mark.parametrize("name", ["attract", "home", "topic", "quiz", "verdict", "farewell"])
def test_tab_reaches_everything_in_the_order_of_sight_and_comes_round(
    kiosk: Kiosk, name: str
) -> None:
    open_screen(kiosk, name)
    controls = kiosk.settled().controls()
    first = focus_after(kiosk, "Tab").identifier
    order = [first]
    while (following := focus_after(kiosk, "Tab").identifier) != first:
        order.append(following)
        assert len(order) <= len(controls), order
    assert sorted(order) == sorted(control.identifier for control in controls)
    # The tall quiz card stands beside two rows of cards: either place in the order is right.
    seen = [node.identifier for row in rows(controls) for node in row]
    start = order.index(seen[0])
    turned = order[start:] + order[:start]
    assert [one for one in turned if one != "home.quiz"] == [
        one for one in seen if one != "home.quiz"
    ]


def test_shift_tab_goes_the_other_way(kiosk: Kiosk) -> None:
    open_home(kiosk)
    first = focus_after(kiosk, "Tab").identifier
    second = focus_after(kiosk, "Tab").identifier
    assert focus_after(kiosk, "shift+Tab").identifier == first
    assert second != first


def test_arrows_and_enter_open_a_card(kiosk: Kiosk) -> None:
    open_home(kiosk)
    cards = kiosk.settled().starting("home.topic.")
    focus = focus_after(kiosk, "Tab")
    while focus.identifier != cards[0].identifier:
        focus = focus_after(kiosk, "Tab")
    assert focus_after(kiosk, "Right").identifier == cards[1].identifier
    assert focus_after(kiosk, "Down").box[0] == cards[1].box[0]
    focus_after(kiosk, "Up")
    kiosk.key("Return")
    kiosk.wait_for("screen.topic")
    assert kiosk.node("topic.title").name == cards[1].name.splitlines()[0]


def test_a_whole_visit_without_a_pointer(kiosk: Kiosk) -> None:
    def press(identifier: str, then: str, key: str = "Return") -> None:
        for _ in range(30):
            focused = kiosk.settled().focused()
            if focused is not None and focused.identifier == identifier:
                kiosk.key(key)
                kiosk.wait_for(then)
                return
            kiosk.key("Tab")
        raise AssertionError(f"Tab does not reach {identifier}\n{kiosk.settled().dump()}")

    press("attract.larger", "screen.home")
    press(kiosk.settled().starting("home.topic.")[2].identifier, "screen.topic", "space")
    press("nav.home", "screen.home")
    press("home.quiz", "screen.quiz")
    press("quiz.option.2", "quiz.verdict")
    press("quiz.read-more", "screen.topic")
    kiosk.key("Escape")
    kiosk.wait_for("quiz.verdict")
    press("quiz.next", "quiz.option.1")
    press("quiz.stop", "screen.quiz-result")
    press("nav.done", "screen.farewell")
    press("farewell.wipe", "screen.attract")


def test_a_key_that_is_held_down_acts_once(kiosk: Kiosk) -> None:
    open_topic(kiosk)
    focus = focus_after(kiosk, "Tab")
    while focus.identifier != "nav.next":
        focus = focus_after(kiosk, "Tab")
    kiosk.desk.hand.hold_key("Return", seconds=1.5)
    kiosk.still_picture(still_s=0.3)
    assert kiosk.node("topic.progress").name.startswith("Pagina 2 ")


def test_every_press_counts_while_a_screen_reader_listens(kiosk: Kiosk) -> None:
    """Qt then shows each key to the reader and sends it again without its time."""
    kiosk.desk.tree.listen("object:announcement")
    for _ in range(3):
        open_topic(kiosk)
        kiosk.open("nav.done", "screen.farewell")
        kiosk.key("Escape")
        kiosk.wait_for("screen.topic")
        kiosk.key("Escape")
        kiosk.wait_for("screen.home")
        kiosk.open("nav.done", "screen.farewell")
        kiosk.open("farewell.wipe", "screen.attract")


@pytest.mark.parametrize("door", ["attract.read", "attract.dark"])
def test_the_focus_is_seen(kiosk: Kiosk, door: str) -> None:
    """A ring of at least 1 mm, with 3:1 against what was there (access.md X2)."""
    open_home(kiosk, door)
    kiosk.tap_spot((960, 8))
    plain = kiosk.still_picture()
    first = focus_after(kiosk, "Tab")
    focus = first
    while True:
        shown = kiosk.still_picture(still_s=0.05)
        ring = ring_pixels(plain, shown, focus.box)
        _, _, width, height = focus.box
        assert ring >= 0.9 * 2 * (width + height) * RING_MM * PX_PER_MM, focus.line()
        focus = focus_after(kiosk, "Tab")
        if focus.identifier == first.identifier:
            break


def test_the_focus_is_not_seen_while_fingers_are_used(kiosk: Kiosk) -> None:
    open_home(kiosk)
    kiosk.tap_spot((960, 8))
    plain = kiosk.still_picture()
    focus_after(kiosk, "Tab")
    assert kiosk.still_picture() != plain
    kiosk.tap_spot((960, 8))
    assert kiosk.still_picture() == plain


def ring_pixels(before: Picture, after: Picture, box: Box) -> int:
    """Pixels in and just around `box` whose contrast with what was there is enough."""
    margin = round(3 * PX_PER_MM)
    x, y = max(0, box[0] - margin), max(0, box[1] - margin)
    width = min(before.width, box[0] + box[2] + margin) - x
    height = min(before.height, box[1] + box[3] + margin) - y
    old = memoryview(before.crop((x, y, width, height)).data).cast("I")
    new = memoryview(after.crop((x, y, width, height)).data).cast("I")
    pairs: dict[tuple[int, int], int] = {}
    for pair in zip(old, new, strict=True):
        if pair[0] != pair[1]:
            pairs[pair] = pairs.get(pair, 0) + 1
    return sum(count for pair, count in pairs.items() if contrast(*pair) >= RING_CONTRAST)


def contrast(one: int, other: int) -> float:
    """WCAG contrast ratio of two 0xRRGGBB colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: int) -> float:
    """WCAG relative luminance."""
    parts = [(colour >> shift & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
