"""What the twelve checks of passed roles and service-linked roles say, in Korean and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from iamtutor.words import Messages

_WHAT: Final[Mapping[str, tuple[str, str]]] = {
    "_WITH_NOT_RESOURCE": (
        "{action:을} NotResource와 함께 허용합니다.",
        "{action} is allowed together with NotResource.",
    ),
    "_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE": (
        "와일드카드로 적은 작업이 NotResource와 함께 {action}까지 허용합니다.",
        "An action with a wildcard, together with NotResource, also allows {action}.",
    ),
    "_WITH_NOT_ACTION_AND_NOT_RESOURCE": (
        "NotAction과 NotResource가 함께 {action}까지 허용합니다.",
        "NotAction together with NotResource also allows {action}.",
    ),
    "_WITH_STAR_IN_RESOURCE": (
        "{action:을} 모든 역할에 대해 허용합니다.",
        "{action} is allowed on any role.",
    ),
    "_WITH_STAR_IN_ACTION_AND_RESOURCE": (
        "와일드카드로 적은 작업이 {action}까지, 모든 역할에 대해 허용합니다.",
        "An action with a wildcard also allows {action}, on any role.",
    ),
    "_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION": (
        "NotAction이 {action}까지, 모든 역할에 대해 허용합니다.",
        "NotAction also allows {action}, on any role.",
    ),
}
_WHY: Final[Mapping[str, tuple[str, str]]] = {
    "PASS_ROLE": (
        "강한 역할을 서비스에 넘겨 그 서비스를 통해 역할의 권한을 모두 쓸 수 있습니다. 권한 상승의 흔한 길입니다.",
        "Whoever hands a powerful role to a service can use all its permissions through it: a common way to escalate.",
    ),
    "CREATE_SLR": (
        "뜻하지 않은 서비스의 서비스 연결 역할까지 만들 수 있고, 그 역할의 권한은 AWS가 정합니다.",
        "Service-linked roles of unexpected services can be made, and AWS decides what those may do.",
    ),
}
_MEND: Final[Mapping[str, tuple[str, str]]] = {
    "PASS_ROLE": (
        "Resource에 넘길 역할의 ARN을 적고, iam:PassedToService 조건으로 받을 서비스를 정하세요.",
        "Name the roles in Resource, and the service that may get them in a condition on iam:PassedToService.",
    ),
    "CREATE_SLR": (
        "Resource에 서비스 연결 역할의 ARN을 적거나, iam:AWSServiceName 조건에 서비스 이름을 끝까지 적으세요.",
        "Name the service-linked role in Resource, or write the service out in a condition on iam:AWSServiceName.",
    ),
}


def _messages() -> Messages:
    messages: dict[str, dict[str, str]] = {}
    for grant in _WHY:
        for ending, (ko, en) in _WHAT.items():
            code = f"validation.{grant}{ending}"
            messages[code] = {"ko": ko, "en": en}
            messages[f"{code}.why"] = dict(zip(("ko", "en"), _WHY[grant], strict=True))
            messages[f"{code}.mend"] = dict(zip(("ko", "en"), _MEND[grant], strict=True))
    return messages


MESSAGES: Final[Messages] = _messages()
