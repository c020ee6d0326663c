"""AssumeRole, and what a service does when it assumes a role.

https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from iamtutor.access import PrincipalKind, decide
from iamtutor.cloud.api.calling import Calling, Context, Who, decision_on, identify
from iamtutor.cloud.api.credentials import Credentials
from iamtutor.cloud.api.documents import Document
from iamtutor.cloud.api.errors import AwsError, validation_error
from iamtutor.cloud.api.mfa import authenticated, check_code_form
from iamtutor.cloud.api.parameters import NAME_CHARACTERS, check_number, check_text, request_tags
from iamtutor.cloud.api.refusals import refused, without_reason
from iamtutor.cloud.api.sessions import Opening, Policies, Tagging, check_tagging, inherited, limits, opened
from iamtutor.cloud.context import Value
from iamtutor.cloud.entities import Account, Address, EntityKind, Role, SessionKind
from iamtutor.cloud.quotas import quotas
from iamtutor.cloud.world import World


@dataclass(frozen=True, slots=True)
class AssumedRole:
    """The answer of the AssumeRole operations. `packed_policy_size` is in percent of what is allowed."""

    credentials: Credentials
    arn: str
    assumed_role_id: str
    packed_policy_size: int | None = None
    source_identity: str | None = None


def assume_role(
    world: World,
    who: Who,
    role_arn: str,
    role_session_name: str,
    *,
    duration_seconds: int | None = None,
    policy: Document | None = None,
    policy_arns: Sequence[str] = (),
    tags: Mapping[str, str] | None = None,
    transitive_tag_keys: Sequence[str] = (),
    external_id: str | None = None,
    serial_number: str | None = None,
    token_code: str | None = None,
    source_identity: str | None = None,
) -> tuple[World, AssumedRole]:
    """Temporary credentials of a role. Its trust policy, and for other accounts the caller's own, must allow it."""
    tagging = Tagging(tags or {}, transitive_tag_keys)
    check_session(role_session_name, duration_seconds, source_identity)
    check_tagging(tagging)
    if external_id is not None:
        check_text(external_id, "externalId", 2, 1224, r"[\w+=,.@:\/-]*")
    check_code_form(serial_number, token_code)
    calling = identify(world, who, "sts")
    mfa = authenticated(world, calling, serial_number, token_code)
    keys: dict[str, Value] = {"sts:RoleSessionName": role_session_name, **_tag_keys(tagging)}
    if external_id is not None:
        keys["sts:ExternalId"] = external_id
    if duration_seconds is not None:
        keys["sts:DurationSeconds"] = str(duration_seconds)
    if source_identity is not None:
        keys["sts:SourceIdentity"] = source_identity
    if mfa:
        keys.update({"aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "0"})
    return _assumed(
        world, calling, role_arn, role_session_name, duration_seconds, Policies(policy, policy_arns), tagging, keys
    )


def _assumed(
    world: World,
    calling: Calling,
    role_arn: str,
    name: str,
    seconds: int | None,
    passed: Policies,
    tagging: Tagging,
    keys: Context,
) -> tuple[World, AssumedRole]:
    chained = calling.caller.principal.kind in (PrincipalKind.SESSION, PrincipalKind.ROLE) and not calling.free
    account, role = _permitted_role(world, calling, role_arn, keys)
    every = inherited(calling.session, tagging)
    if every.tags:
        _permit(world, calling, "sts:TagSession", role, {**keys, **_tag_keys(every)})
    source = _source_identity(world, calling, role, keys)
    lasting = role_duration(role, seconds, chained=chained)
    limited = limits(world, account, passed, every.tags, inline_most=False)
    opening = Opening(
        SessionKind.ROLE,
        Address(account.name, EntityKind.ROLE, role.name),
        name,
        lasting,
        limited.policies,
        every,
        source_identity=source,
    )
    return answered(world, opening, limited.packed)


def answered(world: World, opening: Opening, packed: int | None) -> tuple[World, AssumedRole]:
    """The world with a role's new session, and what AWS answers about it."""
    account = world.accounts[opening.of.account]
    role = account.roles[opening.of.name]
    world, credentials = opened(world, opening)
    arn = f"arn:aws:sts::{account.id}:assumed-role/{role.name}/{opening.session_name}"
    role_id = f"{role.unique_id}:{opening.session_name}"
    return world, AssumedRole(credentials, arn, role_id, packed, opening.source_identity)


def check_session(name: str, seconds: int | None, source_identity: str | None = None) -> None:
    """Raises AwsError where session name, duration or source identity cannot be."""
    check_text(name, "roleSessionName", 2, 64, NAME_CHARACTERS)
    if seconds is not None:
        check_number(
            seconds, "durationSeconds", quotas()["session_least"].default, quotas()["max_session_most"].default
        )
    if source_identity is not None:
        check_text(source_identity, "sourceIdentity", 2, 64, NAME_CHARACTERS)


def role_duration(role: Role, seconds: int | None, *, chained: bool = False) -> int:
    """How long a role's session lasts. Raises AwsError where more is asked for than the role, or a chain, gives.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html#id_roles_use_view-role-max-session
    """
    lasting = seconds if seconds is not None else quotas()["assume_role_default"].default
    most = quotas()["chained_session_most"].default
    if chained and lasting > most:
        message = "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."
        raise validation_error(message, "cloud.api-chained-duration", limit=most)
    if lasting > role.max_session:
        message = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
        raise validation_error(message, "cloud.api-role-duration", limit=role.max_session)
    return lasting


def found_role(world: World, arn: str) -> tuple[Account, Role] | None:
    """The role of an ARN with its account."""
    address = world.directory.by_arn.get(arn)
    if address is None or address.kind is not EntityKind.ROLE:
        return None
    account = world.accounts[address.account]
    return account, account.roles[address.name]


def _permitted_role(world: World, calling: Calling, arn: str, keys: Context) -> tuple[Account, Role]:
    """The role, where the caller may assume it. A role that is not there is refused in the same words as any other."""
    check_text(arn, "roleArn", 20, 2048)
    found = found_role(world, arn)
    if found is None or calling.caller.principal.kind is PrincipalKind.FEDERATED_USER:
        why = "cloud.api-no-such-role" if found is None else "cloud.api-federated-sts"
        sentence = (
            f"User: {calling.caller.principal.arn} is not authorized to perform: sts:AssumeRole on resource: {arn}"
        )
        raise AwsError("AccessDenied", 403, sentence, why, None, role=arn)
    _permit(world, calling, "sts:AssumeRole", found[1], keys)
    return found


def _permit(world: World, calling: Calling, action: str, role: Role, keys: Context) -> None:
    if calling.free:
        return
    decision = decision_on(world, calling, action, role.arn, keys)
    if not decision.allowed:
        raise refused(decision)


def _tag_keys(tagging: Tagging) -> dict[str, Value]:
    keys: dict[str, Value] = {**request_tags(tagging.tags)}
    if tagging.transitive:
        keys["sts:TransitiveTagKeys"] = tuple(tagging.transitive)
    return keys


def _source_identity(world: World, calling: Calling, role: Role, keys: Context) -> str | None:
    """The source identity: what is passed, or what the calling session has, which cannot be changed any more.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
    """
    passed = keys.get("sts:SourceIdentity")
    present = calling.session.source_identity if calling.session is not None else None
    source = present if passed is None else str(passed)
    if source is None:
        return None
    if present is not None and source != present:
        user = calling.caller.principal.arn
        message = f"User: {user} is not authorized to perform: sts:SetSourceIdentity on resource: {role.arn}"
        raise AwsError("AccessDenied", 403, message, "cloud.api-source-identity-set", None, name=present)
    _permit(world, calling, "sts:SetSourceIdentity", role, {**keys, "sts:SourceIdentity": source})
    return source


def assume_role_as_service(
    world: World,
    service: str,
    role_arn: str,
    role_session_name: str,
    *,
    context: Context | None = None,
    duration_seconds: int | None = None,
) -> tuple[World, AssumedRole]:
    """The session that a service opens to act for a customer (an EC2 instance's, a Lambda function's).

    The role's trust policy must name the service; `context` may hold aws:SourceArn and aws:SourceAccount.
    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html
    """
    check_session(role_session_name, duration_seconds)
    found = found_role(world, role_arn)
    sentence = f"User: {service} is not authorized to perform: sts:AssumeRole on resource: {role_arn}"
    if found is None:
        raise AwsError("AccessDenied", 403, sentence, "cloud.api-no-such-role", None, role=role_arn)
    account, role = found
    decision = decide(*world.effective(f"service/{service}", role.arn, "sts:AssumeRole", context))
    if not decision.allowed:
        error = refused(decision)
        raise AwsError(error.code, error.status, without_reason(error.message), error.why, decision, **error.arguments)
    of = Address(account.name, EntityKind.ROLE, role.name)
    return answered(
        world, Opening(SessionKind.ROLE, of, role_session_name, role_duration(role, duration_seconds)), None
    )
