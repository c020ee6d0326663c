"""Null: "true" where the key is absent, "false" where it is present. It looks at the key, not at a value."""

from __future__ import annotations

from iamtutor.policy.operators.boolean import truth
from iamtutor.policy.operators.operator import Operator, Test
from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import joined

ABSENT, PRESENT = "true", "false"


def _null(pieces: tuple[Piece, ...]) -> Test | None:
    wanted = truth(joined(pieces))
    return None if wanted is None else (ABSENT if wanted else PRESENT).__eq__


OPERATORS = (Operator("Null", _null),)
