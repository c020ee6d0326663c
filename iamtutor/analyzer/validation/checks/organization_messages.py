"""What the checks of SCPs, RCPs and sizes say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "validation.SCP_SYNTAX_ERROR_ACTION_WILDCARD": {
        "ko": "SCP의 작업에는 와일드카드가 끝에만 올 수 있습니다: {action}",
        "en": "In an SCP an action has its wildcard at the end: {action}",
    },
    "validation.SCP_SYNTAX_ERROR_ACTION_WILDCARD.why": {
        "ko": "Access Analyzer는 오류로 봅니다. AWS Organizations는 2025년 9월부터 이런 작업도 받습니다.",
        "en": "Access Analyzer counts it as an error, though AWS Organizations has taken such actions since September 2025.",
    },
    "validation.SCP_SYNTAX_ERROR_ACTION_WILDCARD.mend": {
        "ko": "작업을 하나씩 적거나 와일드카드를 끝으로 옮기세요.",
        "en": "Name the actions one by one, or move the wildcard to the end.",
    },
    "validation.RCP_SYNTAX_ERROR_PRINCIPAL": {
        "ko": "RCP의 Principal은 별표(*)여야 합니다. 지금은 {element:을} 달리 썼습니다.",
        "en": "The Principal of an RCP must be an asterisk; {element} says something else here.",
    },
    "validation.RCP_SYNTAX_ERROR_PRINCIPAL.why": {
        "ko": "RCP는 리소스에 접근하는 모든 사람에게 적용되므로 AWS Organizations가 다른 값을 받지 않습니다.",
        "en": "An RCP holds for everyone who reaches the resources, so AWS Organizations takes no other value.",
    },
    "validation.RCP_SYNTAX_ERROR_PRINCIPAL.mend": {
        "ko": "Principal에 별표(*)를 적고, 누구인지는 aws:PrincipalArn 같은 조건으로 가리세요.",
        "en": "Write an asterisk, and tell callers apart with a condition such as aws:PrincipalArn.",
    },
    "validation.RCP_SYNTAX_ERROR_ALLOW": {
        "ko": "RCP에서 Allow는 모든 사람, 모든 작업, 모든 리소스를 조건 없이 허용할 때만 쓸 수 있습니다.",
        "en": "In an RCP, Allow is taken only for everyone, every action and every resource, without a condition.",
    },
    "validation.RCP_SYNTAX_ERROR_ALLOW.why": {
        "ko": "RCP는 권한의 상한을 정할 뿐이며, 좁히는 일은 Deny로 합니다.",
        "en": "An RCP sets a ceiling; narrowing it is what Deny is for.",
    },
    "validation.RCP_SYNTAX_ERROR_ALLOW.mend": {
        "ko": "Effect를 Deny로 바꾸고 조건을 반대로 적으세요.",
        "en": "Use Deny with the opposite condition.",
    },
    "validation.RCP_SYNTAX_ERROR_NOTACTION": {
        "ko": "RCP에는 NotAction을 쓸 수 없습니다.",
        "en": "An RCP takes no NotAction.",
    },
    "validation.RCP_SYNTAX_ERROR_NOTACTION.why": {
        "ko": "AWS Organizations는 NotAction이 있는 RCP를 받지 않습니다.",
        "en": "AWS Organizations refuses an RCP with NotAction.",
    },
    "validation.RCP_SYNTAX_ERROR_NOTACTION.mend": {
        "ko": "거부할 작업을 Action에 적으세요.",
        "en": "Name the actions to be denied in Action.",
    },
    "validation.RCP_SYNTAX_ERROR_ACTION": {
        "ko": "RCP에서는 {action:을} 쓸 수 없습니다.",
        "en": "An RCP cannot speak of {action}.",
    },
    "validation.RCP_SYNTAX_ERROR_ACTION.why": {
        "ko": "RCP는 지원하는 서비스의 작업에만 적용되며, 거부하는 문에는 별표(*)만 적을 수도 없습니다.",
        "en": "RCPs hold for the services that support them, and a Deny cannot have a bare asterisk.",
    },
    "validation.RCP_SYNTAX_ERROR_ACTION.mend": {
        "ko": "RCP를 지원하는 서비스의 작업을 적으세요. 예: s3:*",
        "en": "Name actions of services that support RCPs, such as s3:*.",
    },
    "validation.RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY": {
        "ko": "{key:으로} 거부하면서 AWS 서비스를 예외로 두지 않았습니다.",
        "en": "The Deny by {key} makes no exception for AWS services.",
    },
    "validation.RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY.why": {
        "ko": "AWS 서비스 보안 주체의 요청에는 이 키가 없어, 로그 기록 같은 서비스 연동까지 막힙니다.",
        "en": "Requests of service principals lack the key, so integrations such as log delivery are shut out, too.",
    },
    "validation.RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY.mend": {
        "ko": "BoolIfExists로 aws:PrincipalIsAWSService가 false인지 함께 물으세요.",
        "en": "Also ask with BoolIfExists that aws:PrincipalIsAWSService be false.",
    },
    "validation.RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY": {
        "ko": "{key:으로} 거부하면서 AWS 서비스의 요청인지 묻지 않습니다.",
        "en": "The Deny by {key} does not ask whether an AWS service is calling.",
    },
    "validation.RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY.why": {
        "ko": "사람과 역할의 요청에는 이 키가 없어, 서비스가 아닌 호출자까지 막힐 수 있습니다.",
        "en": "Requests of users and roles lack the key, so callers that are no services may be shut out as well.",
    },
    "validation.RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY.mend": {
        "ko": "Bool로 aws:PrincipalIsAWSService가 true인지 함께 물으세요.",
        "en": "Also ask with Bool that aws:PrincipalIsAWSService be true.",
    },
    "validation.RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK": {
        "ko": "{key:으로} 거부하면서 원본 정보가 있는 요청인지 확인하지 않습니다.",
        "en": "The Deny by {key} does not make sure that the request tells its source.",
    },
    "validation.RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK.why": {
        "ko": "원본을 알려 주지 않는 서비스 연동이 모두 막힙니다.",
        "en": "Every integration that does not pass on its source is shut out.",
    },
    "validation.RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK.mend": {
        "ko": "Null로 aws:SourceAccount나 aws:SourceArn이 있는지(false) 함께 물으세요.",
        "en": "Also ask with Null that aws:SourceAccount or aws:SourceArn be there (false).",
    },
    "validation.POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA": {
        "ko": "정책이 공백을 빼고 {count}자라서 {limit}자 한도를 넘습니다.",
        "en": "The policy has {count} characters without white space; the quota is {limit}.",
    },
    "validation.POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA.why": {
        "ko": "한도를 넘는 정책은 저장되지 않습니다. 고객 관리형 정책의 한도는 더 작은 6,144자입니다.",
        "en": "A policy over the quota cannot be saved; that of a customer managed policy is lower still, 6,144.",
    },
    "validation.POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA.mend": {
        "ko": "정책을 여러 개로 나누거나, 와일드카드로 줄이세요.",
        "en": "Split it into several policies, or shorten it with wildcards.",
    },
    "validation.POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA": {
        "ko": "정책이 {count}바이트라서 {limit}바이트 한도를 넘습니다.",
        "en": "The policy has {count} bytes; the quota is {limit}.",
    },
    "validation.POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA.why": {
        "ko": "한도를 넘으면 서비스가 정책을 저장하지 않습니다.",
        "en": "The service does not save a policy over its quota.",
    },
    "validation.POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA.mend": {
        "ko": "보안 주체나 리소스를 하나씩 적는 대신 aws:PrincipalOrgID 같은 조건을 쓰세요.",
        "en": "Use a condition such as aws:PrincipalOrgID instead of long lists.",
    },
    "validation.POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA": {
        "ko": "신뢰 정책이 공백을 빼고 {count}자라서 {limit}자 한도를 넘습니다.",
        "en": "The trust policy has {count} characters without white space; the quota is {limit}.",
    },
    "validation.POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA.why": {
        "ko": "한도를 넘으면 저장되지 않습니다. 늘려 달라고 요청할 수 있지만 크게는 아닙니다.",
        "en": "It cannot be saved over the quota, which AWS raises on request but not by much.",
    },
    "validation.POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA.mend": {
        "ko": "계정 전체를 적고 조건으로 좁히거나, 역할을 나누세요.",
        "en": "Name whole accounts and narrow them with a condition, or split the role.",
    },
    "validation.POLICY_SIZE_EXCEEDS_SCP_QUOTA": {
        "ko": "SCP가 {count}자라서 {limit}자 한도를 넘습니다.",
        "en": "The SCP has {count} characters; the quota is {limit}.",
    },
    "validation.POLICY_SIZE_EXCEEDS_SCP_QUOTA.why": {
        "ko": "API와 CLI로 저장할 때는 공백도 글자 수에 들어갑니다.",
        "en": "White space counts when it is saved by API or CLI.",
    },
    "validation.POLICY_SIZE_EXCEEDS_SCP_QUOTA.mend": {
        "ko": "공백을 줄이거나 SCP를 여러 개로 나누세요.",
        "en": "Remove white space, or split it into several SCPs.",
    },
    "validation.POLICY_SIZE_EXCEEDS_RCP_QUOTA": {
        "ko": "RCP가 {count}자라서 {limit}자 한도를 넘습니다.",
        "en": "The RCP has {count} characters; the quota is {limit}.",
    },
    "validation.POLICY_SIZE_EXCEEDS_RCP_QUOTA.why": {
        "ko": "API와 CLI로 저장할 때는 공백도 글자 수에 들어갑니다.",
        "en": "White space counts when it is saved by API or CLI.",
    },
    "validation.POLICY_SIZE_EXCEEDS_RCP_QUOTA.mend": {
        "ko": "공백을 줄이거나 RCP를 여러 개로 나누세요.",
        "en": "Remove white space, or split it into several RCPs.",
    },
}
