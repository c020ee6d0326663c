"""What a search found, wherever it was found: what to show of it, and where it leads. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iamtutor.tui.guide import Guide
from iamtutor.tui.stop import CatalogPlace, Quiz, Stop
from iamtutor.words import Bilingual, Lang

if TYPE_CHECKING:
    from iamtutor.catalog import Catalog, Named
    from iamtutor.course.search import Found

MOST_NAMES: Final = 12
"""How many names of the catalogue stand in one list."""
_WORTH_OF_NAME: Final = (12.0, 6.0, 3.0, 1.5, 0.2)
"""By how well a name fits: between what titles (10), headings (5) and texts (2) of the course are worth, or after them."""

_NOTHING: Final = Bilingual("", "")
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Result:
    """`kind` names a message (`search-kind-…`). `spans` mark what fits in `excerpt`, where there is one, else in the
    title. `beside` says where it belongs. It leads to a stop or to an action of the screen below."""

    kind: str
    title: Bilingual
    score: float
    beside: Bilingual = _NOTHING
    excerpt: str = ""
    spans: Spans = ()
    stop: Stop | None = None
    action: str = ""


@dataclass(frozen=True)
class Offer:
    """A command of the screen below, as the search knows it."""

    label: Bilingual
    about: Bilingual
    key: str
    action: str


def from_course(guide: Guide, written: str, lang: Lang) -> Iterator[Result]:
    """What the course holds. Runs beside the screen."""
    words = max(1, len(written.split()))
    for found in guide.search_index.find(written, lang):
        stop = stop_of(guide, found)
        if stop is None:
            continue
        own = found.title.text(lang)
        as_title = found.is_title and found.excerpt == own
        yield Result(
            found.kind,
            found.title,
            found.score / words,
            found.lesson,
            "" if as_title else found.excerpt,
            found.spans,
            stop,
        )


def stop_of(guide: Guide, found: Found) -> Stop | None:
    """Where a find leads (a lesson without a step: where the learner was in it); None where that is no more."""
    sought = tuple(dict.fromkeys(found.excerpt[start:end] for start, end in found.spans))
    if found.kind == "exercise":
        return Stop(exercise=found.id, sought=sought) if found.id in guide.index.exercises else None
    lesson, _, step = found.id.partition("/")
    if lesson not in {each.slug for each in guide.index.lessons}:
        return None
    if found.kind == "quiz":
        return Stop(quiz=Quiz(lesson))
    if found.kind == "lesson":
        return Stop(lesson)
    return Stop(lesson, step, block=found.block, sought=sought)


def from_catalog(catalog: Catalog, written: str) -> Iterator[Result]:
    """Names of the catalogue, and where there are more of them than are shown, all of them. Runs beside the screen."""
    from iamtutor.policy.pattern import is_wild

    if is_wild(written):
        count = len(catalog.expand(written.strip()))
        if count:
            yield _all(written, count, 9.0)
        return
    names = catalog.names.ranked(written)
    for rank, named in names[:MOST_NAMES]:
        yield Result(
            named.kind,
            _alike(named.name),
            _WORTH_OF_NAME[rank],
            _beside(catalog, named),
            spans=_places(written, named.name),
            stop=Stop(catalog=CatalogPlace(named.name, named.kind)),
        )
    if len(names) > MOST_NAMES:
        yield _all(written, len(names), 0.0)


def _beside(catalog: Catalog, named: Named) -> Bilingual:
    """What a service is called; for a Korean reader also what an action or a key means, as its name says in English."""
    return Bilingual(named.title or catalog.korean_of(named), named.title)


def _places(written: str, name: str) -> Spans:
    """Where each word stands in a name."""
    small = name.lower()
    found = ((small.find(word), len(word)) for word in written.lower().split())
    return tuple(sorted((at, at + length) for at, length in found if at >= 0))


def _all(written: str, count: int, score: float) -> Result:
    from iamtutor.tui.messages import MESSAGES
    from iamtutor.words import say

    ko, en = (say(MESSAGES, "tui.search-all-in-catalog", lang, count=count) for lang in ("ko", "en"))
    return Result("catalog", Bilingual(ko, en), score, _alike(written), stop=Stop(catalog=CatalogPlace(written, "all")))


def from_commands(offers: Iterable[Offer], written: str) -> Iterator[Result]:
    """Commands whose name holds what was written in either language, or whose sentence holds all its words."""
    small = written.lower().strip()
    if len(small) < 2:
        return
    for offer in offers:
        labels = (offer.label.ko.lower(), offer.label.en.lower())
        texts = (offer.about.ko.lower(), offer.about.en.lower())
        beside = _alike(offer.key)
        if any(small in label for label in labels):
            score = 11.0 if small in labels else 8.0
            yield Result("command", offer.label, score, beside, action=offer.action)
        elif any(all(word in text for word in small.split()) for text in texts):
            yield Result("command", offer.label, 1.9, beside, action=offer.action)


def in_order(results: Iterable[Result]) -> tuple[Result, ...]:
    """The best first; of equally good ones the order in which they come."""
    return tuple(sorted(results, key=lambda result: -result.score))


def _alike(text: str) -> Bilingual:
    return Bilingual(text, text)
