"""A word explained: what it is, what it means, and the facts about it, to be laid out by whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from iamtutor.editing.candidate import Words


class Row(NamedTuple):
    """A fact in two columns: a name as a policy writes it, and what is to be said of it."""

    name: str
    about: Words = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Facts under a heading: rows, or whole sentences."""

    title: Words
    facts: tuple[Row | Words, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """`what` says what sort of word it is; `source` is the page of AWS's documentation, where there is one."""

    word: str
    what: tuple[Words, ...]
    about: tuple[Words, ...] = ()
    sections: tuple[Section, ...] = ()
    source: str = ""

    def with_sections(self, *sections: Section | None) -> Explained:
        """The same with more facts; None is left out."""
        return replace(self, sections=(*self.sections, *(each for each in sections if each is not None and each.facts)))
