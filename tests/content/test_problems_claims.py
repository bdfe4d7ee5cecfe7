"""Words that drop a claim, its strength or its caution are errors where they stand."""

from __future__ import annotations

import pytest

from tests.content.builder import PackFolder
from tests.content.problem_support import (
    QUIZ,
    TOPIC,
    Case,
    With,
    assert_richer,
    with_claims,
)

ERRORS = {
    "claim that no page covers": With(
        with_claims,
        Case(
            "claims.toml",
            "schema = 1\n",
            'schema = 1\n[[claim]]\nid = "C02"\nstrength = "scope"\ntext = "x"\n',
            3,
            "no page in nl covers the claim C02",
        ),
    ),
    "page without claims": With(
        with_claims, Case(TOPIC, "Claims: C01\nSlide", "Slide", 9, "this page has no claims")
    ),
    "unknown claim": With(
        with_claims,
        Case(TOPIC, "Claims: C01", "Claims: C01, C1", 16, "no claim 'C1'", "mean C01?"),
    ),
    "kernel drops the strength": With(
        with_claims,
        Case(
            TOPIC,
            'doen voor mensen met MS."\naction',
            'doen."\naction',
            5,
            "the kernel: the words do not carry the strength “people” of C01",
            "mensen met MS",
        ),
    ),
    "kernel drops the hedge": With(
        with_claims,
        Case(
            TOPIC,
            'kernel = "Bewegen kan goed doen',
            'kernel = "Bewegen doet goed',
            5,
            "the kernel: the words drop the caution “kan” of C01",
        ),
    ),
    "slide drops the strength": With(
        with_claims,
        Case(
            TOPIC,
            "Slide: Bewegen kan goed doen voor mensen met MS.",
            "Slide: Het kan goed doen.",
            17,
            "the slide line: the words do not carry",
        ),
    ),
    "notes drop the hedge": With(
        with_claims,
        Case(
            TOPIC,
            "Notes: Bewegen kan goed doen",
            "Notes: Bewegen doet goed",
            18,
            "the notes: the words drop the caution",
        ),
    ),
    "answer drops the strength": With(
        with_claims,
        Case(
            QUIZ,
            'Bewegen kan goed doen voor mensen met MS, zegt men."\nclaims',
            'Bewegen kan goed doen voor elke mens, zegt men."\nclaims',
            9,
            "this answer: the words",
        ),
    ),
    "wrong answer drops the strength": With(
        with_claims,
        Case(
            QUIZ,
            'Bewegen kan goed doen voor mensen met MS, zegt men."\nagainst',
            'Bewegen kan goed doen voor elke mens, zegt men."\nagainst',
            15,
            "this answer: the words",
        ),
    ),
    "answer without claims": With(
        with_claims,
        Case(QUIZ, 'claims = ["C01"]\n', "", 7, "this answer has no claims", "claims ="),
    ),
    "wrong answer without claim": With(
        with_claims,
        Case(QUIZ, 'against = "C01"\n', "", 13, "this answer has no claims", "against"),
    ),
    "against on the right answer": With(
        with_claims,
        Case(QUIZ, 'claims = ["C01"]', 'claims = ["C01"]\nagainst = "C01"', 11, "on the correct"),
    ),
    "claims on a wrong answer": With(
        with_claims,
        Case(QUIZ, 'against = "C01"', 'against = "C01"\nclaims = ["C01"]', 17, "on a wrong answer"),
    ),
    "unknown claim of an answer": With(
        with_claims, Case(QUIZ, 'claims = ["C01"]', 'claims = ["C01", "C7"]', 10, "no claim 'C7'")
    ),
    "unknown strength": With(
        with_claims,
        Case("claims.toml", '"people"', '"peolpe"', 7, "there is no strength 'peolpe'"),
    ),
    "claim twice": With(
        with_claims,
        Case(
            "claims.toml",
            "[[claim]]",
            '[[claim]]\nid = "C01"\nstrength = "scope"\ntext = "x"\n\n[[claim]]',
            9,
            "the claim C01 stands here twice",
        ),
    ),
}


WARNINGS = {
    "caution without words": With(
        with_claims, Case("claims.toml", 'hedge = "kan"', 'hedge = "ooit"', 4, "“ooit” of C01")
    ),
}


@pytest.mark.parametrize("case", ERRORS.values(), ids=ERRORS.keys())
def test_an_error_of_a_richer_pack(pack: PackFolder, case: With) -> None:
    assert_richer(pack, case, "error")


@pytest.mark.parametrize("case", WARNINGS.values(), ids=WARNINGS.keys())
def test_a_warning_of_a_richer_pack(pack: PackFolder, case: With) -> None:
    assert_richer(pack, case, "warning")
