"""Generates a lawful pack of any number of topics (DESIGN.md section 6), to see what size costs."""

from __future__ import annotations

import sys
from pathlib import Path

TOPICS = 10_000
"""Issue 2, deliver item 8."""

QUESTIONS = 6

DOINGS = ("wandelt", "fietst", "zwemt", "danst", "tuiniert", "rekt", "roeit", "speelt")
MOMENTS = ("in de ochtend", "na de koffie", "in de middag", "voor het eten", "in de avond")
PLACES = ("in het park", "langs het water", "in de tuin", "thuis", "bij vrienden", "op straat")
ICONS = ("mdi6.run", "mdi6.walk", "mdi6.bike", "mdi6.swim")
ACCENTS = ("petrol", "baksteen", "indigo", "mos", "pruim", "omber")

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
<rect width="400" height="300"/><circle cx="{x}" cy="150" r="90" fill="white"/></svg>
"""

MANIFEST = """schema = 1
id = "veel-kaarten"
version = "1.0.0"
languages = ["nl"]

[title]
nl = "Veel kaarten"

[subtitle]
nl = "Een pakket om mee te meten"

[notice]
nl = "Dit pakket is gemaakt door een programma."

[source]
title = "Geen"
author = "Een programma"
organisation = "Geen"
year = "2026"
"""

TOPIC = """+++
id = "kaart-{number}"
title = "Kaart {number}"
icon = "{icon}"
image = "images/{picture}.svg"
alt = "Een rondje."
accent = "{accent}"
kernel = "Kaart {number}. Iemand {doing} {moment}. Dat gebeurt {place}."
action = "Denk na: wat doet u graag?"
+++
# Dit is kaart {number}

Op kaart {number} {doing} iemand {moment}. Dat gebeurt {place}. Het duurt niet lang.

- Eerst rustig.
- Dan wat vlotter.
- Daarna rust.

Slide: Iemand {doing} {moment}.
Notes: Dit is de eerste bladzijde van kaart {number}.

---
# Nog iets over kaart {number}

Morgen {doing} iemand weer. Misschien is dat {place}. Wie weet komt er **iemand mee** van kaart
{next_number}.

Slide: Morgen {doing} iemand weer.
Notes: Dit is de tweede bladzijde van kaart {number}.
"""

QUESTION = """
[[question]]
id = "vraag-{number}"
topic = "kaart-{number}"
ask = "Wat doet iemand op kaart {number}?"
"""

OPTION = """
[[question.option]]
text = "Iemand {doing}"
correct = {correct}
why = "Op kaart {number} staat wat iemand doet: die persoon {right} {moment}."
"""


def write_big_pack(folder: Path, topics: int = TOPICS) -> None:
    """Write the pack into `folder`, which must not exist yet."""
    images = folder / "images"
    pages = folder / "nl" / "topics"
    images.mkdir(parents=True)
    pages.mkdir(parents=True)
    (folder / "pack.toml").write_text(MANIFEST, "utf-8")
    for place in range(len(ICONS)):
        picture = PICTURE.format(x=100 + 60 * place)
        (images / f"rondje-{place}.svg").write_text(picture, "utf-8")
    for number in range(1, topics + 1):
        (pages / f"{number:06}-kaart.md").write_text(_topic(number, topics), "utf-8")
    questions = [_question(number) for number in range(1, min(QUESTIONS, topics) + 1)]
    (folder / "nl" / "quiz.toml").write_text("".join(questions), "utf-8")


def _topic(number: int, topics: int) -> str:
    return TOPIC.format(
        number=number,
        next_number=number % topics + 1,
        icon=ICONS[number % len(ICONS)],
        picture=f"rondje-{number % len(ICONS)}",
        accent=ACCENTS[number % len(ACCENTS)],
        doing=DOINGS[number % len(DOINGS)],
        moment=MOMENTS[number % len(MOMENTS)],
        place=PLACES[number % len(PLACES)],
    )


def _question(number: int) -> str:
    right = number % len(DOINGS)
    moment = MOMENTS[number % len(MOMENTS)]
    options = [
        OPTION.format(
            number=number,
            doing=DOINGS[(right + step) % len(DOINGS)],
            right=DOINGS[right],
            moment=moment,
            correct="true" if step == 0 else "false",
        )
        # The right answer moves through the three places.
        for step in ((0, 1, 2), (1, 0, 2), (1, 2, 0))[number % 3]
    ]
    return QUESTION.format(number=number) + "".join(options)


if __name__ == "__main__":
    write_big_pack(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else TOPICS)
