"""A policy document written out again as JSON: what AWS gives back for it, and how long that is."""

from __future__ import annotations

import json
from collections.abc import Iterable

from iamtutor.cloud.places import Json
from iamtutor.policy import Condition, PolicyDocument, PrincipalElement, PrincipalType, Statement


def as_json(document: PolicyDocument) -> dict[str, Json]:
    """The document as a JSON value. A list of one is given as the one, whichever way it was written."""
    found: dict[str, Json] = {}
    if document.version is not None:
        found["Version"] = document.version
    if document.id is not None:
        found["Id"] = document.id
    found["Statement"] = [_statement(statement) for statement in document.statements]
    return found


def compact(document: PolicyDocument) -> str:
    """The document as JSON text without white space between its tokens."""
    return json.dumps(as_json(document), ensure_ascii=False, separators=(",", ":"))


def length(text: str) -> int:
    """The characters of a policy text as IAM counts them: white space does not count.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    """
    return len("".join(text.split()))


def _statement(statement: Statement) -> dict[str, Json]:
    found: dict[str, Json] = {}
    if statement.sid is not None:
        found["Sid"] = statement.sid
    found["Effect"] = statement.effect.value
    if statement.principal is not None:
        found[statement.principal.name] = _principal(statement.principal)
    found[statement.action.name] = _one_or_all(text.value for text in statement.action.patterns)
    if statement.resource is not None:
        found[statement.resource.name] = _one_or_all(text.value for text in statement.resource.patterns)
    if statement.conditions:
        found["Condition"] = _conditions(statement.conditions)
    return found


def _principal(element: PrincipalElement) -> Json:
    if any(entry.type is PrincipalType.ANY for entry in element.entries):
        return "*"
    by_type: dict[str, list[str]] = {}
    for entry in element.entries:
        by_type.setdefault(entry.type.value, []).append(entry.value)
    return {type_: _one_or_all(values) for type_, values in by_type.items()}


def _conditions(conditions: Iterable[Condition]) -> Json:
    found: dict[str, dict[str, Json]] = {}
    for condition in conditions:
        found.setdefault(condition.operator, {})[condition.key] = _one_or_all(text.value for text in condition.values)
    return found


def _one_or_all(values: Iterable[str]) -> Json:
    listed = list(values)
    return listed[0] if len(listed) == 1 else listed
