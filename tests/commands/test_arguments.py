"""The command line has one behaviour, on the quick way and through argparse."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk import cli
from kiosk.commands.arguments import RUN, full_parse, parse, plain_run
from kiosk.commands.options import (
    CheckOptions,
    CompileOptions,
    PinOptions,
    RunOptions,
    SelftestOptions,
    Size,
    TourOptions,
)

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("", RunOptions()),
        ("run", RunOptions()),
        ("--mode display", RunOptions(mode="display")),
        ("run --mode=touch", RunOptions(mode="touch")),
        ("--mode touch run --language nl", RunOptions(mode="touch", language="nl")),
        ("--pack a run --pack b", RunOptions(pack=Path("b"))),
        ("run --screen -1", RunOptions(screen=-1)),
        ("--screen=2 run", RunOptions(screen=2)),
        ("--windowed 1280x720", RunOptions(windowed=Size(1280, 720))),
        ("--windowed 1280×720", RunOptions(windowed=Size(1280, 720))),
        ("--settings s --data-dir d", RunOptions(settings=Path("s"), data_dir=Path("d"))),
        (
            "--watch run --pack p",
            RunOptions(pack=Path("p"), windowed=Size(1120, 630), watch=True),
        ),
        (
            "run --pack p --watch --windowed 800x600",
            RunOptions(pack=Path("p"), windowed=Size(800, 600), watch=True),
        ),
        ("check", CheckOptions()),
        ("check a b --format json c", CheckOptions((Path("a"), Path("b"), Path("c")), "json")),
        ("check --format text", CheckOptions()),
        ("tour out", TourOptions(Path("out"))),
        (
            "tour --size 1920x1080 out --size 1080x1920 --language nl --theme dark "
            "--text-size 150 --px-per-mm 3.95 --pack p",
            TourOptions(
                Path("out"),
                (Size(1920, 1080), Size(1080, 1920)),
                "nl",
                "dark",
                150,
                3.95,
                Path("p"),
            ),
        ),
        ("selftest", SelftestOptions()),
        ("selftest --machine", SelftestOptions(machine=True)),
        ("pin", PinOptions()),
        ("pin --it --data-dir d", PinOptions(it=True, data_dir=Path("d"))),
        ("pin --print-hash", PinOptions(print_hash=True)),
        ("compile-pack a b", CompileOptions(Path("a"), Path("b"))),
    ],
)
def test_options(line: str, options: object) -> None:
    assert parse(line.split()) == options
    assert type(parse(line.split())) is type(options)


@pytest.mark.parametrize(
    "line",
    [
        "--mode",
        "--mode loop",
        "--mod touch",
        "--windowed 1280",
        "--windowed 0x0",
        "--windowed 99999x99999",
        "--windowed -1280x720",
        "--windowed 1280x720x3",
        "--windowed ١٢٨٠x٧٢٠",
        "--screen first",
        "--screen 99",
        "--screen 99999999999999999999",
        "--language nl_BE.UTF-8",
        "--language -",
        "--language nl-",
        "--language nl-B!",
        "--pack=a\0b",
        "--pack=",
        "--settings",
        "run run",
        "run there",
        "ruin",
        "pin 1234",
        "pin --it=1",
        "--mode touch check",
        "check --mode touch",
        "check --format xml",
        "tour",
        "tour a b",
        "tour a --size 10",
        "tour a --theme blue",
        "tour a --text-size 110",
        "tour a --px-per-mm nan",
        "tour a --px-per-mm 0",
        "tour a --px-per-mm inf",
        "selftest now",
        "--nonsense",
        "-x",
        "-- check",
    ],
)
def test_wrong_use(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(line.split()) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("usage: kiosk")
    assert "error: " in said.err
    assert "Traceback" not in said.err


_WORDS = st.one_of(
    st.sampled_from([option.name for option in RUN]),
    st.sampled_from(
        [
            *("run", "check", "touch", "display", "nl", "nl-BE", "1280x720", "0", "-1", "7", "16"),
            *("--mode=touch", "--mode=", "--screen=1", "--screen=-1", "--pack=-x", "--mod", "--"),
            *("-h", "--help", "--version", "", "-", "a b", "-a b", "--pack x", "@file", "\0", "é"),
        ]
    ),
)


@given(st.lists(_WORDS, max_size=5))
@example(["--mode", "touch", "--pack", "run", "run"])
@settings(max_examples=500, deadline=None)
def test_the_quick_way_agrees_with_argparse(words: list[str]) -> None:
    quick = plain_run(words)
    if quick is not None:
        assert full_parse(words) == quick


@given(st.lists(st.one_of(_WORDS, st.text()), max_size=5))
@settings(max_examples=200, deadline=None)
def test_any_words_end_in_options_or_a_message(words: list[str]) -> None:
    with suppress(SystemExit):
        assert isinstance(parse(words), tuple)


def test_what_people_type_goes_the_quick_way() -> None:
    for line in ("", "run", "--mode touch run", "--settings s --data-dir=d --windowed 800x600"):
        assert plain_run(line.split()) is not None


def test_an_unknown_option_is_named_and_not_its_value(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["--mo", "touch"])
    assert ended.value.code == 2
    assert "unrecognized arguments: --mo" in capsys.readouterr().err
