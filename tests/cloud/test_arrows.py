"""Who reaches what: every arrow is backed by the evaluator, and a policy that changes changes its arrows."""

from __future__ import annotations

import os

import pytest

from iamtutor.access import decide
from iamtutor.catalog import Catalog, CatalogError
from iamtutor.cloud import Slot, SlotType, World, load_world
from iamtutor.cloud.arrows import Arrow, Way, arrows, reached
from iamtutor.cloud.parties import PartyKind, parties
from iamtutor.policy import PolicyKind, read
from iamtutor.reason.actions import Actions, actions_of
from iamtutor.reason.budget import CancelledError
from tests.cloud.worlds import SHARED

REPORTS = "acme:bucket/acme-reports"


@pytest.fixture(scope="module")
def actions() -> Actions:
    try:
        return actions_of(Catalog.installed(os.environ))
    except CatalogError:
        pytest.skip("the catalogue is not installed")


@pytest.fixture(scope="module")
def shared() -> World:
    return load_world(SHARED / "two-accounts.yaml")


def drawn(world: World, actions: Actions) -> dict[tuple[str, str], Arrow]:
    return {(each.source, each.target): each for each in arrows(world, parties(world), actions)}


def bucket(world: World, principal: str, action: str = "s3:GetObject", more: str = "", effect: str = "Allow") -> World:
    text = f"""{{"Version": "2012-10-17", "Statement": {{"Effect": "{effect}", "Principal": {principal},
        "Action": "{action}", "Resource": "arn:aws:s3:::acme-reports/*"{more}}}}}"""
    document = read(text, PolicyKind.RESOURCE).document
    assert document is not None
    return world.with_policy(Slot(SlotType.BUCKET, "acme:bucket/acme-reports"), document)


@pytest.mark.parametrize("name", ["acme", "two-accounts"])
def test_the_evaluator_agrees(actions: Actions, name: str) -> None:
    found = drawn(load_world(SHARED / f"{name}.yaml"), actions)
    assert found
    for arrow in found.values():
        assert arrow.decision is not None
        assert decide(arrow.decision.request, arrow.decision.policies).allowed is arrow.is_open


def test_acme(actions: Actions) -> None:
    found = drawn(load_world(SHARED / "acme.yaml"), actions)
    assert {source for source, target in found if target == "acme:role/deploy"} == {
        "acme:user/ops",
        "session/ops-token",
        "session/ops-mfa",
    }
    assert ("service/ec2.amazonaws.com", "acme:role/app") in found
    assert not [source for source, _ in found if source in ("acme:user/dev", "acme:group/admins")]
    assert {each.way for each in found.values()} == {Way.OPEN}


def test_half_of_the_way_is_blocked_and_the_other_half_opens_it(actions: Actions, shared: World) -> None:
    lee = ("partner:user/lee", REPORTS)
    assert drawn(shared, actions)[lee].way is Way.BLOCKED
    opened = bucket(shared, '{"AWS": "444455556666"}')
    found = drawn(opened, actions)
    assert found[lee].way is Way.OPEN
    assert found["partner:user/kim", REPORTS].way is Way.BLOCKED, "the account is let in, kim has no policy"
    assert ("partner:user/lee", "acme:bucket/acme-payroll") not in found


def test_a_condition_and_a_deny_show(actions: Actions, shared: World) -> None:
    address = ', "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}'
    found = drawn(bucket(shared, '{"AWS": "444455556666"}', more=address), actions)
    assert found["partner:user/lee", REPORTS].way is Way.CONDITIONAL
    everything = ', "Sid": "Closed"'
    denied = drawn(bucket(shared, '"*"', action="s3:*", more=everything, effect="Deny"), actions)
    reader = denied["acme:role/partner-reader", REPORTS]
    assert reader.way is Way.OPEN, "listing is about the bucket, not about its objects"


def test_whom_the_world_does_not_have(actions: Actions, shared: World) -> None:
    world = bucket(shared, '{"AWS": ["777777777777", "arn:aws:iam::888888888888:role/far"]}')
    outside = {party.id for party in parties(world) if party.kind is PartyKind.OUTSIDER}
    assert outside == {
        "777777777777",
        "arn:aws:iam::888888888888:role/far",
        "service/ec2.amazonaws.com",
        "service/lambda.amazonaws.com",
    }
    found = drawn(world, actions)
    assert found["777777777777", REPORTS].way is Way.OPEN
    assert found["arn:aws:iam::888888888888:role/far", REPORTS].way is Way.OPEN
    anybody = drawn(bucket(shared, '"*"'), actions)
    assert anybody["anonymous", REPORTS].way is Way.OPEN


def test_what_is_reached(actions: Actions, shared: World) -> None:
    by_id = {party.id: party for party in parties(shared)}
    found = reached(shared, by_id["acme:role/partner-reader"], by_id[REPORTS], actions)
    assert found == (("s3:GetObject", "s3:ListBucket"), (), ())
    assert reached(shared, by_id["partner:user/kim"], by_id[REPORTS], actions) == ((), (), ())
    address = ', "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}'
    world = bucket(shared, '{"AWS": "444455556666"}', more=address)
    assert reached(world, by_id["partner:user/lee"], by_id[REPORTS], actions) == ((), ("s3:GetObject",), ())


def test_it_stops_when_nobody_wants_it_any_more(actions: Actions, shared: World) -> None:
    with pytest.raises(CancelledError):
        list(arrows(shared, parties(shared), actions, lambda: True))
