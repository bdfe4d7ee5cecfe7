"""Words, sentences and their ids (DESIGN.md section 6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pack import Run
from kiosk.domain.text import (
    SentenceNames,
    plain,
    sentence_id,
    split_runs,
    split_sentences,
    words,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bewegen doet goed.", ["Bewegen", "doet", "goed"]),
        ("MS-patiënten, zo'n 3 van de 10", ["MS-patiënten", "zo'n", "3", "van", "de", "10"]),
        ("zo’n foto’s", ["zo’n", "foto’s"]),
        ("dans\u00advoorstelling", ["dansvoorstelling"]),
        ("een–twee / drie", ["een", "twee", "drie"]),
        ("snake_case", ["snake", "case"]),
        ("cafe\u0301", ["café"]),
        ("… – !", []),
        ("", []),
        ("- 'aan", ["aan"]),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een. Twee! Drie? Vier…", ["Een.", "Twee!", "Drie?", "Vier…"]),
        ("Zonder punt", ["Zonder punt"]),
        ("Hij zei: “Kom.” En ging.", ["Hij zei: “Kom.”", "En ging."]),
        ("Vraag dr. Peeters. Of bv. uw arts.", ["Vraag dr. Peeters.", "Of bv. uw arts."]),
        ("Het is 3.5 meter. Ja.", ["Het is 3.5 meter.", "Ja."]),
        ("(Dat mag.) Doe het.", ["(Dat mag.)", "Doe het."]),
        ("Echt?! Ja...  Nee.", ["Echt?!", "Ja...", "Nee."]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences_end_where_people_end_them(text: str, expected: list[str]) -> None:
    assert split_sentences(text) == expected


@given(st.text(alphabet="ab .!?…\n", max_size=60))
def test_no_letter_is_lost_in_splitting(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


@given(
    st.lists(st.tuples(st.text(alphabet="ab .!\n\u00a0", max_size=12), st.booleans()), max_size=6)
)
def test_runs_keep_letters_and_weights(parts: list[tuple[str, bool]]) -> None:
    found = list(split_runs(Run(text, bold) for text, bold in parts))
    before = [(sign, bold) for text, bold in parts for sign in text if sign in "ab.!"]
    after = [
        (sign, run.bold) for runs in found for run in runs for sign in run.text if sign in "ab.!"
    ]
    assert after == before


def test_bold_words_stay_bold_across_a_sentence_end() -> None:
    found = list(split_runs([Run("Dit is "), Run("vet. Dit ook", bold=True), Run(" maar.")]))
    assert found == [
        (Run("Dit is "), Run("vet.", bold=True)),
        (Run("Dit ook", bold=True), Run(" maar.")),
    ]


def test_white_space_is_one_space_but_a_fixed_one_stays() -> None:
    assert list(split_runs([Run("een\n  twee\u00a0drie.")])) == [(Run("een twee\u00a0drie."),)]


def test_the_same_sentence_twice_in_one_text_is_found_twice() -> None:
    assert len(list(split_runs([Run("Ja. Ja. Ja.")]))) == 3


def test_ids_are_ten_hex_digits_of_the_text_in_nfc() -> None:
    import hashlib

    expected = hashlib.sha256("café".encode()).hexdigest()[:10]
    assert sentence_id("café") == sentence_id("cafe\u0301") == expected


def test_a_sentence_that_returns_gets_a_number() -> None:
    names = SentenceNames()
    ids = [names.named((Run("Ja."),)).id for _ in range(3)]
    assert ids == [sentence_id("Ja."), f"{sentence_id('Ja.')}-2", f"{sentence_id('Ja.')}-3"]
    assert SentenceNames().named((Run("Ja."),)).id == ids[0]


def test_weight_does_not_change_an_id() -> None:
    plain_id = SentenceNames().named((Run("Dit is vet."),)).id
    assert SentenceNames().named((Run("Dit is "), Run("vet.", bold=True))).id == plain_id


def test_plain_text_has_no_soft_hyphens() -> None:
    assert plain("hersen\u00adbeeld") == "hersenbeeld"
