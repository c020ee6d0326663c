"""Policy documents as JSON values: reaching into one, and copies of it with something changed."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Json = Any
VERSION = "2012-10-17"
LISTED = ("Action", "NotAction", "Resource", "NotResource")
OPPOSITE = {
    "Action": "NotAction",
    "NotAction": "Action",
    "Resource": "NotResource",
    "NotResource": "Resource",
    "Principal": "NotPrincipal",
    "NotPrincipal": "Principal",
}


class Change(NamedTuple):
    """A document that differs from another, and what was done to it."""

    name: str
    document: Json


def policy(*statements: Json) -> Json:
    return {"Version": VERSION, "Statement": list(statements)}


def text_of(document: Json) -> str:
    """A document as a learner would hand it in; None is a slot left empty."""
    return "" if document is None else json.dumps(document, indent=2)


def statements_of(document: Json) -> list[Json]:
    if not isinstance(document, Mapping):
        return []
    found = document.get("Statement", [])
    return found if isinstance(found, list) else [found]


def several(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def single(values: Sequence[Json]) -> Json:
    return values[0] if len(values) == 1 else list(values)


def title_of(document: Json, index: int) -> str:
    """A statement's Sid, or its number."""
    return statements_of(document)[index].get("Sid") or f"statement {index + 1}"


def with_statements(document: Json, statements: Sequence[Json]) -> Json:
    return {**document, "Statement": list(statements)}


def with_statement(document: Json, index: int, *instead: Json) -> Json:
    """The document with one statement replaced by others, or by none."""
    found = statements_of(document)
    return with_statements(document, [*found[:index], *instead, *found[index + 1 :]])


def renamed(statement: Json, element: str, new: str) -> Json:
    """The statement with one element under another name, at the same place."""
    return {new if name == element else name: value for name, value in statement.items()}


def replaced(values: Sequence[Json], index: int, *instead: Json) -> Json:
    return single([*values[:index], *instead, *values[index + 1 :]])


class Clause(NamedTuple):
    """One key under one operator of a Condition block, with its values."""

    operator: str
    key: str
    values: list[Json]


def clauses_of(statement: Json) -> Iterator[Clause]:
    for operator, keys in statement.get("Condition", {}).items():
        for key, values in keys.items():
            yield Clause(operator, key, several(values))


def with_clause(statement: Json, old: Clause, *instead: Clause) -> Json:
    """The statement with one clause of its Condition replaced by others, or by none."""
    changed = copy.deepcopy(statement)
    block = changed.setdefault("Condition", {})
    del block[old.operator][old.key]
    if not block[old.operator]:
        del block[old.operator]
    for clause in instead:
        block.setdefault(clause.operator, {})[clause.key] = single(clause.values)
    if not block:
        del changed["Condition"]
    return changed


def with_added_clause(statement: Json, clause: Clause) -> Json:
    changed = copy.deepcopy(statement)
    changed.setdefault("Condition", {}).setdefault(clause.operator, {})[clause.key] = single(clause.values)
    return changed


def principals_of(statement: Json, element: str) -> Iterator[tuple[str, list[Json]]]:
    """The types of a Principal element, each with its values; `*` alone is of no type."""
    value = statement.get(element)
    if isinstance(value, Mapping):
        for kind, names in value.items():
            yield kind, several(names)


def with_principals(statement: Json, element: str, kind: str, names: Sequence[Json]) -> Json:
    """The statement with other principals of one type; none of them takes the type out."""
    value = dict(statement[element])
    if names:
        value[kind] = single(names)
    else:
        del value[kind]
    return {**statement, element: value}
