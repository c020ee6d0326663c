"""Values at and beside the bounds that policies name: enough of them that no interval between bounds is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from itertools import pairwise
from math import ceil, floor
from typing import Final

from iamtutor.policy.operators.date import instant
from iamtutor.policy.operators.ip import network
from iamtutor.policy.operators.numeric import number

_START: Final = datetime(1970, 1, 1, tzinfo=UTC)
_USUAL_ADDRESSES: Final = ("203.0.113.10", "198.51.100.7", "192.0.2.1", "10.0.0.1", "2001:db8::1")

_NOBODYS: Final = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
        "224.0.0.0/3", "::/8", "fc00::/7", "fe80::/10", "ff00::/8",
    )
)  # fmt: skip
"""Private networks and what else is not handed out: https://www.iana.org/assignments/iana-ipv4-special-registry/."""


def numbers_beside(bounds: Iterable[str], *, whole: bool) -> Iterator[str]:
    """Every number named and those next to it; where numbers need not be whole also those between, else only counts."""
    named = sorted({value for text in bounds if (value := number(text)) is not None}) or [Decimal(1)]
    if whole:
        least = min(0, floor(named[0]))
        around = (each for value in named for each in (floor(value), floor(value) + 1, ceil(value) - 1))
        yield from (str(each) for each in around if each >= least)
        return
    for value in _beside(named):
        yield format(value, "f")


def _beside(named: list[Decimal]) -> Iterator[Decimal]:
    for value in named:
        yield from (value, value + 1, value - 1)
    yield from ((low + high) / 2 for low, high in pairwise(named))


def dates_beside(bounds: Iterable[str], *, whole: bool) -> Iterator[str]:
    """Every moment named and the seconds next to it; with `whole` a fraction of a second only where one is named."""
    named = sorted({value for text in bounds if (value := instant(text)) is not None}) or [Fraction(1_767_225_600)]
    for moment in named:
        seconds = floor(moment)
        for each in (moment, Fraction(seconds), Fraction(seconds + 1), Fraction(seconds - 1)):
            yield _written(each)
    if not whole or any(moment.denominator != 1 for moment in named):
        yield from (_written((low + high) / 2) for low, high in pairwise(named))


def _written(moment: Fraction) -> str:
    """A moment as text that reads back as just this moment: four digits alone would be a year."""
    if moment.denominator == 1:
        try:
            return (_START + timedelta(seconds=int(moment))).replace(tzinfo=None).isoformat() + "Z"
        except OverflowError:
            return str(moment)
    with localcontext(prec=60):
        return format(Decimal(moment.numerator) / Decimal(moment.denominator), "f")


def addresses_beside(bounds: Iterable[str], *, whole: bool) -> Iterator[str]:
    """The usual addresses of examples, then the ends of every range named and the addresses next to them."""
    yield from _USUAL_ADDRESSES
    for text in bounds:
        found = network(text)
        if found is None:
            continue
        kind = type(found.network_address)
        first, last = int(found.network_address), int(found.broadcast_address)
        middle = first + 10 if first + 10 <= last else first
        for each in (middle, first, last, first - 1, last + 1):
            if 0 <= each < (1 << found.max_prefixlen):
                yield _address(kind, each)


def public_addresses_first(bounds: Iterable[str]) -> tuple[str, ...]:
    """The same with the middle of every range, each once: first those from which somebody on the internet may call."""
    named = [text for text in bounds if network(text) is not None]
    middles = (str(found[_middle(found.num_addresses)]) for found in map(network, named) if found is not None)
    tried = dict.fromkeys((*addresses_beside(named, whole=True), *middles))
    return tuple(sorted(tried, key=_is_nobodys))


def _middle(count: int) -> int:
    """About the middle, and no round number: nobody's address ends in zeros."""
    return count // 2 + 10 if count > 32 else count // 2


def _is_nobodys(text: str) -> bool:
    """Whether no request from the internet comes from an address. Those of documentation (203.0.113.0/24) count as anybody's."""
    found = ip_address(text)
    return any(found in each for each in _NOBODYS)


def _address(kind: type[IPv4Address | IPv6Address], value: int) -> str:
    return str(kind(value))
