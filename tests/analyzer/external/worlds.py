"""Worlds for the tests: Acme with its resources, its sister in the same organisation, and a partner outside it."""

from __future__ import annotations

from typing import Any

import pytest

from iamtutor.analyzer.external import Analysis, ExternalFinding, ZoneKind, analyze
from iamtutor.catalog import Catalog, CatalogError
from iamtutor.cloud import World, read_world
from iamtutor.reason.actions import Actions, actions_of

ACME, SISTER, PARTNER = "111122223333", "555566667777", "444455556666"
OWN, OTHER = "o-acmeexample", "o-otherexample"
BOX = "arn:aws:s3:::box"
OBJECTS = f"{BOX}/*"
Json = Any


def catalogue() -> Actions:
    """The installed catalogue; without one there is nothing to prove over."""
    try:
        return actions_of(Catalog.installed({}))
    except CatalogError:
        pytest.skip("the catalogue is not installed")


def policy(*statements: Json) -> Json:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def allow(principal: Json, action: Json = "s3:GetObject", condition: Json = None, **more: Json) -> Json:
    """An Allow on the objects of the box, unless `more` says otherwise; a trust policy's has no Resource."""
    return _statement("Allow", "Principal", principal, action, condition, more)


def deny(principal: Json, action: Json = "s3:*", condition: Json = None, *, other: bool = False, **more: Json) -> Json:
    """A Deny; `other` for everybody but these."""
    return _statement("Deny", "NotPrincipal" if other else "Principal", principal, action, condition, more)


def _statement(effect: str, element: str, principal: Json, action: Json, condition: Json, more: Json) -> Json:
    found = {"Effect": effect, element: principal, "Action": action, "Resource": [BOX, OBJECTS], **more}
    if str(action).startswith("sts:"):
        del found["Resource"]
    return found | ({} if condition is None else {"Condition": condition})


def world(*, rcp: Json = None, **belongings: Json) -> World:
    """Acme with some belongings; an RCP at the root of the organisation."""
    root: Json = {"accounts": ["acme"]} | ({} if rcp is None else {"rcp": {"perimeter": rcp}})
    return read_world(
        {
            "accounts": {
                "acme": {"id": ACME, "users": {"dev": {}}, **belongings},
                "sister": {"id": SISTER, "users": {"sue": {}}},
                "partner": {"id": PARTNER, "users": {"kim": {}, "lee": {}}, "roles": {"app": {"trust": policy()}}},
            },
            "organization": {"id": OWN, "management": "sister", "root": root},
            "endpoints": {"vpce-1": {"vpc": "vpc-1"}},
        }
    )


def with_bucket(*statements: Json, rcp: Json = None, **more: Json) -> World:
    return world(rcp=rcp, buckets={"box": {"policy": policy(*statements), **more}})


def with_role(*statements: Json) -> World:
    return world(roles={"box": {"trust": policy(*statements)}})


def with_resource(arn: str, *statements: Json) -> World:
    whole = [{**statement, "Resource": "*"} for statement in statements]
    return world(resources={"box": {"arn": arn, "policy": policy(*whole)}})


def with_key(*statements: Json) -> World:
    root = allow({"AWS": ACME}, "kms:*", Resource="*")
    return world(keys={"box": {"policy": policy(root, *({**each, "Resource": "*"} for each in statements))}})


def analysed(made: World, zone: ZoneKind = ZoneKind.ACCOUNT) -> Analysis:
    return analyze(made, zone, catalogue(), [ACME])


def found(made: World, zone: ZoneKind = ZoneKind.ACCOUNT) -> tuple[ExternalFinding, ...]:
    """The findings where everything is proved."""
    analysis = analysed(made, zone)
    assert analysis.open == ()
    return analysis.findings
