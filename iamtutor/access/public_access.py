"""S3 Block Public Access: when a bucket policy is public, and whom that shuts out.

Follows https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
"""

from __future__ import annotations

from ipaddress import IPv4Network

from iamtutor.access.effective import EffectivePolicies
from iamtutor.access.layer import Layer
from iamtutor.access.principal import PrincipalKind
from iamtutor.access.request import Request
from iamtutor.access.statement import CompiledStatement
from iamtutor.policy.document import Condition, PrincipalType, Statement
from iamtutor.policy.operators import Qualifier, parse_operator
from iamtutor.policy.operators.ip import network
from iamtutor.policy.pattern import is_wild

FIXING_KEYS = frozenset(
    {
        "aws:sourcearn", "aws:sourcevpc", "aws:sourcevpce", "aws:sourceowner", "aws:sourceaccount", "aws:userid",
        "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn",
        "aws:sourceorgid", "aws:sourceorgpaths",
        "s3:x-amz-server-side-encryption-aws-kms-key-id", "s3:dataaccesspointarn", "s3:dataaccesspointaccount",
    }
)  # fmt: skip
"""Condition keys that, with fixed values, make a statement for everyone not public."""

_FIXING_OPERATORS = frozenset({"StringEquals", "StringLike", "StringEqualsIgnoreCase", "ArnEquals", "ArnLike"})
_WIDEST_IPV4, _WIDEST_IPV6 = 8, 32


def is_blocked(request: Request, policies: EffectivePolicies) -> bool:
    """Whether Block Public Access, where it is on, refuses the request.

    A public bucket policy then serves only AWS services and authenticated callers of the bucket's own account.
    """
    principal = request.principal
    if request.service != "s3" or principal.kind is PrincipalKind.SERVICE:
        return False
    if request.same_account and principal.has_identity:
        return False
    return any(
        statement.allows and is_public(statement)
        for policy in policies.policies(Layer.RESOURCE)
        for statement in policy.statements
    )


def is_public(compiled: CompiledStatement) -> bool:
    """Whether an Allow of a bucket policy counts as public: for everyone, and no condition fixes who that is."""
    statement = compiled.statement
    return _names_everyone(statement) and not any(_fixes(condition) for condition in statement.conditions)


def _names_everyone(statement: Statement) -> bool:
    element = statement.principal
    if element is None:
        return False
    return element.negated or any(
        entry.type is PrincipalType.ANY or (entry.type is PrincipalType.AWS and entry.value == "*")
        for entry in element.entries
    )


def _fixes(condition: Condition) -> bool:
    operator = parse_operator(condition.operator)
    if operator is None or operator.if_exists or operator.qualifier is Qualifier.ALL:
        return False
    key = condition.key.lower()
    values = [text.value for text in condition.values]
    if key == "aws:sourceip":
        return operator.base.name == "IpAddress" and all(is_narrow(value) for value in values)
    if key not in FIXING_KEYS or operator.base.name not in _FIXING_OPERATORS:
        return False
    return not any("${" in value or _leaves_open(key, value, wild=operator.base.wildcards) for value in values)


def _leaves_open(key: str, value: str, *, wild: bool) -> bool:
    """A fixed value holds no wildcard; in an ARN the account must be fixed, in aws:userid the part before the colon."""
    if not wild or not is_wild(value):
        return False
    if key == "aws:userid":
        return is_wild(value.partition(":")[0])
    parts = value.split(":", 5)
    return len(parts) < 6 or is_wild(parts[4]) or not parts[4]


def is_narrow(value: str) -> bool:
    """Whether a range of addresses is so narrow that it fixes who comes from it."""
    found = network(value)
    if found is None:
        return False
    return found.prefixlen >= (_WIDEST_IPV4 if isinstance(found, IPv4Network) else _WIDEST_IPV6)
