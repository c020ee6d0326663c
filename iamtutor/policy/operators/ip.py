"""IpAddress and NotIpAddress: IPv4 and IPv6 ranges; an address of the other family is in no range."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from iamtutor.policy.operators.operator import Operator, Outcome, Test
from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import joined


@lru_cache(maxsize=1024)
def address(text: str) -> IPv4Address | IPv6Address | None:
    """The address that `text` writes, or None."""
    try:
        return ip_address(text)
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def network(text: str) -> IPv4Network | IPv6Network | None:
    """The range that `text` writes; without a prefix length it is one address."""
    try:
        return ip_network(text, strict=False)
    except ValueError:
        return None


def _in_range(pieces: tuple[Piece, ...]) -> Test | None:
    wanted = network(joined(pieces))
    if wanted is None:
        return None

    def test(value: str) -> Outcome:
        found = address(value)
        return None if found is None else found in wanted

    return test


OPERATORS = (
    Operator("IpAddress", _in_range),
    Operator("NotIpAddress", _in_range, negated=True),
)
