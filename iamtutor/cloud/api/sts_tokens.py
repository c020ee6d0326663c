"""GetSessionToken, GetFederationToken, GetCallerIdentity and GetAccessKeyInfo.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from iamtutor.access import PrincipalKind
from iamtutor.cloud import identifiers
from iamtutor.cloud.api.calling import Calling, Who, identify, permit
from iamtutor.cloud.api.credentials import Credentials
from iamtutor.cloud.api.documents import Document
from iamtutor.cloud.api.errors import AwsError, validation_error
from iamtutor.cloud.api.mfa import authenticated, check_code_form
from iamtutor.cloud.api.parameters import NAME_CHARACTERS, check_number, check_text, request_tags
from iamtutor.cloud.api.sessions import Opening, Policies, Tagging, check_tagging, limits, opened
from iamtutor.cloud.entities import Address, EntityKind, SessionKind, User
from iamtutor.cloud.quotas import quotas
from iamtutor.cloud.references import UnknownReferenceError
from iamtutor.cloud.world import World


@dataclass(frozen=True, slots=True)
class CallerIdentity:
    """Who calls, as AWS sees it."""

    user_id: str
    account: str
    arn: str


@dataclass(frozen=True, slots=True)
class FederatedUser:
    """The answer of GetFederationToken. `packed_policy_size` is in percent of what is allowed."""

    credentials: Credentials
    arn: str
    federated_user_id: str
    packed_policy_size: int | None = None


def get_caller_identity(world: World, who: Who) -> tuple[World, CallerIdentity]:
    """Who the caller is. It needs no permission, and no policy can deny it.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    """
    caller = identify(world, who, "sts").caller
    principal, entity = caller.principal, caller.entity
    account, arn = principal.account or "", principal.arn or ""
    if principal.kind is PrincipalKind.FEDERATED_USER:
        user_id = f"{account}:{principal.name}"
    elif principal.kind is PrincipalKind.ROOT or entity is None:
        user_id = account
    else:
        user_id = entity.unique_id
    if principal.kind is PrincipalKind.SESSION and entity is not None:
        user_id = f"{entity.unique_id}:{arn.rpartition('/')[2]}"
    return world, CallerIdentity(user_id, account, arn)


def get_access_key_info(world: World, who: Who, access_key_id: str) -> tuple[World, str]:
    """The account of an access key ID, which the ID itself encodes.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
    """
    check_text(access_key_id, "accessKeyId", 16, 128, r"[\w]*")
    permit(world, identify(world, who, "sts"), "sts:GetAccessKeyInfo", "*")
    account = identifiers.account_of_key(access_key_id)
    if account is None:
        message = f"Access key ID {access_key_id} is not valid."
        raise validation_error(message, "cloud.api-not-a-key", name=access_key_id)
    return world, account


def get_session_token(
    world: World,
    who: Who,
    *,
    duration_seconds: int | None = None,
    serial_number: str | None = None,
    token_code: str | None = None,
) -> tuple[World, Credentials]:
    """Temporary credentials of the calling user, with MFA where a code is given. No policy can allow or deny it.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
    """
    seconds = _duration(duration_seconds)
    check_code_form(serial_number, token_code)
    calling = identify(world, who, "sts")
    user = _long_lived_user(calling, "GetSessionToken")
    mfa = authenticated(world, calling, serial_number, token_code)
    of = Address(calling.account.name, EntityKind.USER, user.name)
    return opened(world, Opening(SessionKind.TOKEN, of, user.name, seconds, mfa=mfa))


def get_federation_token(
    world: World,
    who: Who,
    name: str,
    *,
    duration_seconds: int | None = None,
    policy: Document | None = None,
    policy_arns: Sequence[str] = (),
    tags: Mapping[str, str] | None = None,
) -> tuple[World, FederatedUser]:
    """Temporary credentials for somebody whom the calling user vouches for; without a session policy they can nothing.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
    """
    check_text(name, "name", 2, 32, NAME_CHARACTERS)
    seconds = _duration(duration_seconds)
    tagging = Tagging(tags or {})
    check_tagging(tagging)
    calling = identify(world, who, "sts")
    user = _long_lived_user(calling, "GetFederationToken")
    account = calling.account
    arn = f"arn:aws:sts::{account.id}:federated-user/{name}"
    permit(world, calling, "sts:GetFederationToken", arn, request_tags(tagging.tags))
    if tagging.tags:
        permit(world, calling, "sts:TagSession", arn, request_tags(tagging.tags))
    found = limits(world, account, Policies(policy, policy_arns), tagging.tags, inline_most=True)
    of = Address(account.name, EntityKind.USER, user.name)
    world, credentials = opened(world, Opening(SessionKind.FEDERATION, of, name, seconds, found.policies, tagging))
    return world, FederatedUser(credentials, arn, f"{account.id}:{name}", found.packed)


def _duration(seconds: int | None) -> int:
    known = quotas()
    if seconds is None:
        return known["token_session_default"].default
    check_number(seconds, "durationSeconds", known["session_least"].default, known["token_session_most"].default)
    return seconds


def _long_lived_user(calling: Calling, operation: str) -> User:
    """The calling IAM user; temporary credentials cannot call these operations.

    A root user could; a world has no access keys of a root user.
    """
    kind = calling.caller.principal.kind
    if calling.session is not None or kind in (PrincipalKind.ROLE, PrincipalKind.SESSION, PrincipalKind.FEDERATED_USER):
        message = f"Cannot call {operation} with session credentials"
        raise AwsError("AccessDenied", 403, message, "cloud.api-session-credentials", None, operation=operation)
    user = calling.caller.entity
    if not isinstance(user, User):
        raise UnknownReferenceError("cloud.api-no-root-keys", reference=calling.reference)
    return user
