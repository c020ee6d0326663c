"""The glossary: what IAM's words mean, and where they stand in a text. Reads JSON only, as the index does.

A wheel carries `glossary.json`, written when it is built; an editable install works it out and keeps it in a cache.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from iamtutor.course.term_finder import Found, TermFinder, folded
from iamtutor.words import Bilingual, Lang

FORMAT: Final = 1
GLOSSARY_FILE: Final = "glossary.json"
AUTHORED_FILE: Final = "glossary.yaml"
"""The file that people write, beside the lessons' folders."""


@dataclass(frozen=True, slots=True)
class Source:
    """The page that a definition follows, and the day it was last read."""

    url: str
    title: Bilingual
    read: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its name, other names in each language, what it means, and the lesson's step that teaches it."""

    id: str
    name: Bilingual
    means: Bilingual
    source: Source
    also_ko: tuple[str, ...] = ()
    also_en: tuple[str, ...] = ()
    lesson: str = ""
    step: str = ""

    def names(self, lang: Lang) -> tuple[str, ...]:
        """Every name in one language, the first the one to be used."""
        return (self.name.ko, *self.also_ko) if lang == "ko" else (self.name.en, *self.also_en)


class Glossary:
    """All terms, in the order of the file."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._by_id = {term.id: term for term in self.terms}

    def term(self, id_: str) -> Term:
        """The term with that id; KeyError where there is none."""
        return self._by_id[id_]

    def named(self, name: str) -> Term | None:
        """The term with that id or name, in either language, however it is spelt."""
        wanted = folded(name)
        for term in self.terms:
            if wanted in {term.id, *(folded(each) for each in (*term.names("ko"), *term.names("en")))}:
                return term
        return None

    def search(self, query: str) -> tuple[Term, ...]:
        """Terms for what somebody typed, in either language: names that begin so, names that hold it, then meanings."""
        wanted = folded(query)
        ranked: list[tuple[int, int, Term]] = []
        for place, term in enumerate(self.terms):
            names = [folded(each) for each in (term.id, *term.names("ko"), *term.names("en"))]
            if any(name.startswith(wanted) for name in names):
                ranked.append((0, place, term))
            elif any(wanted in name for name in names):
                ranked.append((1, place, term))
            elif len(wanted) > 1 and (wanted in folded(term.means.ko) or wanted in folded(term.means.en)):
                ranked.append((2, place, term))
        return tuple(term for _, _, term in sorted(ranked, key=lambda each: each[:2]))

    def found(self, text: str, lang: Lang) -> list[Found]:
        """Where terms stand in a text of one language, from its beginning."""
        return self._finders[lang].found(text)

    @cached_property
    def _finders(self) -> dict[Lang, TermFinder]:
        langs: tuple[Lang, Lang] = ("ko", "en")
        return {lang: TermFinder(((term.id, term.names(lang)) for term in self.terms), lang) for lang in langs}


def load_glossary(lessons: Path, cache: Path | None = None) -> Glossary:
    """The glossary beside the lessons; an empty one where there is none. `cache` is a folder to keep it in."""
    carried = _read(lessons.parent / GLOSSARY_FILE)
    if carried is not None:
        return carried
    file = lessons / AUTHORED_FILE
    kept = None if cache is None else cache / f"glossary-{_fingerprint(file)}.json"
    found = None if kept is None else _read(kept)
    if found is not None:
        return found
    from iamtutor.course.glossary_reading import read_glossary

    glossary = read_glossary(file).glossary
    if kept is not None:
        _keep(glossary, kept)
    return glossary


def glossary_text(glossary: Glossary) -> str:
    """The glossary as its file has it."""
    value = {"format": FORMAT, "terms": [asdict(term) for term in glossary.terms]}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read(file: Path) -> Glossary | None:
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
        return Glossary(_term(each) for each in value["terms"]) if value["format"] == FORMAT else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _term(value: Any) -> Term:
    source = value["source"]
    return Term(
        value["id"],
        Bilingual(**value["name"]),
        Bilingual(**value["means"]),
        Source(source["url"], Bilingual(**source["title"]), source["read"]),
        tuple(value["also_ko"]),
        tuple(value["also_en"]),
        value["lesson"],
        value["step"],
    )


def _fingerprint(file: Path) -> str:
    try:
        stat = file.stat()
    except OSError:
        return "none"
    return hashlib.sha256(f"{FORMAT}\0{file}\0{stat.st_mtime_ns}\0{stat.st_size}".encode()).hexdigest()[:16]


def _keep(glossary: Glossary, file: Path) -> None:
    """Keeps the glossary; older ones go. Nothing is lost where the folder cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        for old in file.parent.glob("glossary-*.json"):
            old.unlink(missing_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.write_text(glossary_text(glossary), encoding="utf-8")
        fresh.replace(file)
    except OSError:
        return
