"""EC2's resource IDs say what they are of: the resource type and its ARN by the letters in front.

https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html, ARNs as in
https://docs.aws.amazon.com/service-authorization/latest/reference/list_ec2.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_TYPES: Final[Mapping[str, str]] = {
    "acl": "network-acl",
    "ami": "image",
    "cgw": "customer-gateway",
    "dopt": "dhcp-options",
    "eigw": "egress-only-internet-gateway",
    "eipalloc": "elastic-ip",
    "eni": "network-interface",
    "fl": "vpc-flow-log",
    "h": "dedicated-host",
    "i": "instance",
    "igw": "internet-gateway",
    "key": "key-pair",
    "lt": "launch-template",
    "nat": "natgateway",
    "pcx": "vpc-peering-connection",
    "pl": "prefix-list",
    "rtb": "route-table",
    "sg": "security-group",
    "sgr": "security-group-rule",
    "snap": "snapshot",
    "subnet": "subnet",
    "tgw": "transit-gateway",
    "tgw-attach": "transit-gateway-attachment",
    "tgw-rtb": "transit-gateway-route-table",
    "vgw": "vpn-gateway",
    "vol": "volume",
    "vpc": "vpc",
    "vpce": "vpc-endpoint",
    "vpn": "vpn-connection",
}
_OF_NO_ACCOUNT: Final = frozenset({"image", "snapshot"})
_ID: Final = re.compile(r"([a-z]+(?:-[a-z]+)?)-[0-9a-f]{8,17}")


def ec2_arn(text: str, partition: str, region: str, account: str) -> str | None:
    """The ARN of the resource that an ID names; None where it is no such ID."""
    found = _ID.fullmatch(text)
    kind = _TYPES.get(found[1]) if found else None
    if kind is None:
        return None
    owner = "" if kind in _OF_NO_ACCOUNT else account
    return f"arn:{partition}:ec2:{region}:{owner}:{kind}/{text}"
