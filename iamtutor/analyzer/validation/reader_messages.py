"""Why the findings of the reader matter, by their codes at AWS; what they say is among the reader's own messages."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "validation.policy.characters.why": {
        "ko": "정책 문서에 쓸 수 있는 글자는 정해져 있고, 하나라도 벗어나면 IAM이 정책 전체를 받지 않습니다. 태그에는 한글을 쓸 수 있지만 그 값을 정책에 그대로 적을 수는 없습니다. \\uXXXX로 적어도 되는지는 AWS 문서에 나와 있지 않습니다.",
        "en": "IAM refuses the whole policy for one character outside the range. A tag may hold Hangul, but its value cannot be written into a policy as it is; whether \\uXXXX would do is not said in AWS's documentation.",
    },
    "validation.JSON_SYNTAX_ERROR.why": {
        "ko": "JSON이 아닌 문서는 AWS가 아예 읽지 못하므로 저장할 수도 없습니다.",
        "en": "AWS cannot read a document that is not JSON, so it cannot be saved at all.",
    },
    "validation.DATA_TYPE_MISMATCH.why": {
        "ko": "요소마다 정해진 JSON 유형이 있고, 다른 유형이면 AWS가 정책을 받지 않습니다.",
        "en": "Each element has its JSON type; AWS refuses a policy in which one has another.",
    },
    "validation.INVALID_POLICY_ELEMENT.why": {
        "ko": "정책 언어에 없는 이름이 하나라도 있으면 AWS는 정책 전체를 받지 않습니다.",
        "en": "AWS refuses the whole policy for one name that the language does not have.",
    },
    "validation.MISSING_STATEMENT.why": {
        "ko": "문이 없는 정책은 아무것도 허용하거나 거부하지 않으며, 저장되지도 않습니다.",
        "en": "A policy without statements allows and denies nothing, and cannot be saved.",
    },
    "validation.MISSING_EFFECT.why": {
        "ko": "Effect에는 기본값이 없습니다. 허용인지 거부인지 AWS가 짐작하지 않습니다.",
        "en": "Effect has no default: AWS does not guess whether you mean to allow or to deny.",
    },
    "validation.MISSING_ACTION.why": {
        "ko": "무엇에 관한 문인지 알 수 없어 AWS가 정책을 받지 않습니다.",
        "en": "What the statement is about remains open, so AWS refuses the policy.",
    },
    "validation.MISSING_RESOURCE.why": {
        "ko": "신뢰 정책 말고는 모든 문이 대상을 밝혀야 합니다.",
        "en": "Every statement must name its resources, but for those of a trust policy.",
    },
    "validation.MISSING_PRINCIPAL.why": {
        "ko": "리소스에 붙는 정책은 연결된 보안 주체가 없으므로, 누구에 관한 것인지 스스로 밝혀야 합니다.",
        "en": "A policy on a resource is attached to nobody, so it must say itself whom it is about.",
    },
    "validation.UNSUPPORTED_ELEMENT_COMBINATION.why": {
        "ko": "둘은 서로 반대되는 뜻이라, 함께 있으면 무엇을 뜻하는지 정해지지 않습니다.",
        "en": "The two say opposite things; together they have no defined meaning.",
    },
    "validation.ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE.why": {
        "ko": "신뢰 정책의 대상은 언제나 그 역할이라서, IAM은 Resource가 있는 신뢰 정책을 받지 않습니다.",
        "en": "A trust policy is always about its own role, so IAM refuses one with a Resource.",
    },
    "validation.UNSUPPORTED_PRINCIPAL.why": {
        "ko": "ID 기반 정책의 보안 주체는 정책이 연결된 자격 증명입니다. Principal을 적으면 저장되지 않습니다.",
        "en": "The principal of an identity-based policy is whoever it is attached to; with a Principal it cannot be saved.",
    },
    "validation.SCP_SYNTAX_ERROR_PRINCIPAL.why": {
        "ko": "SCP는 연결된 계정의 모든 보안 주체에 적용됩니다. AWS Organizations는 Principal이 있는 SCP를 받지 않습니다.",
        "en": "An SCP holds for every principal of the accounts it is attached to; AWS Organizations refuses one with a Principal.",
    },
    "validation.INVALID_PRINCIPAL_FORMAT.why": {
        "ko": "유형이 없으면 AWS 계정인지 서비스인지 페더레이션 공급자인지 알 수 없습니다.",
        "en": "Without a type nobody can tell an AWS account from a service or an identity provider.",
    },
    "validation.EMPTY_ARRAY_ACTION.why": {
        "ko": "빈 목록과 일치하는 작업은 없으므로 이 문은 아무 일도 하지 않습니다.",
        "en": "No action matches an empty list, so the statement does nothing.",
    },
    "validation.EMPTY_ARRAY_RESOURCE.why": {
        "ko": "빈 목록과 일치하는 리소스는 없으므로 이 문은 아무 일도 하지 않습니다.",
        "en": "No resource matches an empty list, so the statement does nothing.",
    },
    "validation.EMPTY_ARRAY_PRINCIPAL.why": {
        "ko": "빈 목록에는 아무도 없으므로 이 문은 누구에게도 적용되지 않습니다.",
        "en": "Nobody is in an empty list, so the statement applies to no one.",
    },
    "validation.EMPTY_OBJECT_PRINCIPAL.why": {
        "ko": "보안 주체가 하나도 없어 이 문은 누구에게도 적용되지 않습니다.",
        "en": "It names no principal at all, so the statement applies to no one.",
    },
    "validation.MISSING_VERSION.why": {
        "ko": "Version이 없으면 옛 버전으로 읽혀 정책 변수가 글자 그대로 쓰입니다. 왜 권한이 없는지 찾기 어려워집니다.",
        "en": "Without it the old version applies, which takes policy variables literally: permissions that are missing become hard to explain.",
    },
    "validation.INVALID_VERSION.why": {
        "ko": "Version은 정책 언어의 버전이라 AWS가 정한 두 값만 쓸 수 있습니다.",
        "en": "Version is the version of the policy language, and AWS knows two of them only.",
    },
    "validation.UNIQUE_SIDS_REQUIRED.why": {
        "ko": "이 종류의 정책에서는 Sid가 문을 가리키는 이름입니다. 겹치면 AWS가 정책을 받지 않습니다.",
        "en": "In a policy of this kind a Sid names one statement; AWS refuses one that is used twice.",
    },
    "validation.UNIQUE_SIDS_RECOMMENDED.why": {
        "ko": "AWS는 받아들이지만, 로그나 오류가 어느 문을 말하는지 알 수 없게 됩니다.",
        "en": "AWS takes it, but then nobody can tell which of the statements a log or an error speaks of.",
    },
    "validation.UNSUPPORTED_SID.why": {
        "ko": "이 종류의 정책에서 Sid는 영문자와 숫자로만 이루어집니다. 다른 글자가 있으면 저장되지 않습니다.",
        "en": "In a policy of this kind a Sid consists of letters and digits; with anything else it cannot be saved.",
    },
    "validation.INVALID_EFFECT.why": {
        "ko": "AWS는 대소문자까지 같은 Allow와 Deny만 알아듣습니다.",
        "en": "AWS understands Allow and Deny only, written exactly so.",
    },
    "validation.INVALID_PRINCIPAL_KEY.why": {
        "ko": "AWS는 네 가지 유형(AWS, Service, Federated, CanonicalUser)만 알아듣습니다.",
        "en": "AWS knows four types only: AWS, Service, Federated and CanonicalUser.",
    },
    "validation.ALLOW_WITH_NOT_PRINCIPAL.why": {
        "ko": "적지 않은 모든 사람을 허용하는 뜻일 수 있습니다. 익명 사용자와 다른 계정까지 포함됩니다. iamtutor는 아무도 허용하지 않는 것으로 평가하지만, 안전하다고 증명하지는 않습니다.",
        "en": "It may allow everyone who is not named, anonymous callers and other accounts included. iamtutor decides that it allows nobody, but never proves it safe.",
    },
    "validation.INVALID_CONDITION_OPERATOR.why": {
        "ko": "모르는 연산자가 있으면 조건을 판단할 수 없어 AWS가 정책을 받지 않습니다.",
        "en": "A condition with an unknown operator cannot be decided, so AWS refuses the policy.",
    },
    "validation.NULL_WITH_IF_EXISTS.why": {
        "ko": "Null은 키가 있는지를 묻고 IfExists는 키가 없으면 통과시킵니다. 함께 쓰면 뜻이 서로 어긋나 AWS가 받지 않습니다.",
        "en": "Null asks whether the key is there, and IfExists passes when it is not: together they contradict each other, and AWS refuses them.",
    },
}
