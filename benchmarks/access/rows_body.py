"""The rows of access.md on sight, hands and reach: bar and tests of each."""

from __future__ import annotations

from typing import Final

from benchmarks.access.row import Row

SIGHT: Final = (
    Row(
        "V1",
        "capitals ≥ 0.7° at 600 mm, never < 4.8 mm",
        ("test_a_capital_is_as_high_as_the_eye_needs", "test_all_words_are_large_enough"),
    ),
    Row(
        "V2",
        "150 % in one tap, nothing cut or covered",
        (
            "test_letters_stand_on_every_screen_of_a_visit",
            "test_nothing_is_cut_and_no_word_is_broken",
            "test_wide_text_is_neither_cut_nor_covered",
        ),
    ),
    Row(
        "V3",
        "words ≥ 7:1, body and answers ≥ 12:1",
        (
            "test_words_stand_out",
            "test_body_and_answers_stand_out_more",
            "test_words_stand_out_on_every_screen",
        ),
    ),
    Row("V4", "edges, icons, focus ≥ 3:1, shapes ≥ 4.5:1", ("test_edges_and_shapes_can_be_seen",)),
    Row(
        "V5",
        "right and wrong differ in grey and in words",
        ("test_right_and_not_right_differ_in_grey_and_in_words",),
    ),
    Row(
        "V6",
        "≥ 20 L* and ≥ 15 ΔE2000 to protan, deutan, tritan eyes",
        ("test_right_and_not_right_differ_to_all_eyes", "test_the_measure_is_right"),
    ),
    Row(
        "V7",
        "lines ≥ 1.5, ≤ 60 characters, left, no italics",
        (
            "test_lines_are_one_and_a_half_and_paragraphs_more",
            "test_no_line_is_longer_than_sixty_characters",
            "test_reading_text_is_set_to_be_read",
        ),
        "running text; headings, questions and the line of what to do stand closer",
    ),
    Row(
        "V8",
        "dark in one touch, ground not pure white",
        (
            "test_each_door_opens_home_in_its_letters",
            "test_the_ground_is_not_pure_white_and_dark_is_dark",
        ),
    ),
    Row(
        "V9",
        "< 0.1 % of pixels in 10 s, changes ≤ 200 ms",
        ("test_nothing_moves_while_somebody_reads", "test_a_page_change_is_over_within_200_ms"),
    ),
)

_HANDS = ("test_a_hand_that_shakes_reaches_what_it_means",)

HANDS: Final = (
    Row(
        "M1",
        "targets ≥ 30 mm",
        (
            "test_controls_are_large_enough",
            "test_every_screen_lies_inside_the_glass_and_has_real_controls",
        ),
    ),
    Row(
        "M2",
        "primary ≥ 40 mm, gaps ≥ 8 mm, edge ≥ 10 mm",
        ("test_controls_are_large_enough", "test_controls_are_apart_and_off_the_edge"),
        "primary is the shelf (DESIGN.md section 3); each side is rounded to whole px",
    ),
    Row("M3a", "σ 5 mm: ≥ 99 % as meant, ≤ 0.5 % wrong", _HANDS),
    Row("M3b", "σ 8 mm, slips 1 mm: ≥ 97 %, ≤ 0.5 %", _HANDS),
    Row(
        "M3c",
        "σ 12 mm, or 8 mm beside: ≥ 95 %, ≤ 1 %",
        (*_HANDS, "test_what_a_hand_teaches_counts_for_its_visit_only"),
        "the worst of home, question and topic on the usual panel",
    ),
    Row(
        "M4",
        "acts on release on the same target only",
        (
            "test_slid_off_does_nothing",
            "test_slid_in_does_nothing",
            "test_from_one_button_to_another_does_nothing",
        ),
    ),
    Row(
        "M5",
        "slips ≤ 15 mm inside, holds 50 ms to 5 s: once",
        ("test_any_hold_acts_exactly_once", "test_any_slip_inside_acts_exactly_once"),
    ),
    Row(
        "M6",
        "500 ms guard, over page changes too",
        (
            "test_three_fast_taps_are_one_step",
            "test_three_taps_over_a_page_change_are_one_step",
            "test_the_guard_also_holds_on_what_comes_under_the_finger",
        ),
    ),
    Row("M7", "single taps do everything", ("test_a_whole_visit_by_single_taps",)),
    Row(
        "M8",
        "a resting contact neither blocks nor fires",
        (
            "test_a_palm_on_another_button",
            "test_ten_contacts_of_which_one_taps",
            "test_a_resting_hand_never_matters",
        ),
    ),
    Row(
        "M9",
        "nothing scrolls, all inside the window",
        ("test_everything_lies_inside_the_glass", "test_nothing_scrolls"),
    ),
    Row(
        "M10",
        "a press shows within 100 ms",
        ("test_what_is_pressed_looks_pressed_at_once", "test_a_finger_on_a_control_shows_at_once"),
    ),
    Row(
        "M11",
        "every answer and step taken back in one tap",
        ("test_every_answer_can_be_taken_back_in_one_touch", "test_back_goes_the_same_way"),
    ),
    Row(
        "M12",
        "hold 0.3, 0.6, 1.0 s with a ring, off by default",
        (
            "test_it_is_off_until_somebody_asks_for_it",
            "test_its_button_goes_through_the_steps",
            "test_a_ring_fills_while_it_is_held",
        ),
    ),
    Row(
        "M13",
        "gaps ≤ 10 mm: the nearest when 1.5 × nearer",
        (
            "test_a_hand_that_nobody_knows_yet_means_the_nearest_when_clearly_nearest",
            "test_a_tap_just_beside_a_button_is_one_on_it",
            "test_what_loses_something_wants_a_finger_on_it",
        ),
    ),
)

REACH: Final = (
    Row(
        "R1",
        "controls 800 to 1100 mm above the floor",
        (
            "test_controls_are_within_reach",
            "test_every_control_can_be_reached",
            "test_wherever_the_glass_hangs_controls_lie_in_the_band",
        ),
    ),
    Row(
        "R2",
        "shelf and answers ≤ 250 mm above the edge; Lager",
        (
            "test_navigation_and_answers_lie_low",
            "test_every_control_of_every_screen_comes_down",
            "test_what_is_read_comes_down_too",
        ),
        "on upright glass answers lie higher",
    ),
    Row("R3", "a sheet for who hangs the screen", ("test_the_sheet_has_every_measure_of_access",)),
    Row(
        "R4",
        "mirrored in one tap",
        (
            "test_mirroring_flips_the_shelf_and_flips_it_back",
            "test_a_mirrored_shelf_keeps_its_six_places",
        ),
    ),
)
