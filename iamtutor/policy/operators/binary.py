"""BinaryEquals: the base64 texts are equal."""

from __future__ import annotations

from iamtutor.policy.operators.operator import Operator, Test
from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import joined


def _binary(pieces: tuple[Piece, ...]) -> Test:
    return joined(pieces).__eq__


OPERATORS = (Operator("BinaryEquals", _binary),)
