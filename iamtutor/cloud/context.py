"""The condition keys that follow from the caller, the resource and the world, where the request does not say.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html ("Availability" of each
key). What only the request knows (aws:SourceIp, s3:prefix, aws:RequestTag …) is never made up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from iamtutor.access import PrincipalKind
from iamtutor.cloud.callers import Caller
from iamtutor.cloud.entities import Address, Bucket, Entity, EntityKind, Group, SessionKind
from iamtutor.cloud.references import S3_PREFIX, entity
from iamtutor.policy.arn import Arn

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

Value = str | Sequence[str]
Context = dict[str, Value]

GLOBAL_SERVICES = frozenset({"iam", "organizations", "cloudfront", "route53", "account", "support"})
"""Services whose one endpoint counts as us-east-1 in aws:RequestedRegion (see the key's page)."""

OWN_TAG_KEYS = {
    "ec2": "ec2",
    "ecr": "ecr",
    "ecs": "ecs",
    "iam": "iam",
    "secretsmanager": "secretsmanager",
    "ssm": "ssm",
}
"""Services that know their resources' tags also as `<service>:ResourceTag/…` (Service Authorization Reference)."""

EXISTING_TAG_ACTIONS = frozenset(
    f"s3:{action}"
    for action in (
        "deleteobjecttagging", "deleteobjectversiontagging", "getobject", "getobjectacl", "getobjectattributes",
        "getobjecttagging", "getobjectversion", "getobjectversionacl", "getobjectversionattributes",
        "getobjectversiontagging", "putobjectacl", "putobjecttagging", "putobjectversionacl",
        "putobjectversiontagging",
    )
)  # fmt: skip
"""The actions that know an object's tags; s3:PutObject and s3:DeleteObject do not.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging-and-policies.html
"""


def follow(
    world: World, caller: Caller, owner: Address | None, action: str, resource: str, given: Mapping[str, Value]
) -> Context:
    """What was given, and after it every key that follows and was not given (whatever its case)."""
    context: Context = dict(given)
    said = {key.lower() for key in given}
    followed: Context = {}
    followed.update(_of_the_request(world, owner, action, resource))
    followed.update(of_the_caller(world, caller))
    followed.update(_of_the_resource(world, caller, owner, action, resource))
    followed.update(_of_the_endpoint(world, given))
    context.update((key, value) for key, value in followed.items() if key.lower() not in said)
    return context


def instant(moment: datetime) -> str:
    """A moment as a condition key has it: `2026-01-15T09:00:00Z`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _of_the_request(world: World, owner: Address | None, action: str, resource: str) -> Context:
    """aws:CurrentTime, EpochTime, SecureTransport, ViaAWSService, and RequestedRegion where it is known."""
    keys: Context = {
        "aws:CurrentTime": instant(world.now),
        "aws:EpochTime": str(int(world.now.timestamp())),
        "aws:SecureTransport": "true",
        "aws:ViaAWSService": "false",
    }
    region = _region(world, owner, action, resource)
    if region:
        keys["aws:RequestedRegion"] = region
    return keys


def _region(world: World, owner: Address | None, action: str, resource: str) -> str:
    """The Region that was called: of the ARN, of the bucket, or us-east-1 for services with one endpoint."""
    if action.partition(":")[0].lower() in GLOBAL_SERVICES:
        return "us-east-1"
    if owner is not None and owner.kind is EntityKind.BUCKET:
        bucket = entity(world, owner)
        return bucket.region if isinstance(bucket, Bucket) else ""
    arn = Arn.parse(resource)
    return arn.region if arn is not None and "*" not in arn.region else ""


def of_the_caller(world: World, caller: Caller) -> Context:
    """Tags, unique ID, session and organisation of the caller; account, ARN and type are the request's own.

    The values by kind of principal: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
    """
    keys: Context = {}
    kind = caller.principal.kind
    if caller.entity is not None:
        for tag, value in _principal_tags(caller).items():
            keys[f"aws:PrincipalTag/{tag}"] = value
        if kind is PrincipalKind.USER:
            keys["aws:userid"] = caller.entity.unique_id
        elif kind is PrincipalKind.SESSION and caller.principal.arn is not None:
            keys["aws:userid"] = f"{caller.entity.unique_id}:{caller.principal.arn.rpartition('/')[2]}"
    keys.update(_of_the_session(world, caller))
    if caller.account is not None and kind is not PrincipalKind.ANONYMOUS:
        keys.update(organization_keys(world, caller.account.name, "Principal"))
    return keys


def _principal_tags(caller: Caller) -> dict[str, str]:
    """The entity's tags; a session tag takes the place of one of the same key, whatever its case.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
    """
    own = caller.entity.tags if caller.entity is not None else {}
    session = caller.session.tags if caller.session is not None else {}
    passed = {tag.lower() for tag in session}
    return {**{tag: value for tag, value in own.items() if tag.lower() not in passed}, **session}


def _of_the_session(world: World, caller: Caller) -> Context:
    """aws:TokenIssueTime and aws:MultiFactorAuthPresent exist for temporary credentials only."""
    session = caller.session
    is_temporary = caller.principal.kind in (
        PrincipalKind.ROLE,
        PrincipalKind.SESSION,
        PrincipalKind.FEDERATED_USER,
    ) or (session is not None and session.kind is SessionKind.TOKEN)
    if not is_temporary:
        return {}
    issued = session.issued if session is not None and session.issued is not None else world.now
    keys: Context = {"aws:TokenIssueTime": instant(issued), "aws:MultiFactorAuthPresent": "false"}
    if session is not None and session.mfa:
        keys["aws:MultiFactorAuthPresent"] = "true"
        keys["aws:MultiFactorAuthAge"] = str(int((world.now - issued).total_seconds()))
    if session is not None and session.source_identity is not None:
        keys["aws:SourceIdentity"] = session.source_identity
    if session is not None:
        keys.update(session.facts)
    return keys


def _of_the_resource(world: World, caller: Caller, owner: Address | None, action: str, resource: str) -> Context:
    """Account and organisation of the resource, and its tags where its service lets tags decide."""
    account = owner.account if owner is not None else _account_in(world, caller, resource)
    keys: Context = {}
    if account is not None:
        keys["aws:ResourceAccount"] = world.accounts[account].id
        if resource.startswith(S3_PREFIX):
            keys["s3:ResourceAccount"] = world.accounts[account].id
        keys.update(organization_keys(world, account, "Resource"))
    if owner is not None:
        keys.update(resource_tags(entity(world, owner), action.lower(), resource))
    return keys


def _account_in(world: World, caller: Caller, resource: str) -> str | None:
    """The account that an ARN names; a resource without one is taken to be the caller's own."""
    arn = Arn.parse(resource)
    if arn is not None and arn.account:
        return world.directory.accounts_by_id.get(arn.account)
    return caller.account.name if caller.account is not None else None


def resource_tags(owner: Entity, action: str, resource: str) -> Context:
    """aws:ResourceTag, and the service's own key for the same tags.

    Groups have no tags. A bucket's tags count once ABAC is turned on for it, for the bucket and its objects
    (https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging.html); an object's own tags are
    s3:ExistingObjectTag.
    """
    if isinstance(owner, Group):
        return {}
    if isinstance(owner, Bucket):
        return _bucket_tags(owner, action, resource)
    keys: Context = {f"aws:ResourceTag/{tag}": value for tag, value in owner.tags.items()}
    own = OWN_TAG_KEYS.get(resource.split(":", 3)[2])
    if own is not None:
        keys.update((f"{own}:ResourceTag/{tag}", value) for tag, value in owner.tags.items())
    return keys


def _bucket_tags(bucket: Bucket, action: str, resource: str) -> Context:
    keys: Context = {}
    if bucket.abac:
        for tag, value in bucket.tags.items():
            keys[f"aws:ResourceTag/{tag}"] = value
            keys[f"s3:BucketTag/{tag}"] = value
    if action in EXISTING_TAG_ACTIONS:
        tags = bucket.objects.get(resource[len(bucket.arn) + 1 :], {})
        keys.update((f"s3:ExistingObjectTag/{tag}", value) for tag, value in tags.items())
    return keys


def organization_keys(world: World, account: str, whose: str) -> Context:
    """aws:PrincipalOrgID and OrgPaths, or aws:ResourceOrgID and OrgPaths: only for members of an organisation."""
    organization = world.organization
    if organization is None or not organization.line_of(account):
        return {}
    return {
        f"aws:{whose}OrgID": organization.id,
        f"aws:{whose}OrgPaths": (organization.path_of(account),),
    }


def _of_the_endpoint(world: World, given: Mapping[str, Value]) -> Context:
    """aws:SourceVpc where the request came through an endpoint of the world that has one."""
    endpoint = world.endpoint_in(given)
    return {"aws:SourceVpc": endpoint.vpc} if endpoint is not None and endpoint.vpc is not None else {}
