"""Reads and checks a whole pack in one pass, and writes it to an index as it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.content import activities_file
from kiosk.content import claims as claims_file
from kiosk.content import manifest as manifest_file
from kiosk.content.edition_reader import EditionRead, EditionReader
from kiosk.content.index_writer import IndexWriter, Writable, edition_header
from kiosk.content.letters import Letters
from kiosk.content.manifest import Manifest, read_manifest
from kiosk.content.pictures import Pictures
from kiosk.content.report import Report
from kiosk.content.source import MOST_MANIFEST, Source
from kiosk.content.strength import language_words
from kiosk.content.tools import Tools
from kiosk.content.topic_file import TopicReader
from kiosk.domain.pack import Edition, Question, Topic, TopicList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.content.claims import Claims
    from kiosk.content.index_file import Place
    from kiosk.content.probe import Probe
    from kiosk.content.strength import LanguageWords
    from kiosk.domain.activities import Activities
    from kiosk.problems import Problem


class Compiled(NamedTuple):
    """What came of it: whether the pack can be shown, and every problem."""

    usable: bool
    problems: list[Problem]


class _Nowhere:
    """A sink for checking only."""

    def topic(self, topic: Topic) -> Place:
        del topic
        return (1, 0, 0)

    def questions(self, questions: Iterable[Question]) -> Place:
        del questions
        return (1, 0, 0)

    def activities(self, activities: Activities) -> Place:
        del activities
        return (1, 0, 0)


def check_folder(folder: Path, probe: Probe, languages: Path) -> list[Problem]:
    """Every problem of the pack in `folder`; `languages` holds the words per language."""
    report = Report()
    _read(folder, probe, languages, report, _Nowhere())
    return report.problems()


def compile_folder(
    folder: Path, probe: Probe, languages: Path, file: Writable, key: str, *, wording: bool = True
) -> Compiled:
    """Writes the pack in `folder` as an index to `file`; raises OSError only for that file.

    A pack with errors becomes an index that holds its problems and nothing else. `wording` false
    leaves out how it is written: strengths, plain language, translations.
    """
    report = Report()
    writer = IndexWriter(file)
    read = _read(folder, probe, languages, report, writer, wording=wording)
    usable = read is not None and not any(
        _refuses(name, read.manifest) for name in report.files_with_errors()
    )
    problems = report.problems()
    header = {
        "key": key,
        "problems": writer.problems(problems),
        "pack": _header(read, writer) if read and usable else None,
    }
    writer.finish(header)
    return Compiled(usable, problems)


class _PackRead(NamedTuple):
    manifest: Manifest
    editions: dict[str, EditionRead]
    sealed: frozenset[str]


def _read(
    folder: Path,
    probe: Probe,
    languages: Path,
    report: Report,
    sink: IndexWriter | _Nowhere,
    *,
    wording: bool = True,
) -> _PackRead | None:
    source = Source(folder, report)
    if source.tree.problem:
        return None
    manifest = _manifest(source, report)
    if manifest is None:
        return None
    pictures, letters = Pictures(source, probe), Letters(probe)
    for line, text in manifest.texts():
        letters.check(text, line, report.file(manifest_file.FILE))
    reader = TopicReader(probe, pictures)
    claims = _claims(source, report) if wording else None
    tools = Tools(source, report, pictures, letters, reader, claims, sink, wording)
    editions: dict[str, EditionRead] = {}
    reference: EditionRead | None = None
    for language in manifest.languages:
        spoken = _words(languages, language, tools, manifest) if wording else None
        edition = EditionReader(tools, language, spoken, reference)
        editions[language] = edition.read(manifest.faces[language])
        reference = reference or editions[language]
    _check_strays(source, manifest, report)
    if reference and reference.all_known:
        _check_talks(manifest, reference, report)
    return _PackRead(manifest, editions, _sealed(manifest, editions, report))


def _manifest(source: Source, report: Report) -> Manifest | None:
    own = report.file(manifest_file.FILE)
    if not source.has(manifest_file.FILE):
        if not source.is_odd(manifest_file.FILE):
            own.error(0, "this file is missing", "give the folder of a pack, with its pack.toml")
        return None
    text = source.text(manifest_file.FILE, own, MOST_MANIFEST)
    return read_manifest(text, own) if text is not None else None


def _claims(source: Source, report: Report) -> Claims | None:
    """The source's claims, or None where the pack has none to check against."""
    if not source.has(claims_file.FILE):
        return None
    own = report.file(claims_file.FILE)
    text = source.text(claims_file.FILE, own)
    found = claims_file.read_claims(text, own) if text is not None else {}
    return None if own.has_errors else found


def _words(
    languages: Path, language: str, tools: Tools, manifest: Manifest
) -> LanguageWords | None:
    found = language_words(languages, language)
    if found is None and tools.claims is not None:
        tools.report.file(manifest_file.FILE).warning(
            manifest.toml.line("languages"),
            f"the program has no list of words for {language}, so strengths are not checked there",
            "have somebody compare its pages with the claims",
        )
    for claim in (tools.claims or {}).values():
        if found and claim.hedge and claim.hedge not in found.hedge:
            what = f"no words are known in {language} for the caution “{claim.hedge}” of {claim.id}"
            to_do = "use a caution that other claims have"
            tools.report.file(claims_file.FILE).warning(claim.line, what, to_do)
    return found


def _check_strays(source: Source, manifest: Manifest, report: Report) -> None:
    """Files that an author expects to see and that no reader looks at."""
    for name in source.tree.files:
        parts = name.split("/")
        if parts[-1].startswith("~") or parts[-1].endswith("~"):
            continue
        if len(parts) > 1 and parts[1:2] == ["topics"]:
            if parts[0] not in manifest.languages:
                what = f"{parts[0]} is not among the languages of pack.toml"
                report.file(f"{parts[0]}/topics").warning(0, what, "add it there, or remove it")
            elif len(parts) > 3 or not name.endswith(".md"):
                report.file(name).warning(0, "this file is not shown", "name it topics/….md")


def _check_talks(manifest: Manifest, reference: EditionRead, report: Report) -> None:
    own = report.file(manifest_file.FILE)
    for talk in manifest.talks:
        for key in ("topics", "hide"):
            for name in getattr(talk, key):
                if name not in reference.rows:
                    line = manifest.toml.line("talk", talk.name, key)
                    own.error(line, f"there is no topic {name[:80]!r}", "use the id of a topic")


def _sealed(manifest: Manifest, editions: dict[str, EditionRead], report: Report) -> frozenset[str]:
    """The languages whose words are still those that were reviewed."""
    sealed: set[str] = set()
    for language, review in manifest.reviews.items():
        text_hash = editions[language].text_hash
        if review.text_hash == text_hash:
            sealed.add(language)
            continue
        what = f"the seal is broken: a word in {language} changed since it was reviewed"
        to_do = "let it be reviewed again, then write"
        if not review.text_hash:
            what = f"the review of the text in {language} has no seal, so it does not count"
            to_do = "if the words are still those that were reviewed, write"
        line = manifest.toml.line("review", language, "text_hash")
        seal = f'text_hash = "{text_hash}"'
        report.file(manifest_file.FILE).warning(line, what, f"{to_do} {seal}")
    return frozenset(sealed)


def _refuses(file: str, manifest: Manifest) -> bool:
    """Whether an error in this file refuses the pack (DESIGN.md section 6, last paragraph)."""
    for language in manifest.languages[1:]:
        alone = (f"{language}/quiz.toml", f"{language}/{activities_file.FILE}")
        if file in alone or f"{file}/".startswith(f"{language}/topics/"):
            return False
    return True


def _header(read: _PackRead, writer: IndexWriter) -> dict[str, object]:
    manifest = read.manifest
    editions: dict[str, object] = {}
    for language, edition in read.editions.items():
        face = manifest.faces[language]
        review = manifest.reviews[language] if language in read.sealed else None
        shown = Edition(language, *face, TopicList(()), (), edition.glossary.entries, review)
        editions[language] = edition_header(
            shown,
            len(edition.rows),
            writer.topics(row.place for row in edition.rows.values()),
            writer.ids(edition.rows),
            edition.questions,
            writer.glossary(edition.glossary.entries),
            edition.activities.place,
        )
    return {
        "id": manifest.id,
        "version": manifest.version,
        "source": manifest.source,
        "talks": manifest.talks,
        "editions": editions,
    }
