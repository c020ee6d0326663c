"""What the app says of itself, in both languages: settings, the first minutes, faults, windows too small."""

from __future__ import annotations

from typing import Final

COMMANDS: Final[dict[str, tuple[str, str, str, str]]] = {
    "settings": (
        "설정",
        "Settings",
        "언어, 테마, 표시 방식을 고르고, 학습 기록이 어디에 있는지 봅니다.",
        "Language, theme, what is marked, and where your learning record lies.",
    ),
    "welcome": (
        "처음 안내",
        "Welcome",
        "2분 남짓한 처음 안내를 다시 봅니다.",
        "The two-minute introduction once more.",
    ),
    "suspend": (
        "잠시 셸로",
        "Suspend",
        "앱을 멈추고 셸로 나갑니다. fg를 치면 그 자리로 돌아옵니다.",
        "Pauses the app and goes to the shell; fg comes back to this place.",
    ),
    "set-change": (
        "다음 값",
        "Next value",
        "고른 설정을 다음 값으로 바꿉니다.",
        "Gives the setting in hand its next value.",
    ),
    "set-leave": (
        "나가기",
        "Leave",
        "설정을 닫습니다. 바꾼 것은 이미 저장되었습니다.",
        "Closes the settings; what you changed is kept.",
    ),
    "welcome-next": ("다음", "Next", "안내의 다음 장으로 갑니다.", "Goes to the next page of the introduction."),
    "welcome-back": ("이전", "Back", "안내의 이전 장으로 갑니다.", "Goes to the page before."),
    "welcome-panes": ("칸 이동", "Panes", "다음 칸으로 옮깁니다.", "Moves on to the next pane."),
    "welcome-skip": (
        "건너뛰기",
        "Skip",
        "안내를 마칩니다. 설정에서 다시 볼 수 있습니다.",
        "Ends the introduction; the settings bring it back.",
    ),
}

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "fault-title": ("앱에서 오류가 생겼습니다", "Something went wrong in the app"),
    "fault": (
        "하던 일은 그대로이고 쓰던 글도 남아 있습니다. 계속하셔도 됩니다.",
        "Your work is still here and your drafts are kept. You can go on.",
    ),
    "fault-ends": (
        "iamtutor: 오류가 나서 앱을 끝냈습니다. 저장된 글과 기록은 그대로입니다.",
        "iamtutor: the app failed and ended. Saved drafts and progress are safe.",
    ),
    "fault-report": ("보고서: {path}", "Report: {path}"),
    "fault-unwritten": ("보고서는 쓸 수 없었습니다.", "No report could be written."),
    "too-small": ("창이 작습니다", "The window is too small"),
    "too-small-now": (
        "지금 {columns}×{rows} · {least_columns}×{least_rows} 이상이면 이어집니다",
        "Now {columns}×{rows}; it goes on at {least_columns}×{least_rows}",
    ),
    "too-small-quit": ("Ctrl+Q 끝내기", "Ctrl+Q quits"),
    "settings-title": ("설정", "Settings"),
    "settings-now": ("바꾸면 바로 적용되고 저장됩니다", "Changes apply and are kept at once"),
    "settings-hint": ("←→ 값 바꾸기 · ↑↓ 항목", "←→ change · ↑↓ move"),
    "settings-unsaved": (
        "이 학습은 저장되지 않습니다(메모리에만 있습니다)",
        "nothing is kept: this profile is in memory only",
    ),
    "settings-copied": ("경로를 복사했습니다: {path}", "Copied: {path}"),
    "set-language": ("언어", "Language"),
    "set-language-about": (
        "화면의 말입니다. 어느 화면에서든 Ctrl+L로도 바꿉니다.",
        "The language of the screen. Ctrl+L changes it anywhere.",
    ),
    "set-language-ko": ("한국어", "한국어"),
    "set-language-en": ("English", "English"),
    "set-reading": ("레슨 읽기", "Lessons in"),
    "set-reading-about": (
        "레슨과 과제를 읽는 언어입니다. 둘 다 고르면 나란히 놓입니다. 작업 화면에서는 F4입니다.",
        "The language of lessons and tasks; both stand side by side. F4 on the workbench.",
    ),
    "set-reading-ko": ("한국어", "한국어"),
    "set-reading-en": ("English", "English"),
    "set-reading-both": ("둘 다", "both"),
    "set-theme": ("테마", "Theme"),
    "set-theme-about": (
        "어느 테마에서나 허용은 파랑, 거부는 주황이며 늘 표시와 말이 함께 있습니다.",
        "In every theme allow is blue and deny orange, and a sign and a word always say it too.",
    ),
    "set-theme-celadon": ("청자", "Celadon"),
    "set-theme-celadon-about": ("먹색 바탕에 청자 빛. 어두운 테마입니다.", "Celadon on ink: dark."),
    "set-theme-hanji": ("한지", "Hanji"),
    "set-theme-hanji-about": ("한지 바탕에 먹. 밝은 테마입니다.", "Ink on mulberry paper: light."),
    "set-theme-lacquer": ("옻칠", "Lacquer"),
    "set-theme-lacquer-about": ("대비가 높은 어두운 테마입니다.", "High contrast, dark."),
    "set-theme-porcelain": ("백자", "Porcelain"),
    "set-theme-porcelain-about": ("대비가 높은 밝은 테마입니다.", "High contrast, light."),
    "set-marking": ("검증 표시", "Findings"),
    "set-marking-about": (
        "정책 검증에서 찾은 것 가운데 무엇을 편집기의 글에 표시할지 정합니다.",
        "Which findings of policy validation are marked in the text of the editor.",
    ),
    "set-marking-serious": ("오류·보안 경고", "errors and security"),
    "set-marking-all": ("모두", "all"),
    "set-completion": ("자동 완성", "Completion"),
    "set-completion-about": (
        "쓸 수 있는 것을 쓰는 중에 저절로 보여 줄지, Ctrl+Space를 눌렀을 때만 보여 줄지 정합니다.",
        "Whether what could be written is offered while you type, or only when you press Ctrl+Space.",
    ),
    "set-completion-auto": ("쓰는 중에", "while typing"),
    "set-completion-asked": ("누를 때만", "when asked"),
    "set-animations": ("움직임", "Motion"),
    "set-animations-about": (
        "커서의 깜박임과 부드러운 스크롤입니다.",
        "The blinking cursor and smooth scrolling.",
    ),
    "set-animations-on": ("켬", "on"),
    "set-animations-off": ("끔", "off"),
    "set-report": ("오류 보고서", "Fault reports"),
    "set-report-about": (
        "앱에서 오류가 생기면 학습 기록 폴더에 보고서를 남깁니다. 어디로도 보내지 않습니다.",
        "When the app fails it leaves a report beside your learning record. Nothing is sent anywhere.",
    ),
    "set-report-plain": ("쓴 글 빼고", "without my texts"),
    "set-report-full": ("쓴 글 넣어서", "with my texts"),
    "quiz-more": ("PgDn 질문 더 읽기", "PgDn reads on in the question"),
    "set-again": ("처음 안내", "Welcome"),
    "set-again-do": ("다시 보기", "show again"),
    "set-again-about": (
        "처음 안내를 다시 봅니다. 진도와 설정은 그대로입니다.",
        "Shows the introduction again. Progress and settings stay as they are.",
    ),
    "set-place": ("학습 기록", "Your record"),
    "set-place-about": (
        "진도, 쓰던 글, 설정이 모두 이 파일 하나에 있습니다. Enter로 경로를 복사합니다.",
        "Progress, drafts and settings are all in this one file. Enter copies its path.",
    ),
    "set-reports": ("보고서 폴더", "Reports"),
    "set-reports-about": (
        "오류 보고서가 놓이는 곳입니다. Enter로 경로를 복사합니다.",
        "Where fault reports are left. Enter copies the path.",
    ),
}
