"""One condition, compiled: ``{operator: {key: values}}`` against the request's context.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from iamtutor.policy.document import Condition
from iamtutor.policy.operators import QualifiedOperator, Qualifier, Test, parse_operator
from iamtutor.policy.operators.null import ABSENT, PRESENT
from iamtutor.policy.variables import Context, ContextValue, joined, template


class Reason(StrEnum):
    """Why a condition came out as it did, beyond the plain comparison."""

    COMPARED = "compared"
    MISSING_KEY = "missing-key"
    EMPTY_SET = "empty-set"
    MULTIVALUED = "multivalued"
    UNREADABLE = "unreadable"
    UNRESOLVED = "unresolved"
    UNKNOWN_OPERATOR = "unknown-operator"


class ConditionOutcome(NamedTuple):
    """What a condition found: both sides, whether it holds, and why.

    `wants` are the policy's values with variables filled in where they have a value; `has` the request's values,
    None where the key is absent. `undefined` marks what AWS's documentation leaves open.
    """

    operator: str
    key: str
    wants: tuple[str, ...]
    has: tuple[str, ...] | None
    holds: bool
    reason: Reason

    @property
    def undefined(self) -> bool:
        """Whether AWS does not document what happens here."""
        return self.reason in (Reason.MULTIVALUED, Reason.UNREADABLE)


class ConditionTest:
    """A compiled condition: `holds` answers, `outcome` also says why; both go through the same comparison.

    `key` is in lower case, `operator` None where AWS knows no such operator, `templates` are the policy's values.
    """

    __slots__ = ("_fixed", "_missing", "condition", "key", "operator", "templates")

    def __init__(self, condition: Condition, *, substitutes: bool) -> None:
        self.condition = condition
        self.key = condition.key.lower()
        operator = parse_operator(condition.operator)
        self.operator = operator
        substitutes = substitutes and operator is not None and operator.base.variables
        self.templates = tuple(template(value.value, substitutes=substitutes) for value in condition.values)
        self._fixed: tuple[Test | None, ...] | None = None
        if operator is not None:
            self._missing = _when_missing(operator)
            if all(t.fixed is not None for t in self.templates):
                self._fixed = tuple(operator.base.prepare(t.fixed or ()) for t in self.templates)

    def holds(self, context: Context) -> bool:
        """Whether the condition holds; an operator that AWS does not know never does."""
        operator = self.operator
        if operator is None:
            return False
        value = context.get(self.key)
        if value is None and not operator.is_null:
            return self._missing
        tests = self._fixed if self._fixed is not None else self._resolved(context)
        if type(value) is str and operator.qualifier is None and not operator.is_null:
            return _one(tests, value, operator.base.negated)[0]
        return _compare(operator, tests, value)[0]

    def meets(self, value: str, context: Context) -> bool:
        """Whether one value of the request meets the policy's values, set qualifier and IfExists aside."""
        operator = self.operator
        if operator is None:
            return False
        tests = self._fixed if self._fixed is not None else self._resolved(context)
        return _one(tests, value, operator.base.negated)[0]

    def outcome(self, context: Context) -> ConditionOutcome:
        """What the condition finds, with both sides and the reason."""
        operator, value = self.operator, context.get(self.key)
        if operator is None:
            holds, reason = False, Reason.UNKNOWN_OPERATOR
        elif value is None and not operator.is_null:
            holds, reason = self._missing, Reason.MISSING_KEY
        else:
            tests = self._fixed if self._fixed is not None else self._resolved(context)
            holds, reason = _compare(operator, tests, value)
            if reason is Reason.COMPARED and not holds and self._unresolved(context):
                reason = Reason.UNRESOLVED
        has = None if value is None else (value,) if isinstance(value, str) else value
        return ConditionOutcome(self.condition.operator, self.condition.key, self._wants(context), has, holds, reason)

    def missing_keys(self, context: Context) -> list[str]:
        """The keys, as the policy writes them, that the condition asks for and the request does not carry."""
        missing = [v.written for t in self.templates for v in t.variables if v.value(context) is None]
        if self.key not in context and not (self.operator is not None and self.operator.is_null):
            missing.append(self.condition.key)
        return missing

    def _resolved(self, context: Context) -> tuple[Test | None, ...]:
        assert self.operator is not None
        prepare = self.operator.base.prepare
        return tuple(
            _never if pieces is None else prepare(pieces) for pieces in (t.resolve(context) for t in self.templates)
        )

    def _unresolved(self, context: Context) -> bool:
        return any(t.resolve(context) is None for t in self.templates)

    def _wants(self, context: Context) -> tuple[str, ...]:
        return tuple(
            text.value if pieces is None or t.fixed is not None else joined(pieces)
            for text, t, pieces in zip(
                self.condition.values, self.templates, (t.resolve(context) for t in self.templates), strict=True
            )
        )


def _never(_value: str) -> bool:
    """The test of a value whose variable has no value: nothing equals it."""
    return False


def _when_missing(operator: QualifiedOperator) -> bool:
    if operator.if_exists or operator.qualifier is Qualifier.ALL:
        return True
    return operator.qualifier is None and operator.base.negated


def _compare(
    operator: QualifiedOperator, tests: tuple[Test | None, ...], value: ContextValue | None
) -> tuple[bool, Reason]:
    if operator.is_null:
        state = ABSENT if value is None else PRESENT
        return any(test is not None and bool(test(state)) for test in tests), Reason.COMPARED
    if operator.qualifier is None:
        if not isinstance(value, str):
            return False, Reason.MULTIVALUED
        return _one(tests, value, operator.base.negated)
    values = _as_set(value)
    if not values:
        return operator.qualifier is Qualifier.ALL, Reason.EMPTY_SET
    answers = [_one(tests, each, operator.base.negated) for each in values]
    decide = all if operator.qualifier is Qualifier.ALL else any
    holds = decide(answer for answer, _ in answers)
    unreadable = any(reason is Reason.UNREADABLE for _, reason in answers)
    return holds, Reason.UNREADABLE if unreadable else Reason.COMPARED


def _as_set(value: ContextValue | None) -> tuple[str, ...]:
    """The request's values as a set operator sees them: ``""`` and ``[""]`` are nothing."""
    values = (value,) if isinstance(value, str) else value or ()
    return () if values == ("",) else values


def _one(tests: tuple[Test | None, ...], value: str, negated: bool) -> tuple[bool, Reason]:
    """One value of the request against the values of the policy: OR, and NOR where the operator is negated.

    Where a side cannot be read as the operator's type, nothing is said to match, negated or not.
    """
    unreadable = False
    for test in tests:
        answer = None if test is None else test(value)
        if answer:
            return not negated, Reason.COMPARED
        unreadable = unreadable or answer is None
    if unreadable:
        return False, Reason.UNREADABLE
    return negated, Reason.COMPARED
