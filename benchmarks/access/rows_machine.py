"""The rows of access.md on speech and on what is technical: bar and tests of each."""

from __future__ import annotations

from typing import Final

from benchmarks.access.row import Row

SPEECH: Final = (
    Row(
        "S1",
        "says all that shows, in order; never the mock",
        (
            "test_a_page_is_said_in_the_order_of_the_tree",
            "test_everything_that_shows_is_said",
            "test_the_real_process_says_that_it_has_no_voice_or_which",
            "test_without_a_voice_the_place_is_empty_until_there_is_one",
        ),
    ),
    Row(
        "S2",
        "any touch or page change silences it ≤ 300 ms",
        (
            "test_any_touch_silences_it_within_300_ms",
            "test_the_same_place_stops_it_and_begins_anew",
            "test_another_page_is_silent",
        ),
    ),
    Row("S3", "no sound without a tap", ("test_nothing_sounds_without_a_touch",)),
    Row(
        "S4",
        "≥ 3 steps, ≥ 18 dB, default at reset",
        ("test_four_steps_span_18_db", "test_loudness_steps_and_is_heard_and_reset_forgets"),
        "dBA are measured on site (docs/mounting.md)",
    ),
    Row(
        "S5",
        "every sentence can be rendered; stuck ≤ 5 s",
        (
            "test_every_sentence_gets_a_file_that_the_kiosk_finds",
            "test_who_fails_is_told_and_comes_back",
        ),
        "the bundled pack has no audio: `kiosk voice` renders it, a person should record it",
    ),
    Row(
        "S6",
        "mark and sound ≤ 250 ms apart",
        (
            "test_a_sentence_is_marked_when_it_sounds_and_no_sooner",
            "test_a_page_is_read_in_order_and_marked_as_it_sounds",
        ),
        "to the moment that engine or player tells; the sound card's own delay is not in it",
    ),
)

MACHINE: Final = (
    Row(
        "X1",
        "real buttons with name, identifier, action",
        (
            "test_controls_are_real_buttons_and_nothing_else_can_be_pressed",
            "test_every_node_has_a_name_and_every_button_its_words",
            "test_every_page_is_read_whole_and_in_order",
            "test_every_screen_lies_inside_the_glass_and_has_real_controls",
        ),
    ),
    Row(
        "X2",
        "everything by keys, in order, ring ≥ 1 mm and 3:1",
        (
            "test_tab_reaches_everything_in_the_order_of_sight_and_comes_round",
            "test_a_whole_visit_without_a_pointer",
            "test_every_choice_of_the_sheet_by_the_second_key",
            "test_the_gate_the_menu_and_each_of_its_sheets",
            "test_the_focus_is_a_ring_of_a_millimetre_that_stands_out",
        ),
    ),
    Row(
        "X3",
        "verdicts and warnings are announced",
        (
            "test_the_verdict_is_announced",
            "test_verdict_and_warning_are_announced",
            "test_pages_and_verdicts_in_every_language",
        ),
    ),
    Row(
        "X4",
        "sizes follow px_per_mm; > 15 % is logged",
        (
            "test_sizes_follow_px_per_mm",
            "test_sizes_follow_the_millimetres",
            "test_it_is_told_when_setting_and_screen_differ_by_15_percent",
        ),
    ),
    Row(
        "X5",
        "usable without fonts or icons; all characters there",
        (
            "test_with_icons_blocked_it_is_still_read",
            "test_without_a_part_of_its_resources_it_is_still_read",
            "test_every_needed_character_has_a_glyph",
        ),
    ),
    Row(
        "X6",
        "start ≤ 5 s, pages ≤ 200 ms, < 5 % in 1000 visits",
        (
            "test_two_hundred_visits_leave_nothing_behind",
            "test_a_kiosk_that_hangs_is_ended_and_started_again",
        ),
    ),
)
