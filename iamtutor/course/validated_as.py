"""The resource type under which a slot's policy is validated: what AWS would be told with ValidatePolicy."""

from __future__ import annotations

from typing import Final

from iamtutor.cloud.entities import EntityKind
from iamtutor.cloud.references import split
from iamtutor.course.slot_shape import PlaceShape

_TYPES: Final = {EntityKind.BUCKET: "AWS::S3::Bucket", EntityKind.KEY: "AWS::KMS::Key"}


def resource_type_of(place: PlaceShape) -> str | None:
    """CloudFormation's name of the resource, where the policy is a resource's and the type is known.

    A trust policy needs none: its kind says it.
    """
    if place.type == "bucket":
        return _TYPES[EntityKind.BUCKET]
    if place.type != "resource" or place.of is None:
        return None
    kind = split(place.of)[1]
    return _TYPES.get(kind) if kind is not None else None
