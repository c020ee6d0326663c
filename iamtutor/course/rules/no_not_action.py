"""No NotAction."""

from collections.abc import Iterator
from typing import Literal

from iamtutor.course.rules.rule import Breach, SlotRule, Written


class NoNotAction(SlotRule):
    """Actions are named; with `effect`, only statements of that effect are looked at."""

    rule: Literal["no-not-action"]
    effect: Literal["Allow", "Deny"] | None = None

    def breaches(self, written: Written) -> Iterator[Breach]:
        """Every NotAction."""
        for slot, statement in self.statements(written):
            if statement.action.negated and self.effect in (None, statement.effect.value):
                yield Breach("course.no-not-action", slot, {}, statement.action.span)
