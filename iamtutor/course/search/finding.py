"""Finding passages and ranking the places that they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from iamtutor.course.search.passage import Passage, PlaceKind, Weight
from iamtutor.course.search.query import EXACT, Word, words_of
from iamtutor.words import Bilingual, Lang

_WORTH: Final = {Weight.TITLE: 10.0, Weight.HEADING: 5.0, Weight.TEXT: 2.0, Weight.CODE: 1.0}
_TOGETHER: Final = 3.0
"""What it is worth that all words stand in one passage."""
_PHRASE: Final = 5.0
"""What it is worth that they follow each other there as they were typed."""
_KINDS: Final = tuple(PlaceKind)
_BEFORE: Final = 24
"""Characters of an excerpt in front of the first word that was found."""
_EXCERPT: Final = 160
_NEAR: Final = 40

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A place with the passage that fits best: `excerpt` is the part of it to be shown, `spans` what fits in there.

    `title` is the place's own, that of the lesson for a quiz; `lesson` is the lesson's title for a step, else empty.
    `is_title` says that the excerpt is the title itself.
    """

    kind: PlaceKind
    id: str
    title: Bilingual
    lesson: Bilingual
    lang: Lang
    block: int
    excerpt: str
    spans: Spans
    is_title: bool
    score: float


_Hits = dict[int, list[tuple[int, int, float]]]
"""By passage: start, end and fit."""


class SearchIndex:
    """All passages as one text. Made once; `find` changes nothing, so that several threads may search."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.passages = tuple(passages)
        self._starts: list[int] = []
        lines: list[str] = []
        at = 0
        for passage in self.passages:
            line = _small(passage.text)
            self._starts.append(at)
            lines.append(line)
            at += len(line) + 1
        self._text = "\n".join(lines)
        self._titles = _titles(self.passages)

    def find(self, written: str, lang: Lang, most: int = 50) -> tuple[Found, ...]:
        """The places that hold every word, the best first; of passages that fit equally well the one in `lang`."""
        words = words_of(written)
        if not words:
            return ()
        by_word = [self._hits(word) for word in words]
        places: dict[tuple[PlaceKind, str], list[set[int]]] = {}
        for number, hits in enumerate(by_word):
            for passage in hits:
                key = self.passages[passage][:2]
                places.setdefault(key, [set() for _ in words])[number].add(passage)
        found = [self._found(key, numbers, by_word, lang) for key, numbers in places.items() if all(numbers)]
        order = {key: number for number, key in enumerate(self._titles)}
        found.sort(key=lambda each: (-each.score, _KINDS.index(each.kind), order.get((each.kind, each.id), 0)))
        return tuple(found[:most])

    def _hits(self, word: Word) -> _Hits:
        found: _Hits = {}
        for start, end, fit in word.hits(self._text):
            number = bisect_right(self._starts, start) - 1
            if word.titles_only and self.passages[number].weight < Weight.HEADING:
                continue
            base = self._starts[number]
            found.setdefault(number, []).append((start - base, end - base, fit))
        return found

    def _found(self, key: tuple[PlaceKind, str], numbers: list[set[int]], by_word: list[_Hits], lang: Lang) -> Found:
        def shown(number: int) -> tuple[float, bool, int]:
            return self._worth(number, by_word), self.passages[number].lang == lang, -number

        best = max(set().union(*numbers), key=shown)
        passage = self.passages[best]
        score = sum(
            max(_WORTH[self.passages[each].weight] * _fit(hits, each) for each in of_word)
            for hits, of_word in zip(by_word, numbers, strict=True)
        )
        score += _bonus(best, by_word)
        hits = sorted((start, end, fit) for found in by_word for start, end, fit in found.get(best, ()))
        is_title = passage.weight is Weight.TITLE
        if is_title and hits[0][0] == 0 and hits[0][2] == EXACT:
            score += 1
        excerpt, spans = _excerpt(passage.text, _joined([hit[:2] for hit in hits]))
        lesson = self._titles.get((PlaceKind.LESSON, key[1].partition("/")[0])) if key[0] is PlaceKind.STEP else None
        return Found(
            *key,
            self._title(*key),
            lesson or Bilingual("", ""),
            passage.lang,
            passage.block,
            excerpt,
            spans,
            is_title,
            score,
        )

    def _worth(self, number: int, by_word: list[_Hits]) -> float:
        """Of a passage alone: each word counts by its best fit, and all of them together count more."""
        fits = sum(_fit(hits, number) for hits in by_word)
        return _WORTH[self.passages[number].weight] * fits + 2 * _bonus(number, by_word)

    def _title(self, kind: PlaceKind, id_: str) -> Bilingual:
        own = (PlaceKind.LESSON if kind is PlaceKind.QUIZ else kind, id_)
        return self._titles.get(own, Bilingual(id_, id_))


def _fit(hits: _Hits, passage: int) -> float:
    return max((fit for _, _, fit in hits.get(passage, ())), default=0.0)


def _bonus(passage: int, by_word: list[_Hits]) -> float:
    """What several words are worth beyond themselves: in one passage, and one behind the other."""
    if len(by_word) == 1 or any(passage not in hits for hits in by_word):
        return 0.0
    follow = all(
        any(0 <= start - end <= 1 for _, end, _ in before[passage] for start, _, _ in after[passage])
        for before, after in pairwise(by_word)
    )
    return _TOGETHER + (_PHRASE if follow else 0.0)


def _titles(passages: Iterable[Passage]) -> Mapping[tuple[PlaceKind, str], Bilingual]:
    """The title of every place, in the order of the course."""
    found: dict[tuple[PlaceKind, str], dict[Lang, str]] = {}
    for passage in passages:
        if passage.weight is Weight.TITLE:
            found.setdefault(passage[:2], {})[passage.lang] = passage.text
    titles = {}
    for key, texts in found.items():
        either = next(iter(texts.values()))
        titles[key] = Bilingual(texts.get("ko", either), texts.get("en", either))
    return titles


def _small(text: str) -> str:
    """In small letters, character by character as long as before."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without overlaps."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _excerpt(text: str, spans: list[tuple[int, int]]) -> tuple[str, Spans]:
    """The part of a text where most was found, and where that stands in it."""
    near = [sum(first <= start <= first + _NEAR for start, _ in spans) for first, _ in spans]
    first = spans[near.index(max(near))][0] if spans else 0
    start = 0
    if first > _BEFORE:
        blank = text.find(" ", first - _BEFORE, first)
        start = blank + 1 if blank >= 0 else first - _BEFORE
    end = min(len(text), start + _EXCERPT)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    by = len(before) - start
    moved = tuple((max(a, start) + by, min(b, end) + by) for a, b in spans if a < end and b > start)
    return before + text[start:end] + after, moved
