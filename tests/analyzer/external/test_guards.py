"""What RCPs and Block Public Access keep closed, and what Block Public Access would close."""

from __future__ import annotations

from typing import Any

from iamtutor.analyzer import ZoneKind, analyze
from iamtutor.analyzer.external.guards import closed_by_blocking, held_back
from iamtutor.cloud import Places, read_world
from tests.analyzer.external.worlds import allow, catalogue, deny, policy

PARTNER = "444455556666"


def world(*, block: bool = False, rcp: bool = False) -> Any:
    own = policy(allow("*", Resource="arn:aws:s3:::box/*"), allow({"AWS": PARTNER}, Resource="arn:aws:s3:::box/*"))
    guard = policy(
        deny("*", "s3:*", {"StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-acmeexample"}}, Resource="*")
    )
    return read_world(
        {
            "accounts": {
                "management": {"id": "999988887777"},
                "acme": {"id": "111122223333", "buckets": {"box": {"policy": own, "block_public_access": block}}},
            },
            "organization": {
                "id": "o-acmeexample",
                "management": "management",
                "root": {"id": "r-ab12", "accounts": ["management", "acme"], "rcp": {"Ours": guard} if rcp else {}},
            },
        },
        Places.nowhere(),
    )


def test_what_is_held_back() -> None:
    actions = catalogue()
    free = world()
    found = analyze(free, ZoneKind.ORGANIZATION, actions)
    assert {each.principal.value for each in found.findings} == {"*", PARTNER}
    assert held_back(free, ZoneKind.ORGANIZATION, actions, found) == ()
    for guarded in (world(block=True), world(rcp=True)):
        left = analyze(guarded, ZoneKind.ORGANIZATION, actions)
        back = held_back(guarded, ZoneKind.ORGANIZATION, actions, left)
        assert {each.id for each in (*left.findings, *back)} == {each.id for each in found.findings}
        assert back


def test_what_blocking_would_close() -> None:
    actions = catalogue()
    free = world()
    found = analyze(free, ZoneKind.ORGANIZATION, actions).findings
    blocked = analyze(world(block=True), ZoneKind.ORGANIZATION, actions).findings
    left = {each.id for each in blocked}
    assert {each.id: closed_by_blocking(free, ZoneKind.ORGANIZATION, actions, each) for each in found} == {
        each.id: each.id not in left for each in found
    }
    on = world(block=True)
    assert all(closed_by_blocking(on, ZoneKind.ORGANIZATION, actions, each) is None for each in blocked)
