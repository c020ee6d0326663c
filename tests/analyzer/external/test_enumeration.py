"""The proof against brute force: random policies, and every caller, action and context of a small world decided one by one.

What goes through from outside must be covered by a finding; what a stranger can do must be covered by a public one; and
every finding must be shown by a request that goes through.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from iamtutor.access import EffectivePolicies, Principal, Request, decide
from iamtutor.access.condition import ConditionTest
from iamtutor.access.naming import namings
from iamtutor.analyzer.external import ExternalFinding, ZoneKind
from iamtutor.analyzer.external.asking import with_policy_of
from iamtutor.analyzer.external.slices import with_resource_policy
from iamtutor.analyzer.external.zone import zones
from iamtutor.cloud import Address, EntityKind, World
from iamtutor.policy import Condition, PrincipalElement, PrincipalEntry, Span, Text
from iamtutor.policy.pattern import pattern
from tests.analyzer.external.worlds import (
    ACME,
    BOX,
    OTHER,
    OWN,
    PARTNER,
    SISTER,
    Json,
    allow,
    analysed,
    deny,
    with_bucket,
)

NOWHERE: Final = Span(0, 0)
STRANGER: Final = "222233334444"
FRESH_ORG: Final = "o-freshexample"
ADDRESS: Final = Address("acme", EntityKind.BUCKET, "box")


class Outsider(NamedTuple):
    principal: Principal
    organizations: tuple[str | None, ...]
    """Those in which its account may be."""
    stranger: bool = False


def outsiders(zone: ZoneKind) -> Iterator[Outsider]:
    yield Outsider(Principal.anonymous(), (None,), stranger=True)
    for arn in (
        f"arn:aws:iam::{PARTNER}:user/kim", f"arn:aws:iam::{PARTNER}:user/lee", f"arn:aws:iam::{PARTNER}:role/app",
        f"arn:aws:iam::{PARTNER}:root",
    ):  # fmt: skip
        yield Outsider(Principal.parse(arn), (None,))
    for arn in (
        f"arn:aws:iam::{STRANGER}:user/zoe",
        f"arn:aws:iam::{STRANGER}:role/app",
        f"arn:aws:iam::{STRANGER}:root",
    ):
        yield Outsider(Principal.parse(arn), (None, OTHER, FRESH_ORG), stranger=True)
    if zone is ZoneKind.ACCOUNT:
        yield Outsider(Principal.parse(f"arn:aws:iam::{SISTER}:user/sue"), (OWN,))
        yield Outsider(Principal.parse(f"arn:aws:iam::{SISTER}:role/app"), (OWN,))


ADDRESSES: Final = ("203.0.113.10", "198.51.100.7", "100.0.0.1", None)
ENDPOINTS: Final = (None, "vpce-1", "vpce-2")
TEAMS: Final = (None, "data")
REQUESTS: Final = (
    ("s3:GetObject", f"{BOX}/a"),
    ("s3:PutObject", f"{BOX}/logs/a"),
    ("s3:ListBucket", BOX),
)


def contexts(outsider: Outsider) -> Iterator[tuple[Json, bool]]:
    """Each context with whether a stranger could bring it about: no endpoint or address that policies write out."""
    teams = TEAMS if outsider.principal.has_identity else (None,)
    for org, address, endpoint, team in product(outsider.organizations, ADDRESSES, ENDPOINTS, teams):
        context: Json = {}
        if org is not None:
            context |= {"aws:PrincipalOrgID": org, "aws:PrincipalOrgPaths": [f"{org}/r-ab12/"]}
        if address is not None:
            context["aws:SourceIp"] = address
        if endpoint is not None:
            context["aws:SourceVpce"] = endpoint
        if team is not None:
            context["aws:PrincipalTag/team"] = team
        strange = outsider.stranger and org != OTHER and endpoint is None and address != "203.0.113.10"
        yield context, strange


PRINCIPALS: Final = st.sampled_from(
    (
        "*", {"AWS": "*"}, {"AWS": PARTNER}, {"AWS": f"arn:aws:iam::{PARTNER}:user/kim"}, {"AWS": SISTER}, {"AWS": ACME},
        {"AWS": f"arn:aws:iam::{PARTNER}:role/app"}, {"Service": "s3.amazonaws.com"}, {"AWS": [SISTER, PARTNER]},
    )
)  # fmt: skip
CONDITIONS: Final = st.sampled_from(
    (
        {"StringEquals": {"aws:PrincipalOrgID": OWN}},
        {"StringNotEquals": {"aws:PrincipalOrgID": OWN}},
        {"StringEqualsIfExists": {"aws:PrincipalOrgID": OTHER}},
        {"StringLike": {"aws:PrincipalOrgID": "o-*"}},
        {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": f"{OTHER}/*"}},
        {"StringEquals": {"aws:PrincipalAccount": [PARTNER, ACME]}},
        {"StringNotEquals": {"aws:PrincipalAccount": ACME}},
        {"StringLike": {"aws:PrincipalAccount": "2*"}},
        {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/app"}},
        {"ArnNotLike": {"aws:PrincipalArn": f"arn:aws:iam::{PARTNER}:*"}},
        {"StringLike": {"aws:PrincipalArn": "*root"}},
        {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}},
        {"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}},
        {"IpAddress": {"aws:SourceIp": "64.0.0.0/2"}},
        {"StringEquals": {"aws:SourceVpce": "vpce-1"}},
        {"StringNotEquals": {"aws:SourceVpce": ["vpce-1", "vpce-2"]}},
        {"Null": {"aws:SourceVpce": "true"}},
        {"StringEquals": {"aws:PrincipalTag/team": "data"}},
        {"StringEquals": {"aws:PrincipalType": "User"}},
        {"Null": {"aws:PrincipalArn": "true"}},
    )
)
ACTIONS: Final = st.sampled_from(("s3:GetObject", ["s3:GetObject", "s3:ListBucket"], "s3:*", "s3:Put*", "*"))
RESOURCES: Final = st.sampled_from(([BOX, f"{BOX}/*"], f"{BOX}/*", BOX, f"{BOX}/logs/*", "*"))


@st.composite
def statements(draw: st.DrawFn) -> Json:
    condition = draw(st.none() | CONDITIONS)
    if condition is not None and draw(st.booleans()):
        other = draw(CONDITIONS)
        condition = {**other, **condition}
    action, resource = draw(ACTIONS), draw(RESOURCES)
    if draw(st.integers(0, 3)):
        return allow(draw(PRINCIPALS), action, condition, Resource=resource)
    if draw(st.booleans()):
        exempt = {"AWS": [f"arn:aws:iam::{PARTNER}:user/kim", f"arn:aws:iam::{PARTNER}:root"]}
        return deny(exempt, action, condition, other=True, Resource=resource)
    return deny(draw(PRINCIPALS), action, condition, Resource=resource)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    rcp = None
    if draw(st.integers(0, 3)) == 0:
        rcp = {"Version": "2012-10-17", "Statement": [deny("*", "s3:*", draw(CONDITIONS), Resource="*")]}
    listed = draw(st.lists(statements(), min_size=1, max_size=4))
    return with_bucket(*listed, rcp=rcp, block_public_access=draw(st.integers(0, 4)) == 0)


@given(worlds(), st.sampled_from(ZoneKind))
def test_nothing_external_is_left_out(made: World, zone: ZoneKind) -> None:
    analysis = analysed(made, zone)
    assert analysis.open == ()
    for outsider in outsiders(zone):
        for (action, resource), (context, strange) in product(REQUESTS, contexts(outsider)):
            request = Request(outsider.principal, action, resource, ACME, context)
            policies = binding(made, zone, outsider.principal, context.get("aws:SourceVpce"))
            if not decide(request, policies).allowed:
                continue
            covering = [finding for finding in analysis.findings if covers(finding, request)]
            assert covering, request
            if strange:
                assert any(finding.public for finding in covering), request


@given(worlds(), st.sampled_from(ZoneKind))
def test_every_finding_is_shown_by_a_request_from_outside(made: World, zone: ZoneKind) -> None:
    trusted = {ACME, SISTER} if zone is ZoneKind.ORGANIZATION else {ACME}
    for finding in analysed(made, zone).findings:
        request = finding.shown.request
        endpoint = request.context.get("aws:sourcevpce")
        policies = binding(made, zone, request.principal, endpoint if isinstance(endpoint, str) else None)
        assert decide(request, policies).allowed
        assert request.principal.account not in trusted
        if zone is ZoneKind.ORGANIZATION:
            assert request.context.get("aws:principalorgid") != OWN
        assert covers(finding, request)
        if finding.public:
            assert request.principal.account not in {PARTNER, SISTER}
            assert request.context.get("aws:principalorgid") not in {OWN, OTHER}
            assert request.context.get("aws:sourcevpce") not in {"vpce-1", "vpce-2"}
            assert not str(request.context.get("aws:sourceip")).startswith("203.0.113.")


def binding(made: World, zone: ZoneKind, principal: Principal, endpoint: str | None) -> EffectivePolicies:
    """Everything that decides for a caller from outside, whose own account allows it everything."""
    trusted = next(each for account, each in zones(made, zone) if account.id == ACME)
    resource = with_policy_of(made, trusted, ADDRESS)
    assert resource is not None
    bound = resource.binding(endpoint)
    return with_resource_policy(
        bound, principal, resource.policy, public_access_blocked=bound.settings.block_public_access
    )


def covers(finding: ExternalFinding, request: Request) -> bool:
    """Whether a finding tells of a request: it names the caller, an action pattern, and its conditions hold."""
    entry = PrincipalEntry(finding.principal.type, finding.principal.value, NOWHERE)
    if not namings(PrincipalElement(False, (entry,), NOWHERE), request.principal):
        return False
    if not any(pattern(each.lower())(request.action_key) for each in finding.actions):
        return False
    return all(_test(each.operator, each.key, each.values).holds(request.context) for each in finding.conditions)


def _test(operator: str, key: str, values: tuple[str, ...]) -> ConditionTest:
    condition = Condition(operator, key, tuple(Text(value, NOWHERE) for value in values), NOWHERE, NOWHERE)
    return ConditionTest(condition, substitutes=True)
