"""What the checks of ARNs say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "validation.INVALID_ARN_PREFIX": {
        "ko": "리소스는 arn:으로 시작해야 합니다: {resource}",
        "en": "A resource begins with arn:, which this does not: {resource}",
    },
    "validation.INVALID_ARN_PREFIX.why": {
        "ko": "AWS는 ARN이 아닌 이름으로 리소스를 찾지 않습니다. 이 값과 일치하는 리소스는 없습니다.",
        "en": "AWS finds resources by ARN and by no other name: no resource matches this value.",
    },
    "validation.INVALID_ARN_PREFIX.mend": {
        "ko": "arn:aws:서비스:리전:계정:리소스 꼴로 적거나, 모든 리소스라면 별표(*) 하나를 적으세요.",
        "en": "Write arn:aws:service:region:account:resource, or a single asterisk for every resource.",
    },
    "validation.MISSING_ARN_FIELD": {
        "ko": "ARN은 콜론으로 나눈 여섯 부분으로 이루어지는데, 여기에는 {count}개뿐입니다: {resource}",
        "en": "An ARN has six parts between colons; this one has {count}: {resource}",
    },
    "validation.MISSING_ARN_FIELD.why": {
        "ko": "한 부분이라도 빠지면 나머지가 엉뚱한 자리에 놓여 어떤 리소스와도 일치하지 않습니다.",
        "en": "With one part missing the others stand in the wrong places, and no resource matches.",
    },
    "validation.MISSING_ARN_FIELD.mend": {
        "ko": "비어 있는 부분도 콜론은 적으세요. 예: arn:aws:s3:::my-bucket",
        "en": "Keep the colons of parts that are empty, as in arn:aws:s3:::my-bucket.",
    },
    "validation.INVALID_PARTITION": {
        "ko": "{partition:이라는} 파티션은 없습니다.",
        "en": "There is no partition {partition}.",
    },
    "validation.INVALID_PARTITION.why": {
        "ko": "파티션은 리전의 묶음이고, 상용 리전의 파티션은 aws입니다. 없는 파티션의 ARN과 일치하는 리소스는 없습니다.",
        "en": "A partition is a group of Regions, aws for the commercial ones; no resource has an ARN in a partition that does not exist.",
    },
    "validation.INVALID_PARTITION.mend": {
        "ko": "aws, 중국은 aws-cn, GovCloud는 aws-us-gov를 적으세요.",
        "en": "Write aws, aws-cn for China or aws-us-gov for GovCloud.",
    },
    "validation.INVALID_ARN_SERVICE_CASE": {
        "ko": "ARN의 서비스 이름은 소문자여야 합니다: {service}",
        "en": "The service of an ARN is written in small letters: {service}",
    },
    "validation.INVALID_ARN_SERVICE_CASE.why": {
        "ko": "ARN은 대소문자를 구분하므로 {service:으로} 적은 ARN과 일치하는 리소스는 없습니다.",
        "en": "ARNs are compared letter by letter, so no resource has one with {service}.",
    },
    "validation.INVALID_ARN_SERVICE_CASE.mend": {
        "ko": "{meant:으로} 고치세요.",
        "en": "Write {meant}.",
    },
    "validation.INVALID_ARN_REGION": {
        "ko": "{region:이라는} 리전은 없습니다.",
        "en": "There is no Region {region}.",
    },
    "validation.INVALID_ARN_REGION.why": {
        "ko": "없는 리전의 ARN과 일치하는 리소스는 없으므로, 이 값은 아무것도 허용하거나 거부하지 않습니다.",
        "en": "No resource lies in a Region that does not exist: this value allows and denies nothing.",
    },
    "validation.INVALID_ARN_REGION.mend": {
        "ko": "리전 코드를 확인하세요. 예: ap-northeast-2. 모든 리전이라면 별표(*)를 적습니다.",
        "en": "Check the code, such as us-east-1; an asterisk stands for every Region.",
    },
    "validation.INVALID_ARN_ACCOUNT": {
        "ko": "계정 ID는 숫자 열두 자리입니다: {account}",
        "en": "An account ID has twelve digits, which this is not: {account}",
    },
    "validation.INVALID_ARN_ACCOUNT.why": {
        "ko": "그런 계정은 없으므로 이 ARN과 일치하는 리소스도 없습니다.",
        "en": "There is no such account, so no resource matches this ARN.",
    },
    "validation.INVALID_ARN_ACCOUNT.mend": {
        "ko": "열두 자리 계정 ID를 적으세요. 앞자리의 0도 빠뜨리면 안 됩니다.",
        "en": "Write the account ID with all twelve digits, zeros in front included.",
    },
    "validation.INVALID_SERVICE": {
        "ko": "{service:이라는} 서비스는 없습니다.",
        "en": "There is no service {service}.",
    },
    "validation.INVALID_SERVICE.why": {
        "ko": "서비스 이름이 틀리면 어떤 리소스나 요청과도 일치하지 않습니다.",
        "en": "With a wrong service no resource and no request can match.",
    },
    "validation.INVALID_SERVICE.mend": {
        "ko": "서비스 접두사를 확인하세요. 제품 이름과 다를 때가 많습니다(예: CloudWatch Logs는 logs).",
        "en": "Check the service prefix; it often differs from the product's name (CloudWatch Logs is logs).",
    },
    "validation.INVALID_SERVICE.key": {
        "ko": "조건 키 {key}의 접두사 {service:은} 서비스가 아닙니다.",
        "en": "The prefix {service} of the condition key {key} is no service.",
    },
    "validation.ARN_REGION_NOT_ALLOWED": {
        "ko": "{service} 리소스의 ARN에는 리전이 들어가지 않습니다. 지금은 {region:이} 들어 있습니다.",
        "en": "ARNs of these {service} resources have no Region, but {region} is given.",
    },
    "validation.ARN_REGION_NOT_ALLOWED.why": {
        "ko": "이런 리소스의 ARN은 리전 자리가 늘 비어 있으므로, 리전을 적으면 일치하지 않습니다.",
        "en": "The Region of such an ARN is always empty, so nothing matches one that is filled in.",
    },
    "validation.ARN_REGION_NOT_ALLOWED.mend": {
        "ko": "리전 자리를 비우고 콜론만 남기세요.",
        "en": "Leave the Region empty and keep the colons.",
    },
    "validation.ARN_ACCOUNT_NOT_ALLOWED": {
        "ko": "{service} 리소스의 ARN에는 계정이 들어가지 않습니다. 지금은 {account:이} 들어 있습니다.",
        "en": "ARNs of these {service} resources have no account, but {account} is given.",
    },
    "validation.ARN_ACCOUNT_NOT_ALLOWED.why": {
        "ko": "이런 리소스의 ARN은 계정 자리가 늘 비어 있으므로, 계정을 적으면 일치하지 않습니다.",
        "en": "The account of such an ARN is always empty, so nothing matches one that is filled in.",
    },
    "validation.ARN_ACCOUNT_NOT_ALLOWED.mend": {
        "ko": "계정 자리를 비우세요. 소유 계정으로 좁히려면 aws:ResourceAccount 조건을 쓰세요.",
        "en": "Leave the account empty; to ask for the owner, use a condition on aws:ResourceAccount.",
    },
    "validation.MISSING_ARN_REGION": {
        "ko": "{service} 리소스의 ARN에는 리전이 있어야 합니다.",
        "en": "ARNs of {service} resources have a Region, which is missing here.",
    },
    "validation.MISSING_ARN_REGION.why": {
        "ko": "실제 ARN에는 늘 리전이 있으므로 빈 자리와 일치하는 리소스는 없습니다.",
        "en": "Real ARNs always have one, so no resource matches an empty Region.",
    },
    "validation.MISSING_ARN_REGION.mend": {
        "ko": "리전을 적거나, 모든 리전이라면 별표(*)를 적으세요.",
        "en": "Write the Region, or an asterisk for every Region.",
    },
    "validation.MISSING_ARN_ACCOUNT": {
        "ko": "{service} 리소스의 ARN에는 계정 ID가 있어야 합니다.",
        "en": "ARNs of {service} resources have an account ID, which is missing here.",
    },
    "validation.MISSING_ARN_ACCOUNT.why": {
        "ko": "실제 ARN에는 늘 소유 계정이 있으므로 빈 자리와 일치하는 리소스는 없습니다.",
        "en": "Real ARNs always have the owner's account, so no resource matches an empty one.",
    },
    "validation.MISSING_ARN_ACCOUNT.mend": {
        "ko": "소유 계정의 ID를 적으세요.",
        "en": "Write the ID of the account that owns the resource.",
    },
    "validation.INVALID_ARN_RESOURCE": {
        "ko": "{service} 서비스에는 {resource} 꼴의 리소스가 없습니다.",
        "en": "No {service} resource is named like {resource}.",
    },
    "validation.INVALID_ARN_RESOURCE.why": {
        "ko": "ARN의 끝부분이 서비스의 어떤 형식과도 맞지 않아 일치하는 리소스가 없습니다.",
        "en": "The last part fits none of the service's ARN formats, so no resource matches.",
    },
    "validation.INVALID_ARN_RESOURCE.mend": {
        "ko": "리소스 유형의 철자와 구분 기호(/ 또는 :)를 확인하세요. 예: role/이름",
        "en": "Check the resource type and what follows it (a slash or a colon), as in role/name.",
    },
    "validation.WILDCARD_IN_SERVICE_NAME": {
        "ko": "서비스 이름 {service}에 와일드카드가 있습니다.",
        "en": "The service name {service} holds a wildcard.",
    },
    "validation.WILDCARD_IN_SERVICE_NAME.why": {
        "ko": "이름이 비슷한 다른 서비스까지, 앞으로 나올 서비스까지 함께 일치합니다.",
        "en": "It also reaches other services with similar names, and those still to come.",
    },
    "validation.WILDCARD_IN_SERVICE_NAME.mend": {
        "ko": "서비스 이름을 하나씩 적으세요.",
        "en": "Write the services out, one by one.",
    },
}
