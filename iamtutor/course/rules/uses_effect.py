"""A statement of an effect must be there."""

from collections.abc import Iterator
from typing import Literal

from iamtutor.course.rules.rule import Breach, Rule, Written
from iamtutor.course.shape import Kebab


class UsesEffect(Rule):
    """Some statement of the slot allows, or denies: for lessons about an explicit deny."""

    rule: Literal["uses-effect"]
    slot: Kebab
    effect: Literal["Allow", "Deny"]

    def breaches(self, written: Written) -> Iterator[Breach]:
        """One breach where the effect does not occur."""
        document = written.readings[self.slot].document
        statements = () if document is None else document.statements
        if all(statement.effect.value != self.effect for statement in statements):
            yield Breach("course.uses-effect", self.slot, {"effect": self.effect})
