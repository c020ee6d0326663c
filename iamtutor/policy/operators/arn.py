"""ArnEquals, ArnLike and their negations: all four take wildcards and match part by part.

Pattern and ARN are cut at their first five colons, so that a ``*`` stays within its part; in the sixth part it
crosses ``:`` and ``/``.
"""

from __future__ import annotations

from iamtutor.policy.operators.operator import Operator, Test
from iamtutor.policy.pattern import Piece, pattern_of

PARTS = 6


def split_parts(pieces: tuple[Piece, ...]) -> list[list[Piece]]:
    """The pieces of an ARN pattern cut at its first five colons."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        runs = piece.text.split(":", PARTS - len(parts))
        parts[-1].append(Piece(runs[0], piece.literal))
        parts.extend([Piece(run, piece.literal)] for run in runs[1:])
    return parts


def _arn_like(pieces: tuple[Piece, ...]) -> Test:
    parts = [pattern_of(part) for part in split_parts(pieces)]

    def test(value: str) -> bool:
        found = value.split(":", PARTS - 1)
        return len(found) == len(parts) and all(part(text) for part, text in zip(parts, found, strict=True))

    return test


OPERATORS = (
    Operator("ArnEquals", _arn_like, variables=True, wildcards=True),
    Operator("ArnLike", _arn_like, variables=True, wildcards=True),
    Operator("ArnNotEquals", _arn_like, negated=True, variables=True, wildcards=True),
    Operator("ArnNotLike", _arn_like, negated=True, variables=True, wildcards=True),
)
