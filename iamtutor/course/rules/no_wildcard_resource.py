"""No bare `*` as the resource of an Allow."""

from collections.abc import Iterator
from typing import Literal

from iamtutor.course.rules.rule import Breach, SlotRule, Written
from iamtutor.policy import Effect


class NoWildcardResource(SlotRule):
    """Allowed resources are named; a wildcard inside an ARN is fine."""

    rule: Literal["no-wildcard-resource"]

    def breaches(self, written: Written) -> Iterator[Breach]:
        """Every bare `*` in an Allow."""
        for slot, statement in self.statements(written):
            resource = statement.resource
            if statement.effect is not Effect.ALLOW or resource is None or resource.negated:
                continue
            for pattern in resource.patterns:
                if not pattern.value.strip("*"):
                    yield Breach("course.no-wildcard-resource", slot, {}, pattern.span)
