"""Plain language: what is warned of in a sentence, and what is left alone (access.md L4, V7, Q3)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kiosk.content.plain_language import check_plain, plain_rules
from kiosk.content.report import FileReport
from kiosk.problems import Problem
from tests.content.builder import PackFolder

LANGUAGES = Path(__file__).parents[2] / "resources" / "language"


def said_of(text: str, language: str = "nl") -> list[str]:
    """What is said of a text, without the sentence itself."""
    return [problem.what for problem in problems(text, language)]


def problems(text: str, language: str) -> list[Problem]:
    file = LANGUAGES / f"{language}.toml"
    values = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    report = FileReport("x")
    check_plain([(7, text)], plain_rules(values), report)
    return report.problems()


PLAIN = {
    "nl": [
        "Mensen met MS die bewegen, zijn minder moe.",
        "U kunt er minder moe van worden.",
        "Voelt u meer pijn?",
        "Wilt u beter slapen?",
        "Dat is bij dieren gezien.",
        "Wie beweegt, wordt soms moe.",
        "Dat is bekend bij 3 van de 10 mensen.",
        "Een MRI toont de hersenen.",
        "Luister naar uw lichaam.",
    ],
    "fr": [
        "Les personnes qui ont une SEP sont moins fatiguées.",
        "Vous pouvez être moins fatigué.",
        "Voulez-vous mieux dormir ?",
        "Elle est venue plus tard.",
        "Le nombre d'études est limité.",
    ],
    "en": [
        "People with MS are less tired.",
        "You can feel better for it.",
        "Do you want to sleep better?",
        "The number of studies is limited.",
        "They were very active.",
    ],
    "de": [
        "Menschen mit MS sind weniger müde.",
        "Sie können davon weniger müde werden.",
        "Sie sind weniger müde.",
        "Wer sich bewegt, wird manchmal müde.",
        "Beweglichkeit und Denken werden besser.",
        "Wollen Sie besser schlafen?",
    ],
}
NOT_PLAIN = [
    ("nl", "U wordt er sterker van.", "“sterker” is promised to the reader"),
    ("nl", "Uw evenwicht verbetert.", "“verbetert” is promised to the reader"),
    ("nl", "Dan wordt u genezen.", "“genezen” is a word of promise"),
    ("nl", "Dat is uw eigen schuld.", "“eigen schuld” is a word of blame"),
    ("nl", "Zwem een keer per week.", "“keer per week” is a word of dose"),
    ("nl", "Tien procent zwemt.", "“procent” is a word of sum"),
    ("nl", "Dit wordt nog goed onderzocht.", "passive, “wordt … onderzocht”"),
    ("nl", "Omdat het herhaald werd.", "passive, “werd … herhaald”"),
    ("fr", "Votre équilibre devient meilleur.", "“meilleur” is promised to the reader"),
    ("fr", "Vous serez guéri.", "“guéri” is a word of promise"),
    ("fr", "Nagez deux fois par semaine.", "“fois par semaine” is a word of dose"),
    ("fr", "Cela a été bien montré par des études.", "passive, “été … montré”"),
    ("fr", "C\u2019est par votre faute.", "“par votre faute” is a word of blame"),
    ("en", "You will be stronger.", "“stronger” is promised to the reader"),
    ("en", "It is proven.", "“proven” is a word of promise"),
    ("en", "Swim every day.", "“every day” is a word of dose"),
    ("en", "This was soon repeated.", "passive, “was … repeated”"),
    ("de", "Davon werden Sie stärker.", "“stärker” is promised to the reader"),
    ("de", "Das ist Ihre Schuld.", "“ihre schuld” is a word of blame"),
    ("de", "Schwimmen Sie täglich.", "“täglich” is a word of dose"),
    ("de", "Das wird noch genau untersucht.", "passive, “wird … untersucht”"),
]
EVERYWHERE = [
    ("Dat is 10 % meer.", "“10 %” asks for a sum"),
    ("Neem 3 x 20 stappen.", "“3 x 20” asks for a sum"),
    ("Het is 1,5 maal.", "“1,5” asks for a sum"),
    ("LET OP nu.", "“LET OP” stands in capitals"),
    ("Dat is BELANGRIJK.", "“BELANGRIJK” stands in capitals"),
    ("ÉÉN ÉÉN.", "stands in capitals"),
]


@pytest.mark.parametrize(
    ("language", "text"), [(name, text) for name, texts in PLAIN.items() for text in texts]
)
def test_plain_sentences_are_left_alone(language: str, text: str) -> None:
    assert said_of(text, language) == []


@pytest.mark.parametrize(("language", "text", "what"), NOT_PLAIN)
def test_what_is_not_plain_is_named(language: str, text: str, what: str) -> None:
    (said,) = [said for said in said_of(text, language) if what in said]
    assert f"(“{text}”)" in said


@pytest.mark.parametrize("language", ["nl", "xx"])
@pytest.mark.parametrize(("text", "what"), EVERYWHERE)
def test_sums_and_capitals_are_named_in_every_language(language: str, text: str, what: str) -> None:
    assert any(what in said for said in said_of(text, language))


def test_the_sentence_is_named_with_a_hint_and_not_the_whole_text() -> None:
    text = "Bewegen is goed. Dit wordt bekeken. Zwem wat."
    (problem,) = problems(text, "nl")
    assert (problem.line, problem.severity) == (7, "warning")
    assert "(“Dit wordt bekeken.”)" in problem.what
    assert problem.to_do == "say who does it"


def test_a_long_sentence_is_cut_in_the_warning() -> None:
    (said,) = said_of(f"{'wel ' * 60}BELANGRIJK.")
    assert said.endswith(" …”)")
    assert len(said) < 150


def test_a_promise_needs_the_caution_in_its_own_sentence() -> None:
    assert said_of("U wordt er sterker van. Dat kan.") != []
    assert said_of("U kunt er sterker van worden.") == []


@pytest.mark.parametrize("values", [{}, {"passive": 3, "promise": []}, {"passive": {}}])
def test_a_language_file_without_rules_says_nothing(values: dict[str, object]) -> None:
    report = FileReport("x")
    check_plain([(1, "U wordt zeker genezen.")], plain_rules(values), report)
    assert report.problems() == []


def test_a_broken_pattern_says_nothing() -> None:
    rules = plain_rules({"passive": {"auxiliary": ["wordt"], "participle": "(", "after": 5}})
    assert rules.passive.said("Dit wordt bekeken.") == ""


def test_how_far_a_participle_may_stand() -> None:
    rules = plain_rules({"passive": {"auxiliary": ["is"], "participle": "done", "after": 2}})
    assert rules.passive.said("It is soon done.") == "is … done"
    assert rules.passive.said("It is very soon done.") == ""
    assert rules.passive.said("Done it is.") == ""


def test_all_texts_of_a_pack_are_looked_at(pack: PackFolder) -> None:
    topic = "nl/topics/10-een.md"
    pack.replace(topic, "Een kaart", "WEES BLIJ")
    pack.replace(topic, "Bewegen doet goed. Dat is fijn.", "WEES WEL BLIJ.")
    pack.replace(topic, "Vraag het na.", "VRAAG HET NA.")
    pack.replace(topic, "Mag ik zwemmen?", "MAG DAT?")
    pack.replace(topic, "# Bewegen doet goed", "# DOE DIT")
    pack.replace(topic, "- Zwem wat.", "- ZWEM WAT.")
    pack.replace(topic, "Slide: Bewegen doet goed.", "Slide: LET OP.")
    pack.replace(topic, "Zeg het rustig.", "ZEG HET.")
    pack.replace("nl/quiz.toml", "Wat doet goed?", "WAT DOET HET?")
    pack.replace("nl/quiz.toml", "Stil zitten", "STIL ZITTEN")
    pack.replace("nl/quiz.toml", "Nee, want", "NEE WANT")
    found = [p for p in pack.problems() if "stands in capitals" in p.what]
    assert sorted((p.file, p.line) for p in found) == [
        ("nl/quiz.toml", 4),
        ("nl/quiz.toml", 12),
        ("nl/quiz.toml", 14),
        *((topic, line) for line in (3, 5, 6, 7, 9, 13, 16, 17)),
    ]
