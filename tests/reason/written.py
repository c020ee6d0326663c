"""Short ways to write what is compared."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from iamtutor.catalog import Catalog, Source
from iamtutor.policy import PolicyDocument, PolicyKind, read
from iamtutor.reason import Actions, Comparison, OneWay, Relation, actions_of, compare, only_in_first

Json = Any


@lru_cache(maxsize=1)
def actions() -> Actions:
    """The actions of the installed catalogue."""
    return actions_of(Catalog(Source.installed()))


def allow(action: str | list[str] = "s3:GetObject", resource: str | list[str] = "*", **more: Any) -> Json:
    return {"Effect": "Allow", "Action": action, "Resource": resource} | more


def deny(action: str | list[str] = "*", resource: str | list[str] = "*", **more: Any) -> Json:
    return {"Effect": "Deny", "Action": action, "Resource": resource} | more


NOTHING = deny("s3:PutObject")
"""A statement that allows nothing; a policy needs one."""


def document(*statements: Json, kind: PolicyKind = PolicyKind.IDENTITY, version: str = "2012-10-17") -> PolicyDocument:
    reading = read(json.dumps({"Version": version, "Statement": list(statements)}), kind)
    assert reading.document is not None, reading
    assert len(reading.document.statements) == len(statements), reading
    return reading.document


def compared(first: list[Json], second: list[Json], kind: PolicyKind = PolicyKind.IDENTITY) -> Comparison:
    return compare(document(*first, kind=kind), document(*second, kind=kind), kind, actions())


def one_way(first: list[Json], second: list[Json], kind: PolicyKind = PolicyKind.IDENTITY) -> OneWay:
    return only_in_first(document(*first, kind=kind), document(*second, kind=kind), kind, actions())


def relation(first: list[Json], second: list[Json], kind: PolicyKind = PolicyKind.IDENTITY) -> Relation:
    return compared(first, second, kind).relation
