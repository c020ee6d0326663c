"""A string operator that asks for a lone ``*``: what it says in fact.

EQUIVALENT_TO_NULL_FALSE (the key is there), EQUIVALENT_TO_NULL_TRUE (it is not), REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION
(always true) and REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION (never true).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import KeyTest, Subject
from iamtutor.policy.operators import Qualifier

CODES = (
    "EQUIVALENT_TO_NULL_FALSE",
    "EQUIVALENT_TO_NULL_TRUE",
    "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION",
    "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION",
)
_OPERATORS: Final = ("StringLike", "StringNotLike")


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every test whose only value matches everything."""
    for statement in subject.statements:
        for test in statement.tests:
            if test.base in _OPERATORS and len(test.items) == 1 and set(test.items[0].text) == {"*"}:
                code = _code(test)
                if code:
                    yield found(code, test.value_place, key=test.key, operator=test.written)


def _code(test: KeyTest) -> str:
    """What the test amounts to, by its qualifier, IfExists and negation."""
    operator = test.operator
    assert operator is not None
    if operator.base.negated:
        return (
            "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION"
            if operator.qualifier is Qualifier.ANY
            else "EQUIVALENT_TO_NULL_TRUE"
        )
    if operator.if_exists or operator.qualifier is Qualifier.ALL:
        return "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION"
    return "EQUIVALENT_TO_NULL_FALSE"
