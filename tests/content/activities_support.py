"""Activities for the clean pack, without a single problem, for tests to spoil."""

from __future__ import annotations

from tests.content.builder import PackFolder

FILE = "nl/activities.toml"
TOPIC = "nl/topics/10-een.md"

ACTIVITIES = """\
title = "Wat past?"
ask = "Wat wilt u?"

[[activity]]
id = "lopen"
name = "Lopen"

[[activity]]
id = "zwemmen"
name = "Zwemmen"

[[wish]]
id = "koel"
label = "Koel zijn"

[[wish.activity]]
id = "zwemmen"
why = "In het water is het koel."

[[wish]]
id = "leuk"
label = "Plezier"

[[wish.activity]]
id = "lopen"
why = "Lopen is leuk."

[[wish.activity]]
id = "zwemmen"
why = "Zwemmen is leuk."

[care]
heading = "Rustig aan"
text = "Rust ook wat. Vraag raad."
"""


def with_activities(pack: PackFolder) -> None:
    """Activities, and a button to them on the first page."""
    pack.write(FILE, ACTIVITIES)
    pack.replace(TOPIC, "Slide: ", "Activities: Wat past bij mij?\nSlide: ")
    pack.seal()


def with_claimed_activities(pack: PackFolder) -> None:
    """The same where each text must carry the claim that it rests on."""
    pack.add_claims()
    said = "Bewegen kan goed doen voor mensen met MS."
    text = ACTIVITIES
    for why in ("In het water is het koel.", "Lopen is leuk.", "Zwemmen is leuk."):
        text = text.replace(f'why = "{why}"', f'why = "{said}"\nclaims = ["C01"]')
    text = text.replace("Rust ook wat. Vraag raad.", said) + 'claims = ["C01"]\n'
    pack.write(FILE, text)
    pack.replace(TOPIC, "Slide: ", "Activities: Wat past bij mij?\nSlide: ")
    pack.seal()
