"""A world: everything that AWS would know when it decides. Immutable; a changed world shares what did not change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from iamtutor.access import EffectivePolicies, NamedPolicy, Request
from iamtutor.cloud import attachments, callers, gather, slots
from iamtutor.cloud.context import Value
from iamtutor.cloud.entities import Account, Endpoint, Organization, Session
from iamtutor.cloud.places import Json, Places
from iamtutor.cloud.references import Directory
from iamtutor.cloud.slot import Slot
from iamtutor.policy import PolicyDocument
from iamtutor.policy.arn import Arn
from iamtutor.words import Bilingual

DEFAULT_REGION = "ap-northeast-2"


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """Accounts by their name in the world, and what lies between them. `now` is the clock of every request.

    `seed` and `serial` make new IDs: the same calls in the same world give the same ones. `quotas` are those that
    differ from AWS's defaults.
    """

    id: str | None
    title: Bilingual | None
    now: datetime
    accounts: Mapping[str, Account]
    aws_policies: Mapping[str, NamedPolicy]
    sessions: Mapping[str, Session]
    organization: Organization | None
    endpoints: Mapping[str, Endpoint]
    directory: Directory
    region: str = DEFAULT_REGION
    seed: str = ""
    serial: int = 0
    quotas: Mapping[str, int] = field(default_factory=dict)

    def effective(
        self, caller: str, resource: str, action: str, context: Mapping[str, Value] | None = None
    ) -> tuple[Request, EffectivePolicies]:
        """The request with the context that follows, and all policies that apply: what `access.decide` takes.

        `caller` and `resource` are references or ARNs. Raises UnknownReferenceError.
        """
        return gather.effective(self, caller, resource, action, context)

    def caller(self, reference: str) -> callers.Caller:
        """Who a reference or an ARN is. Raises UnknownReferenceError."""
        return callers.caller(self, reference)

    def policy_at(self, slot: Slot) -> NamedPolicy | None:
        """The policy in a slot; None where it is empty. Raises UnknownReferenceError where there is no such slot."""
        return slots.policy_at(self, slot)

    def with_policy(self, slot: Slot, document: PolicyDocument | None) -> World:
        """The world with another document in a slot; None empties it. Raises UnknownReferenceError."""
        return slots.with_policy(self, slot, document)

    def attachments(self) -> dict[str, dict[str, list[str]]]:
        """Who has which managed policies, and which users are in which groups, by reference."""
        return attachments.attachments(self)

    def with_attachments(self, value: Json, places: Places | None = None) -> World:
        """The world with other attachments, in the form of `attachments`; who is left out keeps what they have.

        Raises ContentError.
        """
        return attachments.with_attachments(self, value, places or Places.nowhere())

    def managed_policy(self, arn: str) -> NamedPolicy | None:
        """The managed policy of an ARN, AWS's or a customer's."""
        found = self.aws_policies.get(arn)
        if found is not None:
            return found
        parts = Arn.parse(arn)
        account = self.directory.accounts_by_id.get(parts.account) if parts is not None else None
        if account is None:
            return None
        policy = self.accounts[account].policies.get(arn.rpartition("/")[2])
        return policy if policy is not None and policy.arn == arn else None

    def endpoint_in(self, context: Mapping[str, Value]) -> Endpoint | None:
        """The endpoint that a request came through: the one its aws:SourceVpce names."""
        for key, value in context.items():
            if key.lower() == "aws:sourcevpce":
                return self.endpoints.get(value) if isinstance(value, str) else None
        return None
