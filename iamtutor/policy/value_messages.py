"""What the reader says of what stands in the elements, in Korean and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Messages = Mapping[str, Mapping[str, str]]

MESSAGES: Final[Messages] = {
    "policy.no-version": {
        "ko": "Version이 없습니다. 그러면 2008-10-17로 읽혀 정책 변수가 동작하지 않습니다.",
        "en": "There is no Version: AWS then takes 2008-10-17, in which policy variables do nothing.",
    },
    "policy.no-version.mend": {
        "ko": "Version에 2012-10-17을 적으세요.",
        "en": "Add a Version of 2012-10-17.",
    },
    "policy.bad-version": {
        "ko": "Version은 2012-10-17이나 2008-10-17이어야 합니다. {found:은} 없는 버전입니다.",
        "en": "Version must be 2012-10-17 or 2008-10-17; there is no {found}.",
    },
    "policy.bad-version.mend": {
        "ko": "Version은 작성한 날짜가 아니라 정책 언어의 버전입니다. 2012-10-17로 두세요.",
        "en": "Version is the version of the language and not the date of writing: leave it at 2012-10-17.",
    },
    "policy.duplicate-sid": {
        "ko": "Sid {sid:이} {line}번째 줄에 이미 있습니다. 한 정책 안에서는 Sid를 서로 다르게 적으세요.",
        "en": "The Sid {sid} is already used on line {line}; give each statement of a policy its own.",
    },
    "policy.duplicate-sid.mend": {
        "ko": "둘 중 하나의 Sid를 바꾸거나 지우세요.",
        "en": "Change one of the two Sids, or leave it out.",
    },
    "policy.bad-sid": {
        "ko": "Sid에는 영문자와 숫자만 쓸 수 있습니다: {sid}",
        "en": "A Sid takes only letters A to Z and digits: {sid}",
    },
    "policy.bad-sid.mend": {
        "ko": "공백, 하이픈, 한글을 빼고 붙여 쓰세요. 예: AllowReadReports",
        "en": "Leave out spaces, hyphens and other signs, as in AllowReadReports.",
    },
    "policy.bad-effect": {
        "ko": "Effect는 Allow나 Deny여야 합니다. 지금은 {found}입니다.",
        "en": "Effect must be Allow or Deny, not {found}.",
    },
    "policy.bad-effect.mend": {
        "ko": "Allow나 Deny 가운데 하나를 적으세요.",
        "en": "Write one of Allow and Deny.",
    },
    "policy.bad-effect-near": {
        "ko": "Effect는 {found:이} 아니라 {suggestion:이라고} 적어야 합니다.",
        "en": "Effect must be written {suggestion}, not {found}.",
    },
    "policy.bad-effect-near.mend": {
        "ko": "Allow와 Deny는 대소문자까지 맞아야 합니다.",
        "en": "Allow and Deny must be exact, upper and lower case included.",
    },
    "policy.bad-action": {
        "ko": "작업은 '서비스:작업' 꼴로 적어야 합니다: {found}",
        "en": "An action is written as service:action, which this is not: {found}",
    },
    "policy.bad-action.mend": {
        "ko": "예: s3:GetObject, s3:Get*. 모든 작업은 별표(*) 하나로 적습니다.",
        "en": "For example s3:GetObject or s3:Get*; a single asterisk stands for every action.",
    },
    "policy.wrong-type-principal": {
        "ko": '{name:은} "*"이거나, AWS나 Service 같은 유형을 적은 객체여야 합니다. 지금은 {found}입니다.',
        "en": '{name} must be "*" or an object with a type such as AWS or Service, not {found}.',
    },
    "policy.wrong-type-principal.mend": {
        "ko": "ARN이나 계정이라면 중괄호 안에서 AWS라는 이름의 값으로 적으세요.",
        "en": "Put an ARN or account in curly braces, as the value of AWS.",
    },
    "policy.empty-principal": {
        "ko": "{name:이} 비어 있습니다. 누구인지 적어야 합니다.",
        "en": "{name} is empty: it must name someone.",
    },
    "policy.empty-principal.mend": {
        "ko": "AWS, Service, Federated 가운데 맞는 유형과 값을 적으세요.",
        "en": "Add a type (AWS, Service, Federated) with its value.",
    },
    "policy.bad-principal": {
        "ko": "{name:이라는} 보안 주체 유형은 없습니다. AWS, Service, Federated, CanonicalUser 가운데 하나여야 합니다.",
        "en": "There is no principal type {name}: it must be AWS, Service, Federated or CanonicalUser.",
    },
    "policy.bad-principal.mend": {
        "ko": "사용자, 역할, 계정은 모두 AWS 유형입니다.",
        "en": "Users, roles and accounts are all of type AWS.",
    },
    "policy.bad-principal-near": {
        "ko": "{name:이라는} 보안 주체 유형은 없습니다. {suggestion:을} 뜻한 것 같습니다.",
        "en": "There is no principal type {name}; {suggestion} is probably meant.",
    },
    "policy.bad-principal-near.mend": {
        "ko": "유형 이름은 대소문자까지 맞아야 합니다.",
        "en": "The name of a type must be exact, upper and lower case included.",
    },
    "policy.not-principal-allow": {
        "ko": "AWS는 NotPrincipal을 Allow와 함께 쓰는 것을 지원하지 않습니다.",
        "en": "AWS does not support NotPrincipal together with Allow.",
    },
    "policy.not-principal-allow.mend": {
        "ko": "허용할 보안 주체를 Principal에 적으세요.",
        "en": "Name those who are allowed in Principal.",
    },
    "policy.wrong-type-object": {
        "ko": "{name:은} 연산자를 적은 객체여야 합니다. 지금은 {found}입니다.",
        "en": "{name} must be an object that holds operators, not {found}.",
    },
    "policy.wrong-type-object.mend": {
        "ko": "중괄호 안에 연산자를, 그 안에 조건 키와 값을 적으세요.",
        "en": "Write the operator in curly braces, and inside it the condition key with its values.",
    },
    "policy.wrong-type-operator": {
        "ko": "연산자 {name} 안에는 조건 키와 값이 와야 합니다. 지금은 {found}입니다.",
        "en": "The operator {name} must hold condition keys with their values, not {found}.",
    },
    "policy.wrong-type-operator.mend": {
        "ko": "조건은 '연산자, 조건 키, 값'의 세 단계로 적습니다.",
        "en": "A condition has three levels: operator, condition key, values.",
    },
    "policy.wrong-type-value": {
        "ko": "조건 키 {name}의 값은 문자열, 숫자, true나 false여야 합니다. 지금은 {found}입니다.",
        "en": "The values of the condition key {name} must be strings, numbers, true or false, not {found}.",
    },
    "policy.wrong-type-value.mend": {
        "ko": "값이 여럿이면 하나의 목록에 나란히 적으세요.",
        "en": "Write several values side by side in one list.",
    },
    "policy.unknown-operator": {
        "ko": "{name:이라는} 조건 연산자는 없습니다.",
        "en": "There is no condition operator {name}.",
    },
    "policy.unknown-operator.mend": {
        "ko": "StringEquals, StringLike, ArnLike, Bool 같은 연산자를 쓰세요.",
        "en": "Use an operator such as StringEquals, StringLike, ArnLike or Bool.",
    },
    "policy.unknown-operator-near": {
        "ko": "{name:이라는} 조건 연산자는 없습니다. {suggestion:을} 뜻한 것 같습니다.",
        "en": "There is no condition operator {name}; {suggestion} is probably meant.",
    },
    "policy.unknown-operator-near.mend": {
        "ko": "연산자 이름을 제안된 대로 고치세요.",
        "en": "Correct the name of the operator as proposed.",
    },
    "policy.null-with-if-exists": {
        "ko": "Null에는 IfExists를 붙일 수 없습니다. Null이 이미 키가 있는지를 묻습니다.",
        "en": "Null takes no IfExists: it already asks whether the key is there.",
    },
    "policy.null-with-if-exists.mend": {
        "ko": "IfExists를 지우세요.",
        "en": "Remove IfExists.",
    },
}
