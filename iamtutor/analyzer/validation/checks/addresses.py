"""IP ranges: private ones under aws:SourceIp, which holds public addresses only, and bits that count for nothing.

PRIVATE_IP_ADDRESS, PRIVATE_NOT_IP_ADDRESS, PRIVATE_IP_ADDRESS_SUBSET, PRIVATE_NOT_IP_ADDRESS_SUBSET and
IMPROVE_IP_RANGE. Private are the ranges of RFC 1918 and RFC 4193, shared addresses, loopback and link-local; the page
does not list them.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network
from typing import Final

from iamtutor.analyzer.validation.finding import QuickFix, ValidationFinding, found
from iamtutor.analyzer.validation.subject import Item, KeyTest, Subject
from iamtutor.policy.operators.ip import network

CODES = (
    "PRIVATE_IP_ADDRESS",
    "PRIVATE_NOT_IP_ADDRESS",
    "PRIVATE_IP_ADDRESS_SUBSET",
    "PRIVATE_NOT_IP_ADDRESS_SUBSET",
    "IMPROVE_IP_RANGE",
)
_PRIVATE_4: Final = tuple(
    IPv4Network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16")
)
_PRIVATE_6: Final = tuple(IPv6Network(text) for text in ("fc00::/7", "fe80::/10", "::1/128"))


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every range that cannot mean what it says."""
    for statement in subject.statements:
        for test in statement.tests:
            if test.base not in ("IpAddress", "NotIpAddress"):
                continue
            ranges = [(item, parsed) for item in test.items if (parsed := network(item.text)) is not None]
            if test.lower == "aws:sourceip" and ranges:
                yield from _private(test, ranges)
            for item, parsed in ranges:
                yield from _host_bits(item, parsed)


def _private(test: KeyTest, ranges: list[tuple[Item, IPv4Network | IPv6Network]]) -> Iterator[ValidationFinding]:
    private = [item for item, parsed in ranges if is_private(parsed)]
    if not private:
        return
    code = "PRIVATE_IP_ADDRESS" if test.base == "IpAddress" else "PRIVATE_NOT_IP_ADDRESS"
    if len(private) < len(ranges):
        code += "_SUBSET"
    yield found(code, *(item.place for item in private), address=private[0].text, count=len(private))


def is_private(parsed: IPv4Network | IPv6Network) -> bool:
    """Whether a whole range lies in one of the private ones."""
    if isinstance(parsed, IPv4Network):
        return any(parsed.subnet_of(each) for each in _PRIVATE_4)
    return any(parsed.subnet_of(each) for each in _PRIVATE_6)


def _host_bits(item: Item, parsed: IPv4Network | IPv6Network) -> Iterator[ValidationFinding]:
    address, slash, _ = item.text.partition("/")
    alone = network(address)
    if slash and alone is not None and alone.network_address != parsed.network_address:
        fix = QuickFix(item.node.span, f'"{parsed}"')
        yield found("IMPROVE_IP_RANGE", item.place, fix=fix, address=item.text, meant=str(parsed))
