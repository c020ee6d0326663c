"""The glossary's words on a page: each is marked once in a step, where it first stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from iamtutor.course import Glossary
from iamtutor.tui.widgets.page import Block, Box, Prose
from iamtutor.tui.widgets.term_marks import Marks, Terms, terms_in
from iamtutor.words import Lang


def with_terms(blocks: Iterable[Block], glossary: Glossary) -> Iterator[Block]:
    """The blocks of a page with their terms."""
    seen: dict[Lang, set[str]] = {"ko": set(), "en": set()}
    for block in blocks:
        if not isinstance(block, Prose | Box) or not glossary.terms:
            yield block
            continue
        ko, en = terms_in(block.text.ko, glossary, "ko"), terms_in(block.text.en, glossary, "en")
        fresh_ko, fresh_en = frozenset(ko) - seen["ko"], frozenset(en) - seen["en"]
        seen["ko"] |= fresh_ko
        seen["en"] |= fresh_en
        yield replace(block, terms=Terms(ko, en, Marks(glossary, "ko", fresh_ko), Marks(glossary, "en", fresh_en)))
