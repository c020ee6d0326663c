"""What lessons say around their own text, in both languages: Korean first."""

from __future__ import annotations

from typing import Final

COMMANDS: Final[dict[str, tuple[str, str, str, str]]] = {
    "glossary": (
        "용어집",
        "Glossary",
        "IAM 용어의 뜻을 한국어와 영어로 찾습니다. 화면에 나온 용어가 먼저 나옵니다.",
        "Looks up IAM's terms in Korean and English, those on the screen first.",
    ),
}

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "try-this": ("해 보기", "Try this"),
    "request-caption": ("요청", "Requests"),
    "request-trace": ("평가 과정", "trace"),
    "request-printed": ("본문의 정책으로는 {verdict}", "as printed: {verdict}"),
    "basis-printed": ("본문의 정책 그대로", "as printed"),
    "basis-changed": ("고친 정책으로", "with your changes"),
    "basis-unread": ("정책을 읽을 수 없어 확정이 아닙니다", "not final: a policy cannot be read"),
    "question": ("확인해 보기", "Check yourself"),
    "question-layer": ("어느 계층이 결정합니까?", "Which layer decides?"),
    "question-one": ("번호나 클릭으로 고르세요", "Pick by number or click"),
    "question-several": ("맞는 것을 모두 고르세요", "Pick all that hold"),
    "question-sequence": ("차례대로 번호를 누르세요", "Press the numbers in their order"),
    "question-confirm": ("답 확인 (Enter)", "Check the answer (Enter)"),
    "question-type": ("답 쓰기 (Enter)", "Write the answer (Enter)"),
    "write-note": ("Enter로 답하고 Esc로 그만둡니다", "Enter answers, Esc leaves it open"),
    "page-keys": ("←→ 고르기 · ⏎ 실행 · g 용어", "←→ pick · ⏎ go · g terms"),
    "page-terms": ("g 용어", "g terms"),
    "glossary-title": ("용어집", "Glossary"),
    "glossary-find": ("한국어나 영어로 찾기", "Find in Korean or English"),
    "glossary-here": ("이 화면의 용어", "On this screen"),
    "glossary-all": ("모든 용어", "All terms"),
    "glossary-none": ("그런 용어는 없습니다.", "There is no such term."),
    "glossary-also": ("다른 이름: {names}", "also: {names}"),
    "glossary-lesson": ("레슨에서 배우기", "the lesson about it"),
    "glossary-source": ("{title} · {day}에 읽음", "{title}, read {day}"),
    "glossary-keys": ("↑↓ 고르기 · ⏎ 레슨 열기 · esc 닫기", "↑↓ pick · ⏎ open the lesson · esc close"),
}
