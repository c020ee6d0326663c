"""Reading glossary.yaml, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from iamtutor.cloud import Places
from iamtutor.course.authored import read_file
from iamtutor.course.glossary import AUTHORED_FILE, Glossary, Source, Term
from iamtutor.course.glossary_shape import GlossaryShape, TermShape
from iamtutor.course.library import Library, UnknownContentError
from iamtutor.course.shape import SourceShape
from iamtutor.course.term_finder import folded
from iamtutor.policy import Finding
from iamtutor.words import Lang

MOST_SENTENCES = 3
_LANGS: tuple[Lang, Lang] = ("ko", "en")


@dataclass(frozen=True, slots=True)
class GlossaryReading:
    """What came of reading; a term whose source is not there is left out."""

    glossary: Glossary
    places: Places
    findings: tuple[Finding, ...]
    shape: GlossaryShape | None = None


def read_glossary(file: Path) -> GlossaryReading:
    """Reads a glossary; a missing file is an empty one and no mistake."""
    if not file.is_file():
        return GlossaryReading(Glossary(()), Places.nowhere(str(file)), ())
    authored = read_file(file, TypeAdapter(GlossaryShape))
    if authored.value is None:
        return GlossaryReading(Glossary(()), authored.places, authored.findings)
    sources = authored.value.sources
    terms = (_term(each, sources[each.source]) for each in authored.value.terms if each.source in sources)
    found = tuple(_check(authored.value, authored.places))
    return GlossaryReading(Glossary(terms), authored.places, found, authored.value)


def _term(shape: TermShape, source: SourceShape) -> Term:
    lesson, _, step = (shape.lesson or "").partition("/")
    read = Source(source.url, source.title, source.read.isoformat())
    return Term(shape.id, shape.name, shape.means, read, shape.also.ko, shape.also.en, lesson, step)


def _check(shape: GlossaryShape, places: Places) -> Iterator[Finding]:
    ids: set[str] = set()
    names: dict[tuple[Lang, str], str] = {}
    for index, term in enumerate(shape.terms):
        path = ("terms", index)
        if term.id in ids:
            yield places.finding("course.duplicate-id", (*path, "id"), name=term.id, other="glossary")
        ids.add(term.id)
        if term.source not in shape.sources:
            yield places.finding("course.unknown-source", (*path, "source"), source=term.source)
        for lang in _LANGS:
            also = term.also.ko if lang == "ko" else term.also.en
            for name in (term.name.text(lang), *also):
                other = names.setdefault((lang, folded(name)), term.id)
                if other != term.id:
                    yield places.finding("course.duplicate-term", (*path, "name"), name=name, other=other)
            if _sentences(term.means.text(lang)) > MOST_SENTENCES:
                yield places.finding("course.definition-too-long", (*path, "means"), term=term.id, limit=MOST_SENTENCES)
    used = {term.source for term in shape.terms}
    for source in shape.sources:
        if source not in used:
            yield places.finding("course.unused-source", ("sources", source), source=source)


def _sentences(text: str) -> int:
    pieces = text.replace("?", ".").replace("\n", " ").split(". ")
    return sum(bool(piece.strip(" .")) for piece in pieces)


def check_glossary(library: Library) -> Iterator[Finding]:
    """Everything wrong with the library's glossary; every term it leads on to a lesson's step from leads somewhere."""
    reading = read_glossary(library.lessons / AUTHORED_FILE)
    yield from reading.findings
    for index, term in enumerate(reading.shape.terms if reading.shape is not None else ()):
        if term.lesson is not None and not _is_step(library, *term.lesson.split("/")):
            yield reading.places.finding("course.unknown-step", ("terms", index, "lesson"), step=term.lesson)


def _is_step(library: Library, slug: str, step: str) -> bool:
    try:
        lesson = library.lesson(slug).lesson
    except UnknownContentError:
        return False
    return lesson is not None and any(each.id == step for each in lesson.steps)
