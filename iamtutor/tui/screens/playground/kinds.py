"""What a policy is used for, guessed from its text; a policy of an organisation or a boundary looks like any other."""

from __future__ import annotations

from collections.abc import Iterable
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


def guessed_kind(readings: Iterable[Reading]) -> PolicyKind | None:
    """Identity, resource or trust, by the elements that are written, also while half of them are; None for no element."""
    elements: set[str] = set()
    assumes = False
    for reading in readings:
        for token in reading.tokens:
            written = reading.text[token.span.start : token.span.end].strip('"')
            if token.kind is TokenKind.KEY_ELEMENT:
                elements.add(written)
            assumes = assumes or (token.kind is TokenKind.ACTION and written.lower().startswith("sts:assumerole"))
    if not elements:
        return None
    if not elements & {"Principal", "NotPrincipal"}:
        return PolicyKind.IDENTITY
    return PolicyKind.TRUST if assumes and not elements & {"Resource", "NotResource"} else PolicyKind.RESOURCE
