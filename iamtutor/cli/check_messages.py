"""What `iamtutor check` says, in Korean and English; the findings themselves speak with the analyzer's words."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

CHECK_MESSAGES: Final[Messages] = {
    "cli.help.check": {
        "ko": "정책을 IAM Access Analyzer처럼 검사합니다",
        "en": "checks policies as IAM Access Analyzer does",
    },
    "cli.check.file": {
        "ko": "정책 파일. 여럿이어도 됩니다. -이면 표준 입력",
        "en": "policy files; - for standard input",
    },
    "cli.check.kind": {
        "ko": "정책의 종류 (기본값 identity, --resource-type이 있으면 resource)",
        "en": "what the policies are used for (default: identity, or resource where --resource-type is given)",
    },
    "cli.check.resource-type": {
        "ko": "리소스 기반 정책이 붙는 리소스 유형. 예: AWS::S3::Bucket",
        "en": "the type of resource that a resource-based policy is for, such as AWS::S3::Bucket",
    },
    "cli.check.fail-on": {
        "ko": "어느 심각도부터 종료 상태를 1로 할지 (기본값 suggestion: 무엇이든 찾으면 1)",
        "en": "from which severity on the exit status is 1 (default suggestion: any finding)",
    },
    "cli.check.explain": {
        "ko": "왜 문제인지와 고치는 법도 함께 출력합니다",
        "en": "also say why each finding matters and how it is mended",
    },
    "cli.check.opinions": {
        "ko": "AWS에는 없는 iamtutor의 의견도 더합니다",
        "en": "add opinions of our own, which AWS does not have",
    },
    "cli.check.bad-resource-type": {
        "ko": "{type:은} 리소스 유형이 아닙니다. AWS::S3::Bucket처럼 적으세요",
        "en": "{type} is no resource type; write it like AWS::S3::Bucket",
    },
    "cli.check.type-without-resource": {
        "ko": "--resource-type은 --kind resource와 함께 씁니다",
        "en": "--resource-type goes with --kind resource",
    },
    "cli.check.resource-type-near": {
        "ko": "{type:이라는} 리소스 유형은 없습니다. {near:을} 뜻한 것 같습니다",
        "en": "there is no resource type {type}; {near} is probably meant",
    },
    "cli.check.resource-type-unknown": {
        "ko": "{type} 유형에만 해당하는 검사는 없습니다. 모든 리소스 기반 정책에 해당하는 것만 검사했습니다",
        "en": "there are no checks for {type} alone; only those for every resource-based policy were made",
    },
    "cli.check.nothing": {"ko": "찾은 것이 없습니다", "en": "nothing found"},
    "cli.check.count": {"ko": "{count}개를 찾았습니다", "en": "{count:finding|findings}"},
}
