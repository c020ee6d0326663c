"""What the commands of most screens are called and do, in both languages: Korean first."""

from __future__ import annotations

from typing import Final

COMMANDS: Final[dict[str, tuple[str, str, str, str]]] = {
    "help": ("도움말", "Help", "이 화면에서 쓸 수 있는 키를 모두 보여 줍니다.", "Shows every key of this screen."),
    "palette": (
        "메뉴",
        "Menu",
        "명령과 갈 수 있는 곳을 이름으로 찾습니다.",
        "Finds commands, and every place to go, by name.",
    ),
    "language": ("English", "한국어", "화면의 언어를 바꿉니다.", "Switches the language of the screen."),
    "theme": (
        "밝게·어둡게",
        "Light/dark",
        "어두운 테마와 밝은 테마를 바꿉니다.",
        "Switches between the dark and the light theme.",
    ),
    "quit": (
        "끝내기",
        "Quit",
        "앱을 끝냅니다. 쓰던 글은 그대로 남습니다.",
        "Leaves the app. What you have written stays.",
    ),
    "continue": (
        "이어서 하기",
        "Continue",
        "지난번에 멈춘 곳을 엽니다.",
        "Opens the place where you left off.",
    ),
    "quiz": (
        "퀴즈",
        "Quiz",
        "고른 레슨의 퀴즈를 풉니다.",
        "Starts the quiz of the lesson in hand.",
    ),
    "home-language": ("English", "한국어", "화면의 언어를 바꿉니다.", "Switches the language of the screen."),
    "home-theme": (
        "밝게·어둡게",
        "Light/dark",
        "어두운 테마와 밝은 테마를 바꿉니다.",
        "Switches between the dark and the light theme.",
    ),
    "home-help": ("도움말", "Help", "이 화면에서 쓸 수 있는 키를 모두 보여 줍니다.", "Shows every key of this screen."),
    "home-quit": ("끝내기", "Quit", "앱을 끝냅니다.", "Leaves the app."),
    "submit": (
        "채점",
        "Submit",
        "숨은 요청까지 모두 실행하고 시도 한 번으로 기록합니다.",
        "Runs the hidden requests as well and records one attempt.",
    ),
    "hint": (
        "힌트",
        "Hint",
        "힌트를 하나씩 보여 줍니다. 갈수록 답에 가까워집니다.",
        "Shows one more hint, each nearer to the answer.",
    ),
    "trace": (
        "평가 과정",
        "Trace",
        "고른 요청을 정책 평가 로직이 어떻게 결정했는지 보여 줍니다.",
        "Shows how the chosen request was decided, layer by layer.",
    ),
    "reading": (
        "한·영",
        "Ko/En",
        "한국어, 영어, 나란히 보기를 차례로 바꿉니다.",
        "Turns through Korean, English and both side by side.",
    ),
    "next": ("다음", "Next", "다음 단계로 갑니다.", "Goes to the next step."),
    "back": ("이전", "Back", "이전 단계로 돌아갑니다.", "Goes back one step."),
    "reset": (
        "처음으로",
        "Reset",
        "처음 주어진 글로 되돌립니다. 먼저 묻고, Ctrl+Z로 취소할 수 있습니다.",
        "Puts the starting text back. Asks first, and Ctrl+Z undoes it.",
    ),
    "solution": (
        "풀이",
        "Solution",
        "두 번 묻고 나서 풀이를 보여 줍니다. 실행하지는 않습니다.",
        "Shows the solution after asking twice. It is shown, not run.",
    ),
    "restore": (
        "이전 글",
        "Earlier text",
        "되돌리기나 풀이를 넣기 전에 쓰던 글을 되찾습니다.",
        "Brings back what you had before a reset or a solution.",
    ),
    "panes": (
        "칸 이동",
        "Panes",
        "설명, 편집기, 결과 사이를 옮겨 다닙니다.",
        "Moves between text, editor and results.",
    ),
    "findings": (
        "검증",
        "Findings",
        "정책 검증에서 찾은 것을 모두 보여 줍니다. 왜 문제인지, 어떻게 고치는지도 나옵니다.",
        "Lists what policy validation found, why it matters and how it is mended.",
    ),
    "fix": (
        "빠른 수정",
        "Quick fix",
        "커서가 있는 행에서 찾은 것을 고칩니다. Ctrl+Z로 취소할 수 있습니다.",
        "Mends what was found in the cursor's line. Ctrl+Z undoes it.",
    ),
    "finding-go": ("그 행으로", "Go there", "찾은 곳으로 갑니다.", "Goes to the place of the finding."),
    "finding-fix": (
        "빠른 수정",
        "Quick fix",
        "보이는 대로 고칩니다. Ctrl+Z로 취소할 수 있습니다.",
        "Makes the change shown. Ctrl+Z undoes it.",
    ),
    "mark-all": (
        "모두 표시",
        "Mark all",
        "경고와 제안도 글에 표시할지 정합니다.",
        "Chooses whether warnings and suggestions are marked in the text as well.",
    ),
    "findings-close": ("닫기", "Close", "이 창을 닫습니다.", "Closes this window."),
    "leave": ("나가기", "Leave", "처음 화면으로 돌아갑니다.", "Goes back to the home screen."),
    "pick": ("고르기", "Pick", "번호로 답을 고릅니다.", "Picks an answer by its number."),
    "confirm": ("확인", "Confirm", "고른 답을 확인하거나 다음 문제로 갑니다.", "Confirms the answer or goes on."),
    "undo": ("되돌리기", "Undo", "마지막 답을 되돌립니다.", "Takes the last answer back."),
    "quiz-language": ("English", "한국어", "화면의 언어를 바꿉니다.", "Switches the language of the screen."),
    "quiz-leave": ("나가기", "Leave", "처음 화면으로 돌아갑니다.", "Goes back to the home screen."),
    "close": ("닫기", "Close", "이 창을 닫습니다.", "Closes this window."),
}
