"""What the checks of actions and of repetitions say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "validation.INVALID_ACTION": {
        "ko": "{action:이라는} 작업은 없습니다.",
        "en": "There is no action {action}.",
    },
    "validation.INVALID_ACTION.why": {
        "ko": "AWS는 저장을 막지 않지만 없는 작업은 아무 권한도 주거나 막지 않습니다. 필요한 권한이 빠진 채 남습니다.",
        "en": "AWS saves it, but an action that does not exist grants and denies nothing: the permission that you need is missing.",
    },
    "validation.INVALID_ACTION.mend": {
        "ko": "서비스의 작업 목록에서 이름을 확인하세요. API 이름과 작업 이름이 다를 때도 있습니다.",
        "en": "Look the name up among the service's actions; some differ from the name of the API operation.",
    },
    "validation.INVALID_ACTION.near": {
        "ko": "{action:이라는} 작업은 없습니다. {near:을} 뜻한 것 같습니다.",
        "en": "There is no action {action}; {near} is probably meant.",
    },
    "validation.INVALID_SERVICE_IN_ACTION": {
        "ko": "작업 {action}의 {service:은} 서비스가 아닙니다.",
        "en": "{service} in the action {action} is no service.",
    },
    "validation.INVALID_SERVICE_IN_ACTION.why": {
        "ko": "서비스 접두사가 틀리면 이 작업과 일치하는 요청은 없습니다.",
        "en": "With a wrong prefix no request matches the action.",
    },
    "validation.INVALID_SERVICE_IN_ACTION.mend": {
        "ko": "서비스 접두사를 확인하세요. 제품 이름과 다를 때가 많습니다.",
        "en": "Check the service prefix; it often differs from the product's name.",
    },
    "validation.INVALID_SERVICE_IN_ACTION.near": {
        "ko": "작업 {action}의 {service:은} 서비스가 아닙니다. {near:을} 뜻한 것 같습니다.",
        "en": "{service} in the action {action} is no service; {near} is probably meant.",
    },
    "validation.REDUNDANT_ACTION": {
        "ko": "{widest} 하나로 충분합니다. 다른 {count}개는 이미 거기에 들어 있습니다(예: {example}).",
        "en": "{widest} already covers {count:other action|other actions} of this list, such as {example}.",
    },
    "validation.REDUNDANT_ACTION.why": {
        "ko": "권한은 그대로이지만, 나중에 한쪽만 고치면 생각한 것보다 많은 권한이 남습니다.",
        "en": "The permissions are the same, but whoever later changes only one of them leaves more than intended.",
    },
    "validation.REDUNDANT_ACTION.mend": {
        "ko": "겹치는 작업을 지우거나, 넓은 쪽을 지우고 필요한 작업만 남기세요.",
        "en": "Remove what is covered, or remove the wide one and keep only the actions you need.",
    },
    "validation.REDUNDANT_RESOURCE": {
        "ko": "{widest} 하나로 충분합니다. 다른 {count}개는 이미 거기에 들어 있습니다(예: {example}).",
        "en": "{widest} already covers {count:other resource|other resources} of this list, such as {example}.",
    },
    "validation.REDUNDANT_RESOURCE.why": {
        "ko": "별표는 슬래시와 콜론도 넘어갑니다. 버킷만 뜻한 값이 그 안의 객체까지 포함할 때가 많습니다.",
        "en": "An asterisk reaches over slashes and colons: what was meant for buckets often covers their objects, too.",
    },
    "validation.REDUNDANT_RESOURCE.mend": {
        "ko": "겹치는 ARN을 지우거나 와일드카드를 좁히세요.",
        "en": "Remove what is covered, or narrow the wildcard.",
    },
    "validation.REDUNDANT_STATEMENT": {
        "ko": "같은 내용의 문이 {count}개 있습니다. 처음은 {line}번째 줄입니다.",
        "en": "There are {count} statements that say the same; the first stands on line {line}.",
    },
    "validation.REDUNDANT_STATEMENT.why": {
        "ko": "권한은 그대로이지만, 하나만 고치면 다른 하나가 옛 권한을 계속 줍니다.",
        "en": "The permissions are the same, but when one is changed the other keeps granting what it did.",
    },
    "validation.REDUNDANT_STATEMENT.mend": {
        "ko": "하나만 남기고 지우세요.",
        "en": "Keep one of them.",
    },
    "validation.REDUNDANT_CONDITION_VALUE_NUM": {
        "ko": "{key}의 값이 여럿이지만 {kept} 하나와 뜻이 같습니다.",
        "en": "{key} has several values, but they mean no more than {kept} alone.",
    },
    "validation.REDUNDANT_CONDITION_VALUE_NUM.why": {
        "ko": "값은 하나만 맞아도 되므로 가장 넓은 값만 효과가 있습니다.",
        "en": "One value that matches is enough, so only the widest has an effect.",
    },
    "validation.REDUNDANT_CONDITION_VALUE_NUM.mend": {
        "ko": "{kept} 하나만 남기세요.",
        "en": "Keep {kept} only.",
    },
}
