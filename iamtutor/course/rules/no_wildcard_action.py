"""No wildcard in the actions that are allowed."""

from collections.abc import Iterator
from typing import Literal

from iamtutor.course.rules.rule import Breach, SlotRule, Written
from iamtutor.policy import Effect


class NoWildcardAction(SlotRule):
    """`*` and `?` may stand in a Deny, which they make stricter, but not in an Allow."""

    rule: Literal["no-wildcard-action"]

    def breaches(self, written: Written) -> Iterator[Breach]:
        """Every pattern with a wildcard in an Allow."""
        for slot, statement in self.statements(written):
            if statement.effect is not Effect.ALLOW or statement.action.negated:
                continue
            for pattern in statement.action.patterns:
                if "*" in pattern.value or "?" in pattern.value:
                    yield Breach("course.no-wildcard-action", slot, {"action": pattern.value}, pattern.span)
