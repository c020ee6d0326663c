"""Global keys that are properties of the request itself."""

from __future__ import annotations

from functools import partial
from typing import Final

from iamtutor.catalog.global_keys.key import GlobalKey, Section, global_key
from iamtutor.catalog.key_type import KeyType

_key = partial(global_key, Section.REQUEST)
_ALWAYS: Final = ("항상 있습니다.", "Always.")
_VIA_KO: Final = (
    "AWS 서비스가 호출자의 자격 증명으로 다른 서비스를 부를 때만 있습니다. 직접 호출하거나 서비스 역할을 쓰면 없습니다."
)
_VIA_EN: Final = (
    "Only when an AWS service calls another with the caller's credentials; not for direct calls or service roles."
)
_SOURCE_KO: Final = (
    "AWS 서비스 보안 주체가 어떤 리소스 때문에 직접 호출하고, 그 서비스가 원래 리소스의 정보를 넘겨줄 때만 있습니다."
)
_SOURCE_EN: Final = (
    "Only when an AWS service principal calls by itself on behalf of a resource, and the service passes on which one."
)
_SOURCE_ORGANIZATION_KO: Final = (
    "AWS 서비스 보안 주체가 어떤 리소스 때문에 직접 호출하고, 그 리소스의 계정이 조직에 속할 때만 있습니다."
)
_SOURCE_ORGANIZATION_EN: Final = "Only when an AWS service principal calls by itself on behalf of a resource whose account belongs to an organization."

KEYS: Final[tuple[GlobalKey, ...]] = (
    _key("aws:CalledVia", KeyType.STRING, _VIA_KO, _VIA_EN, multivalued=True),
    _key("aws:CalledViaFirst", KeyType.STRING, _VIA_KO, _VIA_EN),
    _key("aws:CalledViaLast", KeyType.STRING, _VIA_KO, _VIA_EN),
    _key(
        "aws:ViaAWSService",
        KeyType.BOOL,
        "항상 있습니다. AWS 서비스가 호출자를 대신해 전달 액세스 세션(FAS)으로 부를 때 true입니다.",
        "Always; true when an AWS service calls on the caller's behalf by a forward access session.",
    ),
    _key(
        "aws:CalledViaAWSMCP",
        KeyType.STRING,
        "AWS MCP 서비스가 호출자의 자격 증명으로 다른 서비스를 부를 때만 있습니다.",
        "Only when an AWS MCP service calls another service with the caller's credentials.",
        anchor="condition-keys-calledviaawasmcp",
    ),
    _key(
        "aws:ViaAWSMCPService",
        KeyType.BOOL,
        "AWS MCP 서버가 호출자를 대신해 다른 서비스를 부를 때 있고, 그때 true입니다.",
        "When an AWS MCP server calls another service on the caller's behalf; true then.",
    ),
    _key("aws:CurrentTime", KeyType.DATE, *_ALWAYS),
    _key("aws:EpochTime", KeyType.DATE, *_ALWAYS, also=KeyType.NUMERIC),
    _key(
        "aws:referer",
        KeyType.STRING,
        "브라우저에서 웹 페이지의 링크를 따라온 요청에만 있습니다. 호출자가 값을 마음대로 정할 수 있습니다.",
        "Only when a browser followed a link on a web page; the caller can set any value.",
    ),
    _key("aws:RequestedRegion", KeyType.STRING, *_ALWAYS),
    _key(
        "aws:RequestTag/${TagKey}",
        KeyType.STRING,
        "요청에 그 태그의 키와 값이 함께 넘어올 때 있습니다.",
        "When the request passes that tag, key and value.",
    ),
    _key(
        "aws:TagKeys",
        KeyType.STRING,
        "요청으로 태그를 넘길 수 있는 작업에 있습니다.",
        "For actions that can be passed tags in the request.",
        multivalued=True,
    ),
    _key(
        "aws:SecureTransport",
        KeyType.BOOL,
        "항상 있습니다. TLS로 보냈으면 true입니다.",
        "Always; true when it was sent over TLS.",
    ),
    _key("aws:SourceAccount", KeyType.STRING, _SOURCE_KO, _SOURCE_EN, sensitive=True),
    _key("aws:SourceArn", KeyType.ARN, _SOURCE_KO, _SOURCE_EN),
    _key("aws:SourceOrgID", KeyType.STRING, _SOURCE_ORGANIZATION_KO, _SOURCE_ORGANIZATION_EN, sensitive=True),
    _key("aws:SourceOrgPaths", KeyType.STRING, _SOURCE_ORGANIZATION_KO, _SOURCE_ORGANIZATION_EN, multivalued=True),
    _key(
        "aws:UserAgent",
        KeyType.STRING,
        "항상 있습니다. 호출자가 값을 마음대로 정할 수 있습니다.",
        "Always; the caller can set any value.",
    ),
    _key(
        "aws:IsMcpServiceAction",
        KeyType.BOOL,
        "MCP 서비스가 자기 작업의 권한을 확인할 때만 있고, 그때 true입니다.",
        "Only when the MCP service authorizes an action of its own; true then.",
    ),
)
