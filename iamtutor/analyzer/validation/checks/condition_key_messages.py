"""What the checks of condition keys say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "validation.INVALID_CONDITION_KEY_FORMAT": {
        "ko": "조건 키는 '접두사:이름' 꼴이어야 합니다: {key}",
        "en": "A condition key is written as prefix:name, which this is not: {key}",
    },
    "validation.INVALID_CONDITION_KEY_FORMAT.why": {
        "ko": "접두사가 없는 키는 어떤 요청에도 없으므로 조건이 뜻대로 동작하지 않습니다.",
        "en": "No request carries a key without a prefix, so the condition does not do what it should.",
    },
    "validation.INVALID_CONDITION_KEY_FORMAT.mend": {
        "ko": "전역 키라면 aws:를, 서비스 키라면 서비스 접두사를 앞에 적으세요.",
        "en": "Put aws: in front of a global key, and the service prefix in front of a service's.",
    },
    "validation.MISSING_TAG_KEY_IN_CONDITION": {
        "ko": "{key} 뒤에 태그 키가 없습니다.",
        "en": "The key of the tag is missing after {key}.",
    },
    "validation.MISSING_TAG_KEY_IN_CONDITION.why": {
        "ko": "어느 태그를 묻는지 알 수 없어 조건이 뜻대로 동작하지 않습니다.",
        "en": "Which tag is asked for remains open, so the condition does not do what it should.",
    },
    "validation.MISSING_TAG_KEY_IN_CONDITION.mend": {
        "ko": "{stem}/team처럼 슬래시 뒤에 태그 키를 적으세요.",
        "en": "Write the tag's key after a slash, as in {stem}/team.",
    },
    "validation.INVALID_GLOBAL_CONDITION_KEY": {
        "ko": "{key:이라는} 전역 조건 키는 없습니다.",
        "en": "There is no global condition key {key}.",
    },
    "validation.INVALID_GLOBAL_CONDITION_KEY.why": {
        "ko": "없는 키는 요청에 들어 있지 않으므로, 허용은 되지 않고 거부는 걸리지 않습니다.",
        "en": "A key that does not exist is in no request: what should be allowed is not, and what should be denied is not either.",
    },
    "validation.INVALID_GLOBAL_CONDITION_KEY.mend": {
        "ko": "전역 조건 키의 목록에서 이름을 확인하세요.",
        "en": "Look the name up in the list of global condition keys.",
    },
    "validation.INVALID_GLOBAL_CONDITION_KEY.near": {
        "ko": "{key:이라는} 전역 조건 키는 없습니다. {near:을} 뜻한 것 같습니다.",
        "en": "There is no global condition key {key}; {near} is probably meant.",
    },
    "validation.INVALID_SERVICE_CONDITION_KEY": {
        "ko": "{service} 서비스에는 {key:이라는} 조건 키가 없습니다.",
        "en": "The service {service} has no condition key {key}.",
    },
    "validation.INVALID_SERVICE_CONDITION_KEY.near": {
        "ko": "{service} 서비스에는 {key:이라는} 조건 키가 없습니다. {near:을} 뜻한 것 같습니다.",
        "en": "The service {service} has no condition key {key}; {near} is probably meant.",
    },
    "validation.INVALID_SERVICE_CONDITION_KEY.why": {
        "ko": "없는 키는 요청에 들어 있지 않으므로 조건이 뜻대로 동작하지 않습니다.",
        "en": "A key that does not exist is in no request, so the condition does not do what it should.",
    },
    "validation.INVALID_SERVICE_CONDITION_KEY.mend": {
        "ko": "서비스의 조건 키 목록에서 이름을 확인하세요.",
        "en": "Look the name up among the service's condition keys.",
    },
    "validation.UNSUPPORTED_GLOBAL_CONDITION_KEY": {
        "ko": "{key:은} 더 이상 쓸 수 없는 키라서 이 문은 아무것도 허용하지 않습니다.",
        "en": "{key} is no longer supported, so the statement allows nothing.",
    },
    "validation.UNSUPPORTED_GLOBAL_CONDITION_KEY.why": {
        "ko": "AWS는 이 키를 요청에 넣지 않습니다. 조건이 맞는 일이 없습니다.",
        "en": "AWS puts this key into no request: the condition is never met.",
    },
    "validation.UNSUPPORTED_GLOBAL_CONDITION_KEY.mend": {
        "ko": "호출자라면 aws:PrincipalArn, 서비스가 대신하는 리소스라면 aws:SourceArn을 쓰세요.",
        "en": "Use aws:PrincipalArn for the caller, or aws:SourceArn for the resource that a service acts for.",
    },
    "validation.DEPRECATED_GLOBAL_CONDITION_KEY": {
        "ko": "{key:은} 옛 키입니다. aws:PrincipalArn이나 aws:SourceArn으로 바꾸는 것이 좋습니다.",
        "en": "{key} is outdated; aws:PrincipalArn or aws:SourceArn has taken its place.",
    },
    "validation.DEPRECATED_GLOBAL_CONDITION_KEY.why": {
        "ko": "옛 키에 기댄 거부는 걸리지 않을 수 있습니다.",
        "en": "A Deny that rests on an outdated key may not deny.",
    },
    "validation.DEPRECATED_GLOBAL_CONDITION_KEY.mend": {
        "ko": "호출자라면 aws:PrincipalArn, 서비스가 대신하는 리소스라면 aws:SourceArn을 쓰세요.",
        "en": "Use aws:PrincipalArn for the caller, or aws:SourceArn for the resource that a service acts for.",
    },
    "validation.DUPLICATE_KEYS_WITH_DIFFERENT_CASE": {
        "ko": "{key:은} 바로 앞의 {other:과} 같은 키입니다. 조건 키는 대소문자를 구분하지 않습니다.",
        "en": "{key} is the same key as {other}: condition keys do not tell capital from small letters.",
    },
    "validation.DUPLICATE_KEYS_WITH_DIFFERENT_CASE.why": {
        "ko": "같은 키를 두 번 적으면 둘 중 하나만 쓰이거나 정책이 거부됩니다.",
        "en": "Of a key that stands twice only one counts, or the policy is refused.",
    },
    "validation.DUPLICATE_KEYS_WITH_DIFFERENT_CASE.mend": {
        "ko": "두 값을 한 키의 목록으로 합치세요.",
        "en": "Join both values in the list of one key.",
    },
    "validation.MISSING_PAIRED_CONDITION_KEYS": {
        "ko": "{key:은} {partner:과} 함께 써야 안전합니다.",
        "en": "{key} is safe only together with {partner}.",
    },
    "validation.MISSING_PAIRED_CONDITION_KEYS.why": {
        "ko": "사설 IP 주소는 어느 VPC에서나 쓸 수 있습니다. VPC를 묻지 않으면 남의 VPC에서 온 요청도 통과합니다.",
        "en": "Private addresses occur in every VPC: without asking which, requests from another's VPC pass, too.",
    },
    "validation.MISSING_PAIRED_CONDITION_KEYS.mend": {
        "ko": "같은 문에 {partner} 조건을 더하세요.",
        "en": "Add a condition on {partner} to the same statement.",
    },
    "validation.DYNAMODB_ATTRIBUTES_WITHOUT_SELECT": {
        "ko": "{key:으로} 속성을 제한하지만 dynamodb:Select를 묻지 않습니다.",
        "en": "{key} limits the attributes, but dynamodb:Select is not asked.",
    },
    "validation.DYNAMODB_ATTRIBUTES_WITHOUT_SELECT.why": {
        "ko": "속성을 고르지 않은 읽기 요청은 모든 속성을 돌려받습니다.",
        "en": "A read that names no attributes returns them all.",
    },
    "validation.DYNAMODB_ATTRIBUTES_WITHOUT_SELECT.mend": {
        "ko": "StringEqualsIfExists로 dynamodb:Select가 SPECIFIC_ATTRIBUTES인지 물으세요.",
        "en": "Ask with StringEqualsIfExists that dynamodb:Select be SPECIFIC_ATTRIBUTES.",
    },
    "validation.S3_PREFIX_IN_NEGATIVE_CONTEXT": {
        "ko": "{effect} 문에서 {operator:으로} s3:prefix를 물으면 더 짧은 접두사로 피해 갈 수 있습니다.",
        "en": "In a statement with {effect}, {operator} on s3:prefix can be walked around with a shorter prefix.",
    },
    "validation.S3_PREFIX_IN_NEGATIVE_CONTEXT.why": {
        "ko": "접두사를 비우거나 짧게 적은 요청은 일치하지 않으면서도 감추려던 객체를 나열합니다.",
        "en": "A request with a shorter or empty prefix does not match and still lists the objects that were to be hidden.",
    },
    "validation.S3_PREFIX_IN_NEGATIVE_CONTEXT.mend": {
        "ko": "허용할 접두사를 Allow 문에 적고, 거부로 감추려 하지 마세요.",
        "en": "List the prefixes that are allowed in an Allow instead of hiding others with a Deny.",
    },
    "validation.UNSUPPORTED_ACTION_FOR_CONDITION_KEY": {
        "ko": "{action} 요청에는 {key:이} 들어 있지 않습니다.",
        "en": "A request for {action} does not carry {key}.",
    },
    "validation.UNSUPPORTED_ACTION_FOR_CONDITION_KEY.why": {
        "ko": "키가 없으면 조건이 맞지 않으므로, 이 작업은 허용되지 않거나 거부되지 않습니다.",
        "en": "Without the key the condition is not met, so this action is not allowed, or not denied.",
    },
    "validation.UNSUPPORTED_ACTION_FOR_CONDITION_KEY.mend": {
        "ko": "이 작업을 다른 문으로 옮기세요.",
        "en": "Move the action to a statement of its own.",
    },
    "validation.USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES": {
        "ko": "{key:은} 일부 서비스만 보내는데, 이 문은 모든 서비스에 적용됩니다.",
        "en": "Only some services send {key}, but the statement reaches all of them.",
    },
    "validation.USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES.why": {
        "ko": "키를 보내지 않는 서비스의 요청까지 거부되거나, 막으려던 요청이 통과합니다.",
        "en": "Requests to services that do not send it are denied as well, or pass though they should not.",
    },
    "validation.USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES.mend": {
        "ko": "Action을 이 키를 지원하는 서비스로 좁히세요.",
        "en": "Narrow Action to the services that support the key.",
    },
    "validation.ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE": {
        "ko": "작업 {count}개는 {key:을} 보내지 않아 이 문으로 허용되지 않습니다(예: {action}).",
        "en": "{count:action|actions} of this statement, such as {action}, never {count:+sends|send} {key} and {count:+is|are} not allowed by it.",
    },
    "validation.ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE.why": {
        "ko": "키가 없는 요청에서는 조건이 맞지 않습니다.",
        "en": "Where the key is absent the condition is not met.",
    },
    "validation.ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE.mend": {
        "ko": "이런 작업은 태그 조건이 없는 다른 문으로 옮기고 Resource로 좁히세요.",
        "en": "Move such actions to another statement without the tag, narrowed by Resource.",
    },
    "validation.DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE": {
        "ko": "작업 {count}개는 {key:을} 보내지 않아 이 문으로 거부되지 않습니다(예: {action}).",
        "en": "{count:action|actions} of this statement, such as {action}, never {count:+sends|send} {key} and {count:+is|are} not denied by it.",
    },
    "validation.DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE.why": {
        "ko": "키가 없는 요청에서는 조건이 맞지 않으므로, 태그가 붙어 있어도 거부가 걸리지 않습니다.",
        "en": "Where the key is absent the condition is not met: tagged or not, nothing is denied.",
    },
    "validation.DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE.mend": {
        "ko": "이런 작업은 다른 문에서 Resource로 거부하세요. IfExists를 붙이면 태그와 상관없이 늘 거부됩니다.",
        "en": "Deny such actions by Resource in another statement; with IfExists they would always be denied.",
    },
    "validation.ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE": {
        "ko": "NotAction에 {key} 조건을 쓰면, 이 키를 보내지 않는 작업은 허용되지 않습니다.",
        "en": "With NotAction and a condition on {key}, actions that never send the key are not allowed.",
    },
    "validation.ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE.why": {
        "ko": "태그를 지원하지 않는 작업이 많아, 무엇이 허용되는지 알기 어렵습니다.",
        "en": "Many actions know no tags, so it is hard to tell what the statement allows.",
    },
    "validation.ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE.mend": {
        "ko": "Action에 태그를 지원하는 작업을 적으세요.",
        "en": "Name the actions that support tags in Action.",
    },
    "validation.DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE": {
        "ko": "NotAction에 {key} 조건을 쓰면, 이 키를 보내지 않는 작업은 거부되지 않습니다.",
        "en": "With NotAction and a condition on {key}, actions that never send the key are not denied.",
    },
    "validation.DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE.why": {
        "ko": "막았다고 생각한 작업이, 앞으로 생길 작업까지, 그대로 통과합니다.",
        "en": "Actions that seem to be shut out still pass, new ones included.",
    },
    "validation.DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE.mend": {
        "ko": "Action에 거부할 작업을 적으세요.",
        "en": "Name the actions to be denied in Action.",
    },
}
