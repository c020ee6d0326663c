"""A request of the learner's own, from one that was varied, and the one to begin with."""

from __future__ import annotations

import re

from iamtutor.cloud import World
from iamtutor.cloud.what_if import Variation, caller_references, resources_known
from iamtutor.course.request_shape import RequestShape


def request_of(variation: Variation, expect: str | None = None) -> RequestShape:
    """A variation as a request, named after its action. Keys that are taken away and statements left out are no part of
    a request: `is_whole` says whether there are any."""
    context = {key: value if isinstance(value, str) else [*value] for key, value in variation.context.items()}
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", variation.action.partition(":")[2]).lower()
    return RequestShape.model_validate(
        {
            "id": re.sub(r"[^a-z0-9]+", "-", name).strip("-") or "request",
            "as": variation.caller,
            "do": variation.action,
            "on": variation.resource,
            "context": context,
            "expect": expect,
        }
    )


def is_whole(variation: Variation) -> bool:
    """Whether a request says all of a variation."""
    return not variation.without and not variation.removed


def variation_of(request: RequestShape) -> Variation:
    """A request, to be varied."""
    return Variation(request.caller, request.action, request.resource, dict(request.context))


def first_request(world: World) -> Variation:
    """Something to begin with: the first caller of the world reads the first thing that is known in it."""
    resource = next((each for each in resources_known(world) if each.startswith("arn:aws:s3:::")), "*")
    action = "s3:ListAllMyBuckets" if resource == "*" else "s3:GetObject" if "/" in resource else "s3:ListBucket"
    return Variation(caller_references(world)[0], action, resource)
