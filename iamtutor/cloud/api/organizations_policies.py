"""SCPs and RCPs: made, attached to root, unit or account, detached, deleted, within their limits.

https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html and
https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal

from iamtutor.access import NamedPolicy
from iamtutor.cloud.api.calling import Who
from iamtutor.cloud.api.changes import left, numbered
from iamtutor.cloud.api.documents import Document, Given, Malformed, read_policy
from iamtutor.cloud.api.errors import AwsError
from iamtutor.cloud.api.organizations_tree import arn_of, changed_unit, constraint, managing, unit_of
from iamtutor.cloud.api.parameters import check_text
from iamtutor.cloud.aws_documents import full_access
from iamtutor.cloud.entities import ControlPolicy, Controls, Organization, Policies
from iamtutor.cloud.identifiers import short_id
from iamtutor.cloud.quotas import limit
from iamtutor.cloud.world import World
from iamtutor.policy import Effect, PolicyKind

PolicyType = Literal["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]
_KINDS: Final = {"SERVICE_CONTROL_POLICY": PolicyKind.SCP, "RESOURCE_CONTROL_POLICY": PolicyKind.RCP}
_SIZES: Final = {PolicyKind.SCP: "scp_size", PolicyKind.RCP: "rcp_size"}
_MOST: Final = {PolicyKind.SCP: "scps_per_target", PolicyKind.RCP: "rcps_per_target"}
_WORDS: Final = {PolicyKind.SCP: "service_control_policy", PolicyKind.RCP: "resource_control_policy"}
FULL_ACCESS: Final = {"p-FullAWSAccess": PolicyKind.SCP, "p-RCPFullAWSAccess": PolicyKind.RCP}
_MALFORMED: Final = Malformed(
    "MalformedPolicyDocumentException",
    400,
    "The provided policy document does not meet the requirements of the specified policy type.",
)


def create_policy(
    world: World, who: Who, name: str, content: Document, policy_type: PolicyType, *, description: str = ""
) -> tuple[World, ControlPolicy]:
    """A new SCP or RCP; it counts nowhere until it is attached. A customer's RCP can only deny."""
    check_text(name, "name", 1, 128)
    _, organization = managing(world, who, "organizations:CreatePolicy")
    kind = _KINDS[policy_type]
    if any(known.policy.name == name and known.kind is kind for known in organization.policies.values()):
        message = "A policy with the same name already exists."
        raise AwsError("DuplicatePolicyException", 400, message, "cloud.api-already-exists", None, name=name)
    given = _read(world, kind, content)
    world, seed = numbered(world)
    policy_id = f"p-{short_id(seed, 8)}"
    arn = arn_of(world, policy_id).replace(policy_id, f"{_WORDS[kind]}/{policy_id}")
    made = ControlPolicy(policy_id, kind, NamedPolicy(name, given.document, arn), description)
    changed = replace(organization, policies={**organization.policies, policy_id: made})
    return replace(world, organization=changed), made


def delete_policy(world: World, who: Who, policy_id: str) -> tuple[World, None]:
    """Deletes a policy that is attached nowhere."""
    _, organization = managing(world, who, "organizations:DeletePolicy", arn_of(world, policy_id))
    policy = _policy(organization, policy_id)
    if any(policy.policy.name in _attached(controls, policy.kind) for controls in _everywhere(organization)):
        message = (
            "The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts "
            "before performing this operation."
        )
        raise AwsError("PolicyInUseException", 400, message, "cloud.api-must-go-targets", None, name=policy.policy.name)
    changed = replace(organization, policies=left(organization.policies, policy_id))
    return replace(world, organization=changed), None


def attach_policy(world: World, who: Who, policy_id: str, target_id: str) -> tuple[World, None]:
    """Attaches an SCP or RCP to the root, a unit or an account."""
    _, organization = managing(world, who, "organizations:AttachPolicy", arn_of(world, target_id))
    policy = _policy(organization, policy_id)
    controls = _controls(world, organization, target_id)
    present = _attached(controls, policy.kind)
    if policy.policy.name in present:
        message = "The selected policy is already attached to the specified target."
        raise AwsError(
            "DuplicatePolicyAttachmentException", 400, message, "cloud.api-already-there", None, name=policy.policy.name
        )
    most = limit(world, _MOST[policy.kind])
    if len(present) >= most:
        sentence = "You attempted to exceed the number of policies of a certain type that can be attached to an entity."
        reason = "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED"
        raise constraint(reason, sentence, "cloud.api-limit", most)
    changed = _with(controls, policy.kind, {**present, policy.policy.name: policy.policy})
    return _placed(world, organization, target_id, changed), None


def detach_policy(world: World, who: Who, policy_id: str, target_id: str) -> tuple[World, None]:
    """Detaches a policy. At least one SCP stays everywhere, and RCPFullAWSAccess always does."""
    _, organization = managing(world, who, "organizations:DetachPolicy", arn_of(world, target_id))
    policy = _policy(organization, policy_id)
    controls = _controls(world, organization, target_id)
    present = _attached(controls, policy.kind)
    sentence = (
        "You attempted to detach a policy from an entity that would cause the entity to have fewer than the minimum "
        "number of policies of a certain type required."
    )
    reason = "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED"
    if policy_id == "p-RCPFullAWSAccess":
        raise constraint(reason, sentence, "cloud.api-rcp-full-access", policy.policy.name)
    if policy.policy.name not in present:
        message = "The policy isn't attached to the specified target in the specified root."
        raise AwsError("PolicyNotAttachedException", 400, message, "cloud.api-not-there", None, name=policy.policy.name)
    if policy.kind is PolicyKind.SCP and len(present) == 1:
        raise constraint(reason, sentence, "cloud.api-last-scp", policy.policy.name)
    changed = _with(controls, policy.kind, left(present, policy.policy.name))
    return _placed(world, organization, target_id, changed), None


def list_policies_for_target(
    world: World, who: Who, target_id: str, policy_type: PolicyType
) -> tuple[World, tuple[NamedPolicy, ...]]:
    """What is attached to a target itself, not what it inherits."""
    _, organization = managing(world, who, "organizations:ListPoliciesForTarget", arn_of(world, target_id))
    kind = _KINDS[policy_type]
    present = tuple(_attached(_controls(world, organization, target_id), kind).values())
    return world, present if kind is PolicyKind.SCP else (full_access(kind), *present)


def _read(world: World, kind: PolicyKind, content: Document) -> Given:
    given = read_policy(content, kind, _MALFORMED)
    most = limit(world, _SIZES[kind])
    if len(given.text) > most:
        sentence = f"You have exceeded the allowed policy size of {most} characters."
        raise constraint("POLICY_CONTENT_LIMIT_EXCEEDED", sentence, "cloud.api-control-size", most)
    if kind is PolicyKind.RCP:
        for statement in given.document.statements:
            if statement.effect is Effect.ALLOW:
                raise _MALFORMED.error("", "cloud.api-rcp-allows")
    return given


def _policy(organization: Organization, policy_id: str) -> ControlPolicy:
    if policy_id in FULL_ACCESS:
        kind = FULL_ACCESS[policy_id]
        return ControlPolicy(policy_id, kind, full_access(kind))
    known = organization.policies.get(policy_id) or _written_in_place(organization, policy_id)
    if known is None:
        message = "We can't find a policy with the PolicyId that you specified."
        raise AwsError("PolicyNotFoundException", 400, message, "cloud.api-no-target", None, name=policy_id)
    return known


def _written_in_place(organization: Organization, policy_id: str) -> ControlPolicy | None:
    """A policy that the world attaches without having made it here."""
    for controls in _everywhere(organization):
        for kind in (PolicyKind.SCP, PolicyKind.RCP):
            for policy in _attached(controls, kind).values():
                if policy.arn is not None and policy.arn.endswith(f"/{policy_id}"):
                    return ControlPolicy(policy_id, kind, policy)
    return None


def _everywhere(organization: Organization) -> Iterator[Controls]:
    yield from (unit.controls for unit in organization.root.walk())
    yield from organization.attached.values()


def _controls(world: World, organization: Organization, target: str) -> Controls:
    unit = unit_of(organization, target)
    if unit is not None:
        return unit.controls
    account = world.directory.accounts_by_id.get(target)
    if account is None or account not in organization.attached:
        message = "You specified a target that doesn't exist."
        raise AwsError("TargetNotFoundException", 400, message, "cloud.api-no-target", None, name=target)
    return organization.attached[account]


def _attached(controls: Controls, kind: PolicyKind) -> Policies:
    return controls.scp if kind is PolicyKind.SCP else controls.rcp


def _with(controls: Controls, kind: PolicyKind, policies: Policies) -> Controls:
    return replace(controls, scp=policies) if kind is PolicyKind.SCP else replace(controls, rcp=policies)


def _placed(world: World, organization: Organization, target: str, controls: Controls) -> World:
    account = world.directory.accounts_by_id.get(target)
    if account is not None:
        changed = replace(organization, attached={**organization.attached, account: controls})
    else:
        changed = changed_unit(organization, target, lambda unit: replace(unit, controls=controls))
    return replace(world, organization=changed)
