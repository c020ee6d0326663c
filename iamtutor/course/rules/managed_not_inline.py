"""Permissions stand in a managed policy."""

from collections.abc import Iterator
from typing import Literal

from iamtutor.course.rules.rule import Breach, Rule, Written


class ManagedNotInline(Rule):
    """Every inline slot ends without a statement."""

    rule: Literal["managed-not-inline"]

    def breaches(self, written: Written) -> Iterator[Breach]:
        """Every statement that stands in an inline slot."""
        for slot, reading in written.readings.items():
            if written.types[slot] == "inline" and reading.document is not None:
                for statement in reading.document.statements:
                    yield Breach("course.managed-not-inline", slot, {}, statement.span)
