"""What each setting may be: kind, range, unit and meaning; its default stands in `Settings`."""

from __future__ import annotations

from kiosk.configuration.settings_display import DISPLAY_KEYS
from kiosk.configuration.settings_key import Key
from kiosk.configuration.settings_speech import SPEECH_KEYS

KEYS = (
    Key(
        "mode",
        "choice",
        "What the kiosk shows after it starts: the patient's kiosk, a talk, or a calm loop.",
        choices=("touch", "presentation", "display"),
    ),
    Key(
        "language", "language", "The language of a fresh visit, such as nl. Empty: the pack's own."
    ),
    Key(
        "pack",
        "text",
        "The folder of the pack, from this file's folder. Empty: the active or the bundled pack.",
    ),
    Key(
        "screen",
        "whole",
        "The screen to use, counted from 0.",
        low=0,
        high=15,
        special=-1,
        special_meaning="the primary screen",
    ),
    Key(
        "px_per_mm",
        "number",
        "How many pixels a millimetre of the screen has: measure it when sizes look wrong.",
        unit="pixels per mm",
        low=1,
        high=40,
        special=0,
        special_meaning="as the screen reports",
    ),
    Key(
        "viewing_distance_mm",
        "number",
        "How far a visitor's eyes are from the screen; the letters follow from it.",
        unit="mm",
        low=300,
        high=2000,
    ),
    Key(
        "passive_distance_mm",
        "number",
        "How far people sit from a screen that nobody touches.",
        unit="mm",
        low=500,
        high=20000,
        special=0,
        special_meaning="5.6 times the screen's short side",
    ),
    Key(
        "screen_bottom_mm",
        "number",
        "How high the lower edge of the glass is above the floor; controls stay in reach.",
        unit="mm",
        low=100,
        high=2000,
        special=0,
        special_meaning="850 for a wide screen, 790 for a tall one",
    ),
    Key(
        "start_text_size",
        "choice",
        "The letters of a fresh visit, in percent of the smallest.",
        unit="%",
        choices=(100, 125, 150),
    ),
    Key(
        "idle_min_s",
        "whole",
        "How long nobody touches before the kiosk asks who is still reading. Long pages get longer.",
        unit="s",
        low=120,
        high=3600,
    ),
    Key(
        "idle_warning_s",
        "whole",
        "How long that question shows before everything is wiped for the next visitor.",
        unit="s",
        low=20,
        high=300,
    ),
    Key(
        "tap_guard_ms",
        "whole",
        "How long after a tap a second one is ignored, for hands that shake.",
        unit="ms",
        low=0,
        high=2000,
    ),
    Key(
        "attract_base_s",
        "number",
        "How long each message of the start screen shows, before its words are counted.",
        unit="s",
        low=1,
        high=60,
    ),
    Key(
        "attract_word_s",
        "number",
        "How much longer for each of its words.",
        unit="s",
        low=0.2,
        high=5,
    ),
    Key(
        "messages",
        "messages",
        "What staff can put up for a while, on the start screen and the display. Empty: nothing.",
    ),
    Key(
        "printer",
        "text",
        "The printer for handouts, by the name that the system gives it. Empty: files only.",
    ),
    Key(
        "pin_hash",
        "text",
        "The hash of the staff PIN, never the PIN itself. Empty: none set here.",
        secret=True,
    ),
    Key(
        "it_pin_hash",
        "text",
        "The hash of the PIN for set-up and exit. Empty: none set here; without one staff's opens all.",
        secret=True,
    ),
    Key(
        "counts",
        "switch",
        "Whether it is counted per day how often topics and the quiz are opened (`kiosk counts`).",
    ),
    Key(
        "allow_unreviewed",
        "switch",
        "Whether a pack is shown that no one has reviewed yet.",
    ),
    Key(
        "log_level",
        "choice",
        "How much the log tells.",
        choices=("debug", "info", "warning", "error"),
    ),
    *SPEECH_KEYS,
    *DISPLAY_KEYS,
)
