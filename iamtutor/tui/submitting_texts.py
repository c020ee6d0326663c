"""What is said when an answer is handed in on the screen, in both languages: Korean first."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "submitted-before": ("고치기 전 글의 제출 결과", "Your submission, before your changes"),
    "refused": ("채점하지 않았습니다", "Not graded"),
    "refused-blank": (
        "아직 아무것도 쓰지 않았습니다. 시도로 세지 않습니다.",
        "Nothing is written yet. This does not count as an attempt.",
    ),
    "refused-unanswered": (
        "아직 아무것도 고르지 않았습니다. 시도로 세지 않습니다.",
        "Nothing is chosen yet. This does not count as an attempt.",
    ),
    "refused-errors": (
        "정책에 오류가 있어 요청을 확정할 수 없습니다. 오류를 고친 뒤 다시 채점하세요. 시도로 세지 않습니다.",
        "The policy has an error, so no request can be settled. Mend it and submit again. "
        "This does not count as an attempt.",
    ),
    "refused-at": ("✗ {file} {line}행 {column}열: {problem}", "✗ {file}, line {line}, column {column}: {problem}"),
}
