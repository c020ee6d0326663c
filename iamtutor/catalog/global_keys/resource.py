"""Global keys that are properties of the resource."""

from __future__ import annotations

from functools import partial
from typing import Final

from iamtutor.catalog.global_keys.key import GlobalKey, Section, global_key
from iamtutor.catalog.key_type import KeyType

_key = partial(global_key, Section.RESOURCE)
_ORGANIZATION_KO: Final = (
    "리소스를 소유한 계정이 조직에 속할 때만 있습니다. aws:ResourceAccount를 지원하지 않는 작업에는 없습니다."
)
_ORGANIZATION_EN: Final = "Only when the account that owns the resource belongs to an organization; not for actions without aws:ResourceAccount."

KEYS: Final[tuple[GlobalKey, ...]] = (
    _key(
        "aws:ResourceAccount",
        KeyType.STRING,
        "거의 모든 작업에 항상 있습니다. 다른 계정의 공유나 연결을 수락하는 몇몇 작업과 EBS 작업에는 없습니다.",
        "Always, for nearly all actions; missing for EBS and for a few that accept invitations or connections across accounts.",
        sensitive=True,
    ),
    _key("aws:ResourceOrgPaths", KeyType.STRING, _ORGANIZATION_KO, _ORGANIZATION_EN, multivalued=True),
    _key("aws:ResourceOrgID", KeyType.STRING, _ORGANIZATION_KO, _ORGANIZATION_EN, sensitive=True),
    _key(
        "aws:ResourceTag/${TagKey}",
        KeyType.STRING,
        "리소스에 그 태그가 이미 붙어 있거나 만들면서 붙일 때 있습니다. 태그 기반 권한 부여를 지원하는 리소스에만 있습니다.",
        "When the resource carries that tag, or is created with it; only for resources that support authorization by tags.",
    ),
)
