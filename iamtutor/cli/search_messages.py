"""What `iamtutor search` says, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

SEARCH_MESSAGES: Final[Messages] = {
    "cli.help.search": {
        "ko": "레슨, 연습, 퀴즈, AWS 카탈로그를 두 언어로 검색합니다",
        "en": "searches lessons, exercises, quizzes and the AWS catalogue, in both languages",
    },
    "cli.search.words": {
        "ko": "찾을 말. 조사가 붙어도 되고 초성만 적어도 됩니다: 신뢰 정책을, ㅈㅊ, trust policy, getobject",
        "en": "what to look for, in Korean or English: trust policy, boundaries, getobject",
    },
    "cli.search.most": {
        "ko": "보여 줄 개수 (기본 20개)",
        "en": "how many to show (20 by default)",
    },
    "cli.search.bad-most": {
        "ko": "--most는 1 이상이어야 합니다",
        "en": "--most must be at least 1",
    },
    "cli.search.nothing": {
        "ko": "{words:을} 찾지 못했습니다",
        "en": "nothing found for {words}",
    },
    "cli.search.more": {
        "ko": "{count}개가 더 있습니다. --most로 늘려 보세요",
        "en": "{count} more; see them with --most",
    },
    "cli.search.kind-lesson": {"ko": "레슨", "en": "lesson"},
    "cli.search.kind-step": {"ko": "단계", "en": "step"},
    "cli.search.kind-exercise": {"ko": "연습", "en": "exercise"},
    "cli.search.kind-quiz": {"ko": "퀴즈", "en": "quiz"},
    "cli.search.kind-service": {"ko": "서비스", "en": "service"},
    "cli.search.kind-action": {"ko": "작업", "en": "action"},
    "cli.search.kind-condition-key": {"ko": "조건 키", "en": "condition key"},
    "cli.search.kind-resource-type": {"ko": "리소스 유형", "en": "resource type"},
    "cli.search.kind-managed-policy": {"ko": "AWS 관리형 정책", "en": "AWS managed policy"},
}
