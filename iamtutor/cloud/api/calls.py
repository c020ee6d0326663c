"""Any other call: whatever has no operation of its own here is asked for by its action and resource.

So a script can list instances or decrypt with a key: the world does not do it, but AWS's answer to whether it may is the
same.
"""

from __future__ import annotations

from iamtutor.access import Decision
from iamtutor.cloud.api.calling import Context, Who, decision_on, identify
from iamtutor.cloud.api.refusals import refused
from iamtutor.cloud.world import World


def call(world: World, who: Who, action: str, resource: str, context: Context | None = None) -> tuple[World, Decision]:
    """The decision that lets the call through. Raises AwsError, as the action's service does, where it is denied.

    `resource` is an ARN, a reference (`bucket/acme-reports`) or `*`.
    """
    calling = identify(world, who, action.partition(":")[0].lower())
    decision = decision_on(world, calling, action, resource, context)
    if not decision.allowed and not calling.free:
        raise refused(decision)
    return world, decision
