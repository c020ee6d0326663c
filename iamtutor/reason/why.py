"""Why one document allows a request and another does not, told by the replay: both decisions and their traces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final, NamedTuple

from iamtutor.access import Decision, Layer
from iamtutor.access.narration import ELEMENT_ORDER
from iamtutor.access.trace import StatementTrace
from iamtutor.policy import Effect, PolicyKind
from iamtutor.reason.witness import Witness

_TRUST: Final = {PolicyKind.TRUST: Layer.RESOURCE}


class Because(NamedTuple):
    """The statement by which one document allows, and what keeps the request out of the other.

    That is the Deny that matches, or else its nearest Allow, if it has any. `allows` is None where no statement has to
    allow (an RCP takes away only). `without` are the keys that either asks for and the request does not carry.
    """

    allows: StatementTrace | None
    denies: StatementTrace | None
    nearest: StatementTrace | None
    without: tuple[str, ...]


def because(witness: Witness, kind: PolicyKind) -> Because:
    """The reasons of a witness between two documents of a kind."""
    matching = (each for each in statements_of(witness.refused, kind) if each.match.matched)
    denies = next((each for each in matching if each.effect is Effect.DENY), None)
    nearest = None if denies is not None else nearest_allow(witness.refused, kind)
    missing = dict.fromkeys((*witness.allowed.missing_context, *witness.refused.missing_context))
    return Because(allowing(witness.allowed, kind), denies, nearest, tuple(missing))


def layer_of(kind: PolicyKind) -> Layer:
    """The layer in which a document of a kind takes part."""
    return _TRUST.get(kind) or Layer(kind.value)


def statements_of(decision: Decision, kind: PolicyKind) -> Iterator[StatementTrace]:
    """The statements of the documents of a kind, as they met the request."""
    for policy in decision.trace.of(layer_of(kind)).policies:
        yield from policy.statements


def allowing(decision: Decision, kind: PolicyKind) -> StatementTrace | None:
    """The first Allow of a document that matches the request."""
    matching = (each for each in statements_of(decision, kind) if each.match.matched)
    return next((each for each in matching if each.effect is Effect.ALLOW), None)


def nearest_allow(decision: Decision, kind: PolicyKind) -> StatementTrace | None:
    """The Allow that came nearest to matching: whose failing element comes last, then whose text is most alike."""
    allows = (each for each in statements_of(decision, kind) if each.effect is Effect.ALLOW and not each.match.matched)
    return max(allows, key=_nearness, default=None)


def _nearness(statement: StatementTrace) -> tuple[int, int, int]:
    match = statement.match
    if match.failed is None:
        return -1, 0, 0
    alike = max((likeness(want, match.failed.has) for want in match.failed.wants), default=0)
    return ELEMENT_ORDER.index(match.failed.element), sum(outcome.holds for outcome in match.conditions), alike


def likeness(left: str, right: str) -> int:
    """How many characters two texts begin with alike, case aside."""
    pairs = zip(left.lower(), right.lower(), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
