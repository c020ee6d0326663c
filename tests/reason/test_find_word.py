"""The search for a text against plain enumeration: complete, shortest, and the shortcuts before it always right."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from iamtutor.policy.operators.arn import _arn_like
from iamtutor.policy.pattern import Piece, pattern_of
from iamtutor.reason.arn_template import template_glob
from iamtutor.reason.budget import Budget
from iamtutor.reason.charset import ANY, CharSet, none_of, one_of
from iamtutor.reason.glob import Glob, Place, arn_glob, caseless_glob, glob_of, plain_glob
from iamtutor.reason.inclusion import apart, within
from iamtutor.reason.word_search import find_word
from tests.conftest import EVERYTHING

SYSTEMS = 6_000 if EVERYTHING else 600
LONGEST = 5 if EVERYTHING else 4
SETS = [ANY, none_of("a"), none_of(":"), one_of("a"), one_of("b"), one_of("ab"), none_of("ab"), one_of("a:")]


def texts(alphabet: str, longest: int) -> list[str]:
    return ["".join(word) for length in range(longest + 1) for word in product(alphabet, repeat=length)]


TEXTS = texts("abc:", LONGEST)
"""Every text of so many characters; `c` stands for all characters that no glob names."""


def some_glob(random: Random, longest: int = 4) -> Glob:
    return glob_of(
        tuple(Place(random.choice(SETS), loop=random.random() < 0.4) for _ in range(random.randint(0, longest)))
    )


def plainly(glob: Glob, text: str) -> bool:
    """Whether a glob matches, place by place and without any automaton."""
    reached = {0}
    places = glob.places

    def skipping(states: set[int]) -> set[int]:
        found = set(states)
        for number, place in enumerate(places):
            if number in found and place.loop:
                found.add(number + 1)
        return found

    reached = skipping(reached)
    for char in text:
        following = set()
        for state in reached:
            if state < len(places) and places[state].chars.takes(char):
                following.add(state if places[state].loop else state + 1)
        reached = skipping(following)
    return len(places) in reached


def test_the_word_is_there_if_one_is_and_none_is_shorter(random_seed: int) -> None:
    random = Random(random_seed)
    for _ in range(SYSTEMS):
        positives = [some_glob(random) for _ in range(random.randint(0, 3))]
        negatives = [some_glob(random) for _ in range(random.randint(0, 3))]
        fitting = [
            text
            for text in TEXTS
            if all(plainly(each, text) for each in positives) and not any(plainly(each, text) for each in negatives)
        ]
        found = find_word(positives, negatives, Budget())
        if found is None:
            assert not fitting, (positives, negatives, fitting[0])
            continue
        assert all(plainly(each, found) and each.matches(found) for each in positives)
        assert not any(plainly(each, found) or each.matches(found) for each in negatives)
        if fitting:
            assert len(found) == min(map(len, fitting)), (positives, negatives, found, fitting[0])
        else:
            assert len(found) > LONGEST, (positives, negatives, found)


def test_within_and_apart_are_certain(random_seed: int) -> None:
    random = Random(random_seed)
    proved = 0
    for _ in range(SYSTEMS):
        one, other = some_glob(random), some_glob(random)
        if random.random() < 0.5:  # near: one place changed
            places = list(one.places)
            if places:
                places[random.randrange(len(places))] = Place(random.choice(SETS), loop=random.random() < 0.5)
            other = glob_of(tuple(places))
        inside, disjoint = within(one, other), apart(one, other)
        proved += inside + disjoint
        if inside or disjoint:
            for text in TEXTS:
                assert not (inside and plainly(one, text)) or plainly(other, text), (one.places, other.places, text)
                assert not disjoint or not (plainly(one, text) and plainly(other, text)), (one, other, text)
    assert proved > SYSTEMS // 10


def test_a_glob_matches_as_the_pattern_does(random_seed: int) -> None:
    """The evaluator's own matchers: Resource patterns and StringLike, ArnLike, operators that ignore case."""
    random = Random(random_seed)
    for _ in range(SYSTEMS):
        pieces = tuple(
            Piece("".join(random.choice("ab:*?") for _ in range(random.randint(0, 3))), literal=random.random() < 0.3)
            for _ in range(random.randint(1, 3))
        )
        matches, glob = pattern_of(pieces), plain_glob(pieces)
        for text in random.sample(TEXTS, 60):
            assert glob.matches(text) is matches(text), (pieces, text)


def test_an_arn_glob_matches_part_by_part(random_seed: int) -> None:
    random = Random(random_seed)
    for _ in range(SYSTEMS):
        parts = [
            "".join(random.choice("ab*?") for _ in range(random.randint(0, 2))) for _ in range(random.randint(4, 8))
        ]
        written = ":".join(parts)
        cut = random.randint(0, len(written))
        pieces = (Piece(written[:cut], literal=random.random() < 0.3), Piece(written[cut:], literal=False))
        test, glob = _arn_like(pieces), arn_glob(pieces)
        for _ in range(40):
            near = [
                p.replace("*", random.choice(["", "a", "b", "ab", ":"])).replace("?", random.choice("ab:"))
                for p in parts
            ]
            text = ":".join(near)
            assert glob.matches(text) is test(text), (pieces, text)


def test_arn_patterns_are_compared_over_arns(random_seed: int) -> None:
    """What matches a pattern part by part: the word found is one that both evaluator's tests confirm."""
    random = Random(random_seed)
    words = [":".join(parts) for parts in product(["", "a"], repeat=5)]
    everything = [f"{word}:{last}" for word in words for last in ("", "a", "b", "ab", "a:b", ":")]
    for _ in range(SYSTEMS // 10):
        written = [":".join(random.choice(["*", "a", "?", "", "a*"]) for _ in range(6)) for _ in range(3)]
        pieces = [(Piece(each, literal=False),) for each in written]
        first, second, third = map(_arn_like, pieces)
        globs = [arn_glob(each) for each in pieces]
        found = find_word(globs[:1], globs[1:], Budget())
        if found is None:
            assert not any(first(text) and not second(text) and not third(text) for text in everything), written
        else:
            assert first(found)
            assert not second(found)
            assert not third(found)


@pytest.mark.parametrize("text", ["Team", "a-B", "", "É", "1"])
def test_case_is_ignored_letter_by_letter(text: str) -> None:
    glob = caseless_glob(text)
    for other in {text, text.lower(), text.upper(), text.swapcase()}:
        assert glob.matches(other)
    assert not glob.matches(text + "x")


def test_templates_keep_their_parts() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"""
    table = template_glob("arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}")
    assert table.matches("arn:aws:dynamodb:us-east-1:111122223333:table/orders")
    for wrong in ("table/a/b", "table/", "table/a:b", "stream/a"):
        assert not table.matches(f"arn:aws:dynamodb:us-east-1:111122223333:{wrong}")
    for wrong in ("us-east-1:11112222333", "us:east:111122223333", ":111122223333", "us-east-1:*"):
        assert not table.matches(f"arn:aws:dynamodb:{wrong}:table/a")


def test_sets_of_characters_are_compared_rightly() -> None:
    named = [frozenset(each) for each in ("", "a", "b", "ab")]
    sets = [CharSet(chars, negated) for chars in named for negated in (False, True)]
    for one, other in product(sets, repeat=2):
        taken = [{char for char in "abc" if each.takes(char)} for each in (one, other)]
        assert one.within(other) is (taken[0] <= taken[1]), (one, other)
        assert one.meets(other) is bool(taken[0] & taken[1]), (one, other)
