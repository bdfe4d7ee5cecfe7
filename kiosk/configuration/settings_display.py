"""The settings of a screen that nobody touches: its loop, its hours, its care."""

from __future__ import annotations

from kiosk.configuration.settings_key import Key

DISPLAY_KEYS = (
    Key(
        "display_base_s",
        "number",
        "How long each slide of the display shows, before its words are counted.",
        unit="s",
        low=1,
        high=60,
    ),
    Key(
        "display_word_s",
        "number",
        "How much longer for each of its words.",
        unit="s",
        low=0.2,
        high=5,
    ),
    Key(
        "display_topics",
        "topics",
        "The topics of the loop in order, each with how often it comes (1 to 9). Empty: all.",
    ),
    Key(
        "display_quiz",
        "switch",
        "Whether the loop asks the questions of the quiz, each with its answer a slide later.",
    ),
    Key(
        "display_source",
        "switch",
        "Whether each round ends with the pack's notice and where its words come from.",
    ),
    Key(
        "display_languages",
        "languages",
        "The languages that take turns in the loop. Empty: only the language of a fresh visit.",
    ),
    Key(
        "display_fade_ms",
        "whole",
        "How long one slide takes to become the next.",
        unit="ms",
        low=50,
        high=300,
        special=0,
        special_meaning="at once",
    ),
    Key(
        "display_touch",
        "choice",
        "Whether the display says that it may be touched: when it finds a touchscreen, or always.",
        choices=("auto", "yes", "no"),
    ),
    Key("display_clock", "switch", "Whether the display shows the time."),
    Key(
        "display_screens",
        "choice",
        "Whether the loop shows on the chosen screen only (setting screen), or on the others too.",
        choices=("chosen", "all"),
    ),
    Key("clinic_name", "text", "The name of the clinic, on every slide with room. Empty: none."),
    Key("zone_text", "text", "Where this screen hangs, such as Wachtzaal 2. Empty: nothing."),
    Key(
        "screen_hours",
        "weekdays",
        "When the display is on, by weekday from 1 (Monday) to 7. A day not named: all day.",
    ),
    Key("screen_exceptions", "dates", "Other hours for single dates, such as holidays."),
    Key(
        "screen_power",
        "switch",
        "Whether outside those hours the screen goes to standby, where the system can do that.",
    ),
    Key("dark_hours", "span", "When the display is white on black. Empty: never."),
    Key(
        "pixel_shift_px",
        "whole",
        "How far the picture of the display wanders, so that nothing burns in.",
        unit="pixels",
        low=0,
        high=40,
    ),
    Key(
        "at_expiry",
        "choice",
        "What the loop does with words past their review: staff are told, and a note or no words.",
        choices=("warn", "note", "leave-out"),
    ),
    Key(
        "restart_at",
        "minute",
        "When the kiosk starts anew each day, if nobody is there and something restarts it. "
        "Empty: never.",
    ),
)
