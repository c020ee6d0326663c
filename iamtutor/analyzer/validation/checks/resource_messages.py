"""What the checks of resource-based policies say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "validation.UNSUPPORTED_ACTION_IN_POLICY": {
        "ko": "{type}의 정책에서는 {action:을} 쓸 수 없습니다.",
        "en": "A policy of {type} cannot speak of {action}.",
    },
    "validation.UNSUPPORTED_ACTION_IN_POLICY.why": {
        "ko": "이 리소스에 대해 그 작업의 권한을 묻는 일은 없습니다. 저장이 거부되기도 합니다.",
        "en": "Nobody asks this resource for that action, and some services refuse to save it.",
    },
    "validation.UNSUPPORTED_ACTION_IN_POLICY.mend": {
        "ko": "이 리소스에 대한 작업만 남기세요.",
        "en": "Keep the actions that are about this resource.",
    },
    "validation.UNSUPPORTED_RESOURCE_ARN_IN_POLICY": {
        "ko": "{type}의 정책에서 다른 서비스의 리소스를 가리킵니다: {resource}",
        "en": "A policy of {type} names a resource of another service: {resource}",
    },
    "validation.UNSUPPORTED_RESOURCE_ARN_IN_POLICY.why": {
        "ko": "리소스 기반 정책은 자기가 붙은 리소스에만 효과가 있습니다.",
        "en": "A resource-based policy has an effect on the resource that it is attached to, and on no other.",
    },
    "validation.UNSUPPORTED_RESOURCE_ARN_IN_POLICY.mend": {
        "ko": "이 정책이 붙은 리소스의 ARN을 적으세요.",
        "en": "Write the ARN of the resource that the policy is attached to.",
    },
    "validation.RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL": {
        "ko": "서비스 {service:을} 허용하면서 누구를 대신하는지 묻지 않습니다.",
        "en": "The service {service} is allowed without asking on whose behalf it acts.",
    },
    "validation.RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL.why": {
        "ko": "남의 계정이 같은 서비스를 시켜 여러분의 리소스에 접근할 수 있습니다(혼동된 대리자).",
        "en": "Another account can have the same service reach your resource: the confused deputy.",
    },
    "validation.RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL.mend": {
        "ko": "aws:SourceArn, aws:SourceAccount, aws:SourceOrgID 가운데 하나를 조건으로 더하세요.",
        "en": "Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID.",
    },
    "validation.RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL": {
        "ko": "서비스 {service:을} {key:으로만} 제한합니다.",
        "en": "The service {service} is limited by {key} only.",
    },
    "validation.RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL.why": {
        "ko": "이 키는 누구를 대신하는지 확실히 말해 주지 않습니다.",
        "en": "The key does not tell for certain on whose behalf the service acts.",
    },
    "validation.RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL.mend": {
        "ko": "aws:SourceArn이나 aws:SourceAccount를 쓰세요.",
        "en": "Use aws:SourceArn or aws:SourceAccount.",
    },
    "validation.UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL": {
        "ko": "서비스 보안 주체 {service}의 요청에는 {key:이} 들어 있지 않습니다.",
        "en": "Requests of the service principal {service} do not carry {key}.",
    },
    "validation.UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL.why": {
        "ko": "서비스는 조직에 속하지 않고 태그도 없습니다. 조건이 맞지 않아 허용되지 않습니다.",
        "en": "A service belongs to no organization and has no tags: the condition is not met, and nothing is allowed.",
    },
    "validation.UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL.mend": {
        "ko": "aws:SourceOrgID나 aws:SourceAccount를 쓰세요.",
        "en": "Use aws:SourceOrgID or aws:SourceAccount.",
    },
    "validation.VARIABLE_USAGE_TOO_PERMISSIVE": {
        "ko": "{key} 키에 정책 변수를 써서 너무 많은 값이 일치합니다: {value}",
        "en": "A policy variable in {key} lets too much match: {value}",
    },
    "validation.VARIABLE_USAGE_TOO_PERMISSIVE.why": {
        "ko": "변수의 값은 호출자가 가져오므로, 남의 계정도 자기 값으로 조건을 채울 수 있습니다.",
        "en": "The caller brings the variable's value along, so another account can meet the condition with its own.",
    },
    "validation.VARIABLE_USAGE_TOO_PERMISSIVE.mend": {
        "ko": "계정, 조직, VPC의 값을 직접 적으세요.",
        "en": "Write the account, organization or VPC itself.",
    },
    "validation.WILDCARD_USAGE_TOO_PERMISSIVE": {
        "ko": "{key} 키에 와일드카드를 써서 너무 많은 값이 일치합니다: {value}",
        "en": "A wildcard in {key} lets too much match: {value}",
    },
    "validation.WILDCARD_USAGE_TOO_PERMISSIVE.why": {
        "ko": "누가 접근하는지를 정하는 키라서, 와일드카드가 있으면 모르는 계정이나 조직까지 들어옵니다.",
        "en": "The key decides who gets in: with a wildcard, unknown accounts and organizations do as well.",
    },
    "validation.WILDCARD_USAGE_TOO_PERMISSIVE.mend": {
        "ko": "값을 끝까지 적으세요.",
        "en": "Write the value out.",
    },
    "validation.UNTRUSTWORTHY_CONDITION_KEY": {
        "ko": "누구에게나 열린 문이 {key} 키에만 기대고 있습니다.",
        "en": "A statement that is open to everyone rests on {key} alone.",
    },
    "validation.UNTRUSTWORTHY_CONDITION_KEY.why": {
        "ko": "이 값은 호출자가 마음대로 정할 수 있으므로 아무도 막지 못합니다.",
        "en": "The caller can set any value, so it keeps nobody out.",
    },
    "validation.UNTRUSTWORTHY_CONDITION_KEY.mend": {
        "ko": "Principal을 좁히거나 aws:PrincipalOrgID, aws:SourceVpce 같은 키를 쓰세요.",
        "en": "Narrow Principal, or use a key such as aws:PrincipalOrgID or aws:SourceVpce.",
    },
    "validation.IRRELEVANT_CONDITION_KEY_IN_POLICY": {
        "ko": "{key:은} 리소스 기반 정책에서 의미가 없습니다.",
        "en": "{key} means nothing in a resource-based policy.",
    },
    "validation.IRRELEVANT_CONDITION_KEY_IN_POLICY.why": {
        "ko": "정책이 붙은 리소스의 계정은 정해져 있으므로 조건이 아무것도 가리지 못합니다.",
        "en": "The account of the resource that the policy is on is fixed, so the condition tells nothing apart.",
    },
    "validation.IRRELEVANT_CONDITION_KEY_IN_POLICY.mend": {
        "ko": "조건을 지우거나, 호출자의 계정이라면 aws:PrincipalAccount를 쓰세요.",
        "en": "Remove the condition, or use aws:PrincipalAccount for the caller's account.",
    },
}
