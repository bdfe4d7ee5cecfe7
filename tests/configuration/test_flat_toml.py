"""The quick reader of flat TOML says what the library says, or leaves it to the library."""

from __future__ import annotations

import json
import tomllib

from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kiosk.configuration.flat_toml import plain_entries, read_flat
from kiosk.settings import Settings
from tools.settings_docs import EXAMPLE

_LINES = st.builds(
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
_TEXTS = st.lists(_LINES, max_size=6).map("\n".join)


@given(_TEXTS)
@example("screen = 007")
@example("screen = 1_0")
@hypothesis_settings(max_examples=600, deadline=None)
def test_the_quick_reader_agrees_with_the_library(text: str) -> None:
    quick = plain_entries(text.split("\n"))
    if quick is not None:
        values = {name: entry.value for name, entry in quick.items()}
        assert repr(values) == repr(tomllib.loads(text))


def test_the_quick_reader_reads_what_people_write() -> None:
    assert plain_entries(EXAMPLE.read_text(encoding="utf-8").split("\n")) is not None
    entries = read_flat(b'a = 1\n\n  b="x" # y\nc\t=\tfalse\n').entries
    assert {name: tuple(entry) for name, entry in entries.items()} == {
        "a": (1, 1),
        "b": ("x", 3),
        "c": (False, 4),
    }
