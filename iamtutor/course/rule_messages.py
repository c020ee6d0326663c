"""What the rules of `course.rules` say; apart from them, so that words can be had without loading models."""

from __future__ import annotations

from collections.abc import Mapping

RULE_MESSAGES: Mapping[str, Mapping[str, str]] = {
    "course.allowed-services-only": {
        "ko": "여기서 허용할 수 있는 서비스는 {services}뿐입니다: {action}",
        "en": "Only {services} may be allowed here: {action}",
    },
    "course.attached-through-groups": {
        "ko": "{policy:은} 사용자에게 직접 연결하지 않고 그룹을 거쳐 줍니다: {holder}",
        "en": "{policy} reaches users through a group, not directly: {holder}",
    },
    "course.managed-not-inline": {
        "ko": "권한은 관리형 정책에 두고 인라인 정책은 비웁니다",
        "en": "Put the permissions into the managed policy and leave the inline policy empty",
    },
    "course.max-characters": {
        "ko": "공백을 빼고 {limit}자까지입니다 (지금 {count}자)",
        "en": "At most {limit:character|characters} without white space (now {count})",
    },
    "course.max-statements": {
        "ko": "문은 {limit}개까지입니다 (지금 {count}개)",
        "en": "At most {limit:statement|statements} (now {count})",
    },
    "course.no-not-action": {
        "ko": "이 연습에서는 NotAction을 쓰지 않습니다",
        "en": "This exercise is to be solved without NotAction",
    },
    "course.no-wildcard-action": {
        "ko": "Allow 문의 Action에는 와일드카드를 쓰지 않습니다: {action}",
        "en": "No wildcard in the Action of an Allow statement: {action}",
    },
    "course.no-wildcard-resource": {
        "ko": "Allow 문의 Resource에는 모든 리소스(*)를 쓰지 않습니다",
        "en": "No bare * in the Resource of an Allow statement",
    },
    "course.passes-validation": {
        "ko": "정책 검증에서 {code:이} 나오지 않아야 합니다",
        "en": "Policy validation must not find {code}",
    },
    "course.unchanged": {
        "ko": "이 정책은 그대로 두어야 합니다",
        "en": "This policy must stay as it was",
    },
    "course.unchanged-statement": {
        "ko": "Sid가 {sid}인 문은 그대로 두어야 합니다",
        "en": "The statement with Sid {sid} must stay as it was",
    },
    "course.uses-condition-key": {
        "ko": "조건 키 {key:을} 써야 합니다",
        "en": "The condition key {key} must be used",
    },
    "course.uses-effect": {
        "ko": "Effect가 {effect}인 문이 있어야 합니다",
        "en": "There must be a statement whose Effect is {effect}",
    },
}
