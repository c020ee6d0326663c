"""Policies written out again as JSON, from what was read: the same meaning, not the same text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from iamtutor.policy.document import Condition, PolicyDocument, PrincipalElement, PrincipalType, Statement


def as_json(document: PolicyDocument) -> dict[str, Any]:
    """A document as a JSON value; without Version or Id where it has none."""
    head = {"Version": document.version, "Id": document.id}
    value: dict[str, Any] = {name: text for name, text in head.items() if text is not None}
    value["Statement"] = [statement_value(statement) for statement in document.statements]
    return value


def statement_value(statement: Statement) -> dict[str, Any]:
    """A statement as a JSON value; a list of one is given as the one, whichever way it was written."""
    value: dict[str, Any] = {} if statement.sid is None else {"Sid": statement.sid}
    value["Effect"] = statement.effect.value
    if statement.principal is not None:
        value[statement.principal.name] = _principal(statement.principal)
    for element in (statement.action, statement.resource):
        if element is not None:
            value[element.name] = _one_or_all(pattern.value for pattern in element.patterns)
    if statement.conditions:
        value["Condition"] = _conditions(statement.conditions)
    return value


def compact(document: PolicyDocument) -> str:
    """A document as JSON text without white space between its tokens."""
    return json.dumps(as_json(document), ensure_ascii=False, separators=(",", ":"))


def length(text: str) -> int:
    """The characters of a policy text as IAM counts them: white space does not count.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    """
    return len("".join(text.split()))


def statements_text(statements: Iterable[Statement]) -> str:
    """A policy of these statements, laid out for people."""
    value = {"Version": "2012-10-17", "Statement": [statement_value(each) for each in statements]}
    return laid_out(value)


def laid_out(value: dict[str, Any]) -> str:
    """A policy or a statement as JSON text, laid out for people."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _principal(element: PrincipalElement) -> Any:
    if any(entry.type is PrincipalType.ANY for entry in element.entries):
        return "*"
    types: dict[str, list[str]] = {}
    for entry in element.entries:
        types.setdefault(entry.type.value, []).append(entry.value)
    return {name: _one_or_all(values) for name, values in types.items()}


def _conditions(conditions: Iterable[Condition]) -> dict[str, dict[str, Any]]:
    value: dict[str, dict[str, Any]] = {}
    for condition in conditions:
        value.setdefault(condition.operator, {})[condition.key] = _one_or_all(text.value for text in condition.values)
    return value


def _one_or_all(values: Iterable[str]) -> str | list[str]:
    listed = list(values)
    return listed[0] if len(listed) == 1 else listed
