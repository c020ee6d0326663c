"""The decision table: one test for each row, with a neighbour that has the opposite decision.

The rows follow the IAM, STS, KMS, S3 and Organizations guides; each test names the page.
"""

from __future__ import annotations

from typing import Any

import pytest

from iamtutor.access import Layer
from tests.access.cases import (
    FEDERATED,
    KEY,
    OTHER_ROLE,
    ROLE,
    ROOT,
    SESSION,
    USER,
    A,
    B,
    allow,
    aws,
    bucket,
    deny,
    policy,
    run,
    statement,
    trust,
    verdict,
)  # fmt: skip

ALLOWED, EXPLICIT, IMPLICIT = "Allowed", "ExplicitlyDenied", "ImplicitlyDenied"
NOTHING = allow("sqs:SendMessage")  # a boundary or session policy that does not allow what is asked
EVERYTHING = allow("*")
SCP_FULL = policy("FullAWSAccess", statement("Allow", "*"))
ACCOUNT = f"arn:aws:iam::{A}:root"


def test_row_01_no_policy_at_all() -> None:
    """reference_policies_evaluation-logic: by default all requests are denied, but for the root user."""
    found = run()
    assert (found.verdict, found.layer) == (IMPLICIT, "identity")
    root = run(principal=ROOT)
    assert (root.verdict, root.layer) == (ALLOWED, "root")


def test_row_02_identity_allow_same_account() -> None:
    """reference_policies_evaluation-logic: an explicit allow in an identity-based policy."""
    found = run(identity=[allow()])
    assert (found.verdict, found.layer) == (ALLOWED, "identity")
    assert [(ref.policy, ref.index) for ref in found.statements] == [("allow", 0)]
    assert verdict(identity=[allow("s3:PutObject")]) == IMPLICIT


def test_row_03_resource_policy_names_the_user() -> None:
    """access_policies_identity-vs-resource: within an account a grant to the user suffices."""
    found = run(resource_policy=bucket(aws(USER)))
    assert (found.verdict, found.layer) == (ALLOWED, "resource")
    assert verdict(resource_policy=bucket(aws(USER + "2"))) == IMPLICIT


@pytest.mark.parametrize("account", [A, ACCOUNT])
def test_row_04_resource_policy_names_only_the_account(account: str) -> None:
    """reference_policies_elements_principal: naming the account delegates; it does not grant."""
    found = run(resource_policy=bucket(aws(account)))
    assert (found.verdict, found.layer) == (IMPLICIT, "identity")
    assert verdict(resource_policy=bucket(aws(account)), identity=[allow()]) == ALLOWED


@pytest.mark.parametrize("everyone", ["*", {"AWS": "*"}])
def test_row_05_resource_policy_for_everyone_same_account(everyone: object) -> None:
    """reference_policies_elements_principal: `*` and {"AWS": "*"} mean everyone."""
    assert verdict(resource_policy=bucket(everyone)) == ALLOWED
    assert verdict(resource_policy=bucket(everyone), identity=[deny()]) == EXPLICIT
    assert verdict(resource_policy=bucket(everyone), owner=B) == IMPLICIT


def test_row_06_user_named_boundary_does_not_allow() -> None:
    """reference_policies_evaluation-logic_policy-eval-denyallow, IAM user."""
    assert verdict(resource_policy=bucket(aws(USER)), boundary=NOTHING) == ALLOWED
    assert verdict(resource_policy=bucket(aws(ACCOUNT)), identity=[allow()], boundary=NOTHING) == IMPLICIT


@pytest.mark.parametrize("limit", ["boundary", "session"])
def test_row_07_role_named_boundary_or_session_does_not_allow(limit: str) -> None:
    """reference_policies_evaluation-logic_policy-eval-denyallow, IAM role: a grant to the role ARN is limited."""
    limits = {limit: NOTHING if limit == "boundary" else [NOTHING]}
    found = run(principal=SESSION, resource_policy=bucket(aws(ROLE)), **limits)
    assert (found.verdict, found.layer) == (IMPLICIT, limit)
    open_limits = {limit: EVERYTHING if limit == "boundary" else [EVERYTHING]}
    assert verdict(principal=SESSION, resource_policy=bucket(aws(ROLE)), **open_limits) == ALLOWED


@pytest.mark.parametrize("limits", [{"boundary": NOTHING}, {"session": [NOTHING]}, {"identity": [NOTHING]}])
def test_row_08_session_named_nothing_else_allows(limits: dict[str, object]) -> None:
    """reference_policies_evaluation-logic_policy-eval-denyallow, IAM role session."""
    assert verdict(principal=SESSION, resource_policy=bucket(aws(SESSION)), **limits) == ALLOWED
    assert verdict(principal=SESSION, resource_policy=bucket(aws(SESSION + "2")), **limits) == IMPLICIT


def test_row_09_everyone_with_principal_arn_condition() -> None:
    """reference_policies_evaluation-logic_policy-eval-denyallow: `*` with aws:PrincipalArn is not limited either."""
    named = bucket("*", Condition={"ArnEquals": {"aws:PrincipalArn": ROLE}})
    assert verdict(principal=SESSION, resource_policy=named, boundary=NOTHING, session=[NOTHING]) == ALLOWED
    other = bucket("*", Condition={"ArnEquals": {"aws:PrincipalArn": ROLE + "2"}})
    assert verdict(principal=SESSION, resource_policy=other, boundary=NOTHING, session=[NOTHING]) == IMPLICIT


@pytest.mark.parametrize(
    "where",
    [
        {"identity": [deny()]},
        {"boundary": deny()},
        {"session": [deny()]},
        {"scp": [[SCP_FULL, deny()]]},
        {"rcp": [[bucket("*", effect="Deny")]]},
        {"endpoint": [bucket("*", effect="Deny")]},
    ],
)
def test_row_10_explicit_deny_anywhere(where: dict[str, object]) -> None:
    """reference_policies_evaluation-logic: an explicit deny in any policy overrides every allow."""
    for principal, named in ((USER, aws(USER)), (SESSION, aws(SESSION)), (SESSION, "*")):
        assert verdict(principal=principal, resource_policy=bucket(named), **where) == EXPLICIT
        assert verdict(principal=principal, resource_policy=bucket(named)) == ALLOWED


def test_row_11_federated_user_named_session_policy_does_not_allow() -> None:
    """reference_policies_evaluation-logic_policy-eval-denyallow, AWS STS federated user principal."""
    assert verdict(principal=FEDERATED, resource_policy=bucket(aws(FEDERATED)), session=[NOTHING]) == ALLOWED
    assert verdict(principal=FEDERATED, resource_policy=bucket(aws(FEDERATED + "2")), session=[NOTHING]) == IMPLICIT


@pytest.mark.parametrize("limits", [{"session": [NOTHING]}, {"session": [EVERYTHING], "boundary": NOTHING}])
def test_row_12_federated_session_of_a_named_user(limits: dict[str, object]) -> None:
    """reference_policies_evaluation-logic_policy-eval-denyallow: a grant to the IAM user is limited in the session."""
    assert verdict(principal=FEDERATED, resource_policy=bucket(aws(USER)), **limits) == IMPLICIT
    assert verdict(principal=FEDERATED, resource_policy=bucket(aws(USER)), session=[EVERYTHING]) == ALLOWED


def test_row_13_federated_session_without_session_policy() -> None:
    """STS GetFederationToken: without a session policy only a resource policy that names the session allows."""
    found = run(principal=FEDERATED, identity=[allow()])
    assert (found.verdict, found.layer) == (IMPLICIT, "session")
    assert verdict(principal=FEDERATED, identity=[allow()], resource_policy=bucket(aws(USER))) == IMPLICIT
    assert verdict(principal=FEDERATED, identity=[allow()], resource_policy=bucket(aws(FEDERATED))) == ALLOWED
    assert verdict(principal=FEDERATED, identity=[allow()], session=[EVERYTHING]) == ALLOWED


@pytest.mark.parametrize(
    ("principal", "named"),
    [(USER, aws(USER)), (SESSION, aws(ROLE)), (SESSION, aws(SESSION)), (SESSION, "*")],
)
@pytest.mark.parametrize("limits", [{"boundary": NOTHING}, {"session": [NOTHING]}])
def test_row_14_across_accounts_limits_count(principal: str, named: object, limits: dict[str, object]) -> None:
    """reference_policies_evaluation-logic-cross-account: the exceptions hold within one account only."""
    case = {"principal": principal, "owner": B, "identity": [allow()], "resource_policy": bucket(named)}
    found = run(**case, **limits)
    assert (found.verdict, found.layer) == (IMPLICIT, next(iter(limits)))
    assert verdict(**case) == ALLOWED


def test_row_15_across_accounts_one_side_only() -> None:
    """reference_policies_evaluation-logic-cross-account: both sides must allow."""
    identity_only = run(owner=B, identity=[allow()])
    assert (identity_only.verdict, identity_only.layer) == (IMPLICIT, "resource")
    resource_only = run(owner=B, resource_policy=bucket(aws(USER)))
    assert (resource_only.verdict, resource_only.layer) == (IMPLICIT, "identity")
    neither = run(owner=B)
    assert (neither.layer, neither.blocked_by) == ("resource", ("identity",))
    both = run(owner=B, identity=[allow()], resource_policy=bucket(aws(USER)))
    assert (both.verdict, both.layer) == (ALLOWED, "resource")
    assert [ref.layer for ref in both.statements] == ["resource", "identity"]


@pytest.mark.parametrize("named", ["*", aws(A), aws(ACCOUNT)])
def test_row_16_across_accounts_everyone_or_the_account_named(named: object) -> None:
    """reference_policies_evaluation-logic-cross-account."""
    assert verdict(owner=B, identity=[allow()], resource_policy=bucket(named)) == ALLOWED
    assert verdict(owner=B, resource_policy=bucket(named)) == IMPLICIT


def test_row_17_scp_lacks_an_allow_at_some_level() -> None:
    """orgs_manage_policies_scps_evaluation: an Allow is needed at the root, every OU and the account."""
    levels = [[SCP_FULL], [SCP_FULL], [SCP_FULL]]
    assert verdict(identity=[allow()], scp=levels) == ALLOWED
    for closed in range(3):
        gap = [[NOTHING] if number == closed else level for number, level in enumerate(levels)]
        found = run(identity=[allow()], scp=gap)
        assert (found.verdict, found.layer) == (IMPLICIT, "scp")
        empty = [[] if number == closed else level for number, level in enumerate(levels)]
        assert verdict(identity=[allow()], scp=empty) == IMPLICIT


def test_row_18_scp_binds_a_grant_by_resource_policy() -> None:
    """orgs_manage_policies_scps: SCPs limit the account's principals whoever grants."""
    found = run(resource_policy=bucket(aws(USER)), scp=[[NOTHING]])
    assert (found.verdict, found.layer) == (IMPLICIT, "scp")
    assert verdict(resource_policy=bucket(aws(USER)), scp=[[SCP_FULL]]) == ALLOWED


def test_row_19_scp_of_the_caller_rcp_of_the_resource() -> None:
    """SCPs bind the caller's account, RCPs the resource's: the management account is exempt on its own side only."""
    both = {"identity": [allow()], "resource_policy": bucket(aws(USER)), "owner": B}
    settings = {"management_account": B}
    denying_rcp = [[bucket("*", effect="Deny")]]
    assert verdict(**both, scp=[[NOTHING]], settings=settings) == IMPLICIT
    assert verdict(**both, rcp=denying_rcp, settings=settings) == ALLOWED
    assert verdict(**both, scp=[[NOTHING]], settings={"management_account": A}) == ALLOWED
    assert verdict(**both, rcp=denying_rcp, settings={"management_account": A}) == EXPLICIT


def test_row_20_service_linked_role() -> None:
    """orgs_manage_policies_scps and _rcps: service-linked roles are not bound."""
    linked = f"arn:aws:iam::{A}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
    session = f"arn:aws:sts::{A}:assumed-role/AWSServiceRoleForECS/ecs"
    for principal in (linked, session):
        case = {"principal": principal, "identity": [allow()]}
        assert verdict(**case, scp=[[NOTHING]]) == ALLOWED
        assert verdict(**case, rcp=[[bucket("*", effect="Deny")]]) == ALLOWED
    assert verdict(principal=SESSION, identity=[allow()], scp=[[NOTHING]]) == IMPLICIT


def test_row_21_service_principal() -> None:
    """reference_policies_elements_principal, AWS services; RCPs bind them, SCPs do not."""
    service = {"service": "cloudtrail.amazonaws.com"}
    named = bucket({"Service": "cloudtrail.amazonaws.com"})
    assert verdict(principal=service, resource_policy=named) == ALLOWED
    assert verdict(principal={"service": "ec2.amazonaws.com"}, resource_policy=named) == IMPLICIT
    assert verdict(principal=service, resource_policy=named, scp=[[NOTHING]]) == ALLOWED
    assert verdict(principal=service, resource_policy=named, rcp=[[bucket("*", effect="Deny")]]) == EXPLICIT
    assert verdict(principal=service, identity=[allow()]) == IMPLICIT


def test_row_22_anonymous() -> None:
    """reference_policies_elements_principal, anonymous users; access-control-block-public-access."""
    public = bucket("*")
    assert verdict(principal="anonymous", resource_policy=public) == ALLOWED
    assert verdict(principal="anonymous", resource_policy=bucket(aws(ACCOUNT))) == IMPLICIT
    assert verdict(principal="anonymous", resource_policy=public, endpoint=[NOTHING]) == IMPLICIT
    assert verdict(principal="anonymous", resource_policy=public, rcp=[[bucket("*", effect="Deny")]]) == EXPLICIT
    blocked = run(principal="anonymous", resource_policy=public, settings={"block_public_access": True})
    assert (blocked.verdict, blocked.layer, blocked.message) == (IMPLICIT, "service", "Access Denied")


def test_row_22_block_public_access_shuts_out_other_accounts_only() -> None:
    """access-control-block-public-access, RestrictPublicBuckets: own account and AWS services still pass."""
    settings = {"block_public_access": True}
    public = {"resource_policy": bucket("*"), "settings": settings}
    assert verdict(**public) == ALLOWED
    assert verdict(**public, owner=B, identity=[allow()]) == IMPLICIT
    assert verdict(**public, principal={"service": "ec2.amazonaws.com"}) == ALLOWED
    fixed = bucket("*", Condition={"StringEquals": {"aws:PrincipalOrgID": "o-acmeexample"}})
    context = {"aws:PrincipalOrgID": "o-acmeexample"}
    assert verdict(resource_policy=fixed, settings=settings, owner=B, identity=[allow()], context=context) == ALLOWED


def test_row_23_endpoint_policy_without_an_allow() -> None:
    """vpc-endpoints-access: the endpoint policy must allow as well."""
    found = run(resource_policy=bucket(aws(USER)), endpoint=[bucket("*", action="s3:PutObject")])
    assert (found.verdict, found.layer) == (IMPLICIT, "endpoint")
    assert verdict(resource_policy=bucket(aws(USER)), endpoint=[bucket("*")]) == ALLOWED


def key_verdict(*principals: object, action: str = "kms:Decrypt", **case: object) -> str:
    """The decision on a KMS key whose key policy names the principals."""
    key_policy = bucket(*principals, action="kms:*") if principals else None
    return verdict(action=action, resource=KEY, resource_policy=key_policy, **case)


def test_row_24_kms_key_policy_does_not_name_the_account() -> None:
    """kms key-policies: identity policies count only where the key policy lets them."""
    assert key_verdict(identity=[allow("kms:*")]) == IMPLICIT
    assert key_verdict(aws(ROLE), identity=[allow("kms:*")]) == IMPLICIT
    assert key_verdict(aws(ACCOUNT), identity=[allow("kms:*")]) == ALLOWED
    assert key_verdict(aws(ACCOUNT)) == IMPLICIT


def test_row_25_kms_key_policy_names_the_user() -> None:
    """kms key-policies: a key policy that names the user grants by itself."""
    assert key_verdict(aws(USER)) == ALLOWED
    assert key_verdict(aws(USER + "2")) == IMPLICIT


def test_row_26_kms_root_user_key_policy_silent() -> None:
    """kms key-policy-default: even the account's root user needs the key policy."""
    assert key_verdict(principal=ROOT) == IMPLICIT
    assert key_verdict(aws(USER), principal=ROOT) == IMPLICIT
    assert key_verdict(aws(ACCOUNT), principal=ROOT) == ALLOWED


def assume_verdict(trusted: object | None, principal: str = USER, **case: object) -> str:
    """The decision on sts:AssumeRole for a role whose trust policy names `trusted`."""
    policy_of_role = None if trusted is None else trust(trusted)
    return verdict(
        principal=principal, action="sts:AssumeRole", resource=OTHER_ROLE, resource_policy=policy_of_role, **case
    )


MAY_ASSUME = allow("sts:AssumeRole")


def test_row_27_trust_policy_names_the_caller() -> None:
    """reference_policies_evaluation-logic: in one account a trust policy that names the user or role suffices."""
    assert assume_verdict(aws(USER)) == ALLOWED
    assert assume_verdict(aws(ROLE), principal=SESSION) == ALLOWED
    assert assume_verdict(aws(USER), principal=SESSION) == IMPLICIT


def test_row_28_trust_policy_names_only_the_account() -> None:
    """id_roles_create_for-user: the account delegates, its administrator must allow sts:AssumeRole."""
    assert assume_verdict(aws(ACCOUNT)) == IMPLICIT
    assert assume_verdict(aws(ACCOUNT), identity=[MAY_ASSUME]) == ALLOWED


def test_row_29_trust_policy_silent() -> None:
    """id_roles_terms-and-concepts: a role trusts only whom its trust policy names."""
    assert assume_verdict(None, identity=[MAY_ASSUME]) == IMPLICIT
    assert assume_verdict({"Service": "ec2.amazonaws.com"}, identity=[MAY_ASSUME]) == IMPLICIT
    assert assume_verdict(aws(USER), identity=[MAY_ASSUME]) == ALLOWED


def test_row_30_a_role_that_assumes_itself() -> None:
    """AWS Security Blog, 2022-09, "Announcing an update to IAM role trust policy behavior"."""
    case = {"principal": SESSION, "action": "sts:AssumeRole", "resource": ROLE, "identity": [MAY_ASSUME]}
    assert verdict(**case, resource_policy=trust({"Service": "ec2.amazonaws.com"})) == IMPLICIT
    assert verdict(**case, resource_policy=trust(aws(ROLE))) == ALLOWED


EXEMPTING = {"NotPrincipal": {"AWS": [USER, ACCOUNT]}, "Effect": "Deny", "Action": "s3:*", "Resource": "*"}


def test_row_31_not_principal_deny_and_a_boundary() -> None:
    """access_policies_boundaries, Important: NotPrincipal with Deny always denies a caller that has a boundary."""
    case = {"identity": [allow()], "resource_policy": policy("bucket", EXEMPTING)}
    assert verdict(**case, boundary=EVERYTHING) == EXPLICIT
    assert verdict(**case) == ALLOWED
    root = {"principal": ROOT, "resource_policy": policy("bucket", EXEMPTING)}
    assert verdict(**root, boundary=EVERYTHING) == ALLOWED, "a root user carries no boundary"


def test_row_32_not_principal_deny_lists_the_caller() -> None:
    """reference_policies_elements_notprincipal: list the user or session, its role, and its account."""

    def under(*listed: str, principal: str = USER) -> str:
        return verdict(
            principal=principal,
            identity=[allow()],
            resource_policy=policy("bucket", EXEMPTING | {"NotPrincipal": aws(*listed)}),
        )

    assert under(USER, ACCOUNT) == ALLOWED
    assert under(USER + "2", f"arn:aws:iam::{B}:root") == EXPLICIT
    assert under(SESSION, ROLE, ACCOUNT, principal=SESSION) == ALLOWED
    assert under(USER, principal=SESSION) == EXPLICIT
    assert under(USER + "2", ACCOUNT) == EXPLICIT, "an account on the list does not exempt its other users"
    assert under(ROLE, ACCOUNT, principal=SESSION) == EXPLICIT, "nor a role its other sessions"


def test_row_32_not_principal_list_that_leaves_the_account_out() -> None:
    """The same page: whether the account is checked first depends on the service, and the trace says so."""
    found = run(identity=[allow()], resource_policy=policy("bucket", EXEMPTING | {"NotPrincipal": aws(USER)}))
    [statement_trace] = found.trace.of(Layer.RESOURCE).policies[0].statements
    assert statement_trace.match.uncertain
    sure = run(identity=[allow()], resource_policy=policy("bucket", EXEMPTING))
    [statement_trace] = sure.trace.of(Layer.RESOURCE).policies[0].statements
    assert not statement_trace.match.uncertain


@pytest.mark.parametrize(
    "named", [f"arn:aws:iam::{A}:user/*", f"arn:aws:iam::{A}:user/d?v", f"arn:aws:iam::{A}:user/Dev"]
)
def test_row_33_partial_wildcard_or_wrong_case_in_a_principal(named: str) -> None:
    """reference_policies_elements_principal: a wildcard cannot match part of a name or ARN; names are exact."""
    assert verdict(resource_policy=bucket(aws(named))) == IMPLICIT
    assert verdict(resource_policy=bucket(aws(USER))) == ALLOWED


def test_row_34_resource_policy_without_principal() -> None:
    """reference_policies_grammar: a resource-based policy needs Principal or NotPrincipal."""
    assert verdict(resource_policy=allow()) == IMPLICIT
    assert verdict(resource_policy=bucket("*")) == ALLOWED


@pytest.mark.parametrize(
    "alone",
    [{"session": [EVERYTHING]}, {"boundary": EVERYTHING}, {"scp": [[EVERYTHING]]}, {"rcp": [[bucket("*")]]}],
)
def test_row_35_limits_grant_nothing(alone: dict[str, object]) -> None:
    """access_policies, policy types: boundaries, session policies, SCPs and RCPs grant no permissions."""
    assert verdict(principal=SESSION, **alone) == IMPLICIT
    assert verdict(principal=SESSION, identity=[allow()], **alone) == ALLOWED


def test_row_36_root_user_assumes_a_role() -> None:
    """API_AssumeRole: not with the root user's credentials."""
    found = run(principal=ROOT, action="sts:AssumeRole", resource=OTHER_ROLE, resource_policy=trust(aws(ACCOUNT)))
    assert (found.verdict, found.layer) == (IMPLICIT, "service")
    assert found.message == "Roles may not be assumed by root accounts."
    assert assume_verdict(aws(ACCOUNT), identity=[MAY_ASSUME]) == ALLOWED


def test_row_37_root_user_takes_back_a_locked_bucket() -> None:
    """API_DeleteBucketPolicy: the owning account's root user, whatever the bucket policy says."""
    locked = bucket("*", action="s3:*", effect="Deny")
    case = {"resource": "arn:aws:s3:::reports", "resource_policy": locked}
    assert verdict(principal=ROOT, action="s3:DeleteBucketPolicy", **case) == ALLOWED
    assert verdict(principal=ROOT, action="s3:DeleteBucket", **case) == EXPLICIT
    assert verdict(principal=ROOT, action="s3:DeleteBucketPolicy", owner=B, **case) == EXPLICIT
    scp = [[policy("scp", statement("Deny", "*"))]]
    assert verdict(principal=ROOT, action="s3:DeleteBucketPolicy", scp=scp, **case) == EXPLICIT


def test_row_38_public_bucket_signed_and_unsigned() -> None:
    """reference_policies_elements_principal: a signed caller of another account needs its own account's leave."""
    assert verdict(owner=B, resource_policy=bucket("*")) == IMPLICIT
    assert verdict(principal="anonymous", owner=B, resource_policy=bucket("*")) == ALLOWED


def test_row_39_trusted_user_deleted_and_created_again() -> None:
    """reference_policies_elements_principal: the policy holds the old unique ID, which the new user does not have."""
    assert assume_verdict(aws("AIDAEXAMPLEOLDUSERIDX"), identity=[MAY_ASSUME]) == IMPLICIT
    assert assume_verdict(aws(USER), identity=[MAY_ASSUME]) == ALLOWED
    by_name = trust("*", Condition={"ArnEquals": {"aws:PrincipalArn": USER}})
    assert verdict(action="sts:AssumeRole", resource=OTHER_ROLE, resource_policy=by_name) == ALLOWED


def test_step_0_get_caller_identity() -> None:
    """API_GetCallerIdentity: no permission is needed, and a deny does not stop it."""
    case = {"action": "sts:GetCallerIdentity", "resource": "*"}
    found = run(**case, identity=[deny("sts:*")])
    assert (found.verdict, found.layer) == (ALLOWED, "service")
    assert verdict(principal="anonymous", **case) == IMPLICIT


@pytest.mark.parametrize("caller", [USER, ROOT])
@pytest.mark.parametrize("policies", [{}, {"identity": [deny("sts:*")]}, {"scp": [[deny("*")]]}])
def test_step_0_get_session_token(caller: str, policies: dict[str, Any]) -> None:
    """id_credentials_temp_control-access_getsessiontoken: no permission is needed, and policies have no effect on it."""
    found = run(principal=caller, action="sts:GetSessionToken", resource="*", **policies)
    assert (found.verdict, found.layer) == (ALLOWED, "service")


@pytest.mark.parametrize("caller", [ROLE, SESSION, FEDERATED])
def test_step_0_get_session_token_with_session_credentials(caller: str) -> None:
    """id_credentials_sts-comparison: not with the credentials of a role or a federated user."""
    found = run(principal=caller, action="sts:GetSessionToken", resource="*", identity=[allow("sts:*")])
    assert (found.verdict, found.layer) == (IMPLICIT, "service")
    assert found.message == "Cannot call GetSessionToken with session credentials"
    assert verdict(principal="anonymous", action="sts:GetSessionToken", resource="*") == IMPLICIT


@pytest.mark.parametrize(
    ("action", "resource", "neighbour"),
    [
        ("iam:CreatePolicyVersion", "arn:aws:iam::aws:policy/ReadOnlyAccess", f"arn:aws:iam::{A}:policy/Mine"),
        ("iam:DeleteRole", f"arn:aws:iam::{A}:role/aws-reserved/sso.amazonaws.com/x", f"arn:aws:iam::{A}:role/x"),
        (
            "iam:AttachRolePolicy",
            f"arn:aws:iam::{A}:role/aws-service-role/ecs.amazonaws.com/x",
            f"arn:aws:iam::{A}:role/x",
        ),
        ("kms:DeleteAlias", f"arn:aws:kms:us-east-1:{A}:alias/aws/s3", f"arn:aws:kms:us-east-1:{A}:alias/mine"),
    ],
)
def test_step_4_what_belongs_to_aws(action: str, resource: str, neighbour: str) -> None:
    """access_policies_managed-vs-inline, using-service-linked-roles, kms-alias."""
    found = run(action=action, resource=resource, identity=[EVERYTHING])
    assert (found.verdict, found.layer) == (IMPLICIT, "service")
    assert verdict(action=action, resource=neighbour, identity=[EVERYTHING]) == ALLOWED


def test_step_4_service_linked_roles_can_be_made_and_removed_by_their_actions() -> None:
    """using-service-linked-roles: create, describe and delete through their own actions."""
    role = f"arn:aws:iam::{A}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
    assert verdict(action="iam:DeleteServiceLinkedRole", resource=role, identity=[EVERYTHING]) == ALLOWED
    assert verdict(action="iam:GetRole", resource=role, identity=[EVERYTHING]) == ALLOWED


def test_rcp_reaches_only_services_that_support_it() -> None:
    """orgs_manage_policies_rcps: the list of services, kms:RetireGrant and AWS managed keys."""
    rcp = [[bucket("*", action="*", effect="Deny")]]
    assert verdict(identity=[EVERYTHING], rcp=rcp) == EXPLICIT
    queue = f"arn:aws:sns:us-east-1:{A}:topic"
    assert verdict(action="sns:Publish", resource=queue, identity=[EVERYTHING], rcp=rcp) == ALLOWED
    named = aws(USER)
    assert key_verdict(named, rcp=rcp) == EXPLICIT
    assert key_verdict(named, rcp=rcp, action="kms:RetireGrant") == ALLOWED
    assert key_verdict(named, rcp=rcp, settings={"aws_managed_key": True}) == ALLOWED


def test_a_trust_policy_with_a_resource_is_read_all_the_same() -> None:
    """IAM refuses the element ("Has prohibited field Resource"); scripts that carry it lose nothing by it."""
    named = bucket(aws(USER), action="sts:AssumeRole")
    assert verdict(action="sts:AssumeRole", resource=OTHER_ROLE, resource_policy=named) == ALLOWED
    assert (
        verdict(action="sts:AssumeRole", resource=OTHER_ROLE, resource_policy=bucket(aws(ROLE), action="sts:*"))
        == IMPLICIT
    )
