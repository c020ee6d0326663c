"""Policies as short as a test can write them, and the installed catalogue's actions."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from iamtutor.catalog import Catalog, Source
from iamtutor.policy import PolicyDocument, PolicyKind, read
from iamtutor.reason import Actions, actions_of


@lru_cache(maxsize=1)
def installed_actions() -> Actions:
    return actions_of(Catalog(Source.installed()))


def policy(*statements: dict[str, Any], kind: PolicyKind = PolicyKind.IDENTITY) -> PolicyDocument:
    """A policy that reads without an error."""
    reading = read(json.dumps({"Version": "2012-10-17", "Statement": list(statements)}), kind)
    assert reading.ok, reading.findings
    assert reading.document is not None
    return reading.document


def allow(actions: str | list[str], resources: str | list[str] = "*", **more: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": actions, "Resource": resources, **more}


def deny(actions: str | list[str], resources: str | list[str] = "*", **more: Any) -> dict[str, Any]:
    return {"Effect": "Deny", "Action": actions, "Resource": resources, **more}
