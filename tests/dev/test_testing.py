"""`./dev test`: which tests run where, and that one failure is enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import testing
from tools.environment import FULL, PURE, ROOT, python_of
from tools.testing import NOTHING_COLLECTED, Part


def _run_with(
    monkeypatch: pytest.MonkeyPatch, outcomes: dict[str, tuple[int, str]], arguments: list[str]
) -> tuple[int, list[tuple[str, tuple[str, ...]]]]:
    ran: list[tuple[str, tuple[str, ...]]] = []

    def stand_in(part: Part, options: tuple[str, ...]) -> tuple[int, str]:
        ran.append((part.name, options))
        return outcomes.get(part.name, (0, f"== 1 passed in {len(ran)}.00s =="))

    monkeypatch.setattr(testing, "run_part", stand_in)
    return testing.run_tests(arguments), ran


def test_the_whole_suite_has_three_parts_in_order() -> None:
    assert [part.name for part in testing.parts()] == [
        "without Qt",
        "off screen",
        "journeys in a real window",
    ]


def test_pure_tests_run_only_where_qt_is_absent() -> None:
    without, off_screen, _ = testing.parts()
    assert without.python == python_of(PURE)
    assert off_screen.python == python_of(FULL)
    assert {f"--ignore={path}" for path in without.paths} <= set(off_screen.options)


def test_off_screen_tests_open_no_window() -> None:
    assert ("QT_QPA_PLATFORM", "offscreen") in testing.parts()[1].environment


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("tests/dev/test_testing.py::test_x", "without Qt"),
        ("tests/dev", "without Qt"),
        (str(ROOT / "tests/dev"), "without Qt"),
        ("tests/journeys", "journeys in a real window"),
        ("tests/resources", "off screen"),
    ],
)
def test_a_chosen_path_runs_in_its_own_part(path: str, part: str) -> None:
    assert [(p.name, p.paths) for p in testing.parts((path,))] == [(part, (path,))]


@pytest.mark.parametrize(
    ("number", "folder", "workers"), [(1, "tests/resources", 2), (2, "tests/journeys", 3)]
)
def test_the_whole_suite_goes_several_at_a_time_and_chosen_tests_one_by_one(
    number: int, folder: str, workers: int
) -> None:
    assert f"--numprocesses={workers}" in testing.parts()[number].options
    assert not any("numprocesses" in one for one in testing.parts((folder,))[0].options)


@pytest.mark.parametrize("broken", ["without Qt", "off screen", "journeys in a real window"])
def test_any_failed_part_fails_the_run_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    code, ran = _run_with(monkeypatch, {broken: (1, "== 1 failed in 1.00s ==")}, [])
    assert code == 1
    assert len(ran) == 3


def test_options_go_to_every_part(monkeypatch: pytest.MonkeyPatch) -> None:
    code, ran = _run_with(monkeypatch, {"off screen": (NOTHING_COLLECTED, "")}, ["-k", "quiz"])
    assert code == 0
    assert {options for _, options in ran} == {("-k", "quiz")}


def test_a_word_of_an_option_is_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """`kiosk` is a folder too, but not one of tests."""
    _, ran = _run_with(monkeypatch, {}, ["-k", "kiosk"])
    assert [options for _, options in ran] == [("-k", "kiosk")] * 3


def test_the_folder_of_all_tests_means_every_part(monkeypatch: pytest.MonkeyPatch) -> None:
    _, ran = _run_with(monkeypatch, {}, ["tests/", "-x"])
    assert [options for _, options in ran] == [("-x",)] * 3


def test_a_choice_that_collects_nothing_at_all_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = (NOTHING_COLLECTED, "no tests ran in 0.01s")
    parts = ("without Qt", "off screen", "journeys in a real window")
    code, _ = _run_with(monkeypatch, dict.fromkeys(parts, nothing), ["-k", "typo"])
    assert code == 1


def test_the_last_lines_are_the_summaries_of_all_parts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _run_with(monkeypatch, {"off screen": (-11, "")}, [])
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "== 1 passed in 1.00s ==",
        "off screen: pytest ended with exit code -11",
        "== 1 passed in 3.00s ==",
    ]


def test_a_real_run_of_pytest_gives_its_code_and_summary(tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text("def test_fine(): pass\ndef test_bad(): assert False\n")
    python = python_of(PURE if python_of(PURE).exists() else FULL)
    part = Part("here", python, (str(tmp_path),), ("-c", "/dev/null", "-p", "no:cacheprovider"))
    code, summary = testing.run_part(part, ())
    assert code == 1
    assert "1 failed, 1 passed in" in summary
    code, summary = testing.run_part(part, ("-q", "-k", "fine"))
    assert code == 0
    assert "1 passed, 1 deselected in" in summary
