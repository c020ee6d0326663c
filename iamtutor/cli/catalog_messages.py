"""What `iamtutor catalog` says, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

CATALOG_COMMAND_MESSAGES: Final[Messages] = {
    "cli.help.catalog": {
        "ko": "작업, 조건 키, 서비스, AWS 관리형 정책을 찾아봅니다",
        "en": "looks up actions, condition keys, services and AWS managed policies",
    },
    "cli.catalog.name": {
        "ko": "이름이나 패턴: s3:GetObject, 's3:Get*', aws:SourceIp, 'aws:*', s3, s3:bucket, ecs-tasks.amazonaws.com, "
        "AmazonS3ReadOnlyAccess",
        "en": "a name or pattern: s3:GetObject, 's3:Get*', aws:SourceIp, 'aws:*', s3, s3:bucket, ecs-tasks.amazonaws.com, "
        "AmazonS3ReadOnlyAccess",
    },
    "cli.catalog.open": {
        "ko": "앱에서 엽니다. 작업, 리소스 유형, 조건 키 사이를 오갈 수 있습니다",
        "en": "open it in the app, where actions, resource types and condition keys lead to each other",
    },
    "cli.catalog.bad-name": {
        "ko": "이름이 아닙니다: {name} (보이는 글자 {limit}자까지)",
        "en": "this is no name: {name} (at most {limit} visible characters)",
    },
    "cli.catalog.unknown": {
        "ko": "{name:은} 카탈로그에 없습니다",
        "en": "the catalogue does not know {name}",
    },
    "cli.catalog.unknown-near": {
        "ko": "{name:은} 카탈로그에 없습니다. 비슷한 이름: {near}",
        "en": "the catalogue does not know {name}; near to it: {near}",
    },
    "cli.catalog.action": {"ko": "{service}의 작업", "en": "action of {service}"},
    "cli.catalog.resource-type": {"ko": "{service}의 리소스 유형", "en": "resource type of {service}"},
    "cli.catalog.condition-key": {"ko": "{service}의 조건 키", "en": "condition key of {service}"},
    "cli.catalog.global-key": {"ko": "글로벌 조건 키", "en": "global condition key"},
    "cli.catalog.claim-key": {"ko": "OIDC 공급자의 조건 키", "en": "condition key of an OIDC provider"},
    "cli.catalog.service": {"ko": "서비스", "en": "service"},
    "cli.catalog.principal": {"ko": "{service}의 서비스 보안 주체", "en": "service principal of {service}"},
    "cli.catalog.managed": {"ko": "AWS 관리형 정책", "en": "AWS managed policy"},
    "cli.catalog.region": {"ko": "리전", "en": "Region"},
    "cli.catalog.partition": {"ko": "파티션", "en": "partition"},
    "cli.catalog.resources": {"ko": "리소스", "en": "Resources"},
    "cli.catalog.resources-only-all": {"ko": "* 뿐입니다", "en": "only *"},
    "cli.catalog.required": {
        "ko": "* 표시: 이 작업을 허용하려면 꼭 함께 허용해야 하는 리소스 유형",
        "en": "* marks a resource type that must be granted with the action",
    },
    "cli.catalog.keys": {"ko": "조건 키", "en": "Condition keys"},
    "cli.catalog.needs": {"ko": "함께 필요", "en": "Also needs"},
    "cli.catalog.none": {"ko": "없음", "en": "none"},
    "cli.catalog.also-global": {
        "ko": "글로벌 키도 쓸 수 있습니다: iamtutor catalog 'aws:*'",
        "en": "Global keys can be used too: iamtutor catalog 'aws:*'",
    },
    "cli.catalog.type": {"ko": "형식", "en": "Type"},
    "cli.catalog.multivalued": {"ko": "값이 여럿", "en": "multivalued"},
    "cli.catalog.no-wildcards": {
        "ko": "값에 와일드카드를 쓰지 마세요",
        "en": "never compare it with wildcards",
    },
    "cli.catalog.present": {"ko": "언제 있나", "en": "Present"},
    "cli.catalog.source": {"ko": "출처", "en": "Source"},
    "cli.catalog.meaning": {"ko": "뜻", "en": "Meaning"},
    "cli.catalog.aws-says": {"ko": "AWS 설명(영어)", "en": "AWS says"},
    "cli.catalog.taken-by": {"ko": "받는 작업", "en": "Taken by"},
    "cli.catalog.used-by": {"ko": "쓰는 작업", "en": "Used by"},
    "cli.catalog.actions": {"ko": "작업", "en": "Actions"},
    "cli.catalog.types": {"ko": "리소스 유형", "en": "Resource types"},
    "cli.catalog.list-actions": {
        "ko": "작업 목록: iamtutor catalog '{service}:*'",
        "en": "For the actions: iamtutor catalog '{service}:*'",
    },
    "cli.catalog.arn-format": {"ko": "ARN 형식", "en": "ARN format"},
    "cli.catalog.arn": {"ko": "정책의 ARN", "en": "ARN"},
    "cli.catalog.version": {"ko": "버전", "en": "Version"},
    "cli.catalog.version-of": {"ko": "{version} ({date})", "en": "{version} ({date})"},
    "cli.catalog.domain": {"ko": "도메인", "en": "Domain"},
    "cli.catalog.matched": {
        "ko": "작업 {count}개. 하나씩 자세히 보려면 이름을 그대로 쓰세요",
        "en": "{count:action|actions}. For more about one of them, give its name",
    },
}
