"""What the checks of condition operators say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "validation.TYPE_MISMATCH": {
        "ko": "{key:은} {type} 유형의 키라서 {operator:과} 맞지 않습니다.",
        "en": "{key} is a key of type {type}, which {operator} does not suit.",
    },
    "validation.TYPE_MISMATCH.why": {
        "ko": "유형이 맞지 않는 비교는 거의 언제나 거짓입니다.",
        "en": "A comparison of the wrong type is nearly always false.",
    },
    "validation.TYPE_MISMATCH.mend": {
        "ko": "{type} 유형의 연산자로 바꾸세요.",
        "en": "Use an operator of type {type}.",
    },
    "validation.STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS": {
        "ko": "{key:은} ARN이므로 {operator} 대신 {meant:을} 써야 합니다.",
        "en": "{key} is an ARN: use {meant} instead of {operator}.",
    },
    "validation.STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS.why": {
        "ko": "문자열로 비교하면 별표가 콜론을 넘어가, 다른 계정이나 다른 유형의 ARN까지 일치합니다.",
        "en": "Compared as text, an asterisk reaches over colons and matches ARNs of other accounts and types.",
    },
    "validation.STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS.mend": {
        "ko": "연산자를 {meant:으로} 바꾸세요.",
        "en": "Change the operator to {meant}.",
    },
    "validation.INVALID_VARIABLE_FOR_OPERATOR": {
        "ko": "{operator} 연산자에서는 정책 변수를 쓸 수 없습니다: {value}",
        "en": "{operator} takes no policy variables: {value}",
    },
    "validation.INVALID_VARIABLE_FOR_OPERATOR.why": {
        "ko": "정책 변수는 문자열과 ARN 연산자에서만 바뀝니다. 여기서는 글자 그대로 비교됩니다.",
        "en": "Variables are replaced with string and ARN operators only; here they are compared as they stand.",
    },
    "validation.INVALID_VARIABLE_FOR_OPERATOR.mend": {
        "ko": "값을 직접 적거나 문자열 연산자를 쓰세요.",
        "en": "Write the value itself, or use a string operator.",
    },
    "validation.WILDCARD_WITHOUT_LIKE_OPERATOR": {
        "ko": "{operator:은} 와일드카드를 글자 그대로 비교합니다: {value}",
        "en": "{operator} compares wildcards as plain characters: {value}",
    },
    "validation.WILDCARD_WITHOUT_LIKE_OPERATOR.why": {
        "ko": "별표나 물음표가 든 값과 똑같은 값은 요청에 거의 없으므로 조건이 맞지 않습니다.",
        "en": "Hardly any request holds a value with a literal asterisk or question mark, so the condition is not met.",
    },
    "validation.WILDCARD_WITHOUT_LIKE_OPERATOR.mend": {
        "ko": "와일드카드를 뜻했다면 {meant:을} 쓰세요. 글자 그대로라면 별표는 ${{*}}로 적습니다.",
        "en": "Use {meant} if you mean a wildcard; for the character itself write ${{*}}.",
    },
    "validation.MISSING_QUALIFIER": {
        "ko": "{key:은} 값이 여럿일 수 있는 키인데 ForAllValues나 ForAnyValue가 없습니다.",
        "en": "{key} may hold several values, but ForAllValues or ForAnyValue is missing.",
    },
    "validation.MISSING_QUALIFIER.why": {
        "ko": "값이 둘 이상인 요청을 어떻게 비교할지 정해지지 않습니다.",
        "en": "How a request with two values is compared remains open.",
    },
    "validation.MISSING_QUALIFIER.mend": {
        "ko": "하나라도 맞으면 되면 ForAnyValue:를, 모두 맞아야 하면 ForAllValues:를 앞에 붙이세요.",
        "en": "Put ForAnyValue: in front where one value that matches is enough, ForAllValues: where all must.",
    },
    "validation.FORALLVALUES_WITH_SINGLE_VALUED_KEY": {
        "ko": "{key:은} 값이 하나인 키라서 ForAllValues를 쓰면 위험합니다.",
        "en": "{key} holds a single value, so ForAllValues is dangerous here.",
    },
    "validation.FORALLVALUES_WITH_SINGLE_VALUED_KEY.why": {
        "ko": "ForAllValues는 키가 아예 없어도 참입니다. 키가 없는 요청이 조건을 통과합니다.",
        "en": "ForAllValues is also true when the key is absent: requests without it pass the condition.",
    },
    "validation.FORALLVALUES_WITH_SINGLE_VALUED_KEY.mend": {
        "ko": "{meant:으로} 바꾸세요.",
        "en": "Use {meant} instead.",
    },
    "validation.NULL_WITH_QUALIFIER": {
        "ko": "{operator:은} {key:을} 보지 않고 언제나 같은 답을 냅니다.",
        "en": "{operator} gives always the same answer, whatever {key} holds.",
    },
    "validation.NULL_WITH_QUALIFIER.why": {
        "ko": "Null은 값이 아니라 키가 있는지를 묻습니다. ForAllValues를 붙이면 늘 참, ForAnyValue를 붙이면 늘 거짓입니다.",
        "en": "Null asks for the key and not for values: with ForAllValues it is always true, with ForAnyValue always false.",
    },
    "validation.NULL_WITH_QUALIFIER.mend": {
        "ko": "Null만 쓰거나, 값을 비교하려면 StringLike를 쓰세요.",
        "en": "Use plain Null, or StringLike to compare values.",
    },
    "validation.FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE": {
        "ko": "{key:은} 값이 하나인 클레임인데 {operator:을} 썼습니다.",
        "en": "{key} is a claim with a single value, but {operator} is used.",
    },
    "validation.FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE.why": {
        "ko": "공급자가 값을 여럿 보내면 그중 하나만 맞아도 역할을 수임할 수 있습니다.",
        "en": "Should the provider send several values, one that matches is enough to assume the role.",
    },
    "validation.FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE.mend": {
        "ko": "{meant:으로} 바꾸세요.",
        "en": "Use {meant} instead.",
    },
    "validation.CONFIRM_AUDIENCE_CLAIM_TYPE": {
        "ko": "{key:은} 대개 값이 하나인데 {operator:을} 썼습니다. 값이 여럿인지 확인하세요.",
        "en": "{key} usually holds a single value, but {operator} is used: make sure that there can be several.",
    },
    "validation.CONFIRM_AUDIENCE_CLAIM_TYPE.why": {
        "ko": "ForAllValues는 클레임이 아예 없어도 참이라서, aud가 없는 토큰도 통과합니다.",
        "en": "ForAllValues is also true without the claim: a token that lacks aud passes.",
    },
    "validation.CONFIRM_AUDIENCE_CLAIM_TYPE.mend": {
        "ko": "값이 하나라면 {meant:으로} 바꾸세요.",
        "en": "Use {meant} where there is one value.",
    },
    "validation.EMPTY_ARRAY_CONDITION": {
        "ko": "{key}의 값 목록이 비어 있습니다.",
        "en": "The list of values of {key} is empty.",
    },
    "validation.EMPTY_ARRAY_CONDITION.why": {
        "ko": "빈 목록과는 어떤 값도 일치하지 않으므로 조건이 맞지 않습니다.",
        "en": "No value matches an empty list, so the condition is not met.",
    },
    "validation.EMPTY_ARRAY_CONDITION.mend": {
        "ko": "값을 적거나 조건을 지우세요.",
        "en": "Add a value, or remove the condition.",
    },
    "validation.EMPTY_ARRAY_CONDITION_FORALLVALUES": {
        "ko": "{key}의 값 목록이 비어 있어, 키가 없을 때만 참입니다.",
        "en": "The list of values of {key} is empty, so the test is true only without the key.",
    },
    "validation.EMPTY_ARRAY_CONDITION_FORALLVALUES.why": {
        "ko": "ForAllValues는 비교할 값이 없으면 참입니다. 키가 없는지를 묻는 것과 같습니다.",
        "en": "ForAllValues is true when there is nothing to compare: the test asks whether the key is absent.",
    },
    "validation.EMPTY_ARRAY_CONDITION_FORALLVALUES.mend": {
        "ko": "키가 없는지를 물으려면 Null을 쓰고, 아니면 값을 적으세요.",
        "en": "Ask with Null whether the key is absent, or add values.",
    },
    "validation.EMPTY_ARRAY_CONDITION_FORANYVALUE": {
        "ko": "{key}의 값 목록이 비어 있어 조건이 맞는 일이 없습니다.",
        "en": "The list of values of {key} is empty, so the condition is never met.",
    },
    "validation.EMPTY_ARRAY_CONDITION_FORANYVALUE.why": {
        "ko": "ForAnyValue는 하나라도 맞아야 하는데 맞을 값이 없습니다.",
        "en": "ForAnyValue needs one value that matches, and there is none to match.",
    },
    "validation.EMPTY_ARRAY_CONDITION_FORANYVALUE.mend": {
        "ko": "값을 적거나 조건을 지우세요.",
        "en": "Add a value, or remove the condition.",
    },
    "validation.EMPTY_ARRAY_CONDITION_IFEXISTS": {
        "ko": "{key}의 값 목록이 비어 있어, 키가 없을 때만 참입니다.",
        "en": "The list of values of {key} is empty, so the test is true only without the key.",
    },
    "validation.EMPTY_ARRAY_CONDITION_IFEXISTS.why": {
        "ko": "IfExists는 키가 없으면 참이고, 키가 있으면 빈 목록과 비교하므로 거짓입니다.",
        "en": "IfExists is true without the key, and with it nothing matches an empty list.",
    },
    "validation.EMPTY_ARRAY_CONDITION_IFEXISTS.mend": {
        "ko": "키가 없는지를 물으려면 Null을 쓰고, 아니면 값을 적으세요.",
        "en": "Ask with Null whether the key is absent, or add values.",
    },
    "validation.EMPTY_OBJECT_CONDITION": {
        "ko": "조건이 비어 있습니다.",
        "en": "The condition is empty.",
    },
    "validation.EMPTY_OBJECT_CONDITION.why": {
        "ko": "빈 조건은 언제나 참이므로, 조건이 있는 것처럼 보여도 아무것도 제한하지 않습니다.",
        "en": "An empty condition is always true: it looks like a limit and is none.",
    },
    "validation.EMPTY_OBJECT_CONDITION.mend": {
        "ko": "조건을 적거나 Condition을 지우세요.",
        "en": "Write a condition, or remove Condition.",
    },
    "validation.EMPTY_SID_VALUE": {
        "ko": "Sid가 비어 있습니다.",
        "en": "The Sid is empty.",
    },
    "validation.EMPTY_SID_VALUE.why": {
        "ko": "빈 이름은 문을 가리키지 못합니다.",
        "en": "An empty name does not name the statement.",
    },
    "validation.EMPTY_SID_VALUE.mend": {
        "ko": "문의 뜻을 나타내는 이름을 적거나 Sid를 지우세요.",
        "en": "Write a name that says what the statement is for, or remove Sid.",
    },
    "validation.EQUIVALENT_TO_NULL_FALSE": {
        "ko": "{operator:으로} 별표(*) 하나와 비교하면 {key:이} 있는지만 묻게 됩니다.",
        "en": "{operator} against a single asterisk only asks whether {key} is there.",
    },
    "validation.EQUIVALENT_TO_NULL_FALSE.why": {
        "ko": "빈 값도 일치합니다. 값을 확인하는 조건처럼 보이지만 그렇지 않습니다.",
        "en": "Even an empty value matches: it looks like a test of the value and is none.",
    },
    "validation.EQUIVALENT_TO_NULL_FALSE.mend": {
        "ko": "키가 있는지만 물으려면 Null에 false를 적으세요. 아니면 값을 적으세요.",
        "en": "Ask with Null and false whether the key is there, or write the values that you mean.",
    },
    "validation.EQUIVALENT_TO_NULL_TRUE": {
        "ko": "{operator:으로} 별표(*) 하나와 비교하면 {key:이} 없는지만 묻게 됩니다.",
        "en": "{operator} against a single asterisk only asks whether {key} is absent.",
    },
    "validation.EQUIVALENT_TO_NULL_TRUE.why": {
        "ko": "어떤 값이든 별표와 일치하므로, 키가 있으면 늘 거짓입니다.",
        "en": "Every value matches an asterisk, so the test is false whenever the key is there.",
    },
    "validation.EQUIVALENT_TO_NULL_TRUE.mend": {
        "ko": "키가 없는지만 물으려면 Null에 true를 적으세요. 아니면 값을 적으세요.",
        "en": "Ask with Null and true whether the key is absent, or write the values that you mean.",
    },
    "validation.REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION": {
        "ko": "{operator:으로} 별표(*) 하나와 비교하므로 {key} 조건은 언제나 참입니다.",
        "en": "{operator} against a single asterisk is always true, so {key} limits nothing.",
    },
    "validation.REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION.why": {
        "ko": "제한처럼 보이지만 모든 요청이 통과합니다.",
        "en": "It looks like a limit, but every request passes.",
    },
    "validation.REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION.mend": {
        "ko": "조건을 지우거나 값을 적으세요.",
        "en": "Remove the test, or write the values that you mean.",
    },
    "validation.REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION": {
        "ko": "{operator:으로} 별표(*) 하나와 비교하므로 {key} 조건은 맞는 일이 없습니다.",
        "en": "{operator} against a single asterisk is never true, so the test of {key} is never met.",
    },
    "validation.REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION.why": {
        "ko": "조건이 맞지 않으니 이 문은 아무 일도 하지 않습니다.",
        "en": "With a condition that is never met the statement does nothing.",
    },
    "validation.REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION.mend": {
        "ko": "문을 지우거나 값을 적으세요.",
        "en": "Remove the statement, or write the values that you mean.",
    },
}
