"""AssumeRoleWithSAML and AssumeRoleWithWebIdentity: a role for somebody whom an identity provider vouches for.

Nobody signs these calls: the assertion or token is what counts. A world has no cryptography; an assertion or a token is
what its signed form would say, and its signature is taken to be good.
https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html and
https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from iamtutor.access import decide
from iamtutor.cloud.api.clock import has_passed
from iamtutor.cloud.api.documents import Document
from iamtutor.cloud.api.errors import AwsError
from iamtutor.cloud.api.identity_provider import audience_known, name_qualifier, oidc_principal, saml_provider
from iamtutor.cloud.api.parameters import check_text, request_tags
from iamtutor.cloud.api.refusals import why_denied
from iamtutor.cloud.api.sessions import Opening, Policies, Tagging, check_tagging, limits
from iamtutor.cloud.api.sts import AssumedRole, answered, check_session, found_role, role_duration
from iamtutor.cloud.context import Value
from iamtutor.cloud.entities import Account, Address, EntityKind, Role, SessionKind
from iamtutor.cloud.identifiers import SESSION_NAME
from iamtutor.cloud.world import World

SAML_AUDIENCE: Final = "https://signin.aws.amazon.com/saml"


@dataclass(frozen=True, slots=True)
class SamlAssertion:
    """What a SAML assertion says. `roles` are pairs of role ARN and provider ARN (the Role attribute).

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
    """

    issuer: str
    subject: str
    roles: Sequence[tuple[str, str]]
    role_session_name: str = ""
    subject_type: str = "persistent"
    audience: str = SAML_AUDIENCE
    expires: datetime | None = None
    session_duration: int | None = None
    tags: Mapping[str, str] = field(default_factory=dict)
    transitive_tag_keys: Sequence[str] = ()
    source_identity: str | None = None


@dataclass(frozen=True, slots=True)
class WebIdentityToken:
    """What an OpenID Connect token says; `issuer` without `https://`. `claims` are those that AWS knows as keys (`amr`).

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
    """

    issuer: str
    subject: str
    audience: str
    expires: datetime | None = None
    claims: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    transitive_tag_keys: Sequence[str] = ()
    source_identity: str | None = None


def assume_role_with_saml(
    world: World,
    role_arn: str,
    principal_arn: str,
    assertion: SamlAssertion,
    *,
    duration_seconds: int | None = None,
    policy: Document | None = None,
    policy_arns: Sequence[str] = (),
) -> tuple[World, AssumedRole]:
    """Temporary credentials of a role for somebody with a SAML assertion. The role's trust policy names the provider."""
    _check_assertion(world, role_arn, principal_arn, assertion)
    tagging = Tagging(assertion.tags, assertion.transitive_tag_keys)
    check_session(assertion.role_session_name, duration_seconds, assertion.source_identity)
    check_tagging(tagging)
    name = principal_arn.rpartition("/")[2]
    facts = {
        "saml:namequalifier": name_qualifier(assertion.issuer, principal_arn.split(":")[4], name),
        "saml:sub": assertion.subject,
        "saml:sub_type": assertion.subject_type,
        "aws:FederatedProvider": principal_arn,
    }
    keys: dict[str, Value] = {
        **facts,
        "saml:aud": assertion.audience,
        "saml:iss": assertion.issuer,
        "saml:doc": f"{principal_arn.split(':')[4]}/{name}",
    }
    seconds = duration_seconds
    if assertion.session_duration is not None:
        seconds = min(assertion.session_duration, seconds if seconds is not None else assertion.session_duration)
    call = _Call("AssumeRoleWithSAML", principal_arn, assertion.role_session_name, seconds, tagging)
    return _assumed(world, call, role_arn, keys, facts, Policies(policy, policy_arns), assertion.source_identity)


def assume_role_with_web_identity(
    world: World,
    role_arn: str,
    role_session_name: str,
    token: WebIdentityToken,
    *,
    duration_seconds: int | None = None,
    policy: Document | None = None,
    policy_arns: Sequence[str] = (),
) -> tuple[World, AssumedRole]:
    """Temporary credentials of a role for the holder of an OpenID Connect token (a GitHub workflow, a mobile app)."""
    tagging = Tagging(token.tags, token.transitive_tag_keys)
    check_session(role_session_name, duration_seconds, token.source_identity)
    check_tagging(tagging)
    if has_passed(world, token.expires):
        message = "Token expired: current date/time must be before the expiration date/time"
        raise AwsError("ExpiredTokenException", 400, message, "cloud.api-identity-expired")
    found = found_role(world, role_arn)
    principal = oidc_principal(found[0], token.issuer) if found is not None else token.issuer
    if principal is None:
        message = f"No OpenIDConnect provider found in your account for https://{token.issuer}"
        raise AwsError("InvalidIdentityToken", 400, message, "cloud.api-no-provider", None, name=token.issuer)
    if found is not None and not audience_known(found[0], principal, token.audience):
        raise AwsError(
            "InvalidIdentityToken", 400, "Incorrect token audience", "cloud.api-audience", None, name=token.audience
        )
    claims = {"sub": token.subject, "aud": token.audience, **token.claims}
    facts = {f"{token.issuer}:{claim}": value for claim, value in claims.items()}
    facts["aws:FederatedProvider"] = principal
    call = _Call("AssumeRoleWithWebIdentity", principal, role_session_name, duration_seconds, tagging)
    return _assumed(world, call, role_arn, dict(facts), facts, Policies(policy, policy_arns), token.source_identity)


@dataclass(frozen=True, slots=True)
class _Call:
    operation: str
    provider: str
    session_name: str
    seconds: int | None
    tagging: Tagging


def _assumed(
    world: World,
    call: _Call,
    role_arn: str,
    keys: Mapping[str, Value],
    facts: Mapping[str, str],
    passed: Policies,
    source_identity: str | None,
) -> tuple[World, AssumedRole]:
    keys = {**keys, "sts:RoleSessionName": call.session_name, **request_tags(call.tagging.tags)}
    if call.tagging.transitive:
        keys["sts:TransitiveTagKeys"] = tuple(call.tagging.transitive)
    if source_identity is not None:
        keys["sts:SourceIdentity"] = source_identity
    account, role = _trusting_role(world, call, role_arn, keys)
    if call.tagging.tags:
        _trusts(world, call, "TagSession", role, keys)
    if source_identity is not None:
        _trusts(world, call, "SetSourceIdentity", role, keys)
    limited = limits(world, account, passed, call.tagging.tags, inline_most=True)
    opening = Opening(
        SessionKind.ROLE,
        Address(account.name, EntityKind.ROLE, role.name),
        call.session_name,
        role_duration(role, call.seconds),
        limited.policies,
        call.tagging,
        source_identity=source_identity,
        facts=facts,
    )
    return answered(world, opening, limited.packed)


def _trusting_role(world: World, call: _Call, arn: str, keys: Mapping[str, Value]) -> tuple[Account, Role]:
    found = found_role(world, arn)
    if found is None:
        raise _not_authorized(call.operation, "cloud.api-no-such-role", role=arn)
    _trusts(world, call, call.operation, found[1], keys)
    return found


def _trusts(world: World, call: _Call, operation: str, role: Role, keys: Mapping[str, Value]) -> None:
    decision = decide(*world.effective(f"provider/{call.provider}", role.arn, f"sts:{operation}", keys))
    if not decision.allowed:
        raise AwsError(
            "AccessDenied",
            403,
            f"Not authorized to perform sts:{operation}",
            why_denied(decision),
            decision,
            action=f"sts:{operation}",
        )


def _not_authorized(operation: str, why: str, **arguments: str) -> AwsError:
    return AwsError("AccessDenied", 403, f"Not authorized to perform sts:{operation}", why, None, **arguments)


def _check_assertion(world: World, role_arn: str, principal_arn: str, assertion: SamlAssertion) -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html"""
    check_text(role_arn, "roleArn", 20, 2048)
    check_text(principal_arn, "principalArn", 20, 2048)
    provider = saml_provider(world, principal_arn)
    if provider is None:
        raise _invalid("Specified provider doesn't exist.", "cloud.api-no-provider", name=principal_arn)
    if provider.issuer and provider.issuer != assertion.issuer:
        raise _invalid("Issuer not present in specified provider", "cloud.api-issuer", name=assertion.issuer)
    if has_passed(world, assertion.expires):
        message = "Token must be redeemed within 5 minutes of issuance"
        raise AwsError("ExpiredTokenException", 400, message, "cloud.api-identity-expired")
    if assertion.audience != SAML_AUDIENCE:
        raise _invalid(
            "Response does not contain the required audience.", "cloud.api-audience", name=assertion.audience
        )
    if not assertion.role_session_name:
        raise _invalid("RoleSessionName is required in AuthnResponse", "cloud.api-no-session-name")
    if not SESSION_NAME.fullmatch(assertion.role_session_name):
        message = "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"
        raise _invalid(message, "cloud.session-name", name=assertion.role_session_name, limit=64)
    if (role_arn, principal_arn) not in [tuple(pair) for pair in assertion.roles]:
        raise _not_authorized("AssumeRoleWithSAML", "cloud.api-role-not-asserted", role=role_arn)


def _invalid(message: str, why: str, **arguments: str | int) -> AwsError:
    return AwsError("InvalidIdentityToken", 400, message, why, None, **arguments)
