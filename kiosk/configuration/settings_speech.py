"""The settings of speech: whether, how fast, how loud, and when nothing may sound."""

from __future__ import annotations

from kiosk.configuration.settings_key import Key

SPEECH_KEYS = (
    Key(
        "speech",
        "switch",
        "Whether visitors can have the text read aloud, where the computer has a voice for it.",
    ),
    Key(
        "speech_rate",
        "whole",
        "How fast the voice speaks, slower or faster than is usual for it.",
        unit="%",
        low=-100,
        high=100,
    ),
    Key(
        "speech_volume",
        "choice",
        "How loud each visit starts: 1 is softest, each step is 6 dB. At most 65 dBA on site.",
        choices=(1, 2, 3, 4),
    ),
    Key(
        "speech_volume_most",
        "choice",
        "The loudest step that a visitor can choose.",
        choices=(1, 2, 3, 4),
    ),
    Key("quiet_hours", "span", "When nothing is read aloud. Empty: never."),
)
