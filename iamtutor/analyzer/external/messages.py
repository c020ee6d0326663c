"""What external access findings say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
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
    "external.open.canonical-user": {
        "ko": "정식 사용자 ID가 어느 계정의 것인지 알 수 없습니다. 계정 ID로 적으세요",
        "en": "a canonical user ID does not say which account it is; write the account ID",
    },
}
"""Every message of this part of the room."""
