"""Who may invoke a Lambda function: its policy grows by one statement at a time.

https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
"""

from __future__ import annotations

from dataclasses import replace

from iamtutor.access import NamedPolicy
from iamtutor.cloud.api.calling import Who, identify, permit
from iamtutor.cloud.api.changes import with_entity
from iamtutor.cloud.api.documents import check_named, read_policy
from iamtutor.cloud.api.errors import AwsError
from iamtutor.cloud.api.resource_services import SERVICES
from iamtutor.cloud.entities import Address, EntityKind, Resource
from iamtutor.cloud.places import Json
from iamtutor.cloud.references import resource_arn
from iamtutor.cloud.world import World
from iamtutor.policy import PolicyKind
from iamtutor.policy.writing import as_json


def add_permission(
    world: World,
    who: Who,
    function: str,
    statement_id: str,
    action: str,
    principal: str,
    *,
    source_arn: str | None = None,
    source_account: str | None = None,
) -> tuple[World, dict[str, Json]]:
    """Lets a service, account or entity invoke a function; answers the statement.

    `source_arn` and `source_account` keep a service from being used by others (the confused deputy).
    """
    address, found = _function(world, who, "lambda:AddPermission", function, {"lambda:Principal": principal})
    statements = _statements(found)
    if any(statement.get("Sid") == statement_id for statement in statements):
        message = (
            f"The statement id ({statement_id}) provided already exists. Please provide a new statement id, or remove "
            "the existing statement."
        )
        raise AwsError("ResourceConflictException", 409, message, "cloud.api-already-exists", None, name=statement_id)
    named: Json = principal
    if principal != "*":
        named = {"Service" if principal.endswith(".amazonaws.com") else "AWS": principal}
    statement: dict[str, Json] = {
        "Sid": statement_id,
        "Effect": "Allow",
        "Principal": named,
        "Action": action,
        "Resource": found.arn,
    }
    conditions: dict[str, Json] = {}
    if source_account is not None:
        conditions["StringEquals"] = {"AWS:SourceAccount": source_account}
    if source_arn is not None:
        conditions["ArnLike"] = {"AWS:SourceArn": source_arn}
    if conditions:
        statement["Condition"] = conditions
    return _with(world, address, found, [*statements, statement]), statement


def remove_permission(world: World, who: Who, function: str, statement_id: str) -> tuple[World, None]:
    """Takes a statement out of a function's policy."""
    address, found = _function(world, who, "lambda:RemovePermission", function, {})
    statements = _statements(found)
    kept = [statement for statement in statements if statement.get("Sid") != statement_id]
    if len(kept) == len(statements):
        message = f"Statement {statement_id} is not found in resource policy."
        raise AwsError("ResourceNotFoundException", 404, message, "cloud.api-no-target", None, name=statement_id)
    return _with(world, address, found, kept), None


def _function(world: World, who: Who, action: str, function: str, context: dict[str, str]) -> tuple[Address, Resource]:
    calling = identify(world, who, "lambda")
    arn = resource_arn(world, function)
    permit(world, calling, action, arn, context)
    address = world.directory.by_arn.get(arn)
    if address is None:
        said = SERVICES["lambda"].missing
        raise AwsError(said.code, said.status, said.message.format(arn=arn), "cloud.api-no-target", None, name=arn)
    return address, world.accounts[address.account].resources[address.name]


def _statements(found: Resource) -> list[dict[str, Json]]:
    if found.policy is None:
        return []
    statements: list[dict[str, Json]] = as_json(found.policy.document)["Statement"]
    return statements


def _with(world: World, address: Address, found: Resource, statements: list[dict[str, Json]]) -> World:
    malformed = SERVICES["lambda"].malformed
    policy: NamedPolicy | None = None
    if statements:
        given = read_policy({"Version": "2012-10-17", "Statement": statements}, PolicyKind.RESOURCE, malformed)
        check_named(world, given.document, malformed)
        policy = NamedPolicy(f"resource/{found.name}", given.document)
    return with_entity(world, address.account, EntityKind.RESOURCE, replace(found, policy=policy))
