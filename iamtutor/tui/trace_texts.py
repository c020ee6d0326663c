"""What the screen of one decision says, in both languages: Korean first."""

from __future__ import annotations

from typing import Final

COMMANDS: Final[dict[str, tuple[str, str, str, str]]] = {
    "trace-open": (
        "크게 보기",
        "Whole trace",
        "고른 요청의 평가 과정을 그림으로 크게 보고, 요청을 바꾸어 볼 수 있습니다.",
        "Draws how the chosen request was decided on a screen of its own, where it can be varied.",
    ),
    "trace-seek": (
        "문으로",
        "To the statement",
        "고른 문이 있는 행으로 갑니다. 문을 고르지 않았으면 결정한 문으로 갑니다.",
        "Goes to the line of the selected statement, or of the one that decided.",
    ),
    "trace-try": (
        "만약에",
        "What if",
        "그림과 ‘만약에’ 사이를 옮겨 다닙니다.",
        "Moves between the picture and the what-if.",
    ),
    "trace-reset": (
        "원래대로",
        "Reset",
        "요청을 원래대로 되돌립니다.",
        "Restores the request as it was asked.",
    ),
    "trace-add": ("키 더하기", "Add a key", "요청에 조건 키를 하나 더합니다.", "Adds a condition key to the request."),
    "trace-take": (
        "키 빼기",
        "Remove key",
        "고른 조건 키를 요청에서 뺍니다. 바꾼 것은 원래대로 돌아갑니다.",
        "Removes the selected condition key from the request; a changed one first goes back to what it was.",
    ),
    "trace-fold": ("접기·펴기", "Fold all", "상자를 모두 펴거나 접습니다.", "Opens every box, or folds them all."),
    "trace-close": ("돌아가기", "Back", "왔던 화면으로 돌아갑니다.", "Goes back to where you came from."),
}
"""Names for the palette and the footer, and sentences for help: ko, en, ko, en."""

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "column-who": ("호출자", "Who"),
    "column-action": ("작업", "Action"),
    "column-resource": ("리소스", "Resource"),
    "requests-open": ("⏎ 크게 보기 · 만약에", "⏎ whole trace · what if"),
    "trace-title": ("평가 과정", "How it was decided"),
    "trace-picture": ("그림", "Picture"),
    "what-if": ("만약에", "What if"),
    "what-if-same": ("아직 바꾼 것이 없습니다.", "Nothing changed yet."),
    "what-if-no-move": ("결정은 그대로입니다.", "The decision stays the same."),
    "what-if-moved": ("결정이 달라집니다.", "The decision changes."),
    "what-if-request": ("요청", "Request"),
    "what-if-flips": ("결정을 뒤집는 한 가지 변화", "One change that would flip it"),
    "what-if-searching": ("찾는 중…", "Looking…"),
    "what-if-no-flip": ("한 가지만 바꾸어서는 달라지지 않습니다.", "No single change flips it."),
    "what-if-incomplete": (
        "정해진 횟수 안에 찾은 것까지만 보여 줍니다.",
        "Only what was found within the steps allowed.",
    ),
    "what-if-add": ("조건 키 더하기", "Add a condition key"),
    "what-if-caller": ("호출자", "Caller"),
    "what-if-action": ("작업", "Action"),
    "what-if-resource": ("리소스", "Resource"),
    "what-if-time": ("시각", "Time"),
    "what-if-mfa": ("MFA 인증", "MFA present"),
    "what-if-mfa-age": ("MFA 경과(초)", "MFA age (s)"),
    "what-if-source-ip": ("소스 IP", "Source IP"),
    "what-if-region": ("리전", "Region"),
    "what-if-removed": ("뺀 문", "Removed"),
    "what-if-missing": ("없음", "none"),
    "what-if-removal": ("{policy}의 {statement} 빼기", "without {statement} in {policy}"),
    "what-if-key-gone": ("{key} 빼기", "without {key}"),
    "what-if-by": ("호출자를 {caller:으로}", "as {caller}"),
    "what-if-put": ("{side}: 무엇으로 바꿀까요?", "{side}: what should it be?"),
    "what-if-put-key": ("어떤 조건 키를 더할까요?", "Add which condition key?"),
    "what-if-hint": ("값을 쓰거나 아래에서 고르세요", "Type a value, or ↓ picks from below"),
    "what-if-key-hint": ("예: aws:SourceIp", "e.g. aws:SourceIp"),
    "what-if-take": ("바꾸기", "Change"),
    "what-if-take-key": ("더하기", "Add"),
    "what-if-bad-action": ("작업은 s3:GetObject처럼 씁니다.", "Write an action like s3:GetObject."),
    "what-if-bad-key": ("조건 키는 aws:SourceIp처럼 씁니다.", "Write a condition key like aws:SourceIp."),
    "what-if-back": ("원래 요청으로 되돌렸습니다.", "The request is as it was asked."),
    "what-if-keys": (
        "←→ 바꾸기 · ⏎ 쓰기",
        "←→ change · ⏎ type",
    ),
    "trace-no-line": (
        "이 문은 편집기에 없습니다.",
        "This statement is not open in an editor.",
    ),
    "trace-signs": ("그림의 표시", "Signs in the picture"),
    "trace-signs-text": (
        "✓ 허용하거나 막지 않음 · ✗ 거부 · ○ 허용 없음 · · 정책이 없거나 적용되지 않음 · – 평가하지 않음. ■ 일치한 문 · □ 일치하지 않은 문. 점선 상자까지는 평가가 가지 않았습니다.",
        "✓ allows or lets pass · ✗ denies · ○ silent · · no policy, or does not apply · – not evaluated. ■ a statement that matches · □ one that does not. The evaluation never came to dashed boxes.",
    ),
}
"""Titles and texts, by message id."""
