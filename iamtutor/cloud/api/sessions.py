"""What all operations share that make temporary credentials: session policies and tags, their packed size, the session.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session and
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from iamtutor.access import NamedPolicy
from iamtutor.cloud import identifiers
from iamtutor.cloud.api.changes import numbered
from iamtutor.cloud.api.credentials import Credentials, of_session
from iamtutor.cloud.api.documents import Document, Given, read_policy
from iamtutor.cloud.api.errors import AwsError, no_such_entity, validation_error
from iamtutor.cloud.api.parameters import check_tags, check_text
from iamtutor.cloud.entities import Account, Address, Session, SessionKind
from iamtutor.cloud.quotas import quotas
from iamtutor.policy import PolicyKind
from iamtutor.policy.writing import compact

if TYPE_CHECKING:
    from iamtutor.cloud.world import World


@dataclass(frozen=True, slots=True)
class Policies:
    """The session policies that a call passes: one as text, and managed policies by ARN."""

    inline: Document | None = None
    arns: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Tagging:
    """The session tags that a call passes, and the keys of those that go on in a chain."""

    tags: Mapping[str, str] = field(default_factory=dict)
    transitive: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """The session policies as they were found, and how much of the packed space everything takes, in percent."""

    policies: tuple[NamedPolicy, ...]
    packed: int | None


def check_tagging(tagging: Tagging) -> None:
    """Raises AwsError where session tags or transitive keys cannot be passed."""
    most = quotas()["session_tags"].default
    if len(tagging.tags) > most:
        message = (
            f"1 validation error detected: Value '[{len(tagging.tags)} tags]' at 'tags' failed to satisfy constraint: "
            f"Member must have length less than or equal to {most}"
        )
        raise validation_error(message, "cloud.too-many-tags", limit=most)
    check_tags(tagging.tags, code="InvalidParameterValue")
    known = {key.lower() for key in tagging.tags}
    for key in tagging.transitive:
        if key.lower() not in known:
            message = "The specified transitive tag key must be included in the requested tags."
            raise AwsError("InvalidParameterValue", 400, message, "cloud.transitive-tag", None, name=key)


def inherited(caller: Session | None, tagging: Tagging) -> Tagging:
    """The tags that come in with the calling session's transitive ones, which cannot be overridden.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_role-chaining
    """
    if caller is None or not caller.transitive:
        return tagging
    passing = {key.lower() for key in caller.transitive}
    incoming = {key: value for key, value in caller.tags.items() if key.lower() in passing}
    for key in tagging.tags:
        if key.lower() in passing:
            message = (
                "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key "
                "from the calling session."
            )
            raise AwsError("InvalidParameterValue", 400, message, "cloud.api-transitive-conflict", None, name=key)
    return Tagging({**incoming, **tagging.tags}, (*caller.transitive, *tagging.transitive))


def limits(world: World, account: Account, passed: Policies, tags: Mapping[str, str], *, inline_most: bool) -> Limits:
    """The session policies of a call. Raises AwsError where they cannot be read, found or packed.

    `inline_most`: the operation's own parameter ends at 2,048 characters (AssumeRole's does not).
    """
    most_arns = quotas()["session_policy_arns"].default
    if len(passed.arns) > most_arns:
        message = (
            f"1 validation error detected: Value '[{len(passed.arns)} ARNs]' at 'policyArns' failed to satisfy "
            f"constraint: Member must have length less than or equal to {most_arns}"
        )
        raise validation_error(message, "cloud.api-too-many-session-policies", limit=most_arns)
    found: list[NamedPolicy] = []
    text = ""
    if passed.inline is not None:
        given = _inline(passed.inline, inline_most=inline_most)
        text = given.text
        found.append(NamedPolicy("session policy", given.document))
    found += (_managed(world, account, arn) for arn in passed.arns)
    most = quotas()["session_policy_size"].default
    size = len(text) + sum(len(arn) for arn in passed.arns)
    if size > most:
        raise _too_large("policy", -(-100 * size // most))
    return Limits(tuple(found), _packed(found, passed.arns, tags))


def _inline(document: Document, *, inline_most: bool) -> Given:
    if isinstance(document, str) and inline_most:
        check_text(document, "policy", 1, quotas()["session_policy_size"].default)
    return read_policy(document, PolicyKind.SESSION)


def _managed(world: World, account: Account, arn: str) -> NamedPolicy:
    """A managed policy of the role's own account, or one of AWS's."""
    policy = world.managed_policy(arn)
    own = policy is not None and (arn in world.aws_policies or policy.arn in _arns(account))
    if policy is None or not own:
        raise no_such_entity(f"Policy {arn} does not exist or is not attachable.", arn)
    return policy


def _arns(account: Account) -> set[str | None]:
    return {policy.arn for policy in account.policies.values()}


def _packed(policies: Sequence[NamedPolicy], arns: Sequence[str], tags: Mapping[str, str]) -> int | None:
    """How much of the packed space policies and tags take. AWS does not publish its packing: this one is our own."""
    if not policies and not tags:
        return None
    inline = [compact(policy.document) for policy in policies if policy.arn is None]
    text = "\n".join((*inline, *arns, *(f"{key}={value}" for key, value in tags.items())))
    percent = -(-100 * len(zlib.compress(text.encode(), 9)) // quotas()["packed_size"].default)
    if percent > 100:
        raise _too_large("policy" if policies else "tags", percent)
    return percent


def _too_large(what: str, percent: int) -> AwsError:
    """https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html (PackedPolicyTooLarge)"""
    message = f"Packed size of session tags consumes {percent}% of allotted space."
    if what == "policy":
        message = f"Packed policy consumes {percent}% of allotted space, please use smaller policy."
    return AwsError("PackedPolicyTooLarge", 400, message, f"cloud.api-packed-{what}", None, percent=percent)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a new session is made of."""

    kind: SessionKind
    of: Address
    session_name: str
    seconds: int
    policies: tuple[NamedPolicy, ...] = ()
    tagging: Tagging = Tagging()
    mfa: bool = False
    source_identity: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


def opened(world: World, opening: Opening) -> tuple[World, Credentials]:
    """The world with a new session, and the session's credentials. The session is named by its access key ID."""
    world, seed = numbered(world)
    key_id = identifiers.access_key_id("ASIA", world.accounts[opening.of.account].id, seed)
    several = len(opening.policies) > 1
    session = Session(
        key_id,
        opening.kind,
        opening.of,
        opening.session_name,
        tuple(_shown(policy, key_id, number, several) for number, policy in enumerate(opening.policies, 1)),
        dict(opening.tagging.tags),
        opening.mfa,
        world.now,
        opening.source_identity,
        world.now + timedelta(seconds=opening.seconds),
        tuple(opening.tagging.transitive),
        dict(opening.facts),
        key_id,
    )
    world = replace(world, sessions={**world.sessions, key_id: session})
    return world, of_session(world, key_id)


def _shown(policy: NamedPolicy, session: str, number: int, several: bool) -> NamedPolicy:
    """A trace speaks of a managed session policy by its name, of the other one as the session's own."""
    if policy.arn is not None:
        return policy
    name = f"session/{session}/{number}" if several else f"session/{session}"
    return NamedPolicy(name, policy.document)
