"""How tests read settings, and lines that look like settings."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import strategies as st

from kiosk.problems import Problem
from kiosk.settings import LoadedSettings, Settings, load_settings

DEFAULTS = Settings()

# What people write, and what nobody should.
LINES = st.builds(
    "{} {} {}{}".format,
    st.sampled_from([*Settings._fields, "x", "'screen'", "", "#", "[a]", "screen.a"]),
    st.sampled_from(["=", "", "=="]),
    st.one_of(
        st.sampled_from(
            [
                *("true", "false", '"nl"', "''", "'''", '"\\u0041"', "0", "-0", "+1", "007", "1_0"),
                *("1.", ".5", "1e3", "nan", "0.50", "-", "[1, 2]", "[", "{a=1}", "2026-01-01"),
                *('"a#b"', "'a", '"a\tb"'),
            ]
        ),
        st.integers().map(str),
        st.floats().map(str),
        st.text().map(json.dumps),
    ),
    st.sampled_from(["", " ", "\t", " # why", "#", " x", "\r", "\t# a\tb", "\x0b"]),
)
TEXTS = st.lists(LINES, max_size=6).map("\n".join)


def load(folder: Path, content: str | bytes, hostname: str = "") -> LoadedSettings:
    file = folder / "settings.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_settings(file, standard=(), hostname=hostname)


def only(loaded: LoadedSettings) -> Problem:
    [problem] = loaded.problems
    return problem
