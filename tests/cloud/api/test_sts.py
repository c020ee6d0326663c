"""AssumeRole: what it checks, in which order, and what a session is.

https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.access import Layer, decide
from iamtutor.cloud.api import (
    AwsError,
    Client,
    Credentials,
    calls,
    iam_keys,
    iam_roles,
    iam_tags,
    mfa,
    s3,
    sts,
    sts_tokens,
)
from iamtutor.cloud.identifiers import access_key_id, account_of_key, key_id
from tests.cloud.api.scene import (
    ACME,
    ADMIN,
    EVERYTHING,
    IAM,
    NOTHING,
    PARTNER,
    admin,
    allow,
    constraint,
    refusal,
    said,
    scene,
)

OPEN, NEXT, LONG = f"{IAM}:role/open", f"{IAM}:role/next", f"{IAM}:role/long"
NAME = r"[\w+=,.@-]*"
PHONE = f"{IAM}:mfa/phone"


def _assume(client: Client, role: str = OPEN, name: str = "work", **more: Any) -> sts.AssumedRole:
    return client.call(sts.assume_role, role, name, **more)


PARAMETERS = [
    ({"duration_seconds": 899}, constraint(899, "durationSeconds", "have value greater than or equal to 900")),
    ({"duration_seconds": 43201}, constraint(43201, "durationSeconds", "have value less than or equal to 43200")),
    ({"name": "x"}, constraint("x", "roleSessionName", "have length greater than or equal to 2")),
    ({"name": "x" * 65}, constraint("x" * 65, "roleSessionName", "have length less than or equal to 64")),
    ({"name": "my name"}, constraint("my name", "roleSessionName", f"satisfy regular expression pattern: {NAME}")),
    ({"name": "이름"}, constraint("이름", "roleSessionName", f"satisfy regular expression pattern: {NAME}")),
    ({"external_id": "x"}, constraint("x", "externalId", "have length greater than or equal to 2")),
    ({"external_id": "a b"}, constraint("a b", "externalId", r"satisfy regular expression pattern: [\w+=,.@:\/-]*")),
    ({"source_identity": "x"}, constraint("x", "sourceIdentity", "have length greater than or equal to 2")),
    ({"serial_number": "short", "token_code": "123456"}, constraint("short", "serialNumber", "have length greater than or equal to 9")),
    ({"serial_number": PHONE, "token_code": "12345"}, constraint("12345", "tokenCode", "have length greater than or equal to 6")),
    ({"serial_number": PHONE, "token_code": "12345a"}, constraint("12345a", "tokenCode", r"satisfy regular expression pattern: [\d]*")),
    ({"role": "arn:aws:iam::1:x"}, constraint("arn:aws:iam::1:x", "roleArn", "have length greater than or equal to 20")),
    ({"tags": {f"k{n}": "" for n in range(51)}}, constraint("[51 tags]", "tags", "have length less than or equal to 50")),
    ({"tags": {"k" * 129: ""}}, constraint("k" * 129, "tags.1.member.key", "have length less than or equal to 128")),
    ({"tags": {"k": "v" * 257}}, constraint("v" * 257, "tags.1.member.value", "have length less than or equal to 256")),
    ({"policy_arns": [ADMIN] * 11}, constraint("[11 ARNs]", "policyArns", "have length less than or equal to 10")),
    ({"tags": {"Team": "a", "team": "b"}}, ("InvalidParameterValue", 400, "Duplicate tag keys found. Please note that Tag keys are case insensitive.")),
    ({"transitive_tag_keys": ["team"]}, ("InvalidParameterValue", 400, "The specified transitive tag key must be included in the requested tags.")),
    ({"duration_seconds": 3601}, ("ValidationError", 400, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")),
    ({"policy": "{"}, ("MalformedPolicyDocument", 400, "Syntax errors in policy.")),
    ({"policy": allow("*", Principal="*")}, ("MalformedPolicyDocument", 400, "Policy document should not specify a principal.")),
    ({"policy_arns": [f"arn:aws:iam::{PARTNER}:policy/Theirs"]}, ("NoSuchEntity", 404, f"Policy arn:aws:iam::{PARTNER}:policy/Theirs does not exist or is not attachable.")),
    ({"policy": allow("s3:GetObject", ["arn:aws:s3:::" + "x" * 2048])}, ("PackedPolicyTooLarge", 400, "Packed policy consumes 106% of allotted space, please use smaller policy.")),
]  # fmt: skip


@pytest.mark.parametrize(("given_", "expected"), PARAMETERS, ids=[str(row[0])[:60] for row in PARAMETERS])
def test_what_cannot_be_passed(given_: dict[str, Any], expected: tuple[str, int, str]) -> None:
    assert said(refusal(lambda: _assume(admin(), **given_))) == expected


FINE: list[dict[str, Any]] = [
    {"duration_seconds": 900},
    {"duration_seconds": 3600},
    {"role": LONG, "duration_seconds": 43200},
    {"name": "ab"},
    {"name": "x" * 64},
    {"name": "w+=,.@-_1"},
    {"external_id": "a:b/c"},
    {"tags": {f"k{n}": "" for n in range(50)}},
    {"tags": {"k" * 128: "v" * 256}},
    {"source_identity": "ann", "tags": {"team": "x"}, "transitive_tag_keys": ["Team"]},
    {"policy": EVERYTHING, "policy_arns": [ADMIN, f"{IAM}:policy/ReadOnly"]},
]


@pytest.mark.parametrize("given_", FINE, ids=[str(row)[:60] for row in FINE])
def test_what_can_be_passed(given_: dict[str, Any]) -> None:
    answer = _assume(admin(), **given_)
    assert answer.source_identity == given_.get("source_identity")
    assert answer.packed_policy_size is None or 0 < answer.packed_policy_size <= 100


def test_the_answer() -> None:
    """AssumedRoleId is the role's unique ID and the session name; the session's ARN has no path."""
    cloud = scene()
    answer = _assume(admin(cloud))
    role = cloud.world.accounts["acme"].roles["open"]
    assert answer.assumed_role_id == f"{role.unique_id}:work"
    assert role.unique_id.startswith("AROA")
    assert answer.arn == f"arn:aws:sts::{ACME}:assumed-role/open/work"
    assert answer.credentials.access_key_id.startswith("ASIA")
    assert answer.credentials.expiration == cloud.world.now + timedelta(hours=1)
    assert answer.credentials.session_token is not None
    assert len(answer.credentials.secret_access_key) == 40
    assert "EXAMPLE" in answer.credentials.secret_access_key
    assert answer.credentials.secret_access_key not in repr(answer)


def test_the_same_calls_give_the_same_credentials_and_no_two_the_same() -> None:
    first, second = scene(), scene()
    keys = [_assume(admin(first)).credentials for _ in range(3)]
    assert keys == [_assume(admin(second)).credentials for _ in range(3)]
    assert len({key.access_key_id for key in keys}) == 3
    assert len({key.secret_access_key for key in keys}) == 3


WHO = [
    ("acme:user/admin", OPEN, None),
    ("acme:user/nobody", OPEN, Layer.IDENTITY),
    ("acme:user/nobody", f"{IAM}:role/named", None),
    ("acme:user/admin", f"{IAM}:role/named", Layer.RESOURCE),
    ("acme:user/admin", f"{IAM}:role/web", Layer.RESOURCE),
    ("acme:user/admin", f"arn:aws:iam::{PARTNER}:role/visit", None),
    ("acme:user/nobody", f"arn:aws:iam::{PARTNER}:role/visit", Layer.IDENTITY),
    ("user/kim", OPEN, Layer.RESOURCE),
    ("acme:role/open", NEXT, None),
]


@pytest.mark.parametrize(("who", "role", "blocks"), WHO)
def test_both_sides_must_agree(who: str, role: str, blocks: Layer | None) -> None:
    """Same account: the trust policy may name the caller; else caller and trust policy both allow."""
    client = scene().client(who)
    if blocks is None:
        assert _assume(client, role).arn.endswith("/work")
        return
    error = refusal(lambda: _assume(client, role))
    assert error.decision is not None
    assert error.decision.layer is blocks
    assert error.message.endswith(f"is not authorized to perform: sts:AssumeRole on resource: {role}")
    assert (error.code, error.status) == ("AccessDenied", 403)


def test_a_missing_role_is_refused_like_any_other() -> None:
    error = refusal(lambda: _assume(admin(), f"{IAM}:role/gone"))
    assert said(error) == (
        "AccessDenied",
        403,
        f"User: {IAM}:user/admin is not authorized to perform: sts:AssumeRole on resource: {IAM}:role/gone",
    )
    assert error.why == "cloud.api-no-such-role"


def test_root_cannot_assume_roles() -> None:
    """https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"""
    error = refusal(lambda: _assume(scene().client("root/acme")))
    assert said(error) == ("AccessDenied", 403, "Roles may not be assumed by root accounts.")


def test_anonymous_callers_have_no_token() -> None:
    error = refusal(lambda: _assume(scene().client("anonymous")))
    assert said(error) == ("MissingAuthenticationToken", 403, "Request is missing Authentication Token")


@pytest.mark.parametrize(("external_id", "works"), [("blue", True), ("red", False), ("Blue", False), (None, False)])
def test_external_id(external_id: str | None, works: bool) -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html"""
    role = f"{IAM}:role/strangers"
    if works:
        assert _assume(admin(), role, external_id=external_id)
    else:
        error = refusal(lambda: _assume(admin(), role, external_id=external_id))
        assert error.why == "cloud.api-denied-implicit-trust"


def test_chaining_ends_after_an_hour() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining"""
    cloud = scene()
    first = cloud.client(_assume(admin(cloud)).credentials)
    error = refusal(lambda: _assume(first, LONG, duration_seconds=3601))
    sentence = "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."
    assert said(error) == ("ValidationError", 400, sentence)
    assert _assume(first, LONG).credentials.expiration == cloud.world.now + timedelta(hours=1)
    assert _assume(admin(cloud), LONG, duration_seconds=3601).credentials.expiration is not None


NO_DEVICE = (
    "MultiFactorAuthentication failed, unable to validate MFA code. Please verify your MFA serial number is valid and "
    "associated with this user."
)
WRONG_CODE = "MultiFactorAuthentication failed with invalid MFA one time pass code."


def test_mfa() -> None:
    """The trust policy asks for MFA that is younger than five minutes; the new session itself carries none.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
    """
    cloud = scene()
    client, role = admin(cloud), f"{IAM}:role/guarded"
    code = mfa.token_code(cloud.world, PHONE)
    wrong = f"{(int(code) + 1) % 10**6:06}"
    assert refusal(lambda: _assume(client, role)).why == "cloud.api-denied-implicit-trust"
    assert refusal(lambda: _assume(client, role, serial_number=PHONE, token_code=wrong)).message == WRONG_CODE
    assert refusal(lambda: _assume(client, role, serial_number=PHONE)).message == NO_DEVICE
    theirs = f"{IAM}:mfa/dev-phone"
    error = refusal(lambda: _assume(client, role, serial_number=theirs, token_code=code))
    assert said(error) == ("AccessDenied", 403, NO_DEVICE)
    session = _assume(client, role, serial_number=PHONE, token_code=code)
    request, _ = cloud.world.effective(f"session/{session.credentials.access_key_id}", "*", "s3:ListAllMyBuckets")
    assert request.context["aws:multifactorauthpresent"] == "false"
    assert "aws:multifactorauthage" not in request.context
    cloud.wait(timedelta(seconds=61))
    assert refusal(lambda: _assume(client, role, serial_number=PHONE, token_code=code)).message == WRONG_CODE


def test_mfa_of_a_session_token_grows_old() -> None:
    """aws:MultiFactorAuthAge counts from the code: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"""
    cloud = scene()
    code = mfa.token_code(cloud.world, PHONE)
    token = admin(cloud).call(sts_tokens.get_session_token, serial_number=PHONE, token_code=code)
    signed = cloud.client(token)
    assert _assume(signed, f"{IAM}:role/guarded")
    cloud.wait(timedelta(seconds=300))
    assert refusal(lambda: _assume(signed, f"{IAM}:role/guarded")).why == "cloud.api-denied-implicit-trust"


def test_session_tags_need_tag_session_on_both_sides() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required"""
    error = refusal(lambda: _assume(admin(), LONG, tags={"team": "x"}))
    assert error.message.endswith(f"is not authorized to perform: sts:TagSession on resource: {LONG}")
    assert error.decision is not None
    assert error.decision.layer is Layer.RESOURCE


def test_session_tags_take_the_place_of_role_tags() -> None:
    cloud = scene()
    answer = _assume(admin(cloud), tags={"TEAM": "x"})
    request, _ = cloud.world.effective(f"session/{answer.credentials.access_key_id}", "*", "s3:ListAllMyBuckets")
    assert request.context["aws:principaltag/team"] == "x"
    assert request.context["aws:principaltag/stage"] == "prod"


def test_transitive_tags_go_on_and_others_do_not() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_role-chaining"""
    cloud = scene()
    first = _assume(admin(cloud), tags={"cost": "1", "own": "2"}, transitive_tag_keys=["cost"])
    chained = cloud.client(first.credentials)
    second = _assume(chained, NEXT, tags={"more": "3"})
    session = cloud.world.sessions[second.credentials.access_key_id]
    assert session.tags == {"cost": "1", "more": "3"}
    assert session.transitive == ("cost",)
    error = refusal(lambda: _assume(chained, NEXT, tags={"Cost": "9"}))
    assert error.code == "InvalidParameterValue"
    assert error.message.startswith("One of the specified transitive tag keys can't be set because it conflicts")
    # A role that does not let sessions be tagged cannot be next in the chain.
    assert refusal(lambda: _assume(chained, LONG)).message.endswith(f"sts:TagSession on resource: {LONG}")


def test_source_identity_persists_and_cannot_be_changed() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html"""
    cloud = scene()
    first = cloud.client(_assume(admin(cloud), source_identity="ann").credentials)
    second = _assume(first, NEXT)
    assert second.source_identity == "ann"
    request, _ = cloud.world.effective(f"session/{second.credentials.access_key_id}", "*", "s3:ListAllMyBuckets")
    assert request.context["aws:sourceidentity"] == "ann"
    assert _assume(first, NEXT, source_identity="ann").source_identity == "ann"
    error = refusal(lambda: _assume(first, NEXT, source_identity="ben"))
    assert error.message.endswith(f"sts:SetSourceIdentity on resource: {NEXT}")
    assert error.why == "cloud.api-source-identity-set"
    # A role whose trust policy does not mention it cannot be next in the chain.
    assert refusal(lambda: _assume(first, LONG)).message.endswith(f"sts:SetSourceIdentity on resource: {LONG}")


def test_session_policies_only_take_away() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session"""
    cloud = scene()
    narrow = cloud.client(_assume(admin(cloud), policy=allow("s3:ListAllMyBuckets")).credentials)
    assert narrow.call(s3.list_buckets) == ("acme-open", "acme-closed")
    error = refusal(lambda: narrow.call(calls.call, "sqs:SendMessage", "resource/orders"))
    assert said(error) == (
        "AccessDeniedException",
        400,
        f"User: arn:aws:sts::{ACME}:assumed-role/open/work is not authorized to perform: sqs:SendMessage on resource: "
        f"arn:aws:sqs:ap-northeast-2:{ACME}:orders because no session policy allows the sqs:SendMessage action",
    )
    managed = cloud.client(_assume(admin(cloud), policy_arns=[f"{IAM}:policy/ReadOnly"]).credentials)
    assert refusal(lambda: managed.call(s3.list_buckets)).why == "cloud.api-denied-implicit-session"


def test_packed_size_of_tags() -> None:
    tags = {f"tag-{number}": "".join(key_id(f"{number}{part}") for part in range(7)) for number in range(50)}
    error = refusal(lambda: _assume(admin(), tags=tags))
    assert error.code == "PackedPolicyTooLarge"
    assert error.message.startswith("Packed size of session tags consumes ")


def test_revoked_sessions_and_those_after() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html"""
    cloud = scene()
    old = cloud.client(_assume(admin(cloud)).credentials)
    assert old.call(s3.list_buckets)
    cloud.wait(timedelta(seconds=1))
    admin(cloud).call(iam_roles.revoke_sessions, "open")
    error = refusal(lambda: old.call(s3.list_buckets))
    assert error.message.endswith("with an explicit deny in an identity-based policy")
    assert error.decision is not None
    assert error.decision.statements[0].policy == "AWSRevokeOlderSessions"
    assert old.call(sts_tokens.get_caller_identity).account == ACME
    assert cloud.client(_assume(admin(cloud)).credentials).call(s3.list_buckets)


def test_a_deleted_role_takes_its_sessions_along() -> None:
    cloud = scene()
    by = admin(cloud)
    session = cloud.client(_assume(by, LONG).credentials)
    by.call(iam_roles.delete_role, "long")
    assert refusal(lambda: session.call(sts_tokens.get_caller_identity)).code == "InvalidClientTokenId"


def test_role_tags_that_change_reach_sessions() -> None:
    cloud = scene()
    by = admin(cloud)
    answer = _assume(by)
    by.call(iam_tags.tag_role, "open", {"Team": "green"})
    request, _ = cloud.world.effective(f"session/{answer.credentials.access_key_id}", "*", "s3:ListAllMyBuckets")
    assert request.context["aws:principaltag/team"] == "green"


@pytest.mark.parametrize(
    ("service", "role", "context", "works"),
    [
        ("ec2.amazonaws.com", "web", {}, True),
        ("lambda.amazonaws.com", "web", {}, False),
        ("lambda.amazonaws.com", "lambda", {"aws:SourceAccount": ACME}, True),
        ("lambda.amazonaws.com", "lambda", {"aws:SourceAccount": PARTNER}, False),
        ("ecs.amazonaws.com", "gone", {}, False),
    ],
)
def test_services_assume_roles_that_trust_them(service: str, role: str, context: dict[str, str], works: bool) -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"""
    cloud = scene()
    arn = f"{IAM}:role/{role}"
    if works:
        answer = cloud.unsigned(sts.assume_role_as_service, service, arn, "i-0abc", context=context)
        assert answer.arn == f"arn:aws:sts::{ACME}:assumed-role/{role}/i-0abc"
        return
    error = refusal(lambda: cloud.unsigned(sts.assume_role_as_service, service, arn, "i-0abc", context=context))
    assert error.message.endswith(f"is not authorized to perform: sts:AssumeRole on resource: {arn}")


def test_a_failed_call_changes_nothing() -> None:
    cloud = scene()
    before = cloud.world
    with pytest.raises(AwsError):
        _assume(cloud.client("acme:user/nobody"))
    assert cloud.world is before


def test_the_console_opens_sessions_without_permission() -> None:
    cloud = scene()
    answer = _assume(cloud.console("acme"), f"{IAM}:role/web")
    assert cloud.client(answer.credentials).call(sts_tokens.get_caller_identity).arn.endswith("assumed-role/web/work")


@given(st.integers(0, 10**12 - 1), st.sampled_from(["AKIA", "ASIA"]), st.text(max_size=20))
def test_key_ids_encode_their_account(number: int, prefix: str, seed: str) -> None:
    """https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html"""
    account = f"{number:012}"
    key = access_key_id(prefix, account, seed)
    assert len(key) == 20
    assert key.startswith(prefix)
    assert account_of_key(key) == account


POLICIES = st.sampled_from([None, EVERYTHING, NOTHING, allow("s3:*"), allow("sqs:*"), allow("s3:ListAllMyBuckets")])
ACTIONS = st.sampled_from(["s3:ListAllMyBuckets", "sqs:SendMessage", "s3:GetObject"])


@given(POLICIES, ACTIONS)
def test_no_session_policy_gives_more_than_none(policy: dict[str, Any] | None, action: str) -> None:
    cloud = scene()
    plain, limited = _assume(admin(cloud)), _assume(admin(cloud), policy=policy)
    decisions = [
        decide(*cloud.world.effective(f"session/{answer.credentials.access_key_id}", "*", action)).allowed
        for answer in (plain, limited)
    ]
    assert decisions[0] >= decisions[1]


def test_keys_that_are_wrong() -> None:
    """The error of each protocol: https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html"""
    cloud = scene()
    good = admin(cloud).call(iam_keys.create_access_key, "dev")
    session = _assume(admin(cloud)).credentials
    bad = {
        "unknown": Credentials("AKIAIOSFODNN7EXAMPLE", "x"),
        "secret": Credentials(good.access_key_id, "wrong"),
        "token": Credentials(session.access_key_id, session.secret_access_key, "wrong"),
        "no token": Credentials(session.access_key_id, session.secret_access_key),
    }
    codes = {
        "unknown": ["InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "AuthFailure"],
        "secret": ["SignatureDoesNotMatch", "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure"],
        "token": ["InvalidClientTokenId", "UnrecognizedClientException", "InvalidToken", "AuthFailure"],
        "no token": ["InvalidClientTokenId", "UnrecognizedClientException", "InvalidToken", "AuthFailure"],
    }
    actions = ["iam:ListUsers", "kms:ListKeys", "s3:ListAllMyBuckets", "ec2:DescribeInstances"]
    for kind, credentials in bad.items():
        client = cloud.client(credentials)
        found = [refusal(partial(client.call, calls.call, action, "*")).code for action in actions]
        assert found == codes[kind]


EXPIRED = [
    ("iam:ListUsers", ("ExpiredToken", 403, "The security token included in the request is expired")),
    ("kms:ListKeys", ("ExpiredTokenException", 400, "The security token included in the request is expired")),
    ("s3:ListAllMyBuckets", ("ExpiredToken", 400, "The provided token has expired.")),
    ("ec2:DescribeInstances", ("RequestExpired", 400, "Request has expired.")),
]


@pytest.mark.parametrize(("action", "expected"), EXPIRED)
def test_expired_in_each_protocol(action: str, expected: tuple[str, int, str]) -> None:
    cloud = scene()
    client = cloud.client(_assume(admin(cloud), duration_seconds=900).credentials)
    assert client.call(calls.call, action, "*").allowed
    cloud.wait(timedelta(minutes=15))
    assert said(refusal(lambda: client.call(calls.call, action, "*"))) == expected
