"""Keys of OpenID Connect providers: their prefix is the provider's own address, so no list can hold them all."""

from __future__ import annotations

from typing import Final

from iamtutor.catalog.global_keys.key import GlobalKey, Section
from iamtutor.catalog.key_type import KeyType
from iamtutor.words import Bilingual

_PAGE: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html"
_ANCHOR: Final = "condition-keys-wif"
_WHERE_KO: Final = (
    "이 OIDC 공급자의 토큰으로 역할을 수임할 때(sts:AssumeRoleWithWebIdentity) 있고, 신뢰 정책에서 씁니다."
)
_WHERE_EN: Final = (
    "When a role is assumed with a token of this OIDC provider (sts:AssumeRoleWithWebIdentity); for trust policies."
)
_CLAIMS: Final = {
    "amr": ("사용자가 어떻게 로그인했는지 들어 있습니다.", "It tells how the user signed in."),
    "aud": ("토큰을 받은 클라이언트의 ID가 들어 있습니다.", "It holds the client id for which the token was issued."),
    "email": ("사용자의 이메일 주소가 들어 있습니다.", "It holds the user's e-mail address."),
    "oaud": ("Google 토큰의 또 다른 대상이 들어 있습니다.", "It holds the other audience of a Google token."),
    "sub": ("공급자가 확인한 주체가 들어 있습니다.", "It holds the subject for whom the provider speaks."),
}
_MULTIVALUED: Final = frozenset({"amr"})


def oidc_key(name: str) -> GlobalKey | None:
    """The key of a provider's claim (``token.actions.githubusercontent.com:sub``); None where the name is no such key."""
    provider, _, claim = name.rpartition(":")
    host = provider.partition("/")[0]
    if claim not in _CLAIMS or "." not in host.strip(".") or not provider.isascii():
        return None
    ko, en = _CLAIMS[claim]
    when = Bilingual(f"{_WHERE_KO} {ko}", f"{_WHERE_EN} {en}")
    return GlobalKey(name, KeyType.STRING, claim in _MULTIVALUED, Section.SESSION, when, _ANCHOR, page=_PAGE)
