"""What lives in a world, as JSON."""

from __future__ import annotations

from typing import Any

from iamtutor.cloud import EntityKind, World


def world_json(world: World) -> dict[str, Any]:
    """What lives in a world, by account."""
    return {
        "id": world.id,
        "accounts": {
            account.name: {
                "id": account.id,
                **{f"{kind.value}s": [each.arn for each in account.entities(kind).values()] for kind in EntityKind},
                "policies": [policy.arn for policy in account.policies.values()],
            }
            for account in world.accounts.values()
        },
        "sessions": list(world.sessions),
        "endpoints": list(world.endpoints),
        "organization": world.organization.id if world.organization is not None else None,
    }
