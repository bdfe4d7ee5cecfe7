"""The files of a new pack: bundled texts, filled in for its languages, topics and questions."""

from __future__ import annotations

import tomllib
from string import Template
from typing import TYPE_CHECKING, Any

from kiosk.paths import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = "new-pack"
LANGUAGES = ("nl", "fr", "en", "de")
_DRAWING = "images/example.svg"
# One for each topic that there may be; all of them names of qtawesome.
_ICONS = (
    *("mdi6.lightbulb-outline", "mdi6.heart-outline", "mdi6.chat-outline", "mdi6.walk"),
    *("mdi6.book-open-outline", "mdi6.help-circle-outline", "mdi6.leaf", "mdi6.weather-sunny"),
    *("mdi6.water-outline", "mdi6.account-group-outline", "mdi6.star-outline"),
    "mdi6.puzzle-outline",
)
MOST_TOPICS = len(_ICONS)
MOST_QUESTIONS = 10

Words = dict[str, Any]


def template(name: str, languages: Sequence[str], topics: int, questions: int) -> dict[str, bytes]:
    """The files of a pack called `name`, by their names in its folder.

    `languages` are some of LANGUAGES, the reference first; 1 to MOST_TOPICS `topics`, 0 to
    MOST_QUESTIONS `questions`.
    """
    words = {code: _words(code) for code in languages}
    files = {"pack.toml": _manifest(name, words), "claims.toml": _claims(topics)}
    for code, said in words.items():
        pages = _text(f"{code}/pages.md")
        for number in range(1, topics + 1):
            # Files stand in the order of their names: 010 comes before 100.
            file = f"{number * 10:0{len(str(topics * 10))}d}-{_topic(number)}.md"
            files[f"{code}/topics/{file}"] = _topic_file(number, said["topic"], pages)
        files[f"{code}/quiz.toml"] = _quiz(said["quiz"], topics, questions)
        files[f"{code}/glossary.toml"] = _glossary(said["glossary"])
    texts = {file: text.encode() for file, text in files.items()}
    return {**texts, _DRAWING: resource(f"{FOLDER}/{_DRAWING}").read_bytes()}


def _text(name: str) -> str:
    return resource(f"{FOLDER}/{name}").read_text("utf-8")


def _filled(name: str, **values: object) -> str:
    return Template(_text(name)).substitute(values)


def _words(code: str) -> Words:
    return tomllib.loads(_text(f"{code}/words.toml"))


def _topic(number: int) -> str:
    return f"topic-{number}"


def _claim(number: int) -> str:
    return f"C{number:02d}"


def _manifest(name: str, words: dict[str, Words]) -> str:
    reference = next(iter(words.values()))
    faces = {
        part: "\n".join(f'{code} = "{said[part]}"' for code, said in words.items())
        for part in ("title", "subtitle", "notice")
    }
    reviews = "\n".join(_review(code) for code in words)
    source = {key: text for key, text in reference.items() if key.startswith("source_")}
    codes = ", ".join(f'"{code}"' for code in words)
    return _filled("pack.toml", id=name, languages=codes, reviews=reviews, **faces, **source)


def _review(code: str) -> str:
    return (
        f"# [review.{code}]\n"
        '# reviewed_by = "Dr. …"\n'
        "# reviewed_on = 2026-05-01\n"
        "# review_by = 2028-05-01\n"
        '# text_hash = "?"'
    )


def _claims(topics: int) -> str:
    blocks = [_filled("claim.toml", claim=_claim(number)) for number in range(1, topics + 1)]
    return _text("claims.toml") + "".join(blocks)


def _topic_file(number: int, said: Words, pages: str) -> str:
    filled = {key: text.format(number=number) for key, text in said.items()}
    body = Template(pages).substitute(claim=_claim(number)).rstrip("\n")
    icon = _ICONS[number - 1]
    return _filled("topic.md", topic=_topic(number), icon=icon, pages=body, **filled)


def _quiz(said: Words, topics: int, questions: int) -> str:
    blocks = [_question(number, said, topics) for number in range(1, questions + 1)]
    # Written down, so that a quiz is never missing by mistake.
    return _text("quiz.toml") + ("".join(blocks) or "question = []\n")


def _question(number: int, said: Words, topics: int) -> str:
    about = (number - 1) % topics + 1
    ask = said["ask"].format(number=number)
    claim = _claim(about)
    options = [_option(text, said["wrong_why"], claim) for text in said["wrong"]]
    # A right answer that always stood in one place could be guessed (access.md Q5).
    options.insert(number % 3, _option(said["right"], said["right_why"], claim, correct=True))
    return _filled(
        "question.toml", id=f"question-{number}", topic=_topic(about), ask=ask
    ) + "".join(options)


def _option(text: str, why: str, claim: str, *, correct: bool = False) -> str:
    rests = f'claims = ["{claim}"]' if correct else f'against = "{claim}"'
    return _filled("option.toml", text=text, correct=str(correct).lower(), why=why, claims=rests)


def _glossary(said: Words) -> str:
    head = (
        "# Hard words, each in one short sentence that reads on from the word itself.\n"
        "# After the word stand its other forms. Write each as the pages have it.\n"
    )
    return head + "".join(f'"{word}" = "{meaning}"\n' for word, meaning in said.items())
