"""Global keys that are properties of the principal."""

from __future__ import annotations

from functools import partial
from typing import Final

from iamtutor.catalog.global_keys.key import GlobalKey, Section, global_key
from iamtutor.catalog.key_type import KeyType

_key = partial(global_key, Section.PRINCIPAL)
_SERVICE_KO: Final = "AWS 서비스 보안 주체가 직접 호출할 때만 있습니다. 서비스가 서비스 역할이나 사용자의 자격 증명으로 호출하면 없습니다."
_SERVICE_EN: Final = "Only when an AWS service principal calls by itself; not when a service uses a service role or the caller's credentials."
_ORGANIZATION_KO: Final = "보안 주체의 계정이 조직에 속할 때만 있습니다. 익명 요청에는 없습니다."
_ORGANIZATION_EN: Final = "Only when the principal's account belongs to an organization; never for anonymous requests."

KEYS: Final[tuple[GlobalKey, ...]] = (
    _key(
        "aws:PrincipalArn",
        KeyType.ARN,
        "서명된 모든 요청에 있습니다. 역할 세션이면 세션이 아니라 역할의 ARN이 들어 있습니다. 익명 요청에는 없습니다.",
        "In every signed request; for a role session it holds the ARN of the role, not of the session. Not in anonymous requests.",
    ),
    _key(
        "aws:PrincipalAccount",
        KeyType.STRING,
        "항상 있습니다. 익명 요청이면 값이 anonymous입니다.",
        "Always; the value is anonymous where nobody signed the request.",
        sensitive=True,
    ),
    _key("aws:PrincipalOrgPaths", KeyType.STRING, _ORGANIZATION_KO, _ORGANIZATION_EN, multivalued=True),
    _key("aws:PrincipalOrgID", KeyType.STRING, _ORGANIZATION_KO, _ORGANIZATION_EN, sensitive=True),
    _key(
        "aws:PrincipalTag/${TagKey}",
        KeyType.STRING,
        "사용자나 역할에 그 태그가 있거나, 역할 세션에 그 세션 태그가 있을 때 있습니다. 익명 요청에는 없습니다.",
        "When the user or role carries that tag, or the role session that session tag. Not in anonymous requests.",
    ),
    _key(
        "aws:PrincipalIsAWSService",
        KeyType.BOOL,
        "서명된 모든 요청에 있습니다. 서비스 보안 주체가 직접 호출할 때만 true입니다. 익명 요청에는 없습니다.",
        "In every signed request; true only when a service principal calls by itself. Not in anonymous requests.",
    ),
    _key("aws:PrincipalServiceName", KeyType.STRING, _SERVICE_KO, _SERVICE_EN),
    _key("aws:PrincipalServiceNamesList", KeyType.STRING, _SERVICE_KO, _SERVICE_EN, multivalued=True),
    _key(
        "aws:PrincipalType",
        KeyType.STRING,
        "익명 요청까지 포함해 항상 있습니다.",
        "Always, in anonymous requests too.",
    ),
    _key(
        "aws:userid",
        KeyType.STRING,
        "익명 요청까지 포함해 항상 있습니다. 역할 세션이면 역할 ID와 세션 이름이 콜론으로 이어져 있습니다.",
        "Always, in anonymous requests too; for a role session it is the id of the role and the session name, with a colon between.",
    ),
    _key(
        "aws:username",
        KeyType.STRING,
        "IAM 사용자의 요청에만 있습니다. 역할 세션, 루트 사용자, IAM Identity Center, 익명 요청에는 없습니다.",
        "Only in requests of IAM users; not of role sessions, the root user, IAM Identity Center or anonymous callers.",
    ),
)
