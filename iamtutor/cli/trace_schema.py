"""The JSON Schemas of the `decide` contract: a line in, a line out, and the trace that explains it.

The trace's schema is worked out from its types by the same rules by which `access.wire.plain` writes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from iamtutor.access import Layer, Verdict
from iamtutor.access.statement import Match
from iamtutor.access.trace import StatementTrace, Trace
from iamtutor.policy import Effect, Span

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: Final = {str: "string", int: "integer", bool: "boolean", float: "number", NoneType: "null"}
_STATEMENT: Final = {"policy": str, "index": int, "sid": str | None, "effect": Effect, "span": Span, "match": Match}
"""What `StatementTrace.as_dict` says of a statement."""
_DOCUMENT: Final = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "arn": {"type": ["string", "null"]}, "document": {}},
    "required": ["document"],
    "additionalProperties": False,
}
_LIST: Final = {"type": "array", "items": _DOCUMENT}
_LEVELS: Final = {"type": "array", "items": _LIST}


def trace_schema() -> dict[str, Any]:
    """What `iamtutor decide --explain` adds to a line under `trace`."""
    definitions: dict[str, Any] = {}
    schema = _schema(Trace, definitions)
    return {"$schema": DIALECT, **schema, "$defs": definitions}


def request_schema() -> dict[str, Any]:
    """A line that `iamtutor decide` reads."""
    who = [
        {"type": "string"},
        _object({"service": {"type": "string"}}, ["service"]),
        _object({"federated": {"type": "string"}}, ["federated"]),
    ]
    text = {"type": "string", "minLength": 1}
    one = {"type": ["string", "number", "boolean"]}
    value = {"anyOf": [one, {"type": "array", "items": one}]}
    request = {
        "principal": {"anyOf": who},
        "action": text,
        "resource": text,
        "resource_account": {
            "type": ["string", "null"],
            "description": "the account that owns the resource; where neither this nor the ARN says it, the caller's is taken",
        },
        "context": {
            "type": "object",
            "additionalProperties": value,
            "description": "condition keys; only those that follow from the principal are filled in",
        },
    }
    lists = {"identity": _LIST, "session": _LIST, "endpoint": _LIST, "scp": _LEVELS, "rcp": _LEVELS}
    single = {"anyOf": [_DOCUMENT, {"type": "null"}]}
    settings = {
        "block_public_access": {"type": "boolean"},
        "aws_managed_key": {"type": "boolean"},
        "management_account": {"type": ["string", "null"]},
    }
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": {
            "id": {},
            "request": _object(request, ["principal", "action", "resource"]),
            "policies": _object({**lists, "boundary": single, "resource": single}, []),
            "settings": _object(settings, []),
            "expect": _enumeration(Verdict),
        },
        "required": ["request"],
    }


def answer_schema() -> dict[str, Any]:
    """A line that `iamtutor decide` writes."""
    trace = trace_schema()
    definitions = trace.pop("$defs")
    del trace["$schema"]
    layer = _enumeration(Layer)
    texts = {"type": "array", "items": {"type": "string"}}
    statement = {
        "layer": layer,
        "policy": {"type": "string"},
        "sid": {"type": ["string", "null"]},
        "index": {"type": "integer"},
    }
    decided = {
        "id": {},
        "decision": _enumeration(Verdict),
        "layer": layer,
        "statements": {"type": "array", "items": _object(statement, list(statement))},
        "blocked_by": {"type": "array", "items": layer},
        "missing_context": texts,
        "message": {"type": ["string", "null"]},
    }
    note = _object({"code": {"type": "string"}, "message": {"type": "string"}}, ["code", "message"])
    notes = {"type": "array", "items": note, "description": "what was taken for granted; left out where nothing was"}
    more = {"as_expected": {"type": "boolean"}, "notes": notes, "trace": trace}
    failed = {"id": {}, "decision": {"const": "error"}, "error": {"type": "string"}}
    either = [_object({**decided, **more}, list(decided)), _object(failed, list(failed))]
    return {"$schema": DIALECT, "anyOf": either, "$defs": definitions}


def _object(properties: Mapping[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}


def _enumeration(kind: type[Enum]) -> dict[str, Any]:
    return {"enum": [member.value for member in kind]}


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(each, definitions) for each in arguments]}
    if origin is frozenset or (origin is tuple and arguments[-1] is Ellipsis):
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    if origin is tuple:
        items = [_schema(each, definitions) for each in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if issubclass(kind, Enum):
        return _enumeration(kind)
    return _record(kind, definitions)


def _record(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """A record of the trace: an object, defined once."""
    name = kind.__name__
    if name not in definitions:
        hints = _STATEMENT if kind is StatementTrace else get_type_hints(kind)
        definitions[name] = _object({key: _schema(hint, definitions) for key, hint in hints.items()}, list(hints))
    return {"$ref": f"#/$defs/{name}"}
