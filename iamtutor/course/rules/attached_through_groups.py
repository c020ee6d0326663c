"""A managed policy reaches its users through groups."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from iamtutor.course.rules.rule import Breach, Rule, Written
from iamtutor.course.shape import Kebab


class AttachedThroughGroups(Rule):
    """The managed policy is attached to no user directly; `slot` is the attachments slot that says so."""

    rule: Literal["attached-through-groups"]
    slot: Kebab
    policy: Annotated[str, Field(min_length=1)]

    def breaches(self, written: Written) -> Iterator[Breach]:
        """Every user that has the policy directly."""
        for holder, held in written.attachments().items():
            if holder.rpartition(":")[2].startswith("user/") and self.policy in held["managed"]:
                yield Breach("course.attached-through-groups", self.slot, {"policy": self.policy, "holder": holder})
