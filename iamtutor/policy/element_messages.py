"""What the reader says of the elements of a policy, in Korean and English: which there are, and what they must be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Messages = Mapping[str, Mapping[str, str]]

MESSAGES: Final[Messages] = {
    "policy.not-an-object": {
        "ko": "정책은 중괄호로 묶은 객체여야 합니다.",
        "en": "A policy must be an object in curly braces.",
    },
    "policy.not-an-object.mend": {
        "ko": "전체를 중괄호로 묶고 Version과 Statement를 적으세요.",
        "en": "Put curly braces around it, with Version and Statement inside.",
    },
    "policy.unknown-element": {
        "ko": "{name:이라는} 정책 요소는 없습니다.",
        "en": "There is no policy element {name}.",
    },
    "policy.unknown-element.mend": {
        "ko": "이 이름을 지우거나, 정책 언어의 요소로 바꾸세요.",
        "en": "Remove it, or replace it with an element of the policy language.",
    },
    "policy.unknown-element-near": {
        "ko": "{name:이라는} 정책 요소는 없습니다. {suggestion:을} 뜻한 것 같습니다.",
        "en": "There is no policy element {name}; {suggestion} is probably meant.",
    },
    "policy.unknown-element-near.mend": {
        "ko": "요소 이름은 대소문자까지 맞아야 합니다.",
        "en": "The name of an element must be exact, upper and lower case included.",
    },
    "policy.belongs-to-policy": {
        "ko": "{name:은} 문이 아니라 정책의 바깥쪽에 적습니다.",
        "en": "{name} belongs to the policy itself, not to a statement.",
    },
    "policy.belongs-to-policy.mend": {
        "ko": "Statement와 나란한 자리로 옮기세요.",
        "en": "Move it up to the level of Statement.",
    },
    "policy.belongs-to-statement": {
        "ko": "{name:은} 문 안에 적어야 합니다.",
        "en": "{name} must stand inside a statement.",
    },
    "policy.belongs-to-statement.mend": {
        "ko": "Statement 목록의 중괄호 안으로 옮기세요.",
        "en": "Move it into the curly braces of a statement, in the Statement list.",
    },
    "policy.missing-statement": {
        "ko": "정책에는 문(Statement)이 하나 이상 있어야 합니다.",
        "en": "A policy must have at least one statement.",
    },
    "policy.missing-statement.mend": {
        "ko": "Statement에 Effect와 Action이 있는 문을 적으세요.",
        "en": "Add Statement with a statement that has an Effect and an Action.",
    },
    "policy.missing-effect": {
        "ko": "이 문에는 Effect가 없습니다. Allow나 Deny를 적어야 합니다.",
        "en": "This statement has no Effect: it must say Allow or Deny.",
    },
    "policy.missing-effect.mend": {
        "ko": "Effect를 적으세요. 기본값은 없습니다.",
        "en": "Add an Effect; there is no default.",
    },
    "policy.missing-action": {
        "ko": "이 문에는 Action이나 NotAction이 없습니다.",
        "en": "This statement has neither Action nor NotAction.",
    },
    "policy.missing-action.mend": {
        "ko": "무엇을 허용하거나 거부하는지 Action에 적으세요.",
        "en": "Say in Action what is allowed or denied.",
    },
    "policy.missing-resource": {
        "ko": "이 문에는 Resource나 NotResource가 없습니다.",
        "en": "This statement has neither Resource nor NotResource.",
    },
    "policy.missing-resource.mend": {
        "ko": "대상의 ARN을 Resource에 적으세요. 모든 리소스라면 별표(*) 하나를 적습니다.",
        "en": "Write the ARN of what it is about in Resource; an asterisk stands for every resource.",
    },
    "policy.missing-principal": {
        "ko": "이 문에는 Principal이나 NotPrincipal이 없습니다. 이런 정책은 누구에 관한 것인지 밝혀야 합니다.",
        "en": "This statement has neither Principal nor NotPrincipal: a policy of this kind must say whom it is about.",
    },
    "policy.missing-principal.mend": {
        "ko": "Principal에 계정, 사용자, 역할 또는 서비스를 적으세요.",
        "en": "Name an account, user, role or service in Principal.",
    },
    "policy.both-action-and-not-action": {
        "ko": "한 문에 Action과 NotAction을 함께 쓸 수 없습니다.",
        "en": "A statement cannot have both Action and NotAction.",
    },
    "policy.both-action-and-not-action.mend": {
        "ko": "하나를 지우거나 문을 나누세요.",
        "en": "Remove one of them, or split the statement in two.",
    },
    "policy.both-resource-and-not-resource": {
        "ko": "한 문에 Resource와 NotResource를 함께 쓸 수 없습니다.",
        "en": "A statement cannot have both Resource and NotResource.",
    },
    "policy.both-resource-and-not-resource.mend": {
        "ko": "하나를 지우거나 문을 나누세요.",
        "en": "Remove one of them, or split the statement in two.",
    },
    "policy.both-principal-and-not-principal": {
        "ko": "한 문에 Principal과 NotPrincipal을 함께 쓸 수 없습니다.",
        "en": "A statement cannot have both Principal and NotPrincipal.",
    },
    "policy.both-principal-and-not-principal.mend": {
        "ko": "하나를 지우거나 문을 나누세요.",
        "en": "Remove one of them, or split the statement in two.",
    },
    "policy.resource-not-allowed": {
        "ko": "신뢰 정책에는 {name:을} 쓸 수 없습니다. 대상은 언제나 역할 자신입니다.",
        "en": "A trust policy must not have {name}: it is always about the role itself.",
    },
    "policy.resource-not-allowed.mend": {
        "ko": "이 요소를 지우세요. AWS는 이때 'Has prohibited field Resource'라고 답합니다.",
        "en": "Remove the element; AWS answers 'Has prohibited field Resource'.",
    },
    "policy.principal-not-allowed": {
        "ko": "이 종류의 정책에는 {name:을} 쓸 수 없습니다. 보안 주체는 정책을 어디에 연결하는지로 정해집니다.",
        "en": "A policy of this kind must not have {name}: whom it is about follows from where it is attached.",
    },
    "policy.principal-not-allowed.mend": {
        "ko": "이 요소를 지우세요. 리소스 기반 정책과 신뢰 정책에만 씁니다.",
        "en": "Remove it: only resource-based policies and trust policies name principals.",
    },
    "policy.wrong-type-string": {
        "ko": "{name:은} 문자열이어야 합니다. 지금은 {found}입니다.",
        "en": "{name} must be a string, not {found}.",
    },
    "policy.wrong-type-string.mend": {
        "ko": "값을 큰따옴표로 묶으세요.",
        "en": "Put the value in double quotation marks.",
    },
    "policy.wrong-type-strings": {
        "ko": "{name:은} 문자열이거나 문자열의 목록이어야 합니다. 지금은 {found}입니다.",
        "en": "{name} must be a string or a list of strings, not {found}.",
    },
    "policy.wrong-type-strings.mend": {
        "ko": "값을 큰따옴표로 묶고, 여럿이면 대괄호 안에 적으세요.",
        "en": "Put the value in double quotation marks, and several values in square brackets.",
    },
    "policy.wrong-type-item": {
        "ko": "{name} 목록의 항목은 문자열이어야 합니다. 지금은 {found}입니다.",
        "en": "Each item of {name} must be a string, not {found}.",
    },
    "policy.wrong-type-item.mend": {
        "ko": "항목을 하나씩 큰따옴표로 묶고, 목록 안에 목록을 넣지 마세요.",
        "en": "Put each item in double quotation marks, without a list inside the list.",
    },
    "policy.wrong-type-statement": {
        "ko": "문(Statement)은 중괄호로 묶은 객체여야 합니다. 지금은 {found}입니다.",
        "en": "A statement must be an object in curly braces, not {found}.",
    },
    "policy.wrong-type-statement.mend": {
        "ko": "문마다 중괄호로 묶고, 여럿이면 대괄호 안에 나란히 적으세요.",
        "en": "Put curly braces around each statement; several of them go into one pair of square brackets.",
    },
    "policy.empty-list": {
        "ko": "{name:이} 비어 있습니다. 값이 하나 이상 있어야 합니다.",
        "en": "{name} is empty: it needs at least one value.",
    },
    "policy.empty-list.mend": {
        "ko": "값을 적거나, 필요 없는 문이라면 지우세요.",
        "en": "Add a value, or remove the statement if it is not needed.",
    },
    "policy.characters": {
        "ko": "“{found}”{found:+은} IAM 정책에 쓸 수 없는 글자입니다. U+0020에서 U+00FF까지(영문, 숫자, 기호, 서유럽 문자)와 탭, 줄바꿈만 받습니다.",
        "en": "IAM does not take “{found}” in a policy: only U+0020 to U+00FF (Latin letters, digits, signs), tabs and line breaks.",
    },
    "policy.characters.mend": {
        "ko": "한글을 비롯한 다른 글자 대신 영문과 숫자로 적으세요.",
        "en": "Use Latin letters and digits instead of Hangul and other scripts.",
    },
}
