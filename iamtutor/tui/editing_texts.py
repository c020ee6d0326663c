"""What completion and the documentation of words say on the screen, in both languages: Korean first."""

from __future__ import annotations

from typing import Final

COMMANDS: Final[dict[str, tuple[str, str, str, str]]] = {
    "complete": (
        "자동 완성",
        "Complete",
        "커서 자리에 쓸 수 있는 것을 보여 줍니다. ↑↓로 고르고 Tab이나 Enter로 넣습니다.",
        "Shows what could be written at the cursor: ↑↓ choose, Tab or Enter write it.",
    ),
    "word": (
        "단어 설명",
        "Explain word",
        "커서 자리의 작업, 조건 키, 연산자, 요소, ARN이 무엇인지 보여 줍니다.",
        "Says what the action, condition key, operator, element or ARN at the cursor is.",
    ),
    "complete-when": (
        "자동 완성 열기",
        "Completion by itself",
        "자동 완성 목록이 저절로 열릴지, Ctrl+Space를 누를 때만 열릴지 바꿉니다.",
        "Chooses whether the list opens by itself or only with Ctrl+Space.",
    ),
}
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "completes-by-itself": ("자동 완성 목록이 저절로 열립니다.", "The list of completions opens by itself."),
    "completes-when-asked": (
        "자동 완성 목록은 Ctrl+Space를 누를 때만 열립니다.",
        "The list of completions opens only with Ctrl+Space.",
    ),
    "completion-keys": ("↑↓ 고르기 · Tab 넣기 · esc 닫기", "↑↓ pick · Tab write · esc close"),
    "completion-none": ("여기에 제안할 것이 없습니다.", "There is nothing to suggest here."),
    "word-none": ("커서 자리에 설명할 단어가 없습니다.", "There is no word to explain at the cursor."),
}
