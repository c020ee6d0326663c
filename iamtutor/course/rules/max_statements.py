"""At most so many statements."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from iamtutor.course.rules.rule import Breach, Rule, Written
from iamtutor.course.shape import Kebab


class MaxStatements(Rule):
    """The policy of the slot has at most `n` statements."""

    rule: Literal["max-statements"]
    slot: Kebab
    n: Annotated[int, Field(ge=1)]

    def breaches(self, written: Written) -> Iterator[Breach]:
        """One breach at the first statement too many."""
        document = written.readings[self.slot].document
        statements = () if document is None else document.statements
        if len(statements) > self.n:
            arguments = {"limit": self.n, "count": len(statements)}
            yield Breach("course.max-statements", self.slot, arguments, statements[self.n].span)
