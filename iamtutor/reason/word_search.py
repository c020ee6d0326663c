"""The shortest text that some globs match and others do not, or the certainty that there is none.

All globs of a question run side by side as one automaton whose states are bits of one integer: a character costs three
operations on it, however many globs there are. Breadth first, so that the first text found is a shortest one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from iamtutor.reason.budget import Budget
from iamtutor.reason.glob import ANYTHING, Glob, text_of
from iamtutor.reason.inclusion import apart, within

_READABLE = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./=+,@: ~!"
"""Characters tried for a place that takes any, the friendliest first."""


def find_word(
    positives: Sequence[Glob], negatives: Sequence[Glob], budget: Budget, hints: Iterable[str] = ()
) -> str | None:
    """A text that every one of `positives` matches and none of `negatives`, or None where there is none.

    A hint that fits is taken before a shortest text. Raises ExhaustedError where the budget does not suffice.
    """
    budget.spend(1 + (len(positives) + len(negatives)) // 8)
    for hint in hints:
        if all(one.matches(hint) for one in positives) and not any(other.matches(hint) for other in negatives):
            return hint
    return _remembered(frozenset(positives), frozenset(negatives), budget)


_MOST_REMEMBERED = 20_000
_ANSWERS: dict[tuple[frozenset[Glob], frozenset[Glob]], tuple[str | None, int]] = {}


def _remembered(positives: frozenset[Glob], negatives: frozenset[Glob], budget: Budget) -> str | None:
    """The answer to a question of before; it costs as many steps as it did then, so that the same input ends alike."""
    question = positives, negatives
    known = _ANSWERS.get(question)
    if known is not None:
        budget.spend(known[1])
        return known[0]
    before = budget.left
    word = _shortest(sorted(positives, key=_looseness), negatives, budget)
    if len(_ANSWERS) >= _MOST_REMEMBERED:
        _ANSWERS.clear()
    _ANSWERS[question] = word, before - budget.left
    return word


def _looseness(glob: Glob) -> tuple[int, str, str]:
    """An order that does not hang on chance: equal texts may stand for different sets of characters."""
    return -len(glob.stem), text_of(glob), "" if glob.plain else str(glob.sets)


def _shortest(positives: Sequence[Glob], negatives: Iterable[Glob], budget: Budget) -> str | None:
    for number, one in enumerate(positives):
        if any(apart(one, other) for other in positives[:number]):
            return None
    needed = _narrowest(positives)
    others = [other for other in negatives if not any(apart(one, other) for one in needed)]
    if any(within(one, other) for one in needed for other in others):
        return None
    return _search(needed, sorted(others, key=_looseness), budget)


def _narrowest(positives: Sequence[Glob]) -> list[Glob]:
    """Without the globs that another of them makes needless."""
    needed: list[Glob] = []
    for one in positives:
        if not any(within(kept, one) for kept in needed):
            needed = [*(kept for kept in needed if not within(one, kept)), one]
    return needed


class _Automaton:
    """Several globs packed into one integer, each with a bit more than it has places: the last means matched."""

    def __init__(self, positives: Sequence[Glob], negatives: Sequence[Glob]) -> None:
        self.globs = [*positives, *negatives]
        self.offsets: list[int] = []
        at = 0
        for glob in self.globs:
            self.offsets.append(at)
            at += len(glob.places) + 1
        self.width = at
        packed = list(zip(self.globs, self.offsets, strict=True))
        self.loops = sum(glob.loops << offset for glob, offset in packed)
        self.chain = max((glob.chain for glob in self.globs), default=0)
        self.start = self.closed(sum(1 << offset for offset in self.offsets))
        count = len(positives)
        self.alive = [((2 << len(glob.places)) - 1) << offset for glob, offset in packed[:count]]
        self.accepting = sum(1 << (offset + len(glob.places)) for glob, offset in packed[:count])
        self.refusing = sum(1 << (offset + len(glob.places)) for glob, offset in packed[count:])
        self.lost = sum(
            1 << (offset + len(glob.places) - 1)
            for glob, offset in packed[count:]
            if glob.places and glob.places[-1] == ANYTHING
        )
        self.stars, self.below = _stars(packed)
        self.letters = self._letters()

    def closed(self, states: int) -> int:
        for _ in range(self.chain):
            states |= (states & self.loops) << 1
        return states

    def _letters(self) -> list[tuple[str, int, int]]:
        """One character of each kind, with the places that it passes and those where it stays."""
        named = frozenset().union(*(glob.letters for glob in self.globs))
        found: dict[tuple[int, int], str] = {}
        for char in (*_READABLE, *sorted(named - set(_READABLE)), _stranger(named)):
            advance = stay = 0
            for glob, offset in zip(self.globs, self.offsets, strict=True):
                forward, still = glob.masks(char)
                advance |= forward << offset
                stay |= still << offset
            found.setdefault((advance, stay), char)
        return [(char, advance, stay) for (advance, stay), char in found.items()]

    def trimmed(self, states: int) -> int:
        """Without the states below a run of anything: whatever they could still match, the run matches too."""
        for star in self.stars:
            if states & star:
                states &= ~self.below[star]
        return states


def _stars(packed: Sequence[tuple[Glob, int]]) -> tuple[list[int], dict[int, int]]:
    stars: list[int] = []
    below: dict[int, int] = {}
    for glob, offset in packed:
        for number, place in enumerate(glob.places):
            if place == ANYTHING and number:
                star = 1 << (offset + number)
                stars.append(star)
                below[star] = ((1 << number) - 1) << offset
    return stars, below


def _stranger(named: frozenset[str]) -> str:
    """A character that no glob names."""
    return next(char for char in map(chr, range(0x3B1, 0x110000)) if char not in named)


def _search(positives: Sequence[Glob], negatives: Sequence[Glob], budget: Budget) -> str | None:
    automaton = _Automaton(positives, negatives)
    accepting, refusing, lost = automaton.accepting, automaton.refusing, automaton.lost
    alive, letters = automaton.alive, automaton.letters
    start = automaton.trimmed(automaton.start)
    # A state costs as much as it has ways on, and the more the longer the integers are.
    price = 1 + len(letters) * (1 + automaton.width // 1024) // 3
    if start & lost:
        return None
    came_from: dict[int, tuple[int, str]] = {start: (-1, "")}
    waiting = deque([start])
    while waiting:
        states = waiting.popleft()
        if states & accepting == accepting and not states & refusing:
            return _spelled(states, came_from)
        budget.spend(price)
        for char, advance, stay in letters:
            following = ((states & advance) << 1) | (states & stay)
            for mask in alive:
                if not following & mask:
                    break
            else:
                following = automaton.trimmed(automaton.closed(following))
                if not following & lost and following not in came_from:
                    came_from[following] = (states, char)
                    waiting.append(following)
    return None


def _spelled(states: int, came_from: dict[int, tuple[int, str]]) -> str:
    letters: list[str] = []
    while (step := came_from[states])[0] >= 0:
        letters.append(step[1])
        states = step[0]
    return "".join(reversed(letters))
