"""The Condition element: operators, keys and values.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
"""

from __future__ import annotations

from iamtutor.policy.document import Condition, Text
from iamtutor.policy.elements import is_operator, operator_near
from iamtutor.policy.finding import Span
from iamtutor.policy.strings import excerpt
from iamtutor.policy.tree import Member, Node, NodeKind, Path
from iamtutor.policy.values import Report

_VALUES = (NodeKind.STRING, NodeKind.NUMBER, NodeKind.BOOLEAN)


def read_conditions(report: Report, node: Node, path: Path) -> tuple[Condition, ...] | None:
    """All conditions of a Condition element, or None where it could not be read whole.

    A condition with an operator that AWS does not know is kept: only the evaluator can say what hangs on it.
    """
    if node.broken:
        return None
    if node.kind is not NodeKind.OBJECT:
        report.wrong_type("policy.wrong-type-object", "Condition", node, path)
        return None
    conditions: list[Condition] = []
    whole = True
    for member in node.members:
        if member.key.broken or member.duplicate or member.value is None or member.value.broken:
            whole = False
            continue
        name = member.key.text
        below = (*path, name)
        if not is_operator(name):
            _unknown_operator(report, member, below)
        if member.value.kind is not NodeKind.OBJECT:
            report.wrong_type("policy.wrong-type-operator", name, member.value, below)
            whole = False
        elif not _read_keys(report, member, member.value, below, conditions):
            whole = False
    return tuple(conditions) if whole else None


def _read_keys(report: Report, operator: Member, keys: Node, path: Path, conditions: list[Condition]) -> bool:
    """Add the conditions of one operator; whether all of them could be read."""
    whole = True
    name, operator_span = operator.key.text, operator.key.span
    for member in keys.members:
        if member.key.broken or member.duplicate or member.value is None:
            whole = False
            continue
        key = member.key.text
        values = _read_values(report, key, member.value, (*path, key))
        if values is None:
            whole = False
        else:
            span = Span(member.key.start, member.value.end)
            conditions.append(Condition(name, key, values, operator_span, span))
    return whole


def _read_values(report: Report, key: str, node: Node, path: Path) -> tuple[Text, ...] | None:
    if node.broken:
        return None
    if node.kind is not NodeKind.ARRAY:
        if node.kind in _VALUES:
            return (Text(node.text, node.span),)
        report.wrong_type("policy.wrong-type-value", key, node, path)
        return None
    texts: list[Text] = []
    whole = True
    for index, item in enumerate(node.items):
        if item.broken:
            whole = False
        elif item.kind in _VALUES:
            texts.append(Text(item.text, item.span))
        else:
            report.wrong_type("policy.wrong-type-value", key, item, (*path, index))
            whole = False
    return tuple(texts) if whole else None


def _unknown_operator(report: Report, member: Member, path: Path) -> None:
    written = member.key.text
    if written.rpartition(":")[2] == "NullIfExists":
        report.error("policy.null-with-if-exists", member.key.span, path)
        return
    near = operator_near(written)
    if near:
        report.error("policy.unknown-operator-near", member.key.span, path, name=excerpt(written), suggestion=near)
    else:
        report.error("policy.unknown-operator", member.key.span, path, name=excerpt(written))
