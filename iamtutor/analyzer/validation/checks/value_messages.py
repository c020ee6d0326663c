"""What the checks of condition values and policy variables say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "validation.TYPE_MISMATCH_BOOLEAN": {
        "ko": "{operator}의 값은 true나 false여야 합니다: {value}",
        "en": "{operator} takes true or false, not {value}",
    },
    "validation.TYPE_MISMATCH_BOOLEAN.why": {
        "ko": "참도 거짓도 아닌 값과는 비교할 수 없어 조건이 맞지 않습니다.",
        "en": "Nothing can be compared with a value that is neither, so the condition is not met.",
    },
    "validation.TYPE_MISMATCH_BOOLEAN.mend": {
        "ko": "true나 false를 적으세요.",
        "en": "Write true or false.",
    },
    "validation.TYPE_MISMATCH_NUMBER": {
        "ko": "{operator}의 값은 숫자여야 합니다: {value}",
        "en": "{operator} takes numbers, not {value}",
    },
    "validation.TYPE_MISMATCH_NUMBER.why": {
        "ko": "숫자가 아닌 값과는 크기를 비교할 수 없어 조건이 맞지 않습니다.",
        "en": "Nothing can be compared with a value that is no number, so the condition is not met.",
    },
    "validation.TYPE_MISMATCH_NUMBER.mend": {
        "ko": "숫자를 적으세요. 예: 3600",
        "en": "Write a number, such as 3600.",
    },
    "validation.TYPE_MISMATCH_DATE": {
        "ko": "{operator}의 값은 날짜여야 합니다: {value}",
        "en": "{operator} takes dates, not {value}",
    },
    "validation.TYPE_MISMATCH_DATE.why": {
        "ko": "읽을 수 없는 날짜와는 비교할 수 없어 조건이 맞지 않습니다.",
        "en": "Nothing can be compared with a date that cannot be read, so the condition is not met.",
    },
    "validation.TYPE_MISMATCH_DATE.mend": {
        "ko": "ISO 8601 꼴로 적으세요. 예: 2026-12-31T23:59:59Z",
        "en": "Write it as ISO 8601 has it, such as 2026-12-31T23:59:59Z.",
    },
    "validation.TYPE_MISMATCH_IP_RANGE": {
        "ko": "{operator}의 값은 IP 주소나 CIDR 범위여야 합니다: {value}",
        "en": "{operator} takes IP addresses and CIDR ranges, not {value}",
    },
    "validation.TYPE_MISMATCH_IP_RANGE.why": {
        "ko": "AWS는 IP 범위가 아닌 값을 받지 않습니다.",
        "en": "AWS does not take a value that is no IP range.",
    },
    "validation.TYPE_MISMATCH_IP_RANGE.mend": {
        "ko": "203.0.113.0/24나 2001:db8::/32처럼 적으세요.",
        "en": "Write it like 203.0.113.0/24 or 2001:db8::/32.",
    },
    "validation.TYPE_MISMATCH_STRING": {
        "ko": "{operator}의 값은 base64로 적은 문자열이어야 합니다: {value}",
        "en": "{operator} takes base64 text, not {value}",
    },
    "validation.TYPE_MISMATCH_STRING.why": {
        "ko": "이진 값은 base64끼리 비교하므로, 다른 문자열과는 맞는 일이 없습니다.",
        "en": "Binary values are compared as base64, so other text never matches.",
    },
    "validation.TYPE_MISMATCH_STRING.mend": {
        "ko": "값을 base64로 바꾸거나 문자열 연산자를 쓰세요.",
        "en": "Encode the value, or use a string operator.",
    },
    "validation.INVALID_DATE_VALUE": {
        "ko": "초 단위의 숫자로 적은 날짜입니다: {value}",
        "en": "This date is written as a number of seconds: {value}",
    },
    "validation.INVALID_DATE_VALUE.why": {
        "ko": "유닉스 시간은 사람이 읽기 어렵고, 생각한 시각과 다를 수 있습니다.",
        "en": "Epoch time is hard to read and may not be the moment that you expect.",
    },
    "validation.INVALID_DATE_VALUE.mend": {
        "ko": "2026-12-31T23:59:59Z처럼 적으세요.",
        "en": "Write it like 2026-12-31T23:59:59Z.",
    },
    "validation.INVALID_CONDITION_MULTIPLE_BOOLEAN": {
        "ko": "{key} 키에 참/거짓 값이 {count}개 있습니다. 하나만 쓸 수 있습니다.",
        "en": "{key} has {count} Boolean values; it takes one.",
    },
    "validation.INVALID_CONDITION_MULTIPLE_BOOLEAN.why": {
        "ko": "true와 false를 함께 적으면 언제나 참이라서 조건이 아무것도 제한하지 않습니다.",
        "en": "With true and false together the test is always true and limits nothing.",
    },
    "validation.INVALID_CONDITION_MULTIPLE_BOOLEAN.mend": {
        "ko": "하나만 남기세요.",
        "en": "Keep one of them.",
    },
    "validation.INVALID_CONDITION_DATA_TYPE": {
        "ko": "{key}의 값들이 서로 다른 JSON 유형입니다.",
        "en": "The values of {key} are of different JSON types.",
    },
    "validation.INVALID_CONDITION_DATA_TYPE.why": {
        "ko": "문자열과 숫자가 섞인 목록은 AWS가 받지 않습니다.",
        "en": "AWS does not take a list that mixes strings with numbers.",
    },
    "validation.INVALID_CONDITION_DATA_TYPE.mend": {
        "ko": "모두 큰따옴표로 묶어 문자열로 적으세요.",
        "en": "Put all of them in double quotation marks.",
    },
    "validation.INVALID_REGION": {
        "ko": "{region:이라는} 리전은 없습니다.",
        "en": "There is no Region {region}.",
    },
    "validation.INVALID_REGION.why": {
        "ko": "없는 리전으로 보낸 요청은 없으므로 이 값은 맞는 일이 없습니다.",
        "en": "No request goes to a Region that does not exist, so this value never matches.",
    },
    "validation.INVALID_REGION.mend": {
        "ko": "리전 코드를 확인하세요. 예: ap-northeast-2",
        "en": "Check the code, such as us-east-1.",
    },
    "validation.INVALID_VPC_FORMAT": {
        "ko": "VPC ID의 꼴이 아닙니다: {value}",
        "en": "This is not how a VPC ID looks: {value}",
    },
    "validation.INVALID_VPC_FORMAT.why": {
        "ko": "그런 VPC는 있을 수 없으므로 이 값은 맞는 일이 없습니다.",
        "en": "There can be no such VPC, so the value never matches.",
    },
    "validation.INVALID_VPC_FORMAT.mend": {
        "ko": "vpc- 뒤에 글자 8개나 17개가 오는 ID를 적으세요.",
        "en": "Write an ID of vpc- and 8 or 17 characters.",
    },
    "validation.INVALID_VPCE_FORMAT": {
        "ko": "VPC 엔드포인트 ID의 꼴이 아닙니다: {value}",
        "en": "This is not how the ID of a VPC endpoint looks: {value}",
    },
    "validation.INVALID_VPCE_FORMAT.why": {
        "ko": "그런 엔드포인트는 있을 수 없으므로 이 값은 맞는 일이 없습니다.",
        "en": "There can be no such endpoint, so the value never matches.",
    },
    "validation.INVALID_VPCE_FORMAT.mend": {
        "ko": "vpce- 뒤에 글자 8개나 17개가 오는 ID를 적으세요.",
        "en": "Write an ID of vpce- and 8 or 17 characters.",
    },
    "validation.INVALID_KMS_KEY_VALUE": {
        "ko": "KMS 키의 전체 ARN이 아닙니다: {value}",
        "en": "This is not the whole ARN of a KMS key: {value}",
    },
    "validation.INVALID_KMS_KEY_VALUE.why": {
        "ko": "요청에는 키의 ARN이 들어 있으므로 별칭이나 키 ID는 맞는 일이 없습니다.",
        "en": "Requests hold the ARN of the key, so an alias or a key ID never matches.",
    },
    "validation.INVALID_KMS_KEY_VALUE.mend": {
        "ko": "arn:aws:kms:리전:계정:key/키-ID 꼴로 적으세요.",
        "en": "Write arn:aws:kms:region:account:key/key-id.",
    },
    "validation.INVALID_SERVICE_PRINCIPAL_FORMAT": {
        "ko": "서비스 보안 주체의 꼴이 아닙니다: {value}",
        "en": "This is not how a service principal looks here: {value}",
    },
    "validation.INVALID_SERVICE_PRINCIPAL_FORMAT.why": {
        "ko": "AWS가 보내는 이름과 한 글자라도 다르면 맞는 일이 없습니다.",
        "en": "A name that differs from what AWS sends by one character never matches.",
    },
    "validation.INVALID_SERVICE_PRINCIPAL_FORMAT.mend": {
        "ko": "소문자로 service.amazonaws.com처럼 적으세요. kms:ViaService라면 service.region.amazonaws.com입니다.",
        "en": "Write it in small letters like service.amazonaws.com; for kms:ViaService like service.region.amazonaws.com.",
    },
    "validation.PRIVATE_IP_ADDRESS": {
        "ko": "aws:SourceIp에 사설 IP 범위만 있어 맞는 일이 없습니다(예: {address}).",
        "en": "aws:SourceIp has private ranges only, such as {address}, so it never matches.",
    },
    "validation.PRIVATE_IP_ADDRESS.why": {
        "ko": "aws:SourceIp에는 공인 주소만 들어 있습니다.",
        "en": "aws:SourceIp holds public addresses only.",
    },
    "validation.PRIVATE_IP_ADDRESS.mend": {
        "ko": "공인 주소를 적거나, VPC 안의 주소라면 aws:VpcSourceIp를 쓰세요.",
        "en": "Write public addresses, or use aws:VpcSourceIp for those inside a VPC.",
    },
    "validation.PRIVATE_NOT_IP_ADDRESS": {
        "ko": "aws:SourceIp에 사설 IP 범위만 있어 NotIpAddress가 언제나 참입니다(예: {address}).",
        "en": "aws:SourceIp has private ranges only, such as {address}, so NotIpAddress is always true.",
    },
    "validation.PRIVATE_NOT_IP_ADDRESS.why": {
        "ko": "aws:SourceIp에는 공인 주소만 들어 있으므로 예외로 적은 범위가 효과가 없습니다.",
        "en": "aws:SourceIp holds public addresses only, so the ranges that were to be spared have no effect.",
    },
    "validation.PRIVATE_NOT_IP_ADDRESS.mend": {
        "ko": "공인 주소를 적거나, VPC 안의 주소라면 aws:VpcSourceIp를 쓰세요.",
        "en": "Write public addresses, or use aws:VpcSourceIp for those inside a VPC.",
    },
    "validation.PRIVATE_IP_ADDRESS_SUBSET": {
        "ko": "aws:SourceIp의 값 가운데 사설 IP 범위가 {count}개 있습니다(예: {address}).",
        "en": "{count:value|values} of aws:SourceIp {count:+is a private range|are private ranges}, such as {address}.",
    },
    "validation.PRIVATE_IP_ADDRESS_SUBSET.why": {
        "ko": "aws:SourceIp에는 공인 주소만 들어 있으므로 사설 범위는 맞는 일이 없습니다.",
        "en": "aws:SourceIp holds public addresses only, so private ranges never match.",
    },
    "validation.PRIVATE_IP_ADDRESS_SUBSET.mend": {
        "ko": "사설 범위를 지우거나 aws:VpcSourceIp로 옮기세요.",
        "en": "Remove the private ranges, or move them to aws:VpcSourceIp.",
    },
    "validation.PRIVATE_NOT_IP_ADDRESS_SUBSET": {
        "ko": "aws:SourceIp의 값 가운데 사설 IP 범위가 {count}개 있어 효과가 없습니다(예: {address}).",
        "en": "{count:value|values} of aws:SourceIp {count:+is a private range|are private ranges} without effect, such as {address}.",
    },
    "validation.PRIVATE_NOT_IP_ADDRESS_SUBSET.why": {
        "ko": "aws:SourceIp에는 공인 주소만 들어 있으므로 사설 범위를 예외로 둘 수 없습니다.",
        "en": "aws:SourceIp holds public addresses only, so a private range cannot be spared by it.",
    },
    "validation.PRIVATE_NOT_IP_ADDRESS_SUBSET.mend": {
        "ko": "사설 범위를 지우거나 aws:VpcSourceIp로 옮기세요.",
        "en": "Remove the private ranges, or move them to aws:VpcSourceIp.",
    },
    "validation.IMPROVE_IP_RANGE": {
        "ko": "{address}에서 마스크 뒤의 비트는 무시됩니다. {meant:과} 같습니다.",
        "en": "The bits of {address} behind the mask are ignored; it means {meant}.",
    },
    "validation.IMPROVE_IP_RANGE.why": {
        "ko": "한 주소를 뜻한 것처럼 보이지만 범위 전체가 일치합니다.",
        "en": "It looks like one address, but the whole range matches.",
    },
    "validation.IMPROVE_IP_RANGE.mend": {
        "ko": "{meant:으로} 적거나, 주소 하나라면 /32를 쓰세요.",
        "en": "Write {meant}, or /32 for a single address.",
    },
    "validation.MISSING_BRACE_IN_VARIABLE": {
        "ko": "정책 변수가 닫히지 않았습니다: {variable}",
        "en": "This policy variable is not closed: {variable}",
    },
    "validation.MISSING_BRACE_IN_VARIABLE.why": {
        "ko": "닫는 중괄호가 없으면 변수가 아니라 글자로 읽힙니다.",
        "en": "Without the closing brace it is read as text and not as a variable.",
    },
    "validation.MISSING_BRACE_IN_VARIABLE.mend": {
        "ko": "변수 이름 뒤에 닫는 중괄호를 넣으세요.",
        "en": "Put a closing brace after the name of the variable.",
    },
    "validation.EMPTY_VARIABLE": {
        "ko": "정책 변수가 비어 있습니다.",
        "en": "This policy variable is empty.",
    },
    "validation.EMPTY_VARIABLE.why": {
        "ko": "이름이 없는 변수는 어떤 값으로도 바뀌지 않습니다.",
        "en": "A variable without a name is replaced by nothing.",
    },
    "validation.EMPTY_VARIABLE.mend": {
        "ko": "중괄호 안에 조건 키를 적거나 변수를 지우세요.",
        "en": "Write a condition key between the braces, or remove the variable.",
    },
    "validation.UNSUPPORTED_SPACE_IN_VARIABLE": {
        "ko": "정책 변수의 이름에 공백이 있습니다: {variable}",
        "en": "There is a space in the name of this policy variable: {variable}",
    },
    "validation.UNSUPPORTED_SPACE_IN_VARIABLE.why": {
        "ko": "공백이 있으면 조건 키로 읽히지 않습니다.",
        "en": "With a space it is not read as a condition key.",
    },
    "validation.UNSUPPORTED_SPACE_IN_VARIABLE.mend": {
        "ko": "공백을 지우세요. 기본값은 쉼표 뒤에 작은따옴표로 묶어 적습니다.",
        "en": "Remove the space; a default follows a comma, in single quotation marks.",
    },
    "validation.MISSING_QUOTE_IN_VARIABLE": {
        "ko": "정책 변수의 기본값은 작은따옴표로 묶어야 합니다: {variable}",
        "en": "The default of a policy variable stands in single quotation marks: {variable}",
    },
    "validation.MISSING_QUOTE_IN_VARIABLE.why": {
        "ko": "따옴표가 맞지 않으면 기본값으로 읽히지 않습니다.",
        "en": "Without both marks it is not read as a default.",
    },
    "validation.MISSING_QUOTE_IN_VARIABLE.mend": {
        "ko": "기본값의 앞뒤에 작은따옴표를 넣으세요.",
        "en": "Put a single quotation mark on both sides of the default.",
    },
    "validation.VARIABLE_UNSUPPORTED_IN_ELEMENT": {
        "ko": "이 요소에는 정책 변수를 쓸 수 없습니다: {value}",
        "en": "This element takes no policy variables: {value}",
    },
    "validation.VARIABLE_UNSUPPORTED_IN_ELEMENT.why": {
        "ko": "정책 변수는 Resource와 Condition에서만 값으로 바뀝니다.",
        "en": "Policy variables are replaced in Resource and Condition only.",
    },
    "validation.VARIABLE_UNSUPPORTED_IN_ELEMENT.mend": {
        "ko": "값을 직접 적으세요.",
        "en": "Write the value itself.",
    },
    "validation.VARIABLE_UNSUPPORTED_IN_VERSION": {
        "ko": "이 Version에서는 정책 변수가 글자 그대로 읽힙니다: {variable}",
        "en": "With this Version a policy variable is taken literally: {variable}",
    },
    "validation.VARIABLE_UNSUPPORTED_IN_VERSION.why": {
        "ko": "정책 변수는 Version 2012-10-17부터 동작합니다. Version이 없으면 옛 버전으로 읽힙니다.",
        "en": "Variables work from Version 2012-10-17 on; without a Version the older one applies.",
    },
    "validation.VARIABLE_UNSUPPORTED_IN_VERSION.mend": {
        "ko": "Version에 2012-10-17을 적으세요.",
        "en": "Set Version to 2012-10-17.",
    },
}
