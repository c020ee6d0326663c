"""AssumeRoleWithSAML and AssumeRoleWithWebIdentity.

https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html and
https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from iamtutor.cloud.api import AssumedRole, Cloud, SamlAssertion, WebIdentityToken, calls, sts_federation
from tests.cloud.api.scene import ACME, IAM, allow, refusal, said, scene

SSO, OKTA = f"{IAM}:role/sso", f"{IAM}:saml-provider/Okta"
ANN = SamlAssertion("https://okta.example/1", "ann", [(SSO, OKTA)], "ann@acme")
GITHUB = "token.actions.githubusercontent.com"
RUN = WebIdentityToken(GITHUB, "repo:acme/app:ref:refs/heads/main", "sts.amazonaws.com")


def _saml(cloud: Cloud, assertion: SamlAssertion = ANN, role: str = SSO, by: str = OKTA, **more: Any) -> AssumedRole:
    return cloud.unsigned(sts_federation.assume_role_with_saml, role, by, assertion, **more)


def _web(cloud: Cloud, token: WebIdentityToken = RUN, role: str = f"{IAM}:role/ci", **more: Any) -> AssumedRole:
    return cloud.unsigned(sts_federation.assume_role_with_web_identity, role, "run", token, **more)


def test_saml() -> None:
    cloud = scene()
    answer = _saml(cloud)
    assert answer.arn == f"arn:aws:sts::{ACME}:assumed-role/sso/ann@acme"
    client = cloud.client(answer.credentials)
    # The role's own policy asks who it was that signed in.
    assert client.call(calls.call, "s3:ListBucket", "bucket/acme-open").allowed
    other = cloud.client(_saml(cloud, replace(ANN, subject="ben")).credentials)
    assert refusal(lambda: other.call(calls.call, "s3:ListBucket", "bucket/acme-open")).code == "AccessDenied"
    request, _ = cloud.world.effective(f"session/{answer.credentials.access_key_id}", "*", "s3:ListAllMyBuckets")
    assert request.context["aws:federatedprovider"] == OKTA


WRONG_SAML: list[tuple[dict[str, Any], tuple[str, int, str]]] = [
    ({"assertion": replace(ANN, issuer="https://evil.example")}, ("InvalidIdentityToken", 400, "Issuer not present in specified provider")),
    ({"assertion": replace(ANN, audience="https://else")}, ("InvalidIdentityToken", 400, "Response does not contain the required audience.")),
    ({"assertion": replace(ANN, role_session_name="")}, ("InvalidIdentityToken", 400, "RoleSessionName is required in AuthnResponse")),
    ({"assertion": replace(ANN, role_session_name="ann smith")}, ("InvalidIdentityToken", 400, "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}")),
    ({"assertion": replace(ANN, roles=[])}, ("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithSAML")),
    ({"by": f"{IAM}:saml-provider/Gone"}, ("InvalidIdentityToken", 400, "Specified provider doesn't exist.")),
    ({"role": f"{IAM}:role/open", "assertion": replace(ANN, roles=[(f"{IAM}:role/open", OKTA)])}, ("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithSAML")),
    ({"role": f"{IAM}:role/gone", "assertion": replace(ANN, roles=[(f"{IAM}:role/gone", OKTA)])}, ("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithSAML")),
    ({"duration_seconds": 7200}, ("ValidationError", 400, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given_", "expected"), WRONG_SAML, ids=[row[1][2][:50] + str(n) for n, row in enumerate(WRONG_SAML)]
)
def test_saml_that_is_refused(given_: dict[str, Any], expected: tuple[str, int, str]) -> None:
    assert said(refusal(lambda: _saml(scene(), **given_))) == expected


def test_an_old_assertion() -> None:
    cloud = scene()
    assertion = replace(ANN, expires=cloud.world.now + timedelta(minutes=5))
    assert _saml(cloud, assertion)
    cloud.wait(timedelta(minutes=5))
    assert refusal(lambda: _saml(cloud, assertion)).code == "ExpiredTokenException"


def test_the_shorter_of_two_durations_counts() -> None:
    """SessionDuration of the assertion and DurationSeconds of the call, as AssumeRoleWithSAML's page has it."""
    cloud = scene()
    assertion = replace(ANN, session_duration=1800)
    assert _saml(cloud, assertion).credentials.expiration == cloud.world.now + timedelta(seconds=1800)
    short = _saml(cloud, assertion, duration_seconds=900)
    assert short.credentials.expiration == cloud.world.now + timedelta(seconds=900)


def test_tags_and_source_identity_of_an_assertion() -> None:
    cloud = scene()
    answer = _saml(cloud, replace(ANN, tags={"team": "red"}, transitive_tag_keys=["team"], source_identity="ann"))
    session = cloud.world.sessions[answer.credentials.access_key_id]
    assert (session.tags, session.transitive, session.source_identity) == ({"team": "red"}, ("team",), "ann")


def test_web_identity() -> None:
    cloud = scene()
    answer = _web(cloud)
    request, _ = cloud.world.effective(f"session/{answer.credentials.access_key_id}", "*", "s3:ListAllMyBuckets")
    assert request.context["aws:federatedprovider"] == f"{IAM}:oidc-provider/{GITHUB}"
    assert request.context[f"{GITHUB}:sub"] == RUN.subject


NOT_AUTHORIZED = ("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithWebIdentity")
WRONG_WEB: list[tuple[dict[str, Any], tuple[str, int, str]]] = [
    ({"token": replace(RUN, subject="repo:evil/app:ref:refs/heads/main")}, NOT_AUTHORIZED),
    ({"role": f"{IAM}:role/open"}, NOT_AUTHORIZED),
    ({"role": f"{IAM}:role/gone"}, NOT_AUTHORIZED),
    ({"token": replace(RUN, audience="else")}, ("InvalidIdentityToken", 400, "Incorrect token audience")),
    ({"token": replace(RUN, issuer="idp.example.com")}, ("InvalidIdentityToken", 400, "No OpenIDConnect provider found in your account for https://idp.example.com")),
    ({"token": replace(RUN, tags={"a": "b"})}, ("AccessDenied", 403, "Not authorized to perform sts:TagSession")),
    ({"token": replace(RUN, source_identity="ann")}, ("AccessDenied", 403, "Not authorized to perform sts:SetSourceIdentity")),
    ({"policy": "x" * 2049}, ("ValidationError", 400, "")),
]  # fmt: skip


@pytest.mark.parametrize(("given_", "expected"), WRONG_WEB, ids=[str(row[0])[:60] for row in WRONG_WEB])
def test_web_identity_that_is_refused(given_: dict[str, Any], expected: tuple[str, int, str]) -> None:
    found = said(refusal(lambda: _web(scene(), **given_)))
    assert found[:2] == expected[:2]
    assert expected[2] in found[2]


def test_a_token_that_has_expired() -> None:
    cloud = scene()
    error = refusal(lambda: _web(cloud, replace(RUN, expires=cloud.world.now)))
    assert said(error)[:2] == ("ExpiredTokenException", 400)


def test_providers_that_aws_knows_by_itself() -> None:
    """The audience is for the trust policy to check: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html"""
    token = WebIdentityToken("accounts.google.com", "1234", "app")
    role = f"{IAM}:role/mobile"
    assert _web(scene(), token, role, policy=allow("s3:*"))
    assert said(refusal(lambda: _web(scene(), replace(token, audience="other"), role))) == NOT_AUTHORIZED
