"""What external access findings say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

_FOUND: Final[Messages] = {
    "external.rule-twice": {
        "ko": "{name:이라는} 아카이브 규칙이 이미 있습니다. 이름은 하나씩만 쓸 수 있습니다",
        "en": "there is already an archive rule called {name}; each name stands once",
    },
    "external.unknown-criterion": {
        "ko": "{key:이라는} 기준은 없습니다. 쓸 수 있는 기준: {known}",
        "en": "there is no criterion {key}; known: {known}",
    },
    "external.empty-criterion": {
        "ko": "{key}: eq, neq, contains, exists 가운데 하나가 필요합니다",
        "en": "{key}: one of eq, neq, contains, exists is needed",
    },
    "external.openness.everybody": {"ko": "누구나", "en": "anybody"},
    "external.openness.account": {"ko": "다른 계정의 모든 보안 주체", "en": "every principal of another account"},
    "external.openness.identity": {"ko": "이름이 지정된 보안 주체", "en": "the principal that is named"},
    "external.openness.provider": {
        "ko": "ID 제공업체가 인증한 모든 사용자",
        "en": "everyone whom the identity provider vouches for",
    },
    "external.openness.narrowed": {
        "ko": "조건을 충족하는 보안 주체",
        "en": "those who meet the conditions",
    },
    "external.open.budget": {
        "ko": "경우의 수가 너무 많아 증명하지 못했습니다",
        "en": "there are too many cases to prove it",
    },
    "external.open.variables": {
        "ko": "정책 변수 {about}의 값에 달려 있어 증명하지 못했습니다",
        "en": "it hangs on the value of the policy variable {about}",
    },
    "external.open.mixed-operators": {
        "ko": "조건 키 {about}에 종류가 다른 연산자가 함께 쓰여 증명하지 못했습니다",
        "en": "operators of different types are used on {about}",
    },
    "external.open.related-keys": {
        "ko": "서로 얽힌 조건 키가 있어 증명하지 못했습니다: {about}",
        "en": "condition keys hang together ({about})",
    },
    "external.open.mismatch": {
        "ko": "증명과 평가의 결과가 서로 다릅니다 ({about})",
        "en": "proof and evaluation disagree ({about})",
    },
    "external.open.not-principal-allow": {
        "ko": "AWS는 NotPrincipal과 Allow를 함께 쓰는 것을 지원하지 않습니다. 적지 않은 모든 보안 주체를 허용하는 뜻일 수 있습니다",
        "en": "AWS does not support NotPrincipal with Allow: it may let in everybody who is not named",
    },
    "external.open.canonical-user": {
        "ko": "정식 사용자 ID가 어느 계정의 것인지 알 수 없습니다. 계정 ID로 적으세요",
        "en": "a canonical user ID does not say which account it is; write the account ID",
    },
}

_STATE: Final[Messages] = {
    "external.state-bad": {
        "ko": "{file}:{line}: 상태 파일이 아닙니다 ({detail})",
        "en": "{file}:{line}: this is no file with the status of findings ({detail})",
    },
    "external.state-part": {
        "ko": "{file}: 상태 파일이 아니거나 망가졌습니다: {part}",
        "en": "{file}: no file with the status of findings, or a broken one: {part}",
    },
    "external.state-zone": {
        "ko": "{file}: 신뢰 영역이 {kept}인 상태 파일입니다. {zone:은} 다른 파일을 쓰세요",
        "en": "{file}: keeps findings for the zone {kept}; use another file for {zone}",
    },
}

_TOLD: Final[Messages] = {
    "external.anonymous": {"ko": "익명 호출자", "en": "an anonymous caller"},
    "external.head": {
        "ko": "활성 조사 결과 {count}개 (퍼블릭 {public}개, 공유 {shared}개)",
        "en": "{count:active finding|active findings} ({public} public, {shared} shared)",
    },
    "external.none": {
        "ko": "신뢰 영역 밖에서 접근할 수 있는 리소스가 없습니다 (증명됨)",
        "en": "nothing can be reached from outside the zone of trust (proved)",
    },
    "external.none-active": {"ko": "활성 조사 결과가 없습니다", "en": "no active findings"},
    "external.preview-head": {
        "ko": "미리 보기: 새로 열림 {new}개, 바뀜 {changed}개, 그대로 {unchanged}개, 닫힘 {resolved}개",
        "en": "Preview: {new} new, {changed} changed, {unchanged} unchanged, {resolved} resolved",
    },
    "external.zone-account": {"ko": "신뢰 영역: 계정 {account}", "en": "zone of trust: account {account}"},
    "external.zone-organization": {
        "ko": "신뢰 영역: 조직 {organization}",
        "en": "zone of trust: organization {organization}",
    },
    "external.public": {"ko": "퍼블릭", "en": "public"},
    "external.shared": {"ko": "공유", "en": "shared"},
    "external.column-status": {"ko": "상태", "en": "Status"},
    "external.column-id": {"ko": "결과 ID", "en": "ID"},
    "external.column-access": {"ko": "액세스", "en": "Access"},
    "external.column-resource": {"ko": "리소스", "en": "Resource"},
    "external.column-principal": {"ko": "보안 주체", "en": "Principal"},
    "external.column-actions": {"ko": "작업", "en": "Actions"},
    "external.column-conditions": {"ko": "조건", "en": "Conditions"},
    "external.status-ACTIVE": {"ko": "활성", "en": "active"},
    "external.status-ARCHIVED": {"ko": "아카이브됨", "en": "archived"},
    "external.status-RESOLVED": {"ko": "해결됨", "en": "resolved"},
    "external.change-NEW": {"ko": "새로 열림", "en": "new"},
    "external.change-CHANGED": {"ko": "바뀜", "en": "changed"},
    "external.change-UNCHANGED": {"ko": "그대로", "en": "unchanged"},
    "external.change-RESOLVED": {"ko": "닫힘", "en": "resolved"},
    "external.everybody": {"ko": "모든 사람 (*)", "en": "everybody (*)"},
    "external.except": {"ko": "{actions} 제외", "en": "without {actions}"},
    "external.gets-through": {"ko": "열린 범위: {who}", "en": "gets through: {who}"},
    "external.request": {
        "ko": "허용되는 요청: {caller} → {action} {resource}",
        "en": "a request that is allowed: {caller} → {action} {resource}",
    },
    "external.context": {"ko": "요청 컨텍스트: {context}", "en": "with {context}"},
    "external.allows": {"ko": "허용하는 문: {place}", "en": "allowed by {place}"},
    "external.denies": {"ko": "일부를 막는 Deny: {place}", "en": "partly taken away by the Deny {place}"},
    "external.by-rule": {"ko": "아카이브 규칙: {rule}", "en": "archived by the rule {rule}"},
    "external.by-hand": {"ko": "직접 아카이브함", "en": "archived by hand"},
}

MESSAGES: Final[Messages] = {**_FOUND, **_STATE, **_TOLD}
"""Every message of this part of the room."""
