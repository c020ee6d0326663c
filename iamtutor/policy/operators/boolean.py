"""Bool: true or false, whatever the case."""

from __future__ import annotations

from iamtutor.policy.operators.operator import Operator, Outcome, Test
from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import joined

_VALUES = {"true": True, "false": False}


def truth(text: str) -> bool | None:
    """The truth value that `text` writes, or None."""
    return _VALUES.get(text.lower())


def _bool(pieces: tuple[Piece, ...]) -> Test | None:
    wanted = truth(joined(pieces))
    if wanted is None:
        return None

    def test(value: str) -> Outcome:
        found = truth(value)
        return None if found is None else found == wanted

    return test


OPERATORS = (Operator("Bool", _bool, variables=True),)
