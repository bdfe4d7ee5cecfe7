"""Errors and warnings of activities.toml and of the buttons to it, each at its line."""

from __future__ import annotations

import pytest

from kiosk.content.packs import load
from kiosk.problems import exit_code
from tests.content.activities_support import (
    ACTIVITIES,
    FILE,
    TOPIC,
    with_activities,
    with_claimed_activities,
)
from tests.content.builder import FakeProbe, PackFolder
from tests.content.problem_support import Case, assert_only, problems_after, unsealed, words

ERRORS = {
    "unknown key": Case(FILE, "ask =", 'asks = "x"\nask =', 2, "'asks' is unknown", "mean ask?"),
    "no question": Case(FILE, 'ask = "Wat wilt u?"\n', "", 1, "ask is missing"),
    "question too long": Case(FILE, "Wat wilt u?", words(7), 2, "has 7 words", "at most 6"),
    "name too long": Case(FILE, '"Lopen"', f'"{words(7)}"', 6, "the name has 7 words", "6"),
    "reason too long": Case(FILE, "Lopen is leuk.", words(26), 26, "the reason has 26", "25"),
    "care too long": Case(FILE, "Rust ook wat. Vraag raad.", words(41), 34, "has 41 words", "40"),
    "label of two lines": Case(FILE, '"Plezier"', '"""Ple\nzier"""', 22, "has a line break"),
    "no such activity": Case(
        FILE, 'id = "lopen"\nwhy', 'id = "loopen"\nwhy', 25, "no activity 'loopen'", "mean lopen?"
    ),
    "same activity twice": Case(
        FILE,
        '[[wish]]\nid = "koel"',
        '[[activity]]\nid = "lopen"\nname = "Nog"\n\n[[wish]]\nid = "koel"',
        13,
        "the id 'lopen' stands here twice",
    ),
    "same wish twice": Case(FILE, 'id = "leuk"', 'id = "koel"', 21, "'koel' stands here twice"),
    "no care": Case(
        FILE,
        '[care]\nheading = "Rustig aan"\ntext = "Rust ook wat. Vraag raad."\n',
        "",
        1,
        "care is missing",
    ),
    "picture that is not there": Case(
        FILE,
        'name = "Lopen"',
        'name = "Lopen"\nimage = "images/x.png"\nalt = "x"',
        7,
        "images/x.png",
    ),
    "letter that the font lacks": Case(FILE, "Zwemmen is leuk", "Zwemmen → leuk", 30, "lacks"),
    "button too long": Case(TOPIC, "Wat past bij mij?", words(7), 16, "on the button are 7", "6"),
}

WARNINGS = {
    "hard sentence": Case(FILE, "Lopen is leuk.", words(16).replace(". W", " w"), 26, "16 words"),
    "no wish names it": Case(
        FILE,
        'id = "zwemmen"\nname',
        'id = "fietsen"\nname = "x"\n[[activity]]\nid = "zwemmen"\nname',
        9,
        "no wish names the activity fietsen",
    ),
    "word of blame": Case(FILE, "Lopen is leuk.", "U wordt er sterker van.", 26, "sterker"),
}

CLAIMED = {
    "no claims": Case(FILE, '\nclaims = ["C01"]', "", 18, "this reason has no claims"),
    "unknown claim": Case(FILE, 'claims = ["C01"]', 'claims = ["C09"]', 19, "C09"),
    "strength dropped": Case(
        FILE,
        "goed doen voor mensen met MS",
        "goed doen voor mensen",
        18,
        "strength “people” of C01",
    ),
    "caution dropped": Case(
        FILE, "Bewegen kan goed doen", "Bewegen doet goed", 18, "caution “kan”"
    ),
}


@pytest.mark.parametrize("case", ERRORS.values(), ids=ERRORS.keys())
def test_an_error_of_the_activities(pack: PackFolder, case: Case) -> None:
    with_activities(pack)
    assert_only(problems_after(pack, case), case, "error")


@pytest.mark.parametrize("case", WARNINGS.values(), ids=WARNINGS.keys())
def test_a_warning_of_the_activities(pack: PackFolder, case: Case) -> None:
    with_activities(pack)
    assert_only(problems_after(pack, case), case, "warning")


@pytest.mark.parametrize("case", CLAIMED.values(), ids=CLAIMED.keys())
def test_what_they_say_carries_its_claims(pack: PackFolder, case: Case) -> None:
    with_claimed_activities(pack)
    assert_only(problems_after(pack, case), case, "error")


@pytest.mark.parametrize("count", [1, 7])
def test_two_to_six_wishes(pack: PackFolder, count: int) -> None:
    with_activities(pack)
    head, koel, leuk = ACTIVITIES.split("[[wish]]\n")
    care = leuk[leuk.index("[care]") :]
    leuk = leuk.replace(care, "")
    wishes = [leuk.replace('"leuk"', f'"leuk{n}"') for n in range(count)]
    pack.write(FILE, head + "".join(f"[[wish]]\n{wish}" for wish in wishes) + care)
    found = [problem.what for problem in unsealed(pack)]
    assert f"{count} wishes stand here" in found
    assert koel


def test_a_button_without_activities(pack: PackFolder) -> None:
    with_activities(pack)
    pack.path(FILE).unlink()
    case = Case(TOPIC, "", "", 16, f"there is no {FILE} for this button to open")
    assert_only(unsealed(pack), case, "error")


def test_activities_without_a_button(pack: PackFolder) -> None:
    with_activities(pack)
    pack.replace(TOPIC, "Activities: Wat past bij mij?\n", "")
    case = Case(FILE, "", "", 1, "no page has a button", "Activities:")
    assert_only(unsealed(pack), case, "warning")


def test_one_button_a_topic(pack: PackFolder) -> None:
    with_activities(pack)
    pack.write(TOPIC, pack.read(TOPIC) + "\nActivities: Nog eens?\n")
    assert_only(
        unsealed(pack), Case(TOPIC, "", "", 26, "has a button already", "keep one"), "error"
    )


def test_nearly_the_word_of_the_line(pack: PackFolder) -> None:
    with_activities(pack)
    pack.replace(TOPIC, "Activities: Wat", "Activiteiten: Wat")
    found = [(problem.file, problem.line, problem.to_do) for problem in pack.problems()]
    assert (TOPIC, 16, "did you mean Activities:?") in found


# -- other languages -------------------------------------------------------------------------------

FRENCH = "fr/activities.toml"


@pytest.fixture
def bilingual(pack: PackFolder) -> PackFolder:
    with_activities(pack)
    pack.add_language("fr")
    pack.replace(FRENCH, "Wat past?", "Que choisir?")
    assert unsealed(pack) == []
    return pack


def french_title(pack: PackFolder) -> str:
    loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is not None, loaded.problems
    activities = loaded.pack.edition("fr").activities
    loaded.close()
    assert activities is not None
    return activities.title


def test_each_language_has_its_own(bilingual: PackFolder) -> None:
    assert french_title(bilingual) == "Que choisir?"


def test_a_missing_file_is_told_and_shown_in_the_reference_language(bilingual: PackFolder) -> None:
    bilingual.path(FRENCH).unlink()
    found = unsealed(bilingual)
    assert_only(found, Case(FRENCH, "", "", 0, "this file is missing", "translate"), "error")
    assert exit_code(found) == 2
    assert french_title(bilingual) == "Wat past?"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('id = "leuk"', 'id = "gai"', "the wish leuk is missing"),
        ('id = "lopen"\nwhy', 'id = "zwemmen"\nwhy', "the wish leuk has other activities"),
        ("Zwemmen is leuk.", "→", "lacks the character"),
    ],
)
def test_errors_of_a_translation_show_the_reference(
    bilingual: PackFolder, old: str, new: str, what: str
) -> None:
    bilingual.replace(FRENCH, old, new)
    assert any(what in problem.what for problem in unsealed(bilingual))
    assert french_title(bilingual) == "Wat past?"


def test_a_translation_that_is_older_than_its_original(bilingual: PackFolder) -> None:
    bilingual.write(FRENCH, 'translation_of = "?"\n' + bilingual.read(FRENCH))
    (found,) = unsealed(bilingual)
    assert (found.file, found.line, found.severity) == (FRENCH, 1, "warning")
    bilingual.replace(FRENCH, '"?"', found.to_do[found.to_do.index('"') :])
    assert unsealed(bilingual) == []
    bilingual.replace(FILE, "Zwemmen is leuk.", "Zwemmen is fijn.")
    assert [problem.file for problem in unsealed(bilingual)] == [FRENCH]


def test_a_translation_without_its_button(bilingual: PackFolder) -> None:
    bilingual.replace("fr/topics/10-een.md", "Activities: Wat past bij mij?\n", "")
    found = [problem.what for problem in unsealed(bilingual)]
    assert "the button to the activities of the reference language is missing" in found


# -- loaded ----------------------------------------------------------------------------------------


def test_they_come_out_of_the_index_as_they_went_in(
    pack: PackFolder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with_activities(pack)
    store = tmp_path_factory.mktemp("store")
    first, second = (load(pack.folder, store, FakeProbe) for _ in range(2))
    assert (first.compiled, second.compiled) == (True, False)
    assert first.pack is not None
    assert second.pack is not None
    one, two = first.pack.edition("nl").activities, second.pack.edition("nl").activities
    assert one is not None
    assert one == two
    assert [wish.id for wish in one.wishes] == ["koel", "leuk"]
    assert [advice.activity.name.text for advice in one.wishes[1].advice] == ["Lopen", "Zwemmen"]
    assert second.pack.edition("nl").topics[0].pages[0].activities == "Wat past bij mij?"
    first.close()
    second.close()


def test_a_pack_without_any(pack: PackFolder) -> None:
    loaded = load(pack.folder, None, FakeProbe)
    assert loaded.pack is not None
    assert loaded.pack.edition("nl").activities is None
    assert loaded.pack.edition("nl").topics[0].pages[0].activities == ""
    loaded.close()


def test_a_changed_word_breaks_the_seal(pack: PackFolder) -> None:
    with_activities(pack)
    assert pack.problems() == []
    pack.replace(FILE, "Lopen is leuk.", "Lopen is fijn.")
    assert ["the seal is broken" in problem.what for problem in pack.problems()] == [True]
