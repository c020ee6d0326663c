"""What the first minutes say, in both languages: Korean first."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "welcome-title": ("처음 안내", "First steps"),
    "welcome-language": (
        "어느 언어로 배울까요?",
        "Which language would you like to learn in?",
    ),
    "welcome-language-note": (
        "번호, ↑ ↓와 Enter, 또는 클릭으로 고릅니다. 나중에 Ctrl+L로 바꿀 수 있습니다.",
        "Pick by number, by ↑ ↓ and Enter, or by a click. Ctrl+L changes it later.",
    ),
    "welcome-screen": ("작업 화면은 세 칸입니다", "The workbench has three panes"),
    "welcome-screen-do": (
        "Ctrl+T를 누르거나 칸을 클릭해 세 칸을 모두 둘러보세요.",
        "Visit all three: press Ctrl+T, or click a pane.",
    ),
    "welcome-pane-text": (
        "레슨과 과제를 읽는 곳입니다. 한국어와 영어를 나란히 볼 수도 있습니다.",
        "Lessons and tasks are read here, in Korean, in English or side by side.",
    ),
    "welcome-pane-editor": (
        "진짜 IAM 정책을 쓰는 곳입니다. 쓰는 대로 저장되고, 오류는 그 자리에 표시됩니다.",
        "You write real IAM policies here. They are saved as you type, and errors show where they are.",
    ),
    "welcome-pane-results": (
        "정책이 요청마다 무엇을 결정하는지 보는 곳입니다. 글자를 하나 칠 때마다 바뀝니다.",
        "What your policy decides for each request, changing with every key you press.",
    ),
    "welcome-write": ("정책을 써 봅니다", "Write a policy"),
    "welcome-write-do": (
        "dev에게 읽기만 허용하려면 빈 Action에 s3:GetObject를 쓰세요.",
        "Let dev read, and only read: write s3:GetObject into the empty Action.",
    ),
    "welcome-write-try": ("눌러서 넣기", "Or click to put in"),
    "welcome-write-done": (
        "AWS와 같은 방식으로 평가한 결과입니다. s3:*로 바꾸면 무엇이 달라지는지도 보세요.",
        "Decided the way AWS decides. Put s3:* there and see what changes.",
    ),
    "welcome-write-wide": (
        "이제 지우기까지 허용됩니다. 필요한 것만 허용하는 것이 최소 권한입니다.",
        "Now deleting is allowed as well. Least privilege means allowing only what is needed.",
    ),
    "welcome-why": ("왜 그렇게 결정되었을까요", "Why it was decided so"),
    "welcome-why-do": (
        "↑ ↓나 클릭으로 다른 요청을 골라 이유를 견주어 보세요.",
        "Choose another request with ↑ ↓ or a click and compare the reasons.",
    ),
    "welcome-keys": ("이 두 키면 충분합니다", "Two keys are enough"),
    "welcome-keys-do": (
        "두 키를 한 번씩 눌러 보세요. 맨 아랫줄을 클릭해도 됩니다. Esc로 돌아옵니다.",
        "Try each once; clicking the bottom line does the same. Esc comes back.",
    ),
    "welcome-keys-help": (
        "지금 화면에서 쓸 수 있는 키를 모두 보여 줍니다.",
        "shows every key of the screen you are on.",
    ),
    "welcome-keys-palette": (
        "명령, 레슨, 연습을 이름으로 찾습니다. 설정도 여기 있습니다.",
        "finds commands, lessons and exercises by name; the settings too.",
    ),
    "welcome-begin": ("어디서 시작할까요?", "Where would you like to begin?"),
    "welcome-begin-do": (
        "번호, Enter, 클릭으로 고르세요. 설정에서 이 안내를 다시 볼 수 있습니다.",
        "Pick by number, Enter or click. The settings bring this back any time.",
    ),
    "welcome-begin-lesson": ("첫 레슨 읽기", "Read the first lesson"),
    "welcome-begin-exercise": ("바로 써 보기", "Start writing"),
    "welcome-begin-playground": ("정책 비교", "Playground"),
    "welcome-begin-playground-about": (
        "가지고 있는 정책 둘을 견주어 봅니다",
        "compare two policies of your own",
    ),
    "welcome-begin-home": ("처음 화면으로", "Go to the home screen"),
    "welcome-begin-home-about": ("과정 전체를 둘러봅니다", "look around the whole course"),
    "welcome-done": ("다 해 보았습니다. 다음으로 가세요.", "All done: go on to the next page."),
    "welcome-go-on": ("다음 ^n", "Next ^n"),
}
