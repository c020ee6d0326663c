"""Only actions of named services may be allowed."""

from collections.abc import Iterator
from typing import Annotated, Literal

from iamtutor.course.rules.rule import Breach, SlotRule, Written
from iamtutor.course.shape import Count, Many
from iamtutor.policy import Effect


class AllowedServicesOnly(SlotRule):
    """What an Allow names begins with one of the service prefixes."""

    rule: Literal["allowed-services-only"]
    services: Annotated[Many[str], Count(1)]

    def breaches(self, written: Written) -> Iterator[Breach]:
        """Every allowed pattern of another service, and every NotAction in an Allow."""
        for slot, statement in self.statements(written):
            if statement.effect is not Effect.ALLOW:
                continue
            for pattern in statement.action.patterns:
                service = pattern.value.partition(":")[0].lower()
                if statement.action.negated or service not in self.services:
                    arguments = {"services": ", ".join(self.services), "action": pattern.value}
                    yield Breach("course.allowed-services-only", slot, arguments, pattern.span)
