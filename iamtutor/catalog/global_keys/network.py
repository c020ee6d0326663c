"""Global keys that are properties of the network a request came through."""

from __future__ import annotations

from functools import partial
from typing import Final

from iamtutor.catalog.global_keys.key import GlobalKey, Section, global_key
from iamtutor.catalog.key_type import KeyType

_key = partial(global_key, Section.NETWORK)
_ENDPOINT_KO: Final = "VPC 엔드포인트를 거친 요청에만 있습니다."
_ENDPOINT_EN: Final = "Only in requests that come through a VPC endpoint."
_OWNER_KO: Final = (
    "이 키를 지원하는 서비스에 VPC 엔드포인트로 보낸 요청에 있고, 엔드포인트를 소유한 계정이 조직에 속할 때만 있습니다."
)
_OWNER_EN: Final = (
    "In requests through a VPC endpoint to a service that supports the key, where the endpoint's account belongs to an"
    " organization."
)

KEYS: Final[tuple[GlobalKey, ...]] = (
    _key(
        "aws:SourceIp",
        KeyType.IP,
        "VPC 엔드포인트를 거친 요청이 아니면 있습니다. 공인 IP 주소만 들어 있습니다.",
        "In requests that do not come through a VPC endpoint; it holds public addresses only.",
    ),
    _key("aws:SourceVpc", KeyType.STRING, _ENDPOINT_KO, _ENDPOINT_EN, sensitive=True),
    _key(
        "aws:SourceVpcArn",
        KeyType.ARN,
        "이 키를 지원하는 서비스에 VPC 엔드포인트로 보낸 요청에 있습니다.",
        "In requests through a VPC endpoint to a service that supports the key.",
    ),
    _key("aws:SourceVpce", KeyType.STRING, _ENDPOINT_KO, _ENDPOINT_EN, sensitive=True),
    _key(
        "aws:VpceAccount",
        KeyType.STRING,
        "이 키를 지원하는 서비스에 VPC 엔드포인트로 보낸 요청에 있습니다.",
        "In requests through a VPC endpoint to a service that supports the key.",
        sensitive=True,
    ),
    _key("aws:VpceOrgID", KeyType.STRING, _OWNER_KO, _OWNER_EN, sensitive=True),
    _key("aws:VpceOrgPaths", KeyType.STRING, _OWNER_KO, _OWNER_EN, multivalued=True),
    _key("aws:VpcSourceIp", KeyType.IP, _ENDPOINT_KO, _ENDPOINT_EN),
)
