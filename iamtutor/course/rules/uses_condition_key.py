"""A condition key must be used."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from iamtutor.course.rules.rule import Breach, Rule, Written
from iamtutor.course.shape import Kebab


class UsesConditionKey(Rule):
    """Some statement of the slot has a condition on `key`; with `effect`, a statement of that effect."""

    rule: Literal["uses-condition-key"]
    slot: Kebab
    key: Annotated[str, Field(pattern=r"^[^:]+:.+$")]
    effect: Literal["Allow", "Deny"] | None = None

    def breaches(self, written: Written) -> Iterator[Breach]:
        """One breach where no statement uses the key."""
        document = written.readings[self.slot].document
        statements = () if document is None else document.statements
        for statement in statements:
            if self.effect not in (None, statement.effect.value):
                continue
            if any(condition.key.lower() == self.key.lower() for condition in statement.conditions):
                return
        yield Breach("course.uses-condition-key", self.slot, {"key": self.key})
