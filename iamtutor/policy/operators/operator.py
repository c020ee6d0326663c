"""What a condition operator is; each family of operators is a file beside this one.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from iamtutor.policy.pattern import Piece

Outcome = bool | None
"""True or False; None where the request's value cannot be read as the operator's type."""

Test = Callable[[str], Outcome]
"""Compares one value of the request with one value of the policy."""


@dataclass(frozen=True, slots=True)
class Operator:
    """One base operator: how a value of the policy becomes a test, and whether the answer is turned round.

    `prepare` returns None where the policy's value itself cannot be read as the operator's type.
    """

    name: str
    prepare: Callable[[tuple[Piece, ...]], Test | None]
    negated: bool = False
    variables: bool = False
    wildcards: bool = False
