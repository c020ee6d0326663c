"""Parts of a statement that are there and say nothing.

EMPTY_ARRAY_CONDITION and its three forms, EMPTY_OBJECT_CONDITION and EMPTY_SID_VALUE.
"""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.analyzer.validation.edits import without_member
from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.place import Place, Value
from iamtutor.analyzer.validation.subject import KeyTest, Stated, Subject
from iamtutor.policy.operators import Qualifier
from iamtutor.policy.tree import NodeKind

CODES = (
    "EMPTY_ARRAY_CONDITION",
    "EMPTY_ARRAY_CONDITION_FORALLVALUES",
    "EMPTY_ARRAY_CONDITION_FORANYVALUE",
    "EMPTY_ARRAY_CONDITION_IFEXISTS",
    "EMPTY_OBJECT_CONDITION",
    "EMPTY_SID_VALUE",
)


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every empty list, object and Sid that the reader lets pass."""
    for statement in subject.statements:
        if statement.text("Sid") == "":
            fix = without_member(statement.node, statement.members["Sid"])
            yield found("EMPTY_SID_VALUE", statement.element("Sid"), fix=fix)
        yield from _objects(statement)
        for test in statement.tests:
            if test.listed and not test.node.items:
                yield found(_code(test), test.value_place, key=test.key, operator=test.written)


def _objects(statement: Stated) -> Iterator[ValidationFinding]:
    condition = statement.value("Condition")
    if condition is None or condition.kind is not NodeKind.OBJECT:
        return
    whole = without_member(statement.node, statement.members["Condition"])
    if not condition.members:
        yield found("EMPTY_OBJECT_CONDITION", statement.element("Condition"), fix=whole)
    for block in condition.members:
        if block.value is not None and block.value.kind is NodeKind.OBJECT and not block.value.members:
            path = (*statement.path, Value("Condition"), Value(block.key.text))
            fix = whole if len(condition.members) == 1 else without_member(condition, block)
            yield found("EMPTY_OBJECT_CONDITION", Place(block.value.span, path), fix=fix)


def _code(test: KeyTest) -> str:
    if test.operator is None or (test.operator.qualifier is None and not test.operator.if_exists):
        return "EMPTY_ARRAY_CONDITION"
    if test.operator.qualifier is Qualifier.ALL:
        return "EMPTY_ARRAY_CONDITION_FORALLVALUES"
    if test.operator.qualifier is Qualifier.ANY:
        return "EMPTY_ARRAY_CONDITION_FORANYVALUE"
    return "EMPTY_ARRAY_CONDITION_IFEXISTS"
