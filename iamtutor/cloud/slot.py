"""A slot: a place in a world that holds one policy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from iamtutor.access import NamedPolicy
from iamtutor.cloud.entities import EntityKind, Policies
from iamtutor.cloud.references import UnknownReferenceError
from iamtutor.policy import PolicyDocument, PolicyKind, Span

NO_STATEMENTS = PolicyDocument("2012-10-17", None, (), Span(0, 0))
"""What stands where AWS always has a document (a trust policy, a key policy) and none is given."""


class SlotType(StrEnum):
    """What a slot holds."""

    INLINE = "inline"
    MANAGED = "managed"
    BOUNDARY = "boundary"
    TRUST = "trust"
    BUCKET = "bucket"
    RESOURCE = "resource"
    SCP = "scp"
    RCP = "rcp"
    SESSION = "session"
    ENDPOINT = "endpoint"
    ATTACHMENTS = "attachments"


_KINDS = {
    SlotType.INLINE: PolicyKind.IDENTITY,
    SlotType.MANAGED: PolicyKind.IDENTITY,
    SlotType.BOUNDARY: PolicyKind.BOUNDARY,
    SlotType.TRUST: PolicyKind.TRUST,
    SlotType.BUCKET: PolicyKind.RESOURCE,
    SlotType.RESOURCE: PolicyKind.RESOURCE,
    SlotType.SCP: PolicyKind.SCP,
    SlotType.RCP: PolicyKind.RCP,
    SlotType.SESSION: PolicyKind.SESSION,
    SlotType.ENDPOINT: PolicyKind.ENDPOINT,
}


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a policy belongs: `of` a user, bucket, organisational unit …, and its `name` where there are several.

    A plain string will do for the type.
    """

    type: SlotType
    of: str | None = None
    name: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "type", SlotType(self.type))

    @property
    def kind(self) -> PolicyKind:
        """How a text for this slot is read. An attachments slot holds no policy: its kind is never asked for."""
        return _KINDS[self.type]


def owner_in(slot: Slot, kind: EntityKind | None = None) -> str:
    """What the slot belongs to; a bare name is completed with the kind."""
    if slot.of is None:
        raise UnknownReferenceError("cloud.slot-without-owner", type=slot.type.value)
    if kind is None or "/" in slot.of or slot.of.startswith("arn:"):
        return slot.of
    account, colon, name = slot.of.rpartition(":")
    return f"{account}{colon}{kind.value}/{name}"


def name_in(slot: Slot) -> str:
    """The slot's name, where it cannot do without."""
    if slot.name is None:
        raise UnknownReferenceError("cloud.slot-without-name", type=slot.type.value)
    return slot.name


def placed(
    policies: Policies, name: str, shown: str, document: PolicyDocument | None, arn: str | None = None
) -> Policies:
    """The policies with one put in, replaced or taken out; `shown` is how a trace calls it."""
    if document is None:
        return {other: policy for other, policy in policies.items() if other != name}
    return {**policies, name: NamedPolicy(shown, document, arn)}
