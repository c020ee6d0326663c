"""The condition operators: one family a file, one registry.

``parse_operator`` takes an operator as a policy writes it, with set qualifier and IfExists.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from iamtutor.policy.operators import arn, binary, boolean, date, ip, null, numeric, string
from iamtutor.policy.operators.operator import Operator, Outcome, Test

__all__ = ["OPERATORS", "Operator", "Outcome", "QualifiedOperator", "Qualifier", "Test", "parse_operator"]

OPERATORS: dict[str, Operator] = {
    operator.name: operator
    for family in (string, numeric, date, boolean, binary, ip, arn, null)
    for operator in family.OPERATORS
}
"""Every base operator by its name."""


class Qualifier(StrEnum):
    """A set operator: how many of a multivalued key's values must match."""

    ALL = "ForAllValues"
    ANY = "ForAnyValue"


@dataclass(frozen=True, slots=True)
class QualifiedOperator:
    """An operator as it is written: ``[ForAllValues:|ForAnyValue:]<Base>[IfExists]``."""

    base: Operator
    qualifier: Qualifier | None
    if_exists: bool

    @property
    def is_null(self) -> bool:
        """Whether this is the Null operator, which looks at the key and not at its value."""
        return self.base.name == "Null"


@lru_cache(maxsize=512)
def parse_operator(written: str) -> QualifiedOperator | None:
    """The operator that a policy writes, or None where AWS knows no such operator.

    Null takes neither IfExists nor, usefully, a set qualifier; with IfExists it is unknown.
    """
    prefix, colon, name = written.rpartition(":")
    qualifier = None
    if colon:
        try:
            qualifier = Qualifier(prefix)
        except ValueError:
            return None
    base = OPERATORS.get(name)
    if base is not None:
        return QualifiedOperator(base, qualifier, if_exists=False)
    base = OPERATORS.get(name.removesuffix("IfExists"))
    if base is None or base.name == "Null":
        return None
    return QualifiedOperator(base, qualifier, if_exists=True)
