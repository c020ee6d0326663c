"""A pattern as a row of places, each accepting a set of characters once or any number of times.

Patterns of policies, templates of ARNs and values of condition keys all become globs, so that one search answers
whether a text can match some of them and none of the others. What the evaluator calls a `Piece` is read here alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from iamtutor.policy.operators.arn import PARTS, split_parts
from iamtutor.policy.pattern import Piece, pattern_of
from iamtutor.reason.charset import ANY, CharSet, none_of

NO_COLON = none_of(":")


class Place(NamedTuple):
    """One place of a glob: a set of characters; with `loop` any run of them, also none."""

    chars: CharSet
    loop: bool


ANYTHING = Place(ANY, loop=True)


class Glob:
    """A row of places. Equal rows are the same object (`glob_of`), so globs are compared and remembered by identity.

    `stem` is the text that every match begins with, `literal` whether there is nothing else; `letters` are the
    characters that its sets name; `loops` marks the places that are runs, `chain` how many stand beside each other.
    """

    __slots__ = ("_masks", "_matches", "chain", "letters", "literal", "loops", "places", "plain", "stem")

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.places = places
        stem: list[str] = []
        for place in places:
            only = _only(place)
            if only is None:
                break
            stem.append(only)
        self.stem = "".join(stem)
        self.literal = len(stem) == len(places)
        self.plain = all(place.chars is ANY or _only(place) is not None for place in places)
        self.letters: frozenset[str] = frozenset().union(*(place.chars.chars for place in places))
        self.loops = sum(1 << number for number, place in enumerate(places) if place.loop)
        self.chain = _longest_chain(places)
        self._masks: dict[str, tuple[int, int]] = {}
        self._matches = pattern_of(_pieces(places)) if self.plain else None

    def matches(self, text: str) -> bool:
        """Whether the whole text matches; in linear time."""
        if self._matches is not None:
            return self._matches(text)
        if not text.startswith(self.stem):
            return False
        states = self.closed(1)
        for char in text:
            advance, stay = self.masks(char)
            states = self.closed(((states & advance) << 1) | (states & stay))
            if not states:
                return False
        return bool(states >> len(self.places) & 1)

    def masks(self, char: str) -> tuple[int, int]:
        """Bit sets over the places that take `char`: those passed by it, and those that stay where they are."""
        found = self._masks.get(char)
        if found is None:
            advance = stay = 0
            for number, (chars, loop) in enumerate(self.places):
                if chars.takes(char):
                    if loop:
                        stay |= 1 << number
                    else:
                        advance |= 1 << number
            found = self._masks[char] = (advance, stay)
        return found

    def closed(self, states: int) -> int:
        """The states with those that are reached by leaving out runs."""
        for _ in range(self.chain):
            states |= (states & self.loops) << 1
        return states

    @property
    def sets(self) -> list[tuple[bool, bool, str]]:
        """What each place takes, written out."""
        return [(place.loop, place.chars.negated, "".join(sorted(place.chars.chars))) for place in self.places]

    def __repr__(self) -> str:
        return f"Glob({text_of(self)!r})"


def _only(place: Place) -> str | None:
    if place.loop or place.chars.negated or len(place.chars.chars) != 1:
        return None
    return next(iter(place.chars.chars))


def _longest_chain(places: tuple[Place, ...]) -> int:
    longest = length = 0
    for place in places:
        length = length + 1 if place.loop else 0
        longest = max(longest, length)
    return longest


def _pieces(places: tuple[Place, ...]) -> list[Piece]:
    pieces: list[Piece] = []
    for place in places:
        only = _only(place)
        pieces.append(Piece(only, True) if only is not None else Piece("*" if place.loop else "?", False))
    return pieces


@lru_cache(maxsize=16384)
def glob_of(places: tuple[Place, ...]) -> Glob:
    """The one glob of a row of places."""
    return Glob(places)


def text_of(glob: Glob) -> str:
    """How a person would write it: as a pattern, sets as `?` and `*`."""
    return "".join(_only(place) or ("*" if place.loop else "?") for place in glob.places)


@lru_cache(maxsize=16384)
def plain_glob(pieces: tuple[Piece, ...]) -> Glob:
    """The glob of a pattern in which ``*`` crosses everything: a Resource element, StringLike."""
    return glob_of(tuple(_places(pieces)))


@lru_cache(maxsize=4096)
def literal_glob(text: str) -> Glob:
    """The glob that matches one text."""
    return glob_of(tuple(_letter(char) for char in text))


@lru_cache(maxsize=4096)
def caseless_glob(text: str) -> Glob:
    """The glob that matches one text whatever its case."""
    return glob_of(tuple(Place(CharSet(frozenset({char.lower(), char.upper()})), loop=False) for char in text))


@lru_cache(maxsize=4096)
def arn_glob(pieces: tuple[Piece, ...]) -> Glob:
    """The glob of an ARN condition: cut at the first five colons, ``*`` stays within its part but in the sixth."""
    parts = split_parts(pieces)
    places: list[Place] = []
    for number, part in enumerate(parts):
        if number:
            places.append(_letter(":"))
        places.extend(_places(part, ANY if number == PARTS - 1 else NO_COLON))
    return glob_of(tuple(_joined(places)))


def joined_globs(globs: Iterable[Glob]) -> Glob:
    """One after the other."""
    return glob_of(tuple(_joined(place for glob in globs for place in glob.places)))


def class_glob(chars: CharSet, *, least: int = 1) -> Glob:
    """Any run of these characters, at least so long."""
    return glob_of((*[Place(chars, loop=False)] * least, Place(chars, loop=True)))


def repeated_glob(chars: CharSet, times: int) -> Glob:
    """So many of these characters."""
    return glob_of((Place(chars, loop=False),) * times)


@lru_cache(maxsize=2048)
def _letter(char: str) -> Place:
    return Place(CharSet(frozenset(char)), loop=False)


def _places(pieces: Iterable[Piece], wild: CharSet = ANY) -> list[Place]:
    places: list[Place] = []
    for piece in pieces:
        for char in piece.text:
            if piece.literal or char not in "*?":
                places.append(_letter(char))
            else:
                places.append(Place(wild, loop=char == "*"))
    return _joined(places)


def _joined(places: Iterable[Place]) -> list[Place]:
    """Two equal runs beside each other are one."""
    found: list[Place] = []
    for place in places:
        if not (place.loop and found and found[-1] == place):
            found.append(place)
    return found


EVERYTHING = glob_of((ANYTHING,))
NOT_EMPTY = class_glob(ANY)
