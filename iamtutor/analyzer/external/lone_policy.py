"""One resource policy without a world: a world is made around it, with one account and the resource that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from iamtutor.analyzer.external.resource_types import BUCKET, KEY, ROLE, TYPICAL, resource_type
from iamtutor.cloud import Slot, SlotType, World, read_world
from iamtutor.policy import PolicyDocument, PolicyKind
from iamtutor.policy.arn import Arn, is_account_id
from iamtutor.policy.pattern import is_wild

DEFAULT_ACCOUNT: Final = "111122223333"
_NO_POLICY: Final = {"Version": "2012-10-17", "Statement": []}
_SERVICES: Final = {arn.split(":", 3)[2]: kind for kind, arn in reversed(TYPICAL.items())} | {"sts": ROLE}


@dataclass(frozen=True, slots=True)
class LoneResource:
    """What a policy belongs to: its type, its ARN, and the account that owns it."""

    type: str
    arn: str
    account: str

    @property
    def kind(self) -> PolicyKind:
        """How the policy is read."""
        return PolicyKind.TRUST if self.type == ROLE else PolicyKind.RESOURCE


def known_types() -> tuple[str, ...]:
    """The resource types of which a policy can be given alone."""
    return tuple(TYPICAL)


def guessed_type(document: PolicyDocument) -> str | None:
    """The type that a policy speaks of: by its ARNs, else by its actions; None where it does not show."""
    for arn in _arns(document):
        found = resource_type(arn)
        if found in TYPICAL:
            return found
    for statement in document.statements:
        for text in statement.action.patterns:
            found = _SERVICES.get(text.value.partition(":")[0].lower(), "")
            if found:
                return found
    return None


def lone_resource(document: PolicyDocument, type_: str, account: str | None) -> LoneResource:
    """The resource of that type that a policy names without wildcards, else one made up."""
    for arn in _arns(document):
        if resource_type(arn) == type_ and not is_wild(arn):
            parts = Arn.parse(arn)
            own = parts.account if parts is not None and is_account_id(parts.account) else None
            if account is None or own in (None, account):
                return LoneResource(type_, arn, account or own or DEFAULT_ACCOUNT)
    owner = account or DEFAULT_ACCOUNT
    return LoneResource(type_, TYPICAL[type_].format(account=owner), owner)


def lone_world(
    resource: LoneResource, document: PolicyDocument, *, block_public_access: bool = False
) -> tuple[World, Slot]:
    """The world around a policy, and the slot in which it stands."""
    name = resource.arn.rpartition(":")[2].rpartition("/")[2]
    account: dict[str, Any] = {"id": resource.account}
    if resource.type == BUCKET:
        account["buckets"] = {name: {"block_public_access": block_public_access}}
        slot = Slot(SlotType.BUCKET, f"bucket/{name}")
    elif resource.type == ROLE:
        account["roles"] = {name: {"trust": _NO_POLICY}}
        slot = Slot(SlotType.TRUST, f"role/{name}")
    elif resource.type == KEY:
        account["keys"] = {"key": {"id": name, "region": resource.arn.split(":")[3]}}
        slot = Slot(SlotType.RESOURCE, "key/key")
    else:
        account["resources"] = {"resource": {"arn": resource.arn}}
        slot = Slot(SlotType.RESOURCE, "resource/resource")
    return read_world({"accounts": {"account": account}}).with_policy(slot, document), slot


def _arns(document: PolicyDocument) -> Iterator[str]:
    """The ARNs in Resource elements; of an object or whatever lies under a bucket, the bucket."""
    for statement in document.statements:
        for text in statement.resource.patterns if statement.resource is not None else ():
            parts = Arn.parse(text.value)
            if parts is not None:
                yield (
                    str(parts._replace(resource=parts.resource.partition("/")[0]))
                    if parts.service == "s3"
                    else text.value
                )
