"""Patterns with variables that lie within each other whatever the variables hold."""

from __future__ import annotations

from random import Random

import pytest

from iamtutor.policy.pattern import pattern_of
from iamtutor.policy.variables import Context, Template, resource_template, template
from iamtutor.reason.opaque import lies_within
from tests.conftest import EVERYTHING

PIECES = ["a", "b", "/", "*", "?", "${k}", "${k}", "${l}", "${k, 'a'}", "${k, ''}", "${l, '*'}", "${*}"]
VALUES = ["", "a", "b", "ab", "*", "?", "a/b", ":", "${k}", "aab"]
TEXTS = ["", *"ab/*?:", "aa", "ab", "ba", "a/", "a/b", "aab", "${k}", "*a", "a*", "?", "\U000f0000", "\U000f0001"]


def fillings(one: Template, other: Template, random: Random) -> list[str]:
    """Texts near both patterns: their stars and question marks filled in, their variables put in."""
    found = [*TEXTS]
    for _ in range(12):
        text = "".join(_filled(part, random) for part in random.choice((one, other)).parts)
        found.append(text)
    return found


def _filled(part: object, random: Random) -> str:
    from iamtutor.policy.pattern import Piece

    if isinstance(part, Piece):
        if part.literal:
            return part.text
        return "".join(
            random.choice(TEXTS) if c == "*" else random.choice("ab/*:") if c == "?" else c for c in part.text
        )
    return random.choice(VALUES)


def matches(one: Template, text: str, context: Context) -> bool:
    pieces = one.resolve(context)
    return pieces is not None and pattern_of(pieces)(text)


def test_what_lies_within_does_so_for_every_value(random_seed: int) -> None:
    random = Random(random_seed)
    proved = 0
    for _ in range(40_000 if EVERYTHING else 1_000):
        written = [random.choice(PIECES) for _ in range(random.randint(1, 4))]
        inner = template("".join(written), substitutes=True)
        if random.random() < 0.7:  # a near miss, or a widening
            written[random.randrange(len(written))] = random.choice(PIECES)
        outer = template("".join(written), substitutes=True)
        if not lies_within(inner, outer):
            continue
        proved += 1
        for _ in range(6):
            context = {key: random.choice(VALUES) for key in "kl" if random.random() < 0.75}
            for text in fillings(inner, outer, random):
                text = "".join(context.get("k", "a") if c == "k" else c for c in text)
                if matches(inner, text, context):
                    assert matches(outer, text, context), (inner.parts, outer.parts, text, context)
    assert proved > 30


@pytest.mark.parametrize(
    ("inner", "outer", "lies"),
    [
        ("x/${k, 'a'}", "x/${k}", False),
        ("x/${k, 'a'}", "x/${k, 'b'}", False),
        ("x/${k, 'a'}/${k, 'b'}", "x/${k, 'a'}/${k, 'a'}", False),
        ("x/${k, 'a'}", "x/${k, 'a'}", True),
        ("x/${k}", "x/${k, 'a'}", True),
        ("x/${k, 'a'}/${k}", "x/${k}/${k, 'b'}", True),
        ("x/${k, 'a'}", "x/*", True),
    ],
)
def test_defaults_tell_variables_apart(inner: str, outer: str, lies: bool) -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html (Specifying default values)"""
    assert lies_within(template(inner, substitutes=True), template(outer, substitutes=True)) is lies


def test_a_variable_before_the_fifth_colon_is_plain_text() -> None:
    assert not lies_within(
        resource_template("arn:aws:s3:::b/${k}", substitutes=True),
        resource_template("arn:aws:s3::${k}:b/${k}", substitutes=True),
    )
