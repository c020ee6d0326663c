"""What a proof found, as data: words are made at the edge."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from iamtutor.policy import Span
from iamtutor.reason.unknown import Reason
from iamtutor.reason.witness import Witness


@dataclass(frozen=True, slots=True)
class Fault:
    """The learner's statement at which a difference lies: in a slot, with its number from 0, Sid and place.

    `element` is the part of it where the goal differs, where that can be told; `denies` whether the statement is one
    that denies.
    """

    slot: str
    index: int
    sid: str | None
    span: Span
    element: str | None
    denies: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A request that comes out otherwise than the goal wants; `caller` is the world's name for who asks.

    `alone` names the slot that would let it through if every other slot allowed everything; None where it goes through as it is.
    """

    caller: str
    witness: Witness
    fault: Fault | None
    alone: str | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One direction: a difference, none (proved), or left open with its reason and what it hangs on."""

    difference: Difference | None = None
    unknown: Reason | None = None
    about: str = ""

    @property
    def holds(self) -> bool:
        """Whether it is proved that there is no difference."""
        return self.difference is None and self.unknown is None


class ProofVerdict(StrEnum):
    """How an answer stands to its goal; `OPEN`: not proved, so that the requests decide."""

    EQUAL = "equal"
    TOO_BROAD = "too-broad"
    TOO_TIGHT = "too-tight"
    WRONG = "wrong"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Proof:
    """Both directions: what the floor allows and the answer does not, what the answer allows and the ceiling does not.

    `tomorrow` is an action pattern by which an answer without excess also covers what AWS may add one day.
    """

    missing: Way
    excess: Way
    tomorrow: str | None = None

    @property
    def verdict(self) -> ProofVerdict:
        """The two directions in one word."""
        if self.missing.difference is not None and self.excess.difference is not None:
            return ProofVerdict.WRONG
        if self.missing.difference is not None:
            return ProofVerdict.TOO_TIGHT
        if self.excess.difference is not None:
            return ProofVerdict.TOO_BROAD
        return ProofVerdict.EQUAL if self.missing.holds and self.excess.holds else ProofVerdict.OPEN

    @property
    def refutes(self) -> bool:
        """Whether some request shows that the answer is not what was asked for."""
        return self.verdict in (ProofVerdict.WRONG, ProofVerdict.TOO_TIGHT, ProofVerdict.TOO_BROAD)
