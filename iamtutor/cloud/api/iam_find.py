"""IAM's things by name or ARN, each with the sentence in which IAM says that it is not there.

An operation asks for permission on the ARN first, made up where the thing is missing: who may not ask learns nothing.
"""

from __future__ import annotations

from iamtutor.access import NamedPolicy
from iamtutor.cloud.api.calling import Calling
from iamtutor.cloud.api.errors import no_such_entity, unmodifiable, validation_error
from iamtutor.cloud.belongings import InstanceProfile
from iamtutor.cloud.entities import Account, EntityKind, Group, Role, User
from iamtutor.cloud.identifiers import iam_arn
from iamtutor.cloud.world import World


def entity_arn(account: Account, kind: EntityKind, name: str) -> str:
    """The ARN of an IAM entity; the one that it would have, where there is none."""
    found = account.entities(kind).get(name)
    return found.arn if found is not None else iam_arn(account.id, kind.value, "/", name)


def own_name(calling: Calling) -> str:
    """The name of the calling user, for operations that take the caller where no user is named. Raises AwsError.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html
    """
    if not isinstance(calling.caller.entity, User):
        message = "Must specify userName when calling with non-User credentials"
        raise validation_error(message, "cloud.api-no-user-name")
    return calling.caller.entity.name


def user_of(account: Account, name: str) -> User:
    """The user of a name. Raises AwsError."""
    if name not in account.users:
        raise no_such_entity(f"The user with name {name} cannot be found.", name)
    return account.users[name]


def group_of(account: Account, name: str) -> Group:
    """The group of a name. Raises AwsError."""
    if name not in account.groups:
        raise no_such_entity(f"The group with name {name} cannot be found.", name)
    return account.groups[name]


def role_of(account: Account, name: str) -> Role:
    """The role of a name. Raises AwsError."""
    if name not in account.roles:
        raise no_such_entity(f"The role with name {name} cannot be found.", name)
    return account.roles[name]


def holder_of(account: Account, kind: EntityKind, name: str) -> User | Group | Role:
    """The user, group or role of a name. Raises AwsError."""
    if kind is EntityKind.USER:
        return user_of(account, name)
    return group_of(account, name) if kind is EntityKind.GROUP else role_of(account, name)


def changeable_role(account: Account, name: str) -> Role:
    """A role that customers may change: service-linked roles belong to their service. Raises AwsError."""
    role = role_of(account, name)
    if role.service_linked or ":role/aws-service-role/" in role.arn or ":role/aws-reserved/" in role.arn:
        raise unmodifiable(name)
    return role


def profile_of(account: Account, name: str) -> InstanceProfile:
    """The instance profile of a name. Raises AwsError."""
    if name not in account.profiles:
        raise no_such_entity(f"Instance Profile {name} cannot be found.", name)
    return account.profiles[name]


def attachable_policy(world: World, account: Account, arn: str) -> NamedPolicy:
    """A managed policy that the account can attach: its own, or AWS's. Raises AwsError."""
    policy = world.managed_policy(arn)
    if policy is None or not (arn in world.aws_policies or account.policies.get(policy.name) is policy):
        raise no_such_entity(f"Policy {arn} does not exist or is not attachable.", arn)
    return policy


def customer_policy(account: Account, arn: str) -> NamedPolicy:
    """A customer managed policy of the account. Raises AwsError."""
    policy = account.policies.get(arn.rpartition("/")[2])
    if policy is None or policy.arn != arn:
        raise no_such_entity(f"Policy {arn} was not found.", arn)
    return policy
