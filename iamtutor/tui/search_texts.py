"""What the search on the screen and the palette say, in both languages: merged into the app's messages."""

from __future__ import annotations

from typing import Final

_ABOUT: Final = (
    "레슨, 연습, 퀴즈, 명령, AWS 카탈로그를 한국어와 영어로 한꺼번에 검색합니다.",
    "Searches lessons, exercises, quizzes, commands and the AWS catalogue, in Korean and English at once.",
)
COMMANDS: Final[dict[str, tuple[str, str, str, str]]] = {
    "find": ("검색", "Search", *_ABOUT),
    "search": ("검색", "Search", *_ABOUT),
}

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "search-title": ("검색", "Search"),
    "search-hint": ("정책을 · ㅈㅊ · trust policy · s3:Get* · aws:sou", "trust policy · s3:Get* · aws:sou"),
    "search-keys": ("↑↓ 고르기 · ⏎ 열기 · esc 닫기", "↑↓ pick · ⏎ open · esc close"),
    "search-count": ("{count}개", "{count}"),
    "search-looking": ("찾는 중…", "Searching…"),
    "search-nothing": ("찾은 것이 없습니다.", "Nothing found."),
    "search-too-short": ("조금 더 적어 주세요.", "Type a little more."),
    "search-about": (
        "레슨, 연습, 퀴즈, 명령, AWS 카탈로그에서 찾습니다. 한국어와 영어 본문을 함께 찾으므로 어느 말로 적어도 됩니다.",
        "Looks through lessons, exercises, quizzes, commands and the AWS catalogue. Both languages are searched, whichever you type.",
    ),
    "search-about-korean": (
        "조사를 붙여 적어도 되고(정책을), 띄어쓰기가 달라도 되며(신뢰정책), 초성만 적어도 됩니다(ㅈㅊ).",
        "Singular finds plural, and part of a name finds the whole. Korean may be typed with its particles, or by initial consonants.",
    ),
    "search-about-names": (
        "s3:Get*처럼 적으면 그 패턴에 맞는 작업을, '버킷 정책'처럼 적으면 그런 뜻의 작업을 카탈로그에서 찾습니다.",
        "A pattern such as s3:Get* finds the actions of the catalogue that it matches; Korean words find actions by their meaning.",
    ),
    "search-kind-lesson": ("레슨", "Lesson"),
    "search-kind-step": ("단계", "Step"),
    "search-kind-exercise": ("연습", "Exercise"),
    "search-kind-quiz": ("퀴즈", "Quiz"),
    "search-kind-command": ("명령", "Command"),
    "search-kind-service": ("서비스", "Service"),
    "search-kind-action": ("작업", "Action"),
    "search-kind-condition-key": ("조건 키", "Key"),
    "search-kind-resource-type": ("리소스", "Resource"),
    "search-kind-managed-policy": ("관리형", "Managed"),
    "search-kind-catalog": ("카탈로그", "Catalogue"),
    "search-all-in-catalog": ("카탈로그에서 {count}개 모두 보기", "see all {count} in the catalogue"),
    "palette-step": ("단계", "Step"),
    "palette-quiz-of": ("{title} 퀴즈", "{title}: quiz"),
    "palette-quiz-lesson": ("이 레슨의 퀴즈", "The quiz of this lesson"),
    "palette-now": ("지금 이대로", "as it is now"),
}
