"""At most so many characters, counted as IAM counts them."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from iamtutor.course.rules.rule import Breach, Rule, Written
from iamtutor.course.shape import Kebab


class MaxCharacters(Rule):
    """The policy of the slot has at most `n` characters; IAM counts no white space.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    """

    rule: Literal["max-characters"]
    slot: Kebab
    n: Annotated[int, Field(ge=1)]

    def breaches(self, written: Written) -> Iterator[Breach]:
        """One breach where the policy is too long."""
        count = len("".join(written.readings[self.slot].text.split()))
        if count > self.n:
            yield Breach("course.max-characters", self.slot, {"limit": self.n, "count": count})
