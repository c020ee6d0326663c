"""What the operators for numbers and dates share: both values are read, then compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iamtutor.policy.operators.operator import Outcome, Test
from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import joined

Value = TypeVar("Value")


def comparing(
    read: Callable[[str], Value | None], compare: Callable[[Value, Value], bool]
) -> Callable[[tuple[Piece, ...]], Test | None]:
    """How an operator prepares its test; `read` gives None for a text that it cannot read."""

    def prepare(pieces: tuple[Piece, ...]) -> Test | None:
        wanted = read(joined(pieces))
        if wanted is None:
            return None

        def test(value: str) -> Outcome:
            found = read(value)
            return None if found is None else compare(found, wanted)

        return test

    return prepare
