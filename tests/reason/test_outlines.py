"""An outline, filled in statement by statement, is the decision; and within a region it does not change."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from iamtutor.access import Principal, Request, decide
from iamtutor.access.outline import Outline, Statements, outline
from iamtutor.access.service_rules import hinges, traits
from iamtutor.access.wire import read_case
from iamtutor.policy.pattern import Piece
from iamtutor.reason.glob import arn_glob
from iamtutor.reason.terms import side_of
from tests.access.generated import CALLERS, cases

Json = Any
A, B = "111122223333", "444455556666"


def concluded(found: Outline, request: Request) -> bool:
    """Whether an outline allows the request."""

    def some(statements: Statements) -> bool:
        return any(statement.matches_beyond_action(request) for _, statement in statements)

    if found.settled is not None:
        return found.settled
    if some(found.denies) or not all(some(level) for level in found.filters):
        return False
    return any(all(some(need) for need in grant) for grant in found.grants)


@given(cases())
def test_an_outline_filled_in_is_the_decision(case: Json) -> None:
    request, policies = read_case(case)
    found = outline(request, policies)
    assert concluded(found, request) is decide(request, policies).allowed
    if found.settled is not None:
        assert found == Outline(found.settled)


RESOURCES = [
    f"arn:aws:iam::{A}:role/target", f"arn:aws:iam::{A}:role/aws-reserved/x", f"arn:aws:iam::{A}:role/aws-service-role/x",
    f"arn:aws:iam::{A}:role", f"arn:aws-cn:iam::{B}:role/x", "arn:aws:iam::aws:policy/X", f"arn:aws:iam::{A}:policy/X",
    f"arn:aws:kms:us-east-1:{A}:key/x", f"arn:aws:kms:us-east-1:{A}:alias/aws/s3", f"arn:aws:kms:us-east-1:{A}:alias/x",
    "arn:aws:s3:::alias/aws/x", "arn:aws:s3:::reports", "arn:aws:s3:::reports/key/x", "*", "x", "", "arn:aws:kms:::key/",
    "arn:a:kms:b:c:key/d:e", "arn:aws:iam:x:aws:policy/", f"arn:aws:iam::{A}:role/", "arn:*:kms:*:*:key/*",
    "ARN:aws:iam::aws:policy/X", "arn:aws:iam::aws:Policy/X", "arn:aws:IAM::aws:policy/x",
]  # fmt: skip
ACTIONS = [
    "iam:getuser", "iam:createuser", "iam:deleterole", "iam:listroles", "iam:createservicelinkedrole", "iam:passrole",
    "kms:decrypt", "kms:createalias", "kms:deletealias", "kms:retiregrant", "sts:assumerole", "sts:getcalleridentity", "sts:getsessiontoken",
    "sts:assumerolewithwebidentity", "s3:getobject", "s3:deletebucketpolicy", "s3:putobject", "sns:publish",
    "ec2:runinstances", "iam:updateroledescription", "iam:simulateprincipalpolicy", "iam:", "s3-outposts:getobject",
]  # fmt: skip


def matched(action: str, resource: str) -> tuple[bool, ...]:
    """Which of the patterns on which an action hinges a resource matches."""
    return tuple(arn_glob((Piece(pattern, literal=False),)).matches(resource) for pattern in hinges(action))


def test_services_say_the_same_within_a_region() -> None:
    """Two resources that match the same hinges, in one account; and two actions with equal traits."""
    callers = [
        Principal.parse(caller) for caller in dict.fromkeys(map(_hashable, CALLERS)) for caller in [_back(caller)]
    ]
    for caller, owner in product(callers, (A, B)):
        seen: dict[object, tuple[object, object]] = {}
        for action, resource in product(ACTIONS, RESOURCES):
            request = Request(caller, action, resource, owner)
            said = request.by_service, request.composition(session_policy=True), request.same_account
            region = traits(action), matched(action, resource)
            first, example = seen.setdefault(region, (said, (action, resource)))
            assert said == first, (action, resource, example)


def _hashable(value: Json) -> object:
    return value if isinstance(value, str) else tuple(value.items())


def _back(value: object) -> Json:
    return value if isinstance(value, str) else dict(value)  # type: ignore[call-overload]


@given(cases(), st.sampled_from(ACTIONS), st.sampled_from(RESOURCES), st.sampled_from(RESOURCES))
def test_outlines_are_alike_within_a_region(case: Json, action: str, one: str, other: str) -> None:
    if matched(action, one) != matched(action, other):
        return
    request, policies = read_case(case)
    owner = request.resource_account
    first, second = (outline(Request(request.principal, action, each, owner), policies) for each in (one, other))
    assert side_of(first) == side_of(second)
