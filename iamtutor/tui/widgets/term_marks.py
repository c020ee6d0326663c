"""Terms of the glossary in a stretch of text: all that stand there, and those that are marked because they are new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from textual.content import Content
from textual.style import Style

from iamtutor.course.term_finder import Found
from iamtutor.tui.widgets.typeset import CODE, LINK, paragraphs
from iamtutor.words import Lang


class Finder(Protocol):
    """Finds terms in a text."""

    def found(self, text: str, lang: Lang) -> list[Found]:
        """The terms of a text, from its beginning."""
        ...


@dataclass(frozen=True)
class Marks:
    """Marks the first occurrence of some terms in a text, to be clicked."""

    finder: Finder
    lang: Lang
    ids: frozenset[str]

    def marked(self, content: Content, done: set[str]) -> Content:
        """The text with its marks, code and links left alone."""
        for found in terms_of(content, self.finder, self.lang):
            if found.id in self.ids and found.id not in done:
                done.add(found.id)
                content = content.stylize(_style(found.id), found.start, found.end)
        return content


@dataclass(frozen=True)
class Terms:
    """The terms of one block in both languages, and which of them the step has not had before."""

    ko: tuple[str, ...]
    en: tuple[str, ...]
    marks_ko: Marks
    marks_en: Marks

    def ids(self, lang: Lang) -> tuple[str, ...]:
        """The terms in one language, in the order of the text."""
        return self.ko if lang == "ko" else self.en

    def marks(self, lang: Lang) -> Marks:
        """What is to be marked."""
        return self.marks_ko if lang == "ko" else self.marks_en


def terms_in(markdown: str, finder: Finder, lang: Lang) -> tuple[str, ...]:
    """The terms in a Markdown text, each once."""
    return tuple(dict.fromkeys(found.id for text in paragraphs(markdown) for found in terms_of(text, finder, lang)))


def terms_of(content: Content, finder: Finder, lang: Lang) -> Iterator[Found]:
    """The terms of a paragraph but for those in code and in links."""
    closed = [(span.start, span.end) for span in content.spans if span.style in (CODE, LINK)]
    for found in finder.found(content.plain, lang):
        if not any(start < found.end and found.start < end for start, end in closed):
            yield found


def _style(term: str) -> Style:
    return Style(underline=True) + Style.from_meta({"@click": f"app.open_glossary({term!r})"})
