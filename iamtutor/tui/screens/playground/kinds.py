"""What a policy is used for, guessed from its text; a policy of an organisation or a boundary looks like any other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from iamtutor.access import Layer
from iamtutor.policy import PolicyKind, Reading, TokenKind

LAYERS: Final[dict[PolicyKind, Layer]] = {
    PolicyKind.IDENTITY: Layer.IDENTITY,
    PolicyKind.RESOURCE: Layer.RESOURCE,
    PolicyKind.TRUST: Layer.RESOURCE,
    PolicyKind.BOUNDARY: Layer.BOUNDARY,
    PolicyKind.SESSION: Layer.SESSION,
    PolicyKind.SCP: Layer.SCP,
    PolicyKind.RCP: Layer.RCP,
    PolicyKind.ENDPOINT: Layer.ENDPOINT,
}
"""The layer of the evaluation in which a policy of a kind has its say."""
_ASSUMING: Final = "sts:assumerole"


def guessed_kind(readings: Iterable[Reading]) -> PolicyKind | None:
    """Identity, resource or trust, by the elements that are written, also while half of them are; None for no element."""
    written: set[str] = set()
    for reading in readings:
        written |= _telling(reading)
    if not written:
        return None
    if not written & {"Principal", "NotPrincipal"}:
        return PolicyKind.IDENTITY
    is_trust = _ASSUMING in written and not written & {"Resource", "NotResource"}
    return PolicyKind.TRUST if is_trust else PolicyKind.RESOURCE


@lru_cache(maxsize=4)
def _telling(reading: Reading) -> frozenset[str]:
    """The elements that a text names, and whether it names an action that assumes a role."""
    found: set[str] = set()
    for token in reading.tokens:
        if token.kind is TokenKind.KEY_ELEMENT:
            found.add(reading.text[token.span.start : token.span.end].strip('"'))
        elif token.kind is TokenKind.ACTION and _is_assuming(reading.text, token.span.start + 1):
            found.add(_ASSUMING)
    return frozenset(found)


def _is_assuming(text: str, at: int) -> bool:
    return text[at : at + len(_ASSUMING)].lower() == _ASSUMING
