"""Queues, topics, functions, secrets and tables: made, given a policy and tags, deleted.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from iamtutor.access import Decision, NamedPolicy, decide
from iamtutor.cloud.api.calling import Calling, Who, identify, permit
from iamtutor.cloud.api.changes import numbered, with_entity, without_entity
from iamtutor.cloud.api.documents import Document, check_named, read_policy
from iamtutor.cloud.api.errors import AwsError
from iamtutor.cloud.api.iam_profiles import pass_role
from iamtutor.cloud.api.parameters import check_tags, request_tags
from iamtutor.cloud.api.resource_services import SERVICES, ResourceService
from iamtutor.cloud.api.services import Said
from iamtutor.cloud.entities import Account, Address, EntityKind, Resource
from iamtutor.cloud.identifiers import short_id
from iamtutor.cloud.references import UnknownReferenceError, resource_arn
from iamtutor.cloud.world import World
from iamtutor.policy import PolicyKind

Service = Literal["sqs", "sns", "lambda", "secretsmanager", "dynamodb"]


def create(
    world: World,
    who: Who,
    service: Service,
    name: str,
    *,
    role_arn: str | None = None,
    tags: Mapping[str, str] | None = None,
) -> tuple[World, Resource]:
    """A new resource in the world's Region. A Lambda function can be given the role that it runs as.

    The world calls it `resource/<name>`, with the service in front where that name is taken.
    """
    tags = tags or {}
    check_tags(tags, ignore_case=False)
    calling = identify(world, who, service)
    account, about = calling.account, SERVICES[service]
    world, seed = numbered(world)
    arn = _arn(world, account, service, name, short_id(seed, 6))
    permit(world, calling, about.create, arn, request_tags(tags))
    present = _named(world, account, service, name)
    if present is not None:
        if about.exists is not None:
            raise _said(about.exists, "cloud.api-already-exists", name, present.arn)
        return world, present
    if service == "lambda" and role_arn is not None:
        _check_function_role(world, calling, role_arn)
    label = name if name not in account.resources else f"{service}-{name}"
    made = Resource(label, arn, tags=dict(tags))
    return with_entity(world, account.name, EntityKind.RESOURCE, made), made


def put_policy(world: World, who: Who, resource: str, policy: Document) -> tuple[World, None]:
    """Sets the policy of a queue, topic, secret or table, by the action that its service has for it."""
    _, about, address, found = _resource(world, who, resource, "put_policy")
    document = read_policy(policy, PolicyKind.RESOURCE, about.malformed).document
    check_named(world, document, about.malformed)
    named = NamedPolicy(f"resource/{found.name}", document)
    return with_entity(world, address.account, EntityKind.RESOURCE, replace(found, policy=named)), None


def delete_policy(world: World, who: Who, resource: str) -> tuple[World, None]:
    """Takes the policy of a resource away."""
    _, _, address, found = _resource(world, who, resource, "delete_policy")
    return with_entity(world, address.account, EntityKind.RESOURCE, replace(found, policy=None)), None


def tag(world: World, who: Who, resource: str, tags: Mapping[str, str]) -> tuple[World, None]:
    """Puts tags on a resource; here a key in another case is another tag."""
    check_tags(tags, ignore_case=False)
    _, _, address, found = _resource(world, who, resource, "tag", tags)
    changed = replace(found, tags={**found.tags, **tags})
    return with_entity(world, address.account, EntityKind.RESOURCE, changed), None


def delete(world: World, who: Who, resource: str) -> tuple[World, None]:
    """Deletes a resource with its policy."""
    _, _, address, found = _resource(world, who, resource, "delete")
    return without_entity(world, address.account, EntityKind.RESOURCE, found.name), None


def _resource(
    world: World, who: Who, resource: str, doing: str, tags: Mapping[str, str] | None = None
) -> tuple[Calling, ResourceService, Address, Resource]:
    """The resource, once the caller may do it. `doing` names the field that holds the action."""
    arn = resource_arn(world, resource)
    service = arn.split(":", 3)[2]
    if service not in SERVICES:
        known = ", ".join(SERVICES)
        raise UnknownReferenceError("cloud.reference-kind", reference=resource, expected=known)
    about = SERVICES[service]
    calling = identify(world, who, service)
    permit(world, calling, getattr(about, doing), arn, request_tags(tags or {}))
    address = world.directory.by_arn.get(arn)
    if address is None:
        raise _said(about.missing, "cloud.api-no-target", arn.rpartition(":")[2].rpartition("/")[2], arn)
    return calling, about, address, world.accounts[address.account].resources[address.name]


def _arn(world: World, account: Account, service: str, name: str, suffix: str) -> str:
    rest = SERVICES[service].resource.format(name=name, suffix=suffix)
    return f"arn:aws:{service}:{world.region}:{account.id}:{rest}"


def _named(world: World, account: Account, service: str, name: str) -> Resource | None:
    """The resource that has the name already; what AWS adds to the name of a secret does not count."""
    start = _arn(world, account, service, name, "")
    for resource in account.resources.values():
        if resource.arn == start:
            return resource
        if service == "secretsmanager" and resource.arn.startswith(start) and len(resource.arn) == len(start) + 6:
            return resource
    return None


def _said(said: Said, why: str, name: str, arn: str) -> AwsError:
    return AwsError(said.code, said.status, said.message.format(name=name, arn=arn), why, None, name=name)


def _check_function_role(world: World, calling: Calling, role_arn: str) -> None:
    """The caller needs iam:PassRole, and the role must trust Lambda.

    https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
    """
    pass_role(world, calling, role_arn, "lambda.amazonaws.com")
    trusts: Decision | None = None
    if role_arn in world.directory.by_arn:
        trusts = decide(*world.effective("service/lambda.amazonaws.com", role_arn, "sts:AssumeRole"))
    if trusts is None or not trusts.allowed:
        message = "The role defined for the function cannot be assumed by Lambda."
        raise AwsError(
            "InvalidParameterValueException", 400, message, "cloud.api-role-not-for-service", trusts, role=role_arn
        )
