"""GetSessionToken, GetFederationToken, GetCallerIdentity: who may call them, and what their credentials can.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from iamtutor.cloud import UnknownReferenceError
from iamtutor.cloud.api import Client, Cloud, calls, iam_users, mfa, s3, sts, sts_tokens
from iamtutor.cloud.api.credentials import of_session, of_user
from tests.cloud.api.scene import ACME, IAM, admin, allow, constraint, refusal, said, scene

PHONE = f"{IAM}:mfa/phone"


def _token(cloud: Cloud, *, with_mfa: bool = False, seconds: int | None = None) -> Client:
    code = mfa.token_code(cloud.world, PHONE) if with_mfa else None
    serial = PHONE if with_mfa else None
    answer = admin(cloud).call(
        sts_tokens.get_session_token, duration_seconds=seconds, serial_number=serial, token_code=code
    )
    return cloud.client(answer)


def _federated(cloud: Cloud, **more: Any) -> Client:
    return cloud.client(admin(cloud).call(sts_tokens.get_federation_token, "guest", **more).credentials)


def _role(cloud: Cloud) -> Client:
    return cloud.client(admin(cloud).call(sts.assume_role, f"{IAM}:role/open", "work").credentials)


@pytest.mark.parametrize(
    ("seconds", "must"),
    [(899, "have value greater than or equal to 900"), (129601, "have value less than or equal to 129600")],
)
def test_durations(seconds: int, must: str) -> None:
    expected = constraint(seconds, "durationSeconds", must)
    assert said(refusal(lambda: _token(scene(), seconds=seconds))) == expected
    assert said(refusal(lambda: _federated(scene(), duration_seconds=seconds))) == expected


@pytest.mark.parametrize("seconds", [900, None, 129600])
def test_tokens_live_as_long_as_asked_for(seconds: int | None) -> None:
    """Twelve hours where nothing is said: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html"""
    cloud = scene()
    client = _token(cloud, seconds=seconds)
    cloud.wait(timedelta(seconds=(seconds or 43200) - 1))
    assert client.call(s3.list_buckets)
    cloud.wait(timedelta(seconds=1))
    assert refusal(lambda: client.call(s3.list_buckets)).code == "ExpiredToken"


INVALID = ("InvalidClientTokenId", 403, "The security token included in the request is invalid.")


def test_a_token_without_mfa_cannot_call_iam() -> None:
    cloud = scene()
    assert said(refusal(lambda: _token(cloud).call(iam_users.list_users))) == INVALID
    assert _token(cloud, with_mfa=True).call(iam_users.list_users)


def test_a_token_without_mfa_can_call_other_services_and_assume_roles() -> None:
    cloud = scene()
    assert _token(cloud).call(s3.list_buckets)
    assert _token(cloud).call(sts.assume_role, f"{IAM}:role/open", "work")
    assert _token(cloud).call(sts_tokens.get_caller_identity).arn == f"{IAM}:user/admin"


def test_a_federated_session_can_call_get_caller_identity_only() -> None:
    cloud = scene()
    client = _federated(cloud, policy=allow("*"))
    assert said(refusal(lambda: client.call(iam_users.list_users))) == INVALID
    assert refusal(lambda: client.call(sts.assume_role, f"{IAM}:role/open", "work")).code == "AccessDenied"
    identity = client.call(sts_tokens.get_caller_identity)
    assert identity.arn == f"arn:aws:sts::{ACME}:federated-user/guest"
    assert identity.user_id == f"{ACME}:guest"


def test_no_session_gets_tokens() -> None:
    cloud = scene()
    for client in (_token(cloud), _federated(cloud), _role(cloud), cloud.client("acme:role/open")):
        by = client
        error = refusal(lambda by=by: by.call(sts_tokens.get_session_token))  # type: ignore[misc]
        assert said(error) == ("AccessDenied", 403, "Cannot call GetSessionToken with session credentials")
        error = refusal(lambda by=by: by.call(sts_tokens.get_federation_token, "guest"))  # type: ignore[misc]
        assert said(error) == ("AccessDenied", 403, "Cannot call GetFederationToken with session credentials")


def test_get_session_token_needs_no_permission() -> None:
    """https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html (Permissions)"""
    cloud = scene()
    token = cloud.client("acme:user/nobody").call(sts_tokens.get_session_token)
    assert refusal(lambda: cloud.client(token).call(s3.list_buckets)).why == "cloud.api-denied-implicit-identity"


def test_root_has_no_keys_in_a_world() -> None:
    with pytest.raises(UnknownReferenceError):
        scene().client("root/acme").call(sts_tokens.get_session_token)


def test_get_federation_token_needs_permission() -> None:
    error = refusal(lambda: scene().client("acme:user/nobody").call(sts_tokens.get_federation_token, "guest"))
    assert error.message.endswith(f"sts:GetFederationToken on resource: arn:aws:sts::{ACME}:federated-user/guest")


def test_without_a_session_policy_a_federated_session_can_nothing() -> None:
    """https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html (Permissions)"""
    cloud = scene()
    assert refusal(lambda: _federated(cloud).call(s3.list_buckets)).code == "AccessDenied"
    assert _federated(cloud, policy=allow("s3:*")).call(s3.list_buckets)
    assert _federated(cloud, policy_arns=["arn:aws:iam::aws:policy/AdministratorAccess"]).call(s3.list_buckets)


@pytest.mark.parametrize("name", ["x", "x" * 33, "a b"])
def test_federated_names(name: str) -> None:
    error = refusal(lambda: admin().call(sts_tokens.get_federation_token, name))
    assert error.code == "ValidationError"


def test_the_session_policy_of_a_federated_session_ends_at_2048_characters() -> None:
    error = refusal(lambda: _federated(scene(), policy=" " * 2049))
    assert said(error) == constraint(" " * 2049, "policy", "have length less than or equal to 2048")


def test_tags_of_a_federated_session() -> None:
    cloud = scene()
    _federated(cloud, tags={"team": "x"}, policy=allow("*"))
    (name,) = cloud.world.sessions
    assert (
        cloud.world.effective(f"session/{name}", "*", "s3:ListAllMyBuckets")[0].context["aws:principaltag/team"] == "x"
    )


def test_caller_identity_of_everyone() -> None:
    """https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"""
    cloud = scene()
    acme = cloud.world.accounts["acme"]
    role = acme.roles["open"].unique_id
    found = {who: cloud.client(who).call(sts_tokens.get_caller_identity) for who in ("acme:user/nobody", "root/acme")}
    assert found["acme:user/nobody"].user_id == acme.users["nobody"].unique_id
    assert found["acme:user/nobody"].user_id.startswith("AIDA")
    assert (found["root/acme"].user_id, found["root/acme"].arn) == (ACME, f"{IAM}:root")
    identity = _role(cloud).call(sts_tokens.get_caller_identity)
    assert identity.user_id == f"{role}:work"


def test_keys_of_the_world_can_sign() -> None:
    cloud = scene()
    users = cloud.world.accounts["acme"].users
    assert cloud.client(of_user(cloud.world, users["admin"])).call(s3.list_buckets)
    assert (
        said(refusal(lambda: cloud.client(of_user(cloud.world, users["admin"], 1)).call(iam_users.list_users)))
        == INVALID
    )
    _role(cloud)
    (name,) = cloud.world.sessions
    assert cloud.client(of_session(cloud.world, name)).call(s3.list_buckets)


def test_access_key_info() -> None:
    cloud = scene()
    key = cloud.world.accounts["acme"].users["dev"].access_keys[0].id
    assert cloud.client("user/kim").call(sts_tokens.get_access_key_info, key) == ACME
    assert (
        refusal(lambda: admin().call(sts_tokens.get_access_key_info, "AKIAIOSFODNN7EXAMPLE")).code == "ValidationError"
    )
    nobody = scene().client("acme:user/nobody")
    assert refusal(lambda: nobody.call(sts_tokens.get_access_key_info, key)).code == "AccessDenied"


def test_the_clock_does_not_go_back() -> None:
    with pytest.raises(ValueError, match="clock"):
        scene().wait(timedelta(seconds=-1))


def test_any_call_says_which_layer_allows() -> None:
    assert admin().call(calls.call, "ec2:StartInstances", "*").allowed
